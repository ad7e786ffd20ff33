"""IRIs made from content: the same name and type give the same IRI on every machine."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache

from anyascii import anyascii

BASE = "https://example.org/kg/"
SCHEMA = "https://schema.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"

_NOT_WORD = re.compile(r"[^a-z0-9]+")


def digest(*parts: str) -> str:
    """Sixteen hex digits of the SHA-256 of the parts."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]


@lru_cache(maxsize=8192)
def slug(name: str) -> str:
    """A name as lower-case ASCII words joined by hyphens; a digest where nothing is left.

    >>> slug("Türkiye"), slug("Kale Group"), slug("KTJ-3200")
    ('turkiye', 'kale-group', 'ktj-3200')
    """
    words = _NOT_WORD.sub("-", anyascii(name.replace("'", "").replace("’", "")).lower()).strip("-")
    return words or digest(name)


def entity_iri(name: str, type_: str, base: str = BASE) -> str:
    """The IRI of an entity; concepts live in a namespace of their own, so that the class "apple"
    and the firm "Apple" stay apart."""
    return f"{base}concept/{slug(name)}" if type_ == "concept" else base + slug(name)


def quantity_iri(label: str, base: str = BASE) -> str:
    """The IRI of a quantity, from its words: what is said the same way is the same everywhere.

    >>> quantity_iri("USD 1.5 million")
    'https://example.org/kg/quantity/usd-1-5-million-e70e6a'
    """
    return f"{base}quantity/{slug(label)}-{digest(label)[:6]}"


def relation_iri(words: str, base: str = BASE) -> str:
    """The IRI of a coined predicate, from its lemma and preposition.

    >>> relation_iri("work on")
    'https://example.org/kg/relation/work-on'
    """
    return f"{base}relation/{slug(words)}"


def document_iri(id_: str, base: str = BASE) -> str:
    """The IRI of a document: readable where its id is, told apart by a digest where it is not."""
    plain = slug(id_)
    return f"{base}document/{plain if plain == id_ else f'{plain}-{digest(id_)[:8]}'}"


def claim_iri(document: str, *parts: str, base: str = BASE) -> str:
    """The IRI of a claim, from its document, parts and place."""
    return f"{base}claim/{digest(document, *parts)}"


def merge_iri(entity: str, *parts: str, base: str = BASE) -> str:
    """The IRI of a merge, from the entity that it made and why."""
    return f"{base}merge/{digest(entity, *parts)}"


def event_iri(document: str, proposition: str, base: str = BASE) -> str:
    """The IRI of what a proposition tells of."""
    return f"{base}event/{digest(document, proposition)}"
