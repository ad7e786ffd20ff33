"""RDF/XML, through Oxigraph."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO

import pyoxigraph as ox

from kgx.errors import WriteError
from kgx.rdf.lines import write_ntriples
from kgx.rdf.order import Quad

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NO_NAME = re.compile(r"(?:^|[^\w.\-])[\d.\-]*$")


def write_xml(quads: Iterable[Quad], names: Mapping[str, str]) -> Iterator[str]:
    """An RDF/XML file; characters XML cannot hold become U+FFFD.

    Raises:
        WriteError: A predicate does not end in an XML name, as RDF/XML needs.
    """
    lines = "".join(write_ntriples(quads, names))
    triples = [mend_triple(quad.triple) for quad in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES)]
    used = {_namespace(triple.predicate.value) for triple in triples}
    prefixes = {prefix: name for prefix, name in sorted(names.items()) if prefix and name in used}
    file = BytesIO()
    ox.serialize(triples, file, format=ox.RdfFormat.RDF_XML, prefixes=prefixes)
    yield file.getvalue().decode().replace("\r", "&#13;") + "\n"  # else read as a line break


def mend_text(text: str) -> str:
    """The text with U+FFFD for each character that XML 1.0 cannot hold."""
    return _NOT_XML.sub("�", text)


def _namespace(iri: str) -> str:
    return iri[: max(iri.rfind("/"), iri.rfind("#")) + 1]


def mend_triple(triple: ox.Triple) -> ox.Triple:
    """A triple as RDF/XML can hold it, its text without characters that XML lacks.

    Raises:
        WriteError: The predicate does not end in an XML name.
    """
    if _NO_NAME.search(triple.predicate.value):
        raise WriteError(
            f"RDF/XML cannot write the predicate {triple.predicate.value!r}, which does not end "
            "in an XML name: take Turtle, N-Triples or JSON-LD"
        )
    object_ = triple.object
    if isinstance(object_, ox.Literal) and _NOT_XML.search(object_.value):
        text = mend_text(object_.value)
        plain = object_.language is not None
        object_ = ox.Literal(
            text, language=object_.language, datatype=None if plain else object_.datatype
        )
    return ox.Triple(triple.subject, triple.predicate, object_)
