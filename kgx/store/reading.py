"""What is in a store: its quads exactly, its annotations, and Oxigraph to ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import pyoxigraph as ox
import rdflib

from kgx.annotations import keep_sure
from kgx.graph.build import Graph, build_graph
from kgx.graph.rulings import parse_rulings
from kgx.rdf.files import RdfSource, list_sources, parse_rdf, read_graph
from kgx.rdf.oxigraph import load_terms
from kgx.rdf.read import from_quads
from kgx.store.engine import explain_engine, list_lines, open_engine
from kgx.store.records import (
    FILE,
    Records,
    is_settled,
    list_annotations,
    open_records,
    read_settings,
    read_spellings,
)
from kgx.store.settings import Settings, read_store_settings
from kgx.store.update import open_update, settle_store
from kgx.types import Annotation


def is_store(source: object) -> bool:
    """Whether this is the path of a store."""
    return isinstance(source, str | Path) and (Path(source) / FILE).is_file()


@contextmanager
def open_settled(path: str | Path) -> Iterator[Records]:
    """The records of a store, to read; an update that was cut off is finished first.

    Raises:
        QueryError: There is no store, or it is in use, damaged, or of another format.
    """
    with open_records(Path(path)) as records:
        whole = is_settled(records)
        if whole:
            yield records
    if not whole:
        with open_update(path) as update:
            settle_store(update)
        with open_records(Path(path)) as records:
            yield records


@contextmanager
def open_oxigraph(path: str | Path) -> Iterator[ox.Store]:
    """The Oxigraph database of a store, to read, while nobody writes.

    Its default graph holds all triples.

    Example:
        >>> from kgx.store import open_oxigraph
        >>> with open_oxigraph("news.db") as store:  # doctest: +SKIP
        ...     store.query("SELECT ...")

    Raises:
        QueryError: As `open_settled`.
    """
    with open_settled(path), open_engine(Path(path)) as store:
        yield store


def read_lines(path: str | Path) -> Iterator[str]:
    """The quads of a store as lines of N-Quads, exactly as they were, in no order; lazily."""
    folder = Path(path)
    with open_settled(folder) as records, open_engine(folder) as store, explain_engine(folder):
        spellings = read_spellings(records)
        for line in list_lines(store):
            exact = spellings.get(line)
            if exact:
                yield from exact
            else:
                yield line


def read_settings_of(path: str | Path) -> Settings:
    """The settings of a store."""
    with open_records(Path(path)) as records:
        return read_store_settings(read_settings(records))


def read_content(path: str | Path) -> str:
    """What a store was made from: ``rdf``, or ``annotations``, which extracting made."""
    with open_records(Path(path)) as records:
        return read_settings(records).get("content", "annotations")


def read_stored(path: str | Path) -> Iterator[Annotation]:
    """The annotations of a store by document id, lazily, less the claims it leaves out."""
    with open_records(Path(path)) as records:
        least = read_store_settings(read_settings(records)).min_confidence
        for annotation in list_annotations(records):
            yield keep_sure(annotation, least)


def read_any_graph(source: RdfSource, format: str | None = None) -> Graph:
    """The graph of a store or of a file, as `read_graph` reads it.

    Raises:
        QueryError: As `read_graph` and `open_settled`.
    """
    if not is_store(source):
        return read_graph(source, format)
    path = Path(str(source))
    with open_records(path) as records:
        found = read_settings(records)
    if found.get("content") == "rdf":
        return from_quads(load_terms(_parse(read_lines(path))))
    settings = read_store_settings(found)
    rulings = parse_rulings(settings.rulings, "rulings")
    return build_graph(read_stored(path), base=settings.base, rulings=rulings, apart=settings.apart)


def read_union(source: RdfSource | Sequence[RdfSource], format: str | None = None) -> rdflib.Graph:
    """The triples of all graphs of files and stores, as one rdflib graph in memory.

    What RDF 1.2 says with triple terms is said with ``rdf:Statement``.

    Raises:
        QueryError: As `read_graph` and `open_settled`.
    """
    union = rdflib.Graph()
    sources = list_sources(source)
    for one in sources:
        if is_store(one):
            quads = _parse(read_lines(str(one)))
        else:
            quads, _ = parse_rdf(one, format, rename=len(sources) > 1)
        for s, p, o, _ in load_terms(quads):
            union.add((s, p, o))
    return union


def _parse(lines: Iterator[str]) -> Iterator[ox.Quad]:
    while block := list(islice(lines, 4096)):
        data = "".join(block).encode()
        yield from ox.parse(data, format=ox.RdfFormat.N_QUADS, lenient=True)
