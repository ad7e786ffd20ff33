"""Texts of growing length and streams of short documents are measured."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kgx.bench.length import Length, Memory, measure_lengths, say_lengths
from kgx.cli import app
from kgx.errors import KgxError
from kgx.types import Document

ARTICLES = [
    Document("a", "Norvik sold its mill in Bergen.\n\nIda Holm bought it."),
    Document("b", "Orbis runs two ferries."),
]


@pytest.fixture(scope="module")
def measured() -> tuple[list[Length], Memory | None]:
    return measure_lengths(ARTICLES, lengths=[50, 400], names=30, stream=20)


def test_texts_are_as_long_as_asked_for(measured: tuple[list[Length], Memory | None]) -> None:
    lengths, _ = measured
    assert [(one.text, one.characters) for one in lengths] == [
        ("articles", 50),
        ("articles", 400),
        ("one name", 30 * len("Norvik ")),
    ]
    for one in lengths:
        assert {"parser", "kgx_claims", "to_annotation"} <= one.seconds.keys()
        assert 0 < one.ours < sum(one.seconds.values())


def test_memory_of_a_stream_is_measured(measured: tuple[list[Length], Memory | None]) -> None:
    memory = measured[1]
    assert memory is not None
    assert memory.documents == 20
    assert 10 < memory.early <= memory.late


def test_what_is_said() -> None:
    lengths = [
        Length("articles", 1000, {"parser": 1.0, "kgx_names": 0.5, "kgx_times": 0.5}),
        Length("articles", 10_000, {"parser": 9.0, "kgx_names": 10.0, "kgx_times": 5.0}),
    ]
    said = say_lengths(lengths, Memory(100, 300.0, 310.0)).splitlines()
    assert said[2].split() == [
        *("articles", "10,000", "9.00", "s", "15.00", "s"),
        *("1500.00", "ms", "kgx_names", "2.0", "times"),
    ]
    assert said[-1] == ("100 short documents: at most 310 MB of memory, 300 MB after the first 10")


def test_nothing_to_measure_with() -> None:
    with pytest.raises(KgxError, match="no documents to measure with"):
        measure_lengths([Document("a", " ")])


def test_the_command_needs_sources_that_are_there(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["bench", "length", str(tmp_path / "none.txt")])
    assert isinstance(result.exception, KgxError)
