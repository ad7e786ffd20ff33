"""Units put together, with the reason for each step."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from typing import Literal

from kgx.graph.corpus import Fact
from kgx.graph.units import Unit, contradict

Reason = Literal["identifier", "name", "context", "user"]


@dataclass(frozen=True, slots=True)
class Join:
    """Two units that were put together; ``basis`` is what the reason rests on."""

    one: int
    other: int
    reason: Reason
    basis: str


@dataclass(slots=True)
class _Known:
    """What is known of a cluster, to tell what must not be in it."""

    same_as: set[str]
    facts: set[Fact]
    full_names: set[str]
    marks: set[tuple[int, bool]]
    alone_in: set[int]


class Clusters:
    """A partition of units (union by smaller number, with path halving), and its joins."""

    def __init__(self, units: Sequence[Unit], different: Container[int] = ()) -> None:
        """Args:
        different: The numbers of the rulings that keep units apart.
        """
        self.units = units
        self.joins: list[Join] = []
        self._parent = list(range(len(units)))
        self._known = {number: _know(unit, different) for number, unit in enumerate(units)}

    def find(self, number: int) -> int:
        """The least unit of the cluster of a unit."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def join(self, one: int, other: int, reason: Reason, basis: str) -> bool:
        """Put two units' clusters together, unless something speaks against it.

        Only the user may put together what has different identifiers or years, and nothing what
        the user says is different.
        """
        first, second = sorted((self.find(one), self.find(other)))
        if first == second:
            return True
        known, more = self._known[first], self._known[second]
        if _is_ruled_out(known, more) or (reason != "user" and _speak_against(known, more, reason)):
            return False
        self._parent[second] = first
        self._known[first] = _Known(
            known.same_as | more.same_as,
            known.facts | more.facts,
            known.full_names | more.full_names,
            known.marks | more.marks,
            known.alone_in | more.alone_in,
        )
        del self._known[second]
        self.joins.append(Join(one, other, reason, basis))
        return True

    def marked(self, number: int) -> bool:
        """Whether the user says of a unit's cluster what it is different from."""
        return bool(self._known[self.find(number)].marks)

    def opposed(self, one: int, other: int) -> bool:
        """Whether the user says that the clusters of two units are different."""
        return _is_ruled_out(self._known[self.find(one)], self._known[self.find(other)])

    def differ(self, one: int, other: int) -> bool:
        """Whether something speaks against putting two units together by context."""
        first, second = self.find(one), self.find(other)
        if first == second:
            return False
        known, more = self._known[first], self._known[second]
        return _is_ruled_out(known, more) or _speak_against(known, more, "context")


def _know(unit: Unit, different: Container[int]) -> _Known:
    full = {unit.name} if unit.type == "person" and unit.clear else set()
    alone_in = set(unit.documents) if unit.alone else set()
    marks = {mark for mark in unit.marks if mark[0] in different}
    return _Known(set(unit.same_as), set(unit.facts), full, marks, alone_in)


def _is_ruled_out(one: _Known, other: _Known) -> bool:
    turned = {(ruling, not first) for ruling, first in other.marks}
    return not one.marks.isdisjoint(turned)


def _speak_against(one: _Known, other: _Known, reason: Reason) -> bool:
    """Different identifiers or years; for context alone, different full names, and entities that
    a document tells apart."""
    if contradict(one.same_as, other.same_as):
        return True
    if reason == "identifier":
        return False
    years, others = dict(one.facts), dict(other.facts)
    if any(others.get(predicate, year) != year for predicate, year in years.items()):
        return True
    if reason != "context":
        return False
    if one.full_names and other.full_names and one.full_names.isdisjoint(other.full_names):
        return True
    return not one.alone_in.isdisjoint(other.alone_in)
