"""What a user says of entities: these are the same, those are different.

A CSV or TSV file, with or without this header; the documents may be left out::

    ruling,one,other,document of one,document of other
    same,Holm,Ida Holm
    different,Smith,Smith,court.txt,match.txt

``one`` and ``other`` are names, as labels or aliases spell them, or IRIs. A name without a document
is meant wherever it occurs.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from kgx.errors import ReadError
from kgx.texts import read_whole
from kgx.types import Entity

Verdict = Literal["same", "different"]
_HEADER = ("ruling", "one", "other", "document of one", "document of other")


@dataclass(frozen=True, slots=True)
class Side:
    """Entities by a name or an IRI, in one document or, where that is empty, in all."""

    name: str
    document: str = ""

    def fits(self, entity: Entity, document: str) -> bool:
        """Whether an entity of a document is meant."""
        if self.document and self.document != document:
            return False
        return self.name in (entity.id, entity.label, *entity.aliases)

    def __str__(self) -> str:
        return f"{self.name} in {self.document}" if self.document else self.name


@dataclass(frozen=True, slots=True)
class Ruling:
    """A user's word on two entities; ``place`` is the file and line it stands in."""

    verdict: Verdict
    one: Side
    other: Side
    place: str = ""

    def __str__(self) -> str:
        return f"{self.one} {'=' if self.verdict == 'same' else '≠'} {self.other}"


def read_rulings(path: str | Path) -> tuple[Ruling, ...]:
    """The rulings of a file.

    Raises:
        ReadError: It cannot be read, or a line is no ruling; names the line.
    """
    return parse_rulings(read_whole(path), str(path))


def parse_rulings(text: str, name: str = "") -> tuple[Ruling, ...]:
    """The rulings of a text; fields are split by tabs if it has any, else by commas.

    >>> [str(ruling) for ruling in parse_rulings("same,Holm,Ida Holm")]
    ['Holm = Ida Holm']

    Raises:
        ReadError: A row is malformed; names the line, and the text by ``name``.
    """
    rows = csv.reader(text.splitlines(), delimiter="\t" if "\t" in text else ",", strict=True)
    try:
        return tuple(_read_rows(rows, name))
    except csv.Error as err:
        raise ReadError(f"{name}, line {rows.line_num}: malformed row: {err}") from err


def _read_rows(rows: Iterator[list[str]], name: str) -> Iterator[Ruling]:
    for number, row in enumerate(rows, 1):
        cells = [cell.strip() for cell in row]
        header = number == 1 and tuple(cell.lower() for cell in cells) == _HEADER[: len(cells)]
        if any(cells) and not header and not cells[0].startswith("#"):
            yield _read_row(cells, f"{name}, line {number}")


def _read_row(cells: list[str], place: str) -> Ruling:
    if cells[0] not in get_args(Verdict):
        raise ReadError(f"{place}: {cells[0]!r} is neither 'same' nor 'different'")
    if not 3 <= len(cells) <= 5 or not (cells[1] and cells[2]):
        raise ReadError(
            f"{place}: a ruling is same or different, two names or IRIs, and if need be the "
            f"document of each, not {len(cells)} fields"
        )
    one, other, *documents = cells[1:]
    first, second = (*documents, "", "")[:2]
    return Ruling(cast("Verdict", cells[0]), Side(one, first), Side(other, second), place)
