"""Reading ontologies: OWL, RDFS, SKOS and SHACL in any RDF syntax, and a JSON list of terms."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import rdflib
from rdflib import OWL, BNode, Literal, URIRef
from rdflib.plugin import PluginException
from rdflib.term import Node
from rdflib.util import guess_format

from kgx.errors import ReadError
from kgx.ontology.graph import read_terms
from kgx.ontology.terms import Ontology, OntologyClass, Property
from kgx.texts import read_whole

_FORMATS = {
    ".owl": "xml",
    ".rdfs": "xml",
    ".skos": "turtle",
    ".shacl": "turtle",
    ".jsonld": "json-ld",
}
_FAST = {
    "turtle": ox.RdfFormat.TURTLE,
    "xml": ox.RdfFormat.RDF_XML,
    "nt": ox.RdfFormat.N_TRIPLES,
    "ntriples": ox.RdfFormat.N_TRIPLES,
}
_GUESSES = ("turtle", "xml", "json-ld")


def read_ontology(path: Path) -> Ontology:
    """Read an ontology; its imports are read where they lie beside it, and never fetched.

    Raises:
        ReadError: The file cannot be read, is in no syntax known here, or defines no property.
    """
    terms = _read_json(path)
    if terms is None:
        graph, notes = _read_graph(path)
        classes, properties, more = read_terms(graph)
        terms = Ontology(classes, properties, (*notes, *more))
    if not terms.properties:
        raise ReadError(f"{path}: defines no property: nothing could come out")
    return terms


def read_prefixes(path: Path) -> dict[str, str]:
    """The prefixes that an ontology in Turtle or RDF/XML binds, with their namespaces; none of
    other files.

    Raises:
        ReadError: The file cannot be read.
    """
    format = _FORMATS.get(path.suffix.lower()) or guess_format(path.name) or ""
    formats = list(_GUESSES) if path.suffix.lower() == ".owl" else [format]
    text = read_whole(path)
    for one in formats:
        if one in _FAST:
            quads = ox.parse(text, format=_FAST[one], base_iri=path.resolve().as_uri())
            try:
                for _ in quads:  # prefixes are known when all is read
                    pass
            except SyntaxError:
                continue
            return dict(quads.prefixes)
    return {}


# ------------------------------------------------------------------ RDF


def _read_graph(path: Path) -> tuple[rdflib.Graph, list[str]]:
    """The triples of a file and of what it imports, with notes on what was not read."""
    graph, notes = _parse(path), list[str]()
    queue, seen = [path], {path.resolve()}
    for file in queue:  # grows while imports are found
        part = graph if file is path else _parse(file)
        graph += [] if file is path else part
        for iri in sorted(map(str, part.objects(None, OWL.imports))):
            beside = _find_beside(file, iri)
            if beside is None:
                notes.append(f"imports {iri}, which is not fetched: put it beside {path.name}")
            elif beside.resolve() not in seen:
                seen.add(beside.resolve())
                queue.append(beside)
    return graph, notes


def _find_beside(file: Path, iri: str) -> Path | None:
    """The file beside another that has the last part of an IRI as its name."""
    name = iri.rstrip("/#").rsplit("/", 1)[-1].split("#")[0]
    for suffix in ("", ".ttl", ".owl", ".rdf", ".nt", ".jsonld", ".xml"):
        found = file.parent / f"{name}{suffix}"
        if name and found.is_file():
            return found
    return None


def _parse(path: Path) -> rdflib.Graph:
    """Parse a file by its suffix; where that names no syntax, by trying."""
    text = read_whole(path)
    format = _FORMATS.get(path.suffix.lower()) or guess_format(path.name)
    tries = [format] if format and path.suffix.lower() != ".owl" else list(_GUESSES)
    read = (_parse_fast(text, one, path.resolve().as_uri()) for one in tries)
    fast = next((graph for graph in read if graph is not None), None)
    if fast is not None:
        return fast
    first: Exception | None = None
    for one in tries:
        graph = rdflib.Graph()
        try:
            return graph.parse(data=text, format=one, publicID=path.resolve().as_uri())
        except PluginException as err:
            raise ReadError(f"{path}: no RDF syntax {one!r}") from err
        except Exception as err:  # noqa: BLE001  each parser raises errors of its own
            first = first or err
    words = " ".join(str(first).split()).partition(" at ^ in:")[0].replace(" of <>", "")[:200]
    raise ReadError(f"{path}: is not {' or '.join(tries)}: {words}") from first


def _parse_fast(text: str, format: str, base: str) -> rdflib.Graph | None:
    """What Oxigraph makes of a text, many times faster than rdflib; None where it makes nothing of
    it, so that rdflib can try and say what is wrong."""
    if format not in _FAST:
        return None
    graph = rdflib.Graph()
    terms: dict[Any, Node] = {}
    try:
        for quad in ox.parse(text, format=_FAST[format], base_iri=base, without_named_graphs=True):
            for term in (quad.subject, quad.predicate, quad.object):
                if term not in terms:
                    terms[term] = _to_rdflib(term)
            graph.add((terms[quad.subject], terms[quad.predicate], terms[quad.object]))
    except (SyntaxError, ValueError):
        return None
    return graph


def _to_rdflib(term: Any) -> Node:
    if isinstance(term, ox.NamedNode):
        return URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return BNode(term.value)
    if not isinstance(term, ox.Literal):
        raise ValueError(f"{term} is no term of RDF 1.1")
    if term.language:
        return Literal(term.value, lang=term.language)
    return Literal(term.value, datatype=URIRef(term.datatype.value), normalize=False)


# ------------------------------------------------------------------ JSON


def _read_json(path: Path) -> Ontology | None:
    """The JSON form of Text2KGBench (Mihindukulasooriya et al. 2023); None for any other file.

    Concepts have ``qid`` and ``label``; relations ``pid``, ``label``, ``domain`` and ``range``.
    """
    if path.suffix.lower() != ".json":
        return None
    try:
        raw = json.loads(read_whole(path))
    except json.JSONDecodeError as err:
        raise ReadError(f"{path}:{err.lineno}: not JSON: {err.msg}") from err
    if not isinstance(raw, dict) or "relations" not in raw:
        return None
    base = f"urn:ontology:{raw.get('id', path.stem)}:"
    concepts = list(_rows(path, raw, "concepts", "qid"))
    classes = {base + c["qid"]: OntologyClass(base + c["qid"], (c["label"],)) for c in concepts}
    properties = {}
    for row in _rows(path, raw, "relations", "pid"):
        domain, range_ = ((base + row[k],) if row.get(k) else () for k in ("domain", "range"))
        iri = base + row["pid"]
        properties[iri] = Property(iri, (row["label"],), domain=domain, range=range_)
    return Ontology(classes, properties)


def _rows(path: Path, raw: dict[str, Any], key: str, id_: str) -> Iterator[dict[str, str]]:
    for number, row in enumerate(raw.get(key, []), 1):
        if not isinstance(row, dict) or not isinstance(row.get(id_), str):
            raise ReadError(f"{path}: {key}, entry {number}: {id_!r} is missing")
        yield {**row, "label": row.get("label") or row[id_]}
