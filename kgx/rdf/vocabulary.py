"""The vocabulary kgx writes and the shapes its output conforms to, as RDF."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

import rdflib
from rdflib import OWL, RDF, RDFS, SDO, Literal, URIRef

from kgx.errors import RuleError
from kgx.rdf.terms import CLASSES
from kgx.rdf.write import bind_prefixes
from kgx.texts import parse_toml
from kgx.vocab import VOCABULARY, prefixes

_WDT = "http://www.wikidata.org/prop/direct/"
_CHARACTERISTICS = {
    "symmetric": OWL.SymmetricProperty,
    "transitive": OWL.TransitiveProperty,
    "functional": OWL.FunctionalProperty,
}
_KEYS = {
    "id": str,
    "label": str,
    "comment": str,
    "domain": list,
    "range": list,
    "inverse": str,
    "broader": str,
    "general": str,
    "symmetric": bool,
    "transitive": bool,
    "functional": bool,
    "schema": str,
    "wikidata": str,
}


def vocabulary() -> rdflib.Graph:
    """Every term kgx writes, with labels, comments, domains, ranges and alignments.

    The terms of ``vocabulary.ttl`` and, from ``relations.toml``, the relations; from
    ``generals.toml``, the general predicates.

    Raises:
        RuleError: A relation is malformed; names the file, the relation and the key.
    """
    graph = _read_turtle("vocabulary.ttl")
    relations = read_relations()
    for relation in relations:
        _add_relation(graph, relation)
    for relation in relations:
        _add_inverse(graph, relation)
    for general in read_generals():
        _add_general(graph, general)
    return graph


def shapes() -> rdflib.Graph:
    """The SHACL shapes of kgx's output."""
    return _read_turtle("shapes.ttl")


def _read_turtle(name: str) -> rdflib.Graph:
    graph = rdflib.Graph()
    bind_prefixes(graph, prefixes())
    graph.parse(data=(files("kgx.rdf") / name).read_text("utf-8"), format="turtle")
    return graph


@cache
def read_relations() -> tuple[dict[str, Any], ...]:
    """The relations of ``relations.toml``, checked; none where there is no such file.

    Raises:
        RuleError: It is malformed.
    """
    path = files("kgx") / "annotate" / "data" / "relations.toml"
    return tuple(parse_relations(path)) if path.is_file() else ()


@cache
def read_generals() -> tuple[dict[str, Any], ...]:
    """The tables of ``generals.toml``: its general predicates, each with ``id``, ``label`` and
    ``comment``, and under ``said`` the verbs of each that say it of a bare object."""
    path = files("kgx") / "annotate" / "data" / "generals.toml"
    raw = parse_toml(path.read_text("utf-8"), str(path))
    said: dict[str, list[str]] = {row["id"]: [] for row in raw["general"]}
    for row in raw["verbs"]:
        if "direct" in row:
            said[row["direct"]] += (" ".join(word.split()) for word in row["words"].split(","))
    for preposition, general in raw["prepositions"].items():
        said[general].append(f"... {preposition}")
    return tuple({**row, "said": said[row["id"]]} for row in raw["general"])


def parse_relations(path: Traversable) -> list[dict[str, Any]]:
    """Read and check a table of relations, in the order of the file.

    Raises:
        RuleError: The file is no TOML, or a relation lacks a key or is there twice.
    """
    relations = parse_toml(path.read_text("utf-8"), str(path)).get("relation", [])
    seen: set[str] = set()
    for number, relation in enumerate(relations, 1):
        _check_relation(relation, f"{path}, relation {relation.get('id', number)!r}")
        if relation["id"] in seen:
            raise RuleError(f"{path}: the relation {relation['id']!r} is there twice")
        seen.add(relation["id"])
    return list(relations)


def _check_relation(relation: dict[str, Any], where: str) -> None:
    for key in ("id", "label"):
        if key not in relation:
            raise RuleError(f"{where}: {key!r} is missing")
    for key, type_ in _KEYS.items():
        if key in relation and not isinstance(relation[key], type_):
            raise RuleError(f"{where}: {key!r} is no {type_.__name__}")
    for key in ("domain", "range"):
        for name in relation.get(key, ()):
            if name not in CLASSES and name not in LITERALS:
                raise RuleError(f"{where}: {key!r} names no type of entity: {name!r}")


