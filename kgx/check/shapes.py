"""Conformance: RDF against SHACL shapes (W3C SHACL 2017), run by pySHACL."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import rdflib
from rdflib import RDF
from rdflib.term import Node

from kgx.errors import KgxError, QueryError
from kgx.rdf import read_rdf, shapes

_SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
_SHAPED = (_SH.NodeShape, _SH.PropertyShape)


@dataclass(frozen=True, slots=True, order=True)
class Violation:
    """What does not conform: a node and the path from it, as IRIs or empty, and why."""

    node: str
    path: str
    message: str

    def __str__(self) -> str:
        return ": ".join(part for part in (self.node, self.path, self.message) if part)


def validate(data: rdflib.Graph) -> list[str]:
    """Check RDF against the shapes of kgx's output; one line for each thing that does not conform.

    Raises:
        KgxError: The extra ``shacl`` is not installed.
    """
    return [str(violation) for violation in check_shapes(data, shapes())]


def check_shapes(data: rdflib.Graph, shapes: rdflib.Graph) -> list[Violation]:
    """Check the union of the graphs of some RDF against shapes; sorted.

    Raises:
        KgxError: The extra ``shacl`` is not installed, or a shape is malformed.
    """
    try:
        import pyshacl
        from pyshacl.errors import ReportableRuntimeError, ShapeLoadError
    except ImportError as err:
        raise KgxError("checking shapes needs pySHACL: pip install 'kgx-extract[shacl]'") from err
    union = rdflib.Graph()  # pySHACL is fastest on rdflib's own store
    for triple in data.triples((None, None, None)):
        union.add(triple)
    try:
        _, report, _ = pyshacl.validate(union, shacl_graph=shapes)
    except (ShapeLoadError, ReportableRuntimeError) as err:
        raise KgxError(f"the shapes cannot be used: {' '.join(str(err).split())}") from err
    return sorted(_read_violations(report))


def read_shapes(path: str | Path) -> rdflib.Graph:
    """SHACL shapes from a file in any RDF syntax.

    Raises:
        QueryError: The file cannot be read, is no RDF, or holds no shape.
    """
    found = rdflib.Graph()
    for triple in read_rdf(path).triples((None, None, None)):
        found.add(triple)
    targets = [found.subjects(RDF.type, kind) for kind in _SHAPED]
    if not any(True for subjects in targets for _ in subjects):
        raise QueryError(f"{path}: holds no SHACL shape (sh:NodeShape or sh:PropertyShape)")
    return found


def _read_violations(report: rdflib.Graph) -> Iterator[Violation]:
    for result in report.subjects(RDF.type, _SH.ValidationResult):
        message = str(report.value(result, _SH.resultMessage))
        yield Violation(
            _name(report.value(result, _SH.focusNode)),
            _name(report.value(result, _SH.resultPath)),
            " ".join(message.split()),
        )


def _name(term: Node | None) -> str:
    return "" if term is None or isinstance(term, rdflib.BNode) else str(term)
