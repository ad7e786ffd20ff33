"""Ontology mode: what parties and persons believe in."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_samples import restate, said, write_ontology
from spacy.language import Language

PARTIES = """
:Party a owl:Class ; rdfs:label "political party" .
:Person a owl:Class ; rdfs:label "person" .
:Creed a owl:Class ; rdfs:label "ideology" .
:creed a owl:ObjectProperty ; rdfs:label "political ideology" ;
    rdfs:domain :Party ; rdfs:range :Creed .
:party a owl:ObjectProperty ; rdfs:label "member of political party" ;
    rdfs:domain :Person ; rdfs:range :Party .
:speaks a owl:ObjectProperty ; rdfs:label "languages spoken" ;
    rdfs:domain :Person ; rdfs:range :Tongue .
:Tongue a owl:Class ; rdfs:label "language" .
"""


@pytest.fixture(scope="module")
def parties(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology") / "parties.ttl", PARTIES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Labour Party advocates democratic socialism.",
            {"Labour Party | creed | democratic socialism"},
        ),
        (
            "The Norvik Party is a small party that adheres to the ideas of federalism.",
            {"Norvik Party | creed | federalism"},
        ),
        ("The Labour Party opposes conservatism.", set()),
        ("The Labour Party promotes tourism.", set()),  # no belief
        ("Ada Berg learned Esperanto in 1924.", {"Ada Berg | speaks | Esperanto"}),
        (
            "Ada Berg was jailed, and learned Esperanto with the help of Lars Holm.",
            {"Ada Berg | speaks | Esperanto"},
        ),
        ("The Norvik Party supports Euroscepticism.", {"Norvik Party | creed | euroscepticism"}),
        ("The Norvik Party focuses on green politics.", {"Norvik Party | creed | green politics"}),
        ("The Norvik Party focuses on local politics.", set()),  # where, not what for
        ("Ada Berg heard Esperanto.", set()),
        ("Ada Berg knew Esperanto.", {"Ada Berg | speaks | Esperanto"}),
        ("Ada Berg was a Latin poet, painter and priest.", {"Ada Berg | speaks | Latin"}),
        ("Ada Berg is a Welsh carpenter.", set()),  # her people, not her language
    ],
)
def test_what_somebody_believes_and_speaks(
    nlp: Language, parties: Path, text: str, expected: set[str]
) -> None:
    assert said(restate(nlp, parties, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Berg was chairman of the Labour Party.", {"Ada Berg | party | Labour Party"}),
        ("Ada Berg was the leader of the Labour Party.", {"Ada Berg | party | Labour Party"}),
        ("Ada Berg was a delegate of the Norvik Party.", {"Ada Berg | party | Norvik Party"}),
        # words that say more than one relation tell a party by its name alone
        ("Ada Berg is a member of the Orbis Group.", set()),
        ("Ada Berg is the leader of Orbis.", set()),
        ("Ada Berg is a representative of Kestrin Bank.", set()),
    ],
)
def test_who_is_of_a_party(nlp: Language, parties: Path, text: str, expected: set[str]) -> None:
    assert said(restate(nlp, parties, text)) == expected
