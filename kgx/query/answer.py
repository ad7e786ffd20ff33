"""Oxigraph's answers as results."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyoxigraph as ox
import rdflib

from kgx.query.result import Result, Row
from kgx.rdf.oxigraph import OxTerm, from_ox
from kgx.rdf.spell import TripleTerm
from kgx.rdf.write import bind_prefixes


def read_answer(
    answer: ox.QuerySolutions | ox.QueryBoolean | Iterable[ox.Triple], names: Mapping[str, str]
) -> Result:
    """A result, from what Oxigraph answers or reads.

    Args:
        answer: Is read to its end.
        names: Prefix to namespace.
    """
    if isinstance(answer, ox.QuerySolutions):
        columns = tuple(variable.value for variable in answer.variables)
        rows = tuple(Row(columns, tuple(map(_from_value, solution))) for solution in answer)
        return Result("select", columns, rows, prefixes=names)
    if isinstance(answer, ox.QueryBoolean):
        return Result("ask", answer=bool(answer), prefixes=names)
    graph = rdflib.Graph()
    bind_prefixes(graph, names)
    for s, p, o in answer:
        graph.add((from_ox(s), from_ox(p), _from_term(o)))
    return Result("graph", graph=graph, prefixes=names)


def _from_value(term: OxTerm | None) -> rdflib.term.Node | None:
    return None if term is None else _from_term(term)


def _from_term(term: OxTerm) -> rdflib.term.Node:
    if isinstance(term, ox.Triple):
        return TripleTerm(from_ox(term.subject), from_ox(term.predicate), _from_term(term.object))
    return from_ox(term)
