"""How sure claims are: what is seen in them, weights learned from readings, and their curve."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from kgx.annotate.claims.confidence import claim_features, grade, look_at
from kgx.annotate.run import annotate
from kgx.annotations import write_annotations
from kgx.bench.confidence import measure_claims
from kgx.cli import app
from kgx.errors import KgxError
from kgx.learn.claim_confidence import main, read_examples
from kgx.learn.readings import read_readings
from kgx.types import Annotation, Document

TEXT = "Norvik builds ferries in Bergen. Norvik may sell engines. Ida Holm heads Norvik."


@pytest.fixture(scope="module")
def note(nlp: Language) -> Annotation:
    (found,) = annotate([Document("note", TEXT)], nlp)
    return found


def write_readings(path: Path, note: Annotation) -> Path:
    rows = [{"claim": c.id, "right": c.modality == "asserted"} for c in note.claims]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_what_is_seen_in_a_claim(note: Annotation) -> None:
    said = {p.id: p for p in note.propositions}
    doubtful = next(c for c in note.claims if c.modality == "possible")
    features = {*claim_features(doubtful, said[doubtful.proposition or ""])}
    assert features >= {"possible", "role object"}
    long = replace(doubtful, suffix=" and so on" * 12)
    assert {*claim_features(long, None)} >= {"over 15 words", "over 30 words"}


def test_a_claim_is_graded_by_itself(note: Annotation) -> None:
    said = {p.id: p for p in note.propositions}
    for claim in note.claims:
        assert claim.confidence == grade(look_at(claim), said.get(claim.proposition or ""))
        assert 0 < claim.confidence < 1


def test_long_sentences_are_less_sure(note: Annotation) -> None:
    one = note.claims[0]
    assert grade(look_at(replace(one, suffix=" and so on" * 12)), None) < grade(look_at(one), None)


def test_weights_are_learned_from_readings(
    note: Annotation, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    readings = write_readings(tmp_path / "readings.jsonl", note)
    examples = list(read_examples([note], read_readings(readings)))
    assert len(examples) == len(note.claims)
    assert {right for _, right in examples} == {0.0, 1.0}
    found = tmp_path / "found.jsonl"
    write_annotations([note], found)
    weights = tmp_path / "weights.toml"
    monkeypatch.setattr("sys.argv", ["learn", str(found), str(readings), str(weights)])
    main()
    assert weights.read_text().startswith("# Weights of the features of kgx.annotate.claims.conf")
    assert "\nbias = " in weights.read_text()


def test_the_curve_of_claims(note: Annotation, tmp_path: Path) -> None:
    readings = write_readings(tmp_path / "readings.jsonl", note)
    measured = measure_claims([note], read_readings(readings))
    assert measured.count == len(note.claims)
    assert 0 < measured.error < 1
    found = tmp_path / "found.jsonl"
    write_annotations([note], found)
    run = CliRunner().invoke(app, ["bench", "confidence", "--claims", str(readings), str(found)])
    assert run.exit_code == 0
    assert f"of {len(note.claims)} claims" in run.stdout


def test_no_claim_was_read(note: Annotation) -> None:
    with pytest.raises(KgxError, match="no claim to measure"):
        measure_claims([note], {"another": True})


@pytest.mark.parametrize(
    ("line", "says"),
    [("{", "not JSON"), ('{"claim": "c"}', '"right": true'), ("[1]", '"right": true')],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, says: str) -> None:
    path = tmp_path / "readings.jsonl"
    path.write_text('{"claim": "c", "right": false}\n' + line)
    with pytest.raises(KgxError, match=f"readings.jsonl, line 2: .*{says}"):
        read_readings(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(KgxError, match="cannot be read"):
        read_readings(tmp_path / "none.jsonl")
