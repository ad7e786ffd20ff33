"""What a name is in another language, in brackets behind it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.run import annotate
from kgx.types import Document


@pytest.mark.parametrize(
    ("text", "label", "alias"),
    [
        (
            "The Civic Alliance (Portuguese: Aliança Cívica) is a party in Portugal.",
            "Civic Alliance",
            "Aliança Cívica",
        ),
        (
            "Lake Orlo (German: Orlosee, French: Lac d'Orle) lies in Switzerland.",
            "Lake Orlo",
            "Lac d'Orle",
        ),
    ],
)
def test_names_in_other_languages(nlp: Language, text: str, label: str, alias: str) -> None:
    (found,) = annotate([Document("d", text)], nlp)
    (entity,) = [e for e in found.entities if e.label == label]
    assert alias in entity.aliases
    assert not any(e.label == alias or e.type in ("group", "language") for e in found.entities)


def test_lands_before_colons_are_no_languages(nlp: Language) -> None:
    (found,) = annotate([Document("d", "Orbis opened mills (Germany: two, Peru: one).")], nlp)
    assert {e.label: e.type for e in found.entities}["Germany"] == "place"
