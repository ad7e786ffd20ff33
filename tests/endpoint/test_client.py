"""Asking endpoints that behave, and such as do not."""

from __future__ import annotations

import threading
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from kgx.endpoint.address import is_endpoint
from kgx.errors import QueryError
from kgx.query import query
from kgx.query.remote import declare_prefixes, is_graph

JSON = b'{"head":{"vars":["s"]},"results":{"bindings":[{"s":{"type":"uri","value":"urn:far"}}]}}'
ROWS = "application/sparql-results+json"

Respond = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers as the test says, and notes what was asked."""

    protocol_version = "HTTP/1.1"
    respond: Respond
    seen: list[tuple[str, dict[str, str], str]]

    def _take(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
        self.seen.append((f"{self.command} {self.path}", dict(self.headers), body))
        type(self).respond(self)

    do_GET = do_POST = do_PUT = _take  # noqa: N815

    def say(self, status: int, body: bytes, type_: str = ROWS, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    served = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    served.daemon_threads = True
    threading.Thread(target=served.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{served.server_port}/sparql"
    served.shutdown()
    served.server_close()


@pytest.fixture
def answer(server: str) -> Iterator[Callable[[Respond], str]]:
    """Sets how the endpoint answers, and gives its address."""

    def answer_with(respond: Respond) -> str:
        Handler.respond, Handler.seen = staticmethod(respond), []
        return server

    yield answer_with


Answer = Callable[[Respond], str]


def test_a_short_query_is_got(answer: Answer) -> None:
    url = answer(lambda h: h.say(200, JSON))
    assert query(url, "SELECT ?s { ?s a kgx:Person }").to_table() == [{"s": "<urn:far>"}]
    (line, headers, _) = Handler.seen[0]
    asked = parse_qs(urlsplit(line.partition(" ")[2]).query)["query"][0]
    assert asked == "PREFIX kgx: <https://w3id.org/kgx-extract/> SELECT ?s { ?s a kgx:Person }"
    assert (line[:4], headers["Accept"].split(",")[0]) == ("GET ", ROWS)


def test_a_long_query_is_posted(answer: Answer) -> None:
    url = answer(lambda h: h.say(200, JSON))
    query(url, "SELECT ?s { ?s ?p ?o }" + " " * 3000)
    line, headers, body = Handler.seen[0]
    assert (line, headers["Content-Type"]) == (
        "POST /sparql",
        "application/x-www-form-urlencoded",
    )
    assert parse_qs(body)["query"][0].startswith("SELECT")


def test_where_get_is_refused_it_is_posted(answer: Answer) -> None:
    def respond(h: Handler) -> None:
        h.say(405, b"") if h.command == "GET" else h.say(200, JSON)

    assert len(query(answer(respond), "SELECT ?s { ?s ?p ?o }")) == 1


def test_xml_and_triples_are_read(answer: Answer) -> None:
    xml = (
        b'<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head/>'
        b"<boolean>true</boolean></sparql>"
    )
    assert query(answer(lambda h: h.say(200, xml, "application/sparql-results+xml")), "ASK {}")
    turtle = answer(lambda h: h.say(200, b"<a> <urn:p> 1 .", "text/turtle; charset=utf-8"))
    built = query(turtle, "CONSTRUCT WHERE { ?s ?p ?o }")
    assert [str(s) for s in built.graph.subjects()] == [turtle.replace("sparql", "a")]


def test_a_busy_endpoint_is_asked_again(answer: Answer) -> None:
    def respond(h: Handler) -> None:
        if len(Handler.seen) < 3:
            h.say(503, b"", Retry_After="0")
        else:
            h.say(200, JSON)

    assert len(query(answer(respond), "SELECT ?s {}")) == 1
    assert len(Handler.seen) == 3


def test_one_that_stays_busy_is_given_up(answer: Answer) -> None:
    url = answer(lambda h: h.say(503, b"resting", Retry_After="7200"))
    with pytest.raises(QueryError, match="is busy: try later"):
        query(url, "ASK {}", timeout=5)


def hang(h: Handler) -> None:
    time.sleep(1.5)


def drip(h: Handler) -> None:
    h.send_response(200)
    h.send_header("Content-Type", ROWS)
    h.send_header("Content-Length", "1000000")
    h.end_headers()
    for _ in range(20):
        h.wfile.write(b" ")
        time.sleep(0.1)


@pytest.mark.parametrize("respond", [hang, drip])
def test_one_that_hangs_is_left(answer: Answer, respond: Respond) -> None:
    with pytest.raises(QueryError, match=r"no answer in 0\.5 s: --timeout gives it longer"):
        query(answer(respond), "ASK {}", timeout=0.5)


def test_nobody_there_is_one_line() -> None:
    with pytest.raises(QueryError, match="cannot be reached: Connection refused"):
        query("http://127.0.0.1:1/sparql", "ASK {}", timeout=1)


@pytest.mark.parametrize(
    ("status", "body", "type_", "message"),
    [
        (
            200,
            b"<html><script>x()</script><h1>Hello</h1> there\n</html>",
            "text/html",
            "answers text/html, not results of SPARQL: is it the address of an endpoint? "
            "It says: Hello there",
        ),
        (200, b'{"head": ', ROWS, "answers malformed application/sparql-results+json"),
        (200, b"<urn:a> <urn:b>", "text/turtle", "answers malformed text/turtle"),
        (200, b"", "", "answers nothing, not results"),
        (400, b"line 3: what?\nmore", "text/plain", "is malformed for it: line 3: what? more"),
        (404, b"", "text/plain", "fails there (404): it does not say why"),
        (500, b"a\x1b[31mb\x00", "text/plain", "fails there (500): a [31mb"),
        (403, b"", "text/plain", "asks for credentials (403): set KGX_ENDPOINT_USER and"),
    ],
)
def test_what_goes_wrong_is_one_line(
    answer: Answer, status: int, body: bytes, type_: str, message: str
) -> None:
    url = answer(lambda h: h.say(status, body, type_))
    with pytest.raises(QueryError) as raised:
        query(url, "ASK {}")
    assert message in str(raised.value)
    assert str(raised.value).startswith(url)
    assert str(raised.value).isprintable()


def test_user_and_password_are_given_when_asked_for(
    answer: Answer, monkeypatch: pytest.MonkeyPatch
) -> None:
    def respond(h: Handler) -> None:
        if "Authorization" in h.headers:
            h.say(200, JSON)
        else:
            h.say(401, b"", WWW_Authenticate='Basic realm="x"')

    monkeypatch.setenv("KGX_ENDPOINT_USER", "ada")
    monkeypatch.setenv("KGX_ENDPOINT_PASSWORD", "s3cret")
    query(answer(respond), "SELECT ?s {}")
    given = [headers.get("Authorization") for _, headers, _ in Handler.seen]
    assert given[0] is None
    assert b64decode(str(given[1]).removeprefix("Basic ")) == b"ada:s3cret"


def test_a_token_is_given_at_once(answer: Answer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGX_ENDPOINT_TOKEN", "t0ken")
    query(answer(lambda h: h.say(200, JSON)), "SELECT ?s {}")
    assert Handler.seen[0][1]["Authorization"] == "Bearer t0ken"


def test_a_redirection_on_the_same_host_is_followed(answer: Answer) -> None:
    def respond(h: Handler) -> None:
        if h.path.startswith("/sparql"):
            h.say(307, b"", Location=h.path.replace("/sparql", "/there"))
        else:
            h.say(200, JSON)

    assert len(query(answer(respond), "SELECT ?s {}")) == 1


@pytest.mark.parametrize(
    "target", ["http://localhost:1/", "file:///etc/passwd", "ftp://127.0.0.1/"]
)
def test_credentials_follow_nobody_elsewhere(
    answer: Answer, monkeypatch: pytest.MonkeyPatch, target: str
) -> None:
    monkeypatch.setenv("KGX_ENDPOINT_TOKEN", "t0ken")
    url = answer(lambda h: h.say(302, b"", Location=target))
    with pytest.raises(QueryError, match="redirects to"):
        query(url, "ASK {}")
    assert len(Handler.seen) == 1


def test_a_circle_of_redirections_ends(answer: Answer) -> None:
    url = answer(lambda h: h.say(302, b"", Location=h.path))
    with pytest.raises(QueryError, match="redirects without end"):
        query(url, "ASK {}")


def test_credentials_in_the_address_are_refused_and_not_repeated() -> None:
    with pytest.raises(QueryError, match="go into the environment") as raised:
        query("http://ada:s3cret@127.0.0.1:1/", "ASK {}")
    assert "s3cret" not in str(raised.value)


def test_an_endpoint_is_asked_alone() -> None:
    with pytest.raises(QueryError, match="asked alone"):
        query(["http://127.0.0.1:1/", "graph.ttl"], "ASK {}")


@pytest.mark.parametrize(
    ("sparql", "graph"),
    [
        ("SELECT * { ?s ?p 'construct' }", False),
        ("# describe\nASK {}", False),
        ("PREFIX construct: <http://select/> describe construct:x", True),
        ("BASE <http://ask/> construct where {?s ?p ?o}", True),
    ],
)
def test_the_form_of_a_query(sparql: str, graph: bool) -> None:
    assert is_graph(sparql) is graph


def test_prefixes_that_are_declared_stay() -> None:
    names = {"ent": "https://e.example/"}
    own = "prefix ent: <urn:mine:> ASK { ent:a ?p ?o }"
    assert declare_prefixes(own, names) == own


def test_what_is_an_endpoint() -> None:
    assert is_endpoint("HTTPS://a.example/sparql")
    assert not is_endpoint("httpd.ttl")
