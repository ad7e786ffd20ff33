"""Graphs as pictures."""

from __future__ import annotations

import sys
from io import BytesIO
from itertools import combinations, pairwise

import networkx as nx
import pytest
from graph_samples import NORVIK, PERU, make_harbour, make_orders, make_visit
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.patches import FancyArrowPatch

from kgx.errors import KgxError
from kgx.graph import Graph, build_graph
from kgx.view.layout import place_nodes
from kgx.view.picture import draw_graph


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build_graph([make_harbour(), make_orders(), make_visit()])


def words_in(figure: Figure) -> list[str]:
    return [text.get_text().replace("\n", " ") for text in figure.axes[0].texts]


def png_of(figure: Figure) -> bytes:
    file = BytesIO()
    figure.savefig(file, format="png", metadata={"Software": None})
    return file.getvalue()


def test_what_is_said_is_drawn_with_its_words(graph: Graph) -> None:
    words = words_in(draw_graph(graph))
    assert {"Norvik Yards", "Chile", "exports"} <= {*words}


def test_what_is_not_asserted_says_so_and_is_dashed(graph: Graph) -> None:
    figure = draw_graph(graph.edge_subgraph([edge for edge in graph.edges if edge[1] == PERU]))
    [arrow] = [p for p in figure.axes[0].patches if isinstance(p, FancyArrowPatch)]
    assert arrow.get_linestyle() == "--"
    assert "(denied, planned) sell to" in words_in(figure)


def test_an_asserted_statement_is_solid(graph: Graph) -> None:
    asserted = [key for *key, edge in graph.edges(keys=True, data=True) if edge["asserted"]]
    figure = draw_graph(graph.edge_subgraph([tuple(key) for key in asserted]))
    lines = {p.get_linestyle() for p in figure.axes[0].patches if isinstance(p, FancyArrowPatch)}
    assert lines == {"-"}


def test_the_best_connected_are_kept(graph: Graph) -> None:
    words = words_in(draw_graph(graph, most=3))
    assert "Norvik Yards" in words
    assert len(words) < len(words_in(draw_graph(graph)))


def test_names_are_not_read_as_mathematics() -> None:
    odd = build_graph([make_harbour()])
    odd.nodes[NORVIK]["label"] = "Cash $for$ \\frac"
    assert len(png_of(draw_graph(odd))) > 0


def test_an_empty_graph_is_a_picture() -> None:
    assert words_in(draw_graph(build_graph([]))) == []


def test_the_same_graph_gives_the_same_picture(graph: Graph) -> None:
    turned = build_graph([make_visit(), make_orders(), make_harbour()])
    assert png_of(draw_graph(graph)) == png_of(draw_graph(turned))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), min_size=1, max_size=20))
def test_no_two_boxes_overlap(edges: list[tuple[int, int]]) -> None:
    graph: Graph = nx.MultiDiGraph((f"n{a}", f"n{b}") for a, b in edges)
    sizes = {node: (0.8 + 0.2 * int(node[1:]), 0.4) for node in graph}
    places = place_nodes(graph, sizes)
    assert places.keys() == set(graph)
    for one, other in combinations(places, 2):
        across, up = (abs(a - b) for a, b in zip(places[one], places[other], strict=True))
        wide, high = ((a + b) / 2 for a, b in zip(sizes[one], sizes[other], strict=True))
        assert across >= wide - 1e-6 or up >= high - 1e-6


def test_linked_boxes_leave_room_for_words() -> None:
    graph: Graph = nx.MultiDiGraph([("a", "b")])
    sizes = {"a": (1.0, 0.3), "b": (2.0, 0.3)}
    places = place_nodes(graph, sizes, {("a", "b"): 3.0})
    assert abs(places["a"][0] - places["b"][0]) == pytest.approx(4.5)


def test_a_part_grows_from_the_best_connected_along_statements(graph: Graph) -> None:
    shown = draw_graph(graph, most=3)
    arrows = [p for p in shown.axes[0].patches if isinstance(p, FancyArrowPatch)]
    assert len(arrows) >= 2


def test_what_is_linked_is_near() -> None:
    names = [f"n{number}" for number in range(6)]
    graph: Graph = nx.MultiDiGraph(pairwise(names))
    places = place_nodes(graph, dict.fromkeys(names, (0.5, 0.3)))
    xs = [places[name][0] for name in names]
    assert xs == sorted(xs) or xs == sorted(xs, reverse=True)


def test_without_matplotlib_the_extra_is_named(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib.figure", None)
    with pytest.raises(KgxError, match=r"kgx-extract\[notebook\]"):
        draw_graph(graph)
