"""Data files that are not what they should be: the error names the file and what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgx.annotate.words import tables
from kgx.errors import RuleError
from kgx.texts import parse_toml


@pytest.mark.parametrize(
    ("text", "said"),
    [("one\ttwo\nthree\n", "line 2"), ("one\ttwo\tthree\n", "line 1")],
)
def test_lines_of_other_cells(monkeypatch: pytest.MonkeyPatch, text: str, said: str) -> None:
    monkeypatch.setattr(tables, "read_data", lambda file: text)
    with pytest.raises(RuleError, match=rf"pairs\.tsv, {said}: not 2 cells"):
        tables.read_lines("pairs.tsv", 2)


@pytest.mark.parametrize(("text", "line"), [("word\t0.5\nword\n", 2), ("word\t0.5\tmany\n", 1)])
def test_lines_without_weights(monkeypatch: pytest.MonkeyPatch, text: str, line: int) -> None:
    monkeypatch.setattr(tables, "read_data", lambda file: text)
    with pytest.raises(RuleError, match=rf"weights\.tsv, line {line}: no weights"):
        list(tables.read_weights("weights.tsv"))


@pytest.mark.parametrize("text", ["", " \n"])
def test_a_file_with_nothing_in_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, text: str
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "companies.txt").write_text(text, encoding="utf-8")
    monkeypatch.setattr(tables, "files", lambda package: tmp_path)
    with pytest.raises(RuleError, match=r"companies\.txt: the file is empty"):
        tables.read_data("companies.txt")


def test_a_key_that_is_not_there() -> None:
    table = parse_toml("one = 1", "rules.toml")
    assert table["one"] == 1
    with pytest.raises(RuleError, match=r"rules\.toml: 'two' is missing"):
        table["two"]
