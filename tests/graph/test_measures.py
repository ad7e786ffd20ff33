"""Counts of a graph."""

from __future__ import annotations

from collections import Counter

from graph_samples import CHILE, EXPORTS, NORVIK, SELL_TO, make_annotations

from kgx.graph import build_graph, describe_graph
from kgx.graph.measures import count_covering


def test_counts() -> None:
    summary = describe_graph(build_graph(make_annotations()))
    assert (summary.documents, summary.entities, summary.concepts) == (3, 7, 2)
    assert (summary.claims, summary.denied, summary.unsure, summary.attributed) == (10, 1, 3, 2)
    assert (summary.statements, summary.asserted, summary.events) == (8, 5, 2)
    assert summary.mentions == 16
    assert next(iter(summary.types.items())) == ("place", 3)


def test_rankings_are_bounded_and_most_first() -> None:
    summary = describe_graph(build_graph(make_annotations()), top=2)
    assert summary.predicates[0] == (SELL_TO, 2)
    assert summary.connected[0] == (NORVIK, 7)
    assert len(summary.predicates) == len(summary.connected) == 2
    everything = describe_graph(build_graph(make_annotations()), top=99)
    assert dict(everything.predicates)[EXPORTS] == 1
    assert dict(everything.connected)[CHILE] == 1


def test_predicates_are_counted_with_how_few_cover_most() -> None:
    summary = describe_graph(build_graph(make_annotations()))
    assert (summary.distinct, summary.covering) == (7, 7)
    assert count_covering(Counter(a=90, b=9, c=1)) == 1
    assert count_covering(Counter(a=89, b=10, c=1)) == 2
    assert count_covering(Counter()) == 0


def test_an_empty_graph_has_nothing() -> None:
    summary = describe_graph(build_graph([]))
    assert (summary.documents, summary.claims, summary.predicates) == (0, 0, ())
