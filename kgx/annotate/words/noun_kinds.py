"""What common nouns are kinds of, by WordNet (Miller 1995): ``data/noun_kinds.tsv``."""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from kgx.annotate.words.tables import read_data

_FREQUENT = 3
"""How many meanings of a noun tell what it is a kind of."""
_NAME = "noun_kinds.tsv"


@dataclass(frozen=True, slots=True)
class NounKinds:
    """Meanings of nouns, by number.

    Attributes:
        meanings: The meanings of a noun in lower case, in the singular, the most frequent first.
        above: For each meaning those that it is a kind of.
    """

    meanings: dict[str, tuple[int, ...]]
    above: tuple[tuple[int, ...], ...]


@functools.cache
def load_noun_kinds() -> NounKinds:
    """The table that kgx brings along."""
    found: dict[str, dict[int, int]] = defaultdict(dict)
    above: list[tuple[int, ...]] = []
    lines = read_data(_NAME).splitlines()
    for number, line in enumerate(lines):
        words, _, kinds = line.partition("\t")
        above.append(tuple(map(int, kinds.split(","))) if kinds else ())
        for word in words.split("|") if words else ():
            noun, _, rank = word.partition("~")
            found[noun][int(rank or 1)] = number
    meanings = {noun: tuple(ranks[r] for r in sorted(ranks)) for noun, ranks in found.items()}
    return NounKinds(meanings, tuple(above))


def is_noun(words: str) -> bool:
    """True for a noun, of one word or more, that has a meaning of its own.

    >>> is_noun("short story"), is_noun("long story")
    (True, False)
    """
    return words in load_noun_kinds().meanings


def is_kind_of(noun: str, kind: str) -> bool:
    """True if one of the frequent meanings of a noun is a kind of what another noun may mean.

    >>> is_kind_of("trombone", "musical instrument"), is_kind_of("trombone", "genre")
    (True, False)
    """
    meanings = load_noun_kinds().meanings
    wanted = frozenset(meanings.get(kind, ()))
    return bool(wanted) and not wanted.isdisjoint(find_above(noun))


def is_mostly(noun: str, kind: str) -> bool:
    """True if the most frequent meaning of a noun is, or is a kind of, that of another.

    >>> is_mostly("galleon", "vehicle"), is_mostly("pitcher", "vessel")
    (True, False)
    """
    meanings = load_noun_kinds().meanings
    first, wanted = meanings.get(noun, ())[:1], meanings.get(kind, ())[:1]
    return bool(wanted) and (first == wanted or any(wanted[0] in _climb(n) for n in first))


def first_meaning(noun: str) -> int | None:
    """The number of the most frequent meaning of a noun; None for what is none."""
    return next(iter(load_noun_kinds().meanings.get(noun, ())), None)


def climb_kinds(noun: str) -> Iterator[int]:
    """The numbers of the most frequent meaning of a noun and of those it is a kind of, nearest
    first."""
    meaning = first_meaning(noun)
    if meaning is not None:
        yield meaning
        yield from _climb(meaning)


@functools.lru_cache(maxsize=8192)
def find_above(noun: str) -> frozenset[int]:
    """What the frequent meanings of a noun are kinds of, without those themselves."""
    own = load_noun_kinds().meanings.get(noun, ())[:_FREQUENT]
    return frozenset(n for start in own for n in _climb(start))


def _climb(start: int) -> Iterator[int]:
    above = load_noun_kinds().above
    queue = list(above[start])
    for number in queue:  # grows while kinds are found; the table has no cycles
        yield number
        queue += above[number]
