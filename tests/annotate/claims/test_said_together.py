"""What a verb says with its object, and who does what to whom."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Ann Berg succeeded Marek Lund as chief executive of Orbis Bank.",
            "Orbis Bank | chiefExecutive | Ann Berg",
        ),
        (
            "Ann Berg was awarded the Nobel Prize in Physics.",
            "Ann Berg | award | Nobel Prize in Physics",
        ),
        ("Ann Berg took a job at Orbis Bank.", "Ann Berg | employer | Orbis Bank"),
        (
            "A court sentenced Karl Holm to six years in prison for tax fraud.",
            "Karl Holm | convictedOf | tax fraud",
        ),
        (
            "Ann Berg taught in Oslo. Among her students were Sara Lund and Tor Vik.",
            "Sara Lund | studentOf | Ann Berg",
        ),
        (
            "Orbis Bank grew. Among its customers are Helix Motors and Norvik Steel.",
            "Norvik Steel | customerOf | Orbis Bank",
        ),
        (
            "Ann Berg married Karl Holm, with whom she had two sons, Erik and Lars.",
            "Ann Berg | child | Lars",
        ),
        ("Orbis Bank filed a lawsuit against Helix Foods.", "Orbis Bank | sued | Helix Foods"),
        ("Peru imposed sanctions on Chile.", "Peru | sanctioned | Chile"),
        ("Peru shares a border with Chile.", "Peru | borders | Chile"),
        ("Orbis Bank moved its headquarters to Porto.", "Orbis Bank | headquarters | Porto"),
        ("Orbis Bank invested $2 million in Helix Foods.", "Orbis Bank | investsIn | Helix Foods"),
        ("Ann Berg was shot dead by Marek Lund.", "Marek Lund | killed | Ann Berg"),
        ("Porto, a city of 230,000 people, was flooded.", "Porto | population | 230,000 people"),
    ],
)
def test_said_with_an_object_between(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Peru called on Chile to open the port.", "Chile | open | port"),
        ("Tom Hale left Orbis Bank to join Helix Bank.", "Tom Hale | employer | Helix Bank"),
        ("Peru exports copper mainly to Chile.", "Peru | exportsTo | Chile"),
        (
            "A court sentenced Tom Hale to six years in prison.",
            "Tom Hale | sentencedTo | six years in prison",
        ),
        ("Talks between Peru and Chile will resume.", "Peru | negotiatesWith | Chile"),
        ("The merger of Orbis Bank and Helix Bank failed.", "Orbis Bank | mergedWith | Helix Bank"),
        ("Orbis Bank's Helix Foods unit closed.", "Helix Foods | subsidiaryOf | Orbis Bank"),
    ],
)
def test_who_does_what_to_whom(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "Lima, the capital and largest city of Peru, was flooded.",
            "Lima | capitalOf | Peru",
            "Peru | instanceOf | city",
        ),
        (
            "The Ama Gallery is an art museum in Porto, Portugal, designed by Tom Hale.",
            "Ama Gallery | architect | Tom Hale",
            "Tom Hale | design | Portugal",
        ),
        (
            "Orbis Bank is a bank. Its chief executive is Eva Lund.",
            "Orbis Bank | chiefExecutive | Eva Lund",
            "Orbis Bank | chiefExecutive | Orbis Bank's chief executive",
        ),
        (
            "The Treaty of Lund was signed between Sweden and Denmark.",
            "Denmark | signed | Treaty of Lund",
            "Treaty of Lund | signed-between | Sweden",
        ),
        (
            "Tom Hale plays as a striker for Porto United.",
            "Tom Hale | playsFor | Porto United",
            "Tom Hale | play-as | striker",
        ),
        (
            "Tom Hale was a member of the House of Representatives.",
            "Tom Hale | memberOf | House of Representatives",
            "Tom Hale | member-of | House of Representatives",
        ),
    ],
)
def test_of_what_it_is_said(nlp: Language, text: str, right: str, wrong: str) -> None:
    found = claims(nlp, text)
    assert right in found
    assert wrong not in found


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Tom Hale founded Orbis Bank with Eva Lund.", "Orbis Bank | founder | Eva Lund"),
        (
            "The 2002 Winter Olympics in Lund were a success.",
            "2002 Winter Olympics | locatedIn | Lund",
        ),
        (
            "At the 1988 Olympics, Tom Hale won a gold medal.",
            "Tom Hale | participantIn | 1988 Olympics",
        ),
        ("Orbis Bank senior vice president Tom Hale left.", "Tom Hale | employer | Orbis Bank"),
        ("Orbis Bank has offices in Porto and Lund.", "Orbis Bank | operatesIn | Lund"),
        ("The Peruvian Party, also known as the Reds, won.", "Peruvian Party | alsoCalled | Reds"),
        (
            "Tom Hale received a PhD from Leeds University.",
            "Tom Hale | educatedAt | Leeds University",
        ),
    ],
)
def test_further_wordings(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


def test_a_name_after_the_noun_of_a_subject(nlp: Language) -> None:
    text = (
        "Prices rose, the chair of Turkish firm the Kale Group told Anadolu. Tom Hale is the chair."
    )
    found = claims(nlp, text)
    assert "Kale Group | instanceOf | firm" in found
    assert "Kale Group | told | Anadolu" not in found


def test_what_comes_with_it_is_no_company(nlp: Language) -> None:
    text = "Orbis Bank is a bank, with few rivals that can match it."
    assert "Orbis Bank | be-with | rival" not in claims(nlp, text)
