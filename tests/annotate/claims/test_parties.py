"""Whose member somebody is, by what a party is called."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.claim_samples import claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Social Democrat Ann Lind became mayor.", "Ann Lind | memberOfParty | Social Democrat"),
        ("Ohio Republican Tom Berg voted no.", "Tom Berg | memberOfParty | Republican"),
        ("The Democrat Ann Lind beat Tom Berg.", "Ann Lind | defeated | Tom Berg"),
        ("The Democrat Ann Lind beat Tom Berg.", "Ann Lind | memberOfParty | Democrat"),
        (
            "The Christian Democrat Tom Berg became mayor of Bari.",
            "Bari | headOfGovernment | Tom Berg",
        ),
        ("They beat the Conservative Tom Berg.", "Tom Berg | memberOfParty | Conservative"),
        ("The Green politician Ann Lind spoke in Bari.", "Ann Lind | memberOfParty | Green"),
        ("Ann Lind, a Democrat, met Tom Rudd.", "Ann Lind | memberOfParty | Democrat"),
        (
            "The Green Alliance won. The Green leader Ann Lind left.",
            "Green Alliance | leader | Ann Lind",
        ),
        ("Labour won the vote. The town is run by Labour.", "Labour | run | town"),
        ("Ann Lind of Labour won the seat.", "Ann Lind | memberOfParty | Labour"),
        ("Labour leader Ann Lind resigned.", "Labour | leader | Ann Lind"),
        (
            "Conservative leader Ann Lind resigned. The Conservatives are angry.",
            "Conservatives | leader | Ann Lind",
        ),
        (
            "The Liberals won. Ann Lind is a Liberal. The Liberals voted.",
            "Ann Lind | memberOfParty | Liberals",
        ),
        (
            "The Green Party lost. Ann Lind of the Greens left.",
            "Ann Lind | memberOfParty | Green Party",
        ),
        (
            "The Social Democrats won. The Social Democratic Party chose Ann Lind as its leader.",
            "Social Democratic Party | leader | Ann Lind",
        ),
        (
            "The Conservatives fired Tom Berg. The Conservative Party is old.",
            "Conservative Party | dismissed | Tom Berg",
        ),
        ("Ann Lind of the Pirate party lost her seat.", "Ann Lind | memberOfParty | Pirate party"),
        ("Green party leader Ann Lind spoke.", "Green party | leader | Ann Lind"),
        (
            "Tom Berg of the Scots National party left.",
            "Tom Berg | memberOfParty | Scots National party",
        ),
    ],
)
def test_members(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Labour is cheap in Norland.",
        "Conservative leader Ann Lind resigned.",
        "Ann Lind runs the Ministry of Labour.",
    ],
)
def test_no_party(nlp: Language, text: str) -> None:
    assert not [c for c in claims(nlp, text) if c.startswith(("Labour", "Conservative"))]


@pytest.mark.parametrize(
    "text",
    [
        "The right-wing Fidesz won the vote.",
        "The left-wing Norvik union won the vote.",
    ],
)
def test_half_a_word_is_no_class(nlp: Language, text: str) -> None:
    assert not [c for c in claims(nlp, text) if "instanceOf | wing" in c or "left-wing" in c]


@pytest.mark.parametrize(
    "text",
    [
        "Bank Orbis lent money to Fine Gael. The party chose Ann Lind as its leader.",
        "Torvex Bank warned the Red River Front. The party chose Ann Lind as its leader.",
    ],
)
def test_the_party_is_who_is_known_as_one(nlp: Language, text: str) -> None:
    said = claims(nlp, text)
    assert "Fine Gael | leader | Ann Lind" in said or "Red River Front | leader | Ann Lind" in said
