"""Annotations held against gold ones."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from kgx.annotations import write_annotations
from kgx.cli import app
from kgx.errors import KgxError
from kgx.evaluate import evaluate, show_evaluation, to_json
from kgx.evaluate.align import align_entities, pair_spans
from kgx.types import Annotation, Argument, Claim, Entity, Mention, Proposition, Relation

BASE = "https://example.org/kg/"


def make_claim(subject: str, predicate: str, object_: str, **more: object) -> Claim:
    fields = {"start": 0, "end": 30, "quote": "", "prefix": "", "suffix": "", "rule": predicate}
    return Claim(
        id=BASE + subject + predicate + object_,
        proposition=None,
        subject=BASE + subject,
        predicate=BASE + predicate,
        predicates=(),
        object=BASE + object_,
        value=None,
        datatype=None,
        **{**fields, **more},  # type: ignore[arg-type]
    )


def make_annotation(*claims: Claim, id_: str = "d") -> Annotation:
    """ "Ada Berg founded Orbis Group." with these claims."""
    subject = Argument("Ada Berg", 0, 8, "subject", BASE + "ada")
    object_ = Argument("Orbis Group", 17, 28, "object", BASE + "orbis")
    said = Proposition("p1", subject, Relation("founded", 9, 16, "found"), (object_,), 0, 28)
    return Annotation(
        id_,
        mentions=(Mention(0, 8, BASE + "ada"), Mention(17, 28, BASE + "orbis")),
        entities=(
            Entity(BASE + "ada", "Ada Berg", "person", same_as=("urn:ada",)),
            Entity(BASE + "orbis", "Orbis Group", "organization"),
        ),
        propositions=(said,),
        claims=claims,
    )


FOUNDED = make_claim("orbis", "founder", "ada")
GOLD = make_annotation(FOUNDED)


def test_gold_against_itself_is_all_right() -> None:
    result = evaluate([GOLD], [GOLD])
    for groups in (result.strict, result.lenient, result.types, result.standing):
        assert {score.f1 for score in groups.values()} == {1.0}


@pytest.mark.parametrize(
    ("found", "strict", "lenient"),
    [
        (make_annotation(), 0.0, 0.0),
        (make_annotation(FOUNDED, make_claim("ada", "spouse", "orbis")), 2 / 3, 2 / 3),
        (make_annotation(make_claim("ada", "founder", "orbis")), 0.0, 0.0),
        (make_annotation(make_claim("orbis", "maker", "ada")), 0.0, 0.0),
        (make_annotation(replace(FOUNDED, polarity="negative")), 0.0, 1.0),
        (
            make_annotation(replace(FOUNDED, predicate="x", predicates=(FOUNDED.predicate,))),
            1.0,
            1.0,
        ),
    ],
)
def test_claims_have_the_same_ends_and_a_predicate_in_common(
    found: Annotation, strict: float, lenient: float
) -> None:
    result = evaluate([GOLD], [found])
    assert result.strict["claims"].f1 == pytest.approx(strict)
    assert result.lenient["claims"].f1 == pytest.approx(lenient)


def test_classes_that_nothing_mentions_are_told_by_their_iri() -> None:
    classes = tuple(Entity(BASE + name, name, "concept") for name in ("mill", "building"))
    gold = replace(make_annotation(make_claim("mill", "kindOf", "building")), entities=classes)
    assert evaluate([gold], [gold]).strict["claims"].right == 1


def test_entities_are_aligned_whatever_they_are_called() -> None:
    renamed = replace(
        GOLD,
        mentions=(Mention(0, 8, "urn:x"), Mention(17, 28, "urn:y")),
        entities=(Entity("urn:x", "Ada", "person"), Entity("urn:y", "Orbis", "organization")),
        claims=(replace(FOUNDED, subject="urn:y", object="urn:x"),),
    )
    assert align_entities(GOLD, renamed, strict=True) == {
        "urn:x": BASE + "ada",
        "urn:y": BASE + "orbis",
    }
    assert evaluate([GOLD], [renamed]).strict["claims"].f1 == 1.0


def test_a_span_that_overlaps_counts_only_leniently() -> None:
    longer = replace(GOLD, mentions=(Mention(0, 16, BASE + "ada"), GOLD.mentions[1]))
    result = evaluate([GOLD], [longer])
    assert result.strict["entities"].right == 1
    assert result.lenient["entities"].right == 2


def test_a_wrong_type_is_wrong() -> None:
    other = replace(GOLD, entities=(replace(GOLD.entities[0], type="place"), GOLD.entities[1]))
    result = evaluate([GOLD], [other])
    assert result.lenient["entities"].right == 1
    assert (result.types["person"].wanted, result.types["place"].found) == (1, 1)


def test_a_link_needs_one_identifier_in_common() -> None:
    wrong = replace(
        GOLD, entities=(replace(GOLD.entities[0], same_as=("urn:eve",)), GOLD.entities[1])
    )
    assert evaluate([GOLD], [GOLD]).strict["links"].f1 == 1.0
    assert evaluate([GOLD], [wrong]).strict["links"].f1 == 0.0


def test_rules_are_told_by_what_they_made() -> None:
    surplus = make_claim("ada", "spouse", "orbis", rule="guess")
    rules = evaluate([GOLD], [make_annotation(FOUNDED, surplus)]).rules
    assert (rules["founder"].precision, rules["guess"].precision) == (1.0, 0.0)


@pytest.mark.parametrize(
    ("confidence", "tenth"),
    [(0.7, "0.6 to 0.7"), (0.701, "0.7 to 0.8"), (1.0, "0.9 to 1.0"), (0.05, "0.0 to 0.1")],
)
def test_confidences_are_told_by_how_many_were_right(confidence: float, tenth: str) -> None:
    claim = replace(FOUNDED, confidence=confidence)
    wrong = make_claim("ada", "spouse", "orbis", confidence=confidence)
    confidences = evaluate([GOLD], [make_annotation(claim, wrong)]).confidences
    assert {name: score.precision for name, score in confidences.items()} == {tenth: 0.5}


def test_a_share_of_nothing_is_a_dash() -> None:
    shown = show_evaluation(evaluate([GOLD], [make_annotation(FOUNDED)]))
    _, _, rules = shown.partition("claims by rule")
    assert rules.split()[:5] == ["founder", "1.000", "–", "–", "1"]


def test_documents_are_paired_by_id_and_a_missing_one_is_empty() -> None:
    second = replace(GOLD, id="e")
    result = evaluate([GOLD, second], [GOLD, replace(GOLD, id="other")])
    assert (result.documents, result.missing) == (1, ("e",))
    assert result.strict["claims"].recall == 0.5


@pytest.mark.parametrize(
    ("gold", "message"), [([], "holds no document"), ([GOLD], "no document of the gold")]
)
def test_nothing_to_compare_is_told(gold: list[Annotation], message: str) -> None:
    with pytest.raises(KgxError, match=message):
        evaluate(gold, [])


spans = st.tuples(st.integers(0, 30), st.integers(1, 9)).map(lambda s: (s[0], s[0] + s[1]))


@given(st.sets(spans), st.sets(spans), st.booleans())
def test_spans_are_paired_one_to_one(
    gold: set[tuple[int, int]], found: set[tuple[int, int]], strict: bool
) -> None:
    pairs = pair_spans(gold, found, strict=strict)
    assert set(pairs) <= found
    assert len(set(pairs.values())) == len(pairs)
    assert (gold & found) <= set(pairs)


def test_the_command_prints_a_table_or_json(tmp_path: Path) -> None:
    for name in ("gold", "found"):
        write_annotations([GOLD], tmp_path / f"{name}.jsonl")
    files = [str(tmp_path / f"{name}.jsonl") for name in ("gold", "found")]
    run = CliRunner()
    table = run.invoke(app, ["evaluate", *files]).stdout
    assert table.rstrip() == show_evaluation(evaluate([GOLD], [GOLD]))
    assert "claims, strict" in table
    shown = json.loads(run.invoke(app, ["evaluate", *files, "--json"]).stdout)
    assert shown == json.loads(json.dumps(to_json(evaluate([GOLD], [GOLD]))))


def test_long_tables_are_cut_with_a_note() -> None:
    claims = [make_claim("orbis", f"p{i}", "ada") for i in range(5)]
    shown = show_evaluation(evaluate([make_annotation(*claims)], [GOLD]), top=2)
    assert "and 4 more (--json shows all)" in shown
