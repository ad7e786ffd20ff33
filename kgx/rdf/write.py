"""The graph as an rdflib dataset, quad by quad as `kgx.rdf.quads` defines them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import cast

import rdflib
from rdflib import Dataset, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.term import Node

from kgx.graph.build import Graph, entity_of
from kgx.iris import BASE
from kgx.rdf.order import Quad
from kgx.rdf.provenance import CLAIMS, Provenance
from kgx.rdf.quads import Quad as SpeltQuad
from kgx.rdf.quads import (
    claim_triples,
    entity_triples,
    event_triples,
    in_graph,
    join_triple,
    mention_triple,
    merge_triples,
    predicate_triples,
    source_triples,
)
from kgx.rdf.terms import make_iri, make_value, read_term
from kgx.vocab import prefixes


def to_rdf(
    graph: Graph, *, base: str | None = None, speakers: bool = True, provenance: Provenance = CLAIMS
) -> Dataset:
    """The graph as RDF, its default graph the union of all.

    Args:
        graph: As `build_graph` makes it.
        base: What the prefixes ``ent:``, ``rel:``, ``claim:`` and so on are bound below; by default
            the graph's own.
        speakers: Whether what only a speaker asserts ("..., said Okyay") is a plain triple too;
            its claims are there either way.
        provenance: How much is told of where it comes from.

    >>> from kgx.graph.build import build_graph
    >>> from kgx.types import Annotation, Entity
    >>> chile = Entity("https://example.org/kg/chile", "Chile", "place")
    >>> rdf = to_rdf(build_graph([Annotation("d", entities=(chile,))]))
    >>> str(rdf.value(URIRef(chile.id), rdflib.RDFS.label))
    'Chile'
    """
    dataset = Dataset(default_union=True)
    bind_prefixes(dataset, prefixes(base or graph.graph.get("base", BASE)))
    load_quads(dataset, graph_quads(graph, speakers=speakers, provenance=provenance))
    return dataset


def bind_prefixes(data: rdflib.Graph, names: Mapping[str, str]) -> None:
    """Make these the prefixes of an rdflib graph, whatever else claims a name."""
    for prefix, namespace in names.items():
        data.bind(prefix, namespace, override=True, replace=True)


def load_quads(dataset: Dataset, quads: Iterable[Quad]) -> None:
    """Add quads to a dataset in bulk."""
    contexts: dict[Node | None, rdflib.Graph] = {None: dataset.graph(DATASET_DEFAULT_GRAPH_ID)}

    def context(name: Node | None) -> rdflib.Graph:
        if name not in contexts:
            contexts[name] = dataset.graph(cast("URIRef", name))
        return contexts[name]

    dataset.store.addN((s, p, o, context(name)) for s, p, o, name in quads)


def graph_quads(
    graph: Graph, *, speakers: bool = True, provenance: Provenance = CLAIMS
) -> Iterator[Quad]:
    """The quads of a graph, lazily; the fourth term is None in the default graph. May repeat."""
    known: dict[str, Node] = {}

    def read(spelt: str) -> Node:
        term = known.get(spelt)
        if term is None:
            term = known[spelt] = read_term(spelt)
        return term

    for s, p, o, name in spell_graph(graph, speakers=speakers, provenance=provenance):
        yield read(s), read(p), read(o), read(name) if name else None


def spell_graph(
    graph: Graph, *, speakers: bool = True, provenance: Provenance = CLAIMS
) -> Iterator[SpeltQuad]:
    """The quads of a graph, lazily, their terms as N-Triples spells them. May repeat."""
    documents = graph.graph["documents"]
    for iri, node in graph.nodes(data=True):
        if node["type"] != "literal":
            yield from in_graph(entity_triples(entity_of(graph, iri), node["mentions"]), None)
            for id_ in node["documents"]:
                source = documents[id_]
                yield from in_graph([mention_triple(iri, source)], source)
    for source in documents.values():
        yield from in_graph(source_triples(source, provenance), source)
    yield from _spell_merges(graph)
    for event in graph.graph["events"].values():
        yield from in_graph(event_triples(event, provenance), event.document)
    yield from _spell_edges(graph, speakers, provenance)


def _spell_merges(graph: Graph) -> Iterator[SpeltQuad]:
    base, documents = graph.graph["base"], graph.graph["documents"]
    for merge, ids in graph.graph["merges"].items():
        yield from in_graph(merge_triples(merge, base), None)
        for source in (documents[id_] for id_ in ids):
            yield from in_graph([join_triple(merge, base, source)], source)


def _spell_edges(graph: Graph, speakers: bool, provenance: Provenance) -> Iterator[SpeltQuad]:
    for subject, target, predicate, edge in graph.edges(keys=True, data=True):
        if not edge["evidence"]:
            yield make_iri(subject), make_iri(predicate), _node_term(graph, target), ""
        for item in edge["evidence"]:
            names = item.claim.predicate, *item.claim.predicates
            yield from in_graph(predicate_triples(names, item.document.base), None)
            yield from in_graph(
                claim_triples(item, speakers=speakers, provenance=provenance), item.document
            )


def _node_term(graph: Graph, name: str) -> str:
    node = graph.nodes[name]
    if node["type"] == "literal":
        return make_value(node["value"], node["datatype"])
    return make_iri(name)
