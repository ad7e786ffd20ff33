"""The texts of documents, to show quotes in."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from kgx.iris import document_iri
from kgx.types import Document


def keep_texts(path: Path, documents: Iterable[Document], base: str) -> int:
    """Keep texts in a file by the IRI of their document, and return how many there are."""
    with sqlite3.connect(path) as file:
        file.execute("CREATE TABLE text (document TEXT PRIMARY KEY, text TEXT) WITHOUT ROWID")
        rows = ((document_iri(one.id, base), one.text) for one in documents)
        count = file.executemany("INSERT OR REPLACE INTO text VALUES (?, ?)", rows).rowcount
    file.close()
    return count


def find_text(path: Path, document: str) -> str | None:
    """The text of a document, given its IRI."""
    with sqlite3.connect(path) as file:
        row = file.execute("SELECT text FROM text WHERE document = ?", (document,)).fetchone()
    file.close()
    return None if row is None else str(row[0])
