"""RDF from any form to any other, without loss: stores, files, RDF 1.1 and 1.2."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeAlias

import pyoxigraph as ox

from kgx.annotations import read_annotations
from kgx.errors import WriteError
from kgx.graph.rulings import Ruling
from kgx.iris import BASE
from kgx.rdf.files import RdfSource, list_sources, parse_rdf
from kgx.rdf.formats import format_of, suffix_format
from kgx.rdf.quads import Quad, spell_line
from kgx.rdf.rdf12 import Form, change_form
from kgx.rdf.sort import read_line, sort_lines, spell_quads
from kgx.rdf.stream import Target, stream_quads, write_stream
from kgx.store.engine import find_spellings, holds_line, load_quads, open_engine
from kgx.store.reading import is_store, open_settled, read_lines, read_settings_of
from kgx.store.records import (
    FILE,
    Part,
    close_parts,
    open_records,
    read_settings,
    transact,
    write_settings,
)
from kgx.store.settings import read_store_settings
from kgx.store.update import open_update, settle_store
from kgx.types import Annotation
from kgx.vocab import prefixes

_CHUNK = 200_000
_BY_GRAPH = {"trig", "jsonld"}
_ONLY_11 = {"jsonld", "rdf"}

Sources: TypeAlias = RdfSource | Sequence[RdfSource]


def convert(
    source: Sources,
    target: Target,
    *,
    form: Form | None = None,
    format: str | None = None,
    to: str | None = None,
    base: str | None = None,
    rulings: Sequence[Ruling] = (),
    apart: bool = False,
) -> int:
    """Write RDF in another form, in bounded memory, and return how many quads there are.

    Files are sorted, and N-Quads are canonical: the same data gives the same bytes. Blank nodes are
    named as RDFC-1.0 does, which takes all quads into memory.

    Args:
        source: Stores, RDF files, or annotations (``.jsonl``); one or several.
        target: A file, ``-`` for standard output, an open binary file, or a folder that becomes a
            store: whatever has no suffix of an RDF format.
        form: Claims as statements (1.1) or as triple terms (1.2); by default as they are, but 1.1
            for JSON-LD and RDF/XML, which have no triple terms.
        format: Of the sources, where the suffix does not tell.
        to: Of the target, where the suffix does not tell; ``store`` for a store.
        base: What the prefixes ``ent:`` and so on stand for, where the source does not tell.
        rulings: What the user says of the entities of annotations, as in `merge_table`.
        apart: Whether the documents of annotations are left apart, as in `merge_table`.

    Raises:
        QueryError: A source cannot be read.
        WriteError: The target cannot be written, is a store already, or cannot hold the data.
    """
    sources = list_sources(source)
    chosen = _choose_format(target, to)
    reading = _Reading(format, tuple(rulings), apart)
    if chosen == "store":
        return _make_store(sources, Path(str(target)), form, reading)
    known: dict[str, str] = {}
    if form == "1.2" and chosen == "jsonld":
        raise WriteError("JSON-LD has no triple terms: take ttl, trig, nq or nt for RDF 1.2")
    lines = _list_lines(sources, reading, known)
    quads = _order(lines, form or ("1.1" if chosen in _ONLY_11 else None), chosen)
    first = list(islice(quads, 1))  # all is read by then, prefixes too
    names = {**prefixes(base or known.get("ent") or _find_base(sources)), **known}
    return write_stream(chain(first, quads), target, chosen, prefixes=names)


@dataclass(frozen=True, slots=True)
class _Reading:
    """How sources are read: their format, and how the entities of annotations are merged."""

    format: str | None = None
    rulings: tuple[Ruling, ...] = ()
    apart: bool = False


def read_quads(
    source: Sources, *, form: Form | None = None, format: str | None = None
) -> Iterator[Quad]:
    """The quads of sources, each once, by graph and subject, the default graph first.

    The arguments are those of `convert`. Memory is bounded.

    Raises:
        QueryError: A source cannot be read.
    """
    lines = _list_lines(list_sources(source), _Reading(format), {})
    if form is not None:
        lines = map(spell_line, change_form(_by_graph(lines), form))
    return _by_graph(lines)


def _choose_format(target: Target, to: str | None) -> str:
    if to == "store":
        return to
    if to is not None:
        return format_of(to)
    if not isinstance(target, str | Path) or str(target) == "-":
        return "nq"
    found = suffix_format(target)
    if found is None and (suffix := Path(target).suffix) not in ("", ".db", ".store", ".kgx"):
        raise WriteError(
            f"{target}: unknown RDF suffix {suffix!r}: name the format with --to, or store"
        )
    return found or "store"


def _find_base(sources: list[RdfSource]) -> str:
    for source in sources:
        if is_store(source):
            return read_settings_of(Path(str(source))).base
    return BASE


def _list_lines(
    sources: list[RdfSource], reading: _Reading, known: dict[str, str]
) -> Iterator[str]:
    """The lines of all sources; adds their prefixes to ``known``."""
    for number, source in enumerate(sources):
        tag = f"s{number}_" if len(sources) > 1 else ""
        yield from _read_source(source, reading, tag, known)


def _read_source(
    source: RdfSource, reading: _Reading, tag: str, known: dict[str, str]
) -> Iterator[str]:
    format = reading.format
    if is_store(source):
        yield from read_lines(Path(str(source)))
    elif format == "jsonl" or (format is None and str(source).endswith((".jsonl", ".jsonl.gz"))):
        found = _Annotations(source)
        quads = stream_quads(found, rulings=reading.rulings, apart=reading.apart)
        yield from map(spell_line, quads)
    else:
        parsed, names = parse_rdf(source, format)
        yield from spell_quads(map(_tag_blanks(tag), parsed) if tag else parsed)
        known |= names


class _Annotations:
    """A file of annotations, to be read more than once."""

    def __init__(self, source: RdfSource) -> None:
        self._source = source

    def __iter__(self) -> Iterator[Annotation]:
        if isinstance(self._source, str | Path) and str(self._source) != "-":
            return read_annotations(self._source)
        raise WriteError("annotations are read twice: give a file, not standard input")


def _tag_blanks(tag: str) -> Callable[[ox.Quad], ox.Quad]:
    """A function that keeps the blank nodes of one file apart from those of others."""

    def tag_term(term: Any) -> Any:
        if isinstance(term, ox.BlankNode):
            return ox.BlankNode(tag + term.value)
        return ox.Triple(*map(tag_term, term)) if isinstance(term, ox.Triple) else term

    return lambda quad: ox.Quad(*map(tag_term, quad))


def _order(lines: Iterator[str], form: Form | None, format: str) -> Iterator[Quad]:
    """The quads in the order in which a format is written, in the form that is wanted."""
    if form is not None:
        lines = map(spell_line, change_form(_by_graph(lines), form))
    if format in _BY_GRAPH:
        return _by_graph(lines)
    if format != "nq":
        lines = (spell_line((*read_line(line)[:3], "")) for line in lines)
    if format in ("nq", "nt"):
        return map(read_line, _canonize(lines))
    return map(read_line, sort_lines(lines))


def _by_graph(lines: Iterator[str]) -> Iterator[Quad]:
    """The quads sorted by graph, then subject; the default graph first."""
    quads = map(read_line, lines)
    keyed = (f"{name}\t{spell_line((s, p, o, name))}" for s, p, o, name in quads)
    return (read_line(line.partition("\t")[2]) for line in sort_lines(keyed))


def _canonize(lines: Iterator[str]) -> Iterator[str]:
    """The lines sorted, blank nodes named as RDFC-1.0 names them."""
    blank: list[str] = []
    ordered = sort_lines(_watch_blanks(lines, blank))
    first = list(islice(ordered, 1))  # all is read by then
    if not blank:
        yield from first
        yield from ordered
        return
    data = "".join(chain(first, ordered)).encode()
    quads = ox.Dataset(ox.parse(data, format=ox.RdfFormat.N_QUADS, lenient=True))
    quads.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    yield from sorted(spell_quads(quads))


def _watch_blanks(lines: Iterator[str], found: list[str]) -> Iterator[str]:
    """Pass lines on, adding to ``found`` if there is a blank node among their terms."""
    for line in lines:
        if "_:" in line and not found:
            s, _, o, name = read_line(line)
            terms = (s, *(o[4:].split(" ") if o.startswith("<<(") else [o]), name)
            found.extend(term for term in terms if term.startswith("_:"))
        yield line


def _make_store(
    sources: list[RdfSource], target: Path, form: Form | None, reading: _Reading
) -> int:
    """A new store, whole or not at all."""
    if target.exists():
        raise WriteError(f"{target}: is there already: name a new folder for the store")
    partial = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        if (
            len(sources) == 1
            and is_store(sources[0])
            and _copy(Path(str(sources[0])), partial, form)
        ):
            count = sum(1 for _ in read_lines(partial))
        else:
            lines = _list_lines(sources, reading, {})
            if form is not None:
                lines = map(spell_line, change_form(_by_graph(lines), form))
            count = _load_store(lines, partial)
        partial.rename(target)
    except OSError as err:
        raise WriteError(f"{target}: cannot be written: {err.strerror or err}") from err
    finally:
        shutil.rmtree(partial, ignore_errors=True)
    return count


def _copy(source: Path, target: Path, form: Form | None) -> bool:
    """Copy the annotations of a store and what follows from them; False if it has none."""
    with open_settled(source) as records:
        found = read_settings(records)
        if found.get("content") == "rdf":
            return False
        target.mkdir(parents=True)
        with closing(sqlite3.connect(target / FILE)) as copy:
            records.backup(copy)
    settings = read_store_settings(found)
    with open_update(target, replace(settings, form=form or settings.form)) as update:
        settle_store(update)
    return True


def _load_store(lines: Iterator[str], path: Path) -> int:
    part: Part = ("graph", "")
    with open_records(path, write=True) as records, open_engine(path, write=True) as engine:
        with transact(records):
            write_settings(records, {"content": "rdf"})
        count, noted = 0, set[str]()
        while chunk := list(map(read_line, islice(lines, _CHUNK))):
            spellings = list(_note_spellings(engine, chunk, noted))
            load_quads(engine, chunk)
            count += len(chunk)
            close_parts(records, {part: "rdf"}, ((part, *pair) for pair in spellings))
        engine.flush()
        return count


def _note_spellings(
    engine: ox.Store, quads: list[Quad], noted: set[str]
) -> Iterator[tuple[str, str]]:
    """What `find_spellings` finds, minding the quads that came before.

    Args:
        engine: What is loaded so far.
        quads: What comes next.
        noted: The lines, as Oxigraph spells them, that have an entry; is added to.
    """
    for quad in quads if noted else ():
        if (line := spell_line(quad)) in noted:
            yield line, line
    for held, exact in find_spellings(quads):
        if held not in noted and holds_line(engine, held):
            yield held, held
        noted.add(held)
        yield held, exact
