"""Annotations as JSON lines."""

from __future__ import annotations

import gzip
import io
import json
from pathlib import Path

import pytest
from graph_samples import make_annotations, make_harbour
from hypothesis import given
from hypothesis import strategies as st

from kgx.annotations import read_annotations, write_annotation, write_annotations
from kgx.errors import ReadError, WriteError
from kgx.types import Annotation, Claim, Entity, Mention


def test_annotations_come_back_equal(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    assert write_annotations(make_annotations(), path) == 3
    assert list(read_annotations(path)) == make_annotations()


def test_gzip_is_read(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl.gz"
    path.write_bytes(gzip.compress((write_annotation(make_harbour()) + "\n").encode()))
    assert list(read_annotations(path)) == [make_harbour()]


def test_an_annotation_is_one_line_with_the_documented_keys() -> None:
    line = write_annotation(make_harbour())
    record = json.loads(line)
    assert "\n" not in line
    assert list(record) == [
        *("id", "title", "date", "url"),
        *("mentions", "entities", "times", "propositions", "claims", "quantities"),
    ]
    assert {"start", "end", "entity", "form"} <= record["mentions"][0].keys()
    assert record["claims"][0]["predicates"][0] == "https://schema.org/owns"


def test_empty_lines_are_skipped() -> None:
    assert list(read_annotations(io.StringIO('\n{"id":"a"}\n\n'))) == [Annotation("a")]


def test_unknown_keys_are_ignored() -> None:
    assert list(read_annotations(io.StringIO('{"id":"a","later":1}'))) == [Annotation("a")]


@pytest.mark.parametrize(
    "line", ['{"id":', "[]", "{}", '{"id":"a","claims":[{}]}', '{"id":1}', '{"id":"\ud800"}']
)
def test_a_bad_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_bytes(b'{"id":"fine"}\n' + line.encode("utf-8", "surrogatepass"))
    with pytest.raises(ReadError, match=r"bad\.jsonl, line 2: ") as caught:
        list(read_annotations(path))
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"none\.jsonl: cannot be read: No such file"):
        list(read_annotations(tmp_path / "none.jsonl"))


def test_cut_gzip_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "cut.jsonl.gz"
    path.write_bytes(gzip.compress(write_annotation(make_harbour()).encode())[:200])
    with pytest.raises(ReadError, match=r"cut\.jsonl\.gz"):
        list(read_annotations(path))


def test_an_interrupted_run_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text("old")

    def interrupted() -> object:
        yield make_harbour()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_annotations(interrupted(), path)  # type: ignore[arg-type]
    assert path.read_text() == "old"
    assert [file.name for file in tmp_path.iterdir()] == ["all.jsonl"]


@pytest.mark.parametrize("name", ["", "none/all.jsonl"])
def test_an_unwritable_target_is_named(tmp_path: Path, name: str) -> None:
    with pytest.raises(WriteError, match="cannot be written"):
        write_annotations([], tmp_path / name)


def test_half_a_surrogate_pair_is_replaced() -> None:
    line = write_annotation(Annotation("a\ud800b"))
    assert line.startswith('{"id":"a�b"')


@given(st.text(), st.text(), st.floats(0.01, 1.0))
def test_any_text_comes_back(name: str, value: str, confidence: float) -> None:
    claim = Claim(
        "c", None, "s", "p", (), None, value, None, 0, 1, name, "", "", confidence=confidence
    )
    made = Annotation(
        name,
        mentions=(Mention(0, 1, name, "nominal"),),
        entities=(Entity(name, value, "other"),),
        claims=(claim,),
    )
    assert list(read_annotations(io.StringIO(write_annotation(made)))) == [made]
