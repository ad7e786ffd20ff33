"""A corpus with annotations made beforehand, so that updating a store needs no model."""

from __future__ import annotations

import dataclasses
import multiprocessing.connection
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from graph_samples import TEXTS, make_annotations

from kgx.iris import claim_iri
from kgx.store import Settings, read_lines, update_store
from kgx.store.update import Update
from kgx.types import Annotation, Document


def make_documents(count: int = 3, *, day: str | None = None) -> list[Document]:
    """Documents with the three sample texts in turn; ``day`` makes other documents of them."""
    texts = list(TEXTS.items())
    return [
        Document(f"{number // 3}-{id_}" if number >= 3 else id_, text, date=day)
        for number in range(count)
        for id_, text in [texts[number % 3]]
    ]


SAMPLES = {annotation.id: annotation for annotation in make_annotations()}


def annotate(documents: Iterable[Document]) -> Iterator[Annotation]:
    """What the pipeline would say of `make_documents`."""
    for document in documents:
        sample = SAMPLES.get(document.id) or SAMPLES[document.id.partition("-")[2]]
        claims = [
            dataclasses.replace(claim, id=claim_iri(document.id, claim.id))
            for claim in sample.claims
        ]
        yield dataclasses.replace(sample, id=document.id, date=document.date, claims=tuple(claims))


def put(
    path: Path, documents: Iterable[Document], *, prune: bool = False, **settings: object
) -> Update:
    chosen = Settings(**settings)  # type: ignore[arg-type]
    return update_store(path, documents, annotate, settings=chosen, prune=lambda: prune)


def lines(path: Path) -> list[str]:
    """The quads of a store, sorted."""
    return sorted(read_lines(path))


def work(path: Path, count: int, pipe: multiprocessing.connection.Connection) -> None:
    """Update a store in a process that may be killed, telling when it begins and ends."""
    documents = make_documents(count)[count // 4 :] + make_documents(count // 8, day="2024-07-01")
    pipe.send("begun")
    start = time.perf_counter()
    put(path, documents, prune=True)
    pipe.send(time.perf_counter() - start)
