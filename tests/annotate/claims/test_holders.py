"""Who holds how much of a firm, and what holds nothing of it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.claim_samples import claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The Lindahl family, which owns 52 percent of Orbis Bank, agreed.",
            "Lindahl family | stakeIn | Orbis Bank",
        ),
        ("Sela Capital owns 34 per cent of Orbis Bank.", "Sela Capital | stakeIn | Orbis Bank"),
        (
            "Sela Capital has a 12% holding in Orbis Bank.",
            "Sela Capital | stakeIn | Orbis Bank",
        ),
        (
            "Sela Capital trimmed its stake in Orbis Bank to 5 percent.",
            "Sela Capital | stakeIn | Orbis Bank",
        ),
        (
            "Sela Capital, which holds 9 percent of the shares in Orbis Bank, left.",
            "Sela Capital | stakeIn | Orbis Bank",
        ),
        (
            "Sela Capital controls 51 percent of Orbis Bank's capital.",
            "Sela Capital | stakeIn | Orbis Bank",
        ),
        (
            "Orbis Bank is 40 percent owned by Sela Capital.",
            "Sela Capital | stakeIn | Orbis Bank",
        ),
        (
            "Varna Gas is a joint venture between Orbis Bank and Helix Oil.",
            "Helix Oil | stakeIn | Varna Gas",
        ),
        (
            "The largest shareholder of Orbis Bank is the Lindahl family.",
            "Lindahl family | stakeIn | Orbis Bank",
        ),
        ("Revenue at Torvex rose to 1.4 billion euros.", "Torvex | revenue | 1.4 billion euros"),
        ("Torvex Ltd makes pumps for ferries.", "Torvex Ltd | makes | pump"),
        (
            "The Senate approved Ann Lind as governor of the central bank.",
            "Ann Lind | position | governor",
        ),
        (
            "Orbis Energy shut its Kirkwall refinery in May.",
            "Orbis Energy | operates | Kirkwall refinery",
        ),
        (
            "Torvex signed a 90 million euro contract with Orbis Bank.",
            "Torvex | signed | contract with Orbis Bank",
        ),
        (
            "Torvex signed a 90 million euro contract with Orbis Bank.",
            "Torvex | contract-with | Orbis Bank",
        ),
        (
            "The board of Orbis named Ann Lind to replace Tom Berg as chief executive.",
            "Orbis | chiefExecutive | Ann Lind",
        ),
        (
            "Sacked Orbis chief executive Tom Berg sued.",
            "Tom Berg | former-chief-executive-of | Orbis",
        ),
        ("Arden Museum opened its doors in 2008.", "Arden Museum | openingDate | 2008"),
        ("The Lindahl family owns Orbis Bank.", "Lindahl family | owns | Orbis Bank"),
        (
            "The Lindahl family sold its stake in Orbis Bank in March.",
            "Lindahl family | sell-stake-in | Orbis Bank",
        ),
    ],
)
def test_who_holds_a_firm(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Orbis Bank is 40 percent owned by Sela Capital.",
            "Sela Capital | owns | Orbis Bank",
        ),
        (
            "Sela Capital controls 51 percent of Orbis Bank's capital.",
            "Sela Capital | stakeIn | Sela Capital",
        ),
        ("The sacked Orbis chief executive Tom Berg left.", "Orbis | chiefExecutive | Tom Berg"),
        (
            "Orbis Bank and Helix Oil formed a joint venture in 2011.",
            "Orbis Bank | foundingDate | 2011",
        ),
        ("Torvex Ltd made calls all day.", "Torvex Ltd | makes | call"),
        ("The club left its Velda Park field.", "club | operates | Velda Park field"),
        (
            "Sela Capital has taken an interest in Orbis Bank.",
            "Sela Capital | stakeIn | Orbis Bank",
        ),
        (
            "The Lindahl family founded Orbis Bank. It has branches in Lund.",
            "Lindahl family | have | branch",
        ),
    ],
)
def test_what_no_holder_has(nlp: Language, text: str, claim: str) -> None:
    assert claim not in claims(nlp, text)
