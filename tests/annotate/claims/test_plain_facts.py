"""Facts that plain wordings tell beside those that they do not."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Todd Hale, a Lima representative, left.", "Todd Hale | represents | Lima"),
        ("The album reached number 12 in 1981.", "album | reach | number 12"),
        ("The album reached No. 5 in Peru.", "album | reach | No. 5"),
        ("The gold belonged to Orbis Ltd in May.", "Orbis Ltd | owns | gold"),
        ("Orbis Ltd belongs to Helix Bank.", "Orbis Ltd | partOf | Helix Bank"),
        ("Orbis Bank has cut jobs.", "Orbis Bank | reduces | job"),
        (
            "Orbis Ltd employs 140 people, most of them women.",
            "Orbis Ltd | numberOfEmployees | 140 people",
        ),
        (
            "Norvik is a village in the Peruvian region of Cajamarca.",
            "Norvik | locatedIn | Cajamarca",
        ),
        ("Above the town rises Mount Hale.", "Mount Hale | rise-above | town"),
        (
            "Ann Hale's father, Max, was a lawyer and her mother, Ida, was a nurse.",
            "Ida | occupation | nurse",
        ),
        (
            "Ann Hale and her tutor, the geologist Max Lind, left.",
            "Max Lind | occupation | geologist",
        ),
        (
            "Ann Hale met Max Lind, a painter from Porto, to whom she sold the mill.",
            "Ann Hale | sell-to | Max Lind",
        ),
    ],
)
def test_it_is_a_fact(nlp: Language, text: str, right: str) -> None:
    assert right in claims(nlp, text)
