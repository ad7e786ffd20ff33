"""How much annotating costs beside the bare spaCy pipeline."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from kgx.annotate.annotation import to_annotation
from kgx.annotate.load import MODEL, load, load_model
from kgx.annotate.run import annotate, spare_collector, start_doc
from kgx.errors import KgxError
from kgx.types import Document

if TYPE_CHECKING:
    from spacy.language import Language


_SAYING = frozenset({"kgx_propositions", "kgx_standing", "kgx_claims", "kgx_learned"})
"""The components that read what is said off the parse."""


@dataclass(frozen=True, slots=True)
class Speed:
    """Medians over the rounds, in seconds for all documents.

    Attributes:
        bare: The spaCy pipeline alone, as its makers ship it.
        full: `annotate`, which runs the same model and the components of kgx.
        ratio: How many times the bare pipeline annotating costs: the median over the rounds, in
            each of which both ran under the same load.
        components: What every component of the full pipeline takes, in its order, and at the end
            the making of annotations.
    """

    documents: int
    words: int
    rounds: int
    bare: float
    full: float
    ratio: float
    components: dict[str, float]


def measure_speed(
    documents: Iterable[Document],
    *,
    model: str = MODEL,
    kb: str | Path | None = None,
    rounds: int = 5,
) -> Speed:
    """Time both pipelines over the same documents, taking turns in one process.

    A first round warms both up and is not counted.

    Raises:
        KgxError: There are no documents.
    """
    corpus = list(documents)
    if not corpus:
        raise KgxError("no documents to measure with")
    nlp, plain = load(model, kb=kb), load_model(model)
    _time_bare(corpus, plain)
    _time_full(corpus, nlp)
    spare_collector()  # as kgx extract does
    bares, fulls, parts = [], [], []
    for _ in range(rounds):
        bares.append(_time_bare(corpus, plain))
        fulls.append(_time_full(corpus, nlp))
        parts.append(time_components(corpus, nlp))
    return Speed(
        documents=len(corpus),
        words=sum(len(document.text.split()) for document in corpus),
        rounds=rounds,
        bare=median(bares),
        full=median(fulls),
        ratio=median(full / bare for full, bare in zip(fulls, bares, strict=True)),
        components={name: median(part[name] for part in parts) for name in parts[0]},
    )


def say_speed(speed: Speed) -> str:
    """The figures as lines of text."""
    rounds = f"{speed.rounds} rounds" if speed.rounds > 1 else "1 round"
    lines = [
        f"{speed.documents:,} documents, {speed.words:,} words, median of {rounds}",
        f"bare spaCy {speed.bare:8.3f} s {speed.words / speed.bare:8,.0f} words/s",
        f"kgx        {speed.full:8.3f} s {speed.words / speed.full:8,.0f} words/s",
        f"ratio      {speed.ratio:8.2f}",
        "",
    ]
    whole = sum(speed.components.values())
    wide = max(map(len, speed.components))
    lines += [
        f"{name:<{wide}} {seconds:8.3f} s {seconds / whole:6.1%}"
        for name, seconds in speed.components.items()
    ]
    model = sum(s for name, s in speed.components.items() if not is_ours(name))
    said = sum(s for name, s in speed.components.items() if name in _SAYING)
    lines += [
        "",
        "one document at a time, in the time of spaCy's own components:",
        f"all of kgx               {(whole - model) / model:6.2f}",
        f"propositions and claims  {said / model:6.2f}",
    ]
    return "\n".join(lines)


def is_ours(component: str) -> bool:
    """True for a component of kgx, and the making of annotations."""
    return component.startswith("kgx_") or component == "to_annotation"


def _time_bare(corpus: list[Document], nlp: Language) -> float:
    return _time(lambda: sum(1 for _ in nlp.pipe(d.text for d in corpus)))


def _time_full(corpus: list[Document], nlp: Language) -> float:
    return _time(lambda: sum(1 for _ in annotate(corpus, nlp)))


def _time(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def time_components(
    corpus: list[Document], nlp: Language, clock: Callable[[], float] = time.perf_counter
) -> dict[str, float]:
    """Seconds in every component by a clock, document by document."""
    spent = dict.fromkeys(("tokenizer", *nlp.pipe_names, "to_annotation"), 0.0)
    for document in corpus:
        before = clock()
        doc = start_doc(document, nlp)
        spent["tokenizer"] += clock() - before
        for name, component in nlp.pipeline:
            before = clock()
            doc = component(doc)
            spent[name] += clock() - before
        before = clock()
        to_annotation(doc)
        spent["to_annotation"] += clock() - before
    return spent
