"""RDF that kgx wrote, back to the graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias, cast, get_args

import rdflib
from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS, XSD, Literal, URIRef

from kgx.errors import QueryError
from kgx.graph.build import Graph, add_claim, add_entity, add_literal, settle_graph
from kgx.graph.clusters import Reason
from kgx.graph.merge import Merge, bare_entity
from kgx.graph.records import Event, EventRole, Evidence, Participant, Source
from kgx.iris import BASE
from kgx.rdf.order import Quad, group_subjects
from kgx.rdf.oxigraph import list_quads
from kgx.rdf.quantities import read_quantity
from kgx.rdf.terms import CLASSES
from kgx.types import Claim, Entity, EntityType, Modality, Polarity
from kgx.vocab import KGX, OA, VOCABULARY

Term: TypeAlias = URIRef | Literal
Properties: TypeAlias = Mapping[URIRef, Sequence[Term]]
"""What is said of one node: predicate to objects, sorted."""
Nodes: TypeAlias = Mapping[URIRef, Properties]
Sources: TypeAlias = Mapping[URIRef, Source]

_TYPES: Mapping[Term, EntityType] = {class_: type_ for type_, class_ in CLASSES.items()}

_NODE_PREDICATES = {
    RDF.type,
    RDFS.label,
    SKOS.prefLabel,
    SKOS.altLabel,
    SKOS.broader,
    OWL.sameAs,
    KGX.mentions,
    KGX.mentionedIn,
}
_NONE: Properties = {}


def from_rdf(data: rdflib.Graph) -> Graph:
    """The graph that `to_rdf` wrote, whatever file it went through.

    Statements between its entities that no claim is behind, such as added by hand or by a rule,
    become edges without evidence. What else is in the data is left out.

    Raises:
        QueryError: A claim or an event lacks a part; names it.
    """
    return from_quads(list_quads(data))


def from_quads(quads: Iterable[Quad]) -> Graph:
    """As `from_rdf`, of quads in any order."""
    nodes = _group_nodes(quads)
    sources = {iri: _read_source(iri, nodes[iri]) for iri in _of_class(nodes, KGX.Document)}
    base = min((source.base for source in sources.values()), default=BASE)
    documents = {source.id: source for source in sources.values()}
    merges = dict(_read_merges(nodes, sources))
    graph = Graph(base=base, documents=documents, events={}, merges=merges)
    _add_entities(graph, nodes, sources)
    for iri in _of_class(nodes, KGX.Event):
        graph.graph["events"][str(iri)] = _read_event(iri, nodes, sources)
    for evidence in _read_claims(nodes, sources):
        _add_ends(graph, evidence.claim)
        add_claim(graph, evidence)
    _add_bare_statements(graph, nodes)
    settle_graph(graph)
    return graph


def _group_nodes(quads: Iterable[Quad]) -> Nodes:
    """What is said of each node, in whatever graph, sorted."""
    grouped = cast("Nodes", group_subjects(quads))
    return {
        subject: {predicate: _sort_terms(terms) for predicate, terms in grouped[subject].items()}
        for subject in sorted(grouped)
    }


def _sort_terms(terms: Sequence[Term]) -> Sequence[Term]:
    return terms if len(terms) == 1 else sorted(terms, key=_order)


def _order(term: Term) -> tuple[str, str, str]:
    return str(term), str(getattr(term, "datatype", "")), str(getattr(term, "language", ""))


def _of_class(nodes: Nodes, class_: URIRef) -> Iterator[URIRef]:
    return (iri for iri, said in nodes.items() if class_ in said.get(RDF.type, ()))


def _texts(said: Properties, predicate: URIRef) -> tuple[str, ...]:
    return tuple(str(term) for term in said.get(predicate, ()))


def _text(said: Properties, predicate: URIRef) -> str | None:
    return next(iter(_texts(said, predicate)), None)


def _need(iri: URIRef, said: Properties, predicate: URIRef) -> Term:
    for term in said.get(predicate, ()):
        return term
    name = predicate.n3().strip("<>").replace("#", "/").rpartition("/")[2]
    raise QueryError(f"{iri} has no {name}: the RDF was not written by kgx, or is cut short")


def _read_source(iri: URIRef, said: Properties) -> Source:
    return Source(
        id=next(iter(_texts(said, DCTERMS.identifier)), str(iri)),
        iri=str(iri),
        title=_text(said, SDO.headline),
        date=_text(said, SDO.datePublished),
        url=_text(said, SDO.url),
    )


def _add_entities(graph: Graph, nodes: Nodes, sources: Sources) -> None:
    for iri, said in nodes.items():
        type_ = next((_TYPES[c] for c in said.get(RDF.type, ()) if c in _TYPES), None)
        if type_:
            counts = [int(count) for count in _texts(said, KGX.mentions)]
            add_entity(graph, _read_entity(iri, type_, said), mentions=max(counts, default=0))
            places = [URIRef(term) for term in said.get(KGX.mentionedIn, ())]
            graph.nodes[str(iri)]["documents"].extend(
                sources[doc].id for doc in places if doc in sources
            )


def _read_entity(iri: URIRef, type_: EntityType, said: Properties) -> Entity:
    return Entity(
        id=str(iri),
        label=next(iter(_texts(said, RDFS.label)), str(iri)),
        type=type_,
        types=tuple(str(class_) for class_ in said[RDF.type] if class_ not in _TYPES),
        aliases=_texts(said, SKOS.altLabel),
        same_as=_texts(said, OWL.sameAs),
        broader=_texts(said, SKOS.broader),
    )


def _read_merges(nodes: Nodes, sources: Sources) -> list[tuple[Merge, tuple[str, ...]]]:
    found = []
    for iri in _of_class(nodes, KGX.Merge):
        said = nodes[iri]
        entity, basis = str(_need(iri, said, KGX.into)), str(_need(iri, said, KGX.basis))
        merge = Merge(entity, cast("Reason", str(_need(iri, said, KGX.reason))), basis)
        joined = (sources[URIRef(d)].id for d in said.get(KGX.joins, ()) if d in sources)
        found.append((merge, tuple(sorted(joined))))
    return sorted(found)


def _add_ends(graph: Graph, claim: Claim) -> None:
    """Nodes for what a claim names and the data does not describe."""
    for iri in (claim.subject, claim.object, claim.attributed_to):
        if iri is not None and iri not in graph:
            add_entity(graph, bare_entity(iri))


def _read_claims(nodes: Nodes, sources: Sources) -> list[Evidence]:
    """All claims, in the order of their documents and places."""
    found = [_read_claim(iri, nodes, sources) for iri in _of_class(nodes, KGX.Claim)]
    return sorted(found, key=lambda e: (e.document.id, e.claim.start, e.claim.end, e.claim.id))


def _read_claim(iri: URIRef, nodes: Nodes, sources: Sources) -> Evidence:
    said = nodes[iri]
    passage = _need(iri, said, PROV.wasDerivedFrom)
    source, start, end, quote = _read_passage(passage, nodes, sources)
    target = _need(iri, said, RDF.object)
    about = _NONE if isinstance(target, Literal) else nodes.get(URIRef(target), _NONE)
    label, amount = read_quantity(about) or (None, None)
    is_value = amount is not None or isinstance(target, Literal)
    claim = Claim(
        id=str(iri),
        proposition=None,
        subject=str(_need(iri, said, RDF.subject)),
        predicate=str(_need(iri, said, RDF.predicate)),
        predicates=_texts(said, KGX.alsoPredicate),
        object=None if is_value else str(target),
        value=(label or str(target)) if is_value else None,
        datatype=str(XSD.string) if amount is not None else _datatype(target),
        amount=amount,
        start=start,
        end=end,
        quote=_text(quote, OA.exact) or "",
        prefix=_text(quote, OA.prefix) or "",
        suffix=_text(quote, OA.suffix) or "",
        polarity=_polarity(iri, said),
        modality=_modality(iri, said),
        attributed_to=_text(said, PROV.wasAttributedTo),
        time=_text(said, KGX.time),
        confidence=float(_text(said, KGX.confidence) or 1.0),
        rule=next(iter(_texts(said, KGX.rule)), "coined"),
        derived_by=_text(said, KGX.derivedBy),
    )
    return Evidence(claim, source, _text(said, KGX.statedIn))


def _datatype(term: Term) -> str | None:
    return str(term.datatype) if isinstance(term, Literal) and term.datatype else None


def _polarity(iri: URIRef, said: Properties) -> Polarity:
    return cast("Polarity", _standing(iri, said, KGX.polarity, get_args(Polarity)))


def _modality(iri: URIRef, said: Properties) -> Modality:
    return cast("Modality", _standing(iri, said, KGX.modality, get_args(Modality)))


def _standing(iri: URIRef, said: Properties, kind: URIRef, known: tuple[str, ...]) -> str:
    value = str(_need(iri, said, kind)).removeprefix(VOCABULARY)
    if value not in known:
        raise QueryError(f"{iri}: {value!r} is not one of {', '.join(known)}")
    return value


def _read_passage(
    passage: Term, nodes: Nodes, sources: Sources
) -> tuple[Source, int, int, Properties]:
    """Its document, its bounds, and what is said of its quote."""
    iri = URIRef(passage)
    said = nodes.get(iri, _NONE)
    document = _need(iri, said, OA.hasSource)
    selectors = [nodes.get(URIRef(term), _NONE) for term in said.get(OA.hasSelector, ())]
    position = next((s for s in selectors if OA.start in s), _NONE)
    quote = next((s for s in selectors if OA.exact in s), _NONE)
    start, end = _need(iri, position, OA.start), _need(iri, position, OA.end)
    source = sources.get(URIRef(document)) or _read_source(URIRef(document), _NONE)
    return source, int(start), int(end), quote


def _read_event(iri: URIRef, nodes: Nodes, sources: Sources) -> Event:
    said = nodes[iri]
    passage = _need(iri, said, PROV.wasDerivedFrom)
    source, start, end, _ = _read_passage(passage, nodes, sources)
    return Event(
        id=str(iri),
        label=_text(said, RDFS.label) or "",
        document=source,
        start=start,
        end=end,
        participants=tuple(sorted(_read_participants(said))),
        polarity=_polarity(iri, said),
        modality=_modality(iri, said),
        attributed_to=_text(said, PROV.wasAttributedTo),
        confidence=float(_text(said, KGX.confidence) or 1.0),
    )


def _read_participants(said: Properties) -> Iterator[Participant]:
    for role in get_args(EventRole):
        for term in said.get(KGX[role], ()):
            if isinstance(term, Literal):
                yield Participant(role, value=str(term), datatype=_datatype(term) or "")
            else:
                yield Participant(role, str(term))


def _add_bare_statements(graph: Graph, nodes: Nodes) -> None:
    """Edges for the statements between entities that no claim is behind."""
    explained = _claimed_statements(graph)
    for subject, said in nodes.items():
        predicates = said if str(subject) in graph else ()
        for predicate in sorted(set(predicates) - _NODE_PREDICATES):
            for term in said[predicate]:
                target = _target_of(graph, term)
                if target and (str(subject), str(predicate), target) not in explained:
                    graph.add_edge(str(subject), target, str(predicate), evidence=[])


def _claimed_statements(graph: Graph) -> set[tuple[str, str, str]]:
    return {
        (subject, predicate, target)
        for subject, target, edge in graph.edges(data=True)
        for item in edge["evidence"]
        for predicate in (item.claim.predicate, *item.claim.predicates)
    }


def _target_of(graph: Graph, term: Term) -> str | None:
    if isinstance(term, Literal):
        return add_literal(graph, str(term), _datatype(term))
    return str(term) if str(term) in graph else None
