"""Properties: what something has, by the noun for it."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Ida Holm's nationality is Norwegian.", "Ida Holm | citizenship | Norway"),
        ("The nationality of Ida Holm is Norwegian.", "Ida Holm | citizenship | Norway"),
        ("Ida Holm's date of birth is 3 May 1950.", "Ida Holm | birthDate | 1950-05-03"),
        (
            "The release date of the album Blue Tide was 3 May 1950.",
            "Blue Tide | publicationDate | 1950-05-03",
        ),
        (
            "Orbis Foods is small. Its founding date is 3 May 1950.",
            "Orbis Foods | foundingDate | 1950-05-03",
        ),
        (
            "The record label of the album Blue Tide is Tarn Records.",
            "Blue Tide | recordLabel | Tarn Records",
        ),
        (
            "The headquarters of Orbis Foods are in Bergen.",
            "Orbis Foods | headquarters | Bergen",
        ),
        (
            "Orbis Foods, whose headquarters are in Bergen, grew.",
            "Orbis Foods | headquarters | Bergen",
        ),
        ("Ida Holm's alma mater is Orbis University.", "Ida Holm | educatedAt | Orbis University"),
        ("Ida Holm's doctoral advisor was Tom Berg.", "Ida Holm | studentOf | Tom Berg"),
        (
            "The architect of Tarna Hall was Ida Holm.",
            "Tarna Hall | architect | Ida Holm",
        ),
        (
            "The elevation of Tarna Airport is 34 metres above sea level.",
            "Tarna Airport | elevation | 34 metres",
        ),
    ],
)
def test_what_is_said_of_a_property_is_said_of_its_owner(
    nlp: Language, text: str, claim: str
) -> None:
    found = claims(nlp, text)
    assert claim in found
    assert not [c for c in found if " | of | " in c]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Norway, where Ida Holm is the prime minister, voted in May.",
            "Norway | headOfGovernment | Ida Holm",
        ),
        ("She moved to Lund, where the mayor is Ida Holm.", "Lund | headOfGovernment | Ida Holm"),
        ("Norway has Oslo as its capital.", "Oslo | capitalOf | Norway"),
        (
            "Orbis Group, which has Lars Moe as its chief executive, grew.",
            "Orbis Group | chiefExecutive | Lars Moe",
        ),
        (
            "Ida Holm, whose husband was the painter Karl Holm, died in Oslo.",
            "Karl Holm | spouse | Ida Holm",
        ),
        (
            "Orbis Foods has Ann Lind as its chief executive.",
            "Orbis Foods | chiefExecutive | Ann Lind",
        ),
    ],
)
def test_an_office_is_of_the_place_or_the_body_that_has_it(
    nlp: Language, text: str, claim: str
) -> None:
    found = claims(nlp, text)
    assert claim in found
    assert not [c for c in found if "be-in" in c or "| have |" in c]


def test_an_office_over_something_else_there_is_not_over_the_place(nlp: Language) -> None:
    found = claims(nlp, "He died in Lund, where Tom Berg was the leader of the choir.")
    assert not [c for c in found if c.startswith("Lund |")]


def test_a_form_of_address_is_no_occupation(nlp: Language) -> None:
    found = claims(nlp, "Botanist Lady Ida Carrow was born in Ripon.")
    assert "Ida Carrow | occupation | botanist" in found
    assert not [c for c in found if c.endswith("| lady")]
