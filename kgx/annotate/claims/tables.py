"""Claims that a table makes: a row is a thing, a column what is said of it."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from spacy.tokens import Doc

from kgx.annotate.claims.drafts import Draft
from kgx.annotate.claims.evidence import make_claim
from kgx.annotate.claims.referents import End, Referents
from kgx.annotate.grammar.parts import Block, MentionSpan
from kgx.annotate.words.wordlists import read_set
from kgx.iris import SCHEMA, XSD, digest, entity_iri, relation_iri
from kgx.types import Claim, Entity

_GAP = re.compile(r"\s*(?:\t|\||\s{3,})\s*")
_RULE = re.compile(r"[\s|:+=-]*")
_UNIT = re.compile(r"\s*\(([^)]*)\)\s*$")
_NUMBER = re.compile(r"[+\-−–]?[^\w\s]?\d[\d.,]*\s*%?")
_CURRENCY = "€$£¥₹"
_STRING = XSD + "string"


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell and its place, in code points."""

    text: str
    start: int
    end: int


def read_tables(doc: Doc, referents: Referents, document: str) -> Iterator[Claim]:
    """The claims of the tables of a doc, row by row.

    The first row with a word in every cell it fills is the head; the first column names the things.
    """
    known = _find_labels(referents)
    for table in _find_tables(doc, referents):
        head, *rows = table
        totals = read_set("measures.toml", "totals")
        for row in rows:
            if len(row) == len(head) and row[0].text and row[0].text.casefold() not in totals:
                subject = _row_entity(referents, row[0], document, known)
                yield from _read_row(referents, subject, head, row, document)


def _find_labels(referents: Referents) -> dict[str, str]:
    """The IRI of the first entity of each label or alias; a concept is no thing of a row."""
    known: dict[str, str] = {}
    for iri, entity in referents.entities.items():
        for label in (entity.label, *entity.aliases) if entity.type != "concept" else ():
            known.setdefault(label, iri)
    return known


def _find_tables(doc: Doc, referents: Referents) -> Iterator[list[list[Cell]]]:
    for is_row, group in groupby(doc._.kgx_blocks, key=lambda b: b.kind == "row"):
        if is_row:
            rows = [cells for b in group if (cells := _cells(referents, b))]
            if len(rows) > 1 and not any(_NUMBER.fullmatch(c.text) for c in rows[0]):
                yield rows


def _cells(referents: Referents, block: Block) -> list[Cell]:
    """The cells of a row; none for the line under a table's head."""
    start, end = referents.starts[block.start], referents.ends[block.end - 1]
    line = referents.text[start:end].split("\n")[0]
    if _RULE.fullmatch(line):
        return []
    cells, at = [], 0
    for gap in [*_GAP.finditer(line), None]:
        to = len(line) if gap is None else gap.start()
        text = line[at:to]
        lead = len(text) - len(text.lstrip())
        first = start + at + lead
        cells.append(Cell(text.strip(), first, first + len(text.strip())))
        at = len(line) if gap is None else gap.end()
    edges = line.lstrip().startswith("|")
    return cells[1:-1] if edges and len(cells) > 2 else cells


def _read_row(
    referents: Referents, subject: str, head: list[Cell], row: list[Cell], document: str
) -> Iterator[Claim]:
    span = row[0].start, max(c.end for c in row)
    for column, cell in zip(head[1:], row[1:], strict=True):
        title = _UNIT.sub("", column.text)
        if not title or not cell.text or cell.text in ("-", "–", "—", "n/a"):
            continue
        predicate = relation_iri(title.lower(), referents.base)
        for object_ in _values(referents, column, cell):
            one = Draft(subject, predicate, object_, "table")
            yield make_claim(referents, document, one, span, span)


def _names_in(referents: Referents, cell: Cell) -> list[MentionSpan]:
    """The names that lie in a cell, in order."""
    starts, ends = referents.starts, referents.ends
    tokens = range(bisect_left(starts, cell.start), bisect_left(starts, cell.end))
    found = [m for t in tokens if (m := referents.at.get(t)) is not None and m.form == "name"]
    whole = (m for m in found if cell.start <= starts[m.start] and ends[m.end - 1] <= cell.end)
    return sorted(whole, key=lambda m: m.start)


def _row_entity(referents: Referents, cell: Cell, document: str, known: dict[str, str]) -> str:
    """The entity a row is about: the one its first cell names, or one known in this document alone,
    which is made, and added to the ``known`` by their labels, where there is none."""
    names = _names_in(referents, cell)
    if names:
        return names[0].entity
    if cell.text not in known:
        iri = entity_iri(f"{cell.text} {digest(document, cell.text)[:6]}", "other", referents.base)
        made = Entity(iri, cell.text, "other", (SCHEMA + "Thing",))
        known[cell.text] = referents.entities.setdefault(iri, made).id
    return known[cell.text]


def _values(referents: Referents, column: Cell, cell: Cell) -> list[End]:
    """What a cell holds: the entities it names, where it is nothing but names, else its text with
    the unit of the column."""
    names = _names_in(referents, cell)
    named = sum(referents.ends[m.end - 1] - referents.starts[m.start] for m in names)
    if names and len(re.sub(r"[\s,;&]|and", "", cell.text)) <= named:
        return [referents.entity(m.entity) for m in names]
    unit = _UNIT.search(column.text)
    value = (
        _with_unit(cell.text, unit.group(1)) if unit and _NUMBER.fullmatch(cell.text) else cell.text
    )
    return [End(None, None, value, _STRING)]


def _with_unit(number: str, unit: str) -> str:
    """A number with the unit that its column's title gives.

    >>> _with_unit("412.6", "€ million"), _with_unit("12", "km")
    ('€412.6 million', '12 km')
    """
    unit = unit.strip()
    if unit[:1] in _CURRENCY:
        return f"{unit[0]}{number} {unit[1:].strip()}".strip()
    return f"{number} {unit}"
