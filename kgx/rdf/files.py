"""RDF to files and back, by suffix or name of the format."""

from __future__ import annotations

import gzip
import io
import re
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import IO, BinaryIO, TypeAlias, cast

import pyoxigraph as ox
import rdflib
from rdflib import Dataset

from kgx.annotations import read_annotations
from kgx.atomic import open_atomic
from kgx.errors import QueryError, WriteError
from kgx.graph.build import Graph, build_graph
from kgx.rdf.formats import FORMATS, find_format, format_of, suffix_format
from kgx.rdf.jsonld import write_jsonld
from kgx.rdf.lines import write_nquads, write_ntriples
from kgx.rdf.oxigraph import list_quads, load_terms
from kgx.rdf.provenance import CLAIMS, Provenance
from kgx.rdf.quads import spell_line
from kgx.rdf.rdf12 import Form, change_form
from kgx.rdf.read import from_quads
from kgx.rdf.stream import write_stream
from kgx.rdf.turtle import write_trig, write_turtle
from kgx.rdf.write import bind_prefixes, graph_quads, load_quads, spell_graph
from kgx.rdf.xml import write_xml
from kgx.vocab import prefixes

__all__ = [
    "FORMATS",
    "format_of",
    "parse_rdf",
    "read_graph",
    "read_rdf",
    "write_graph",
    "write_rdf",
]

RdfSource: TypeAlias = str | Path | BinaryIO

_WRITERS = {
    "ttl": write_turtle,
    "nt": write_ntriples,
    "nq": write_nquads,
    "trig": write_trig,
    "jsonld": write_jsonld,
    "rdf": write_xml,
}


def write_rdf(
    data: rdflib.Graph,
    target: str | Path | IO[str] | None = None,
    format: str | None = None,
) -> str | None:
    """Write RDF, the same bytes for the same triples.

    Args:
        data: A graph or a dataset. TriG and N-Quads keep its named graphs; the other formats
            write all its graphs as one.
        target: A path, written whole or not at all; ``-`` for standard output; an open text file;
            None to get the text back.
        format: A name or suffix of `FORMATS`; by default the suffix of ``target`` tells, and
            Turtle where there is none.

    Raises:
        WriteError: The format is unknown, or ``target`` cannot be written.

    >>> graph = rdflib.Graph().parse(data="<urn:b> <urn:p> 1 . <urn:a> <urn:p> 2 .")
    >>> print(write_rdf(graph), end="")
    <urn:a> <urn:p> 2 .
    <BLANKLINE>
    <urn:b> <urn:p> 1 .
    """
    names = {prefix: str(namespace) for prefix, namespace in data.namespaces()}
    return _write(_WRITERS[_choose_format(target, format)](list_quads(data), names), target)


def write_graph(
    graph: Graph,
    target: str | Path | IO[str] | None = None,
    format: str | None = None,
    *,
    base: str | None = None,
    speakers: bool = True,
    provenance: Provenance = CLAIMS,
    form: Form = "1.1",
    further: Mapping[str, str] | None = None,
) -> str | None:
    """Write a graph as RDF: the bytes `write_rdf` writes of `to_rdf`, in half the time.

    The arguments and errors are theirs; ``form`` is whether claims are statements (RDF 1.1) or
    triple terms (RDF 1.2), which Oxigraph writes; ``further`` are prefixes, with their namespaces,
    for what kgx has none for.
    """
    chosen = _choose_format(target, format)
    names = _bind(base or graph.graph["base"], further or {})
    if form == "1.2":
        return _write(_write_rdf12(graph, chosen, names, speakers, provenance), target)
    if chosen in ("nq", "nt"):
        spelt = spell_graph(graph, speakers=speakers, provenance=provenance)
        lines = {spell_line(quad if chosen == "nq" else (*quad[:3], "")) for quad in spelt}
        return _write(iter(sorted(lines)), target)
    return _write(
        _WRITERS[chosen](graph_quads(graph, speakers=speakers, provenance=provenance), names),
        target,
    )


def _bind(base: str, further: Mapping[str, str]) -> dict[str, str]:
    """Prefixes of kgx, and of others those that clash with none of them."""
    own = prefixes(base)
    known = set(own.values())
    return {p: n for p, n in further.items() if p not in own and n not in known} | own


def _write_rdf12(
    graph: Graph, format: str, names: dict[str, str], speakers: bool, provenance: Provenance
) -> Iterator[str]:
    if format in ("jsonld", "rdf"):
        raise WriteError(f"{format} for RDF 1.2: take ttl, trig, nq or nt, which have triple terms")
    quads = sorted(
        set(spell_graph(graph, speakers=speakers, provenance=provenance)),
        key=lambda q: (q[3], *q[:3]),
    )
    file = io.BytesIO()
    write_stream(change_form(quads, "1.2"), file, format, prefixes=names)
    text = file.getvalue().decode()
    if format not in ("nq", "nt"):
        return iter([text])
    return (f"{line}\n" for line in sorted(set(text.split("\n"))) if line)


