"""``annotate``: documents through the pipeline, in one process or several.

There is one code path: a batch goes through the pipeline in ``annotate_batch``, whichever process
that is in, and components look at one doc at a time; so neither the batch size nor the number of
processes changes what comes out.
"""

from __future__ import annotations

import gc
import itertools
import multiprocessing
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import nullcontext
from functools import partial
from multiprocessing.context import BaseContext
from typing import TYPE_CHECKING, Any

from kgx.annotate.annotation import to_annotation
from kgx.annotate.words.language import find_other_language
from kgx.annotate.words.layers import quicken_layers
from kgx.errors import AnnotateError, KgxError, RuleError
from kgx.types import Annotation, Document

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

Outcome = Annotation | AnnotateError
_AHEAD = 3  # batches on their way to or in each worker
_COMMON = 30_000  # words of the vocabulary after which those of a batch are freed with it
_SELDOM = 20_000  # objects that are made, and not freed, between looks for garbage
_FULL = 20_000  # characters that make a batch full: the model works faster on many words at once


def annotate(
    documents: Iterable[Document],
    nlp: Language,
    *,
    jobs: int = 1,
    batch_size: int = 64,
    on_error: Callable[[AnnotateError], None] | None = None,
) -> Iterator[Annotation]:
    """Annotate documents, lazily and in their order.

    Args:
        nlp: A pipeline from `load`.
        jobs: Processes to work in; 1 works in this one.
        batch_size: Documents that go through a component together, fewer where they are long; the
            results do not depend on it.
        on_error: Called for a document that cannot be annotated, which is then skipped; without it
            the error is raised.

    Raises:
        AnnotateError: A document is longer than ``nlp.max_length`` characters, is clearly not in
            English, or a component failed on it, and there is no ``on_error``.
        RuleError: A component reads a data file that is broken.
        KgxError: A worker died.
        ValueError: ``jobs`` or ``batch_size`` is less than 1.

    Example:
        >>> import kgx
        >>> document = kgx.Document("note", "Ada Lovelace was born in London.")
        >>> [annotation.id for annotation in kgx.annotate([document], kgx.load())]
        ['note']
    """
    if jobs < 1 or batch_size < 1:
        raise ValueError(f"jobs ({jobs}) and batch_size ({batch_size}) must be at least 1")
    batches = _cut(documents, batch_size)
    outcomes = (
        map(partial(annotate_batch, nlp=nlp), batches)
        if jobs == 1
        else _annotate_in_workers(batches, nlp, jobs)
    )
    return _sort_out(itertools.chain.from_iterable(outcomes), on_error)


def annotate_batch(documents: list[Document], nlp: Language) -> list[Outcome]:
    """One outcome a document, in order.

    Where a component fails, the documents are tried one by one, so that only the one it fails on
    is lost. The words a batch adds to the vocabulary are kept until it knows the common ones, then
    freed after the batch: a long run does not grow.

    Raises:
        RuleError: A component reads a data file that is broken, for every document alike.
    """
    refused = [_refuse(document, nlp) for document in documents]
    fit = [d for d, error in zip(documents, refused, strict=True) if error is None]
    with nlp.memory_zone() if len(nlp.vocab) > _COMMON else nullcontext():
        found = iter(_annotate_together(fit, nlp))
        return [next(found) if error is None else error for error in refused]


def spare_collector() -> None:
    """Let the garbage collector look through all that is there now, such as a pipeline, no more,
    and through the rest more seldom: docs and annotations are many objects and next to no cycles.
    """
    gc.freeze()
    gc.set_threshold(_SELDOM)


def _annotate_together(documents: list[Document], nlp: Language) -> list[Outcome]:
    try:
        return [to_annotation(doc) for doc in make_docs(documents, nlp)]
    except RuleError:
        raise  # the same for every document
    except Exception:  # noqa: BLE001  whatever it is, it is met again below
        return [_annotate_one(document, nlp) for document in documents]


def make_docs(documents: Iterable[Document], nlp: Language) -> Iterator[Doc]:
    """Docs that have gone through the pipeline and know their documents."""
    return nlp.pipe(start_doc(document, nlp) for document in documents)


