"""Ontology mode: ends that are of other classes than a property asks for."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_samples import restate, said, write_ontology
from spacy.language import Language

from kgx.annotate.claims.referents import read_referents
from kgx.annotate.run import start_doc
from kgx.annotate.terms.ends import describe
from kgx.iris import BASE
from kgx.types import Document

PRESS = """
:Agent a owl:Class ; rdfs:label "agent" .
:Company a owl:Class ; rdfs:subClassOf :Agent ; rdfs:label "company" .
:Person a owl:Class ; rdfs:subClassOf :Agent ; rdfs:label "person" .
:Product a owl:Class ; rdfs:label "product" .
:Place a owl:Class ; rdfs:label "place" .
:owns a owl:ObjectProperty ; rdfs:label "owns" ; rdfs:domain :Agent .
:makes a owl:ObjectProperty ; rdfs:label "makes" ; rdfs:domain :Company ; rdfs:range :Product .
:bought a owl:ObjectProperty ; rdfs:label "bought" ; skos:altLabel "acquired", "took over" ;
    rdfs:domain :Company ; rdfs:range :Company .
:childOf a owl:ObjectProperty ; rdfs:label "child of" ; skos:altLabel "son of" ;
    rdfs:domain :Person ; rdfs:range :Person .
:bornIn a owl:ObjectProperty ; rdfs:label "born in" ; skos:altLabel "birthplace" ;
    rdfs:domain :Person ; rdfs:range :Place .
"""


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology") / "press.ttl", PRESS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norvik Stadium was owned by Orbis Ltd in May.", "Orbis Ltd | owns | Norvik Stadium"),
        ("Ann Lind owns the Norvik Brewery.", "Ann Lind | owns | Norvik Brewery"),
        ("Apple makes the iPhone.", "Apple | makes | iPhone"),
    ],
)
def test_what_is_of_a_class_below_fits(
    nlp: Language, press: Path, text: str, expected: str
) -> None:
    assert expected in said(restate(nlp, press, text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Athens is in many ways the birthplace of Classical Greece.", "bornIn"),
        ("The Renaissance fleet left. Orbis acquired the entire fleet in 2000.", "bought"),
    ],
)
def test_what_is_of_another_class_does_not(
    nlp: Language, press: Path, text: str, wrong: str
) -> None:
    assert not [claim for claim in said(restate(nlp, press, text)) if wrong in claim]


def test_who_sells_is_not_sold(nlp: Language, press: Path) -> None:
    sells = said(restate(nlp, press, "Orbis Ltd sold the mill to Lund Corp in May."))
    assert not [claim for claim in sells if "bought" in claim]
    sold = said(restate(nlp, press, "Orbis Ltd was sold to Lund Corp in May."))
    assert "Lund Corp | bought | Orbis Ltd" in sold


def test_a_noun_for_persons_makes_no_body_one(nlp: Language) -> None:
    doc = nlp(start_doc(Document("d", "Torvex parent Orbis Ltd lost to striker Ida."), nlp))
    kinds = describe(doc, read_referents(doc, BASE))
    labels = {doc._.kgx_entities[iri].label for iri, types in kinds.items() if "person" in types}
    assert labels == {"Ida"}
