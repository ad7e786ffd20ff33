"""What is told of several as one thing is told of each."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ann Lind and Bo Berg left. They had a son, Max.", {"Ann Lind", "Bo Berg"}),
        ("Ann Lind married Bo Berg. They had a son, Max.", {"Ann Lind", "Bo Berg"}),
        ("Ann Lind was married to Bo Berg. Their son Max left.", {"Ann Lind", "Bo Berg"}),
        ("Ann Lind did not marry Bo Berg. They had a son, Max.", set()),
    ],
)
def test_a_child_is_of_both(nlp: Language, text: str, told: set[str]) -> None:
    found = (claim.split(" | ") for claim in claims(nlp, text))
    assert {subject for subject, said, _ in found if said == "child"} == told


def test_an_amount_is_of_all_together(nlp: Language) -> None:
    text = "Peru and Chile signed a pact. They have a population of 54 million."
    assert not [c for c in claims(nlp, text) if c.startswith("Peru | population")]
