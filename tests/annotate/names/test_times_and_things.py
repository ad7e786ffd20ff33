"""Names of times and of things with an article, which are nobody's and no body's."""

from __future__ import annotations

import pytest
from spacy.language import Language


def types_of(nlp: Language, text: str) -> dict[str, str | None]:
    """The types of the entities of a text by their labels."""
    return {e.label: e.type for e in nlp(text)._.kgx_entities.values()}


@pytest.mark.parametrize(
    ("text", "label", "types"),
    [
        ("The Renaissance period saw a new art.", "Renaissance", {"other", "event"}),
        ("They date from the late Bronze Age.", "Bronze Age", {"other", "event"}),
        ("The Mesozoic era was long.", "Mesozoic", {"other", "event"}),
        ("The Rosetta Stone is a slab.", "Rosetta Stone", {"other", "work", "product", "place"}),
        ("Tom Hale wrote it. Ann Berg, author of Salt Roads, agreed.", "Salt Roads", {"work"}),
        # what follows a title tells when, unless a quotation mark closes behind it
        ("The results appeared in Helix in May.", "Helix", {"work"}),
        ("Her essay appeared in The Norvik Review on Friday.", "The Norvik Review", {"work"}),
        (
            "It was printed in the journal Herpetology Today on Monday.",
            "Herpetology Today",
            {"work"},
        ),
        ('"Love in May" is a song by Ann Lind.', "Love in May", {"work"}),
        ("They signed the Lake Vostrand Accord in May.", "Lake Vostrand Accord", {"law"}),
        ("She works for the fashion house Ann Berg.", "Ann Berg", {"organization"}),
        ("The capital of Orbis Inc. doubled.", "Orbis Inc.", {"organization"}),
        ("The dish Kolvik is from Norway.", "Kolvik", {"other"}),
        ("The disease Kolvik spread in Lund.", "Kolvik", {"other"}),
        ("The Orbis 500 is a car assembled in Lund.", "Orbis 500", {"product"}),
        ("The Norvik 3000 was launched in 1998.", "Norvik 3000", {"product"}),
        ("Tales of Salt was written by Eric Storm.", "Eric Storm", {"person"}),
        ("The Tower of Tarna is located in Bergen.", "Tower of Tarna", {"facility"}),
        ("The Siege of Tarna ended in May.", "Siege of Tarna", {"event"}),
        ("Norvik is governed by the Norvik City Council.", "Norvik", {"place"}),
        ("Orbis Rising, starring Ida Holm, opened in May.", "Orbis Rising", {"work"}),
        ("Salt Roads stars Ida Holm.", "Salt Roads", {"work"}),
        ("She served on board Lexington from 1940.", "Lexington", {"product"}),
        ("He was aboard the Orla when it sank.", "Orla", {"product"}),
        ("Orbis showed a task manager named Helm.", "Helm", {"product"}),
        ("Helia, whose headquarters are in Malmö, grew.", "Helia", {"organization"}),
        (
            "Its rival, Helia Livs, agreed. Helia, whose headquarters are in Malmö, grew.",
            "Helia Livs",
            {"organization"},
        ),
        ("The Karn River flows south before it joins the Drin near Lund.", "Drin", {"place"}),
        ("The Karn Dam supplies electricity to 40,000 homes.", "Karn Dam", {"facility"}),
        ("Its main tributary is the Leska. The Karn River is long.", "Leska", {"place"}),
        ("The company is based in King's Cross.", "King's Cross", {"place"}),
        ("Norwegian is spoken in Lund.", "Norwegian", {"language"}),
    ],
)
def test_types(nlp: Language, text: str, label: str, types: set[str]) -> None:
    assert types_of(nlp, text).get(label) in types


def test_a_title_keeps_its_article_where_it_opens_a_sentence(nlp: Language) -> None:
    types = types_of(nlp, "She wrote the opera The Ice Road. The Ice Road opened in 1974.")
    assert types.get("The Ice Road") == "work"
    assert "Ice Road" not in types
