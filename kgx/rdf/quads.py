"""How what was found becomes quads: the one definition behind graphs, streams and stores.

What a document says (its claims with their evidence, its events, the plain triples it asserts, its
own description) goes to the graph named by the document's IRI, so that one document can be
replaced; entities and the names of predicates go to the default graph. No node is blank: IRIs come
from content, so that graphs made apart merge by union.

Terms are spelt as in N-Triples: such a quad is a line of N-Quads as it stands, and Oxigraph and
rdflib both take it from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeAlias, get_args

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS, XSD

from kgx.graph.merge import Merge
from kgx.graph.records import Event, EventRole, Evidence, Participant, Source
from kgx.iris import merge_iri, quantity_iri
from kgx.rdf.provenance import CLAIMS, Provenance, claim_provenance, document_provenance
from kgx.rdf.quantities import quantity_triples
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
from kgx.types import Claim, Entity, Modality, Polarity
from kgx.vocab import KGX, OA, VOCABULARY

Triple: TypeAlias = tuple[str, str, str]
Quad: TypeAlias = tuple[str, str, str, str]
"""Subject, predicate, object, and the name of the graph, ``""`` for the default graph."""

_TYPE, _LABEL = make_iri(RDF.type), make_iri(RDFS.label)
_SUBJECT, _PREDICATE, _OBJECT = map(make_iri, (RDF.subject, RDF.predicate, RDF.object))
_STATEMENT, _PROPERTY = make_iri(RDF.Statement), make_iri(RDF.Property)
_SAME_AS, _KIND_OF = make_iri(OWL.sameAs), make_iri(RDFS.subPropertyOf)
_CONCEPT, _BROADER = make_iri(SKOS.Concept), make_iri(SKOS.broader)
_PREF_LABEL, _ALT_LABEL = make_iri(SKOS.prefLabel), make_iri(SKOS.altLabel)
_IDENTIFIER, _ARTICLE = make_iri(DCTERMS.identifier), make_iri(SDO.Article)
_HEADLINE, _PUBLISHED, _URL = map(make_iri, (SDO.headline, SDO.datePublished, SDO.url))
_ATTRIBUTED, _DERIVED = make_iri(PROV.wasAttributedTo), make_iri(PROV.wasDerivedFrom)

_DOCUMENT, _CLAIM, _EVENT = map(make_iri, (KGX.Document, KGX.Claim, KGX.Event))
_MERGE, _INTO, _JOINS = map(make_iri, (KGX.Merge, KGX.into, KGX.joins))
_REASON, _BASIS = make_iri(KGX.reason), make_iri(KGX.basis)
_MENTIONS, _MENTIONED_IN = make_iri(KGX.mentions), make_iri(KGX.mentionedIn)
_ALSO, _STATED_IN = make_iri(KGX.alsoPredicate), make_iri(KGX.statedIn)
_POLARITY, _MODALITY, _CONFIDENCE = map(make_iri, (KGX.polarity, KGX.modality, KGX.confidence))
_TIME, _RULE, _DERIVED_BY = map(make_iri, (KGX.time, KGX.rule, KGX.derivedBy))

_PASSAGE, _SOURCE, _SELECTOR = map(make_iri, (OA.SpecificResource, OA.hasSource, OA.hasSelector))
_POSITION, _START, _END = map(make_iri, (OA.TextPositionSelector, OA.start, OA.end))
_QUOTE, _EXACT = make_iri(OA.TextQuoteSelector), make_iri(OA.exact)
_BEFORE, _AFTER = make_iri(OA.prefix), make_iri(OA.suffix)

_CLASSES = {type_: make_iri(class_) for type_, class_ in CLASSES.items()}
_SCHEMA = {type_: make_iri(class_) for type_, class_ in SCHEMA.items()}
_STANDING: Mapping[str, str] = {
    name: make_iri(KGX[name]) for name in (*get_args(Polarity), *get_args(Modality))
}
_ROLES: Mapping[str, str] = {role: make_iri(KGX[role]) for role in get_args(EventRole)}


def in_graph(triples: Iterable[Triple], source: Source | None) -> Iterator[Quad]:
    """Triples in the graph of a document, or in the default graph."""
    name = make_iri(source.iri) if source else ""
    return ((s, p, o, name) for s, p, o in triples)


def spell_line(quad: Quad) -> str:
    """A line of N-Quads."""
    s, p, o, name = quad
    return f"{s} {p} {o} {name} .\n" if name else f"{s} {p} {o} .\n"


def entity_triples(entity: Entity, mentions: int) -> Iterator[Triple]:
    """What all documents together tell of an entity: classes, names, links."""
    subject, label = make_iri(entity.id), make_label(entity.label)
    yield subject, _TYPE, _CLASSES[entity.type]
    for class_ in entity.types:
        yield subject, _TYPE, make_iri(class_)
    if not entity.types and entity.type in _SCHEMA:
        yield subject, _TYPE, _SCHEMA[entity.type]
    yield subject, _LABEL, label
    if entity.type == "concept":
        yield subject, _TYPE, _CONCEPT
        yield subject, _PREF_LABEL, label
    yield subject, _MENTIONS, make_integer(mentions)
    for alias in entity.aliases:
        yield subject, _ALT_LABEL, make_label(alias)
    for same in entity.same_as:
        yield subject, _SAME_AS, make_iri(same)
    for broader in entity.broader:
        yield subject, _BROADER, make_iri(broader)


def merge_triples(merge: Merge, base: str) -> Iterator[Triple]:
    """Why the entities of several documents are one; in the default graph."""
    subject = _merge_term(merge, base)
    yield subject, _TYPE, _MERGE
    yield subject, _INTO, make_iri(merge.entity)
    yield subject, _REASON, make_text(merge.reason)
    yield subject, _BASIS, make_text(merge.basis)


def join_triple(merge: Merge, base: str, source: Source) -> Triple:
    """That a document has one of the entities that were merged; in the document's graph."""
    return _merge_term(merge, base), _JOINS, make_iri(source.iri)


