"""The ASGI application: the endpoint, the graph store, and the page."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias
from urllib.parse import quote

import anyio.to_thread
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kgx.errors import QueryError
from kgx.query.library import list_queries
from kgx.serve.describe import describe_service
from kgx.serve.frames import Reply
from kgx.serve.graphs import handle_graph
from kgx.serve.negotiate import ROWS, TRIPLES, choose_type
from kgx.serve.protocol import BadRequestError, Operation, read_operation
from kgx.serve.service import Service, Setup, run_service
from kgx.serve.texts import find_text

Handler: TypeAlias = Callable[[Request], Awaitable[Response]]
PAGE = Path(str(files("kgx.serve").joinpath("page")))

_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def make_app(setup: Setup) -> Starlette:
    """The application that serves a store.

    Args:
        setup: How it is served. The store is opened when the application starts.
    """

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        async with run_service(setup) as service:
            app.state.service = service
            yield

    methods = ["GET", "POST", "PUT", "DELETE"]
    return Starlette(
        lifespan=lifespan,
        routes=[
            Route("/sparql", _guard(answer_sparql), methods=["GET", "POST"]),
            Route("/graphs", _guard(answer_graphs), methods=methods),
            Route("/graphs/{rest:path}", _guard(answer_graphs), methods=methods),
            Route("/queries", _guard(list_named)),
            Route("/queries/{name}", _guard(answer_named)),
            Route("/queries/{name}/sparql", _guard(tell_sparql)),
            Route("/about", _guard(tell_about)),
            Route("/text", _guard(tell_text)),
            Route("/health", _guard(tell_health)),
            *(Route(path, _show_page) for path in ("/", "/entity", "/document")),
            Mount("/page", StaticFiles(directory=PAGE)),
        ],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=[*setup.hosts] or ["*"]),
            Middleware(
                CORSMiddleware,
                allow_origins=[*setup.origins],
                allow_methods=methods,
                allow_headers=["Accept", "Content-Type", "Authorization"],
            ),
            Middleware(_SafeHeaders),
        ],
    )


class _SafeHeaders:
    """Adds the headers that keep pages from doing what ours do not."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        await self._app(scope, receive, send_with_headers)


def _guard(handler: Handler) -> Handler:
    """Answer what is wrong with a request in one line."""

    async def handle(request: Request) -> Response:
        try:
            return await handler(request)
        except BadRequestError as err:
            return _fail(Reply(err.status, message=err.message))
        except QueryError as err:
            return _fail(Reply(400, message=str(err)))

    return handle


def _fail(reply: Reply) -> Response:
    headers = {"Retry-After": "5"} if reply.status == 503 else {}
    if reply.status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="kgx"'
    return PlainTextResponse(reply.message + "\n", reply.status, headers)


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


async def answer_sparql(request: Request) -> Response:
    """The endpoint: queries, updates, and without either its description."""
    service = _service(request)
    limits = service.setup.limits
    operation = await read_operation(request, (limits.request, limits.upload))
    if operation is None:
        return _describe(request, service)
    if operation.kind == "update":
        return await _update(request, service, operation)
    graphs = {"default": operation.default, "named": operation.named}
    return await _answer(request, service, operation.text, **graphs)


async def _answer(
    request: Request, service: Service, sparql: str, **graphs: tuple[str, ...] | None
) -> Response:
    accept = request.headers.get("accept", "")
    rows, triples = choose_type(accept, ROWS), choose_type(accept, TRIPLES)
    if rows is None and triples is None:
        raise BadRequestError(406, f"answers are {', '.join((*ROWS, *TRIPLES))}")
    reply, data = await service.ask(sparql, rows=rows, triples=triples, **graphs)
    if reply.status != 200:
        return _fail(reply)
    media = reply.media_type
    kind = f"{media}; charset=utf-8" if media.startswith("text/") else media
    return Response(data, headers={"Content-Type": kind, "Vary": "Accept"})


async def _update(request: Request, service: Service, operation: Operation) -> Response:
    if service.setup.token is None:
        raise BadRequestError(403, "this server only reads: kgx serve --writable")
    if not service.may_write(request.headers.get("authorization", "")):
        raise BadRequestError(401, "writing takes the token that the server was started with")
    if operation.default is not None or operation.named is not None:
        raise BadRequestError(400, "name the graphs in the update, with USING")
    reply = await service.write(operation.text, whole=True)
    return _fail(reply) if reply.status != 200 else Response(status_code=204)


def _describe(request: Request, service: Service) -> Response:
    media = choose_type(request.headers.get("accept", ""), TRIPLES)
    if media is None:
        raise BadRequestError(406, f"the description is {', '.join(TRIPLES)}")
    setup = service.setup
    url = quote(str(request.url.replace(query="", fragment="")), safe=":/[]@!$&'()*+,;=%~")
    data = describe_service(
        url, media, writable=setup.token is not None, network=bool(setup.services)
    )
    return Response(data, media_type=media, headers={"Vary": "Accept"})


async def answer_graphs(request: Request) -> Response:
    """The graph store."""
    return await handle_graph(request, _service(request))


async def list_named(request: Request) -> Response:
    """The named queries."""
    return JSONResponse(
        [
            {
                "name": one.name,
                "summary": one.summary,
                "sparql": one.sparql.strip(),
                "example": dict(one.example),
                "parameters": [
                    {"name": p.name, "type": p.type, "about": p.about, "required": p.required}
                    for p in one.parameters
                ],
            }
            for one in list_queries()
        ]
    )


async def answer_named(request: Request) -> Response:
    """What a named query answers, its parameters being those of the address."""
    service = _service(request)
    given = dict(request.query_params)
    sparql = await service.fill(request.path_params["name"], given)
    return await _answer(request, service, sparql)


async def tell_sparql(request: Request) -> Response:
    """The SPARQL of a named query with the parameters of the address."""
    given = dict(request.query_params)
    return PlainTextResponse(await _service(request).fill(request.path_params["name"], given))


async def tell_about(request: Request) -> Response:
    """What the page has to know."""
    service = _service(request)
    setup = service.setup
    sparql = "SELECT (COUNT(*) AS ?count) WHERE { ?s ?p ?o }"
    reply, data = await service.ask(sparql, rows="text/csv", triples=None)
    return JSONResponse(
        {
            "name": setup.store.name,
            "version": version("kgx-extract"),
            "triples": int(data.split()[1]) if reply.status == 200 else None,
            "prefixes": dict(setup.prefixes),
            "seconds": setup.limits.seconds,
            "writable": setup.token is not None,
            "texts": setup.texts is not None,
        }
    )


async def tell_text(request: Request) -> Response:
    """The text of a document, given its IRI."""
    texts = _service(request).setup.texts
    document = request.query_params.get("document", "")
    found = await anyio.to_thread.run_sync(find_text, texts, document) if texts else None
    if found is None:
        raise BadRequestError(404, "there is no text of this document: kgx serve --documents")
    return PlainTextResponse(found)


async def tell_health(request: Request) -> Response:
    """Whether queries are answered."""
    reply, _ = await _service(request).ask("ASK {}", rows="text/csv", triples=None)
    state = "ok" if reply.status == 200 else reply.message
    return JSONResponse({"status": state}, reply.status)


async def _show_page(request: Request) -> Response:
    return FileResponse(PAGE / "index.html")
