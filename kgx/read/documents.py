"""``read``: whatever a source names, as documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import IO

from kgx.errors import ReadError
from kgx.read.decode import STDIN, open_bytes, read_text, rejoin
from kgx.read.outcome import Note, Outcome
from kgx.read.pages import Page, read_html, read_markdown, read_plain
from kgx.read.sources import Found, find_files
from kgx.read.tables import Columns, read_delimited, read_jsonl
from kgx.types import Document

_PAGES: dict[str, Callable[[str], Page]] = {
    "text": read_plain,
    "markdown": read_markdown,
    "html": read_html,
}
_TABLES: dict[str, Callable[[IO[bytes], str, str, Columns], Iterator[Outcome]]] = {
    "jsonl": read_jsonl,
    "csv": partial(read_delimited, delimiter=","),
    "tsv": partial(read_delimited, delimiter="\t"),
}
FORMATS: dict[str, tuple[str, ...]] = {
    "text": (".txt", ".text"),
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm", ".xhtml"),
    "jsonl": (".jsonl", ".ndjson"),
    "csv": (".csv",),
    "tsv": (".tsv", ".tab"),
}
"""The formats and their file suffixes; each may be followed by ``.gz``."""

_BY_SUFFIX = {suffix: name for name, suffixes in FORMATS.items() for suffix in suffixes}
_SUFFIXES = ", ".join(_BY_SUFFIX)
_JSON_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"')


def read(
    source: str | Path | Iterable[str | Path],
    *,
    format: str | None = None,
    text_column: str = "text",
    id_column: str | None = None,
    title_column: str | None = None,
    date_column: str | None = None,
    url_column: str | None = None,
    on_error: Callable[[ReadError], None] | None = None,
    on_note: Callable[[str], None] | None = None,
) -> Iterator[Document]:
    """Read documents from files, lazily.

    A file of text, Markdown or HTML is one document; its id is its path below the folder read, or
    its name. Every row of a JSON lines, CSV or TSV file is one document; its id is in the id
    column, or is ``file:line``. Folders are read recursively, sorted, without hidden files and
    files of other kinds. ``-`` is standard input.

    Plain text is kept as it was decoded (UTF-8, or by its byte order mark, or guessed), line ends
    included. Markdown and HTML become plain text, and it is that text which offsets index.

    Args:
        source: A file, a folder, a glob pattern, ``-``, or several of them.
        format: One of `FORMATS`, for files whose suffix does not tell.
        text_column: The column (in JSON lines, the key) that holds the text.
        id_column: By default ``id``, where there is one; so for title, date and url.
        on_error: Called with what is wrong with a document, which is then skipped; without it the
            error is raised.
        on_note: Called with what was read other than one might expect (a guessed encoding, a file
            of an unknown kind left out).

    Raises:
        ReadError: A source does not exist or names no file, the format is unknown, or, without
            ``on_error``, a document cannot be read, is empty, or has the id of another.

    Example:
        >>> import os, tempfile
        >>> folder = tempfile.mkdtemp()
        >>> _ = open(os.path.join(folder, "a.txt"), "w").write("Ada met Bo.")
        >>> [document.id for document in read(folder)]
        ['a.txt']
    """
    if format is not None and format not in FORMATS:
        raise ReadError(f"unknown format {format!r}: kgx reads {', '.join(FORMATS)}")
    files = find_files([source] if isinstance(source, (str, Path)) else source)
    columns = Columns(text_column, id_column, title_column, date_column, url_column)
    outcomes = _read_files(files, format, columns)
    return _sort_out(outcomes, on_error, on_note or (lambda note: None))


def count_documents(
    source: str | Path | Iterable[str | Path], *, format: str | None = None
) -> int | None:
    """How many documents a source holds at most; None where one must read it to know."""
    count = 0
    for file in find_files([source] if isinstance(source, (str, Path)) else source):
        try:
            name = format or _tell_format(file)
        except ReadError:  # reported when it is read
            continue
        if name in _TABLES or name == "unknown":
            return None
        count += name in _PAGES
    return count


def _sort_out(
    outcomes: Iterable[Outcome],
    on_error: Callable[[ReadError], None] | None,
    on_note: Callable[[str], None],
) -> Iterator[Document]:
    """Let good documents through, and pass on the rest."""
    taken: set[str] = set()
    for outcome in outcomes:
        if isinstance(outcome, Note):
            on_note(outcome.text)
            continue
        checked = outcome if isinstance(outcome, ReadError) else _check(outcome, taken)
        if isinstance(checked, Document):
            yield checked
        elif on_error is None:
            raise checked
        else:
            on_error(checked)


def _check(document: Document, taken: set[str]) -> Document | ReadError:
    if not document.text.strip():
        return ReadError(f"{document.id}: empty")
    if document.id in taken:
        return ReadError(f"{document.id}: an earlier document has this id")
    taken.add(document.id)
    return document


def _read_files(files: list[Found], format: str | None, columns: Columns) -> Iterator[Outcome]:
    known = 0
    for file in files:
        try:
            name = format or _tell_format(file)
            if name == "other":
                yield Note(f"{file.path}: left out, not one of {_SUFFIXES}")
                continue
            known += 1
            with open_bytes(file.path) as stream:
                yield from _read_stream(stream, name, file, columns)
        except ReadError as err:
            yield ReadError(f"{_say_place(file)}: {err}")
    if not known:
        yield ReadError(f"nothing to read: no file ends in {_SUFFIXES}")


def _say_place(file: Found) -> str:
    return "standard input" if file.path == STDIN else str(file.path)


def _tell_format(file: Found) -> str:
    """The format of a file by its suffix.

    Returns:
        ``unknown`` where a file the user named has no suffix, ``other`` for a file of another kind
        that was found in a folder.

    Raises:
        ReadError: The user named a file of another kind.
    """
    suffixes = [s.lower() for s in file.path.suffixes if s.lower() != ".gz"]
    suffix = suffixes[-1] if suffixes else ""
    if suffix in _BY_SUFFIX:
        return _BY_SUFFIX[suffix]
    if file.named and suffix:
        raise ReadError(
            f"unknown kind of file {suffix!r}: kgx reads {_SUFFIXES}; "
            f"say which it is with --format ({', '.join(FORMATS)})"
        )
    return "unknown" if file.named else "other"


def _read_stream(
    stream: IO[bytes], format: str, file: Found, columns: Columns
) -> Iterator[Outcome]:
    if format == "unknown":
        head = stream.read(4096)
        stream = rejoin(head, stream)
        format = "jsonl" if _JSON_OBJECT.match(head) else "text"
    if format in _TABLES:
        rows = _TABLES[format](stream, _say_place(file), file.id, columns)
        first = next(rows, None)
        if first is None:
            raise ReadError("empty: no row in it")
        yield first
        yield from rows
        return
    text, encoding = read_text(stream)
    if encoding.guessed:
        yield Note(f"{_say_place(file)}: not UTF-8, read as {encoding.name}")
    page = _PAGES[format](text)
    yield from (Note(f"{_say_place(file)}: {note}") for note in page.notes)
    yield Document(file.id, page.text, page.title, page.date, page.url)
