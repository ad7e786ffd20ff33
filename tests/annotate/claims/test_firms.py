"""What trade press, annual reports and reports on projects say, and what they do not say."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.claim_samples import claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Torvex has supplied pumps to the Helvar Navy.", "Torvex | suppliesTo | Helvar Navy"),
        ("Torvex supplied Helvar Steel with pumps.", "Torvex | supplies | pump"),
        ("Torvex supplied Helvar Steel with pumps.", "Torvex | suppliesTo | Helvar Steel"),
        ("Torvex provides Helvar Steel with pumps.", "Torvex | provides | pump"),
        ("The Lorna Dam has a capacity of 320 MW.", "Lorna Dam | installedCapacity | 320 MW"),
        ("Torvex Foods has 60 staff.", "Torvex Foods | numberOfEmployees | 60 staff"),
        ("Torvex Foods has a staff of 60.", "Torvex Foods | numberOfEmployees | 60"),
        ("The Orna probe was built at a cost of $8 million.", "Orna | costs | $8 million"),
        ("Torvex built the Orna probe at a cost of $8 million.", "Orna | costs | $8 million"),
        (
            "The Water Trust, an NGO headquartered in Nairobi, grew.",
            "Water Trust | headquarters | Nairobi",
        ),
        ("The port of Limbe is operated by Torvex.", "Torvex | operates | port of Limbe"),
    ],
)
def test_it_is_said(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Torvex supplied the army with pumps.", "supplies | army"),
        ("The strike cost 30 jobs.", "costs"),
        ("The Lorna Bridge links Oslo with the suburb of Petrov.", "kindOf"),
        ("Torvex sold the Orna probe at a profit of $8 million.", "Orna | netProfit"),
    ],
)
def test_it_is_not_said(nlp: Language, text: str, predicate: str) -> None:
    assert not [c for c in claims(nlp, text) if predicate in c]
