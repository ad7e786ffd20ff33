"""Strings to RDF terms that every format can hold, spelt as N-Triples spells them.

What kgx writes is put together from these: a line of N-Quads is its terms with spaces between, and
`read_term` makes rdflib's terms of them.
"""

from __future__ import annotations

import logging
import re
from functools import lru_cache

from rdflib import SDO, SKOS, XSD, Literal, URIRef

from kgx.rdf.spell import quote_text
from kgx.types import EntityType
from kgx.vocab import KGX, time_datatype

_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`\ud800-\udfff]')
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_ESCAPED = dict(zip("bfnrt", "\b\f\n\r\t", strict=True))

CLASSES: dict[EntityType, URIRef] = {
    "person": KGX.Person,
    "organization": KGX.Organization,
    "place": KGX.Place,
    "facility": KGX.Facility,
    "product": KGX.Product,
    "work": KGX.Work,
    "event": KGX.NamedEvent,
    "group": KGX.Group,
    "law": KGX.Law,
    "language": KGX.Language,
    "concept": KGX.Concept,
    "other": KGX.Other,
}
"""The class of each coarse type; each is a subclass of ``kgx:Entity``."""

SCHEMA: dict[EntityType, URIRef] = {
    "person": SDO.Person,
    "organization": SDO.Organization,
    "place": SDO.Place,
    "facility": SDO.Place,
    "product": SDO.Product,
    "work": SDO.CreativeWork,
    "event": SDO.Event,
    "law": SDO.Legislation,
    "language": SDO.Language,
    "concept": SKOS.Concept,
    "other": SDO.Thing,
}
"""What an entity is where nothing more specific is known; groups have no class there."""

_STRING, _DECIMAL, _INTEGER = str(XSD.string), str(XSD.decimal), str(XSD.integer)


def _is_no_complaint(record: logging.LogRecord) -> bool:
    return not str(record.msg).startswith("Failed to convert Literal lexical form")


# texts hold "2025-02-30", and RDF keeps it as spelt: rdflib's traceback for each helps nobody
logging.getLogger("rdflib.term").addFilter(_is_no_complaint)


@lru_cache(maxsize=1 << 16)
def make_iri(text: str) -> str:
    """An absolute IRI; characters no IRI has are percent-encoded, as in RFC 3987, section 3.1.

    >>> make_iri("https://example.org/a b")
    '<https://example.org/a%20b>'
    """
    whole = text if _ABSOLUTE.match(text) else f"urn:x-kgx:{text}"
    return f"<{_NOT_IN_IRI.sub(_encode_char, whole)}>"


def _encode_char(found: re.Match[str]) -> str:
    data = found.group().encode("utf-8", "replace")
    return "".join(f"%{byte:02X}" for byte in data)


def make_text(text: str) -> str:
    """A string; a lone surrogate, which no encoding has, becomes U+FFFD."""
    return quote_text(text)


def make_label(text: str) -> str:
    """A name, in English."""
    return f"{quote_text(text)}@en"


def make_value(value: str, datatype: str | None) -> str:
    """A literal exactly as spelt."""
    if datatype is None or datatype == _STRING:
        return quote_text(value)
    return f"{quote_text(value)}^^{make_iri(datatype)}"


@lru_cache(maxsize=1 << 12)
def make_time(value: str) -> str:
    """An ISO 8601 / EDTF value, with the datatype that fits."""
    return make_value(value, time_datatype(value))


@lru_cache(maxsize=1 << 12)
def make_decimal(number: float) -> str:
    """A number between 0 and 1, to four places.

    >>> make_decimal(0.84), make_decimal(1)
    ('"0.84"^^<http://www.w3.org/2001/XMLSchema#decimal>', \
'"1.0"^^<http://www.w3.org/2001/XMLSchema#decimal>')
    """
    return make_value(str(round(float(number), 4)), _DECIMAL)


@lru_cache(maxsize=1 << 16)
def make_integer(number: int) -> str:
    """A whole number."""
    return make_value(str(number), _INTEGER)


def read_term(spelt: str) -> URIRef | Literal:
    """The term of rdflib that N-Triples spells like this: an IRI or a literal.

    >>> read_term('"Leaf"@en')
    rdflib.term.Literal('Leaf', lang='en')
    """
    if spelt.startswith("<"):
        return URIRef(spelt[1:-1])
    text, _, tail = spelt[1:].rpartition('"')
    if "\\" in text:
        text = _ESCAPE.sub(_read_escape, text)
    if tail.startswith("@"):
        return Literal(text, lang=tail[1:])
    return Literal(text, datatype=URIRef(tail[3:-1]) if tail else None, normalize=False)


def _read_escape(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(found[3], found[3])