def _merge_term(merge: Merge, base: str) -> str:
    return make_iri(merge_iri(merge.entity, merge.reason, merge.basis, base=base))


def mention_triple(entity: str, source: Source) -> Triple:
    """That a document mentions an entity; in the document's graph."""
    return make_iri(entity), _MENTIONED_IN, make_iri(source.iri)


def source_triples(source: Source, provenance: Provenance = CLAIMS) -> Iterator[Triple]:
    """What is known of a document, and of how it was read; in its own graph."""
    subject = make_iri(source.iri)
    yield subject, _TYPE, _DOCUMENT
    yield subject, _TYPE, _ARTICLE
    yield subject, _IDENTIFIER, make_text(source.id)
    if source.title is not None:
        yield subject, _HEADLINE, make_label(source.title)
    if source.date is not None:
        yield subject, _PUBLISHED, make_time(source.date)
    if source.url is not None:
        yield subject, _URL, make_value(source.url, str(XSD.anyURI))
    yield from document_provenance(source, provenance)


def claim_triples(
    evidence: Evidence, *, speakers: bool = True, provenance: Provenance = CLAIMS
) -> Iterator[Triple]:
    """One claim: what it asserts, its standing, and where it was read; in its document's graph."""
    claim, source = evidence.claim, evidence.document
    subject, object_ = make_iri(claim.subject), claim_object(claim, source.base)
    if claim.stands and (speakers or claim.attributed_to is None):
        for predicate in (claim.predicate, *claim.predicates):
            yield subject, make_iri(predicate), object_
        if claim.amount is not None:
            yield from quantity_triples(object_, claim.value or "", claim.amount)
    if provenance.level == "none":
        return
    name, passage = make_iri(claim.id), _passage_iri(source, claim.start, claim.end)
    yield name, _TYPE, _CLAIM
    yield name, _TYPE, _STATEMENT
    yield name, _SUBJECT, subject
    yield name, _PREDICATE, make_iri(claim.predicate)
    yield name, _OBJECT, object_
    if claim.amount is not None:
        yield from quantity_triples(object_, claim.value or "", claim.amount)
    for predicate in claim.predicates:
        yield name, _ALSO, make_iri(predicate)
    if evidence.event:
        yield name, _STATED_IN, make_iri(evidence.event)
    yield name, _DERIVED, passage
    yield from claim_provenance(claim, name, passage, source, provenance)
    yield from _standing_triples(name, claim)
    yield from _quote_triples(claim, source)


