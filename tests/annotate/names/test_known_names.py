"""Names that the world knows by themselves."""

from __future__ import annotations

from collections import Counter

import pytest
from spacy.language import Language

from kgx.annotate.names.known_names import is_sporting, known_as, known_names
from kgx.annotate.words.wordlists import read_lists
from tests.mention_samples import names_of

MATCH = (
    "The striker scored two goals in the first half. {} The goalkeeper saved a penalty before"
    " half-time, and the cup match ended with a late goal by a midfielder."
)


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("The clerk moved his mail from Gmail to a server in the attic.", "Gmail", "PRODUCT"),
        ("Old phones that speak ActiveSync lose their mail.", "ActiveSync", "PRODUCT"),
        ("Galatasaray signed the winger on Friday.", "Galatasaray", "ORG"),
        ("The farmers carried Kalashnikovs to the well.", "Kalashnikovs", "PRODUCT"),
        ("A drone burned a Marder near the mill.", "Marder", "PRODUCT"),
        ("The wells were dug by Oxfam in May.", "Oxfam", "ORG"),
        ("He studied at the College of Arts and Sciences.", "College of Arts and Sciences", "ORG"),
        ("He left the Academy of Letters and Norvik.", "Academy of Letters", "ORG"),
        ("Trinidad and Tobago beat Norway.", "Trinidad and Tobago", "GPE"),
        (
            "The Department of Health and Social Care paid.",
            "Department of Health and Social Care",
            "ORG",
        ),
        ("The Ministry of Health and Orbis Ltd signed it.", "Orbis Ltd", "ORG"),
        (
            "The Senate Health, Education, Labor and Pensions Committee met on Monday.",
            "Senate Health, Education, Labor and Pensions Committee",
            "ORG",
        ),
        ("Norvik, Lund and the Energy Committee met.", "Energy Committee", "ORG"),
        ("She left the University of Ohio, Dayton, in May.", "University of Ohio, Dayton", "ORG"),
        ("He left the University of Texas at Austin.", "University of Texas at Austin", "ORG"),
        ("She left the University of Oslo, Norway, in May.", "University of Oslo", "ORG"),
        ("The probe flew past Ganymede in spring.", "Ganymede", "LOC"),
        ("She wrote for Der Spiegel until May.", "Der Spiegel", "ORG"),
        ("The winger left Ajax for Benfica in May.", "Benfica", "ORG"),
    ],
)
def test_known_names_have_their_label(nlp: Language, text: str, name: str, label: str) -> None:
    assert names_of(nlp, text)[name] == label


def test_and_parts_known_names(nlp: Language) -> None:
    found = names_of(nlp, "The office pays for Dropbox and Zoom every month.")
    assert {"Dropbox", "Zoom"} <= found.keys()


def test_and_stays_in_a_known_name(nlp: Language) -> None:
    found = names_of(nlp, "He sold socks to Marks and Spencer for years.")
    assert found["Marks and Spencer"] == "ORG"


def test_a_known_name_is_no_part_of_a_longer_one(nlp: Language) -> None:
    found = names_of(nlp, "She went to the Galatasaray Lindholm Institute on Friday.")
    assert "Galatasaray" not in found


def test_a_town_stands_for_its_club_in_a_text_about_matches(nlp: Language) -> None:
    assert names_of(nlp, MATCH.format("Liverpool then lost the ball to Everton."))["Liverpool"] == (
        "ORG"
    )


def test_a_town_stays_one_elsewhere(nlp: Language) -> None:
    found = names_of(nlp, "The ferry to Liverpool carried coal and eight passengers.")
    assert found["Liverpool"] == "GPE"


def test_a_text_with_one_goal_is_not_about_sport(nlp: Language) -> None:
    assert not is_sporting(nlp("The goal of the plan is a cup of tea.")._.kgx_parse)


def test_a_common_name_is_a_hint_only() -> None:
    golf = known_as(["Golf"])
    assert golf is not None
    assert not golf.sure


def test_no_sure_name_is_in_two_lists() -> None:
    lists = read_lists("known_names.toml")
    times = Counter(name for key in lists if key != "town_clubs" for name in lists[key])
    assert [name for name, count in times.items() if count > 1 and name[0] != "~"] == []


def test_every_list_but_the_towns_has_a_label() -> None:
    lists = read_lists("known_names.toml")
    entries = {n.removeprefix("~") for key in lists if key != "town_clubs" for n in lists[key]}
    assert entries == known_names().keys()
