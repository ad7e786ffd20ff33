"""Write a file whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from kgx.errors import WriteError

_FULL = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}  # what no reading in the block raises


@contextmanager
def open_atomic(path: str | Path) -> Iterator[IO[str]]:
    """A UTF-8 text file that takes the place of ``path`` when the block ends without an error.

    Until then, and for good when the block fails or is interrupted, ``path`` stays as it was.
    What is no regular file (a pipe, ``/dev/null``) is written directly.

    Raises:
        WriteError: The folder is missing, the file cannot be opened there, or the disk is full.
    """
    final = _resolve(path)
    direct = final.exists() and not final.is_file()
    partial = final if direct else _name_part(final)
    try:
        with _open(partial, final) as file:
            yield file
        if not direct:
            partial.replace(final)
    except BaseException as err:
        if not direct:
            with suppress(OSError):
                partial.unlink()
        if isinstance(err, OSError) and err.errno in _FULL:
            raise WriteError(f"{final}: cannot be written: {err.strerror}") from err
        raise


def _resolve(path: str | Path) -> Path:
    """The file that a path names, behind a link too; `WriteError` for a folder."""
    final = Path(path)
    final = final.resolve() if final.is_symlink() else final
    if final.is_dir():
        raise WriteError(f"{final}: cannot be written: it is a folder; name a file in it")
    return final


def _name_part(final: Path) -> Path:
    return final.with_name(f".{final.name[:200]}.{os.getpid()}.part")


def _open(path: Path, named: Path) -> IO[str]:
    try:
        return path.open("w", encoding="utf-8", newline="\n")
    except OSError as err:
        raise WriteError(f"{named}: cannot be written: {err.strerror}") from err


@contextmanager
def replace_whole(path: str | Path) -> Iterator[Path]:
    """A path beside ``path`` for a program to write to, which takes its place when the block ends
    without an error; until then, and for good when it fails, ``path`` stays as it was.

    Raises:
        WriteError: The folder is missing or cannot be written, or ``path`` is a folder.
    """
    final = _resolve(path)
    partial = _name_part(final)
    _open(partial, final).close()
    try:
        yield partial
        partial.replace(final)
    finally:
        with suppress(OSError):
            partial.unlink()
