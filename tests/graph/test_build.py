"""Annotations to one graph."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from itertools import permutations

from graph_samples import (
    CHILE,
    EXPORTS,
    FERRY,
    HOLM,
    JORDAN,
    JORDAN_PERSON,
    NORVIK,
    NX40,
    PERU,
    SELL_TO,
    SHIP,
    TEXTS,
    XSD,
    make_annotations,
    make_harbour,
    make_orders,
)

from kgx.graph import build_graph
from kgx.graph.build import Graph, entity_of
from kgx.types import Annotation, Entity


def sorted_parts(graph: Graph) -> tuple[object, ...]:
    """The graph as plain data, evidence in order of its claims."""
    edges = [
        (s, o, p, sorted(e.claim.id for e in edge["evidence"]), edge["asserted"])
        for s, o, p, edge in graph.edges(keys=True, data=True)
    ]
    nodes = sorted((iri, sorted(map(str, node.items()))) for iri, node in graph.nodes(data=True))
    return nodes, sorted(edges), sorted(graph.graph["events"].items())


def test_claims_that_say_the_same_are_one_edge_with_their_evidence() -> None:
    graph = build_graph(make_annotations())
    edge = graph.edges[NORVIK, NX40, EXPORTS]
    assert [item.document.id for item in edge["evidence"]] == ["harbour.txt", "orders 2.txt"]
    assert edge["asserted"]
    assert edge["confidence"] == 0.95


def test_what_is_only_denied_is_an_edge_that_is_not_asserted() -> None:
    edge = build_graph(make_annotations()).edges[NORVIK, PERU, SELL_TO]
    assert not edge["asserted"]
    assert edge["confidence"] == 0.7


def test_confidence_is_that_of_the_claims_that_stand() -> None:
    sure = make_harbour()
    doubted = replace(sure.claims[0], id="x", modality="possible", confidence=0.99)
    graph = build_graph([replace(sure, claims=(*sure.claims, doubted))])
    assert graph.edges[NORVIK, NX40, EXPORTS]["confidence"] == 0.9


def test_nodes_carry_what_all_documents_say() -> None:
    node = build_graph(make_annotations()).nodes[NORVIK]
    assert node["label"] == "Norvik Yards"
    assert node["aliases"] == ("Norvik",)
    assert node["mentions"] == 5
    assert node["documents"] == ("harbour.txt", "orders 2.txt", "visit.txt")


def test_literals_are_nodes_of_their_own_type() -> None:
    graph = build_graph([make_orders()])
    name = f'"420"^^<{XSD}integer>'
    assert graph.nodes[name] == {
        "label": "420",
        "type": "literal",
        "value": "420",
        "datatype": XSD + "integer",
    }
    assert graph.has_edge(NORVIK, name)


def test_concepts_keep_their_broader_ones() -> None:
    graph = build_graph([make_harbour()])
    assert entity_of(graph, FERRY).broader == (SHIP,)


def test_an_entity_that_only_a_claim_names_is_a_node() -> None:
    harbour = make_harbour()
    graph = build_graph([replace(harbour, entities=harbour.entities[:1])])
    assert graph.nodes[CHILE]["label"] == "chile"
    assert graph.nodes[FERRY]["type"] == "concept"


def test_the_order_of_documents_changes_nothing() -> None:
    parts = [sorted_parts(build_graph(order)) for order in permutations(make_annotations())]
    assert all(other == parts[0] for other in parts)


def test_the_same_document_twice_is_one() -> None:
    once, twice = build_graph([make_harbour()]), build_graph([make_harbour(), make_harbour()])
    assert sorted(once.edges(keys=True)) == sorted(twice.edges(keys=True))
    assert len(twice.edges[NORVIK, NX40, EXPORTS]["evidence"]) == 1


def test_every_evidence_slices_back_to_its_quote() -> None:
    graph = build_graph(make_annotations())
    found = [item for *_, edge in graph.edges(data=True) for item in edge["evidence"]]
    assert len(found) == 10
    for item in found:
        text = TEXTS[item.document.id]
        assert text[item.claim.start : item.claim.end] == item.claim.quote
        assert item.claim.sentence in text


def test_no_annotations_are_an_empty_graph() -> None:
    graph = build_graph([])
    assert (len(graph), graph.graph["documents"], graph.graph["events"]) == (0, {}, {})


def test_a_document_without_claims_takes_the_base_of_the_others() -> None:
    base = "https://data.example/"
    claims = tuple(replace(c, id=base + "claim/1") for c in make_harbour().claims[:1])
    graph = build_graph([Annotation("empty"), replace(make_harbour(), claims=claims)])
    assert graph.graph["base"] == base
    assert graph.graph["documents"]["empty"].iri == base + "document/empty"


def test_a_given_base_wins() -> None:
    graph = build_graph([make_harbour()], base="https://data.example/")
    assert graph.graph["documents"]["harbour.txt"].base == "https://data.example/"


def test_self_mention_of_a_speaker_without_description_is_kept() -> None:
    harbour = make_harbour()
    others = tuple(entity for entity in harbour.entities if entity.id != HOLM)
    assert HOLM in build_graph([replace(harbour, entities=others)])


def test_a_node_of_a_person_called_like_a_place_is_apart() -> None:
    graph = build_graph(make_annotations())
    assert graph.nodes[JORDAN]["type"] == "place"
    assert graph.nodes[JORDAN_PERSON]["type"] == "person"


def test_nothing_after_annotating_imports_spacy() -> None:
    code = (
        "import sys, kgx.annotations, kgx.graph, kgx.rdf, kgx.query, kgx.view.text;"
        "sys.exit('spacy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_entity_of_gives_back_the_entity() -> None:
    made = Entity("https://x.example/a", "A", "place", ("t",), ("b",), ("s",))
    assert entity_of(build_graph([Annotation("d", entities=(made,))]), made.id) == made
