"""Named queries: SPARQL in files, with parameters that people can give.

A file ``NAME.rq`` begins with lines ``#+`` of TOML: ``summary``, ``example`` (parameters to try)
and a table ``parameters``, each with ``about``, a ``type`` (``entity``, ``predicate``, ``iri``,
``text``, ``date``) and perhaps ``required``. The query takes a parameter from every
``VALUES $name { ... }`` in it: what is given replaces the terms there, which hold where nothing is
given, ``UNDEF`` for anything. So each file is valid SPARQL as it stands.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, Literal, TypeAlias, get_args

from kgx.errors import QueryError, RuleError

ParameterType: TypeAlias = Literal["entity", "predicate", "iri", "text", "date"]

NAME = re.compile(r"[a-z][a-z0-9_-]*")
"""What a named query is called; no SPARQL looks like it."""

_VALUES = re.compile(r"VALUES\s+\$(\w+)\s*\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a named query can be given.

    Attributes:
        type: ``entity`` and ``predicate`` are named by a label or an IRI, ``iri`` by an IRI; an IRI
            may have a prefix. ``date`` is a day, ``2025-04-01``.
        about: What it means, for people.
    """

    name: str
    type: ParameterType
    about: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of the library; ``example`` is parameters to try it with."""

    name: str
    summary: str
    sparql: str
    parameters: tuple[Parameter, ...] = ()
    example: Mapping[str, str] = field(default_factory=dict)


@functools.cache
def list_queries() -> tuple[NamedQuery, ...]:
    """The named queries of kgx, by name.

    >>> [query.name for query in list_queries()][:3]
    ['about', 'changes', 'claims']

    Raises:
        RuleError: A file is not as it should be.
    """
    folder = files("kgx.query").joinpath("questions")
    found = sorted((item.name, item) for item in folder.iterdir() if item.name.endswith(".rq"))
    return tuple(
        parse_named(name.removesuffix(".rq"), item.read_text(encoding="utf-8"))
        for name, item in found
    )


def find_named(name: str) -> NamedQuery:
    """The named query of that name.

    Raises:
        QueryError: There is none.
    """
    for query in list_queries():
        if query.name == name:
            return query
    known = ", ".join(query.name for query in list_queries())
    raise QueryError(f"no query is named {name!r}: take one of {known}, or write SPARQL")


def parse_named(name: str, text: str) -> NamedQuery:
    """A named query, from the text of its file.

    Args:
        name: What it is called, also in errors.
        text: SPARQL, its first lines perhaps ``#+`` with TOML.

    Raises:
        RuleError: Those lines are not as they should be.

    >>> parse_named("all", '#+ summary = "All."\\nSELECT * { ?s ?p ?o }').summary
    'All.'
    """
    lines = text.splitlines(keepends=True)
    head = "".join(line[2:] for line in lines if line.startswith("#+"))
    body = "".join(line for line in lines if not line.startswith("#+"))
    try:
        raw = tomllib.loads(head)
    except tomllib.TOMLDecodeError as err:
        raise RuleError(f"{name}: its lines #+ are no TOML: {err}") from err
    parameters = tuple(
        _read_parameter(name, key, given) for key, given in raw.pop("parameters", {}).items()
    )
    summary, example = raw.pop("summary", ""), raw.pop("example", {})
    if raw:
        raise RuleError(f"{name}: unknown key {min(raw)!r} in its lines #+")
    query = NamedQuery(name, summary, body, parameters, example)
    _check_named(query)
    return query


def _read_parameter(name: str, key: str, given: Any) -> Parameter:
    if not isinstance(given, dict) or not isinstance(given.get("about"), str):
        raise RuleError(f"{name}: the parameter {key!r} has no text 'about'")
    types = get_args(ParameterType)
    if given.get("type") not in types:
        raise RuleError(f"{name}: the type of {key!r} is none of {', '.join(types)}")
    if unknown := given.keys() - {"type", "about", "required"}:
        raise RuleError(f"{name}: unknown key {min(unknown)!r} of the parameter {key!r}")
    return Parameter(key, given["type"], given["about"], bool(given.get("required")))


def _check_named(query: NamedQuery) -> None:
    known = {parameter.name for parameter in query.parameters}
    if known != (used := set(_VALUES.findall(query.sparql))):
        odd = min(known ^ used)
        raise RuleError(f"{query.name}: {odd!r} has to be a parameter and have VALUES ${odd} {{ }}")
    if not isinstance(query.example, dict) or query.example.keys() - known:
        raise RuleError(f"{query.name}: the example gives what is no parameter")


def bind_parameters(query: NamedQuery, terms: Mapping[str, tuple[str, ...]]) -> str:
    """The SPARQL of a named query, given the terms of its parameters as SPARQL spells them.

    >>> query = parse_named("q", '''#+ parameters.x = { type = "text", about = "words" }
    ... SELECT * { VALUES $x { UNDEF } ?s ?p $x }''')
    >>> bind_parameters(query, {"x": ('"a"', '"b"')}).strip()
    'SELECT * { VALUES $x { "a" "b" } ?s ?p $x }'
    """

    def spell(found: re.Match[str]) -> str:
        given = terms.get(found[1])
        return f"VALUES ${found[1]} {{ {' '.join(given)} }}" if given else found[0]

    return _VALUES.sub(spell, query.sparql)


def use_rdf12(sparql: str) -> str:
    """A query about claims for data that has them as triple terms of RDF 1.2.

    >>> use_rdf12("?c rdf:subject ?s ; rdf:predicate ?p ; rdf:object ?o .")
    '?c rdf:reifies <<( ?s ?p ?o )>> .'
    """
    whole = _STATEMENT.sub(r"rdf:reifies <<( \1 \2 \3 )>>", sparql)
    whole = re.sub(rf"rdf:subject\s+({_TERM})", r"rdf:reifies <<( \1 ?anyHow ?anyObject )>>", whole)
    return re.sub(rf"rdf:object\s+({_TERM})", r"rdf:reifies <<( ?anySubject ?anyHow \1 )>>", whole)


_TERM = r"[?$:\w-]+"
_STATEMENT = re.compile(
    rf"rdf:subject\s+({_TERM})\s*;\s*rdf:predicate\s+({_TERM})\s*;\s*rdf:object\s+({_TERM})"
)
