"""Entities, paths and counts as text."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from graph_samples import CHILE, HOLM, NORVIK, make_annotations, make_harbour
from rich.console import Console, RenderableType

from kgx.graph import build_graph, describe_graph, find_path
from kgx.graph.build import Graph
from kgx.rdf import from_rdf, to_rdf
from kgx.view.text import show_entity, show_path, show_summary
from kgx.vocab import VOCABULARY


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build_graph(make_annotations())


def render(shown: RenderableType, width: int = 200) -> list[str]:
    console = Console(file=io.StringIO(), width=width, color_system=None, highlight=False)
    console.print(shown)
    return [line.rstrip() for line in console.file.getvalue().splitlines()]  # type: ignore[attr-defined]


def test_an_entity_with_what_is_said_of_it(graph: Graph) -> None:
    lines = render(show_entity(graph, NORVIK))
    assert lines[0] == "Norvik Yards  organization"
    assert "also called: Norvik" in lines
    assert "mentions: 5 in harbour.txt, orders 2.txt, visit.txt" in lines
    start = lines.index("sell to")
    assert lines[start : start + 5] == [
        "sell to",
        "  → Jordan",
        "      [possible, inferred by same yard, 0.60] “Norvik Yards may sell to Jordan.”"
        "  (visit.txt, 44–75)",
        "  → Peru",
        "      [denied, planned, says Ida Holm, 0.70] ““We will not sell to Peru,” said Ida Holm,"
        " who runs Norvik Yards.”  (harbour.txt, 2024-05-02, 64–88)",
    ]
    assert "  ← Ida Holm" in lines


def test_the_same_from_rdf(graph: Graph) -> None:
    again = from_rdf(to_rdf(graph))
    assert render(show_entity(again, HOLM)) == render(show_entity(graph, HOLM))


def test_a_limit_says_how_many_are_left(graph: Graph) -> None:
    assert render(show_entity(graph, NORVIK, limit=2))[-1] == "... and 5 more statements"


def test_a_path_in_one_line_then_its_sentences(graph: Graph) -> None:
    lines = render(show_path(graph, find_path(graph, "Holm", "Chile")[0]))
    assert lines[0] == "Ida Holm –employer→ Norvik Yards –export to→ Chile"
    assert lines[2] == (
        "   [0.90] “Ida Holm works for Norvik Yards.”  (orders 2.txt, 2024-06, 41–72)"
    )
    assert lines[3] == "2. Norvik Yards export to Chile"


def test_a_path_walked_back(graph: Graph) -> None:
    lines = render(show_path(graph, find_path(graph, "Chile", "Norvik")[0]))
    assert lines[0] == "Chile ←export to– Norvik Yards"
    assert lines[1] == "1. Norvik Yards export to Chile"


def test_a_step_that_is_not_asserted_says_so(graph: Graph) -> None:
    lines = render(show_path(graph, find_path(graph, "Norvik", "Peru")[0]))
    assert lines[0] == "Norvik Yards –sell to (not asserted)→ Peru"
    assert "[denied, planned, says Ida Holm, 0.70]" in lines[2]


def test_counts(graph: Graph) -> None:
    lines = render(show_summary(describe_graph(graph), graph))
    assert lines[0].split() == ["documents", "3"]
    assert "claims      10  1 denied, 3 possible, planned or asked, 2 by speakers" in lines
    assert ["sell", "to", "2"] in [line.split() for line in lines]
    assert any(line.startswith("  Norvik Yards") for line in lines)


def test_counts_without_the_graph_have_the_names_of_iris(graph: Graph) -> None:
    lines = render(show_summary(describe_graph(graph)))
    assert ["norvik-yards", "7"] in [line.split() for line in lines]


def test_nothing_in_a_document_is_markup_or_steers_the_terminal() -> None:
    harbour = make_harbour()
    chile = replace(harbour.entities[3], label="[bold]Chile[/]\x1b[31m\nx")
    entities = (*harbour.entities[:3], chile, *harbour.entities[4:])
    claims = tuple(replace(c, quote="[red]\x1b]0;x\x07 a\n b") for c in harbour.claims)
    graph = build_graph([replace(harbour, entities=entities, claims=claims)])
    lines = render(show_entity(graph, NORVIK)) + render(show_entity(graph, CHILE))
    text = "\n".join(lines)
    assert "  → [bold]Chile[/][31m x" in lines
    assert "[red]" in text
    assert not {"\x1b", "\x07"} & set(text)


def test_a_coined_predicate_has_its_general_one_beside_it() -> None:
    one = make_harbour()
    claims = tuple(replace(c, predicates=(VOCABULARY + "givesTo",)) for c in one.claims)
    lines = render(show_entity(build_graph([replace(one, claims=claims)]), NORVIK))
    assert "sell to  kgx:givesTo" in lines
    assert "exports" in lines  # a relation of the vocabulary is known by itself
