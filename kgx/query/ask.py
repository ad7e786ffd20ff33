"""Run SPARQL with Oxigraph."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import rdflib

from kgx.endpoint.address import Endpoint, is_endpoint
from kgx.errors import QueryError
from kgx.infer import Rule, draw_inferences
from kgx.iris import BASE
from kgx.query.answer import read_answer
from kgx.query.library import NAME, NamedQuery, find_named, parse_named
from kgx.query.parameters import Ask, fill_query
from kgx.query.result import Result
from kgx.query.services import check_services
from kgx.rdf.files import list_sources, parse_rdf
from kgx.rdf.oxigraph import to_quads
from kgx.store.reading import is_store, open_oxigraph, read_settings_of
from kgx.vocab import prefixes

if TYPE_CHECKING:
    from kgx.rdf.files import RdfSource

_NAMES_GRAPHS = re.compile(r"\b(graph|from)\b", re.IGNORECASE)
_UPDATE = re.compile(
    r"\s*(?:(?:PREFIX|BASE)\s[^>]*>\s*)*(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD)\s",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Data:
    """Something that answers queries, and its prefixes."""

    ask: Ask
    prefixes: Mapping[str, str]


def query(
    source: rdflib.Graph | RdfSource | Sequence[RdfSource],
    sparql: str,
    *,
    parameters: Mapping[str, str] | None = None,
    format: str | None = None,
    base: str | None = None,
    services: Collection[str] = (),
    timeout: float = 60.0,
    rules: Sequence[Rule] = (),
) -> Result:
    """Ask RDF a question in SPARQL: SELECT, ASK, CONSTRUCT or DESCRIBE, of 1.1 or 1.2.

    The default graph is the union of all graphs; ``GRAPH`` reaches single ones. The prefixes of kgx
    and those of the source need no declaration.

    Args:
        source: An rdflib graph or dataset, whatever `read_rdf` reads, or the path of a store, or
            several paths, or the address of an endpoint (``http://...``), which gets credentials
            from the environment (`kgx.endpoint.client`).
        sparql: The query, or the name of one that `kgx.query.library.list_queries` lists.
        parameters: Of a named query, or of one that is written like those.
        format: The RDF format of ``source`` where its suffix does not tell.
        base: What ``ent:``, ``rel:``, ``claim:`` stand for; by default as the source binds them.
        services: Hosts that ``SERVICE`` may ask, each perhaps with ``:port``; none by default.
        timeout: Seconds that an endpoint has for each request.
        rules: What follows from the source by these is asked too; see `kgx.infer`. It is inferred
            in memory, the source stays as it is.

    Raises:
        QueryError: The query or the source is malformed, or the source cannot be read.
        RuleError: A rule fails.

    >>> turtle = "@prefix ent: <https://example.org/kg/> . ent:a ent:b ent:c ."
    >>> result = query(rdflib.Graph().parse(data=turtle), "SELECT ?what { ent:a ?how ?what }")
    >>> result.to_table()
    [{'what': 'ent:c'}]
    """
    named = choose_query(sparql, parameters)
    text = named.sparql if named else sparql
    check_services(text, services)
    by_graph = bool(_NAMES_GRAPHS.search(text))
    with open_data(
        source, format=format, base=base, by_graph=by_graph, timeout=timeout, rules=rules
    ) as data:
        if named:
            text = fill_query(named, parameters or {}, data.ask, data.prefixes)
        return data.ask(text)


def choose_query(sparql: str, parameters: Mapping[str, str] | None) -> NamedQuery | None:
    """The named query that is meant by a name, or by a text that parameters are for."""
    if NAME.fullmatch(sparql.strip()):
        return find_named(sparql.strip())
    return parse_named("the query", sparql) if parameters else None


@contextmanager
def open_data(
    source: rdflib.Graph | RdfSource | Sequence[RdfSource],
    *,
    format: str | None = None,
    base: str | None = None,
    by_graph: bool = True,
    timeout: float = 60.0,
    rules: Sequence[Rule] = (),
) -> Iterator[Data]:
    """What answers queries about a source, while it is open. The arguments are those of `query`.

    Raises:
        QueryError: The source is malformed or cannot be read.
    """
    only = _find_only(source)
    if is_endpoint(only):
        if rules:
            raise QueryError(f"{only}: rules run over files and stores, not over an endpoint")
        from kgx.query.remote import ask_endpoint

        names = prefixes(base or BASE)
        yield Data(ask_endpoint(Endpoint(str(only), timeout=timeout), names), names)
        return
    if is_store(only) and not rules:
        path = str(only)
        with open_oxigraph(path) as held:
            names = prefixes(base or read_settings_of(path).base)
            yield Data(_ask_store(held, names), names)
        return
    store, known = load_store(source, format=format, by_graph=by_graph)
    own = read_settings_of(str(only)).base if is_store(only) else known.get("ent", BASE)
    start = base or own
    if rules:
        inferred, _ = draw_inferences(store, rules, base=start)
        store.extend(_spread(to_quads(inferred), by_graph))
    names = prefixes(start)
    names = {**known, **names} if base else {**names, **known}
    yield Data(_ask_store(store, names), names)


def _find_only(source: Any) -> Any:
    """The only one of several sources, or the source itself."""
    several = isinstance(source, Sequence) and not isinstance(source, str)
    return source[0] if several and len(source) == 1 else source


def _ask_store(store: ox.Store, names: Mapping[str, str]) -> Ask:
    return lambda sparql: run_query(store, sparql, names)


def load_store(
    source: rdflib.Graph | RdfSource | Sequence[RdfSource],
    *,
    format: str | None = None,
    by_graph: bool = True,
) -> tuple[ox.Store, dict[str, str]]:
    """An Oxigraph store in memory whose default graph holds all triples, and the prefixes.

    Args:
        source: As `query`.
        format: As `query`.
        by_graph: Whether named graphs are kept as well.

    Raises:
        QueryError: As `query`.
    """
    store, names = ox.Store(), dict[str, str]()
    if isinstance(source, rdflib.Graph):
        names |= {str(prefix): str(namespace) for prefix, namespace in source.namespaces()}
        store.bulk_extend(_spread(to_quads(source), by_graph))
        return store, names
    sources = list_sources(source)
    for one in sources:
        if is_endpoint(one):
            raise QueryError(f"{one}: an endpoint is asked alone, not with other sources")
        if is_store(one):
            with open_oxigraph(str(one)) as held:
                store.bulk_extend(_spread(iter(held), by_graph))
            continue
        quads, found = parse_rdf(one, format, rename=len(sources) > 1)
        store.bulk_extend(_spread(quads, by_graph))
        names |= found
    return store, names


def _spread(quads: Iterator[ox.Quad], by_graph: bool) -> Iterator[ox.Quad]:
    """Every quad in the default graph, once there however many graphs hold it."""
    for quad in quads:
        if not isinstance(quad.graph_name, ox.DefaultGraph):
            if by_graph:
                yield quad
            quad = ox.Quad(quad.subject, quad.predicate, quad.object)
        yield quad


def run_query(store: ox.Store, sparql: str, names: Mapping[str, str]) -> Result:
    """Run a query on a store; the union is the store's own matter.

    Raises:
        QueryError: The query is malformed, or fails while it runs.
    """
    try:
        answer = store.query(sparql, prefixes=_valid_prefixes(names))
        return read_answer(answer, names)
    except SyntaxError as err:
        raise QueryError(_syntax_message(str(err), sparql)) from err
    except (ValueError, RuntimeError, OSError) as err:
        raise QueryError(f"the query fails: {' '.join(str(err).split())}") from err


def _valid_prefixes(names: Mapping[str, str]) -> dict[str, str]:
    return {prefix: name for prefix, name in names.items() if re.match(r"[\w+.-]+:", name)}


def _syntax_message(message: str, sparql: str) -> str:
    """One line: where, the line of the query itself, and what was expected, cut short."""
    if update := _UPDATE.match(sparql):
        return f"{update[1].upper()} is an update: kgx query only asks; see kgx serve --writable"
    found = re.match(r"error at (\d+):(\d+): (.*)", message, re.DOTALL)
    if not found:
        return f"malformed SPARQL: {' '.join(message.split())}"
    row, column, reason = int(found[1]), int(found[2]), " ".join(found[3].split())
    lines = sparql.splitlines() or [""]
    near = lines[min(row, len(lines)) - 1].strip()
    reason = re.sub(r", \[.*", "", reason)  # classes of characters
    short = reason if len(reason) <= 120 else reason[:117] + "..."
    return f"malformed SPARQL, line {row}, column {column}: {short} (in: {near[:80]})"
