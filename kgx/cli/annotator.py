"""What annotates in ``kgx extract``: a model and all that was chosen for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgx.errors import AnnotateError
    from kgx.rdf.provenance import Provenance
    from kgx.types import Annotation, Document


@dataclass(frozen=True, slots=True)
class Annotator:
    """What documents are annotated with, as the options of the command say.

    Attributes:
        model, base: None for those of kgx.
        jobs: How many processes work.
    """

    model: str | None
    base: str | None
    kb: Path | None
    ontology: Path | None
    rules: tuple[Path, ...]
    frames: Path | None
    jobs: int


def annotate_with(
    annotator: Annotator,
    documents: Iterable[Document],
    on_error: Callable[[AnnotateError], None],
) -> Iterator[Annotation]:
    """Load the pipeline, and annotate documents as they are asked for."""
    from kgx.annotate.load import MODEL, load
    from kgx.annotate.run import annotate, spare_collector
    from kgx.iris import BASE

    nlp = load(
        annotator.model or MODEL,
        base=annotator.base or BASE,
        kb=annotator.kb,
        ontology=annotator.ontology,
        rules=annotator.rules,
        frames=annotator.frames,
    )
    spare_collector()
    return annotate(documents, nlp, jobs=annotator.jobs, on_error=on_error)


def name_settings(annotator: Annotator) -> str:
    """A name for model and settings: other ones give other annotations."""
    from kgx.annotate.learned.rules import read_rules
    from kgx.annotate.load import MODEL
    from kgx.annotate.words.lexicon import add_frames, load_lexicon
    from kgx.iris import BASE
    from kgx.kb import Kb
    from kgx.store import name_annotator

    further = "".join(repr(read_rules(path)) for path in annotator.rules)
    if annotator.frames is not None:
        further += repr(add_frames(load_lexicon(), annotator.frames).frames)
    seal = (Kb(annotator.kb).seal if annotator.kb is not None else "") + further
    return name_annotator(
        annotator.model or MODEL, annotator.base or BASE, seal, annotator.ontology
    )


def make_provenance(level: str, annotator: Annotator) -> Provenance:
    """What to tell; the names of model and settings only where all is told."""
    from kgx.rdf.provenance import Provenance

    if level != "full":
        return Provenance("none" if level == "none" else "claims")
    from kgx.annotate.load import MODEL
    from kgx.store import name_model

    return Provenance("full", name_model(annotator.model or MODEL), name_settings(annotator))
