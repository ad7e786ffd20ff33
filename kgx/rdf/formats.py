"""The RDF formats by name and suffix."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox

from kgx.errors import WriteError

FORMATS = {
    "ttl": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "nq": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdf": ox.RdfFormat.RDF_XML,
}
"""Every format that is read and written, by its own name."""

_ALIASES = {
    "turtle": "ttl",
    "n3": "ttl",
    "ntriples": "nt",
    "n-triples": "nt",
    "nquads": "nq",
    "n-quads": "nq",
    "json-ld": "jsonld",
    "rdf/xml": "rdf",
    "rdfxml": "rdf",
    "rdf-xml": "rdf",
    "xml": "rdf",
    "owl": "rdf",
}


def format_of(name: str | Path, *others: str) -> str:
    """The name in `FORMATS` of a format, given its name or a path with its suffix.

    Args:
        others: What the caller writes besides, for the message.

    >>> format_of("Turtle"), format_of("out/graph.nq")
    ('ttl', 'nq')

    Raises:
        WriteError: There is no such format.
    """
    found = find_format(str(name)) or suffix_format(name)
    if found is None:
        known = ", ".join((*FORMATS, *others))
        raise WriteError(f"unknown format {str(name)!r}: take one of {known}")
    return found


def suffix_format(path: str | Path) -> str | None:
    """The format a path's suffix tells, through a final ``.gz``."""
    plain = Path(path)
    return find_format((plain.with_suffix("") if plain.suffix == ".gz" else plain).suffix[1:])


def find_format(name: str) -> str | None:
    """The name in `FORMATS` of a format's name."""
    low = name.lower()
    return low if low in FORMATS else _ALIASES.get(low)
