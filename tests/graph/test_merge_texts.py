"""Entities of texts: what stays apart and what becomes one, from the words on."""

from __future__ import annotations

import pytest
from spacy.language import Language

import kgx
from kgx.graph.build import Graph

TEXTS = {
    "caucasus": "Georgia and its capital Tbilisi expect visitors. Georgia exports wine.",
    "south": "A storm crossed Georgia into Alabama. The governor of Georgia was in Atlanta.",
    "court": "A court in Leeds fined John Smith, a plumber, for fraud. Smith will appeal.",
    "match": "John Smith, a striker from Perth, scored twice. Smith left the pitch in tears.",
    "firm": "Corning makes glass. The company Corning sold a plant to Norvik Yards for $3 million.",
    "town": "The town of Corning lies on a river. Snow fell in Corning and in Elmira.",
    "yard": "Ida Holm leads Norvik Yards. Holm said that Norvik Yards would build two ferries.",
    "award": "Ida Holm won an award in Oslo on Friday.",
}


@pytest.fixture(scope="module")
def graph(nlp: Language) -> Graph:
    documents = [kgx.Document(name, text) for name, text in TEXTS.items()]
    return kgx.build_graph(kgx.annotate(documents, nlp))


def labelled(graph: Graph, label: str) -> list[tuple[str, ...]]:
    """The documents of each entity of a label."""
    nodes = graph.nodes(data=True)
    return sorted(node["documents"] for _, node in nodes if node["label"] == label)


@pytest.mark.parametrize(
    ("label", "documents"),
    [
        ("Georgia", [("caucasus",), ("south",)]),
        ("John Smith", [("court",), ("match",)]),
        ("Corning", [("firm",), ("town",)]),
        ("Ida Holm", [("award", "yard")]),
        ("Norvik Yards", [("firm", "yard")]),
    ],
)
def test_who_is_who(graph: Graph, label: str, documents: list[tuple[str, ...]]) -> None:
    assert labelled(graph, label) == documents
