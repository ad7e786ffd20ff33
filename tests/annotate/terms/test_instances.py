"""Ontology mode: which classes of an ontology the entities of a text are of."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_samples import restate, write_ontology
from spacy.language import Language

from kgx.types import Annotation

PRESS = """
:Agent a owl:Class ; rdfs:label "agent" .
:Body a owl:Class ; rdfs:label "organisation" ; rdfs:subClassOf :Agent .
:Firm a owl:Class ; rdfs:label "company" ; rdfs:subClassOf :Body .
:Person a owl:Class ; rdfs:label "person" ; rdfs:subClassOf :Agent .
:Site a owl:Class ; rdfs:label "place" .
:Town a owl:Class ; rdfs:label "city" ; skos:altLabel "town" ; rdfs:subClassOf :Site .
:Politician a owl:Class ; rdfs:label "politician" ; rdfs:subClassOf :Person .
:Vessel a owl:Class ; rdfs:label "ship" .
:head a owl:ObjectProperty ; rdfs:label "chief executive" ;
    rdfs:domain :Firm ; rdfs:range :Person .
"""


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology") / "press.ttl", PRESS)


def classes_of(annotation: Annotation, label: str) -> list[str]:
    types = next(e.types for e in annotation.entities if e.label == label)
    return [iri.rpartition("#")[2] for iri in types]


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        # by its type, though no claim is of it
        ("Ada Berg spoke to Lars Holm.", "Lars Holm", ["Person", "Agent"]),
        # by what kind of place it is
        ("Ada Berg spoke in Oslo.", "Oslo", ["Town", "Site"]),
        # by what a property asks for, before what its type tells
        ("Ada Berg is the chief executive of Orbis.", "Orbis", ["Firm", "Body", "Agent"]),
        # by a noun of its class's name, or a kind of that
        ("Orbis Group is a company.", "Orbis Group", ["Firm", "Body", "Agent"]),
        # by the noun of its own name
        (
            "Ada Berg left the Norvik Mining Company.",
            "Norvik Mining Company",
            ["Firm", "Body", "Agent"],
        ),
        ("Ada Berg left the City of Norvik.", "City of Norvik", ["Town", "Site"]),
        ("The tanker Santa Berta sank.", "Santa Berta", ["Vessel"]),
        # a compound of two words is a kind of nothing but what it is called
        ("Lars Holm, the City manager, spoke to Ada Berg.", "Lars Holm", ["Person", "Agent"]),
        # a noun that its type rules out tells nothing
        ("Lars Holm is a city.", "Lars Holm", ["Person", "Agent"]),
    ],
)
def test_what_tells_the_class(
    nlp: Language, press: Path, text: str, label: str, expected: list[str]
) -> None:
    assert classes_of(restate(nlp, press, text), label) == expected


def test_classes_of_things_that_no_claim_is_of_are_no_nodes(nlp: Language, press: Path) -> None:
    annotation = restate(nlp, press, "Ada Berg praised the new engine of the Orbis Group.")
    assert [e.label for e in annotation.entities if e.type == "concept"] == []
    known = {e.id for e in annotation.entities}
    assert {m.entity for m in annotation.mentions} <= known
    ends = {a.entity for p in annotation.propositions for a in (p.subject, *p.arguments)}
    assert ends - {None} <= known


def test_what_the_ontology_has_no_class_for_keeps_its_own(nlp: Language, press: Path) -> None:
    annotation = restate(nlp, press, "Ada Berg fought at the Battle of Norvik.")
    types = next(e.types for e in annotation.entities if "Battle" in e.label)
    assert types == ("https://schema.org/Event",)
