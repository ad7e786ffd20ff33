"""Participles: one name for a relation in every tense and voice."""

from __future__ import annotations

import pytest

from kgx.annotate.words.participles import participle_of


@pytest.mark.parametrize(
    ("lemma", "participle"),
    [
        ("sell", "sold"),
        ("award", "awarded"),
        ("close", "closed"),
        ("carry out", "carried out"),
        ("ban", "banned"),
        ("open", "opened"),
        ("stay", "stayed"),
        ("commit", "committed"),
        ("enrol", "enrolled"),
        ("kidnap", "kidnapped"),
        ("mimic", "mimicked"),
        ("put", "put"),
    ],
)
def test_participles(lemma: str, participle: str) -> None:
    assert participle_of(lemma) == participle
