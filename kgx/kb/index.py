"""An index of a knowledge base, to look names up in."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast

import msgspec

from kgx.errors import ReadError
from kgx.kb.item import Item, name_key
from kgx.types import EntityType

APPLICATION = 0x6B67_786B
FORMAT = "1"
"""The format of an index; one of another format is refused."""

MOST = 50
"""Items that are looked at of those that share a name, the most popular ones."""

_Rest = tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...], str]
_REST = msgspec.json.Decoder(_Rest)
_FIND = """
SELECT id, label, type, rest, popularity, alias FROM name JOIN item ON number = name.item
WHERE key = ? ORDER BY rank, name.item LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Found:
    """An item that has a name; ``by_label`` is false where that is one of its other names."""

    item: Item
    by_label: bool


class Kb:
    """An index that is open to read; safe to use in forked processes, each with its own handle."""

    def __init__(self, path: str | Path) -> None:
        """Args:
            path: As `kgx kb build` made it.

        Raises:
            ReadError: It is missing, damaged, of another format, or no index.
        """
        self.path = Path(path)
        self._handles: dict[int, sqlite3.Connection] = {}
        self._look_up = lru_cache(maxsize=1 << 14)(self._read_items)
        self.meta = self._read_meta()

    @property
    def seal(self) -> str:
        """A hash of what went into it."""
        return self.meta["seal"]

    def find(self, name: str) -> tuple[Found, ...]:
        """The items of a name, the most popular first.

        Raises:
            ReadError: The index is damaged.
        """
        return self._look_up(name_key(name))

    def _read_items(self, key: str) -> tuple[Found, ...]:
        try:
            rows = self._open().execute(_FIND, (key, MOST)).fetchall()
        except sqlite3.Error as err:
            raise ReadError(f"{self.path}: damaged ({err}): build it again") from err
        return tuple(_make_found(*row) for row in rows)

    def _open(self) -> sqlite3.Connection:
        handle = self._handles.get(os.getpid())
        if handle is None:
            uri = f"{self.path.resolve().as_uri()}?mode=ro&immutable=1"
            handle = sqlite3.connect(uri, uri=True, check_same_thread=False)
            self._handles[os.getpid()] = handle
        return handle

    def _read_meta(self) -> dict[str, str]:
        if not self.path.is_file():
            raise ReadError(f"{self.path}: no such file: make it with kgx kb build")
        try:
            known = self._open().execute("PRAGMA application_id").fetchone()[0] == APPLICATION
            rows = self._open().execute("SELECT name, value FROM meta") if known else ()
            meta = dict(rows)
        except sqlite3.Error as err:
            raise ReadError(f"{self.path}: no index of kgx kb build, or damaged: {err}") from err
        if meta.get("format") != FORMAT:
            raise ReadError(f"{self.path}: no index of this kgx: make it with kgx kb build")
        return meta


def _make_found(
    id_: str, label: str, type_: str | None, rest: str, popularity: float, alias: int
) -> Found:
    types, aliases, same_as, description = _REST.decode(rest)
    known = cast("EntityType | None", type_)
    return Found(
        Item(id_, label, known, types, aliases, same_as, description, popularity), not alias
    )
