"""How time grows with the length of a text, and memory with the number of documents."""

from __future__ import annotations

import itertools
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgx.annotate.load import MODEL, load
from kgx.annotate.run import annotate, spare_collector
from kgx.bench.speed import is_ours, time_components
from kgx.errors import KgxError
from kgx.types import Document

if TYPE_CHECKING:
    from spacy.language import Language

LENGTHS = (10_000, 30_000, 100_000, 300_000, 1_000_000)
_NAME = "Norvik "
_NOTICED = 0.02
_FIRST = 10
"""One document in so many is annotated before memory is looked at for the first time."""


@dataclass(frozen=True, slots=True)
class Length:
    """One text, and the seconds of processor time that each component took on it."""

    text: str
    characters: int
    seconds: dict[str, float]

    @property
    def ours(self) -> float:
        """Seconds in the components of kgx."""
        return sum(s for name, s in self.seconds.items() if is_ours(name))


@dataclass(frozen=True, slots=True)
class Memory:
    """Peak memory of the process in megabytes, early in a stream of documents and after it."""

    documents: int
    early: float
    late: float


def measure_lengths(
    documents: Iterable[Document],
    *,
    model: str = MODEL,
    lengths: Iterable[int] = LENGTHS,
    names: int = 100_000,
    stream: int = 10_000,
    tell: Callable[[str], None] = lambda line: None,
) -> tuple[list[Length], Memory | None]:
    """Annotate texts of growing length, made of the documents one after another, then one name over
    and over, then a stream of their paragraphs, each a document.

    Args:
        names: How often the one name.
        stream: How many paragraphs; with 0 there is no stream and no memory is measured.
        tell: Called before each part with what is done.

    Raises:
        KgxError: There are no documents with text.
    """
    corpus = [document for document in documents if document.text.strip()]
    if not corpus:
        raise KgxError("no documents to measure with")
    nlp = load(model)
    spare_collector()  # as kgx extract does
    memory = None
    if stream:
        tell(f"{stream:,} short documents")
        memory = _measure_memory(corpus, nlp, stream)
    time_components(corpus[:1], nlp, time.process_time)
    found = []
    for name, text in _make_texts(corpus, lengths, names):
        tell(f"{len(text):,} characters, {name}")
        seconds = time_components([Document(name, text)], nlp, time.process_time)
        found.append(Length(name, len(text), seconds))
    return found, memory


def say_lengths(lengths: list[Length], memory: Memory | None) -> str:
    """The figures as lines of text."""
    wide = max(len(one.text) for one in lengths)
    lines = [
        f"{'':{wide}} {'characters':>10} {'model':>9} {'kgx':>9} {'kgx a 1000':>10}  grew most"
    ]
    for one in lengths:
        model = sum(one.seconds.values()) - one.ours
        each = one.ours / one.characters * 1e6
        lines.append(
            f"{one.text:{wide}} {one.characters:>10,} {model:>7.2f} s {one.ours:>7.2f} s"
            f" {each:>7.2f} ms  {_say_growth(lengths[0], one)}".rstrip()
        )
    if memory is not None:
        lines.append("")
        lines.append(
            f"{memory.documents:,} short documents: at most {memory.late:,.0f} MB of memory, "
            f"{memory.early:,.0f} MB after the first {memory.documents // _FIRST:,}"
        )
    return "\n".join(lines)


def _say_growth(first: Length, one: Length) -> str:
    """The component of kgx whose time for a character grew most since the first text, of those that
    take a part of the whole that one would notice."""
    if one is first:
        return ""
    share = one.characters / first.characters
    grown = {
        name: one.seconds[name] / (first.seconds[name] * share)
        for name in one.seconds
        if is_ours(name) and first.seconds[name] > _NOTICED * first.ours
    }
    if not grown:
        return ""
    most = max(grown, key=lambda name: (grown[name], name))
    return f"{most} {grown[most]:.1f} times"


def _make_texts(
    corpus: list[Document], lengths: Iterable[int], names: int
) -> Iterator[tuple[str, str]]:
    texts = [document.text.strip() + "\n\n" for document in corpus]
    whole = sum(map(len, texts))
    for length in lengths:
        yield "articles", "".join([*texts * (length // whole), *_fill(texts, length % whole)])
    yield "one name", _NAME * names


def _fill(texts: list[str], length: int) -> Iterator[str]:
    """Texts in order, the last one cut, up to a length."""
    for text in texts:
        yield text[:length]
        length = max(length - len(text), 0)


def _measure_memory(corpus: list[Document], nlp: Language, stream: int) -> Memory:
    paragraphs = [
        p for document in corpus for p in document.text.split("\n\n") if len(p.split()) > 1
    ]
    short = (
        Document(f"short-{n}", f"{text}\n\nReport {n} ends here.")
        for n, text in enumerate(itertools.islice(itertools.cycle(paragraphs), stream))
    )
    early = 0.0
    for n, _ in enumerate(annotate(short, nlp, on_error=lambda _: None), 1):
        if n == stream // _FIRST:
            early = _peak()
    return Memory(stream, early or _peak(), _peak())


def _peak() -> float:
    """Peak memory of this process, in megabytes."""
    unit = 1e6 if sys.platform == "darwin" else 1e3
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
