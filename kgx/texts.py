"""Text files that the user names, read whole."""

from __future__ import annotations

from pathlib import Path

from kgx.errors import KgxError, ReadError


def read_whole(path: str | Path, error: type[KgxError] = ReadError) -> str:
    """The text of a UTF-8 file, without a byte order mark.

    Raises:
        KgxError: The given kind of error, where the file cannot be read or is not UTF-8.
    """
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except OSError as err:
        raise error(f"{path}: cannot be read: {err.strerror}") from err
    except UnicodeDecodeError as err:
        raise error(f"{path}: not UTF-8: {err.reason} at byte {err.start}") from err
