"""The learned model of what a name names, and its training."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from spacy.language import Language

from kgx.annotate.build import name_examples, train_names
from kgx.annotate.names.component import names_of
from kgx.annotate.names.model import (
    CLASSES,
    load_weights,
    next_pronoun,
    read_blind,
    read_features,
    score_classes,
    ties_of,
)
from kgx.annotate.names.spans import titled_tokens
from kgx.annotate.names.votes import Ballot, hold_vote
from kgx.annotate.words import tables
from kgx.errors import KgxError, RuleError


def ballots_of(nlp: Language, text: str) -> dict[str, Ballot]:
    doc = nlp(text)
    body, _ = names_of(doc, titled_tokens(doc._.kgx_parse, doc._.kgx_blocks))
    return hold_vote(doc._.kgx_parse, body)


def test_features_hold_words_and_surroundings(nlp: Language) -> None:
    text = "Ingrid Brekkan sailed from Tverrvik to Hull."
    doc = nlp(text)
    ballot = ballots_of(nlp, text)["ingrid brekkan"]
    features = read_features(doc._.kgx_parse, ballot, ties_of(doc._.kgx_parse, ballot))
    assert {"first ingrid", "last brekkan", "given 2", "before sailed", "nsubj > sail"} <= set(
        features
    )


def test_a_given_name_speaks_for_a_person() -> None:
    assert max(score_classes({"given 2": 1.0}).items(), key=lambda x: x[1])[0] == "PERSON"


def test_features_without_weights_change_nothing() -> None:
    assert score_classes({"first zzyzx": 1.0}) == score_classes({})


def test_a_broken_table_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "read_data", lambda file: "\t1\t2\t3\t4\nfirst a\t1\n")
    load_weights.cache_clear()
    try:
        with pytest.raises(RuleError, match=r"name_weights\.tsv: 4 weights must follow 'first a'"):
            load_weights()
    finally:
        load_weights.cache_clear()


def test_training_learns_from_documents(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("sklearn")
    towns = ["Tverrvik", "Hollum", "Brekka", "Stavnes", "Ulvdal"]
    lines = []
    for n, town in enumerate(towns * 3):
        text = f"The mayor of {town} sold the ferry to Karl Moen and the Orbis Group in March."
        spans = [(town, "PLACE"), ("Karl Moen", "PERSON"), ("Orbis Group", "ORG")]
        names = [[text.index(s), text.index(s) + len(s), c] for s, c in spans]
        lines.append(json.dumps({"id": str(n), "text": text, "names": names}))
    data = tmp_path / "names.jsonl"
    data.write_text("\n".join(lines), encoding="utf-8")
    lone = tmp_path / "lone.txt"
    lone.write_text("# own\nShares of [Orlano|ORG] fell.\nThe [Sigrun|MISC] sank.\n", "utf-8")
    monkeypatch.setattr(name_examples, "LONE", lone)
    monkeypatch.setattr(train_names, "DATA", tmp_path)
    monkeypatch.setattr(train_names, "SMALLEST", 0.0)
    monkeypatch.setattr(train_names, "RAREST_TIE", 5)
    train_names.main([str(data)])
    weights = {name: cells for name, *cells in (x.split("\t") for x in _lines(tmp_path))}
    assert float(weights["last group"][1]) > float(weights["last group"][0])
    assert "first orlano" not in weights  # sentences of one's own teach no letters
    assert "rules, then model: 1.000" in capsys.readouterr().out
    rows = _lines(tmp_path, "name_vectors.tsv")
    tied = [row.split("\t")[0] for row in rows if not row.startswith("\t")]
    assert tied.count("to") == len(CLASSES)


def _lines(folder: Path, name: str = "name_weights.tsv") -> list[str]:
    return (folder / name).read_text(encoding="utf-8").splitlines()


def test_marked_sentences_are_read() -> None:
    text, names = name_examples.read_marked("[Torvex|ORG] fined [Ann Sol|PERSON] [sic].")
    assert text == "Torvex fined Ann Sol [sic]."
    assert [(text[s:e], c) for s, e, c in names] == [("Torvex", "ORG"), ("Ann Sol", "PERSON")]


def test_all_marked_sentences_have_known_classes() -> None:
    lines = name_examples.LONE.read_text(encoding="utf-8").splitlines()
    classes = {c for x in lines[2:] for _, _, c in name_examples.read_marked(x)[1]}
    assert classes == set(CLASSES)


@pytest.mark.parametrize(
    ("text", "key", "pronoun"),
    [
        ("Zyntra, which makes pumps, sold its mill to Ann.", "zyntra", "which"),
        ("We met Zyntra, who sold pumps.", "zyntra", "who"),
        ("We met Zyntra at his mill.", "zyntra", "same he"),
        ("We met Zyntra at the mill. It makes pumps.", "zyntra", "next it"),
        ("We met Zyntra at the mill. Ann left.", "zyntra", ""),
    ],
)
def test_the_next_pronoun(nlp: Language, text: str, key: str, pronoun: str) -> None:
    parse = nlp(text)._.kgx_parse
    name = ballots_of(nlp, text)[key].mentions[0]
    assert next_pronoun(parse, name.end) == pronoun


def test_blind_features_hold_nothing_learned_by_heart(nlp: Language) -> None:
    text = "The takeover of Boeing by a Swiss group was blocked."
    parse, ballot = nlp(text)._.kgx_parse, ballots_of(nlp, text)["boeing"]
    blind = read_blind(parse, ballot, ties_of(parse, ballot))
    assert not [x for x in blind if x.startswith(("model", "company", "first", "vote GPE"))]
    assert "of > takeover" in blind


def test_training_needs_files() -> None:
    with pytest.raises(KgxError, match="give files"):
        train_names.main([])
