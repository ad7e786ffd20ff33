"""Items from RDF: SKOS concepts, FOAF and schema.org, whatever has a name; in any syntax."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby, islice
from pathlib import Path

import pyoxigraph as ox

from kgx.errors import ReadError
from kgx.kb.files import open_packed, plain_suffix
from kgx.kb.item import Item
from kgx.kb.rows import Placed
from kgx.kb.types import type_of_class

_SKOS, _RDFS = "http://www.w3.org/2004/02/skos/core#", "http://www.w3.org/2000/01/rdf-schema#"
_FOAF, _OWL = "http://xmlns.com/foaf/0.1/", "http://www.w3.org/2002/07/owl#"
_TERMS, _RDF = "http://purl.org/dc/terms/", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SCHEMA = ("https://schema.org/", "http://schema.org/")

_LABEL, _ALIAS, _TYPE, _SAME, _ABOUT = range(5)
_KINDS = {
    **dict.fromkeys((_SKOS + "prefLabel", _RDFS + "label", _FOAF + "name"), _LABEL),
    **dict.fromkeys((base + "name" for base in _SCHEMA), _LABEL),
    **dict.fromkeys((_SKOS + "altLabel", _SKOS + "hiddenLabel", _FOAF + "nick"), _ALIAS),
    **dict.fromkeys((base + "alternateName" for base in _SCHEMA), _ALIAS),
    **dict.fromkeys((_OWL + "sameAs", _SKOS + "exactMatch"), _SAME),
    **dict.fromkeys((base + "sameAs" for base in _SCHEMA), _SAME),
    **dict.fromkeys((_SKOS + "definition", _SKOS + "scopeNote", _RDFS + "comment"), _ABOUT),
    **dict.fromkeys((base + "description" for base in _SCHEMA), _ABOUT),
    _TERMS + "description": _ABOUT,
    _RDF + "type": _TYPE,
}
_MANY = 20_000


def is_rdf(path: Path) -> bool:
    """Whether a suffix is one of RDF."""
    return _format_of(path) is not None


def _format_of(path: Path) -> ox.RdfFormat | None:
    suffix = plain_suffix(path).lstrip(".")
    usual = {"rdfxml": "rdf", "owl": "rdf", "jsonld": "jsonld", "skos": "ttl"}
    return ox.RdfFormat.from_extension(usual.get(suffix, suffix)) if suffix else None


def read_triples(path: Path, language: str = "en") -> Iterator[Placed]:
    """The named subjects of an RDF file by IRI; their place is always 0.

    Names in a language, or in none, count. The triples are sorted on disk.

    Raises:
        ReadError: The file cannot be read or is malformed.
    """
    scratch = sqlite3.connect("", isolation_level=None)
    try:
        scratch.execute("CREATE TABLE said (subject TEXT, kind INTEGER, value TEXT)")
        scratch.execute("BEGIN")
        said = _list_said(path, language)
        while block := list(islice(said, _MANY)):
            scratch.executemany("INSERT INTO said VALUES (?, ?, ?)", block)
        rows = scratch.execute("SELECT DISTINCT * FROM said ORDER BY 1, 2, 3")
        for subject, group in groupby(rows, key=lambda row: str(row[0])):
            item = _make_item(subject, [(kind, value) for _, kind, value in group])
            if item is not None:
                yield 0, item
    finally:
        scratch.close()


def _list_said(path: Path, language: str) -> Iterator[tuple[str, int, str]]:
    with open_packed(path) as file:
        try:
            for quad in ox.parse(file, format=_format_of(path), lenient=True):
                kind = _KINDS.get(quad.predicate.value)
                if kind is not None and isinstance(quad.subject, ox.NamedNode):
                    value = _read_value(quad.object, kind, language)
                    if value:
                        yield quad.subject.value, kind, value
        except SyntaxError as err:
            line = f", line {err.lineno}" if err.lineno else ""
            raise ReadError(f"{path}{line}: malformed RDF: {err.msg}") from err


def _read_value(term: object, kind: int, language: str) -> str:
    if isinstance(term, ox.NamedNode):
        return term.value if kind in (_TYPE, _SAME) else ""
    if isinstance(term, ox.Literal) and kind not in (_TYPE, _SAME):
        tag = (term.language or language).split("-")[0].lower()
        return " ".join(term.value.split()) if tag == language else ""
    return ""


def _make_item(subject: str, said: list[tuple[int, str]]) -> Item | None:
    """An item with its names; the first label by order is the best one."""

    def values(kind: int) -> list[str]:
        return [value for found, value in said if found == kind]

    labels, types = values(_LABEL), values(_TYPE)
    if not labels:
        return None
    known = (type_ for class_ in types if (type_ := type_of_class(class_)))
    return Item(
        id=subject,
        label=labels[0],
        type=next(known, None),
        types=tuple(types),
        aliases=(*labels[1:], *values(_ALIAS)),
        same_as=tuple(values(_SAME)),
        description=" ".join(values(_ABOUT)),
    )
