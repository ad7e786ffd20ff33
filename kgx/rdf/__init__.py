"""The graph as RDF and back: terms, files, vocabulary, shapes."""

from kgx.rdf.files import FORMATS, format_of, read_graph, read_rdf, write_graph, write_rdf
from kgx.rdf.read import from_rdf
from kgx.rdf.stream import stream_quads, write_stream
from kgx.rdf.vocabulary import shapes, vocabulary
from kgx.rdf.write import to_rdf

__all__ = [
    "FORMATS",
    "format_of",
    "from_rdf",
    "read_graph",
    "read_rdf",
    "shapes",
    "stream_quads",
    "to_rdf",
    "vocabulary",
    "write_graph",
    "write_rdf",
    "write_stream",
]
