"""What stands right behind an object and belongs to its verb: sentence → what it says."""

from __future__ import annotations

import pytest
from claim_samples import claims, propositions
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Emil Hale took the company public.", "Emil Hale | take-public | company"),
        ("Emil Hale took the firm public in 2004.", "Emil Hale | take-public | firm"),
        ("Hale took Orbis public in 2004.", "Hale | take-public | Orbis"),
        ("Orbis was taken public by Ada Berg.", "Ada Berg | take-public | Orbis"),
        ("The ruling set Emil Hale free.", "ruling | set-free | Emil Hale"),
        ("The fans shouted Breen hoarse.", "fan | shout-hoarse | Breen"),
        ("Emil Hale brought the firm back.", "Emil Hale | bring-back | firm"),
        ("Emil Hale gave the prize back.", "Emil Hale | give-back | prize"),
    ],
)
def test_an_adjective_or_adverb_is_said_with_its_verb(nlp: Language, text: str, said: str) -> None:
    assert claims(nlp, text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Orbis Inc put the mill on hold.", "Orbis Inc | put-on-hold | mill"),
        ("Emil Hale took Orbis to court.", "Emil Hale | take-to-court | Orbis"),
        ("Emil Hale brought the mill to a halt.", "Emil Hale | bring-to-halt | mill"),
    ],
)
def test_a_state_is_said_with_the_verb_that_brings_to_it(
    nlp: Language, text: str, said: str
) -> None:
    assert claims(nlp, text) == [said]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The Civic Union, in power for 16 years, fell.", []),
        (
            "The Civic Union, in power since 1990, lost the election.",
            ["Civic Union | lose | election"],
        ),
    ],
)
def test_the_state_that_an_aside_tells_is_the_subject_s(
    nlp: Language, text: str, said: list[str]
) -> None:
    assert claims(nlp, text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Emil Hale, at the time mayor of Lund, opened the mill.",
            "Lund | headOfGovernment | Emil Hale",
        ),
        ("Emil Hale, by then head of Orbis, bought Helix Inc.", "Orbis | leader | Emil Hale"),
        (
            "Emil Hale, at the time the owner of Orbis, sued Helix Inc.",
            "Emil Hale | owns | Orbis",
        ),
    ],
)
def test_what_somebody_was_at_the_time_is_theirs(nlp: Language, text: str, said: str) -> None:
    found = claims(nlp, text)
    assert said in found
    assert not any("-at |" in claim for claim in found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("While head of Orbis, Emil Hale met Ada Berg.", "Orbis | leader | Emil Hale"),
        ("When mayor of Lund, Emil Hale built it.", "Lund | headOfGovernment | Emil Hale"),
        (
            "Though a member of the Civic Union, Emil Hale voted for the Reds.",
            "Emil Hale | memberOf | Civic Union",
        ),
    ],
)
def test_what_somebody_is_while_they_do_something_is_theirs(
    nlp: Language, text: str, said: str
) -> None:
    assert said in claims(nlp, text)


def test_what_somebody_is_behind_what_they_do_is_no_party_to_it(nlp: Language) -> None:
    found = claims(nlp, "Emil Hale met Ada Berg while head of Orbis.")
    assert [claim for claim in found if " | of | " not in claim] == ["Emil Hale | met | Ada Berg"]


def test_who_is_helped_to_found_something_finds_nothing(nlp: Language) -> None:
    assert "Orbis | founder | Ada Berg" in claims(nlp, "Emil Hale helped Ada Berg found Orbis.")


def test_what_apart_leads_to_is_no_part_of_the_verb(nlp: Language) -> None:
    said = propositions(nlp, "Orbis sells other books apart from novels.")
    assert said == {"Orbis | sells | other books | apart from novels"}
