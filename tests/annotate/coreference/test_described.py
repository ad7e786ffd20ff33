"""Whom a phrase that says something new of what was just named refers to."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.claim_samples import claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "Bo Holm joined Torvik. The 24-year-old signed a contract.",
            "Bo Holm | signed | contract",
            id="an age alone",
        ),
        pytest.param(
            "Ann Lind won the vote. She defeated Bo Holm. The 47-year-old met Tom Berg.",
            "Ann Lind | met | Tom Berg",
            id="the age of whom the sentences before are about",
        ),
        pytest.param(
            "President Bo Holm was hurt. The 66-year-old leader visited Oslo on Friday.",
            "Bo Holm | visited | Oslo",
            id="what persons and bodies share, with an age",
        ),
        pytest.param(
            'Ann Lind won. "I slept well," said the 20-year-old from Malmö, who visited Oslo.',
            "Ann Lind | visited | Oslo",
            id="a clause behind where somebody is from",
        ),
        pytest.param(
            "A former officer was jailed for fraud. Bo Holm, 41, was found guilty last month.",
            "Bo Holm | convictedOf | fraud",
            id="whom a court finds guilty",
        ),
        pytest.param(
            "Ann Lind met Ida Holm, who fled to Norway after she was attacked by Tom Berg.",
            "Tom Berg | attacked | Ida Holm",
            id="whom the clause around it is about",
        ),
        pytest.param(
            "The Far Hill is a 2016 film by Bo Holm. It was scored by Ida Berg, who had worked "
            "on his debut, Low Tide. The film was produced by Orbis Pictures.",
            "The Far Hill | producer | Orbis Pictures",
            id="what has been called by the noun",
        ),
        pytest.param(
            "Sweden's Ann Lind won. She will face Ida Holm. The Dane defeated Eva Berg.",
            "Ida Holm | defeated | Eva Berg",
            id="another nationality than the other has",
        ),
        pytest.param(
            "The Danish singer Bo Holm met Tom Berg. The Dane visited Oslo.",
            "Bo Holm | visited | Oslo",
            id="the one whose nationality is known",
        ),
        pytest.param(
            "The Scottish singer Bo Holm met Tom Berg. The Scot visited Oslo.",
            "Bo Holm | visited | Oslo",
            id="Scot",
        ),
        pytest.param(
            "Kelmar Bank hired Ann Lind. Pumps are made by Torvex Rail. The Oslo-based company "
            "sued Helix Foods.",
            "Torvex Rail | sued | Helix Foods",
            id="the only firm of the sentence before",
        ),
        pytest.param(
            "Kelmar Bank grew. The Tverrvik-based lender sued Helix Foods.",
            "Kelmar Bank | sued | Helix Foods",
            id="a town that nobody knows",
        ),
        pytest.param(
            "Torvex lost money. Ann Lind accused the Lund-based company of fraud.",
            "Ann Lind | accused | Torvex",
            id="an object",
        ),
        pytest.param(
            "Dockers Federation attacked Torvex Rail. Ann Lind sued the Oslo-based operator.",
            "Ann Lind | sued | Torvex Rail",
            id="a federation is no operator",
        ),
    ],
)
def test_who_is_described(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Ann Lind met Tom Berg. The Dane visited Oslo.", "Tom Berg | visited | Oslo"),
        (
            "Torvex bought Kelmar. The US company visited Oslo.",
            "Kelmar | visited | Oslo",
        ),
        (
            "Kelmar grew. Torvex asked whether the US company had acquired Orbis.",
            "Kelmar | acquired | Orbis",
        ),
        (
            "The scheme is new. Bo Holm, who represents Mill Bank, voted against it.",
            "Bo Holm | vote-against | Mill Bank",
        ),
    ],
)
def test_nobody_is_described(nlp: Language, text: str, claim: str) -> None:
    assert claim not in {c.removesuffix(" | question") for c in claims(nlp, text)}
