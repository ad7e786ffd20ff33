"""Confidence against gold tuples: agreement, the reliability curve, and learning the weights."""

from __future__ import annotations

import json
import math
from importlib.resources import files
from pathlib import Path

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from kgx.annotate.build.train_confidence import (
    drop_rare,
    fit_weights,
    read_clauses,
    rescale,
    say_weights,
)
from kgx.annotate.build.tuples import (
    make_tuple,
    measure_agreement,
    read_tuples,
    share_agreement,
)
from kgx.annotate.clauses.confidence import load_weights
from kgx.annotations import write_annotations
from kgx.bench.confidence import Bin, measure_reliability
from kgx.cli import app
from kgx.errors import KgxError
from kgx.types import Annotation, Argument, Document, Proposition, Relation

GOLD = [make_tuple("works for", ["Ada Berg", "Orbis", "in Lund"])]


@pytest.mark.parametrize(
    ("relation", "arguments", "agreement"),
    [
        ("works for", ["Ada Berg", "Orbis", "in Lund"], 1.0),
        ("works for", ["Ada Berg", "Orbis in May", "in Lund"], 7 / 9),
        ("works for", ["Ada Berg"], 0.0),
        ("left", ["Ada Berg", "Orbis", "in Lund"], 0.0),
    ],
)
def test_agreement(relation: str, arguments: list[str], agreement: float) -> None:
    assert measure_agreement(make_tuple(relation, arguments), GOLD) == pytest.approx(agreement)


def test_forms_of_be_agree() -> None:
    gold = [make_tuple("was", ["Ada", "a pilot"])]
    assert measure_agreement(make_tuple("is", ["Ada", "a pilot"]), gold) == 1.0


def said(confidence: float, *arguments: str) -> Proposition:
    parts = tuple(Argument(text, None, None, "object") for text in arguments)
    subject = Argument("Ada Berg", None, None, "subject")
    relation = Relation("works for", None, None, "work for")
    return Proposition("p1", subject, relation, parts, 0, 1, confidence=confidence)


def test_curve_and_error() -> None:
    one = Annotation("d", propositions=(said(0.9, "Orbis", "in Lund"), said(0.35)))
    other = Annotation("without gold", propositions=(said(0.5),))
    measured = measure_reliability([one, other], {"d": GOLD})
    assert measured.bins == (Bin(0.3, 0.4, 1, 0.35, 0.0), Bin(0.9, 1.0, 1, 0.9, 1.0))
    assert measured.error == pytest.approx((0.35 + 0.1) / 2)


def test_nothing_to_measure() -> None:
    with pytest.raises(KgxError, match="no document"):
        measure_reliability([Annotation("x")], {"d": GOLD})


def test_command(tmp_path: Path) -> None:
    gold, made = tmp_path / "gold.jsonl", tmp_path / "made.jsonl"
    row = {"id": "d", "tuples": [{"rel": "works for", "args": ["Ada Berg", "Orbis"]}]}
    gold.write_text(json.dumps(row), encoding="utf-8")
    write_annotations([Annotation("d", propositions=(said(0.8, "Orbis"),))], made)
    done = CliRunner().invoke(app, ["bench", "confidence", str(gold), str(made)])
    assert "expected calibration error 0.200 of 1 propositions" in done.output


@pytest.mark.parametrize("line", ["[]", "{}", '{"id": "d"}', '{"id": "d", "tuples": [1]}', "x"])
def test_gold_that_is_none(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_text(line, encoding="utf-8")
    with pytest.raises(KgxError, match=r"gold\.jsonl:1"):
        read_tuples(path)


def test_gold_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(KgxError, match="cannot be read"):
        read_tuples(tmp_path / "none.jsonl")


def test_weights_tell_right_from_wrong() -> None:
    examples = [(frozenset({"good"}), 1.0), (frozenset({"bad"}), 0.0)] * 40
    weights = fit_weights(examples)
    assert weights["good"] > 0 > weights["bad"]
    assert say_weights(weights).splitlines()[2].startswith("bias = ")


def test_what_few_documents_show_teaches_nothing() -> None:
    examples = [(frozenset({"common", "rare"}), 1.0), (frozenset({"common"}), 0.0)]
    assert drop_rare(examples, ["d", "e"], 2) == [
        (frozenset({"common"}), 1.0),
        (frozenset({"common"}), 0.0),
    ]


def test_examples_are_clauses_with_gold(nlp: Language) -> None:
    texts = [Document("d", "Ada Berg works for Orbis."), Document("e", "It rained.")]
    gold = {"d": [make_tuple("works for", ["Ada Berg", "Orbis"])]}
    [(id_, [(_, own)], [(_, any_)])] = read_clauses(texts, gold, nlp)
    assert (id_, own, any_) == ("d", 1.0, 1.0)


def test_a_fact_told_twice_counts_for_the_closer() -> None:
    gold = [make_tuple("works for", ["Ada", "Orbis"]), make_tuple("lives in", ["Ada", "Lund"])]
    near, far = make_tuple("works for", ["Ada", "Orbis"]), make_tuple("works at", ["Ada", "Orbis"])
    assert share_agreement([far, near], gold) == [0.0, 1.0]
    assert share_agreement([near, make_tuple("sings", ["Bo", "arias"])], gold) == [1.0, 0.0]
    assert measure_agreement(far, gold) > 0.5


def test_rescaled_weights_give_the_share_that_is_right() -> None:
    weights = {"bias": 0.0, "good": 2.0}
    examples = [(frozenset({"good"}), 1.0), (frozenset({"good"}), 0.0)]
    examples += [(frozenset[str](), 0.0), (frozenset[str](), 0.0), (frozenset[str](), 1.0)]
    scaled = rescale(weights, examples)
    assert scaled["bias"] == pytest.approx(math.log(1 / 2), abs=1e-4)
    assert scaled["bias"] + scaled["good"] == pytest.approx(0.0, abs=1e-4)


def test_weights_in_use_are_what_training_writes() -> None:
    path = files("kgx.annotate").joinpath("data/confidence.toml")
    assert say_weights(load_weights()) == path.read_text(encoding="utf-8")
