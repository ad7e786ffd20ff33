"""Lines of N-Quads: from Oxigraph's quads, sorted on disk, and taken apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

import pyoxigraph as ox

from kgx.errors import WriteError
from kgx.rdf.quads import Quad

_BLOCK = 4096
_RUN = 400_000
"""Lines that are sorted in memory together: some 100 MB."""

_LINE = re.compile(
    r"([^ ]+) ([^ ]+) "
    r'(<<\(.*\)>>|"(?:[^"\\]|\\.)*"(?:@[^ ]+|\^\^[^ ]+)?|[^ ]+)'
    r"(?: ([^ ]+))? \.\n"
)


def spell_quads(quads: Iterable[ox.Quad]) -> Iterator[str]:
    """The lines of Oxigraph's quads, in canonical N-Quads."""
    source = iter(quads)
    while block := list(islice(source, _BLOCK)):
        data = ox.serialize(block, format=ox.RdfFormat.N_QUADS)
        yield from (f"{line}\n" for line in (data or b"").decode().split("\n") if line)


def read_line(line: str) -> Quad:
    r"""The terms of a line, as spelt. Raises `ValueError` for what is no canonical N-Quads.

    >>> read_line('<a> <b> "c d"@en <g> .\n')
    ('<a>', '<b>', '"c d"@en', '<g>')
    """
    found = _LINE.fullmatch(line)
    if not found:
        raise ValueError(f"no line of canonical N-Quads: {line!r}")
    subject, predicate, object_, name = found.groups()
    return subject, predicate, object_, name or ""


def sort_lines(lines: Iterable[str], *, run: int = _RUN) -> Iterator[str]:
    """The lines by code point, each once.

    No more than ``run`` of them are in memory; the rest waits in temporary files.

    Raises:
        WriteError: The temporary files cannot be written.
    """
    source = iter(lines)
    first = sorted(set(islice(source, run)))
    second = list(islice(source, 1))
    if not second:
        yield from first
        return
    try:
        with TemporaryDirectory(prefix="kgx-") as folder, ExitStack() as stack:
            runs = [_write_run(Path(folder, "0"), first)]
            rest = _chain(second, source)
            while block := sorted(set(islice(rest, run))):
                runs.append(_write_run(Path(folder, str(len(runs))), block))
            files = [stack.enter_context(_open(path)) for path in runs]
            yield from _unique(merge(*files))
    except OSError as err:
        reason = f"no room to sort in: {err.strerror}"
        raise WriteError(f"{reason}: set TMPDIR to a larger disk") from err


def _chain(first: list[str], rest: Iterator[str]) -> Iterator[str]:
    yield from first
    yield from rest


def _open(path: Path) -> IO[str]:
    return path.open(encoding="utf-8", newline="\n")


def _write_run(path: Path, lines: list[str]) -> Path:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(lines)
    return path


def _unique(lines: Iterable[str]) -> Iterator[str]:
    last = ""
    for line in lines:
        if line != last:
            yield line
        last = line
