"""Where something is done, by a clause with "where"."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language

from kgx.annotate.run import annotate
from kgx.types import Document


def places(nlp: Language, text: str) -> list[str]:
    """The places that propositions tell, each after its subject."""
    (found,) = annotate([Document("note", text)], nlp)
    return [
        f"{p.subject.text} | {a.text}"
        for p in found.propositions
        for a in p.arguments
        if a.role == "place"
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Marek Lund returned to Lisbon, where he was born.", "he | in Lisbon"),
        ("Ann Berg taught at Yale University, where she met Lund.", "she | at Yale University"),
        ("It is the village where Marek Lund was born.", "Marek Lund | in the village"),
        (
            "Ann Berg joined Orbis Bank in 2004, where she led the legal team.",
            "she | at Orbis Bank",
        ),
        ("He grew up in Lund, Sweden, where his father taught.", "his father | in Lund, Sweden"),
    ],
)
def test_where_stands_for_a_place(nlp: Language, text: str, told: str) -> None:
    assert told in places(nlp, text)


@pytest.mark.parametrize(
    "text", ["There are cases where banks fail.", "She asked where the money was."]
)
def test_where_stands_for_no_place(nlp: Language, text: str) -> None:
    assert places(nlp, text) == []


def test_claims_of_a_clause_with_where(nlp: Language) -> None:
    text = (
        "Marek Lund was born in Porto, where he still lives. Kyiv, where Orbis Bank is based, grew."
    )
    found = claims(nlp, text)
    assert "Marek Lund | residence | Porto" in found
    assert "Orbis Bank | headquarters | Kyiv" in found


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Orbis Bank operates terminals in Bergen and Gdansk.", "operatesIn"),
        ("Orbis Bank runs 23 mills in Bergen and Gdansk.", "operatesIn"),
        ("Orbis Bank exports mainly to Bergen and Gdansk.", "exportsTo"),
        ("Orbis Bank is based in Bergen and Gdansk.", "headquarters"),
    ],
)
def test_each_of_several_places(nlp: Language, text: str, relation: str) -> None:
    told = {f"Orbis Bank | {relation} | {place}" for place in ("Bergen", "Gdansk")}
    assert told <= {*claims(nlp, text)}


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("They met at Orbis Bank's headquarters in Bari.", "Orbis Bank | headquarters | Bari"),
        (
            "Orbis Bank grew. The bank's new head office in Bari burned down.",
            "Orbis Bank | headquarters | Bari",
        ),
        ("Orbis Bank will sell its plants in Bari.", "Orbis Bank | operatesIn | Bari"),
    ],
)
def test_premises_of_an_owner(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


def test_regional_headquarters_are_no_seat(nlp: Language) -> None:
    text = "They met at Orbis Bank's regional headquarters in Bari."
    assert "Orbis Bank | headquarters | Bari" not in claims(nlp, text)
