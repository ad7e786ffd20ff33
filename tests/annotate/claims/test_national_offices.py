"""Offices of a country told by a nationality."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Peruvian President Tom Hale arrived.", "Peru | headOfState | Tom Hale"),
        ("The new Peruvian president, Tom Hale, left.", "Peru | headOfState | Tom Hale"),
        ("The Peruvian prime minister, Tom Hale, left.", "Peru | headOfGovernment | Tom Hale"),
        ("The Peruvian capital, Lima, was flooded.", "Lima | capitalOf | Peru"),
        ("Peruvian Justice Minister Ann Hale left.", "Ann Hale | justice-minister-of | Peru"),
        ("Ann Hale, the Peruvian trade minister, left.", "Ann Hale | trade-minister-of | Peru"),
    ],
)
def test_office_of_a_nation(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Former Peruvian president Tom Hale arrived.",
        "Peruvian vice president Tom Hale arrived.",
        "Peruvian club president Tom Hale arrived.",
        "The Peruvian president of Orbis Bank, Tom Hale, arrived.",
    ],
)
def test_no_office_of_a_nation(nlp: Language, text: str) -> None:
    assert "Peru | headOfState | Tom Hale" not in claims(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Germany correspondent Paul Lind wrote from Bonn.",
        "Greenwatch's Germany director Lena Holt called for action.",
    ],
)
def test_work_about_a_land_is_no_citizenship(nlp: Language, text: str) -> None:
    assert not [c for c in claims(nlp, text) if "citizenship" in c]
