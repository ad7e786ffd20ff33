"""Names listed with others: where one ends and the next begins, and what the noun says of all."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.names.side_nouns import defines
from tests.mention_samples import names_of


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        (
            "The director is best known for Winter Light and The Long Field.",
            ["Winter Light", "The Long Field"],
        ),
        (
            "She wrote The Glass Boat and The Northern Line, both printed there.",
            ["The Glass Boat", "The Northern Line"],
        ),
        (
            "Her films include Winter Light, The Long Field and Salt.",
            ["Winter Light", "The Long Field", "Salt"],
        ),
    ],
)
def test_titles_listed_are_apart(nlp: Language, text: str, titles: list[str]) -> None:
    found = names_of(nlp, text)
    assert [name for name, label in found.items() if label == "WORK_OF_ART"] == titles


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Her best-known novels are Salt Road, Ferryman and A Short Winter.", "WORK_OF_ART"),
        ("Her children are Ana and Sofia.", "PERSON"),
        ("She is survived by her husband and their daughters, Ana and Sofia.", "PERSON"),
        ("The largest cities in the county are Harn, Orsk and Mill.", "GPE"),
    ],
)
def test_what_names_are_listed_as(nlp: Language, text: str, label: str) -> None:
    assert set(names_of(nlp, text).values()) == {label}


@pytest.mark.parametrize("where", ["in Peru", "on the shore of Loch Hale"])
def test_what_is_somewhere_is_defined(nlp: Language, where: str) -> None:
    assert defines(nlp(f"Tarn is a fort {where}.")._.kgx_parse, 3)
