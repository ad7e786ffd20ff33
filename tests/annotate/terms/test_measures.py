"""Ontology mode: which number is of which property, and what is no number of one."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_samples import restate, said, write_ontology
from spacy.language import Language

FIRMS = """
:Firm a owl:Class ; rdfs:label "company" .
:Place a owl:Class ; rdfs:label "place" .
:depth a owl:DatatypeProperty ; rdfs:label "depth" ; rdfs:domain :Firm ; rdfs:range xsd:decimal .
:shafts a owl:DatatypeProperty ; rdfs:label "shaft count" ;
    rdfs:domain :Firm ; rdfs:range xsd:integer .
:output a owl:DatatypeProperty ; rdfs:label "yearly output" ;
    rdfs:domain :Firm ; rdfs:range xsd:decimal .
:opened a owl:DatatypeProperty ; rdfs:label "opening date" ;
    rdfs:domain :Firm ; rdfs:range xsd:date .
:site a owl:ObjectProperty ; rdfs:label "location" ; rdfs:domain :Firm ; rdfs:range :Place .
"""


@pytest.fixture(scope="module")
def firms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology") / "firms.ttl", FIRMS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Orbis Group has a depth of 418.5, a shaft count of 12 and a yearly output of 3070.",
            {
                "Orbis Group | depth | 418.5",
                "Orbis Group | shafts | 12",
                "Orbis Group | output | 3070",
            },
        ),
        (
            "Orbis Group, with a crew of 90 and a depth of about 418.5 metres, is rich.",
            {"Orbis Group | depth | 418.5"},
        ),
        ("The depth of Orbis Group is 418.5 metres.", {"Orbis Group | depth | 418.5"}),
        # a number of something else is no date
        ("Orbis Group opened 18 shafts.", set()),
        (
            "Berg County, Oregon is the location of the Orbis Group.",
            {"Orbis Group | site | Berg County, Oregon", "Orbis Group | site | Oregon"},
        ),
    ],
)
def test_the_number_of_a_property(
    nlp: Language, firms: Path, text: str, expected: set[str]
) -> None:
    assert said(restate(nlp, firms, text)) == expected


def test_a_number_before_a_name_is_a_part_of_it(nlp: Language, tmp_path: Path) -> None:
    path = write_ontology(tmp_path / "sky.ttl", FIRMS.replace('"company"', '"asteroid"'))
    text = "The depth of 1147 Brunhilde is 418.5."
    assert said(restate(nlp, path, text)) == {"1147 Brunhilde | depth | 418.5"}
