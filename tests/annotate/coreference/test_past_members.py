"""Who was once of a body does not speak for it."""

from __future__ import annotations

from claim_samples import claims
from spacy.language import Language


def test_a_graduate_does_not_speak_for_her_university(nlp: Language) -> None:
    text = 'Ann Lind is a graduate of the University of Porto. "We beat two yards," said Lind.'
    assert not any(claim.startswith("University of Porto") for claim in claims(nlp, text))


def test_a_chair_speaks_for_her_firm(nlp: Language) -> None:
    text = 'Ann Lind is the chair of Orbis Bank. "We sold the mill," said Lind.'
    assert any(claim.startswith("Orbis Bank | sells | mill") for claim in claims(nlp, text))
