"""Strings to RDF terms that every format can hold."""

from __future__ import annotations

import logging
import re
from functools import lru_cache

from rdflib import SDO, SKOS, XSD, Literal, URIRef

from kgx.types import EntityType
from kgx.vocab import KGX, time_datatype

_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_IN_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`\ud800-\udfff]')
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")

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


def _is_no_complaint(record: logging.LogRecord) -> bool:
    return not str(record.msg).startswith("Failed to convert Literal lexical form")


# texts hold "2025-02-30", and RDF keeps it as spelt: rdflib's traceback for each helps nobody
logging.getLogger("rdflib.term").addFilter(_is_no_complaint)


@lru_cache(maxsize=1 << 16)
def make_iri(text: str) -> URIRef:
    """An absolute IRI; characters no IRI has are percent-encoded, as in RFC 3987, section 3.1.

    >>> make_iri("https://example.org/a b")
    rdflib.term.URIRef('https://example.org/a%20b')
    """
    whole = text if _ABSOLUTE.match(text) else f"urn:x-kgx:{text}"
    return URIRef(_NOT_IN_IRI.sub(_encode_char, whole))


def _encode_char(found: re.Match[str]) -> str:
    data = found.group().encode("utf-8", "replace")
    return "".join(f"%{byte:02X}" for byte in data)


def make_text(text: str, language: str | None = None) -> Literal:
    """A string; a lone surrogate, which no encoding has, becomes U+FFFD."""
    return Literal(_SURROGATE.sub("�", text), lang=language, normalize=False)


def make_label(text: str) -> Literal:
    """A name, in English."""
    return make_text(text, "en")


def make_value(value: str, datatype: str | None) -> Literal:
    """A literal exactly as spelt."""
    if datatype is None or datatype == str(XSD.string):
        return make_text(value)
    text = _SURROGATE.sub("�", value)
    return Literal(text, datatype=make_iri(datatype), normalize=False)


@lru_cache(maxsize=1 << 12)
def make_time(value: str) -> Literal:
    """An ISO 8601 / EDTF value, with the datatype that fits."""
    return make_value(value, time_datatype(value))


@lru_cache(maxsize=1 << 12)
def make_decimal(number: float) -> Literal:
    """A number between 0 and 1, to four places.

    >>> str(make_decimal(0.84)), str(make_decimal(1))
    ('0.84', '1.0')
    """
    return Literal(str(round(float(number), 4)), datatype=XSD.decimal, normalize=False)


@lru_cache(maxsize=1 << 16)
def make_integer(number: int) -> Literal:
    """A whole number."""
    return Literal(str(number), datatype=XSD.integer, normalize=False)
