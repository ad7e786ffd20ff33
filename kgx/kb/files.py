"""Files that knowledge bases come in: plain, gzip or bzip2, read a line at a time."""

from __future__ import annotations

import bz2
import gzip
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from kgx.errors import ReadError

_PACKED: dict[str, Callable[[Path], object]] = {".gz": gzip.open, ".bz2": bz2.open}

LONGEST_LINE = 1 << 26
"""Bytes of the longest line that is read."""


def plain_suffix(path: Path) -> str:
    """The suffix that tells the format, without the one that tells how a file is packed.

    >>> plain_suffix(Path("dump.json.bz2"))
    '.json'
    """
    name = path.with_suffix("") if path.suffix.lower() in _PACKED else path
    return name.suffix.lower()


@contextmanager
def open_packed(path: Path) -> Iterator[IO[bytes]]:
    """The bytes of a file, unpacked.

    Raises:
        ReadError: It cannot be opened, or, while it is read, turns out to be cut short or damaged.
    """
    unpack = _PACKED.get(path.suffix.lower())
    try:
        with cast("IO[bytes]", unpack(path) if unpack else path.open("rb")) as file:
            yield file
    except (OSError, EOFError, zlib.error) as err:
        raise ReadError(f"{path}: {_say(err)}") from err


def _say(err: Exception) -> str:
    if isinstance(err, OSError) and err.strerror:
        return f"cannot be read: {err.strerror}"
    if isinstance(err, EOFError):
        return "cut short: the packed data ends too early; fetch or make the file again"
    return f"damaged: {err}; fetch or make the file again"


def read_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """The lines of a file with their numbers from 1, without the ends of lines.

    Raises:
        ReadError: As `open_packed`, naming the last whole line; or a line is too long.
    """
    number = 0
    try:
        with open_packed(path) as file:
            while line := file.readline(LONGEST_LINE):
                if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                    raise ReadError(
                        f"{path}, line {number + 1}: longer than {LONGEST_LINE:,} bytes"
                    )
                number += 1
                yield number, line.rstrip(b"\r\n")
    except ReadError as err:
        if err.__cause__ is None or not number:
            raise
        raise ReadError(f"{err} (after line {number:,})") from err.__cause__


def decode_line(path: Path, number: int, line: bytes) -> str:
    """A line as text.

    Raises:
        ReadError: It is not UTF-8; names the line.
    """
    try:
        return line.decode("utf-8-sig" if number == 1 else "utf-8")
    except UnicodeDecodeError as err:
        raise ReadError(f"{path}, line {number}: not UTF-8 at byte {err.start + 1}") from err
