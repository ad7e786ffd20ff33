"""One type a name, all over a text: what one mention tells goes for the others."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.mention_samples import names_of


def test_a_surname_has_the_type_of_the_full_name(nlp: Language) -> None:
    text = "Torvald Brekkan opened the shop in May. Prices will not rise, Brekkan said."
    assert names_of(nlp, text)["Brekkan"] == "PERSON"


def test_a_full_name_has_the_type_of_the_surname(nlp: Language) -> None:
    names = names_of(nlp, "They met Wim Terpstra. Terpstra, who is 61, left.")
    assert names["Wim Terpstra"] == names["Terpstra"] == "PERSON"


def test_a_surname_that_is_a_plural_speaks_as_one_person(nlp: Language) -> None:
    text = "Ann Waters opened the fair. Waters said that all went well."
    assert names_of(nlp, text).get("Waters") == "PERSON"


def test_a_surname_that_is_a_word_acts_as_one_person(nlp: Language) -> None:
    text = "Clara Jobs opened the shop. Jobs has sold it. Jobs were lost in the region."
    persons = [e.text for e in nlp(text).ents if e.label_ == "PERSON"]
    assert persons == ["Clara Jobs", "Jobs"]


@pytest.mark.parametrize(
    ("told", "persons"),
    [
        ("Clara Jobs opened the shop. Jobs welcomed the guests.", ["Clara Jobs", "Jobs"]),
        ("Clara Jobs told of new jobs. Jobs disappeared in May.", ["Clara Jobs"]),
    ],
)
def test_a_surname_that_is_a_plural_did_it(nlp: Language, told: str, persons: list[str]) -> None:
    assert [e.text for e in nlp(told).ents if e.label_ == "PERSON"] == persons


def test_one_name_has_one_type(nlp: Language) -> None:
    text = (
        "Calder bought two ships. In March Calder sold one. Analysts like Calder.\n\n"
        "Calder Lines Ltd was founded in 1890."
    )
    labels = {e.label_ for e in nlp(text).ents if e.text == "Calder"}
    assert labels == {"ORG"}


def test_a_title_in_capitals_repeats_names_of_the_body(nlp: Language) -> None:
    text = (
        "BREKKAN WINS IN BERGEN\n\n"
        "Torvald Brekkan won the vote in Bergen on Sunday with a clear majority of the seats."
    )
    assert {"BREKKAN": "PERSON", "BERGEN": "GPE"}.items() <= names_of(nlp, text).items()


def test_an_acronym_that_is_also_a_word(nlp: Language) -> None:
    text = "The Western Harbour Office (WHO) met those who fish. The WHO has nine members."
    assert names_of(nlp, text)["WHO"] == "ORG"


def test_a_surname_that_is_also_a_title(nlp: Language) -> None:
    text = "Alice Bishop opened the shop in May. Prices will not rise, Bishop said."
    assert names_of(nlp, text).get("Bishop") == "PERSON"


def test_acronym_in_brackets(nlp: Language) -> None:
    text = "The North Sea Fishing Council (NSFC) met in Hull. The NSFC has nine members."
    assert names_of(nlp, text)["NSFC"] == "ORG"


def test_a_dateline_with_its_country_names_a_place_that_bodies_are_called_after(
    nlp: Language,
) -> None:
    text = "TARNBY, Norway, 14 May – The mill closed.\n\nAnna Berg of Tarnby University said so."
    assert names_of(nlp, text)["TARNBY"] == "GPE"


def test_a_body_is_known_without_its_legal_form(nlp: Language) -> None:
    doc = nlp("Acme Robotics Inc. sold Lumina. Acme Robotics is headquartered in San Jose.")
    assert [e.text for e in doc.ents][::2] == ["Acme Robotics Inc.", "Acme Robotics"]


def test_a_repeated_run_is_one_name(nlp: Language) -> None:
    text = "They founded Heron Built Games. In May, Heron Built Games hired ten people."
    assert [e.text for e in nlp(text).ents].count("Heron Built Games") == 2


def test_a_body_is_met_by_its_first_word_before_who_is_of_it(nlp: Language) -> None:
    text = "Breakwater Ventures led the round. Breakwater partner Ann Lind will join the board."
    assert names_of(nlp, text).get("Breakwater") == "ORG"


def test_a_body_is_met_by_its_first_word(nlp: Language) -> None:
    text = "Leila Moe took over Cedar Bank in 2019. Cedar was small then."
    assert names_of(nlp, text).get("Cedar") == "ORG"


def test_the_first_words_of_an_airline_are_the_airline(nlp: Language) -> None:
    text = "Cedar Coast Airlines lost two jets. Passengers like Cedar Coast, a study says."
    assert names_of(nlp, text).get("Cedar Coast") == "ORG"


def test_a_firm_called_after_its_town(nlp: Language) -> None:
    text = "Aarhus AG, the toymaker, was founded in 1897. Aarhus AG still has a works in Aarhus."
    assert [e.label_ for e in nlp(text).ents if e.text.startswith("Aarhus")] == [
        "ORG",
        "ORG",
        "GPE",
    ]


def test_two_bodies_are_not_one(nlp: Language) -> None:
    assert "Orbis Toys and Radio Hut" not in names_of(
        nlp, "It is sold at Orbis Toys and Radio Hut."
    )


def test_an_acronym_that_is_no_known_place_is_a_body(nlp: Language) -> None:
    doc = nlp("Acquisition Director Ann Lind and the DSB wrote to the firm in Oslo.")
    assert {e.text: e.label_ for e in doc.ents}["DSB"] == "ORG"


@pytest.mark.parametrize(
    "text",
    [
        "Norhavn is a historical region in Denmark. The main paper is Norhavn Tidende.",
        "Norhavn is a market town and civil parish in the Lund district of Kent. "
        "The Norhavn Mercury covers Norhavn.",
        "In Norhavn, a town in Kent, the Norhavn Mercury was sold.",
    ],
)
def test_a_place_stays_one_whatever_is_named_after_it(nlp: Language, text: str) -> None:
    assert names_of(nlp, text)["Norhavn"] in ("GPE", "LOC")
