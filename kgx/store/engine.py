"""The Oxigraph part of a store: opening it, and writing parts of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox
from rdflib import XSD

from kgx.errors import QueryError, WriteError
from kgx.rdf.quads import spell_line
from kgx.rdf.sort import read_line, spell_quads
from kgx.store.records import Part

FOLDER = "oxigraph"

_BULK = 50_000
"""From so many lines on, files are written without going through the log."""

_TYPED = re.compile(re.escape(f'"^^<{XSD}') + r"([A-Za-z]+)>( \)>>)*\Z")
_AS_SPELT = {"string", "anyURI"}
_PLAIN_INTEGER = re.compile(r'"(?:0|-?[1-9][0-9]{0,17})"\^\^')


@contextmanager
def open_engine(path: Path, *, write: bool = False) -> Iterator[ox.Store]:
    """The Oxigraph database of the store in a folder, whose records are open.

    Raises:
        QueryError: It is missing, damaged, or in use by another program.
        WriteError: The disk is full, or the database cannot be written.
    """
    folder = path / FOLDER
    try:
        store = ox.Store(folder) if write else ox.Store.read_only(str(folder))
    except (OSError, RuntimeError) as err:
        raise _describe(path, err) from err
    try:
        yield store
    except (OSError, RuntimeError) as err:
        raise _describe(path, err) from err


def _describe(path: Path, err: Exception) -> QueryError | WriteError:
    reason = " ".join(str(err).split())
    if "No space left" in reason:
        return WriteError(f"{path}: the disk is full: make room and run the same command again")
    if "lock" in reason.lower():
        return QueryError(f"{path / FOLDER}: in use by another program: stop that first")
    return QueryError(
        f"{path / FOLDER}: damaged ({reason[:160]}): delete that folder and run kgx extract "
        "--store again, which makes it anew from the annotations beside it"
    )


def erase_part(store: ox.Store, part: Part) -> None:
    """Take all quads of a part out; every quad if the part is the whole store."""
    kind, name = part
    if not name:
        store.clear()
    elif kind == "graph":
        store.remove_graph(ox.NamedNode(name[1:-1]))
    else:
        for quad in list(store.quads_for_pattern(ox.NamedNode(name[1:-1]), None, None, _DEFAULT)):
            store.remove(quad)


_DEFAULT = ox.DefaultGraph()


def load_lines(store: ox.Store, lines: list[str]) -> None:
    """Add the quads of lines of N-Quads, some hundred thousand at most."""
    load = store.bulk_load if len(lines) >= _BULK else store.load
    load("".join(lines).encode(), ox.RdfFormat.N_QUADS, lenient=True)


def find_spellings(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The lines that Oxigraph will spell otherwise, as it spells them and as they are."""
    for line in lines:
        if f'"^^<{XSD}' not in line:
            continue
        s, p, o, name = read_line(line)
        held = hold_term(o)
        if held != o:
            yield spell_line((s, p, held, name)), line


def hold_term(term: str) -> str:
    """A literal or triple term as Oxigraph's database spells it.

    >>> hold_term('"01"^^<http://www.w3.org/2001/XMLSchema#integer>')
    '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    typed = _TYPED.search(term)
    if not typed or typed[1] in _AS_SPELT or _PLAIN_INTEGER.match(term):
        return term
    return _hold_term(term)


@lru_cache(maxsize=1 << 14)
def _hold_term(term: str) -> str:
    store = ox.Store()
    store.load(f"<urn:x> <urn:x> {term} .\n".encode(), ox.RdfFormat.N_QUADS, lenient=True)
    (line,) = spell_quads(store)
    return read_line(line)[2]
