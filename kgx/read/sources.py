"""Which files a source names: a file, a folder, a glob pattern, standard input."""

from __future__ import annotations

import difflib
import glob
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from kgx.errors import ReadError
from kgx.read.decode import STDIN


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read.

    Attributes:
        path: Where it is; ``-`` is standard input.
        id: Its posix path below the deepest folder that holds all that was asked for.
        named: True if the user named it, False if it was found in a folder.
    """

    path: Path
    id: str
    named: bool


def find_files(sources: Iterable[str | Path]) -> list[Found]:
    """The files that sources name, each once, in the order given; sorted in folders and patterns.

    In folders, hidden files and folders are left out and links to folders are not followed.

    Raises:
        ReadError: A source does not exist, or a pattern or folder holds no file.
    """
    names = [os.fspath(source) for source in sources]
    if not names:
        raise ReadError("nothing to read: name a file, a folder, a pattern or - for standard input")
    files: dict[Path, bool] = {}
    roots: list[Path] = []
    for name in names:
        root, found = _expand(name)
        if root is not None:
            roots.append(root)
        for path in found:
            files.setdefault(path, path == Path(name))
    base = _common_folder(roots)
    return [Found(path, _make_id(path, base), named) for path, named in files.items()]


def _expand(name: str) -> tuple[Path | None, list[Path]]:
    """The folder that the ids of a source are relative to, and its files."""
    path = Path(name)
    if path == STDIN:
        return None, [path]
    try:
        if path.is_dir():
            return path, _list_folder(path)
        if path.exists():
            return path.parent, [path]
    except (OSError, ValueError):  # a name that no file can have
        pass
    if glob.has_magic(name):
        fixed = Path(*_fixed_parts(path))
        found = [f for match in glob.iglob(name, recursive=True) for f in _files_at(Path(match))]
        if found:
            return fixed, sorted(set(found))
        raise ReadError(f"{name}: no file matches this pattern")
    raise ReadError(_say_missing(path))


def _fixed_parts(path: Path) -> Iterable[str]:
    for part in path.parts:
        if glob.has_magic(part):
            return
        yield part


def _files_at(path: Path) -> list[Path]:
    return _list_folder(path) if path.is_dir() else [path]


def _list_folder(folder: Path) -> list[Path]:
    found: list[Path] = []

    def refuse(err: OSError) -> None:
        raise ReadError(f"{err.filename}: {err.strerror}") from err

    for parent, folders, files in os.walk(folder, onerror=refuse):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(parent, name) for name in files if not name.startswith(".")]
    if not found:
        raise ReadError(f"{folder}: an empty folder")
    return sorted(found)


def _common_folder(roots: list[Path]) -> Path | None:
    try:
        return Path(os.path.commonpath([os.path.abspath(root) for root in roots]))
    except ValueError:  # none, or on two drives
        return None


def _make_id(path: Path, base: Path | None) -> str:
    if path == STDIN:
        return "stdin"
    return Path(os.path.abspath(path)).relative_to(base).as_posix() if base else path.as_posix()


def _say_missing(path: Path) -> str:
    shown = str(path) if len(str(path)) <= 200 else f"{str(path)[:200]}…"
    try:
        beside = sorted(os.listdir(path.parent))
    except (OSError, ValueError):
        return f"{shown}: no such file or folder"
    near = difflib.get_close_matches(path.name[:200], beside, n=1)
    hint = f"; did you mean {path.parent / near[0]}?" if near else ""
    return f"{shown}: no such file or folder{hint}"
