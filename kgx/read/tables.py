"""Many documents in one file: JSON lines and delimited tables with named columns."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import IO

import msgspec

from kgx.errors import ReadError
from kgx.read.dates import parse_date
from kgx.read.decode import Encoding, open_text
from kgx.read.outcome import Note, Outcome
from kgx.types import Document

LONGEST_ROW = 1 << 24
"""Characters of the longest row that is read; a longer one is reported and skipped."""

_DAMAGED = re.compile(r"[\udc80-\udcff]")  # what "surrogateescape" makes of a byte


@dataclass(frozen=True, slots=True)
class Columns:
    """Where a table keeps what a document needs.

    All but ``text`` may be None: then a column of the usual name (``id``, ``title``, ``date``,
    ``url``) is taken if there is one. A column that is named must be there.
    """

    text: str = "text"
    id: str | None = None
    title: str | None = None
    date: str | None = None
    url: str | None = None

    def missing_from(self, row: Mapping[str, object]) -> dict[str, str]:
        """What is asked for and a row does not have: the column by what it is for."""
        named = {field.name: getattr(self, field.name) for field in fields(self)}
        return {key: name for key, name in named.items() if name not in (None, *row)}


def read_jsonl(stream: IO[bytes], place: str, id_: str, columns: Columns) -> Iterator[Outcome]:
    """A document for every line that holds a JSON object; blank lines are skipped.

    Args:
        place: The name of the file, for what is reported.
        id_: What the ids of rows without one begin with.
    """
    decoder = msgspec.json.Decoder()
    with open_text(stream, newline="\n") as (text, encoding):
        yield from _note_guess(place, encoding)
        for number, line in _bounded_lines(text):
            if line is not None and not line.strip():
                continue
            try:
                row = decoder.decode(_check_line(line, encoding).encode())
                yield _make_document(row, columns, f"{id_}:{number}")
            except msgspec.DecodeError as err:
                yield ReadError(f"{place}:{number}: malformed JSON: {err}")
            except ReadError as err:
                yield ReadError(f"{place}:{number}: {err}")


def read_delimited(
    stream: IO[bytes], place: str, id_: str, columns: Columns, delimiter: str
) -> Iterator[Outcome]:
    """A document for every row of a table whose first row names the columns (RFC 4180).

    Rows are numbered by the line they begin in.
    """
    csv.field_size_limit(max(LONGEST_ROW, csv.field_size_limit()))  # the module has but one
    with open_text(stream, newline="") as (text, encoding):
        yield from _note_guess(place, encoding)
        bad: list[str] = []
        rows = csv.reader(_keep_good(text, encoding, bad), delimiter=delimiter, strict=True)
        header: list[str] | None = None
        while True:
            start = rows.line_num + 1
            try:
                cells = next(rows, None)
                if cells is None:
                    break
                if header is None:
                    header = [name.strip() for name in cells]
                    _check_columns(dict.fromkeys(header), columns)
                elif cells:
                    row = _match_cells(header, cells)
                    yield _make_document(row, columns, f"{id_}:{start}")
            except csv.Error as err:
                yield ReadError(f"{place}:{start}: malformed row: {err}")
            except ReadError as err:
                yield ReadError(f"{place}:{start}: {err}")
                if header is not None and start == 1:
                    return
            yield from (ReadError(f"{place}:{problem}") for problem in bad)
            bad.clear()
        yield from (ReadError(f"{place}:{problem}") for problem in bad)


def _keep_good(stream: IO[str], encoding: Encoding, bad: list[str]) -> Iterator[str]:
    """The lines a table can be read from; what is wrong with the others goes to ``bad``."""
    for number, line in _bounded_lines(stream):
        try:
            yield _check_line(line, encoding)
        except ReadError as err:
            bad.append(f"{number}: {err}")
            yield "\n"  # so that the lines keep their numbers


def _bounded_lines(stream: IO[str]) -> Iterator[tuple[int, str | None]]:
    """Lines with their numbers from 1; None for one longer than `LONGEST_ROW`."""
    number = 0
    while line := stream.readline(LONGEST_ROW):
        number += 1
        if len(line) < LONGEST_ROW or line.endswith("\n"):
            yield number, line
            continue
        while len(rest := stream.readline(LONGEST_ROW)) == LONGEST_ROW and rest[-1] != "\n":
            pass
        yield number, None


def _check_line(line: str | None, encoding: Encoding) -> str:
    """The line, if it is of bearable length and all in its encoding."""
    if line is None:
        raise ReadError(f"a line of more than {LONGEST_ROW:,} characters")
    if line.isascii() or not (damaged := _DAMAGED.search(line)):
        return line
    byte = ord(damaged[0]) - 0xDC00
    raise ReadError(f"not {encoding.name}: byte 0x{byte:02x} at character {damaged.start() + 1}")


def _check_columns(row: Mapping[str, object], columns: Columns) -> None:
    missing = columns.missing_from(row)
    if missing:
        there, named = ", ".join(map(repr, row)) or "none", ", ".join(map(repr, missing.values()))
        options = " and ".join(f"--{key}-column" for key in missing)
        raise ReadError(f"no column {named}; there are {there}: name it with {options}")


def _match_cells(header: list[str], cells: list[str]) -> dict[str, str]:
    if len(cells) > len(header):
        raise ReadError(f"{len(cells)} cells under {len(header)} column names")
    return dict(zip(header, cells, strict=False))


def _make_document(row: object, columns: Columns, place_id: str) -> Document:
    """The document of a row; its place is its id where the row gives none."""
    if not isinstance(row, dict):
        raise ReadError(f"a row is an object with named values, not {_kind_of(row)}")
    _check_columns(row, columns)
    text = row[columns.text]
    if not isinstance(text, str):
        raise ReadError(f"{columns.text!r} is not text but {_kind_of(text)}")
    id_ = row.get(columns.id or "id")
    if id_ is not None and (isinstance(id_, bool) or not isinstance(id_, (str, int))):
        raise ReadError(f"{columns.id or 'id'!r} is neither text nor a whole number")
    return Document(
        id=place_id if id_ is None or id_ == "" else str(id_),
        text=text,
        title=_as_text(row.get(columns.title or "title")),
        date=parse_date(row.get(columns.date or "date")),
        url=_as_text(row.get(columns.url or "url")),
    )


def _kind_of(value: object) -> str:
    """What JSON calls a value."""
    kinds = ((bool, "true or false"), (dict, "an object"), (list, "a list"), (str, "text"))
    named = (name for kind, name in kinds if isinstance(value, kind))
    return "null" if value is None else next(named, "a number")


def _as_text(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _note_guess(place: str, encoding: Encoding) -> Iterator[Note]:
    if encoding.guessed:
        yield Note(f"{place}: not UTF-8, read as {encoding.name}")
