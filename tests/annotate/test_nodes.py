"""The name that an entity goes by."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.annotation import to_annotation


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Karl Moen left. Moen was ill. Moen is back.", "Karl Moen"),
        (
            "In 1931 the company, known until then as Ehrle & Daughters, was renamed Lindau. "
            "Lindau AG makes toys. Lindau sold a mill. Lindau grew.",
            "Lindau",
        ),
        (
            "The Bergen Harbour Board (BHB) met. The BHB voted. The BHB left.",
            "Bergen Harbour Board",
        ),
    ],
)
def test_label(nlp: Language, text: str, label: str) -> None:
    assert label in {e.label for e in to_annotation(nlp(text)).entities}
