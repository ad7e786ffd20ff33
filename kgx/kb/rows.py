"""Items from a user's own list: CSV, TSV or JSON lines.

Columns or keys: ``id`` and ``name``; if there, ``type`` (person, company, ...), ``aliases``,
``types`` and ``same_as`` (of each several, between ``|`` in tables, a list in JSON),
``description``, ``popularity``. Others are left out.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kgx.errors import ReadError
from kgx.iris import BASE
from kgx.kb.files import decode_line, read_lines
from kgx.kb.item import Item
from kgx.kb.types import type_of_word
from kgx.types import EntityType

Placed = tuple[int, Item]
"""An item and the line that it begins on."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the id and the name are, and what goes before ids that are no IRIs."""

    id: str = "id"
    name: str = "name"
    base: str = f"{BASE}kb/"


def read_table(path: Path, columns: Columns, delimiter: str) -> Iterator[Placed]:
    """The rows of a table whose first row names the columns (RFC 4180), lazily.

    Raises:
        ReadError: The file or a row cannot be read; names the line.
    """
    lines = (decode_line(path, number, line) + "\n" for number, line in read_lines(path))
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    header: list[str] = []
    while True:
        place = rows.line_num + 1
        try:
            cells = next(rows, None)
        except csv.Error as err:
            raise ReadError(f"{path}, line {place}: malformed row: {err}") from err
        if cells is None:
            break
        if not header:
            header = [name.strip() for name in cells]
            _check_header(path, header, columns)
        elif cells:
            if len(cells) != len(header):
                raise ReadError(
                    f"{path}, line {place}: {len(cells)} cells where the first row names "
                    f"{len(header)} columns"
                )
            yield place, make_item(path, place, dict(zip(header, cells, strict=True)), columns)
    if not header:
        raise ReadError(f"{path}: empty: the first row has to name the columns")


def _check_header(path: Path, header: Sequence[str], columns: Columns) -> None:
    for name, option in ((columns.id, "--id-column"), (columns.name, "--name-column")):
        if name not in header:
            there = ", ".join(map(repr, header))
            raise ReadError(
                f"{path}, line 1: no column {name!r}; there are {there}: name it with {option}"
            )


def read_objects(path: Path, columns: Columns) -> Iterator[Placed]:
    """The objects of JSON lines, lazily; empty lines are passed over.

    Raises:
        ReadError: The file or a line cannot be read; names the line.
    """
    decode = msgspec.json.Decoder(dict[str, object]).decode
    for number, line in read_lines(path):
        if not line.strip():
            continue
        try:
            row = decode(line)
        except (msgspec.DecodeError, UnicodeError) as err:
            raise ReadError(f"{path}, line {number}: no JSON object: {err}") from err
        yield number, make_item(path, number, row, columns)


def make_item(path: Path, place: int, row: Mapping[str, object], columns: Columns) -> Item:
    """The item of a row.

    Raises:
        ReadError: It lacks an id or a name, or a value is of the wrong kind; names the line.
    """
    try:
        id_, name = _text(row, columns.id), _text(row, columns.name)
        if not id_ or not name:
            raise ValueError(f"no {columns.name if id_ else columns.id}")
        return Item(
            id=id_ if ":" in id_ and " " not in id_ else columns.base + id_,
            label=name,
            type=_type(row),
            types=_list(row, "types"),
            aliases=_list(row, "aliases"),
            same_as=_list(row, "same_as"),
            description=_text(row, "description"),
            popularity=_number(row, "popularity"),
        )
    except ValueError as err:
        raise ReadError(f"{path}, line {place}: {err}") from err


def _text(row: Mapping[str, object], key: str) -> str:
    value = row.get(key)
    if value is None:
        return ""
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise ValueError(f"{key} is no text but {type(value).__name__}")
    return str(value).strip()


def _list(row: Mapping[str, object], key: str) -> tuple[str, ...]:
    value = row.get(key)
    parts = value.split("|") if isinstance(value, str) else value or []
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        raise ValueError(f"{key} is no list of texts")
    return tuple(part.strip() for part in parts if part.strip())


def _type(row: Mapping[str, object]) -> EntityType | None:
    word = _text(row, "type")
    found = type_of_word(word) if word else None
    if word and found is None:
        raise ValueError(f"{word!r} is no type: say person, organization, place, product, ...")
    return found


def _number(row: Mapping[str, object], key: str) -> float:
    value = row.get(key)
    if value is None or value == "":
        return 0.0
    try:
        number = float(value)  # type: ignore[arg-type]
    except (TypeError, ValueError):
        number = -1.0
    if not 0 <= number < float("inf"):
        raise ValueError(f"{key} {value!r} is no number from zero up")
    return number
