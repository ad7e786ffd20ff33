"""Ontology mode: amounts of money, people and length as the numbers of properties."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_samples import restate, said, write_ontology
from spacy.language import Language

FIRM = """
:Firm a owl:Class ; rdfs:label "company" .
:Port a owl:Class ; rdfs:label "airport" .
:revenue a owl:DatatypeProperty ; rdfs:label "revenue" ;
    rdfs:domain :Firm ; rdfs:range xsd:decimal .
:netIncome a owl:DatatypeProperty ; rdfs:label "net income" ;
    rdfs:domain :Firm ; rdfs:range xsd:decimal .
:staff a owl:DatatypeProperty ; rdfs:label "number of employees" ;
    rdfs:domain :Firm ; rdfs:range xsd:integer .
:height a owl:DatatypeProperty ; rdfs:label "elevation above the sea level" ;
    rdfs:domain :Port ; rdfs:range xsd:decimal .
"""


@pytest.fixture(scope="module")
def firm(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology") / "firm.ttl", FIRM)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Orbis Foods has a net income of $2,300,000 and a revenue of $10.2 billion.",
            {
                "Orbis Foods | netIncome | 2300000",
                "Orbis Foods | revenue | 10200000000",
            },
        ),
        ("Orbis Foods employs 8,000 people.", {"Orbis Foods | staff | 8000"}),
        ("Lund Airport is 12 metres above sea level.", {"Lund Airport | height | 12"}),
    ],
)
def test_amounts(nlp: Language, firm: Path, text: str, expected: set[str]) -> None:
    assert said(restate(nlp, firm, text)) == expected
