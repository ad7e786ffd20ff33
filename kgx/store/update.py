"""Bringing a store up to date: documents in and out, then what follows from them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from itertools import chain, groupby
from pathlib import Path
from typing import TypeAlias

import pyoxigraph as ox

from kgx.annotations import keep_sure
from kgx.errors import QueryError, WriteError
from kgx.graph.merge import Merges
from kgx.graph.rulings import parse_rulings
from kgx.iris import digest, document_iri
from kgx.rdf.provenance import Provenance
from kgx.rdf.quads import Quad, Triple
from kgx.rdf.rdf12 import to_rdf12
from kgx.rdf.stream import Survey, document_triples, shared_triples, survey_annotations
from kgx.rdf.terms import make_iri
from kgx.store.engine import FOLDER, erase_part, find_spellings, load_quads, open_engine
from kgx.store.records import (
    Part,
    Record,
    Records,
    close_parts,
    drop_annotations,
    get_annotation,
    list_annotations,
    list_parts,
    list_records,
    list_sources,
    open_parts,
    open_records,
    put_annotations,
    read_settings,
    reset_parts,
    transact,
    write_settings,
)
from kgx.store.settings import Settings, read_store_settings
from kgx.store.versions import hash_document, name_writer
from kgx.types import Annotation, Document

Annotate: TypeAlias = Callable[[Iterable[Document]], Iterable[Annotation]]

_TOGETHER = 32
"""Annotations that are put on disk together."""

_TO_ENGINE = 200_000
"""Quads that go to Oxigraph together."""


@dataclass(slots=True)
class Update:
    """A store that is being brought up to date, with counts of what was done.

    Attributes:
        added, replaced, unchanged, removed: Documents.
        written: Parts (graphs of documents, subjects of the default graph) that were rewritten.
        seen: The ids of all documents that were offered.
    """

    path: Path
    records: Records
    settings: Settings
    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    removed: int = 0
    written: int = 0
    seen: set[str] = field(default_factory=set)


@contextmanager
def open_update(path: str | Path, settings: Settings | None = None) -> Iterator[Update]:
    """A store to change, with nobody else in it; made if it is missing.

    `settle_store` has to follow the last change.

    Args:
        path: Its folder.
        settings: By default those it has.

    Raises:
        QueryError: It is in use, damaged, or of another format.
        WriteError: It cannot be written, or was made from RDF and has no annotations.
    """
    folder = Path(path)
    with open_records(folder, write=True) as records:
        found = read_settings(records)
        if found.get("content") == "rdf":
            raise WriteError(
                f"{path}: a store made from RDF, which has no annotations: kgx extract needs one "
                "of its own"
            )
        settings = settings or read_store_settings(found)
        with transact(records):
            write_settings(records, {name: str(value) for name, value in asdict(settings).items()})
        if not (folder / FOLDER).exists():
            reset_parts(records)
        yield Update(folder, records, settings)


def update_store(
    path: str | Path,
    documents: Iterable[Document],
    annotate: Annotate,
    *,
    annotator: str = "",
    settings: Settings | None = None,
    prune: Callable[[], bool] = lambda: False,
) -> Update:
    """Add documents to a store, replace those that changed, and make what follows from them.

    Interrupted, it leaves a store that the same call completes.

    Args:
        path: The folder of the store; it is made if it is missing.
        documents: As `add_documents`.
        annotate: As `add_documents`; say ``lambda documents: kgx.annotate(documents, nlp)``.
        annotator: As `add_documents`.
        settings: As `open_update`.
        prune: Asked when all documents are read, whether those that were not among them go.

    Raises:
        QueryError: As `open_update`.
        WriteError: As `open_update`.
    """
    with open_update(path, settings) as update:
        for _ in add_documents(update, documents, annotate, annotator):
            pass
        if update.seen and prune():
            remove_from(update, list_sources(update.records).keys() - update.seen)
        settle_store(update)
    return update


def add_documents(
    update: Update, documents: Iterable[Document], annotate: Annotate, annotator: str
) -> Iterator[Annotation]:
    """Annotate and keep the documents that are new or changed; yields their annotations.

    They are safe on disk a few at a time: an update that is cut off has only the rest to do.

    Args:
        update: From `open_update`.
        documents: Read lazily.
        annotate: Called once, and only if there is something to annotate.
        annotator: What tells one way of annotating from another, as `name_annotator` makes it:
            where it changes, all documents are annotated again.
    """
    known = list_sources(update.records)
    sources: dict[str, str] = {}
    changed = _choose_changed(update, documents, known, sources, annotator)
    first = next(changed, None)
    if first is None:
        return
    ready: list[tuple[str, Annotation]] = []
    for annotation in annotate(chain([first], changed)):
        ready.append((sources.pop(annotation.id), annotation))
        if annotation.id in known:
            update.replaced += 1
        else:
            update.added += 1
        if len(ready) >= _TOGETHER:
            put_annotations(update.records, ready)
            ready.clear()
        yield annotation
    put_annotations(update.records, ready)


def _choose_changed(
    update: Update,
    documents: Iterable[Document],
    known: dict[str, str],
    sources: dict[str, str],
    annotator: str,
) -> Iterator[Document]:
    for document in documents:
        update.seen.add(document.id)
        source = hash_document(document, annotator)
        if known.get(document.id) == source:
            update.unchanged += 1
        else:
            sources[document.id] = source
            yield document


def remove_from(update: Update, ids: Iterable[str]) -> None:
    """Take documents out; those that are not there are passed over."""
    known = list_sources(update.records)
    gone = sorted(set(ids) & known.keys())
    drop_annotations(update.records, gone)
    update.removed += len(gone)


def remove_documents(path: str | Path, ids: Iterable[str]) -> Update:
    """Take documents out of a store and bring it up to date.

    Raises:
        QueryError: There is no such store, or no such document in it.
    """
    if not Path(path).is_dir():
        raise QueryError(f"{path}: no store of kgx")
    with open_update(path) as update:
        known = list_sources(update.records)
        for id_ in (wanted := list(ids)):
            if id_ not in known:
                raise QueryError(f"{path}: no document {id_!r}: kgx store list names them")
        remove_from(update, wanted)
        settle_store(update)
    return update


def settle_store(update: Update) -> None:
    """Make Oxigraph hold what the annotations say, rewriting only what differs.

    Raises:
        WriteError: The disk is full.
        QueryError: The Oxigraph database is damaged or in use.
    """
    held = list_parts(update.records)
    survey = _survey(update)
    seen: set[Part] = set()
    with open_engine(update.path, write=True) as engine:
        writer = _Writer(update, engine, held)
        for part, hash_, make in chain(_subjects(survey), _graphs(update, survey)):
            seen.add(part)
            if held.get(part) != hash_:
                writer.add(part, hash_, make())
        for part in held:
            if part not in seen:
                writer.add(part, None, ())
        writer.write()


def _survey(update: Update) -> Survey:
    settings = update.settings
    return survey_annotations(
        _list_annotations(update),
        base=settings.base,
        rulings=parse_rulings(settings.rulings, "rulings"),
        apart=settings.apart,
    )


_Wanted: TypeAlias = tuple[Part, str, Callable[[], Iterable[Triple]]]


def _list_annotations(update: Update) -> Iterator[Annotation]:
    least = update.settings.min_confidence
    return (keep_sure(annotation, least) for annotation in list_annotations(update.records))


def _subjects(survey: Survey) -> Iterator[_Wanted]:
    """What is said of each subject in the default graph."""
    for subject, group in groupby(shared_triples(survey), key=lambda triple: triple[0]):
        triples = list(group)
        yield ("subject", subject), digest(repr(triples)), triples.copy


def _graphs(update: Update, survey: Survey) -> Iterator[_Wanted]:
    """What is in the graph of each document."""
    settings = update.settings
    shown = replace(settings, apart=False, rulings="")  # these show in what is merged
    for record in list_records(update.records):
        name = make_iri(document_iri(record.id, settings.base))
        merged = repr(_list_merged(record, survey.merges))
        hash_ = digest(record.hash, merged, repr(shown), name_writer())
        yield ("graph", name), hash_, _make_graph(update, survey, record.id)


def _list_merged(record: Record, merges: Merges) -> tuple[object, object]:
    """What merging does to a document."""
    renamed = merges.rename(record.id, sorted(set(record.entities)))
    return renamed, merges.joined.get(record.id, ())


def _make_graph(update: Update, survey: Survey, id_: str) -> Callable[[], Iterable[Triple]]:
    def make() -> Iterable[Triple]:
        settings = update.settings
        annotation = keep_sure(get_annotation(update.records, id_), settings.min_confidence)
        base = settings.base
        provenance = Provenance(settings.provenance, settings.model, settings.annotator)
        triples = document_triples(
            annotation, survey, base, speakers=settings.speakers, provenance=provenance
        )
        return to_rdf12(triples) if settings.form == "1.2" else triples

    return make


class _Writer:
    """Writes parts to Oxigraph, many together: noted as open before, as closed after."""

    def __init__(self, update: Update, engine: ox.Store, held: dict[Part, str | None]) -> None:
        self._update, self._engine, self._held = update, engine, held
        self._hashes: dict[Part, str | None] = {}
        self._quads: list[Quad] = []
        self._spellings: list[tuple[Part, str, str]] = []

    def add(self, part: Part, hash_: str | None, triples: Iterable[Triple]) -> None:
        name = part[1] if part[0] == "graph" else ""
        quads = [(s, p, o, name) for s, p, o in triples]
        self._hashes[part] = hash_
        self._quads += quads
        self._spellings += [(part, held, exact) for held, exact in find_spellings(quads)]
        if len(self._quads) >= _TO_ENGINE:
            self.write()

    def write(self) -> None:
        if not self._hashes:
            return
        records = self._update.records
        open_parts(records, self._hashes)
        for part in self._hashes:
            if part in self._held:
                erase_part(self._engine, part)
        load_quads(self._engine, self._quads)
        self._engine.flush()
        close_parts(records, self._hashes, self._spellings)
        self._update.written += len(self._hashes)
        self._hashes, self._quads, self._spellings = {}, [], []
