"""Posts: whom somebody made what, and whose office it is."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Ann Lind was awarded the Hale Prize and elected a fellow of the Orla Society.",
            "Ann Lind | memberOf | Orla Society",
        ),
        (
            "Karl Berg was re-elected in 2010 and named minister of health a year later.",
            "Karl Berg | position | minister of health",
        ),
        (
            "Ann Lind resigned as mayor of Lyon in May.",
            "Ann Lind | position | mayor of Lyon",
        ),
        (
            "Ann Lind served as minister of trade and industry.",
            "Ann Lind | position | minister of trade and industry",
        ),
        (
            "Ann Lind became minister for the environment.",
            "Ann Lind | position | minister for the environment",
        ),
        (
            "Ann Lind is the Minister of Health of Peru.",
            "Ann Lind | minister-of | Peru",
        ),
        ("Chief Justice Ann Lind left.", "Ann Lind | position | chief justice"),
        ("Police Constable Ann Lind left.", "Ann Lind | occupation | police constable"),
        (
            "The Vice-Chancellor of the University of Lund, Ann Lind, announced it.",
            "Ann Lind | position | vice-chancellor of University of Lund",
        ),
        (
            "Ann Lind was sacked as captain of Porto United.",
            "Ann Lind | position | captain of Porto United",
        ),
        (
            "After resigning as mayor of Lyon, Ann Lind moved to Oslo.",
            "Ann Lind | position | mayor of Lyon",
        ),
        (
            "Ann Lind is stepping down as mayor of Lyon.",
            "Ann Lind | position | mayor of Lyon",
        ),
        (
            "Ann Berg was named chief executive at Orbis Bank in 2010.",
            "Orbis Bank | chiefExecutive | Ann Berg",
        ),
        (
            "Ann Berg joined Orbis Bank, where she became chief executive.",
            "Orbis Bank | chiefExecutive | Ann Berg",
        ),
        (
            "Orbis Bank promoted Ann Berg to chief executive.",
            "Orbis Bank | chiefExecutive | Ann Berg",
        ),
        (
            "Orbis Bank appointed Ann Berg as chief executive.",
            "Orbis Bank | chiefExecutive | Ann Berg",
        ),
        (
            "Ann Berg was promoted to sales director at Orbis Bank.",
            "Ann Berg | employer | Orbis Bank",
        ),
    ],
)
def test_posts(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Forbes named Ann Berg person of the year.", "Forbes | alsoCalled | Ann Berg"),
        (
            "Orbis Bank named Ann Berg chief executive of Helix Foods.",
            "Orbis Bank | chiefExecutive | Ann Berg",
        ),
    ],
)
def test_no_posts(nlp: Language, text: str, claim: str) -> None:
    assert claim not in claims(nlp, text)


def test_a_vice_president_is_no_chief_executive(nlp: Language) -> None:
    found = claims(nlp, "Orbis Bank senior vice president Tom Hale left.")
    assert "Orbis Bank | chiefExecutive | Tom Hale" not in found


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "US film director Tom Hale left.",
            "Tom Hale | citizenship | US",
            "Tom Hale | film-director-of | US",
        ),
        (
            "Orbis Bank appointed Tom Hale as finance director.",
            "Tom Hale | employer | Orbis Bank",
            "Orbis Bank | manager | Tom Hale",
        ),
        (
            "The Peruvian Parliament appointed Tom Hale as prosecutor general.",
            "Tom Hale | position | prosecutor general",
            "Tom Hale | employer | Peruvian Parliament",
        ),
    ],
)
def test_whose_office(nlp: Language, text: str, right: str, wrong: str) -> None:
    found = claims(nlp, text)
    assert right in found
    assert wrong not in found


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lind will step down as mayor of Lyon.",
        "Ann Lind has not resigned as mayor of Lyon.",
        "Ann Lind denied that she resigned as mayor of Lyon.",
        "If Ann Lind resigned as mayor of Lyon, Jo Berg would lose.",
        "As a mother of two, Ann Lind resigned.",
    ],
)
def test_who_gives_nothing_up_is_told_of_no_office(nlp: Language, text: str) -> None:
    assert not [c for c in claims(nlp, text) if " | position | " in c]
