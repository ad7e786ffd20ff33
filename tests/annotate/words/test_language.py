"""Texts that are not in English are said to be so, and not guessed at."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.run import annotate
from kgx.annotate.words.language import find_other_language
from kgx.errors import AnnotateError
from kgx.types import Document

GERMAN = "Der Rat hat am Montag den Leiter nicht entlassen, weil er sich für das Schiff einsetzt."


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (GERMAN, "German"),
        ("Le port a perdu la plus vieille de ses grues, et le maire est dans le doute.", "French"),
        ("El puerto no tiene una grúa, pero los vecinos han pedido que se compre.", "Spanish"),
        ("Порт купил новый кран в прошлом году.", "Cyrillic letters"),
        ("اشترى الميناء رافعة جديدة العام الماضي.", "Arabic letters"),
        ("The port bought a crane.", None),
        ("Die Zeit reported that the port bought a crane from a firm in Den Haag.", None),
        (
            "He said: « Le port a perdu la grue. » Then the mayor of the town left.",
            None,
        ),
        ("Hessing, Moen, Holt, Aas: 4, 9, 12.", None),
        ("Порт", None),
        ("😀 🚢 🏗️", None),
        ("", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert find_other_language(text) == language


def test_a_document_in_another_language_is_left_out(nlp: Language) -> None:
    documents = [Document("de", GERMAN), Document("en", "Karl Moen bought a crane in Hull.")]
    errors: list[AnnotateError] = []
    found = [a.id for a in annotate(documents, nlp, on_error=errors.append)]
    assert found == ["en"]
    assert "de: the text seems to be in German" in str(errors[0])
