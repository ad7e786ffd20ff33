"""What a text names as examples of a class: "games such as chess", "bees and other insects".

The patterns are those of Hearst (1992), read off the parse.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.classes import class_of, is_trade, membership
from kgx.annotate.claims.concept_ties import claim_on_concept
from kgx.annotate.claims.descriptions import clashes
from kgx.annotate.claims.drafts import Context, Draft
from kgx.annotate.claims.referents import End
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Phrase
from kgx.annotate.grammar.phrases import conjuncts, phrase_words
from kgx.annotate.words.wordlists import read_set
from kgx.records import changed
from kgx.types import Claim

_OPENING = frozenset({",", "("})
_GIVING = frozenset({"like", "including"})
_PRONOUNS = frozenset({"PRON", "DET"})


def read_examples(context: Context, document: str) -> Iterator[Claim]:
    """What examples are examples of: an instance where they are named, else a kind."""
    referents, parse = context.referents, context.referents.parse
    for noun, members in find_examples(parse):
        class_ = class_of(context, noun)
        if class_ is None or parse.lemma[noun].lower() in read_set("nouns.toml", "either"):
            continue
        for member in members:
            for one in _belongs(context, member, noun, class_):
                yield claim_on_concept(referents, document, one, noun, member)


def find_examples(parse: Parse) -> Iterator[tuple[int, list[int]]]:
    """Each noun in the plural that examples are given of, with their heads."""
    for token, word in enumerate(parse.lower):
        noun, first = parse.head[token], _listed_after(parse, token)
        if first is not None and _is_followed(parse, noun, token):
            yield noun, conjuncts(parse, first)
        elif word == "other" and token < noun and _is_last_of_several(parse, noun):
            yield noun, _before(parse, noun)


def _is_last_of_several(parse: Parse, noun: int) -> bool:
    return parse.tag[noun] == "NNS" and parse.dep[noun] == "conj"


def with_examples(context: Context, parts: tuple[Phrase, ...]) -> Iterator[Phrase]:
    """Arguments, each with what is named as an example of it: "supplies firms, including Orbis"."""
    referents = context.referents
    for n, part in enumerate(parts):
        yield part
        if part.role not in ("object", "target", "instrument") or (
            n == 0 and _is_folded(context, part)
        ):
            continue
        for head in _name_examples(referents.parse, part.head):
            mention = referents.at.get(head)
            if mention is not None and mention.form == "name":
                yield changed(part, head=head, tokens=phrase_words(referents.parse, head))


def _is_folded(context: Context, part: Phrase) -> bool:
    """True for an argument whose preposition has joined the relation."""
    parse = context.referents.parse
    above = parse.head[part.head]
    return not part.marker and parse.dep[above] in ("prep", "agent")


def _name_examples(parse: Parse, noun: int) -> list[int]:
    """The heads of what is named after a noun in the plural as examples of it."""
    if parse.tag[noun] != "NNS":
        return []
    for prep in parse.children[noun]:
        first = _listed_after(parse, prep)
        if first is not None and _is_followed(parse, noun, prep):
            return conjuncts(parse, first)
    return []


def _listed_after(parse: Parse, prep: int) -> int | None:
    """The first of what "like", "such as", "including" and "among them" list."""
    word = parse.lower[prep]
    gives = word in _GIVING or (word == "as" and parse.lower[prep - 1] == "such")
    gives = gives or (word == "among" and parse.child(prep, "fixed") is not None)
    return parse.child(prep, "pobj") if gives else None


def _is_followed(parse: Parse, noun: int, prep: int) -> bool:
    """True where a noun in the plural, not what hangs on it, comes right before a preposition."""
    between = range(noun + 1, prep - (parse.lower[prep] == "as"))
    return (
        parse.tag[noun] == "NNS"
        and parse.dep[prep] == "prep"
        and noun < prep
        and (not between or [parse.lower[t] in _OPENING for t in between] == [True])
    )


def _before(parse: Parse, noun: int) -> list[int]:
    """The nouns that a noun is coordinated with, before it and with no "or" between."""
    found = []
    here = noun
    while parse.dep[here] == "conj" and parse.head[here] < here:
        here = parse.head[here]
        found.append(here)
    return found[::-1]


def _belongs(context: Context, member: int, noun: int, class_: End) -> Iterator[Draft]:
    referents = context.referents
    parse = referents.parse
    one = None if parse.pos[member] in _PRONOUNS else context.refer_to(member)
    if one is None or one.iri in (None, class_.iri) or one.type is None:
        return
    named = parse.lemma[noun].lower()
    if not clashes(one, named) and (one.type != "person" or is_trade(named)):
        yield context.typed(one.iri, membership(context, one, class_), class_)
