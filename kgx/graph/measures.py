"""Counts of a graph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kgx.graph.build import Graph
from kgx.graph.generals import find_general
from kgx.graph.records import Evidence
from kgx.types import Claim


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of a graph.

    Attributes:
        entities: Without concepts and literals.
        mentions: Of entities and concepts, in all documents.
        types: Entities and concepts by coarse type, most frequent first.
        claims: Places where something is claimed; ``denied``, ``unsure`` (any modality but
            asserted) and ``attributed`` (to a speaker) are some of them.
        statements: Different subject, predicate, object; ``asserted`` of them state a fact.
        predicates: Statements by predicate IRI, most frequent first.
        distinct: Different predicates.
        covering: How few of them, the most frequent, 90 % of the statements have.
        generals: Statements as in ``predicates``, those of a coined predicate counted with the
            general one that it is a kind of; ``general`` and ``spanning`` are as ``distinct`` and
            ``covering`` are.
        connected: Entity IRIs with the number of their statements, most first.
    """

    documents: int
    entities: int
    concepts: int
    mentions: int
    types: Mapping[str, int]
    claims: int
    denied: int
    unsure: int
    attributed: int
    statements: int
    asserted: int
    events: int
    predicates: tuple[tuple[str, int], ...]
    distinct: int
    covering: int
    generals: tuple[tuple[str, int], ...]
    general: int
    spanning: int
    connected: tuple[tuple[str, int], ...]


def describe_graph(graph: Graph, *, top: int = 10) -> Summary:
    """Count what is in a graph; ``top`` bounds the lists of predicates and entities."""
    nodes = {iri: node for iri, node in graph.nodes(data=True) if node["type"] != "literal"}
    kinds = Counter(str(node["type"]) for node in nodes.values())
    edges = [edge for _, _, edge in graph.edges(data=True)]
    evidence = [item for edge in edges for item in edge["evidence"]]
    predicates = Counter(predicate for _, _, predicate in graph.edges(keys=True))
    generals = Counter(
        find_general(predicate, (item.claim for item in edge["evidence"]))
        for _, _, predicate, edge in graph.edges(keys=True, data=True)
    )
    degrees = Counter({iri: int(degree) for iri, degree in graph.degree(nodes) if degree})
    return Summary(
        documents=len(graph.graph["documents"]),
        entities=kinds.total() - kinds["concept"],
        concepts=kinds["concept"],
        mentions=sum(node["mentions"] for node in nodes.values()),
        types=dict(_rank(kinds)),
        claims=len(evidence),
        denied=_count(evidence, lambda claim: claim.polarity == "negative"),
        unsure=_count(evidence, lambda claim: claim.modality != "asserted"),
        attributed=_count(evidence, lambda claim: claim.attributed_to is not None),
        statements=len(edges),
        asserted=sum(bool(edge["asserted"]) for edge in edges),
        events=len(graph.graph["events"]),
        predicates=_rank(predicates)[:top],
        distinct=len(predicates),
        covering=count_covering(predicates),
        generals=_rank(generals)[:top],
        general=len(generals),
        spanning=count_covering(generals),
        connected=_rank(degrees)[:top],
    )


def count_covering(counts: Counter[str], share: float = 0.9) -> int:
    """How few keys, the most frequent, make up a share of all.

    >>> count_covering(Counter(a=8, b=1, c=1))
    2
    """
    wanted, reached = share * counts.total(), 0
    for number, (_, count) in enumerate(_rank(counts), 1):
        reached += count
        if reached >= wanted:
            return number
    return 0


def _count(evidence: list[Evidence], test: Callable[[Claim], bool]) -> int:
    return sum(test(item.claim) for item in evidence)


def _rank(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
