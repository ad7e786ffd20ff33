"""Annotations to quads and files as a stream, for corpora that no memory holds.

The quads of a document are a function of its annotation and of the table of merges alone. So
annotations are read twice, once for the table and once for the quads, and no more is held in
memory than the table and one document. The quads are those of ``to_rdf(build_graph(annotations))``.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import IO, BinaryIO, TypeAlias, cast

import pyoxigraph as ox

from kgx.atomic import open_atomic
from kgx.errors import WriteError
from kgx.graph.build import find_base, read_claims, source_of
from kgx.graph.merge import Merges, apply_merges, merge_table
from kgx.graph.rulings import Ruling
from kgx.iris import BASE
from kgx.rdf.formats import FORMATS, format_of
from kgx.rdf.provenance import CLAIMS, Provenance
from kgx.rdf.quads import (
    Quad,
    Triple,
    claim_triples,
    entity_triples,
    event_triples,
    join_triple,
    mention_triple,
    merge_triples,
    predicate_triples,
    source_triples,
)
from kgx.rdf.terms import make_iri
from kgx.rdf.xml import mend_triple
from kgx.types import Annotation

Target: TypeAlias = str | Path | IO[bytes]

_LINES = 4096
"""Lines that go to a file, or to Oxigraph, together."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What the quads of a document need to know of all documents.

    Attributes:
        merges: The entities.
        predicates: The triples that name a coined predicate and what it is a kind of, by its IRI.
        base: What IRIs begin with where a document does not show it.
    """

    merges: Merges
    predicates: Mapping[str, tuple[Triple, ...]]
    base: str = BASE


@dataclass(slots=True)
class _Notes:
    bases: set[str] = field(default_factory=set)
    predicates: dict[str, dict[Triple, None]] = field(default_factory=dict)


def survey_annotations(
    annotations: Iterable[Annotation],
    *,
    base: str | None = None,
    rulings: Sequence[Ruling] = (),
    apart: bool = False,
) -> Survey:
    """The survey of annotations, which are read once, lazily; their order changes nothing.

    ``rulings`` and ``apart`` are as in `merge_table`.
    """
    notes = _Notes({base} if base else set())
    merges = merge_table(_note(annotations, base, notes), rulings=rulings, apart=apart)
    names = {iri: tuple(sorted(triples)) for iri, triples in sorted(notes.predicates.items())}
    return Survey(merges, names, min(notes.bases, default=BASE))


def _note(
    annotations: Iterable[Annotation], base: str | None, notes: _Notes
) -> Iterator[Annotation]:
    """Pass annotations on, noting their bases and predicates."""
    for annotation in annotations:
        own = base or find_base(annotation)
        if own:
            notes.bases.add(own)
            note_predicates(annotation, own, notes.predicates)
        yield annotation


def note_predicates(
    annotation: Annotation, base: str, found: dict[str, dict[Triple, None]]
) -> None:
    """Add the triples about the coined predicates of an annotation, by their subject."""
    for claim in annotation.claims:
        for triple in predicate_triples((claim.predicate, *claim.predicates), base):
            found.setdefault(triple[0], {})[triple] = None


def stream_quads(
    annotations: Iterable[Annotation],
    *,
    base: str | None = None,
    speakers: bool = True,
    provenance: Provenance = CLAIMS,
    rulings: Sequence[Ruling] = (),
    apart: bool = False,
) -> Iterator[Quad]:
    """The quads of annotations, lazily: entities, names of predicates, then each document.

    Args:
        annotations: A collection that can be iterated twice, with one annotation a document.
        base: As in `build_graph`.
        speakers, provenance: As in `to_rdf`.
        rulings: As in `merge_table`.
        apart: As in `merge_table`.

    Raises:
        ValueError: ``annotations`` is an iterator, which cannot be read twice.
    """
    if iter(annotations) is annotations:
        raise ValueError("annotations are read twice: give a list or a file, not an iterator")
    survey = survey_annotations(annotations, base=base, rulings=rulings, apart=apart)
    for triple in shared_triples(survey):
        yield *triple, ""
    for annotation in annotations:
        own = base or find_base(annotation) or survey.base
        name = make_iri(source_of(annotation, own).iri)
        for triple in document_triples(
            annotation, survey, own, speakers=speakers, provenance=provenance
        ):
            yield *triple, name


def shared_triples(survey: Survey) -> Iterator[Triple]:
    """The triples of the default graph: entities, merges and names of predicates."""
    for iri, entity in survey.merges.entities.items():
        yield from dict.fromkeys(entity_triples(entity, survey.merges.mentions[iri]))
    for merge in survey.merges.merges:
        yield from merge_triples(merge, survey.base)
    for triples in survey.predicates.values():
        yield from triples


def document_triples(
    annotation: Annotation,
    survey: Survey,
    base: str,
    *,
    speakers: bool = True,
    provenance: Provenance = CLAIMS,
) -> dict[Triple, None]:
    """The triples of a document's graph, each once.

    Args:
        annotation: With the IRIs that it has by itself.
        survey: Of all documents.
        base: What the IRI of the document begins with.
        speakers, provenance: As in `to_rdf`.
    """
    source = source_of(annotation, base)
    merged = apply_merges(annotation, survey.merges)
    events, evidence = read_claims(merged, source)
    found = dict.fromkeys(source_triples(source, provenance))
    for entity in merged.entities:
        found[mention_triple(entity.id, source)] = None
    for merge in survey.merges.joined.get(annotation.id, ()):
        found[join_triple(merge, survey.base, source)] = None
    for event in events:
        found.update(dict.fromkeys(event_triples(event, provenance)))
    for item in evidence:
        found.update(dict.fromkeys(claim_triples(item, speakers=speakers, provenance=provenance)))
    return found


def write_stream(
    quads: Iterable[Quad],
    target: Target,
    format: str | None = None,
    *,
    prefixes: Mapping[str, str] | None = None,
) -> int:
    """Write quads as they come, holding little in memory, and return how many there were.

    TriG, N-Quads and JSON-LD keep the named graphs; the other formats write all graphs as one. In
    these, what several documents state is written once for each, which means the same.

    Args:
        quads: As `stream_quads` gives them.
        target: A path, written whole or not at all; ``-`` for standard output; an open binary file.
        format: A name or suffix of `FORMATS`; by default the suffix of ``target`` tells.
        prefixes: Prefix to namespace, for the formats that have prefixes.

    Raises:
        WriteError: The format is unknown, or ``target`` cannot be written.
    """
    named = isinstance(target, str | Path) and str(target) != "-"
    chosen = format_of(format or (str(target) if named else "nq"))
    lines = _Lines(quads if chosen in _DATASETS else _drop_graphs(quads))
    if not isinstance(target, str | Path):
        _write_format(lines, target, chosen, prefixes)
    elif str(target) == "-":
        _write_format(lines, sys.stdout.buffer, chosen, prefixes)
    else:
        with open_atomic(target) as file:
            try:
                _write_format(lines, _raw(file), chosen, prefixes)
                file.flush()
            except OSError as err:
                reason = err.strerror or err
                raise WriteError(f"{target}: cannot be written: {reason}") from err
    return lines.count


def _raw(file: IO[str]) -> BinaryIO:
    return cast("BinaryIO", cast("io.TextIOWrapper", file).buffer)


_DATASETS = {"nq", "trig", "jsonld"}
_NO_PREFIXES = {"nq", "nt"}


def _drop_graphs(quads: Iterable[Quad]) -> Iterator[Quad]:
    return ((s, p, o, "") for s, p, o, _ in quads)


class _Lines(io.RawIOBase):
    """Quads as a file of lines that is read in blocks; ``count`` of them have been taken."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.count = 0
        self._quads = iter(quads)
        self._rest = b""

    def blocks(self) -> Iterator[bytes]:
        """What is left, some thousand lines at a time."""
        while block := list(islice(self._quads, _LINES)):
            self.count += len(block)
            lines = [f"{s} {p} {o} {g} .\n" if g else f"{s} {p} {o} .\n" for s, p, o, g in block]
            yield "".join(lines).encode()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        if not self._rest:
            self._rest = next(self.blocks(), b"")
        size = min(len(buffer), len(self._rest))
        buffer[:size], self._rest = self._rest[:size], self._rest[size:]
        return size


