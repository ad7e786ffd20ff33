"""What a name is while it is looked for, and the words that tell names."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kgx.annotate.wordlists import read_set

DESIGNATION = re.compile(
    r"(?:[A-Z][A-Za-z]{0,5}-\d{1,5}[A-Za-z0-9]{0,4}|[A-Z]{1,3}\d{3,4}[A-Za-z]{0,4})"
    r"(?:-[A-Z0-9]{1,4})?"
)
"""KTJ-3200, F-16, Su-57M, A320neo: letters and a number that name a model."""

_CAMEL = re.compile(r"[a-z]{1,2}[A-Z][a-z]+")


@dataclass(frozen=True, slots=True)
class Name:
    """A name at ``[start, end)``; ``label`` is the model's, empty where it saw none; ``title``
    tells that a person's title stands before it."""

    start: int
    end: int
    label: str
    title: bool = False


def words_in(key: str) -> frozenset[str]:
    """A list of ``names.toml``."""
    return read_set("names.toml", key)


def is_capitalised(word: str) -> bool:
    """True for a word that begins with a capital, or with one after one or two small letters."""
    return word[:1].isupper() or bool(_CAMEL.match(word))
