"""Annotations to one graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

import networkx as nx

from kgx.graph.events import find_events
from kgx.graph.merge import Merges, apply_merges, merge_table
from kgx.graph.records import Event, Evidence, Source
from kgx.graph.rulings import Ruling, Side
from kgx.iris import BASE, document_iri
from kgx.types import Amount, Annotation, Claim, Entity

if TYPE_CHECKING:
    Graph: TypeAlias = nx.MultiDiGraph[str]
else:
    Graph = nx.MultiDiGraph


def build_graph(
    annotations: Iterable[Annotation],
    *,
    base: str | None = None,
    rulings: Sequence[Ruling] = (),
    apart: bool = False,
) -> Graph:
    """Merge what the documents say into one graph.

    Claims that say the same become one edge; what tells them apart is kept as its evidence, in the
    order given. Apart from that, the order of the documents changes nothing.

    Args:
        annotations: One per document.
        base: What the IRIs of documents and events begin with; by default what the IRIs of the
            claims begin with.
        rulings: What the user says is the same or different; as in `merge_table`.
        apart: Whether to merge nothing across documents.

    Returns:
        Nodes are entity IRIs with ``label``, ``type``, ``types``, ``aliases``, ``same_as``,
        ``broader``, ``mentions`` (a count) and ``documents`` (sorted ids). A literal is a node of
        type ``literal`` with its ``value`` and ``datatype``, named as N-Triples would; that of a
        quantity has its ``amount`` (`Amount`) too.

        An edge ``(subject, object)`` with key ``predicate`` is one statement. ``evidence`` lists
        its claims (`Evidence`; offsets in code points, ``[start, end)``); ``asserted`` is True if
        one of them stands; ``confidence`` is the best of those that stand, of all if none does.

        ``graph.graph`` has ``documents`` (`Source` by id), ``events`` (`Event` by IRI), ``base``,
        and ``merges`` (the ids of the documents that each `Merge` brought together).

    >>> izmir = Entity("https://example.org/kg/izmir", "Izmir", "place")
    >>> graph = build_graph(Annotation(name, entities=(izmir,)) for name in "ab")
    >>> graph.nodes[izmir.id]["documents"]
    ('a', 'b')
    """
    found = list(annotations)
    merges = merge_table(found, rulings=rulings, apart=apart)
    bases = {base} if base else {name for item in found if (name := find_base(item))}
    usual = min(bases, default=BASE)
    graph = Graph(base=usual, documents={}, events={}, merges=dict(merges.merges))
    add_entities(graph, merges)
    for annotation in found:
        own = base or find_base(annotation) or usual
        add_document(graph, apply_merges(annotation, merges), own)
    settle_graph(graph)
    return graph


def find_idle(graph: Graph, rulings: Iterable[Ruling]) -> Iterator[tuple[Ruling, Side]]:
    """The sides of rulings that name nobody in a graph; IRIs, which merging changes, are passed."""
    names: dict[str, set[str]] = {}
    for _, node in graph.nodes(data=True):
        if node["type"] != "literal":
            for name in (node["label"], *node["aliases"]):
                names.setdefault(name, set()).update(node["documents"])
    for ruling in rulings:
        for side in (ruling.one, ruling.other):
            known = names.get(side.name)
            if "://" not in side.name and (known is None or side.document not in {"", *known}):
                yield ruling, side


def find_base(annotation: Annotation) -> str | None:
    """What the IRIs of an annotation begin with, as its claims show; None without claims."""
    for claim in annotation.claims:
        base, found, _ = claim.id.rpartition("claim/")
        if found:
            return base
    return None


def add_entities(graph: Graph, merges: Merges) -> None:
    """Add a node for every entity of the table."""
    for iri, entity in merges.entities.items():
        add_entity(graph, entity, mentions=merges.mentions[iri])


def add_entity(graph: Graph, entity: Entity, *, mentions: int = 0) -> None:
    """Add a node, or give the node its attributes."""
    graph.add_node(
        entity.id,
        label=entity.label,
        type=entity.type,
        types=entity.types,
        aliases=entity.aliases,
        same_as=entity.same_as,
        broader=entity.broader,
        mentions=mentions,
        documents=[],
    )


def entity_of(graph: Graph, iri: str) -> Entity:
    """The entity of a node."""
    node = graph.nodes[iri]
    names = ("label", "type", "types", "aliases", "same_as", "broader")
    return Entity(iri, **{name: node[name] for name in names})


def add_document(graph: Graph, annotation: Annotation, base: str) -> None:
    """Add the claims and events of an annotation whose entities are nodes already.

    `settle_graph` has to follow the last one.
    """
    source = source_of(annotation, base)
    graph.graph["documents"][source.id] = source
    events, evidence = read_claims(annotation, source)
    for entity in annotation.entities:
        graph.nodes[entity.id]["documents"].append(source.id)
    for event in events:
        graph.graph["events"][event.id] = event
    for item in evidence:
        add_claim(graph, item)


def read_claims(annotation: Annotation, source: Source) -> tuple[list[Event], list[Evidence]]:
    """The events of an annotation, and its claims with the events they are part of."""
    events = find_events(annotation, source, source.base)
    evidence = [Evidence(claim, source, event_of(events, claim)) for claim in annotation.claims]
    return list({event.id: event for event in events.values()}.values()), evidence


def source_of(annotation: Annotation, base: str) -> Source:
    """The document of an annotation."""
    iri = document_iri(annotation.id, base)
    return Source(annotation.id, iri, annotation.title, annotation.date, annotation.url)


def event_of(events: Mapping[str, Event], claim: Claim) -> str | None:
    """The IRI of the event a claim is part of, among those of its document."""
    event = events.get(claim.proposition or "")
    return event.id if event else None


def add_claim(graph: Graph, evidence: Evidence) -> None:
    """Add a claim to the edge of its statement."""
    claim = evidence.claim
    target = _claim_object(graph, claim)
    if not graph.has_edge(claim.subject, target, claim.predicate):
        graph.add_edge(claim.subject, target, claim.predicate, evidence=[])
    graph.edges[claim.subject, target, claim.predicate]["evidence"].append(evidence)


def _claim_object(graph: Graph, claim: Claim) -> str:
    if claim.object is not None:
        return claim.object
    return add_literal(graph, claim.value or "", claim.datatype, claim.amount)


def add_literal(
    graph: Graph, value: str, datatype: str | None, amount: Amount | None = None
) -> str:
    """Add a node for a literal, which may be a quantity, and return its name."""
    name = f'"{value}"^^<{datatype}>' if datatype else f'"{value}"'
    known = {} if amount is None else {"amount": amount}
    graph.add_node(name, label=value, type="literal", value=value, datatype=datatype, **known)
    return name


def settle_graph(graph: Graph) -> None:
    """Give nodes their sorted documents and edges what follows from their evidence.

    The same claim twice is one. An edge without evidence is taken as asserted.
    """
    for _, node in graph.nodes(data=True):
        if node["type"] != "literal":
            node["documents"] = tuple(sorted(set(node["documents"])))
    for _, _, edge in graph.edges(data=True):
        edge["evidence"] = list({item.claim.id: item for item in edge["evidence"]}.values())
        edge["asserted"], edge["confidence"] = weigh_evidence(edge["evidence"])


def list_evidence(graph: Graph) -> list[tuple[Evidence, str]]:
    """All evidence of a graph, each with the node that its claim's object is, in the order of
    documents and of their text."""

    def place(found: tuple[Evidence, str]) -> tuple[str, int, int, str]:
        claim = found[0].claim
        return found[0].document.id, claim.start, claim.end, claim.id

    edges = graph.edges(data=True)
    return sorted(((one, target) for _, target, e in edges for one in e["evidence"]), key=place)


def weigh_evidence(evidence: Sequence[Evidence]) -> tuple[bool, float]:
    """Whether a claim stands, and the best confidence of those that do, of all if none does."""
    standing = [item.claim.confidence for item in evidence if item.claim.stands]
    confidences = standing or [item.claim.confidence for item in evidence]
    return bool(standing) or not evidence, max(confidences, default=1.0)
