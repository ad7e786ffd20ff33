"""Loading RDF into any store that speaks SPARQL 1.1."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, islice

from kgx.endpoint.address import Endpoint
from kgx.endpoint.client import send_graph, send_update
from kgx.errors import WriteError
from kgx.rdf.quads import Quad
from kgx.rdf.rdf12 import Form
from kgx.store.convert import Sources, read_quads

_IN_UPDATE = 1_000
"""Quads in one update: some stores compile each, and take no more than some thousand."""

_IN_GRAPH = 50_000


def push(
    source: Sources,
    endpoint: Endpoint,
    *,
    graph_store: bool = False,
    replace: bool = False,
    default_graph: str | None = None,
    form: Form | None = None,
    format: str | None = None,
) -> int:
    """Load RDF into an endpoint, and return how many quads there were.

    Cut off, it leaves a part; the same call again completes it.

    Args:
        source: Stores, RDF files, or annotations, as `kgx.store.convert` takes them.
        endpoint: What takes SPARQL updates.
        graph_store: Whether ``endpoint`` is a graph store (SPARQL 1.1 Graph Store HTTP Protocol).
        replace: Whether each graph takes the place of the one of its name; by default it is added.
        default_graph: The IRI of a graph for what is in none; some stores cannot do without.
        form: Claims as statements (1.1) or triple terms (1.2); by default as they are.
        format: Of the sources, where the suffix does not tell.

    Raises:
        QueryError: A source cannot be read, or the endpoint does not take it.
        WriteError: The data has blank nodes that would be taken apart.
    """
    name = f"<{default_graph}>" if default_graph else ""
    quads = ((s, p, o, g or name) for s, p, o, g in read_quads(source, form=form, format=format))
    count = 0
    for graph, group in groupby(quads, key=lambda quad: quad[3]):
        send = _send_triples if graph_store else _send_inserts
        count += send(endpoint, graph, group, replace)
    return count


def _send_inserts(endpoint: Endpoint, graph: str, quads: Iterator[Quad], replace: bool) -> int:
    count = 0
    while chunk := list(islice(quads, _IN_UPDATE)):
        triples = "".join(_spell(quad) for quad in chunk)
        if _has_blank(chunk) and (count or len(chunk) == _IN_UPDATE):
            raise _blank_error(graph)
        data = f"GRAPH {graph} {{\n{triples}}}" if graph else triples
        clear = f"DROP SILENT {f'GRAPH {graph}' if graph else 'DEFAULT'} ;\n"
        send_update(endpoint, f"{clear if replace and not count else ''}INSERT DATA {{\n{data}\n}}")
        count += len(chunk)
    return count


def _send_triples(endpoint: Endpoint, graph: str, quads: Iterator[Quad], replace: bool) -> int:
    count = 0
    while chunk := list(islice(quads, _IN_GRAPH)):
        if _has_blank(chunk) and (count or len(chunk) == _IN_GRAPH):
            raise _blank_error(graph)
        data = "".join(map(_spell, chunk)).encode()
        send_graph(endpoint, graph[1:-1] or None, data, replace=replace and not count)
        count += len(chunk)
    return count


def _spell(quad: Quad) -> str:
    return f"{quad[0]} {quad[1]} {quad[2]} .\n"


def _has_blank(quads: list[Quad]) -> bool:
    return any(s.startswith("_:") or o.startswith("_:") for s, _, o, _ in quads)


def _blank_error(graph: str) -> WriteError:
    return WriteError(
        f"{graph or 'the default graph'}: too large to send whole, and blank nodes cannot be sent "
        "in parts: name them first, with kgx convert, or load the file with the store's own tool"
    )
