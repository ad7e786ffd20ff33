"""The data files of ``kgx/annotate/data``."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from kgx.errors import RuleError
from kgx.texts import parse_toml


def read_data(file: str) -> str:
    """The text of a file."""
    return files("kgx.annotate").joinpath("data", file).read_text(encoding="utf-8")


def read_table(file: str, *needed: str) -> dict[str, Any]:
    """What a TOML file holds, by key.

    Raises:
        RuleError: It is no TOML, or what is needed is missing or empty.
    """
    table = parse_toml(read_data(file), file)
    for key in needed:
        if not table.get(key):
            raise RuleError(f"{file}: {key!r} is missing or empty")
    return table
