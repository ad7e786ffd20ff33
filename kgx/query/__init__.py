"""SPARQL over RDF: files, standard input, stores, or an rdflib graph."""

from kgx.query.ask import query
from kgx.query.frames import write_parquet
from kgx.query.library import NamedQuery, Parameter, find_named, list_queries, parse_named
from kgx.query.result import Result, Row
from kgx.query.write import RESULT_FORMATS, write_result

__all__ = [
    "RESULT_FORMATS",
    "NamedQuery",
    "Parameter",
    "Result",
    "Row",
    "find_named",
    "list_queries",
    "parse_named",
    "query",
    "write_parquet",
    "write_result",
]
