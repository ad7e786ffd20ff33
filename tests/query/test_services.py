"""Queries stay away from the network and the disk unless a host is allowed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
import rdflib

from kgx.errors import QueryError
from kgx.query import query
from kgx.query.services import check_services, is_allowed

JSON = b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri","value":"urn:far"}}]}}'


class _Far(BaseHTTPRequestHandler):
    hits: int = 0

    def do_GET(self) -> None:
        type(self).hits += 1
        if self.path.startswith("/moved"):
            self.send_response(302)
            self.send_header("Location", self.path.partition("?to=")[2].partition("&")[0])
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(JSON)))
        self.end_headers()
        self.wfile.write(JSON)

    do_POST = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Far)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sparql"
    server.shutdown()
    server.server_close()


@pytest.fixture
def far(server: str) -> str:
    _Far.hits = 0
    return server


HIDDEN = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { service silent <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICE<URL>{ ?s ?p ?o } }",
    "SELECT * { SERVICE # a comment\n SILENT # > another\n <URL> { ?s ?p ?o } }",
    "PREFIX f: <URL> SELECT * { SERVICE f: { ?s ?p ?o } }",
    "SELECT * { BIND(<URL> AS ?f) SERVICE ?f { ?s ?p ?o } }",
    "SELECT * { BIND(<URL> AS ?f) SERVICE$f{ ?s ?p ?o } }",
    "SELECT * { ?s ?p 1.SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { ?s ?p true SERVICE <URL> { ?s ?p ?o } }",
    'SELECT * { ?s ?p ?x FILTER(?x<3#>"""\n) SERVICE <URL> { ?s ?p ?o } } #"""',
    "SELECT * { ?s ?p ?x FILTER(?x<3#>'''\n) SERVICE <URL> { ?s ?p ?o } } #'''",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { { SELECT * { SERVICE <URL> { ?s ?p ?o } } } }",
    "ASK { FILTER NOT EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "LOAD <URL>",
    "LOAD SILENT <file:///etc/passwd>",
    "INSERT DATA { <urn:a> <urn:b> 1 } ; LOAD<URL> INTO GRAPH <urn:g>",
]


@pytest.mark.parametrize("sparql", HIDDEN)
def test_nothing_is_fetched(far: str, sparql: str) -> None:
    with pytest.raises(QueryError, match="is off"):
        query(rdflib.Graph(), sparql.replace("URL", far))
    assert _Far.hits == 0


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT ?service ?load { ?service ?load <urn:a> . ?service <urn:p> ?load }",
        'ASK { BIND("self-service at <home>" AS ?x) BIND("the load of services" AS ?y) }',
        "PREFIX s: <urn:service:> ASK { s:service s:load <urn:load> }",
        "ASK { ?s <http://load.example/service> ?o } # the service is good",
    ],
)
def test_the_words_alone_are_harmless(sparql: str) -> None:
    assert query(rdflib.Graph(), sparql).form in ("ask", "select")


def test_an_allowed_host_is_asked(far: str) -> None:
    host = far.removeprefix("http://").partition("/")[0]
    sparql = f"SELECT * {{ SERVICE <{far}> {{ ?s ?p ?o }} }}"
    assert query(rdflib.Graph(), sparql, services=[host]).to_table()[0]["s"] == "<urn:far>"
    assert _Far.hits == 1
    with pytest.raises(QueryError, match=r"the allowed hosts are other\.example"):
        query(rdflib.Graph(), sparql, services=["other.example"])
    assert _Far.hits == 1


def test_an_allowed_host_cannot_send_elsewhere(far: str) -> None:
    host = far.removeprefix("http://").partition("/")[0]
    moved = far.replace("/sparql", "/moved?to=") + far
    with pytest.raises(QueryError):
        query(rdflib.Graph(), f"SELECT * {{ SERVICE <{moved}> {{ ?s ?p ?o }} }}", services=[host])
    assert _Far.hits == 1


def test_an_allowed_host_is_named_in_full(far: str) -> None:
    host = far.removeprefix("http://").partition("/")[0]
    with pytest.raises(QueryError, match="to be named in full"):
        check_services(f"SELECT * {{ BIND(<{far}> AS ?x) SERVICE ?x {{}} }}", [host])


@pytest.mark.parametrize(
    ("target", "allowed"),
    [
        ("<http://a.example/sparql>", True),
        ("<https://a.example>", True),
        ("<HTTPS://A.EXAMPLE/>", True),
        ("<http://a.example:80/>", True),
        ("<http://a.example:8080/>", False),
        ("<http://a.example.evil.example/>", False),
        ("<http://a.example@evil.example/>", False),
        ("<http://user@a.example/>", False),
        ("<http://evil.example/a.example>", False),
        ("<http://evil.example\\@a.example/>", False),
        ("<ftp://a.example/>", False),
        ("<file:///a.example>", False),
        ("<sparql>", False),
        ("<http://[a.example/>", False),
        ("<http://a.example:x/>", False),
        ("?x", False),
        ("a:", False),
    ],
)
def test_what_is_an_allowed_host(target: str, allowed: bool) -> None:
    assert is_allowed(target, ["a.example"]) is allowed


@pytest.mark.parametrize(
    "piece", ["SERVICE #", "a", "SERVICE ", "LOAD SILENT #\n", " ", "#", "?load "]
)
def test_long_texts_are_checked_in_linear_time(piece: str) -> None:
    """Else these would take hours."""
    with suppress(QueryError):
        check_services(piece * 300_000)
