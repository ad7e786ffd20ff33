"""How the words of a property's label say it: as nouns, verbs, participles with a preposition."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.lookups import Lookups

from kgx.annotate.words.lemmas import find_lemma, is_participle
from kgx.annotate.words.noun_types import type_of_noun

Form = Literal["relation", "noun", "verb", "passive"]

PREPOSITIONS = frozenset(
    [
        *("of", "in", "by", "for", "at", "to", "with", "from", "on", "after", "as", "into"),
        *("about", "near", "under", "over", "against", "during"),
    ]
)
_OPENING = ("has ", "have ", "had ", "is ", "was ", "are ", "were ", "be ", "the ", "number of ")
_CLOSING = (" date", " year", " place", " name", " number", " count", " held", " total")
_SHORT = 3  # letters a word must have to be a trigger of its own


@dataclass(frozen=True, slots=True)
class Saying:
    """One way to say a property.

    Attributes:
        words: The id of a relation, or lemmas: "record label", "write by".
        turned: True if the words lead from the object to the subject. A noun leads from who has it
            ("the author of X") unless turned ("X is a subsidiary of").
        source: What it was found by: ``same as``, ``label``, ``other label``, ``derived``,
            ``comment`` or ``vectors``.
    """

    form: Form
    words: str
    turned: bool = False
    source: str = "label"


def shorten(words: str) -> Iterator[str]:
    """What is left of a label without "has", "is", "number of" before and "date", "place" after."""
    for opening in _OPENING:
        if words.startswith(opening) and len(words) > len(opening) + _SHORT:
            yield words.removeprefix(opening)
    for closing in _CLOSING:
        before = words.removesuffix(closing)
        if before == words or len(before) <= _SHORT:
            continue
        if closing != " name" or type_of_noun(before.rsplit(" ", 1)[-1]):  # no "native name"
            yield before


def without_class(words: str, classes: tuple[str, ...]) -> str:
    """A label without the class of its objects after a preposition: "is part of" of "is part of
    military conflict"."""
    for name in classes:
        before = words.removesuffix(f" {name}")
        if before != words and before.rsplit(" ", 1)[-1] in PREPOSITIONS:
            return before
    return words


def say_label(tables: Lookups, words: str, source: str) -> Iterator[Saying]:
    """The sayings of a label in lower case; none where it is too short to be told from others.

    Args:
        source: What the sayings are said to be found by.
    """
    for form in dict.fromkeys((words, *shorten(words))):
        if len(form.replace(" ", "")) < _SHORT:
            continue
        *before, last = form.split()
        if last in PREPOSITIONS and before:
            yield from _say_with_preposition(tables, before, last, source)
            continue
        noun = lemmatize_label(tables, form)
        acts = list(_say_verb(tables, form, noun, source)) if form == words and not before else []
        does = any(not act.turned and type_of_noun(noun) == "person" for act in acts)  # "coaches"
        yield Saying("noun", noun, does, source)
        yield from acts
        verb = find_lemma(tables, last, "verb") if before and form == words else None
        if verb and is_participle(tables, last) and type_of_noun(before[-1]):
            yield Saying("verb", verb, False, source)  # "city served"


def _say_with_preposition(
    tables: Lookups, before: list[str], last: str, source: str
) -> Iterator[Saying]:
    head = " ".join(before)
    verb = find_lemma(tables, before[-1], "verb")
    if len(before) == 1 and verb and is_participle(tables, before[-1]):
        if last == "by":
            yield Saying("verb", verb, True, source)
        else:
            yield Saying("passive", f"{verb} {last}", False, source)
    elif len(before) == 1 and verb and before[-1].endswith("s"):
        yield Saying("verb", f"{verb} {last}", False, source)
    elif last in ("of", "by"):
        yield Saying("noun", lemmatize_label(tables, head), last == "of", source)
    else:
        yield Saying("passive", f"{verb or before[-1]} {last}", False, source)


def _say_verb(tables: Lookups, word: str, noun: str, source: str) -> Iterator[Saying]:
    """A one-word label that is a verb: "employs" leads to the object, "discovered" to who did it
    or when, "coach" to who does it."""
    verb = find_lemma(tables, word, "verb")
    if verb and is_participle(tables, word):
        yield Saying("verb", verb, True, source)
        yield Saying("passive", verb, False, source)
    elif verb and word.endswith("s"):
        yield Saying("verb", verb, False, source)
    elif verb == word:
        yield Saying("verb", verb, type_of_noun(noun) == "person", source)


def lemmatize_verb(tables: Lookups, words: str) -> str:
    """Words with the first one as a verb in its plain form: "marry to" of "married to"."""
    first, *rest = words.split() or [""]
    return " ".join((find_lemma(tables, first, "verb") or first, *rest))


def lemmatize_label(tables: Lookups, words: str) -> str:
    """Words with the last one as a noun in the singular: "record label" of "record labels"."""
    *before, last = words.split() or [""]
    return " ".join((*before, find_lemma(tables, last, "noun") or last))