def predicate_triples(predicates: tuple[str, ...], base: str) -> Iterator[Triple]:
    """The names of the coined ones of the predicates of a claim, and what each is a kind of: the
    first, where it is coined, of the general one of the vocabulary, the others of the first. Those
    that are not coined are defined in their vocabularies."""
    first, coined = make_iri(predicates[0]), coined_words(predicates[0], base) is not None
    known = coined or predicates[0].startswith(VOCABULARY)
    for predicate in predicates:
        subject, words = make_iri(predicate), coined_words(predicate, base)
        if words is not None:
            yield subject, _TYPE, _PROPERTY
            yield subject, _LABEL, make_label(words)
            if known and subject != first:
                yield subject, _KIND_OF, first
        elif coined and predicate.startswith(VOCABULARY):
            yield first, _KIND_OF, subject


@cache
def coined_words(predicate: str, base: str) -> str | None:
    """The words of a predicate coined below ``base``; None for any other."""
    namespace = base + "relation/"
    if not predicate.startswith(namespace):
        return None
    return predicate.removeprefix(namespace).replace("-", " ")


def claim_object(claim: Claim, base: str) -> str:
    """The object of a claim: an entity, a quantity named below ``base``, or a literal."""
    if claim.object is not None:
        return make_iri(claim.object)
    if claim.amount is not None:
        return make_iri(quantity_iri(claim.value or "", base))
    return make_value(claim.value or "", claim.datatype)


def _standing_triples(name: str, claim: Claim) -> Iterator[Triple]:
    yield name, _POLARITY, _STANDING[claim.polarity]
    yield name, _MODALITY, _STANDING[claim.modality]
    yield name, _CONFIDENCE, make_decimal(claim.confidence)
    if claim.attributed_to is not None:
        yield name, _ATTRIBUTED, make_iri(claim.attributed_to)
    if claim.time is not None:
        yield name, _TIME, make_time(claim.time)
    yield name, _RULE, make_text(claim.rule)
    if claim.derived_by is not None:
        yield name, _DERIVED_BY, make_text(claim.derived_by)


def _passage_iri(source: Source, start: int, end: int, part: str = "") -> str:
    document = source.iri.rpartition("document/")[2]
    return make_iri(f"{source.base}evidence/{document}-{start}-{end}{part}")


def _passage_triples(source: Source, start: int, end: int) -> Iterator[Triple]:
    """A stretch of a document and its position, as Web Annotation has it."""
    passage = _passage_iri(source, start, end)
    position = _passage_iri(source, start, end, "-position")
    yield passage, _TYPE, _PASSAGE
    yield passage, _SOURCE, make_iri(source.iri)
    yield passage, _SELECTOR, position
    yield position, _TYPE, _POSITION
    yield position, _START, make_integer(start)
    yield position, _END, make_integer(end)


def _quote_triples(claim: Claim, source: Source) -> Iterator[Triple]:
    """A stretch of a document, its position, and its words within their sentence."""
    yield from _passage_triples(source, claim.start, claim.end)
    quote = _passage_iri(source, claim.start, claim.end, "-quote")
    yield _passage_iri(source, claim.start, claim.end), _SELECTOR, quote
    yield quote, _TYPE, _QUOTE
    yield quote, _EXACT, make_text(claim.quote)
    yield quote, _BEFORE, make_text(claim.prefix)
    yield quote, _AFTER, make_text(claim.suffix)


def event_triples(event: Event, provenance: Provenance = CLAIMS) -> Iterator[Triple]:
    """An event: its participants, its standing, and where it was read; in its document's graph."""
    if provenance.level == "none":
        return
    name = make_iri(event.id)
    yield name, _TYPE, _EVENT
    yield name, _LABEL, make_label(event.label)
    for participant in event.participants:
        yield name, _ROLES[participant.role], _participant_term(participant)
    yield name, _POLARITY, _STANDING[event.polarity]
    yield name, _MODALITY, _STANDING[event.modality]
    yield name, _CONFIDENCE, make_decimal(event.confidence)
    if event.attributed_to is not None:
        yield name, _ATTRIBUTED, make_iri(event.attributed_to)
    yield name, _DERIVED, _passage_iri(event.document, event.start, event.end)
    yield from _passage_triples(event.document, event.start, event.end)


def _participant_term(participant: Participant) -> str:
    if participant.entity:
        return make_iri(participant.entity)
    return make_value(participant.value, participant.datatype or None)
