"""What people give named queries, as terms of SPARQL."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

import rdflib
from rdflib import XSD, URIRef

from kgx.errors import QueryError, WriteError
from kgx.query.library import NamedQuery, Parameter, bind_parameters, use_rdf12
from kgx.query.result import Result
from kgx.rdf.spell import quote_text, spell_term

Ask: TypeAlias = Callable[[str], Result]
"""Answers SPARQL, wherever the data is."""

HAS_TRIPLE_TERMS = "ASK { ?claim rdf:reifies ?triple }"
"""Asked of the data before each named query."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s]+")
_MOST = 20
"""So many things of one name are taken."""


def fill_query(
    query: NamedQuery, given: Mapping[str, str], ask: Ask, prefixes: Mapping[str, str]
) -> str:
    """The SPARQL of a named query with its parameters, for the data that ``ask`` answers from.

    Args:
        query: From the library or a file.
        given: Values of its parameters as people write them.
        ask: Finds entities by their names, and tells which form claims have.
        prefixes: Prefix to namespace.

    Raises:
        QueryError: A parameter is unknown, missing, or not of its type, or names nothing.
    """
    known = {parameter.name: parameter for parameter in query.parameters}
    if unknown := given.keys() - known.keys():
        raise QueryError(f"{query.name} has no parameter {min(unknown)!r}: {_say_known(query)}")
    for parameter in query.parameters:
        if parameter.required and not given.get(parameter.name):
            raise QueryError(f"{query.name} needs {parameter.name}=...: {parameter.about}")
    rdf12 = bool(ask(HAS_TRIPLE_TERMS))
    fit = use_rdf12 if rdf12 else str

    def ask_fitting(sparql: str) -> Result:
        return ask(fit(sparql))

    terms = {
        name: _to_terms(known[name], value, ask_fitting, prefixes)
        for name, value in given.items()
        if value
    }
    return fit(bind_parameters(query, terms))


def _say_known(query: NamedQuery) -> str:
    names = ", ".join(parameter.name for parameter in query.parameters)
    return f"it takes {names}" if names else "it takes none"


def _to_terms(
    parameter: Parameter, value: str, ask: Ask, prefixes: Mapping[str, str]
) -> tuple[str, ...]:
    if parameter.type == "text":
        return (quote_text(value),)
    if parameter.type == "date":
        if not _DAY.fullmatch(value):
            raise QueryError(f"{parameter.name}={value!r} is no day: write it as 2025-04-01")
        return (f'"{value}"^^<{XSD.date}>',)
    iri = _read_iri(value, prefixes)
    if iri is not None:
        return (iri,)
    if parameter.type == "iri":
        raise QueryError(f"{parameter.name}={value!r} is no IRI: write one, or prefix:name")
    return _find_named(parameter, value, ask)


def _read_iri(value: str, prefixes: Mapping[str, str]) -> str | None:
    """An IRI, whole or with a known prefix, as SPARQL spells it; None for what is a name."""
    plain = value[1:-1] if value.startswith("<") and value.endswith(">") else value
    prefix, colon, local = plain.partition(":")
    if not colon or not _SCHEME.fullmatch(plain):
        return None
    if not local.startswith("//") and prefix in prefixes:
        plain = prefixes[prefix] + local
    elif plain == value and "//" not in plain and not plain.startswith("urn:"):
        return None
    try:
        return spell_term(URIRef(plain))
    except WriteError as err:
        raise QueryError(str(err)) from err


_PATTERNS = {
    "entity": (
        "?found rdfs:label|skos:prefLabel|skos:altLabel ?label . "
        "FILTER EXISTS { ?found kgx:mentions ?count } BIND (STR(?label) AS ?name)"
    ),
    "predicate": (
        "{ { SELECT DISTINCT ?found WHERE "
        "{ ?claim rdf:subject ?any ; rdf:predicate ?found ; rdf:object ?other } } UNION "
        "{ SELECT DISTINCT ?found WHERE { ?claim kgx:alsoPredicate ?found } } } "
        "OPTIONAL { ?found rdfs:label ?label } "
        'BIND (COALESCE(STR(?label), REPLACE(STR(?found), "^.*[/#]", "")) AS ?name)'
    ),
}
"""Bind ``?found`` to what can be named and ``?name`` to one of its names."""


def _find_named(parameter: Parameter, value: str, ask: Ask) -> tuple[str, ...]:
    """The IRIs of what is called that, in any case."""
    text = quote_text(" ".join(value.split()))
    found = ask(
        f"SELECT DISTINCT ?found WHERE {{ {_PATTERNS[parameter.type]} "
        f"FILTER (LCASE(?name) = LCASE({text})) }} ORDER BY ?found LIMIT {_MOST}"
    )
    if not found:
        raise QueryError(_missing_message(parameter, value, ask))
    return tuple(spell_term(row["found"]) for row in found if isinstance(row["found"], URIRef))


def _missing_message(parameter: Parameter, value: str, ask: Ask) -> str:
    words = [word for word in value.split()[:8] if len(word) > 2] or [value]
    near = ask(
        f"SELECT DISTINCT ?name WHERE {{ {_PATTERNS[parameter.type]} FILTER ("
        + " || ".join(f"CONTAINS(LCASE(?name), LCASE({quote_text(word)}))" for word in words)
        + ") } ORDER BY STRLEN(?name) ?name LIMIT 5"
    )
    names = [str(row["name"]) for row in near if isinstance(row["name"], rdflib.Literal)]
    hint = (
        f"did you mean {', '.join(names)}" if names else "kgx query ... find name=... looks it up"
    )
    return f"no {parameter.type} is called {value!r}: {hint}"
