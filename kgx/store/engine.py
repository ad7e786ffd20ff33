"""The Oxigraph part of a store: opening it, and writing parts of it.

Its default graph holds every triple once, however many graphs state it, so that queries and other
programs find all without naming graphs. What belongs to no document is in a graph of its own, which
is the default graph of what is written from the store.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext
from functools import lru_cache
from pathlib import Path

import pyoxigraph as ox
from rdflib import XSD

from kgx.errors import QueryError, WriteError
from kgx.rdf.quads import Quad, spell_line
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
    with explain_engine(path) if write else nullcontext():
        yield store


@contextmanager
def explain_engine(path: Path) -> Iterator[None]:
    """Oxigraph's errors as one clear line."""
    try:
        yield
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
        return
    node = ox.NamedNode(name[1:-1])
    graph, subject = (node, None) if kind == "graph" else (SHARED, node)
    for quad in list(store.quads_for_pattern(subject, None, None, graph)):
        if _count_graphs(store, quad) == 1:  # before the quad itself, lest it be left behind
            store.remove(ox.Quad(quad.subject, quad.predicate, quad.object))
        store.remove(quad)
    if kind == "graph":
        store.remove_graph(node)


def _count_graphs(store: ox.Store, quad: ox.Quad) -> int:
    """How many named graphs hold a triple."""
    held = store.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
    return sum(1 for other in held if other.graph_name != _DEFAULT)


_DEFAULT = ox.DefaultGraph()
SHARED = ox.NamedNode("urn:x-kgx:shared")
_IN_SHARED = f" {SHARED} .\n"


def load_quads(store: ox.Store, quads: Iterable[Quad]) -> None:
    """Add quads, some hundred thousand at most: first to their graphs, then to the default one."""
    named: list[str] = []
    bare: dict[str, None] = {}
    for s, p, o, name in quads:
        triple = f"{s} {p} {o}"
        named.append(f"{triple} {name} .\n" if name else triple + _IN_SHARED)
        bare[f"{triple} .\n"] = None
    for lines in (named, bare):
        _load_data(store, "".join(lines).encode(), bulk=len(named) >= _BULK)


def _load_data(store: ox.Store, data: bytes, *, bulk: bool) -> None:
    if b"_:" in data:  # loading renames blank nodes, each time anew
        quads = ox.parse(data, format=ox.RdfFormat.N_QUADS, lenient=True)
        (store.bulk_extend if bulk else store.extend)(quads)
    else:
        load = store.bulk_load if bulk else store.load
        load(data, ox.RdfFormat.N_QUADS, lenient=True)


def list_lines(store: ox.Store) -> Iterator[str]:
    """The lines of all quads, as Oxigraph spells them; lazily."""
    for graph in store.named_graphs():
        for line in spell_quads(store.quads_for_pattern(None, None, None, graph)):
            yield line.removesuffix(_IN_SHARED) + " .\n" if graph == SHARED else line


def find_spellings(quads: Iterable[Quad]) -> Iterator[tuple[str, str]]:
    """The lines of quads that Oxigraph will spell otherwise, as it spells them and as they are.

    Where a quad is there in several spellings, the one that Oxigraph keeps is among them.
    """
    found = list(quads)
    other: set[Quad] = set()
    for s, p, o, name in found:
        held = hold_term(o)
        if held != o:
            other.add((s, p, held, name))
            yield spell_line((s, p, held, name)), spell_line((s, p, o, name))
    for quad in found if other else ():
        if quad in other:
            yield spell_line(quad), spell_line(quad)


def holds_line(store: ox.Store, line: str) -> bool:
    """Whether a quad is in the store, spelt as Oxigraph does."""
    s, p, o, name = read_line(line)
    (quad,) = ox.parse(f"{s} {p} {o} .\n".encode(), format=ox.RdfFormat.N_QUADS, lenient=True)
    graph: ox.NamedNode | ox.BlankNode = SHARED
    if name:
        graph = ox.NamedNode(name[1:-1]) if name.startswith("<") else ox.BlankNode(name[2:])
    return ox.Quad(quad.subject, quad.predicate, quad.object, graph) in store


def hold_term(term: str) -> str:
    """A literal or triple term as Oxigraph's database spells it.

    >>> hold_term('"01"^^<http://www.w3.org/2001/XMLSchema#integer>')
    '"1"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """
    typed = _TYPED.search(term) if term.endswith(">") else None
    if not typed or typed[1] in _AS_SPELT or (typed[1] == "integer" and _PLAIN_INTEGER.match(term)):
        return term
    return _hold_term(term)


@lru_cache(maxsize=1 << 14)
def _hold_term(term: str) -> str:
    store = ox.Store()
    store.load(f"<urn:x> <urn:x> {term} .\n".encode(), ox.RdfFormat.N_QUADS, lenient=True)
    (line,) = spell_quads(store)
    return read_line(line)[2]
