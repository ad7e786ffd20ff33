"""The vocabulary as a page of HTML: every class, property and value with what is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from importlib.resources import files

import rdflib
from rdflib import OWL, RDF, RDFS, SDO, URIRef

from kgx.rdf.spell import compact_iri
from kgx.rdf.vocabulary import vocabulary
from kgx.vocab import VOCABULARY, prefixes

_KINDS = (
    ("Classes", RDFS.Class),
    ("Relations and properties", RDF.Property),
    ("Values", None),
)
_SHOWN = (
    ("kind of", RDFS.subClassOf),
    ("a case of", RDFS.subPropertyOf),
    ("from", RDFS.domain),
    ("from any of", SDO.domainIncludes),
    ("to", RDFS.range),
    ("to any of", SDO.rangeIncludes),
    ("inverse of", OWL.inverseOf),
    ("the same as", OWL.equivalentProperty),
    ("see also", RDFS.seeAlso),
)
_CHARACTERS = {
    OWL.SymmetricProperty: "symmetric",
    OWL.TransitiveProperty: "transitive",
    OWL.FunctionalProperty: "functional",
}


def vocabulary_html() -> str:
    """The page, complete in itself: no script, no font and no style from elsewhere.

    >>> '<section id="spouse">' in vocabulary_html()
    True
    """
    graph = vocabulary()
    terms = {kind: list(_terms(graph, class_)) for kind, class_ in _KINDS}
    style = (files("kgx.rdf") / "vocabulary.css").read_text("utf-8")
    body = "\n".join(
        [_contents(terms), *(_part(graph, kind, found) for kind, found in terms.items())]
    )
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>The kgx vocabulary</title>\n<style>\n{style}</style>\n"
        f"<header><h1>The kgx vocabulary</h1>\n<p>Namespace <code>{VOCABULARY}</code>, prefix "
        "<code>kgx:</code>. <code>kgx vocabulary</code> writes it as OWL.</p></header>\n"
        f"{body}\n</html>\n"
    )


def _terms(graph: rdflib.Graph, class_: URIRef | None) -> Iterator[URIRef]:
    """The terms of a kind by name; without a class, those that are neither class nor property."""
    for name in sorted({str(s) for s in graph.subjects(RDFS.isDefinedBy, URIRef(VOCABULARY))}):
        term = URIRef(name)
        types = set(graph.objects(term, RDF.type))
        found = RDFS.Class if RDFS.Class in types else RDF.Property
        kind = found if found in types else None
        if kind == class_:
            yield term


def _contents(terms: dict[str, list[URIRef]]) -> str:
    lists = "\n".join(
        f"<p><strong>{kind}</strong> "
        + " ".join(f'<a href="#{_local(term)}">{_local(term)}</a>' for term in found)
        + "</p>"
        for kind, found in terms.items()
    )
    return f"<nav>\n{lists}\n</nav>"


def _part(graph: rdflib.Graph, kind: str, terms: list[URIRef]) -> str:
    return "\n".join([f"<h2>{kind}</h2>", *(_section(graph, term) for term in terms)])


def _section(graph: rdflib.Graph, term: URIRef) -> str:
    label, comment = graph.value(term, RDFS.label), graph.value(term, RDFS.comment)
    types = set(graph.objects(term, RDF.type))
    marks = [name for class_, name in _CHARACTERS.items() if class_ in types]
    rows = [
        f"<dt>{name}</dt><dd>{', '.join(_link(other) for other in others)}</dd>"
        for name, predicate in _SHOWN
        if (others := sorted(str(o) for o in graph.objects(term, predicate)))
    ]
    return (
        f'<section id="{_local(term)}">\n<h3>{_local(term)}'
        f"<small>{escape(str(label or ''))}{''.join(f', {mark}' for mark in marks)}</small></h3>\n"
        f"<p>{escape(str(comment or ''))}</p>\n<dl>{''.join(rows)}</dl>\n</section>"
    )


def _link(iri: str) -> str:
    if iri.startswith(VOCABULARY):
        return f'<a href="#{_local(URIRef(iri))}">{_local(URIRef(iri))}</a>'
    namespaces = {namespace: prefix for prefix, namespace in prefixes().items()}
    return f'<a href="{escape(iri)}">{escape(compact_iri(iri, namespaces) or iri)}</a>'


def _local(term: URIRef) -> str:
    return escape(str(term).removeprefix(VOCABULARY))