def start_doc(document: Document, nlp: Language) -> Doc:
    """The tokens of a document as a doc that knows its document: what the components begin with."""
    doc = nlp.make_doc(document.text)
    doc._.kgx_document = document
    return doc


def _annotate_one(document: Document, nlp: Language) -> Outcome:
    try:
        return to_annotation(nlp(start_doc(document, nlp)))
    except RuleError:
        raise
    except Exception as err:  # noqa: BLE001  one document must not end a run
        return AnnotateError(f"{document.id}: cannot be annotated: {_describe(err)}")


def _refuse(document: Document, nlp: Language) -> AnnotateError | None:
    """Why a document is not for the pipeline, if it is not."""
    if len(document.text) > nlp.max_length:
        return AnnotateError(
            f"{document.id}: {len(document.text):,} characters are more than the "
            f"{nlp.max_length:,} the pipeline takes at once: split it, say into chapters"
        )
    other = find_other_language(document.text) if nlp.lang == "en" else None
    if other is not None:
        return AnnotateError(
            f"{document.id}: the text seems to be in {other}, and the pipeline reads English: "
            "translate it first"
        )
    return None


def _describe(err: Exception) -> str:
    """The error and where it was raised, on one line: it may come from another process."""
    place = traceback.extract_tb(err.__traceback__)[-1]
    words = " ".join(f"{type(err).__name__}: {err}".split())
    return f"{words} ({place.filename}:{place.lineno})"


def _sort_out(
    outcomes: Iterable[Outcome], on_error: Callable[[AnnotateError], None] | None
) -> Iterator[Annotation]:
    for outcome in outcomes:
        if isinstance(outcome, Annotation):
            yield outcome
        elif on_error is None:
            raise outcome
        else:
            on_error(outcome)


def _cut(documents: Iterable[Document], size: int) -> Iterator[list[Document]]:
    batch: list[Document] = []
    length = 0
    for document in documents:
        batch.append(document)
        length += len(document.text)
        if len(batch) >= size or length >= _FULL:
            yield batch
            batch, length = [], 0
    if batch:
        yield batch


def _annotate_in_workers(
    batches: Iterable[list[Document]], nlp: Language, jobs: int
) -> Iterator[list[Outcome]]:
    """Batches spread over processes; a bounded number of them is read ahead."""
    context, load_nlp = _choose_start(nlp)
    with ProcessPoolExecutor(jobs, context, _start_worker, (load_nlp,)) as pool:
        pending: deque[Future[list[Outcome]]] = deque()
        try:
            for batch in batches:
                pending.append(pool.submit(_work, batch))
                if len(pending) >= jobs * _AHEAD:
                    yield pending.popleft().result()
            while pending:
                yield pending.popleft().result()
        except BrokenProcessPool as err:
            raise KgxError(
                f"a worker died, perhaps for want of memory: try fewer jobs than {jobs}"
            ) from err
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _choose_start(nlp: Language) -> tuple[BaseContext, Callable[[], Language]]:
    """How workers start and get their pipeline: forked with it, or built from its data."""
    if sys.platform == "linux":
        return multiprocessing.get_context("fork"), lambda: nlp
    return multiprocessing.get_context("spawn"), partial(rebuild, nlp.config, nlp.to_bytes())


def rebuild(config: dict[str, Any], data: bytes) -> Language:
    """A pipeline equal to the one whose config and ``to_bytes()`` these are."""
    import warnings

    from spacy.util import load_model_from_config

    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp = load_model_from_config(config, auto_fill=True).from_bytes(data)
    quicken_layers(nlp)
    return nlp


_worker_nlp: Language | None = None


def _start_worker(load_nlp: Callable[[], Language]) -> None:
    global _worker_nlp
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that reads and writes
    _worker_nlp = load_nlp()
    spare_collector()


def _work(batch: list[Document]) -> list[Outcome]:
    if _worker_nlp is None:
        raise KgxError("the worker has no pipeline")
    return annotate_batch(batch, _worker_nlp)
