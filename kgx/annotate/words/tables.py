"""The data files of ``kgx/annotate/data``."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

from kgx.errors import RuleError
from kgx.texts import Table, parse_toml


def read_data(file: str) -> str:
    """The text of a file.

    Raises:
        RuleError: There is nothing in it.
    """
    text = files("kgx.annotate").joinpath("data", file).read_text(encoding="utf-8")
    if not text.strip():
        raise RuleError(f"{file}: the file is empty: install kgx again, or build the file")
    return text


def read_lines(file: str, cells: int) -> list[str]:
    """The lines of a file, each of so many cells with tabs between.

    Raises:
        RuleError: A line has more or fewer.
    """
    lines = read_data(file).splitlines()
    for number, line in enumerate(lines, 1):
        if line.count("\t") != cells - 1:
            raise RuleError(f"{file}, line {number}: not {cells} cells with tabs between")
    return lines


def read_weights(file: str) -> Iterator[tuple[str, list[float]]]:
    """The lines of a file of weights: what they are for, and they themselves.

    Raises:
        RuleError: A line has something else than numbers.
    """
    for number, line in enumerate(read_data(file).splitlines(), 1):
        name, *cells = line.split("\t")
        try:
            weights = [float(cell) for cell in cells]
        except ValueError:
            weights = []
        if not weights:
            raise RuleError(f"{file}, line {number}: no weights: train the model again")
        yield name, weights


def read_table(file: str, *needed: str) -> Table[Any]:
    """What a TOML file holds, by key.

    Raises:
        RuleError: It is no TOML, or what is needed is missing or empty.
    """
    table = parse_toml(read_data(file), file)
    for key in needed:
        if not table.get(key):
            raise RuleError(f"{file}: {key!r} is missing or empty")
    return table
