"""Why entities of different documents are one: the steps of merging, from the surest on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kgx.errors import KgxError
from kgx.graph.clusters import Clusters
from kgx.graph.context import join_by_context
from kgx.graph.corpus import Corpus
from kgx.graph.rulings import Ruling
from kgx.graph.units import Group, Unit, Units
from kgx.types import EntityType

_NOT_MISTAKEN: frozenset[EntityType] = frozenset({"person", "concept"})
"""Types that a name of several words is not given by mistake for another."""


def join_units(corpus: Corpus, units: Units, rulings: Sequence[Ruling] = ()) -> Clusters:
    """Put units together: by the user's word, by identifier, by name, by context.

    Raises:
        KgxError: Rulings contradict each other; names the line.
    """
    different = {n for n, ruling in enumerate(rulings) if ruling.verdict == "different"}
    clusters = Clusters(units.units, different)
    _join_ruled(clusters, rulings)
    _join_identified(clusters)
    _join_named(clusters)
    join_by_context(corpus, units, clusters)
    return clusters


def _join_ruled(clusters: Clusters, rulings: Sequence[Ruling]) -> None:
    """Put together what the user says is the same."""
    meant: dict[int, list[int]] = defaultdict(list)
    for number, unit in enumerate(clusters.units):
        for line in {line for line, _ in unit.marks}:
            meant[line].append(number)
    for number, ruling in enumerate(rulings):
        if ruling.verdict == "same":
            first, *others = meant[number] or [0]
            for other in others:
                if not clusters.join(first, other, "user", str(ruling)):
                    raise KgxError(
                        f"{ruling.place}: {ruling}, but another line says that they are "
                        "different: remove one of the two"
                    )


def _join_identified(clusters: Clusters) -> None:
    """Put together what is linked to the same thing, the names of one type first."""
    by_identifier: dict[str, list[int]] = defaultdict(list)
    for number, unit in enumerate(clusters.units):
        for iri in unit.same_as:
            by_identifier[iri].append(number)
    for iri in sorted(by_identifier):
        first, *others = by_identifier[iri]
        for other in others:
            clusters.join(first, other, "identifier", iri)


def _join_named(clusters: Clusters) -> None:
    """Put together what has the same name, if that says who it is: first within a type, then
    where a type is no more than a mistake."""
    groups: dict[Group, list[int]] = defaultdict(list)
    for number, unit in enumerate(clusters.units):
        if unit.clear:
            groups[unit.name, unit.type].append(number)
    for numbers in groups.values():
        for one, other in _pairs(clusters, numbers):
            clusters.join(one, other, "name", clusters.units[one].label)
    by_name: dict[str, list[list[int]]] = defaultdict(list)
    for (name, _), numbers in sorted(groups.items()):
        by_name[name].append(numbers)
    for typed in by_name.values():
        if len(typed) > 1:
            _join_types(clusters, typed)


def _pairs(clusters: Clusters, numbers: Sequence[int]) -> Iterable[tuple[int, int]]:
    """The first with each other; where the user tells some apart, only those without a ruling."""
    marked = [n for n in numbers if clusters.marked(n)]
    apart = any(clusters.opposed(one, other) for one in marked for other in marked)
    free = [n for n in numbers if n not in marked] if apart else numbers
    return [(free[0], other) for other in free[1:]]


def _join_types(clusters: Clusters, typed: Sequence[Sequence[int]]) -> None:
    """Put together the types of a name: those that documents disagree on if it is of several
    words, and what they know no type of if there is but one other."""
    units = clusters.units
    known = [numbers for numbers in typed if units[numbers[0]].type != "other"]
    untyped = [numbers for numbers in typed if units[numbers[0]].type == "other"]
    long = all(len(units[n].label.split()) > 1 for numbers in typed for n in numbers)
    doubtful = [ns for ns in known if units[ns[0]].type not in _NOT_MISTAKEN] if long else []
    ranked = sorted(doubtful, key=lambda ns: (-_count(units, ns), units[ns[0]].type))
    for numbers in ranked[1:]:
        clusters.join(ranked[0][0], numbers[0], "name", units[numbers[0]].label)
    things = {clusters.find(numbers[0]) for numbers in known}
    if len(things) == 1:
        for numbers in untyped:
            clusters.join(known[0][0], numbers[0], "name", units[numbers[0]].label)


def _count(units: Sequence[Unit], numbers: Sequence[int]) -> int:
    return sum(units[number].senses.total() for number in numbers)
