"""The SQLite part of a store: annotations, settings, and what Oxigraph holds of them.

It is the lock of the whole store, too: who writes has the database to itself until it closes it,
and any number may read. The lock ends with its process, however that ends.
"""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypeAlias

import msgspec

from kgx.annotations import write_annotation
from kgx.errors import QueryError, WriteError
from kgx.iris import digest
from kgx.types import Annotation, EntityType

Records: TypeAlias = sqlite3.Connection
EntityKey: TypeAlias = tuple[str, EntityType]

FILE = "annotations.sqlite"
FORMAT = "1"
"""The format of a store; one of another format is refused."""

_APPLICATION = 0x6B67_7873
_SCHEMA = """
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE document (
    id TEXT PRIMARY KEY,
    source TEXT NOT NULL,   -- hash of the document as read and of what annotated it
    hash TEXT NOT NULL,     -- of the annotation
    entities BLOB NOT NULL, -- IRI and type of each, as JSON
    annotation BLOB NOT NULL
) WITHOUT ROWID;
CREATE TABLE part (
    kind TEXT NOT NULL,     -- 'graph' or 'subject' (of the default graph)
    name TEXT NOT NULL,     -- its IRI as N-Triples spells it
    hash TEXT,              -- of what it was made from; NULL while it is being rewritten
    PRIMARY KEY (kind, name)
) WITHOUT ROWID;
CREATE TABLE spelling (
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    held TEXT NOT NULL,     -- the line of a quad as Oxigraph spells it
    exact TEXT NOT NULL     -- and as it was
);
CREATE INDEX spelling_of_part ON spelling (kind, name);
"""
_ANNOTATION = msgspec.json.Decoder(Annotation)
_ENTITIES = msgspec.json.Decoder(list[tuple[str, EntityType]])

Kind: TypeAlias = Literal["graph", "subject"]
Part: TypeAlias = tuple[Kind, str]


@dataclass(frozen=True, slots=True)
class Record:
    """A document as the store keeps it, without its annotation."""

    id: str
    source: str
    hash: str
    entities: tuple[EntityKey, ...]


@contextmanager
def open_records(path: Path, *, write: bool = False) -> Iterator[Records]:
    """The records of a store, locked for as long as the block runs.

    Args:
        path: The folder of the store; it is made if it is missing and ``write`` is true.
        write: Whether to have the store alone.

    Raises:
        QueryError: There is no store, or it is in use, damaged, or of another format.
        WriteError: The store cannot be made or written.
    """
    if write:
        _make_folder(path)
    elif not (path / FILE).is_file():
        raise QueryError(f"{path}: no store of kgx: make one with kgx extract --store {path}")
    records = _connect(path, write)
    try:
        with _explain(path):
            yield records
    finally:
        records.close()


def _make_folder(path: Path) -> None:
    if path.exists() and not path.is_dir():
        raise WriteError(f"{path}: a file, where a store is a folder: name another")
    try:
        path.mkdir(parents=True, exist_ok=True)
        strange = not (path / FILE).exists() and any(
            item.name not in ("oxigraph", f"{FILE}-journal") for item in path.iterdir()
        )
    except OSError as err:
        raise WriteError(f"{path}: cannot be made: {err.strerror}") from err
    if strange:
        raise WriteError(f"{path}: a folder with other files in it: name a new one for the store")


def _connect(path: Path, write: bool) -> Records:
    with _explain(path):
        uri = f"{(path / FILE).resolve().as_uri()}?mode={'rwc' if write else 'rw'}"
        records = sqlite3.connect(uri, uri=True, timeout=0, isolation_level=None)
        try:
            records.execute("PRAGMA synchronous = FULL")
            _lock(records, write)
            _check_format(records, path, write)
        except BaseException:  # Ctrl-C, too: an open file would stay locked
            records.close()
            raise
        return records


def _lock(records: Records, write: bool) -> None:
    if write:
        records.execute("PRAGMA locking_mode = EXCLUSIVE")
        records.execute("BEGIN EXCLUSIVE")
        records.execute("COMMIT")  # the lock stays
    else:
        records.execute("BEGIN")
        records.execute("SELECT count(*) FROM sqlite_master").fetchone()


def _check_format(records: Records, path: Path, write: bool) -> None:
    """Make the tables of a new store; refuse what is no store of this format."""
    tables = records.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if not tables and write:
        _make_tables(records)
    found = records.execute("PRAGMA application_id").fetchone()[0]
    if found != _APPLICATION:
        raise QueryError(f"{path / FILE}: no store of kgx: name another folder")
    version = read_settings(records).get("format")
    if version != FORMAT:
        raise QueryError(
            f"{path}: a store of format {version}, this kgx reads format {FORMAT}: make a new one "
            "with kgx extract --store, or use the kgx that made it"
        )


def _make_tables(records: Records) -> None:
    with transact(records):
        records.execute(f"PRAGMA application_id = {_APPLICATION}")
        for statement in _SCHEMA.split(";\n"):
            records.execute(statement)
        write_settings(records, {"format": FORMAT})


@contextmanager
def _explain(path: Path) -> Iterator[None]:
    """SQLite's errors as one clear line."""
    try:
        yield
    except sqlite3.Error as err:
        raise _describe(path, err) from err


