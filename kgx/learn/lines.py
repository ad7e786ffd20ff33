"""Files of JSON values, one a line."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kgx.errors import ReadError


def read_lines(path: Path) -> Iterator[tuple[int, Any]]:
    """The values of a JSONL file, plain or gzipped, with the numbers of their lines from 1; lazily.

    Empty lines are skipped.

    Raises:
        ReadError: The file cannot be read, or a line is no JSON; the message names the line.
    """
    packed = path.suffix == ".gz"
    try:
        with (
            gzip.open(path, "rt", encoding="utf-8") if packed else path.open(encoding="utf-8")
        ) as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield number, _read_line(line, f"{path}, line {number}")
    except (OSError, EOFError, zlib.error) as err:
        raise ReadError(f"{path}: cannot be read: {getattr(err, 'strerror', None) or err}") from err
    except UnicodeDecodeError as err:
        raise ReadError(f"{path}: not UTF-8: {err.reason}") from err


def _read_line(line: str, place: str) -> Any:
    try:
        return json.loads(line)
    except json.JSONDecodeError as err:
        raise ReadError(f"{place}: not JSON: {err.msg} at column {err.colno}") from err
