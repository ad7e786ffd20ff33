"""Annotations as JSON lines: what left of the graph writes and everything right of it reads."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import IO, BinaryIO

import msgspec

from kgx.atomic import open_atomic
from kgx.errors import ReadError
from kgx.types import Annotation

_ENCODER = msgspec.json.Encoder()
_DECODER = msgspec.json.Decoder(Annotation)


def write_annotation(annotation: Annotation) -> str:
    """One JSON line, without its newline; keys in the order of the types.

    >>> write_annotation(Annotation("doc-1"))[:14]
    '{"id":"doc-1",'
    """
    return _encode(annotation).decode()


def write_annotations(annotations: Iterable[Annotation], target: str | Path | IO[str]) -> int:
    """Write one line a document, lazily, and return how many.

    A path gets its lines only when all are written: an interrupted run leaves what was there.

    Raises:
        WriteError: ``target`` is a path that cannot be written.
    """
    if not isinstance(target, str | Path):
        return _write_lines(annotations, target)
    with open_atomic(target) as file:
        return _write_lines(annotations, file)


def _write_lines(annotations: Iterable[Annotation], file: IO[str]) -> int:
    count = 0
    for annotation in annotations:
        file.write(write_annotation(annotation) + "\n")
        count += 1
    return count


def read_annotations(source: str | Path | IO[str] | BinaryIO) -> Iterator[Annotation]:
    """Read annotations lazily, one a line; empty lines are skipped.

    Args:
        source: A path (plain or ``.gz``; ``-`` is standard input) or an open file.

    Raises:
        ReadError: The file cannot be read, or a line is no annotation; names file and line.
    """
    if not isinstance(source, str | Path):
        yield from _read_lines(source, str(getattr(source, "name", "<stream>")))
    elif str(source) == "-":
        yield from _read_lines(sys.stdin.buffer, "<stdin>")
    else:
        yield from _read_path(Path(source))


def _read_path(path: Path) -> Iterator[Annotation]:
    try:
        with gzip.open(path) if path.suffix == ".gz" else path.open("rb") as file:
            yield from _read_lines(file, str(path))
    except (OSError, EOFError, zlib.error) as err:
        reason = getattr(err, "strerror", None) or err
        raise ReadError(f"{path}: cannot be read: {reason}") from err


def _read_lines(lines: Iterable[str | bytes], name: str) -> Iterator[Annotation]:
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _decode(line, f"{name}, line {number}")


def _decode(line: str | bytes, where: str) -> Annotation:
    try:
        return _DECODER.decode(line)
    except (msgspec.DecodeError, UnicodeError) as err:
        raise ReadError(f"{where}: no annotation: {err}") from err


def _encode(annotation: Annotation) -> bytes:
    try:
        return _ENCODER.encode(annotation)
    except UnicodeEncodeError:  # half a surrogate pair: no encoding has it
        return _ENCODER.encode(_mend(annotation))


def _mend(annotation: Annotation) -> object:
    """The annotation as built-in types, with lone surrogates replaced by U+FFFD."""
    return _mend_value(msgspec.to_builtins(annotation))


def _mend_value(value: object) -> object:
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {key: _mend_value(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_mend_value(item) for item in value]
    return value


def keep_sure(annotation: Annotation, least: float) -> Annotation:
    """The annotation without the claims that are less sure than ``least``; happenings that no claim
    tells make no event where they are less sure."""
    if least <= 0:
        return annotation
    sure = tuple(claim for claim in annotation.claims if claim.confidence >= least)
    said = tuple(
        replace(p, event=None) if p.event == p.id and p.confidence < least else p
        for p in annotation.propositions
    )
    return replace(annotation, claims=sure, propositions=said)
