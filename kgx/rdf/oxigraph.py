"""Terms between rdflib and Oxigraph, in bulk and exactly as spelt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import pyoxigraph as ox
import rdflib
from rdflib import RDF, XSD, BNode, Dataset, Literal, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.term import Node

from kgx.errors import QueryError
from kgx.rdf.order import Quad

OxTerm: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_XSD_STRING = str(XSD.string)
_REIFIES = ox.NamedNode(f"{RDF}reifies")
_PARTS = (RDF.subject, RDF.predicate, RDF.object)


def from_ox(term: OxTerm | ox.DefaultGraph) -> Node:
    """An Oxigraph term as rdflib's.

    Raises:
        QueryError: It is a triple term of RDF 1.2, which rdflib cannot hold.
    """
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.Literal):
        return _from_literal(term)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if isinstance(term, ox.DefaultGraph):
        return DATASET_DEFAULT_GRAPH_ID
    raise QueryError(f"the triple term {term} is RDF 1.2, which the graph cannot hold")


def _from_literal(term: ox.Literal) -> Literal:
    if term.language is not None:
        return Literal(term.value, lang=term.language)
    datatype = term.datatype.value
    if datatype == _XSD_STRING:
        return Literal(term.value)
    return Literal(term.value, datatype=URIRef(datatype), normalize=False)


def to_ox(term: Node) -> OxTerm:
    """An rdflib term as Oxigraph's.

    Raises:
        QueryError: It is no RDF 1.1 term, or an IRI with characters no IRI has.
    """
    if isinstance(term, URIRef):
        return _to_named(term)
    if isinstance(term, Literal):
        return _to_literal(term)
    if isinstance(term, BNode):
        return ox.BlankNode(term)
    raise QueryError(f"{term!r} is neither IRI, blank node nor literal: it cannot be queried")


def _to_named(iri: str) -> ox.NamedNode:
    try:
        return ox.NamedNode(iri)
    except ValueError as err:
        raise QueryError(f"{str(iri)!r} is no IRI: {err}") from err


def _to_literal(term: Literal) -> ox.Literal:
    if term.language:
        return ox.Literal(str(term), language=term.language)
    datatype = _to_named(term.datatype) if term.datatype else None
    return ox.Literal(str(term), datatype=datatype)


def load_terms(quads: Iterable[ox.Quad]) -> Iterator[Quad]:
    """Oxigraph's quads as rdflib's terms, the fourth None in the default graph.

    What RDF 1.2 says with ``rdf:reifies`` is said with an ``rdf:Statement``, as rdflib can hold it.
    """
    known: dict[OxTerm | ox.DefaultGraph, Node] = {}

    def convert(term: OxTerm | ox.DefaultGraph) -> Node:
        if term not in known:
            known[term] = from_ox(term)
        return known[term]

    for s, p, o, name in quads:
        graph = None if isinstance(name, ox.DefaultGraph) else convert(name)
        if isinstance(o, ox.Triple) and p == _REIFIES:
            yield convert(s), RDF.type, RDF.Statement, graph
            for part, term in zip(_PARTS, o, strict=True):
                yield convert(s), part, convert(term), graph
        else:
            yield convert(s), convert(p), convert(o), graph


def to_quads(data: rdflib.Graph) -> Iterator[ox.Quad]:
    """The quads of an rdflib graph or dataset as Oxigraph's."""
    known: dict[Node | None, Any] = {None: ox.DefaultGraph()}

    def convert(term: Node | None) -> Any:
        if term is not None and term not in known:
            known[term] = to_ox(term)
        return known[term]

    for s, p, o, name in list_quads(data):
        yield ox.Quad(convert(s), convert(p), convert(o), convert(name))


def list_quads(data: rdflib.Graph) -> Iterator[Quad]:
    """The quads of a dataset, or the triples of a graph as quads of the default graph."""
    if not isinstance(data, Dataset):
        return ((s, p, o, None) for s, p, o in data)
    default = DATASET_DEFAULT_GRAPH_ID
    return ((s, p, o, None if g == default else g) for s, p, o, g in data.quads())
