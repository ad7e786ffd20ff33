"""Readings: what somebody who read claims against their sentences made of them."""

from __future__ import annotations

import json
from pathlib import Path

from kgx.errors import KgxError
from kgx.texts import read_whole

_SHAPE = 'must be {"claim": "…", "right": true}, or false'


def read_readings(path: Path) -> dict[str, bool]:
    """Whether each claim that was read is right, by its IRI.

    Raises:
        KgxError: The file cannot be read, or a line is no reading.
    """
    found: dict[str, bool] = {}
    for number, line in enumerate(read_whole(path).splitlines(), 1):
        if line.strip():
            claim, right = _read_line(line, f"{path}:{number}")
            found[claim] = right
    return found


def _read_line(line: str, where: str) -> tuple[str, bool]:
    try:
        row = json.loads(line)
    except ValueError as err:
        raise KgxError(f"{where}: no JSON: {err}") from err
    claim, right = (row.get("claim"), row.get("right")) if isinstance(row, dict) else (None, None)
    if not isinstance(claim, str) or not isinstance(right, bool):
        raise KgxError(f"{where}: {_SHAPE}")
    return claim, right
