"""SPARQL over RDF: files, standard input, or an rdflib graph."""

from kgx.query.ask import query
from kgx.query.result import Result, Row
from kgx.query.write import RESULT_FORMATS, write_result

__all__ = ["RESULT_FORMATS", "Result", "Row", "query", "write_result"]