def _write_format(
    lines: _Lines, file: BinaryIO | IO[bytes], format: str, prefixes: Mapping[str, str] | None
) -> None:
    if format in _NO_PREFIXES:
        file.writelines(lines.blocks())
        return
    quads = parse_lines(cast("BinaryIO", io.BufferedReader(lines, 1 << 20)))
    write_quads(quads, file, format, prefixes)


def parse_lines(file: BinaryIO) -> Iterator[ox.Quad]:
    """The quads of N-Quads that kgx spelt."""
    return ox.parse(file, format=ox.RdfFormat.N_QUADS, lenient=True)


def write_quads(
    quads: Iterable[ox.Quad],
    file: BinaryIO | IO[bytes],
    format: str,
    prefixes: Mapping[str, str] | None = None,
) -> None:
    """Write Oxigraph's quads with Oxigraph's writer of a format."""
    data: Iterable[ox.Quad] | Iterable[ox.Triple] = quads
    if format not in _DATASETS:
        triples = (quad.triple for quad in quads)
        data = map(mend_triple, triples) if format == "rdf" else triples
    names = None if format in _NO_PREFIXES else dict(prefixes or {})
    if not names or format not in _HEADED:
        ox.serialize(data, file, format=FORMATS[format], prefixes=names)
        return
    body = _Body(file)
    file.writelines(f"@prefix {p}: <{names[p]}> .\n".encode() for p in sorted(names))
    ox.serialize(data, cast("BinaryIO", body), format=FORMATS[format], prefixes=names)
    body.finish()


_HEADED = {"ttl", "trig"}


class _Body:
    """What Oxigraph writes after its prefixes, which it writes in no order."""

    def __init__(self, file: BinaryIO | IO[bytes]) -> None:
        self._file, self._head = file, b""
        self._started = False

    def write(self, data: bytes) -> int:
        if self._started:
            self._file.write(data)
            return len(data)
        self._head += data
        while self._head.startswith(b"@prefix ") and b"\n" in self._head:
            self._head = self._head.partition(b"\n")[2]
        if self._head and not b"@prefix ".startswith(self._head[:8]):
            self._started = True
            self._file.write(self._head)
        return len(data)

    def flush(self) -> None:
        self._file.flush()

    def finish(self) -> None:
        """Write what is held back."""
        if not self._started:
            self._file.write(self._head)
