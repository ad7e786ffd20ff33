"""Verbs that labels of properties come from: "sponsor" is said as "sponsored by", "opening date" as
"opened in".

Agent nouns and the names of deeds, by their endings and by ``nominals`` of ``data/lexicon.toml``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from spacy.lookups import Lookups

from kgx.annotate.terms.class_types import Types
from kgx.annotate.words.lemmas import find_lemma
from kgx.annotate.words.lexicon import load_lexicon

Derived = tuple[Literal["verb", "passive"], str, bool]

_AGENTS = frozenset({"person", "organization", "group"})
_DATES = frozenset({"date", "year", "time", "day"})
_PLACES = frozenset({"place", "location", "site"})
_SHORTEST = 4
"""Letters a verb must have that an agent noun is cut down to: "mother" does not come from "moth"
where it has more."""


def derive_verbs(tables: Lookups, words: str, range_: Types) -> Iterator[Derived]:
    """How verbs say what a label names: the form, the words, and whether they lead from the object
    to the subject, as a `kgx.annotate.terms.sayings.Saying` has them.

    Args:
        words: A label in lower case.
        range_: The coarse types of the objects.
    """
    parts = words.split()
    deed, kind = _split(parts)
    if kind in _DATES or kind in _PLACES:
        verb = find_deed(tables, deed)
        prepositions = ("",) if kind in _DATES else (" in", " at")
        for preposition in prepositions if verb else ():
            yield "passive", verb + preposition, False
            yield "verb", verb + preposition, False
    elif len(parts) == 1 and range_ and range_ <= _AGENTS:
        verb = find_doing(tables, words)
        if verb:
            yield "verb", verb, True


def _split(parts: list[str]) -> tuple[str, str]:
    """The deed and the kind of circumstance of "opening date" and "date of opening"."""
    if len(parts) == 2:
        return parts[0], parts[1]
    if len(parts) == 3 and parts[1] == "of":
        return parts[2], parts[0]
    return "", ""


def find_deed(tables: Lookups, noun: str) -> str:
    """The verb for a deed; empty where none is known.

    A noun of the lexicon, a verb as it stands ("release"), or its form in "-ing" ("opening").
    """
    known = load_lexicon().nominals.get(noun, "")
    if known or not noun:
        return known
    verb = find_lemma(tables, noun, "verb")
    return verb if verb and (verb == noun or noun.endswith("ing")) else ""


def find_doing(tables: Lookups, noun: str) -> str:
    """The verb for what the agent a noun names does: "sponsor" as it stands, "narrate" for
    "narrator", "program" for "programmer"; empty where none is known."""
    for ending in ("er", "or"):
        stem = noun.removesuffix(ending)
        if stem == noun:
            continue
        doubled = stem[:-1] if stem[-2:-1] == stem[-1:] else ""
        for verb in (stem + "e", stem, doubled):
            if len(verb) > _SHORTEST and find_lemma(tables, verb, "verb") == verb:
                return verb
    return noun if find_lemma(tables, noun, "verb") == noun else ""
