"""Designations of models and registrations of aircraft."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgx.annotate.names.evidence import company_evidence
from kgx.annotate.names.search import Search
from kgx.annotate.names.words import DESIGNATION, Name, is_registration, words_in

_NUMBERED = re.compile(r"[A-Z][a-z]{3,}\d{1,3}")


def find_made(search: Search) -> Iterator[Name]:
    """What a listed company of two words makes, with its maker: the *Lockheed Martin F-35*."""
    text = search.parse.text
    for i in range(2, len(text)):
        made = DESIGNATION.fullmatch(text[i]) and text[i] not in words_in("not_designations")
        if made and "ORG" in company_evidence(text[i - 2 : i]):
            yield Name(i - 2, i + 1, "PRODUCT")


def find_designations(search: Search) -> Iterator[Name]:
    """Designations of models, what aircraft are registered by, and words that end in a number
    (*Kupito24*)."""
    text, stop = search.parse.text, words_in("not_designations")
    for i, word in enumerate(text):
        if search.taken[i] or not (word[0].isupper() or word[0].isdigit()):
            continue
        parted = text[i + 1 : i + 2] == ["-"] and is_registration("".join(text[i : i + 3]))
        shaped = DESIGNATION.fullmatch(word) and word not in stop
        if parted or shaped or is_registration(word):
            yield Name(i, i + 3 if parted else i + 1, "PRODUCT")
        elif _NUMBERED.fullmatch(word) and word not in stop:
            yield Name(i, i + 1, "")


def find_asteroids(search: Search) -> Iterator[Name]:
    """The name of a minor planet with its number, right behind the noun for it: the asteroid *2311
    Halden*."""
    text, tags = search.parse.text, search.parse.tag
    for i in range(1, len(text) - 1):
        named = text[i].isdigit() and tags[i + 1] in ("NNP", "NN") and text[i + 1].istitle()
        if named and text[i - 1] in words_in("numbered_worlds"):
            yield Name(i, i + 2, "LOC")