def _describe(path: Path, err: sqlite3.Error) -> QueryError | WriteError:
    code = getattr(err, "sqlite_errorname", "")
    if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return QueryError(f"{path}: in use by another kgx: try again when it is done")
    if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return QueryError(
            f"{path / FILE}: damaged ({err}): restore the store from a copy, or extract again "
            "into a new one"
        )
    if code.startswith("SQLITE_FULL"):
        return WriteError(f"{path}: the disk is full: make room and run the same command again")
    return WriteError(f"{path}: cannot be used: {err}")


@contextmanager
def transact(records: Records) -> Iterator[None]:
    """All of the block's changes, or none."""
    records.execute("BEGIN")
    try:
        yield
    except BaseException:  # Ctrl-C, too: all or none
        if records.in_transaction:
            records.execute("ROLLBACK")
        raise
    records.execute("COMMIT")


def read_settings(records: Records) -> dict[str, str]:
    """The settings by name."""
    return dict(records.execute("SELECT name, value FROM setting"))


def write_settings(records: Records, settings: Mapping[str, str]) -> None:
    """Set some settings."""
    rows = "INSERT OR REPLACE INTO setting VALUES (?, ?)"
    records.executemany(rows, settings.items())


def reset_parts(records: Records) -> None:
    """Forget what Oxigraph holds."""
    with transact(records):
        records.execute("DELETE FROM part")
        records.execute("DELETE FROM spelling")


def put_annotations(records: Records, found: Iterable[tuple[str, Annotation]]) -> None:
    """Add or replace annotations, each with the hash of its source."""
    with transact(records):
        records.executemany(
            "INSERT OR REPLACE INTO document VALUES (?, ?, ?, ?, ?)",
            (_make_row(source, annotation) for source, annotation in found),
        )


def _make_row(source: str, annotation: Annotation) -> tuple[str, str, str, bytes, bytes]:
    text = write_annotation(annotation)
    keys = [(entity.id, entity.type) for entity in annotation.entities]
    entities = msgspec.json.encode(keys)
    return annotation.id, source, digest(text), entities, zlib.compress(text.encode(), 1)


def drop_annotations(records: Records, ids: Iterable[str]) -> None:
    """Take annotations out."""
    with transact(records):
        records.executemany("DELETE FROM document WHERE id = ?", ((id_,) for id_ in ids))


def list_records(records: Records) -> Iterator[Record]:
    """All documents, by id."""
    rows = records.execute("SELECT id, source, hash, entities FROM document ORDER BY id")
    for id_, source, hash_, entities in rows:
        yield Record(id_, source, hash_, tuple(_ENTITIES.decode(entities)))


def list_sources(records: Records) -> dict[str, str]:
    """The hash of each document's source, by its id."""
    return dict(records.execute("SELECT id, source FROM document ORDER BY id"))


def list_annotations(records: Records) -> Iterator[Annotation]:
    """All annotations, lazily, by id."""
    for (data,) in records.execute("SELECT annotation FROM document ORDER BY id"):
        yield _read_annotation(data)


def get_annotation(records: Records, id_: str) -> Annotation:
    """The annotation of a document that is there."""
    row = records.execute("SELECT annotation FROM document WHERE id = ?", (id_,)).fetchone()
    return _read_annotation(row[0])


def _read_annotation(data: bytes) -> Annotation:
    return _ANNOTATION.decode(zlib.decompress(data))


def list_parts(records: Records) -> dict[Part, str | None]:
    """What Oxigraph holds: the hash of each part, None where it was cut off."""
    rows = records.execute("SELECT kind, name, hash FROM part")
    return {(kind, name): hash_ for kind, name, hash_ in rows}


def is_settled(records: Records) -> bool:
    """False if an update was cut off while it wrote to Oxigraph."""
    open_part = "SELECT 1 FROM part WHERE hash IS NULL LIMIT 1"
    return records.execute(open_part).fetchone() is None


def open_parts(records: Records, parts: Iterable[Part]) -> None:
    """Note that parts are being rewritten, and forget their spellings."""
    names = list(parts)
    with transact(records):
        records.executemany("INSERT OR REPLACE INTO part VALUES (?, ?, NULL)", names)
        records.executemany("DELETE FROM spelling WHERE kind = ? AND name = ?", names)


def close_parts(
    records: Records,
    hashes: Mapping[Part, str | None],
    spellings: Iterable[tuple[Part, str, str]],
) -> None:
    """Note what parts now hold; None for those that are gone."""
    gone = [part for part, hash_ in hashes.items() if hash_ is None]
    held = [(*part, hash_) for part, hash_ in hashes.items() if hash_ is not None]
    exact = [(*part, line, spelt) for part, line, spelt in spellings]
    with transact(records):
        records.executemany("DELETE FROM part WHERE kind = ? AND name = ?", gone)
        records.executemany("INSERT OR REPLACE INTO part VALUES (?, ?, ?)", held)
        records.executemany("INSERT INTO spelling VALUES (?, ?, ?, ?)", exact)


def read_spellings(records: Records) -> dict[str, list[str]]:
    """The exact lines of quads that Oxigraph spells otherwise, by its spelling."""
    found: dict[str, list[str]] = {}
    for held, exact in records.execute("SELECT DISTINCT held, exact FROM spelling ORDER BY 1, 2"):
        found.setdefault(held, []).append(exact)
    return found
