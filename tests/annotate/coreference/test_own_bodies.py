"""Which body somebody's party, company or bank is."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.claim_samples import claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "The Green Alliance, led by Ann Lind, won. Ida Holm, the Liberal chairwoman, said that "
            "her party had promised nothing.",
            "Ida Holm | memberOfParty | Liberal",
            id="the one that an adjective says she leads",
        ),
        pytest.param(
            "Orbis Bank closed ten branches. Bo Holm, chief executive of Tarn Insurance, said his "
            "company would not.",
            "Bo Holm | affiliation | Tarn Insurance",
            id="the one he leads",
        ),
        pytest.param(
            "Tarn University will close its law school. Rector Ann Lind said her university had "
            "no choice.",
            "Ann Lind | affiliation | Tarn University",
            id="the one called so before",
        ),
    ],
)
def test_somebodys_body_is(text: str, claim: str, nlp: Language) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "The Green Alliance, led by Ann Lind, won. Ida Holm, the Liberal chairwoman, said that "
            "her party had promised nothing.",
            id="led by another",
        ),
        pytest.param(
            "The Green Alliance won. Ida Holm, leader of the Farmers, said her party had promised "
            "nothing.",
            id="while she leads a group",
        ),
    ],
)
def test_nobodys_party_is_not_that_of_who_leads_another(text: str, nlp: Language) -> None:
    assert "Ida Holm | memberOfParty | Green Alliance" not in claims(nlp, text)
