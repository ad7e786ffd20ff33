"""What a sentence says of the name before a token, as the words stand: inside and around unknown
titles the tree is often wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set
from kgx.types import EntityType

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_INSIDE = frozenset(["-", "/", "'s", "’s", "'", "’"])
_OF_CLASS = frozenset(["ADJ", "NUM", "PROPN", "ADV", "NOUN"])


def find_class(parse: Parse, end: int) -> int | None:
    """The last word of what the name before a token is said to be, as the words stand: "single" in
    "is the debut single by"; what stands between in brackets is passed over."""
    here = _pass_brackets(parse, end)
    if here + 1 >= len(parse) or parse.lemma[here] != "be":
        return None
    if parse.lower[here + 1] not in ("a", "an", "the"):
        return None
    last = _end_phrase(parse, here + 1)
    return told_class(parse, last) if last > here + 1 else None


def is_one_of_many(parse: Parse, noun: int) -> bool:
    """True for a noun that is of the kind that "of" tells: "a series of novels"."""
    gathered = parse.lemma[noun] in read_set("works.toml", "gathered")
    return gathered and parse.lower[noun + 1 : noun + 2] == ["of"]


def told_class(parse: Parse, noun: int) -> int:
    """The noun that tells what something is: "essays" of "a collection of essays by Lind"."""
    inner = _end_phrase(parse, noun + 1) if is_one_of_many(parse, noun) else noun
    return inner if type_of_noun(parse.lemma[inner].lower()) == "work" else noun


def _end_phrase(parse: Parse, before: int) -> int:
    """The last token of the noun phrase that begins behind a token; that itself for none."""
    last = before
    for token in range(before + 1, parse.sent_end[before]):
        hyphen = parse.text[token] in _INSIDE or (parse.text[token] == "," and last == token - 1)
        if parse.pos[token] in _OF_CLASS or (parse.text[token - 1] == "-" and last == token - 2):
            last = token  # "a peer-reviewed journal"
        elif not hyphen:
            break
    return last


def find_verb(parse: Parse, end: int) -> int | None:
    """The verb of which the name before a token is the subject, as the words stand."""
    here = _pass_brackets(parse, end)
    for token in range(here, min(here + 4, len(parse))):
        if parse.pos[token] == "VERB":
            return token if parse.tag[token] != "VBG" else None
        if parse.pos[token] not in ("AUX", "ADV"):
            return None
    return None


def _pass_brackets(parse: Parse, token: int) -> int:
    last = parse.sent_end[min(token, len(parse) - 1)]
    while token < last and parse.pos[token] == "SPACE":
        token += 1
    if token < last and parse.text[token] == "(":
        closing = (t + 1 for t in range(token, last) if parse.text[t] == ")")
        token = next(closing, token)
    opening, asides = parse.lower[token + 1 : token + 2], read_set("name_contexts.toml", "asides")
    if parse.text[token : token + 1] == [","] and not asides.isdisjoint(opening):
        closing = (t + 1 for t in range(token + 2, last - 1) if parse.text[t] == ",")
        past = next(closing, token)
        return past if parse.lemma[past] == "be" else token
    return token


def is_published(parse: Parse, end: int) -> bool:
    """True where a work is the subject of what follows, as "was published" tells."""
    verb = find_verb(parse, end)
    return verb is not None and is_brought_out(parse, verb)


def is_brought_out(parse: Parse, verb: int) -> bool:
    """True for a passive that is said of works: "published", "recorded"."""
    known = parse.lemma[verb] in read_set("works.toml", "writing", "bringing_out")
    return known and parse.tag[verb] == "VBN"


def type_said(parse: Parse, end: int) -> EntityType | None:
    """The type of what ends at a token, by the noun that it is said to be."""
    noun = find_class(parse, end)
    return None if noun is None else type_of_noun(parse.lemma[noun].lower())


def is_one(parse: Parse, end: int) -> bool:
    """True where the verb after a name tells that it is one: "Williams & Wilkins is"."""
    here = _pass_brackets(parse, end)
    return here < len(parse) and parse.lower[here] in ("is", "was")
