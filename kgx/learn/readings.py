"""Readings: what somebody who read claims against their sentences made of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from kgx.errors import KgxError
from kgx.learn.lines import read_lines

_SHAPE = 'must be {"claim": "…", "right": true}, or false'


def read_readings(path: Path) -> dict[str, bool]:
    """Whether each claim that was read is right, by its IRI.

    Raises:
        KgxError: The file cannot be read, or a line is no reading.
    """
    found: dict[str, bool] = {}
    for number, row in read_lines(path):
        claim, right = _read_row(row, f"{path}, line {number}")
        found[claim] = right
    return found


def _read_row(row: Any, where: str) -> tuple[str, bool]:
    claim, right = (row.get("claim"), row.get("right")) if isinstance(row, dict) else (None, None)
    if not isinstance(claim, str) or not isinstance(right, bool):
        raise KgxError(f"{where}: {_SHAPE}")
    return claim, right
