"""How names hang on words, and what the vectors of these say."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from kgx.annotate.names.ties import NO_SCORES, load_axes, read_ties, score_tie
from kgx.annotate.names.words import Name
from kgx.annotate.words import tables
from kgx.errors import RuleError
from tests.mention_samples import names_of


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Zyntra reported a loss.", "Zyntra", [("nsubj", "report"), ("does", "loss")]),
        ("The court fined Zyntra.", "Zyntra", [("dobj", "fine"), ("by", "court")]),
        ("Customers of Zyntra left.", "Zyntra", [("of", "customer")]),
        ("She sold the mill to Zyntra.", "Zyntra", [("to", "sell"), ("what to", "mill")]),
        ("The mill was built by Zyntra.", "Zyntra", [("agent", "build")]),
        ("Ann and Zyntra left.", "Zyntra", [("nsubj", "leave")]),
        ("Zyntra's wife left.", "Zyntra", [("poss", "wife"), ("its nsubj", "leave")]),
        ("The carmaker Zyntra left.", "Zyntra", [("modified", "carmaker"), ("nsubj", "leave")]),
    ],
)
def test_ties(nlp: Language, text: str, word: str, expected: list[tuple[str, str]]) -> None:
    parse = nlp(text)._.kgx_parse
    token = parse.text.index(word)
    assert list(read_ties(parse, Name(token, token + 1, ""))) == expected


def test_a_word_never_met_speaks_through_its_likeness(nlp: Language) -> None:
    person, body, *_ = score_tie(nlp.vocab, "of", "shareholder")
    assert body > person
    person, body, *_ = score_tie(nlp.vocab, "poss", "widow")
    assert person > body


def test_without_vectors_nothing_is_said() -> None:
    assert score_tie(spacy.blank("en").vocab, "nsubj", "say") == NO_SCORES


def test_a_broken_table_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setattr(tables, "files", lambda package: tmp_path)
    load_axes.cache_clear()
    try:
        for text, why in (("\t1\tx\n", "line 1"), ("\t1\n\t1\nto\t1\n", "another size")):
            (folder / "name_vectors.tsv").write_text(text, encoding="utf-8")
            with pytest.raises(RuleError, match=why):
                load_axes()
    finally:
        load_axes.cache_clear()


def test_a_compatriot_is_a_person(nlp: Language) -> None:
    assert names_of(nlp, "Ann Lind beat her compatriot Falilat Ojo.")["Falilat Ojo"] == "PERSON"


@pytest.mark.parametrize(
    "text", ["Orbis, Vestra Group's rival, fell.", "Vestra Group rival Orbis fell."]
)
def test_a_rival_is_of_one_kind(nlp: Language, text: str) -> None:
    assert names_of(nlp, text).get("Orbis") == "ORG"
