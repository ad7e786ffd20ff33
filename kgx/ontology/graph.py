"""Classes and properties out of RDF: what OWL, RDFS, SKOS and SHACL say of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import rdflib
from rdflib import OWL, RDF, RDFS, SDO, SH, SKOS, XSD, Literal, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

from kgx.ontology.terms import OntologyClass, Property, PropertyKind, label_words, local_name

_CLASSES = (OWL.Class, RDFS.Class, SKOS.Concept)
_KINDS: dict[Node, PropertyKind] = {
    RDF.Property: "any",
    OWL.FunctionalProperty: "any",
    OWL.ObjectProperty: "object",
    OWL.SymmetricProperty: "object",
    OWL.TransitiveProperty: "object",
    OWL.InverseFunctionalProperty: "object",
    OWL.DatatypeProperty: "data",
}
_LABELS = (RDFS.label, SKOS.prefLabel, SH.name)
_OTHER_LABELS = (
    SKOS.altLabel,
    SKOS.hiddenLabel,
    SDO.alternateName,
    URIRef("http://schema.org/alternateName"),
    URIRef("http://www.geneontology.org/formats/oboInOwl#hasExactSynonym"),
)
_COMMENTS = (RDFS.comment, SKOS.definition, SH.description)
_SCHEMAS = ("https://schema.org/", "http://schema.org/")
_STANDARD = (str(OWL), str(RDF), str(RDFS), str(SKOS), str(SH))


@dataclass(slots=True)
class _Reader:
    """A graph being read, and what there is to note about it."""

    graph: rdflib.Graph
    notes: list[str] = field(default_factory=list)
    unread: dict[str, int] = field(default_factory=lambda: defaultdict(int))


def read_terms(
    graph: rdflib.Graph,
) -> tuple[dict[str, OntologyClass], dict[str, Property], list[str]]:
    """The classes and the properties by IRI, in order, with notes on what was left out."""
    reader = _Reader(graph)
    shapes = _read_shapes(reader)
    properties = {
        iri: _read_property(reader, iri, shapes) for iri in _find_properties(reader, shapes)
    }
    classes = {iri: _read_class(reader, iri) for iri in _find_classes(reader, properties)}
    for what, count in sorted(reader.unread.items()):
        reader.notes.append(f"{count:,} {what}")
    _note_cycles(reader, classes)
    return classes, properties, reader.notes


# ------------------------------------------------------------------ classes


def _find_classes(reader: _Reader, properties: dict[str, Property]) -> list[str]:
    graph = reader.graph
    found = {str(s) for kind in _CLASSES for s in graph.subjects(RDF.type, kind) if _named(s)}
    for predicate in (RDFS.subClassOf, SKOS.broader):
        for s, o in graph.subject_objects(predicate):
            found |= {str(t) for t in (s, o) if _named(t)}
    found |= {str(o) for o in graph.objects(None, SH.targetClass) if _named(o)}
    for property_ in properties.values():
        found |= {*property_.domain, *property_.range}
    literals = (*_STANDARD, str(XSD))
    return sorted(iri for iri in found if not iri.startswith(literals) and iri not in properties)


def _read_class(reader: _Reader, iri: str) -> OntologyClass:
    term = URIRef(iri)
    told = _told(reader.graph, term)
    parents: dict[str, None] = {}
    for predicate in (RDFS.subClassOf, SKOS.broader, OWL.equivalentClass):
        for above in told.get(predicate, ()):
            parents.update(dict.fromkeys(_named_classes(reader, above)))
    parents.pop(iri, None)
    return OntologyClass(iri, _labels(told, term), _comment(told), tuple(sorted(parents)))


def _named_classes(reader: _Reader, term: Node) -> Iterator[str]:
    """The named classes a class expression is made of: itself, or the members of its union or
    intersection. Restrictions and other blank nodes are counted and left out."""
    if _named(term):
        yield from [] if str(term).startswith(_STANDARD) else [str(term)]
        return
    for predicate in (OWL.unionOf, OWL.intersectionOf):
        members = reader.graph.value(term, predicate)
        if members is not None:
            for member in _members(reader, members):
                yield from _named_classes(reader, member)
            return
    if not isinstance(term, Literal):
        reader.unread["class expressions without a name are not read"] += 1


def _members(reader: _Reader, head: Node) -> list[Node]:
    try:
        return list(Collection(reader.graph, head))
    except ValueError:  # a list that comes back to itself
        reader.unread["lists that come back to themselves are not read"] += 1
        return []


def _note_cycles(reader: _Reader, classes: dict[str, OntologyClass]) -> None:
    """Say which classes are below themselves; each is walked once."""
    state: dict[str, int] = {}
    for start in classes:
        stack = [(start, iter(classes[start].parents))] if start not in state else []
        state.setdefault(start, 1)
        while stack:
            iri, parents = stack[-1]
            parent = next(parents, None)
            if parent is None:
                state[iri] = 2
                stack.pop()
            elif state.get(parent) == 1:
                reader.notes.append(f"the class {local_name(parent)} is below itself")
            elif parent in classes and parent not in state:
                state[parent] = 1
                stack.append((parent, iter(classes[parent].parents)))


# ------------------------------------------------------------------ properties


@dataclass(slots=True)
class _Shape:
    """What property shapes say of one property."""

    labels: list[str] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    domain: dict[str, None] = field(default_factory=dict)
    range: dict[str, None] = field(default_factory=dict)


def _read_shapes(reader: _Reader) -> dict[str, _Shape]:
    """What SHACL shapes say of properties: target classes as domains, values as ranges."""
    graph = reader.graph
    found: dict[str, _Shape] = defaultdict(_Shape)
    for node, path in sorted(graph.subject_objects(SH.path), key=str):
        if not _named(path):
            reader.unread["property paths of shapes are not read"] += 1
            continue
        shape = found[str(path)]
        shape.labels += _texts(graph.objects(node, SH.name))
        shape.comments += _texts(graph.objects(node, SH.description))
        for owner in (node, *graph.subjects(SH.property, node)):
            shape.domain.update((str(c), None) for c in graph.objects(owner, SH.targetClass))
            if (owner, RDF.type, RDFS.Class) in graph or (owner, RDF.type, OWL.Class) in graph:
                shape.domain[str(owner)] = None  # a class that is its own shape
        shape.range.update((iri, None) for iri in _shape_values(reader, node))
    return found


def _shape_values(reader: _Reader, node: Node) -> Iterator[str]:
    graph = reader.graph
    for predicate in (SH["class"], SH.datatype):
        yield from (str(v) for v in graph.objects(node, predicate) if _named(v))
    for either in graph.objects(node, SH["or"]):
        for option in _members(reader, either):
            yield from _shape_values(reader, option)


def _find_properties(reader: _Reader, shapes: dict[str, _Shape]) -> list[str]:
    graph = reader.graph
    found = {s for kind in _KINDS for s in graph.subjects(RDF.type, kind)}
    found |= set(graph.subjects(RDFS.domain)) | set(graph.subjects(RDFS.range))
    found -= set(graph.subjects(RDF.type, OWL.AnnotationProperty))
    old = {s for s in graph.subjects(OWL.deprecated, Literal(True)) if s in found}
    if old:
        reader.notes.append(f"{len(old):,} deprecated properties are left out")
    named = {str(s) for s in found - old if _named(s)} | set(shapes)
    return sorted(iri for iri in named if not iri.startswith(_STANDARD))


def _read_property(reader: _Reader, iri: str, shapes: dict[str, _Shape]) -> Property:
    graph, term, shape = reader.graph, URIRef(iri), shapes.get(iri, _Shape())
    kinds = {_KINDS[t] for t in graph.objects(term, RDF.type) if t in _KINDS} - {"any"}
    domain = _ends(reader, term, RDFS.domain, "domainIncludes") | shape.domain
    range_ = _ends(reader, term, RDFS.range, "rangeIncludes") | shape.range
    inverse = graph.value(term, OWL.inverseOf) or graph.value(None, OWL.inverseOf, term)
    told = _told(graph, term)
    own = _labels(told, term)
    bare = own == (local_name(iri),) and shape.labels  # a name that the IRI alone gives
    labels = shape.labels if bare else (*own, *shape.labels)
    return Property(
        id=iri,
        labels=tuple(dict.fromkeys(labels)),
        comment=_comment(told) or " ".join(shape.comments),
        kind=kinds.pop() if len(kinds) == 1 else "any",
        domain=tuple(domain),
        range=tuple(range_),
        parents=_iris(graph.objects(term, RDFS.subPropertyOf)),
        inverse=str(inverse) if _named(inverse) else "",
        same_as=_iris(
            [*graph.objects(term, OWL.equivalentProperty), *graph.objects(term, OWL.sameAs)]
        ),
        symmetric=(term, RDF.type, OWL.SymmetricProperty) in graph,
    )


def _ends(reader: _Reader, term: URIRef, one: URIRef, several: str) -> dict[str, None]:
    """Classes or datatypes of one end. Several ``rdfs:domain`` mean all of them at once, but are
    mostly written for any of them: where none is below another, they are read so, and noted."""
    graph = reader.graph
    strict = [list(_named_classes(reader, o)) for o in sorted(graph.objects(term, one), key=str)]
    if len(strict) > 1:
        name, count = local_name(str(term)), len(strict)
        reader.notes.append(f"{name} has {count} of {local_name(str(one))}: any of them will do")
    found = [iri for iris in strict for iri in iris]
    for schema in _SCHEMAS:
        found += sorted(map(str, graph.objects(term, URIRef(schema + several))))
    literal = {str(o) for o in graph.objects(term, one) if str(o).startswith(str(RDFS.Literal))}
    return dict.fromkeys([*found, *sorted(literal)])


# ------------------------------------------------------------------ words


def _named(term: object) -> bool:
    return isinstance(term, URIRef)


def _iris(terms: Iterable[object]) -> tuple[str, ...]:
    return tuple(sorted(str(t) for t in terms if _named(t)))


def _texts(terms: Iterable[object]) -> list[str]:
    """The literals in English or without a language, each kind in order."""
    found = [t for t in terms if isinstance(t, Literal) and str(t).strip()]
    kept = [t for t in found if not t.language or t.language.lower().startswith("en")]
    return [
        " ".join(str(t).split()) for t in sorted(kept, key=lambda t: (t.language or "", str(t)))
    ]


_Told = Mapping[Node, Sequence[Node]]
"""What a graph says of one term, by predicate."""


def _told(graph: rdflib.Graph, term: Node) -> _Told:
    found: dict[Node, list[Node]] = defaultdict(list)
    for predicate, value in graph.predicate_objects(term):
        found[predicate].append(value)
    return found


def _labels(told: _Told, term: URIRef) -> tuple[str, ...]:
    """English labels, the preferred ones first; the local name of the IRI where there is none."""
    found: dict[str, None] = {}
    for predicate in (*_LABELS, *_OTHER_LABELS):
        found.update(dict.fromkeys(_texts(told.get(predicate, ()))))
    spoken = tuple(label for label in found if label_words(label))
    return spoken or (local_name(str(term)),)


def _comment(told: _Told) -> str:
    return next((t for p in _COMMENTS for t in _texts(told.get(p, ()))), "")
