"""The graph as quads.

What a document says (its claims with their evidence, its events, the plain triples it asserts, its
own description) goes to the graph named by the document's IRI, so that one document can be
replaced; entities and the names of predicates go to the default graph. No node is blank: IRIs come
from content, so that graphs made apart merge by union.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import TypeAlias, cast

import rdflib
from rdflib import (
    DCTERMS,
    OWL,
    PROV,
    RDF,
    RDFS,
    SDO,
    SKOS,
    XSD,
    Dataset,
    Literal,
    URIRef,
)
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.term import Node

from kgx.graph.build import Graph, entity_of
from kgx.graph.records import Event, Evidence, Participant, Source
from kgx.iris import BASE
from kgx.rdf.terms import (
    CLASSES,
    SCHEMA,
    make_decimal,
    make_integer,
    make_iri,
    make_label,
    make_text,
    make_time,
    make_value,
)
from kgx.types import Claim, Entity
from kgx.vocab import KGX, OA, prefixes

Term: TypeAlias = URIRef | Literal
Triple: TypeAlias = tuple[URIRef, URIRef, Term]
Quad: TypeAlias = tuple[URIRef, URIRef, Term, URIRef | None]


def to_rdf(graph: Graph, *, base: str | None = None, speakers: bool = True) -> Dataset:
    """The graph as RDF, its default graph the union of all.

    Args:
        graph: As `build_graph` makes it.
        base: What the prefixes ``ent:``, ``rel:``, ``claim:`` and so on are bound below; by default
            the graph's own.
        speakers: Whether what only a speaker asserts ("..., said Okyay") is a plain triple too;
            its claims are there either way.
    """
    dataset = Dataset(default_union=True)
    bind_prefixes(dataset, prefixes(base or graph.graph.get("base", BASE)))
    load_quads(dataset, graph_quads(graph, speakers=speakers))
    return dataset


def bind_prefixes(data: rdflib.Graph, names: Mapping[str, str]) -> None:
    """Make these the prefixes of an rdflib graph, whatever else claims a name."""
    for prefix, namespace in names.items():
        data.bind(prefix, namespace, override=True, replace=True)


def load_quads(dataset: Dataset, quads: Iterable[tuple[Node, Node, Node, Node | None]]) -> None:
    """Add quads to a dataset in bulk."""
    contexts: dict[Node | None, rdflib.Graph] = {None: dataset.graph(DATASET_DEFAULT_GRAPH_ID)}

    def context(name: Node | None) -> rdflib.Graph:
        if name not in contexts:
            contexts[name] = dataset.graph(cast("URIRef", name))
        return contexts[name]

    dataset.store.addN((s, p, o, context(name)) for s, p, o, name in quads)


def graph_quads(graph: Graph, *, speakers: bool = True) -> Iterator[Quad]:
    """The quads of a graph, lazily; the fourth term is None in the default graph. May repeat."""
    documents = graph.graph["documents"]
    for iri, node in graph.nodes(data=True):
        if node["type"] != "literal":
            yield from entity_quads(entity_of(graph, iri), node["mentions"])
            for id_ in node["documents"]:
                yield from mention_quads(iri, documents[id_])
    for source in documents.values():
        yield from document_quads(source)
    for event in graph.graph["events"].values():
        yield from event_quads(event)
    for subject, target, predicate, edge in graph.edges(keys=True, data=True):
        if not edge["evidence"]:
            yield make_iri(subject), make_iri(predicate), _node_term(graph, target), None
        for item in edge["evidence"]:
            yield from claim_quads(item, speakers=speakers)


def _node_term(graph: Graph, name: str) -> Term:
    node = graph.nodes[name]
    if node["type"] == "literal":
        return make_value(node["value"], node["datatype"])
    return make_iri(name)


def _in_graph(triples: Iterable[Triple], source: Source | None) -> Iterator[Quad]:
    name = make_iri(source.iri) if source else None
    return ((s, p, o, name) for s, p, o in triples)


def entity_quads(entity: Entity, mentions: int) -> Iterator[Quad]:
    """What all documents together tell of an entity: classes, names, links."""
    return _in_graph(_entity_triples(entity, mentions), None)


def _entity_triples(entity: Entity, mentions: int) -> Iterator[Triple]:
    subject, label = make_iri(entity.id), make_label(entity.label)
    yield subject, RDF.type, CLASSES[entity.type]
    for class_ in entity.types or filter(None, [SCHEMA.get(entity.type)]):
        yield subject, RDF.type, make_iri(class_)
    yield subject, RDFS.label, label
    if entity.type == "concept":
        yield subject, RDF.type, SKOS.Concept
        yield subject, SKOS.prefLabel, label
    yield subject, KGX.mentions, make_integer(mentions)
    for alias in entity.aliases:
        yield subject, SKOS.altLabel, make_label(alias)
    for same in entity.same_as:
        yield subject, OWL.sameAs, make_iri(same)
    for broader in entity.broader:
        yield subject, SKOS.broader, make_iri(broader)


def mention_quads(entity: str, source: Source) -> Iterator[Quad]:
    """That a document mentions an entity."""
    document = make_iri(source.iri)
    yield make_iri(entity), KGX.mentionedIn, document, document


def document_quads(source: Source) -> Iterator[Quad]:
    """What is known of a document, in its own graph."""
    return _in_graph(_document_triples(source), source)


def _document_triples(source: Source) -> Iterator[Triple]:
    subject = make_iri(source.iri)
    yield subject, RDF.type, KGX.Document
    yield subject, RDF.type, SDO.Article
    yield subject, DCTERMS.identifier, make_text(source.id)
    if source.title is not None:
        yield subject, SDO.headline, make_label(source.title)
    if source.date is not None:
        yield subject, SDO.datePublished, make_time(source.date)
    if source.url is not None:
        yield subject, SDO.url, make_value(source.url, str(XSD.anyURI))


def claim_quads(evidence: Evidence, *, speakers: bool = True) -> Iterator[Quad]:
    """The quads of one claim: its standing, where it was read, and what it asserts."""
    claim, source = evidence.claim, evidence.document
    for predicate in (claim.predicate, *claim.predicates):
        yield from _in_graph(_predicate_triples(predicate, source), None)
        if claim.stands and (speakers or claim.attributed_to is None):
            statement = make_iri(claim.subject), make_iri(predicate), _object(claim)
            yield from _in_graph([statement], source)
    yield from _in_graph(_statement_triples(evidence), source)
    yield from _in_graph(_standing_triples(claim), source)
    yield from _in_graph(_quote_triples(claim, source), source)


def _predicate_triples(predicate: str, source: Source) -> Iterator[Triple]:
    """The name of a coined predicate; others are defined in their vocabularies."""
    namespace = source.base + "relation/"
    if predicate.startswith(namespace):
        subject = make_iri(predicate)
        yield subject, RDF.type, RDF.Property
        yield subject, RDFS.label, make_label(predicate.removeprefix(namespace).replace("-", " "))


def _object(claim: Claim) -> Term:
    if claim.object is not None:
        return make_iri(claim.object)
    return make_value(claim.value or "", claim.datatype)


def _statement_triples(evidence: Evidence) -> Iterator[Triple]:
    claim, source = evidence.claim, evidence.document
    subject = make_iri(claim.id)
    yield subject, RDF.type, KGX.Claim
    yield subject, RDF.type, RDF.Statement
    yield subject, RDF.subject, make_iri(claim.subject)
    yield subject, RDF.predicate, make_iri(claim.predicate)
    yield subject, RDF.object, _object(claim)
    for predicate in claim.predicates:
        yield subject, KGX.alsoPredicate, make_iri(predicate)
    if evidence.event:
        yield subject, KGX.statedIn, make_iri(evidence.event)
    yield subject, PROV.wasDerivedFrom, _passage_iri(source, claim.start, claim.end)


def _standing_triples(claim: Claim) -> Iterator[Triple]:
    subject = make_iri(claim.id)
    yield subject, KGX.polarity, KGX[claim.polarity]
    yield subject, KGX.modality, KGX[claim.modality]
    yield subject, KGX.confidence, make_decimal(claim.confidence)
    if claim.attributed_to is not None:
        yield subject, PROV.wasAttributedTo, make_iri(claim.attributed_to)
    if claim.time is not None:
        yield subject, KGX.time, make_time(claim.time)
    yield subject, KGX.rule, make_text(claim.rule)
    if claim.derived_by is not None:
        yield subject, KGX.derivedBy, make_text(claim.derived_by)


def _passage_iri(source: Source, start: int, end: int) -> URIRef:
    document = source.iri.rpartition("document/")[2]
    return make_iri(f"{source.base}evidence/{document}-{start}-{end}")


def _passage_triples(source: Source, start: int, end: int) -> Iterator[Triple]:
    """A stretch of a document and its position, as Web Annotation has it."""
    passage = _passage_iri(source, start, end)
    position = make_iri(f"{passage}-position")
    yield passage, RDF.type, OA.SpecificResource
    yield passage, OA.hasSource, make_iri(source.iri)
    yield passage, OA.hasSelector, position
    yield position, RDF.type, OA.TextPositionSelector
    yield position, OA.start, make_integer(start)
    yield position, OA.end, make_integer(end)


def _quote_triples(claim: Claim, source: Source) -> Iterator[Triple]:
    """A stretch of a document, its position, and its words within their sentence."""
    yield from _passage_triples(source, claim.start, claim.end)
    passage = _passage_iri(source, claim.start, claim.end)
    quote = make_iri(f"{passage}-quote")
    yield passage, OA.hasSelector, quote
    yield quote, RDF.type, OA.TextQuoteSelector
    yield quote, OA.exact, make_text(claim.quote)
    yield quote, OA.prefix, make_text(claim.prefix)
    yield quote, OA.suffix, make_text(claim.suffix)


def event_quads(event: Event) -> Iterator[Quad]:
    """The quads of an event: its participants, its standing, and where it was read."""
    passage = _passage_triples(event.document, event.start, event.end)
    return _in_graph(chain(_event_triples(event), passage), event.document)


def _event_triples(event: Event) -> Iterator[Triple]:
    subject = make_iri(event.id)
    yield subject, RDF.type, KGX.Event
    yield subject, RDFS.label, make_label(event.label)
    for participant in event.participants:
        yield subject, KGX[participant.role], _participant_term(participant)
    yield subject, KGX.polarity, KGX[event.polarity]
    yield subject, KGX.modality, KGX[event.modality]
    yield subject, KGX.confidence, make_decimal(event.confidence)
    if event.attributed_to is not None:
        yield subject, PROV.wasAttributedTo, make_iri(event.attributed_to)
    yield subject, PROV.wasDerivedFrom, _passage_iri(event.document, event.start, event.end)


def _participant_term(participant: Participant) -> Term:
    if participant.entity:
        return make_iri(participant.entity)
    return make_value(participant.value, participant.datatype or None)
