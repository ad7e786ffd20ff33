"""Ontology mode: of what people somebody is."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_samples import restate, said, write_ontology
from spacy.language import Language

_PEOPLES = """
:Person a owl:Class ; rdfs:label "person" .
:People a owl:Class ; rdfs:label "ethnic group" .
:people a owl:ObjectProperty ; rdfs:label "ethnic group" ;
    rdfs:domain :Person ; rdfs:range :People .
"""


@pytest.fixture(scope="module")
def peoples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology") / "peoples.ttl", _PEOPLES)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Berg was one of the first African Americans to teach there.",
            {"Ada Berg | people | African Americans"},
        ),
        ("Ada Berg, one of the few Basques in the team, won.", {"Ada Berg | people | Basques"}),
        ("Ada Berg is a Kurd.", {"Ada Berg | people | Kurd"}),
        ("Ada Berg was one of the first Christians to live there.", set()),
        ("Ada Berg was one of the few Democrats in the race.", set()),
        ("Ada Berg fought for African Americans.", set()),
        ("Ada Berg (Latin: Ada Montana) was a poet.", set()),
    ],
)
def test_of_what_people_somebody_is(
    nlp: Language, peoples: Path, text: str, expected: set[str]
) -> None:
    assert said(restate(nlp, peoples, text)) == expected
