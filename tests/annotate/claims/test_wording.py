"""Arguments in full: what a reader needs stays, and the graph does without it."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.run import annotate
from kgx.types import Annotation, Document


def read(nlp: Language, text: str) -> Annotation:
    (found,) = annotate([Document("d", text)], nlp)
    return found


def arguments(found: Annotation) -> set[str]:
    return {a.text for p in found.propositions for a in p.arguments}


@pytest.mark.parametrize(
    ("text", "argument"),
    [
        ("Ann Lind moved to Lund, Sweden, in 2012.", "Lund, Sweden"),
        ("Ann Lind is the firm's chair and treasurer.", "the firm's treasurer"),
    ],
)
def test_written_out(nlp: Language, text: str, argument: str) -> None:
    assert argument in arguments(read(nlp, text))


@pytest.mark.parametrize(
    ("text", "argument"),
    [
        ("Ann Lind sold the firm's mill and a barn.", "the firm's a barn"),
        ("Ann Lind moved to Lund, Turin, and Graz.", "Lund, Turin"),
    ],
)
def test_not_written_out(nlp: Language, text: str, argument: str) -> None:
    assert argument not in arguments(read(nlp, text))


def test_a_town_does_not_lie_where_its_own_words_say(nlp: Language) -> None:
    found = read(nlp, "Ann Lind moved to Lund, Sweden, in 2012.")
    assert {p.subject.text for p in found.propositions if p.relation.text == "is in"} == {"Lund"}


def test_the_graph_does_without(nlp: Language) -> None:
    found = read(nlp, "Ann Lind moved to Lund, Sweden, in 2012.")
    assert "Lund" in {e.label for e in found.entities}
    assert "Lund, Sweden" not in {e.label for e in found.entities}


@pytest.mark.parametrize(
    ("text", "had"),
    [
        ("Orbis's new factory opened in Lund.", ["Orbis has new factory"]),
        ("Her new boat sank.", []),
        ("The firm's purchase of the mill failed.", []),
    ],
)
def test_what_somebody_has(nlp: Language, text: str, had: list[str]) -> None:
    said = read(nlp, text).propositions
    found = [p for p in said if p.relation.text == "has"]
    assert [f"{p.subject.text} has {p.arguments[0].text}" for p in found] == had
