"""Text files read whole, and TOML."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from kgx.errors import KgxError, ReadError, RuleError

_Value = TypeVar("_Value")


def read_whole(path: str | Path, error: type[KgxError] = ReadError) -> str:
    """The text of a UTF-8 file, without a byte order mark.

    Raises:
        KgxError: The given kind of error, where the file cannot be read or is not UTF-8.
    """
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except OSError as err:
        raise error(f"{path}: cannot be read: {err.strerror}") from err
    except UnicodeDecodeError as err:
        raise error(f"{path}: not UTF-8: {err.reason} at byte {err.start}") from err


class Table(dict[str, _Value]):
    """What a file of rules holds, by key. To ask for a key that it lacks raises `RuleError`."""

    def __init__(self, name: str, held: Mapping[str, _Value] | None = None) -> None:
        super().__init__(held or {})
        self.name = name

    def __missing__(self, key: str) -> _Value:
        raise RuleError(f"{self.name}: {key!r} is missing")


def parse_toml(text: str, name: str) -> Table[Any]:
    """What a TOML file holds, by key.

    Args:
        name: What the file is called in errors.

    Raises:
        RuleError: It is no TOML.
    """
    try:
        return Table(name, tomllib.loads(text))
    except tomllib.TOMLDecodeError as err:
        raise RuleError(f"{name}: not TOML: {err}") from err
