"""Names in datelines, bylines and beside emoji."""

from __future__ import annotations

from spacy.language import Language

from tests.mention_samples import names_of


def test_dateline_names_a_place(nlp: Language) -> None:
    text = "SEVILLE, Spain, May 24 - The match ended without a goal and without much of a crowd."
    assert {"SEVILLE": "GPE", "Spain": "GPE"}.items() <= names_of(nlp, text).items()


def test_what_a_dateline_has_in_brackets_is_an_agency(nlp: Language) -> None:
    doc = nlp("LJUBLJANA, March 9 (Adria Newswire) - Ann Lind won the vote on Sunday.")
    assert ("Adria Newswire", "ORG") in [(e.text, e.label_) for e in doc.ents]


def test_dateline_names_a_place_that_is_not_known(nlp: Language) -> None:
    text = "TVERRVIK (Coastwire) – The match ended without a goal and without much of a crowd."
    assert names_of(nlp, text)["TVERRVIK"] == "GPE"


def test_a_name_ends_before_an_emoji(nlp: Language) -> None:
    assert "Karl Moen" in names_of(nlp, "Karl Moen 🎉 bought the shop.")


def test_a_name_begins_behind_an_emoji(nlp: Language) -> None:
    text = "They won 🎊. 👨‍👩‍👧‍👦 😀🎉 Karl Moen 🚢 bought the shop."
    assert "Karl Moen" in names_of(nlp, text)


def test_who_wrote_is_a_person(nlp: Language) -> None:
    text = "By Dana Whitlow | The Sill | 14:20 GMT\n\nThe mill closed on Friday, the owner said."
    assert names_of(nlp, text)["Dana Whitlow"] == "PERSON"