LITERALS = {
    "date": URIRef("http://www.w3.org/2001/XMLSchema#date"),
    "time": RDFS.Literal,
    "number": URIRef("http://www.w3.org/2001/XMLSchema#decimal"),
    "integer": URIRef("http://www.w3.org/2001/XMLSchema#integer"),
    "text": URIRef("http://www.w3.org/2001/XMLSchema#string"),
    "amount": RDFS.Literal,
}
"""Ranges that are no entities."""


def _add_relation(graph: rdflib.Graph, relation: dict[str, Any]) -> None:
    iri = URIRef(VOCABULARY + relation["id"])
    if (iri, RDFS.label, None) in graph:
        raise RuleError(f"relations.toml: {relation['id']!r} is a term of vocabulary.ttl already")
    literal = bool(relation.get("range")) and all(n in LITERALS for n in relation["range"])
    graph.add((iri, RDF.type, RDF.Property))
    graph.add((iri, RDF.type, OWL.DatatypeProperty if literal else OWL.ObjectProperty))
    graph.add((iri, RDFS.label, Literal(relation["label"], lang="en")))
    graph.add((iri, RDFS.isDefinedBy, URIRef(VOCABULARY)))
    if relation.get("comment"):
        graph.add((iri, RDFS.comment, Literal(relation["comment"], lang="en")))
    for key, class_ in _CHARACTERISTICS.items():
        if relation.get(key):
            graph.add((iri, RDF.type, class_))
    _add_classes(graph, iri, RDFS.domain, SDO.domainIncludes, relation.get("domain", []))
    _add_classes(graph, iri, RDFS.range, SDO.rangeIncludes, relation.get("range", []))
    _add_alignments(graph, iri, relation)


def _add_general(graph: rdflib.Graph, general: dict[str, Any]) -> None:
    iri = URIRef(VOCABULARY + general["id"])
    if (iri, RDFS.label, None) in graph:
        raise RuleError(f"generals.toml: {general['id']!r} is a term of the vocabulary already")
    graph.add((iri, RDF.type, RDF.Property))
    graph.add((iri, RDFS.label, Literal(general["label"], lang="en")))
    graph.add((iri, RDFS.comment, Literal(general["comment"], lang="en")))
    graph.add((iri, RDFS.isDefinedBy, URIRef(VOCABULARY)))
    for key, term in (("broader", RDFS.subPropertyOf), ("inverse", OWL.inverseOf)):
        if key in general:
            graph.add((iri, term, URIRef(VOCABULARY + general[key])))


def _add_inverse(graph: rdflib.Graph, relation: dict[str, Any]) -> None:
    """Define the inverse that a relation names, unless it is a relation of its own."""
    if "inverse" not in relation:
        return
    iri = URIRef(VOCABULARY + relation["inverse"])
    if (iri, RDFS.label, None) not in graph:
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", relation["inverse"]).lower()
        turned = {"domain": relation.get("range", []), "range": relation.get("domain", [])}
        comment = f"The inverse of {relation['label']}."
        _add_relation(
            graph, {"id": relation["inverse"], "label": words, "comment": comment, **turned}
        )
    graph.add((iri, OWL.inverseOf, URIRef(VOCABULARY + relation["id"])))


def _add_classes(
    graph: rdflib.Graph, iri: URIRef, one: URIRef, several: URIRef, names: list[str]
) -> None:
    """One class is a domain or range; of several, each is possible, as schema.org says it."""
    for name in names:
        class_ = LITERALS.get(name) or CLASSES[name]  # type: ignore[index]
        graph.add((iri, one if len(names) == 1 else several, class_))


def _add_alignments(graph: rdflib.Graph, iri: URIRef, relation: dict[str, Any]) -> None:
    if relation.get("inverse"):
        graph.add((iri, OWL.inverseOf, URIRef(VOCABULARY + relation["inverse"])))
    for key in ("broader", "general"):
        if relation.get(key):
            graph.add((iri, RDFS.subPropertyOf, URIRef(VOCABULARY + relation[key])))
    if relation.get("schema"):
        graph.add((iri, RDFS.subPropertyOf, URIRef(str(SDO) + relation["schema"])))
    if relation.get("wikidata"):
        graph.add((iri, OWL.equivalentProperty, URIRef(_WDT + relation["wikidata"])))
