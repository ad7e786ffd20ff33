"""The rows that the formats have in common: entities, statements and claims as plain values."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kgx.graph.build import Graph, list_evidence
from kgx.graph.generals import find_general
from kgx.graph.records import Evidence
from kgx.view.text import label_of, label_predicate

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Code points that XML 1.0 has no way to write."""


@dataclass(frozen=True, slots=True)
class NodeRow:
    """An entity, or a value where ``type`` is ``literal``; lists are joined by spaces (IRIs) or
    by `` | `` (names)."""

    id: str
    label: str
    type: str
    classes: str
    aliases: str
    same_as: str
    mentions: int
    documents: int


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement: its ends and predicate as IRIs, what stands behind it, and its first quote."""

    subject: str
    predicate: str
    object: str
    label: str
    asserted: bool
    confidence: float
    claims: int
    documents: int
    quote: str
    document: str


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim with its standing and place; ``general`` is the general predicate that a coined one
    is a kind of, else the predicate itself; ``said_by`` is empty for the author."""

    claim: str
    subject: str
    predicate: str
    object: str
    subject_label: str
    predicate_label: str
    object_label: str
    general: str
    polarity: str
    modality: str
    said_by: str
    said_by_label: str
    time: str
    confidence: float
    rule: str
    document: str
    start: int
    end: int
    quote: str


def node_rows(graph: Graph) -> Iterator[NodeRow]:
    """The nodes of a graph by id."""
    for iri in sorted(graph):
        node = graph.nodes[iri]
        yield NodeRow(
            clean(iri),
            clean(node["label"]),
            node["type"],
            clean(" ".join(node.get("types", ()))),
            clean(" | ".join(node.get("aliases", ()))),
            clean(" ".join(node.get("same_as", ()))),
            node.get("mentions", 0),
            len(node.get("documents", ())),
        )


def statement_rows(graph: Graph) -> Iterator[StatementRow]:
    """The statements of a graph by subject, predicate and object."""
    edges = graph.edges(keys=True, data=True)
    for subject, target, predicate, edge in sorted(edges, key=lambda e: (e[0], e[2], e[1])):
        found: list[Evidence] = edge["evidence"]
        first = found[0] if found else None
        yield StatementRow(
            clean(subject),
            predicate,
            clean(target),
            clean(label_predicate(graph, predicate)),
            edge["asserted"],
            edge["confidence"],
            len(found),
            len({item.document.id for item in found}),
            clean(first.claim.quote) if first else "",
            clean(first.document.id) if first else "",
        )


def claim_rows(graph: Graph) -> Iterator[ClaimRow]:
    """The claims of a graph in the order of documents and of their text."""
    for item, target in list_evidence(graph):
        yield _claim_row(graph, item, target)


def _claim_row(graph: Graph, evidence: Evidence, target: str) -> ClaimRow:
    claim, speaker = evidence.claim, evidence.claim.attributed_to or ""
    return ClaimRow(
        claim.id,
        claim.subject,
        claim.predicate,
        claim.object or claim.value or "",
        clean(label_of(graph, claim.subject)),
        clean(label_predicate(graph, claim.predicate)),
        clean(label_of(graph, target)),
        find_general(claim.predicate, [claim]),
        claim.polarity,
        claim.modality,
        speaker,
        clean(label_of(graph, speaker)) if speaker else "",
        claim.time or "",
        claim.confidence,
        claim.rule,
        clean(evidence.document.id),
        claim.start,
        claim.end,
        clean(claim.quote),
    )


def clean(text: str) -> str:
    """The text without what XML cannot hold.

    >>> clean("a\\x00b")
    'ab'
    """
    return _NOT_XML.sub("", text)
