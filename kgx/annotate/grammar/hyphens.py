"""Words and numbers that a hyphen joins and the tokenizer parts: "re-elected", "like-for-like"."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kgx.annotate.grammar.labels import SUBJECTS
from kgx.annotate.grammar.tree import move
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

Lemmatize = Callable[[str], str]


_MEASURING = frozenset({"out", "over", "under"})
"""Prefixes that make another verb of one."""


def whole_lemma(parse: Parse, noun: int) -> str:
    """The lemma of a noun in lower case; of one that a hyphen makes of a verb and a particle, the
    lemma of the whole: "start-up"."""
    lemma, verb = parse.lemma[noun].lower(), noun - 2
    return f"{parse.lower[verb]}-{lemma}" if is_part(parse, verb, noun) else lemma


def is_part(parse: Parse, token: int, noun: int) -> bool:
    """True for the verb that a hyphen and a particle behind it make a noun of."""
    joined = token >= 0 and token == noun - 2 and parse.tag[noun - 1] == "HYPH"
    return (
        joined
        and parse.head[token] == noun
        and parse.lemma[noun].lower() in read_set("modifiers.toml", "noun_particles")
    )


def join_numbers(parse: Parse, hyphen: int) -> None:
    """Make one modifier of the numbers in "the 737-800 range"."""
    numbers = (hyphen - 1, hyphen + 1)
    inside = 0 < hyphen < len(parse) - 1
    if not (inside and all(parse.text[t].isdecimal() for t in numbers)):
        return
    if parse.dep[hyphen - 1] in ("nmod", "nummod") and parse.dep[hyphen + 1] == "prep":
        parse.dep[hyphen + 1] = "nummod"


def keep_number(parse: Parse, bracket: int) -> None:
    """Part a number, in place, from a noun in the brackets after it: "740 (2013 census)"."""
    number = bracket - 1
    if not bracket:
        return
    noun = parse.head[number]
    above, dep = parse.head[noun], parse.dep[noun]
    if noun <= bracket or above == noun:
        return
    move(parse, number, above, dep)
    move(parse, noun, number, "dep")
    for c in [c for c in parse.children[noun] if c < bracket]:
        move(parse, c, number)


def _take_over(parse: Parse, office: int, word: int) -> None:
    """Hang on an office, in place, what hangs on the word that a hyphen ties to it:
    "secretary-general | of Orbis"."""
    if parse.head[word] == office and parse.pos[office] == "NOUN":
        for child in list(parse.children[word]):
            if child > word:
                move(parse, child, office)


def tie_prefix(parse: Parse, hyphen: int) -> None:
    """Hang on a role, in place, what a hyphen ties to it before a name: "vice-captain Ann Lind",
    "the all-rounder Ann Lind"."""
    first, noun = hyphen - 1, hyphen + 1
    if first < 0 or parse.tag[noun : noun + 1] != ["NN"] or parse.dep[noun] != "compound":
        return
    if parse.lower[noun] in ("left", "right"):
        parse.tag[noun], parse.pos[noun], parse.dep[noun] = "JJ", "ADJ", "amod"  # centre-right
        return
    if parse.starts[noun] - parse.starts[first] > len(parse.text[first]) + 1:
        return  # a dash
    if parse.head[first] == noun and parse.dep[first] == "det":
        parse.dep[first] = "advmod"
    elif parse.head[first] == parse.head[hyphen] == parse.head[noun] > noun:
        move(parse, first, noun, "compound")
        move(parse, hyphen, noun, "punct")
    elif _is_doubled(parse, first, noun):
        for c in parse.children[first][:]:
            move(parse, c, parse.head[noun])  # "sued the | co-founder Ann Lind"
        move(parse, first, noun, "compound")
        move(parse, hyphen, noun, "punct")


def _is_doubled(parse: Parse, first: int, noun: int) -> bool:
    """True for a part of a role that a parser makes another object beside the name."""
    name = parse.head[noun]
    known = parse.lower[first] in read_set("modifiers.toml", "prefixes")
    beside = parse.head[first] == parse.head[name] and parse.dep[first] == parse.dep[name]
    return known and beside and noun < name and parse.head[first] != first


def tie_compound(parse: Parse, hyphen: int) -> None:
    """Make one modifier, in place, of what hyphens tie together around a small word:
    "like-for-like sales", "state-of-the-art labs", "the father-in-law".

    Args:
        hyphen: The first of the hyphens.
    """
    first, last = hyphen - 1, hyphen + 1
    if _leads(parse, first, last):
        return
    while last + 2 < len(parse) and parse.tag[last + 1] == "HYPH":
        last += 2
    if parse.lower[last : last + 1] and parse.lower[last] in read_set("roles.toml", "after_office"):
        _take_over(parse, first, last)
    small = range(hyphen + 1, last, 2)
    before = parse.dep[first] in ("nmod", "amod", "compound") and parse.head[first] > last
    if not before and parse.pos[first] != "NOUN":
        return
    if not any(parse.pos[t] in ("ADP", "CCONJ") for t in small):
        return
    if parse.pos[first] == "ADP":
        parse.pos[first] = "ADJ"
    for token in range(hyphen, last + 1):
        if parse.head[token] != token:
            move(parse, token, first, "punct" if parse.tag[token] == "HYPH" else "compound")


def _leads(parse: Parse, preposition: int, noun: int) -> bool:
    """Tie, in place, both parts of "an in-depth | report" to its noun, where the parser ties the
    first to the second alone; whether it did."""
    if noun >= len(parse):
        return False
    tied = parse.pos[preposition] == "ADP" and parse.head[preposition] == noun
    thing = parse.head[noun]
    if not tied or parse.dep[noun] not in ("amod", "compound", "nmod") or thing < noun:
        return False
    move(parse, preposition, thing, "amod")
    move(parse, noun - 1, preposition, "punct")
    move(parse, noun, preposition, "compound")
    parse.pos[preposition] = "ADJ"
    return True


def _makes_another(parse: Parse, prefix: int, word: int) -> bool:
    """True for a prefix that makes another verb of one and hangs on it as an adverb."""
    measuring = parse.lower[prefix] in _MEASURING
    return measuring and parse.head[prefix] == word and parse.pos[word] == "VERB"


def join_prefix(parse: Parse, lemmatize: Lemmatize, hyphen: int) -> None:
    """Make the word after a prefix ("re-elected", "non-residents") the head of what the prefix and
    the hyphen head."""
    prefix, word = hyphen - 1, hyphen + 1
    if prefix < 0 or word >= len(parse):
        return
    if _makes_another(parse, prefix, word):
        parse.lemma[word] = parse.lower[prefix] + parse.lemma[word]  # "has out-sold Boeing"
        return
    known = parse.lower[prefix] in read_set("modifiers.toml", "prefixes")
    if not known or parse.sent[prefix] != parse.sent[word]:
        return
    if parse.dep[prefix] in ("compound", "amod"):
        return
    is_verb = parse.tag[prefix].startswith("VB")
    joint = parse.tag[word] in ("VBN", "JJ") and parse.head[prefix] == parse.head[word]
    if joint and not is_verb:
        parse.pos[word], parse.tag[word] = "ADJ", "JJ"  # "comes pre-loaded"
    tied = parse.dep[prefix] == parse.dep[word] or parse.head[word] in (prefix, hyphen)
    noun = tied and parse.pos[word] == "NOUN"
    if is_verb or joint or noun or parse.lower[prefix] == "non":
        tag = parse.tag[prefix]
        _hang_on(parse, word, prefix, hyphen)
        if is_verb:
            _make_deed(parse, lemmatize, word, tag)
            _give_subject(parse, word)


def _give_subject(parse: Parse, verb: int) -> None:
    """Make the subject of a verb of the name before it that a parser takes for a part of it: "Ann
    Lind | co-founded Helix"."""
    name = next((c for c in parse.children[verb] if parse.dep[c] == "compound"), None)
    free = parse.child(verb, "nsubj", "nsubjpass") is None and parse.tag[verb] == "VBD"
    if name is not None and free and parse.pos[name] == "PROPN":
        parse.dep[name] = "nsubj"


def _hang_on(parse: Parse, word: int, prefix: int, hyphen: int) -> None:
    """Make a word the head of what the prefix and the hyphen before it head."""
    three = (prefix, hyphen, word)
    outer = next(t for t in three if parse.head[t] == t or parse.head[t] not in three)
    above, dep = parse.head[outer], parse.dep[outer]
    move(parse, word, word if above in three else above, dep)
    for c in (*parse.children[prefix], prefix, *parse.children[hyphen], hyphen):
        if c != word:
            move(parse, c, word)
    parse.dep[prefix], parse.dep[hyphen] = "prefix", "prefix"


def _make_deed(parse: Parse, lemmatize: Lemmatize, word: int, tag: str) -> None:
    """Make a verb of the word after a prefix that the tagger takes for one."""
    prefix = parse.lower[word - 2]
    parse.pos[word], parse.tag[word] = "VERB", tag
    parse.lemma[word] = f"{prefix}-{lemmatize(parse.lower[word])}"
    for c in parse.children[word]:
        if c > word and parse.dep[c] in SUBJECTS:
            parse.dep[c] = "oprd"
