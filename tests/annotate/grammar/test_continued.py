"""What goes on after "and", and what a relative clause is about."""

from __future__ import annotations

import pytest
from claim_samples import claims, propositions
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Ann Lind was elected chair, the first woman to be so honoured, and was given a medal.",
            "Ann Lind | was given | a medal",
        ),
        (
            "Karl Hale denied that he had robbed the bank and claimed that Bo Moe had lied.",
            "Karl Hale | claimed | that Bo Moe had lied",
        ),
        (
            "Shares in Orbis, which have gained a fifth, rose.",
            "Shares in Orbis | have gained | a fifth",
        ),
        (
            "The collection of coins, which was found by Ann Lind, is old.",
            "The collection of coins | was found by | Ann Lind",
        ),
        (
            "The agency was founded in 1974 and reports to the ministry.",
            "The agency | reports to | the ministry",
        ),
        (
            "The teams were turned back at the border.",
            "The teams | were turned back at | the border",
        ),
    ],
)
def test_what_goes_on(nlp: Language, text: str, said: str) -> None:
    assert said in propositions(nlp, text)


def test_what_is_said_to_be_goes_on(nlp: Language) -> None:
    found = propositions(nlp, "The island is said to be rich and to own ships.")
    assert "The island | own | ships" not in found


def test_many_which_two_share(nlp: Language) -> None:
    found = claims(nlp, "Orbis Inc and Helix Corp, which have sued Norvik Steel, grew.")
    assert {"Orbis Inc | sued | Norvik Steel", "Helix Corp | sued | Norvik Steel"} <= set(found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Police seized 3 kilograms of heroin, two rifles and a car.",
            "Police | seized | two rifles",
        ),
        (
            "Ann Lind unlocked 2 billion euros in union funds.",
            "Ann Lind | unlocked | 2 billion euros in union funds",
        ),
        ("Orbis Inc makes sewing machines.", "Orbis Inc | makes | sewing machines"),
        (
            "Under the Treaty of Lund, signed in May, Peru gave the land to Chile.",
            "the Treaty of Lund | signed | in May",
        ),
        (
            "The tanks, paid for by the Hale Trust, are new.",
            "The tanks | paid for by | the Hale Trust",
        ),
        (
            "Norvik Robotics designs and manufactures mobile robots for warehouses.",
            "Norvik Robotics | designs | mobile robots",
        ),
        ("Norvik Steel produces and exports pipes.", "Norvik Steel | exports | pipes"),
        ("Ann Lind won a scholarship to Leeds.", "Ann Lind | won | a scholarship to Leeds"),
        ("Ann Lind called on the bank to pay the fine.", "the bank | to pay | the fine"),
        ("Ann Lind called on the bank to pay the fine.", "Ann Lind | called on | the bank"),
        ("Bo Moe pleaded with Ann Lind to send money.", "Ann Lind | to send | money"),
        (
            "Ann Lind, an archaeologist at the Hale Museum, who is leading the search, spoke.",
            "an archaeologist at the Hale Museum | is leading | the search",
        ),
        (
            "The hoard of coins and arm rings, which was buried in a bag, was found.",
            "The hoard of coins and arm rings | was buried in | a bag",
        ),
        (
            "She is survived by a daughter, Ida Moe; a sister, Bodil; and a brother.",
            "She | is survived by | a sister",
        ),
    ],
)
def test_what_belongs_where(nlp: Language, text: str, said: str) -> None:
    assert said in propositions(nlp, text)


def test_a_year_suggests_nothing(nlp: Language) -> None:
    found = propositions(nlp, "The coin dates from 968, which suggests that the hoard was hidden.")
    assert not any(one.startswith("968 | suggests") for one in found)
