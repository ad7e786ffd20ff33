"""Verification: every quote of a graph, looked up where the graph says it was read.

A passage is a Web Annotation: a document, a position ``[start, end)`` in code points, and a quote
with what stands before and after it. It holds if the document has exactly these words there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import rdflib

from kgx.errors import KgxError
from kgx.query import query
from kgx.query.result import Row
from kgx.rdf.files import RdfSource
from kgx.types import Document

_PASSAGES = """
SELECT DISTINCT ?passage ?document ?start ?end ?exact ?prefix ?suffix WHERE {
  ?passage oa:hasSource/dcterms:identifier ?document ; oa:hasSelector ?position .
  ?position oa:start ?start ; oa:end ?end .
  OPTIONAL {
    ?passage oa:hasSelector ?quote .
    ?quote oa:exact ?exact .
    OPTIONAL { ?quote oa:prefix ?prefix }
    OPTIONAL { ?quote oa:suffix ?suffix }
  }
}
"""
_SHOWN = 60


@dataclass(frozen=True, slots=True, order=True)
class Passage:
    """A place that a graph refers to; ``quote`` is None where it gives no words."""

    document: str
    start: int
    end: int
    iri: str
    quote: str | None = None
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A passage that does not hold, and why."""

    passage: Passage
    reason: str

    def __str__(self) -> str:
        place = self.passage
        return f"{place.document}, {place.start}–{place.end}: {self.reason} ({place.iri})"


@dataclass(frozen=True, slots=True)
class Verified:
    """How a check went.

    Attributes:
        passages, documents: How many the graph refers to.
        mismatches: What does not hold, by document and place.
        missing: The documents that were not given, each with the number of its passages.
    """

    passages: int
    documents: int
    mismatches: tuple[Mismatch, ...] = ()
    missing: tuple[tuple[str, int], ...] = ()


def verify(
    source: rdflib.Graph | RdfSource | Sequence[RdfSource],
    documents: Iterable[Document],
    *,
    format: str | None = None,
) -> Verified:
    """Check every passage of a graph against the documents it was read in.

    Args:
        source: What `kgx.query` takes: RDF in rdflib, in files, or a store.
        documents: As `kgx.read` gives them; consumed once, lazily.
        format: The RDF format of ``source`` where its suffix does not tell.

    Raises:
        QueryError: The source is malformed or cannot be read.
        KgxError: There is no passage in it.
    """
    waiting = _read_passages(source, format)
    total = sum(map(len, waiting.values()))
    if not total:
        raise KgxError("nothing to verify: the graph refers to no place in any document")
    count = len(waiting)
    found: list[Mismatch] = []
    for document in documents:
        for passage in waiting.pop(document.id, ()):
            reason = compare_passage(passage, document.text)
            if reason:
                found.append(Mismatch(passage, reason))
    found.sort(key=lambda m: m.passage)
    missing = tuple((id_, len(passages)) for id_, passages in sorted(waiting.items()))
    return Verified(total, count, tuple(found), missing)


def compare_passage(passage: Passage, text: str) -> str:
    """Why a passage does not hold in a text; empty where it does.

    >>> compare_passage(Passage("note", 0, 3, "urn:x", "Ada", "", " met"), "Ada met Bo.")
    ''
    """
    start, end = passage.start, passage.end
    if not 0 <= start <= end <= len(text):
        return f"outside of the text, which has {len(text):,} characters"
    if passage.quote is None:
        return ""
    if text[start:end] != passage.quote:
        return f"reads {_shorten(text[start:end])}, not {_shorten(passage.quote)}"
    before = text[max(0, start - len(passage.prefix)) : start]
    if before != passage.prefix:
        return f"is preceded by {_shorten(before)}, not {_shorten(passage.prefix)}"
    after = text[end : end + len(passage.suffix)]
    if after != passage.suffix:
        return f"is followed by {_shorten(after)}, not {_shorten(passage.suffix)}"
    return ""


def _shorten(words: str) -> str:
    line = " ".join(words.split())
    return f"“{line}”" if len(line) <= _SHOWN else f"“{line[: _SHOWN - 1]}…”"


def _read_passages(
    source: rdflib.Graph | RdfSource | Sequence[RdfSource], format: str | None
) -> dict[str, list[Passage]]:
    by_document: dict[str, list[Passage]] = defaultdict(list)
    for passage in sorted({_make_passage(row) for row in query(source, _PASSAGES, format=format)}):
        by_document[passage.document].append(passage)
    return by_document


def _make_passage(row: Row) -> Passage:
    exact = row["exact"]
    return Passage(
        str(row["document"]),
        int(str(row["start"])),
        int(str(row["end"])),
        str(row["passage"]),
        None if exact is None else str(exact),
        str(row["prefix"] or ""),
        str(row["suffix"] or ""),
    )
