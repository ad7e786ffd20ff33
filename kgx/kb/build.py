"""From lists, RDF or dumps to an index, in bounded memory, whole or not at all.

An index is an SQLite database, because that is one file, needs no server and nothing to install, is
read by many processes at once a page at a time (so a large one costs no memory), and is sorted on
disk while it is made.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import msgspec

from kgx.atomic import replace_whole
from kgx.errors import ReadError, WriteError
from kgx.kb.files import plain_suffix
from kgx.kb.index import APPLICATION, FORMAT
from kgx.kb.item import Item, name_keys
from kgx.kb.rows import Columns, read_objects, read_table
from kgx.kb.triples import is_rdf, read_triples
from kgx.kb.types import rank_of, wikidata_classes, wikidata_pages
from kgx.kb.wikidata import ENTITY, Subclass, read_dump

_MEMORY = 64 << 10  # KiB that SQLite keeps pages in
_MANY = 5_000
_NO_THING = 99

_SCRATCH = """
CREATE TABLE item (
    number INTEGER PRIMARY KEY, id TEXT, label TEXT, type TEXT, rest TEXT, popularity REAL,
    source INTEGER, place INTEGER
);
CREATE TABLE name (key TEXT, item INTEGER, alias INTEGER, popularity REAL);
CREATE TABLE instance (item INTEGER, class TEXT, PRIMARY KEY (item, class)) WITHOUT ROWID;
CREATE TABLE subclass (child TEXT, parent TEXT);
CREATE TABLE class (id TEXT PRIMARY KEY, rank INTEGER, type TEXT, depth INTEGER) WITHOUT ROWID;
"""
_INDEX = """
CREATE TABLE kb.meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE kb.item (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    label TEXT NOT NULL,
    type TEXT,                 -- NULL where it is not known
    rest TEXT NOT NULL,        -- types, aliases, same_as, description, as JSON
    popularity REAL NOT NULL
);
CREATE TABLE kb.name (
    key TEXT NOT NULL,         -- as name_key makes it
    rank REAL NOT NULL,        -- the popularity below zero, so that the best comes first
    item INTEGER NOT NULL,
    alias INTEGER NOT NULL,    -- 0 if it is the label
    PRIMARY KEY (key, rank, item)
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Built:
    """What is in an index: counts, and its size in bytes."""

    items: int
    names: int
    size: int


def build_kb(
    sources: Sequence[str | Path],
    target: str | Path,
    *,
    format: str | None = None,
    columns: Columns | None = None,
    language: str = "en",
    min_popularity: float = 0.0,
    tell: Callable[[int], None] = lambda items: None,
) -> Built:
    """Make an index of lists, RDF files or Wikidata dumps.

    Args:
        sources: Files, plain, ``.gz`` or ``.bz2``.
        target: The index; written whole or not at all.
        format: ``csv``, ``tsv``, ``jsonl``, ``rdf`` or ``wikidata``; by default the suffix tells,
            and ``.json`` is a Wikidata dump.
        columns: The names of columns and keys of lists.
        language: Of the labels that are taken from RDF and Wikidata.
        min_popularity: Items less popular than this are left out.
        tell: Called now and then with the number of items that were read.

    Raises:
        ReadError: A source cannot be read, a line is broken, or an id is given twice; names the
            line.
        WriteError: The index cannot be written.
    """
    paths = [Path(source) for source in sources]
    with replace_whole(target) as partial, closing(sqlite3.connect("")) as scratch:
        scratch.isolation_level = None
        try:
            scratch.execute(f"PRAGMA cache_size = -{_MEMORY}")
            scratch.executescript(_SCRATCH)
            seal = hashlib.sha256()
            for number, path in enumerate(paths):
                found = _read(path, format, columns or Columns(), language)
                for items in _gather(scratch, found, number, min_popularity, seal):
                    tell(items)
            _find_types(scratch)
            _check_ids(scratch, paths)
            return _write_index(scratch, partial, seal.hexdigest()[:16])
        except sqlite3.Error as err:
            raise WriteError(f"{target}: cannot be written: {err}") from err


def _read(
    path: Path, format: str | None, columns: Columns, language: str
) -> Iterator[tuple[int, Item | Subclass]]:
    chosen = format or plain_suffix(path).lstrip(".")
    if chosen in ("csv", "tsv"):
        return read_table(path, columns, "," if chosen == "csv" else "\t")
    if chosen in ("jsonl", "ndjson"):
        return read_objects(path, columns)
    if chosen in ("json", "wikidata"):
        return read_dump(path, language)
    if chosen == "rdf" or is_rdf(path):
        return read_triples(path, language)
    raise ReadError(
        f"{path}: unknown suffix: name the format with --format: csv, tsv, jsonl, rdf, wikidata"
    )


def _gather(
    scratch: sqlite3.Connection,
    found: Iterator[tuple[int, Item | Subclass]],
    source: int,
    least: float,
    seal: hashlib._Hash,
) -> Iterator[int]:
    """Put items into the scratch tables, some thousand together; yields how many there are."""
    number = scratch.execute("SELECT coalesce(max(number), 0) FROM item").fetchone()[0]
    scratch.execute("BEGIN")
    while block := list(islice(found, _MANY)):
        classes = [one for _, one in block if isinstance(one, Subclass)]
        items = [
            (place, one)
            for place, one in block
            if isinstance(one, Item) and one.popularity >= least
        ]
        scratch.executemany(
            "INSERT INTO subclass VALUES (?, ?)", ((one.child, one.parent) for one in classes)
        )
        _put_items(scratch, items, number, source)
        number += len(items)
        yield number
        seal.update(repr((classes, items)).encode("utf-8", "surrogatepass"))
    scratch.execute("COMMIT")


def _put_items(
    scratch: sqlite3.Connection, items: Sequence[tuple[int, Item]], number: int, source: int
) -> None:
    rows, names, instances = [], [], []
    for number, (place, item) in enumerate(items, number + 1):  # noqa: B020
        rest = msgspec.json.encode((item.types, item.aliases, item.same_as, item.description))
        about = item.id, item.label, item.type, rest.decode(), item.popularity
        rows.append((number, *about, source, place))
        for alias, name in enumerate((item.label, *item.aliases)):
            names += [(key, number, alias > 0, item.popularity) for key in name_keys(name)]
        if item.type is None:
            instances += [(number, c) for c in dict.fromkeys(item.types) if c.startswith(ENTITY)]
    scratch.executemany("INSERT INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?)", rows)
    scratch.executemany("INSERT INTO name VALUES (?, ?, ?, ?)", names)
    scratch.executemany("INSERT INTO instance VALUES (?, ?)", instances)


def _find_types(scratch: sqlite3.Connection) -> None:
    """Give the classes below the known ones their types, the nearest first."""
    known: list[tuple[str, int, str]] = [
        (ENTITY + class_, rank_of(type_), type_) for class_, type_ in wikidata_classes().items()
    ]
    known += [(ENTITY + class_, _NO_THING, "") for class_ in sorted(wikidata_pages())]
    scratch.executemany("INSERT OR IGNORE INTO class VALUES (?, ?, ?, 0)", known)
    scratch.execute("CREATE INDEX subclass_parent ON subclass (parent)")
    depth = 0
    while scratch.execute(
        "INSERT OR IGNORE INTO class SELECT child, min(rank), type, depth + 1 FROM class "
        "JOIN subclass ON parent = id WHERE depth = ? GROUP BY child",
        (depth,),
    ).rowcount:
        depth += 1


def _check_ids(scratch: sqlite3.Connection, paths: Sequence[Path]) -> None:
    twice = scratch.execute(
        "SELECT id, min(number), max(number) FROM item GROUP BY id HAVING count(*) > 1 "
        "ORDER BY 2 LIMIT 1"
    ).fetchone()
    if twice is None:
        return
    id_, *numbers = twice
    (first, one), (second, other) = (
        scratch.execute("SELECT source, place FROM item WHERE number = ?", (number,)).fetchone()
        for number in numbers
    )
    where = f"on line {one}" if first == second else f"in {paths[first]}"
    line = f", line {other}" if other else ""
    raise ReadError(f"{paths[second]}{line}: the id {id_} is {where} already: remove one of them")


def _write_index(scratch: sqlite3.Connection, path: Path, seal: str) -> Built:
    scratch.execute("ATTACH ? AS kb", (str(path),))
    scratch.execute("PRAGMA kb.journal_mode = OFF")
    scratch.execute("PRAGMA kb.synchronous = OFF")
    scratch.execute(f"PRAGMA kb.application_id = {APPLICATION}")
    scratch.executescript(_INDEX)
    scratch.execute("BEGIN")
    nearest = (
        "(SELECT {} FROM instance JOIN class ON class.id = class WHERE item = number "
        "ORDER BY depth, rank LIMIT 1)"
    )
    items = scratch.execute(
        f"INSERT INTO kb.item SELECT number, id, label, coalesce(type, {nearest.format('type')}), "
        f"rest, popularity FROM main.item WHERE {nearest.format('rank')} IS NOT {_NO_THING} "
        "ORDER BY number"
    ).rowcount
    names = scratch.execute(
        "INSERT INTO kb.name SELECT key, -popularity, item, min(alias) FROM main.name "
        "WHERE item IN (SELECT number FROM kb.item) "
        "GROUP BY key, -popularity, item ORDER BY key, -popularity, item"
    ).rowcount
    scratch.execute("CREATE UNIQUE INDEX kb.item_id ON item (id)")
    meta = {"format": FORMAT, "seal": seal, "items": str(items), "names": str(names)}
    scratch.executemany("INSERT INTO kb.meta VALUES (?, ?)", meta.items())
    scratch.execute("COMMIT")
    scratch.execute("DETACH kb")
    return Built(items, names, path.stat().st_size)
