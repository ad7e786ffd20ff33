"""The SPARQL 1.1 Graph Store HTTP Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/)."""

from __future__ import annotations

from urllib.parse import parse_qsl

import pyoxigraph as ox
from starlette.requests import Request
from starlette.responses import Response

from kgx.rdf.sort import spell_quads
from kgx.serve.negotiate import TRIPLES, choose_type
from kgx.serve.protocol import BadRequestError, read_body
from kgx.serve.service import Service
from kgx.serve.write import graph_update
from kgx.store.engine import SHARED


async def handle_graph(request: Request, service: Service) -> Response:
    """Answer a request about one graph.

    Raises:
        BadRequestError: It is no request of the protocol, or may not be made.
    """
    graph = read_graph_name(request)
    if request.method in ("GET", "HEAD"):
        return await _get(request, service, graph)
    if service.setup.token is None:
        raise BadRequestError(405, "this server only reads: kgx serve --writable")
    if not service.may_write(request.headers.get("authorization", "")):
        raise BadRequestError(401, "writing takes the token that the server was started with")
    there = await _exists(service, graph)
    if request.method == "DELETE":
        if not there:
            raise BadRequestError(404, "there is no such graph")
        await _write(service, graph_update(graph, None, replace=True))
        return Response(status_code=204)
    triples = await _read_triples(request, service)
    await _write(service, graph_update(graph, triples, replace=request.method == "PUT"))
    return Response(status_code=204 if there else 201)


def read_graph_name(request: Request) -> str | None:
    """The graph that a request is about, as SPARQL spells it; None for what is in no graph.

    Raises:
        BadRequestError: It names none, or several, or something that is no IRI.
    """
    pairs = parse_qsl(request.url.query, keep_blank_values=True)
    names = [value for key, value in pairs if key == "graph"]
    default = any(key == "default" for key, _ in pairs)
    direct = request.url.path.rstrip("/") != "/graphs"
    if len(names) + default + direct != 1:
        raise BadRequestError(
            400, "name one graph: ?graph=IRI, ?default, or the graph's own address"
        )
    if default:
        return None
    iri = names[0] if names else str(request.url)
    try:
        node = ox.NamedNode(iri)
    except ValueError as err:
        raise BadRequestError(400, f"the name of the graph is no IRI: {err}") from err
    if node == SHARED or ":" not in iri:
        raise BadRequestError(400, "the name of the graph is no IRI of a graph")
    return str(node)


async def _get(request: Request, service: Service, graph: str | None) -> Response:
    media = choose_type(request.headers.get("accept", ""), TRIPLES)
    if media is None:
        raise BadRequestError(406, f"graphs are {', '.join(TRIPLES)}")
    if not await _exists(service, graph):
        raise BadRequestError(404, "there is no such graph")
    sparql = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH {graph or SHARED} {{ ?s ?p ?o }} }}"
    reply, data = await service.ask(sparql, rows=None, triples=media)
    if reply.status != 200:
        raise BadRequestError(reply.status, reply.message)
    return Response(data, media_type=media, headers={"Vary": "Accept"})


async def _exists(service: Service, graph: str | None) -> bool:
    if graph is None:
        return True
    reply, data = await service.ask(f"ASK {{ GRAPH {graph} {{ }} }}", rows="text/csv", triples=None)
    if reply.status != 200:
        raise BadRequestError(reply.status, reply.message)
    return data.startswith(b"true")


async def _read_triples(request: Request, service: Service) -> str:
    """The triples that are sent, as N-Triples."""
    data = await read_body(request, service.setup.limits.upload)
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    format = ox.RdfFormat.from_media_type(media or "text/turtle")
    if format is None or (format.supports_datasets and format != ox.RdfFormat.JSON_LD):
        raise BadRequestError(415, f"a graph is sent as {', '.join(TRIPLES)}")
    try:
        quads = list(ox.parse(data, format=format, base_iri=str(request.url)))
    except (SyntaxError, ValueError) as err:
        reason = " ".join(str(err).split())[:300]
        raise BadRequestError(400, f"malformed {media}: {reason}") from err
    plain = (ox.Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    return "".join(spell_quads(plain))


async def _write(service: Service, update: str) -> None:
    reply = await service.write(update, whole=False)
    if reply.status != 200:
        raise BadRequestError(reply.status, reply.message)
