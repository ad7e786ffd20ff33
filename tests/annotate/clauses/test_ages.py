"""How old a person is."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.run import annotate
from kgx.types import Document


def ages_of(nlp: Language, text: str) -> list[tuple[str, str | None]]:
    found = next(iter(annotate([Document("x", text)], nlp=nlp)))
    labels = {e.id: e.label for e in found.entities}
    return [(labels[c.subject], c.value) for c in found.claims if c.predicate.endswith("/age")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Helen Marsh, aged 47, won the race.", [("Helen Marsh", "47")]),
        ("The 31-year-old Peter Holm left the club.", [("Peter Holm", "31")]),
        ("Anna Berg is 29 years old.", [("Anna Berg", "29")]),
        ("Helen Marsh, 47, won the race.", [("Helen Marsh", "47")]),
        ("Anna Berg is not 29 years old.", []),
        ("Anna Berg may be 29 years old.", []),
        ("Peter Holm, a 31-year-old baker, left.", [("Peter Holm", "31")]),
        ("The 31-year-old ship sank.", []),
        ("The old Peter Holm left.", []),
    ],
)
def test_age(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert ages_of(nlp, text) == expected
