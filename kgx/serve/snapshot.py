"""A copy of a store to serve from, which stays as it is while the store is brought up to date.

The files of the database that never change are linked, not copied, which takes no time and no room.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from kgx.store.engine import FOLDER
from kgx.store.reading import open_settled
from kgx.store.records import FILE


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A copy of the Oxigraph database of a store.

    Attributes:
        path: The copy.
        stamp: What tells whether the store has changed since.
    """

    path: Path
    stamp: tuple[tuple[str, int, int], ...]


def take_snapshot(store: Path) -> Snapshot:
    """Copy what a store holds now.

    Raises:
        QueryError: There is no store, or it is in use, damaged, or of another format.
    """
    target = make_folder(store)
    try:
        with open_settled(store):
            stamp = read_stamp(store)
            for item in sorted((store / FOLDER).iterdir()):
                _copy(item, target / item.name)
    except BaseException:  # Ctrl-C, too: half a copy is of no use
        drop_snapshot(target)
        raise
    return Snapshot(target, stamp)


def make_folder(store: Path) -> Path:
    """A folder for a copy, beside the store if that can be: files are linked on one disk only."""
    for parent in (store.resolve().parent, None):
        try:
            return Path(tempfile.mkdtemp(prefix=".kgx-serve-", dir=parent))
        except OSError:
            if parent is None:
                raise
    raise AssertionError


def drop_snapshot(path: Path) -> None:
    """Remove a copy."""
    shutil.rmtree(path, ignore_errors=True)


def _copy(item: Path, target: Path) -> None:
    if item.suffix == ".sst":
        try:
            os.link(item, target)
        except OSError:  # another disk
            shutil.copyfile(item, target)
    elif item.name not in ("LOCK", "LOG"):
        shutil.copyfile(item, target)


def read_stamp(store: Path) -> tuple[tuple[str, int, int], ...]:
    """What changes when the store does: names, sizes and times of its files."""
    paths = [store / FILE, *(store / FOLDER).glob("*.log"), *(store / FOLDER).glob("MANIFEST*")]
    found = []
    for path in sorted(paths):
        try:
            state = path.stat()
        except FileNotFoundError:
            continue
        found.append((path.name, state.st_size, state.st_mtime_ns))
    return tuple(found)
