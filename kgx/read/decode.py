"""Bytes to text: which encoding, plain or gzip, text or not."""

from __future__ import annotations

import codecs
import gzip
import io
import re
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kgx.errors import ReadError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

STDIN = Path("-")

SAMPLE = 1 << 20
"""Bytes an encoding is chosen by."""

LONGEST = 1 << 26
"""Bytes of the largest file that is one document; longer is not a text somebody reads."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = ((b"%PDF-", "a PDF"), (b"PK\x03\x04", "a zip archive"), (b"\x1f\x8b", "gzip data"))
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]+(?:charset|encoding)\s*=\s*["']?([\w-]+)""", re.I)


@dataclass(frozen=True, slots=True)
class Encoding:
    """A codec by its Python name; ``guessed`` if neither a mark nor the bytes prove it."""

    name: str
    guessed: bool = False


class _Joined(io.RawIOBase):
    """The bytes already read from a stream, then the rest of it."""

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
        self._head, self._rest = memoryview(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        buffer = memoryview(buffer)
        if not self._head:
            chunk = self._rest.read(len(buffer))
            buffer[: len(chunk)] = chunk
            return len(chunk)
        size = min(len(buffer), len(self._head))
        buffer[:size] = self._head[:size]
        self._head = self._head[size:]
        return size


@contextmanager
def open_bytes(path: Path) -> Iterator[IO[bytes]]:
    """A file, unzipped where its name ends in ``.gz``, or standard input for ``-``.

    Raises:
        ReadError: It cannot be opened, or turns out to be damaged while it is read.
    """
    try:
        if path == STDIN:
            yield sys.stdin.buffer
        elif path.suffix == ".gz":
            with gzip.open(path) as unzipped:
                yield io.BufferedReader(unzipped, SAMPLE)
        else:
            with path.open("rb") as stream:
                yield stream
    except (gzip.BadGzipFile, EOFError, zlib.error) as err:
        raise ReadError(f"not a whole gzip file: {err}") from err
    except OSError as err:
        raise ReadError(f"{err.strerror or err}") from err


def rejoin(head: bytes, rest: IO[bytes]) -> IO[bytes]:
    """A stream whose first bytes were read already, as if they were not."""
    return io.BufferedReader(_Joined(head, rest), SAMPLE)


@contextmanager
def open_text(stream: IO[bytes], newline: str) -> Iterator[tuple[IO[str], Encoding]]:
    """A table as a stream of text, its encoding chosen by its first megabyte.

    Bytes that are not of the encoding come out as lone surrogates, so that the row they are in can
    be reported and the next one read.
    """
    sample = stream.read(SAMPLE)
    encoding = choose_encoding(sample, whole=len(sample) < SAMPLE)
    with io.TextIOWrapper(
        rejoin(sample, stream), encoding.name, "surrogateescape", newline
    ) as text:
        yield text, encoding


def read_text(stream: IO[bytes]) -> tuple[str, Encoding]:
    """A whole stream as text, without its byte order mark and otherwise as it is.

    Raises:
        ReadError: It is no text, or longer than `LONGEST`.
    """
    data = stream.read(LONGEST + 1)
    if len(data) > LONGEST:
        raise ReadError(f"larger than {LONGEST >> 20} MiB: split it into documents")
    return decode(data)


def decode(data: bytes) -> tuple[str, Encoding]:
    """Bytes as text, without the byte order mark.

    Raises:
        ReadError: They are no text.
    """
    encoding = choose_encoding(data)
    try:
        return data.decode(encoding.name), encoding
    except UnicodeDecodeError as err:
        raise ReadError(f"damaged text: {err}") from err


def choose_encoding(data: bytes, *, whole: bool = True) -> Encoding:
    """The encoding of a text: by its mark, else UTF-8, else what a page declares, else a guess.

    Args:
        whole: False if the last character may be cut.

    Raises:
        ReadError: It is no text.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return Encoding(name)
    if wide := _utf16(data[:4096]):
        return Encoding(wide, guessed=True)
    refuse_binary(data[:SAMPLE])
    if _is(data, "utf-8", whole):
        return Encoding("utf-8")
    declared = _CHARSET.search(data[:2048])
    if declared and _is(data, declared[1].decode("ascii"), whole):
        return Encoding(codecs.lookup(declared[1].decode("ascii")).name)
    return _guess(data[:SAMPLE], whole)


def refuse_binary(data: bytes) -> None:
    """Raise `ReadError` for what is not text: known kinds, zero bytes, many control characters."""
    for mark, kind in _KINDS:
        if data.startswith(mark):
            raise ReadError(f"{kind}, not text: convert it to text first")
    if b"\0" in data or len(_CONTROL.findall(data)) > len(data) // 50:
        raise ReadError("binary data, not text")


def _utf16(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of Western text is zero."""
    for name, zeros, letters in (
        ("utf-16-le", data[1::2], data[0::2]),
        ("utf-16-be", data[0::2], data[1::2]),
    ):
        if len(data) > 8 and zeros.count(0) > 0.7 * len(zeros) and 0 not in letters:
            return name
    return None


def _is(data: bytes, name: str, whole: bool) -> bool:
    try:
        codecs.getincrementaldecoder(name)().decode(data, whole)
    except (UnicodeDecodeError, LookupError):
        return False
    return True


def _guess(data: bytes, whole: bool) -> Encoding:
    """Windows-1252 for text that is nearly all ASCII, else what charset-normalizer finds."""
    foreign = sum(byte > 127 for byte in data)
    if foreign < 0.1 * len(data) and _is(data, "cp1252", whole):
        return Encoding("cp1252", guessed=True)
    from charset_normalizer import from_bytes  # slow to import, seldom needed

    best = from_bytes(data).best()
    if best is None:
        raise ReadError("no known encoding: save it as UTF-8")
    return Encoding(best.encoding, guessed=True)
