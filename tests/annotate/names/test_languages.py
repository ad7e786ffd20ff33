"""Languages, which are called as peoples are."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Tom Hale speaks German and French.",
            ["Tom Hale | language | German", "Tom Hale | language | French"],
        ),
        (
            "Peru has two official languages, Spanish and Quechua.",
            ["Peru | language | Spanish", "Peru | language | Quechua"],
        ),
        ("The official language of Peru is Spanish.", ["Peru | language | Spanish"]),
        ("Spanish is the official language of Peru.", ["Peru | language | Spanish"]),
        (
            "The Lund Gazette is an English-language daily.",
            ["Lund Gazette | language | English"],
        ),
        ("The Mill Owls is an Esperanto novel.", ["The Mill Owls | language | Esperanto"]),
        ("Tom Hale is an Esperanto author.", ["Tom Hale | language | Esperanto"]),
    ],
)
def test_languages(nlp: Language, text: str, expected: list[str]) -> None:
    found = claims(nlp, text)
    assert set(expected) <= set(found)
    assert not any("citizenship" in one or "| country |" in one for one in found)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Tom Hale is German.", "Tom Hale | citizenship | Germany"),
        ("The German Tom Hale won the race.", "Tom Hale | citizenship | Germany"),
    ],
)
def test_people_are_no_languages(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)
