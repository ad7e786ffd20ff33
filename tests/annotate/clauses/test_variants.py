"""Shorter variants of propositions."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.clauses.variants import add_variants
from kgx.annotate.run import annotate
from kgx.types import Document


@pytest.mark.parametrize(
    ("text", "variants"),
    [
        ("Norvik sold the mill.", []),
        ("Norvik sold the mill in May.", ["the mill"]),
        (
            "Norvik sold the mill to Helix in May.",
            ["the mill", "the mill | to Helix", "the mill | in May"],
        ),
        ("Norvik did not sell the mill in May.", []),
        ("Norvik may sell the mill in May.", []),
    ],
)
def test_variants(nlp: Language, text: str, variants: list[str]) -> None:
    (found,) = annotate([Document("d", text)], nlp)
    said = add_variants(found).propositions
    extra = [p for p in said if "." in p.id and p.relation.lemma == "sell"]
    assert [" | ".join(a.text for a in p.arguments) for p in extra] == variants
    assert len({p.id for p in said}) == len(said)