def _choose_format(target: str | Path | IO[str] | None, format: str | None) -> str:
    named = isinstance(target, str | Path) and str(target) != "-"
    return format_of(format or (str(target) if named else "ttl"))


def _write(pieces: Iterator[str], target: str | Path | IO[str] | None) -> str | None:
    if target is None:
        return "".join(pieces)
    if not isinstance(target, str | Path):
        target.writelines(pieces)
    elif str(target) == "-":
        sys.stdout.writelines(pieces)
    else:
        with open_atomic(target) as file:
            file.writelines(pieces)
    return None


def read_rdf(source: RdfSource | Sequence[RdfSource], format: str | None = None) -> Dataset:
    """Read RDF files into one dataset, its default graph the union of all.

    Args:
        source: Paths (also ``.gz``), ``-`` for standard input, open binary files, or a list of
            such.
        format: Where the suffix does not tell; standard input is Turtle by default.

    Raises:
        QueryError: A file is missing, of unknown format, or malformed; names file and line.

    >>> from io import BytesIO
    >>> len(read_rdf(BytesIO(b"<urn:a> <urn:p> 1, 2 .")))
    2
    """
    dataset = Dataset(default_union=True)
    sources = list_sources(source)
    for one in sources:
        quads, names = parse_rdf(one, format, rename=len(sources) > 1)
        load_quads(dataset, load_terms(quads))
        bind_prefixes(dataset, names)
    return dataset


def list_sources(source: RdfSource | Sequence[RdfSource]) -> list[RdfSource]:
    """One or several sources as a list."""
    if isinstance(source, Sequence) and not isinstance(source, str):
        return list(source)
    return [source]


def parse_rdf(
    source: RdfSource, format: str | None = None, *, rename: bool = False
) -> tuple[Iterator[ox.Quad], dict[str, str]]:
    """The quads of a source, lazily, and its prefixes, complete when the quads are read.

    Args:
        source: As `read_rdf`, but one.
        format: As `read_rdf`.
        rename: Whether to give blank nodes new labels, so that those of several sources, which
            may be called the same, stay apart.

    Raises:
        QueryError: As `read_rdf`; what is malformed is found while reading.
    """
    name = _source_name(source)
    known = find_format(format) if format else _guess_format(source)
    if known is None:
        if isinstance(source, str | Path) and not Path(source).exists():
            raise QueryError(f"{name}: cannot be read: No such file or directory")
        given = f"format {format!r}" if format else "suffix"
        raise QueryError(f"{name}: unknown RDF {given}: name one of {', '.join(FORMATS)}")
    names: dict[str, str] = {}
    return _parse(_open_source(source), name, known, names, rename), names


def _source_name(source: RdfSource) -> str:
    if isinstance(source, str | Path):
        return "<stdin>" if str(source) == "-" else str(source)
    return str(getattr(source, "name", "<stream>"))


def _guess_format(source: RdfSource) -> str | None:
    if isinstance(source, str | Path) and str(source) != "-":
        return suffix_format(source)
    return "ttl"


def _open_source(source: RdfSource) -> BinaryIO:
    if not isinstance(source, str | Path):
        return source
    if str(source) == "-":
        return sys.stdin.buffer
    path = Path(source)
    try:
        if path.suffix == ".gz":
            return cast("BinaryIO", gzip.open(path))
        return path.open("rb")
    except OSError as err:
        raise QueryError(f"{path}: cannot be read: {err.strerror}") from err


def _parse(
    file: BinaryIO, name: str, format: str, names: dict[str, str], rename: bool
) -> Iterator[ox.Quad]:
    base = Path(name).resolve().as_uri() if Path(name).is_file() else "urn:x-kgx:"
    try:
        quads = ox.parse(file, format=FORMATS[format], base_iri=base, rename_blank_nodes=rename)
        yield from quads
    except (SyntaxError, ValueError, OSError, EOFError, zlib.error) as err:
        raise QueryError(_parse_message(err, name, format)) from err
    names.update(quads.prefixes)


def _parse_message(err: Exception, name: str, format: str) -> str:
    if not isinstance(err, SyntaxError):
        return f"{name}: cannot be read: {getattr(err, 'strerror', None) or err}"
    reason = re.sub(r"^Parser error at line .*?: ", "", " ".join(str(err.msg).split()))
    where = f", line {err.lineno}" if err.lineno else ""
    return f"{name}{where}: not {format}: {reason}"


def read_graph(source: RdfSource | Sequence[RdfSource], format: str | None = None) -> Graph:
    """The graph of RDF files as kgx writes them, or of annotations (``.jsonl``).

    Raises:
        QueryError: As `read_rdf` and `from_rdf`.
        ReadError: As `read_annotations`.
    """
    sources = list_sources(source)
    if sources and all(_is_annotations(one, format) for one in sources):
        return build_graph(chain.from_iterable(map(read_annotations, sources)))
    return from_quads(chain.from_iterable(load_terms(parse_rdf(one, format)[0]) for one in sources))


def _is_annotations(source: RdfSource, format: str | None) -> bool:
    if format is not None:
        return format == "jsonl"
    return str(source).removesuffix(".gz").endswith(".jsonl")
