"""Nobody gets in, out, or in the way."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest
import requests

from kgx.query import query

TOKEN = {"Authorization": "Bearer t0ken"}
DEATH = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?a != ?d) }"
GREED = """SELECT (COUNT(*) AS ?n) { { SELECT DISTINCT ?a ?d ?g {
    ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } } }"""


def ask(url: str, sparql: str, **headers: str) -> requests.Response:
    return requests.get(f"{url}/sparql", {"query": sparql}, headers=headers, timeout=60)


class _Trap(BaseHTTPRequestHandler):
    hits = 0

    def do_GET(self) -> None:
        type(self).hits += 1
        self.send_response(200)
        self.end_headers()

    do_POST = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def trap() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Trap)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/x"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    "sparql",
    [
        "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
        "SELECT * { BIND(<URL> AS ?x) SERVICE ?x { ?s ?p ?o } }",
        'SELECT * { ?s ?p ?x FILTER(?x<3#>"""\n) SERVICE <URL> { ?s ?p ?o } } #"""',
    ],
)
def test_queries_reach_nobody(served: str, trap: str, sparql: str) -> None:
    response = ask(served, sparql.replace("URL", trap))
    assert (response.status_code, response.text) == (
        400,
        "SERVICE is off: --service HOST allows a host\n",
    )
    assert _Trap.hits == 0


def test_what_the_check_would_miss_fails_all_the_same(trap: str) -> None:
    """The process that answers cannot open connections, whatever the query is."""
    script = (
        "import sys, pyoxigraph\nfrom kgx.serve.confine import leave_network\nleave_network()\n"
        f"list(pyoxigraph.Store().query('SELECT * {{ SERVICE <{trap}> {{ ?s ?p ?o }} }}'))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert done.returncode != 0
    assert b"PermissionError" in done.stderr
    assert _Trap.hits == 0


@pytest.mark.parametrize(
    "update", ["LOAD <URL>", "LOAD SILENT <file:///etc/passwd> INTO GRAPH <urn:g>", "LOAD<URL>"]
)
def test_updates_load_nothing(writable: str, trap: str, update: str) -> None:
    response = requests.post(
        f"{writable}/sparql",
        data=update.replace("URL", trap),
        headers={**TOKEN, "Content-Type": "application/sparql-update"},
        timeout=30,
    )
    assert (response.status_code, response.text[:11]) == (400, "LOAD is off")
    assert _Trap.hits == 0


def test_files_are_no_graphs(served: str) -> None:
    assert ask(served, "ASK FROM <file:///etc/passwd> { ?s ?p ?o }").json()["boolean"] is False
    params = {"query": "ASK { ?s ?p ?o }", "default-graph-uri": "file:///etc/passwd"}
    assert requests.get(f"{served}/sparql", params, timeout=30).json()["boolean"] is False
    assert requests.get(f"{served}/graphs", {"graph": "file:///etc/passwd"}, timeout=30).ok is False


@pytest.mark.parametrize("sparql", [DEATH, GREED])
def test_a_query_of_death_ends_and_harms_nobody(served: str, sparql: str) -> None:
    with ThreadPoolExecutor(4) as threads:
        deadly = [threads.submit(ask, served, sparql) for _ in range(3)]
        time.sleep(0.2)
        fine = ask(served, "ASK {}")
        answers = [one.result() for one in deadly]
    assert fine.status_code == 200
    for answer in answers:
        assert answer.status_code == 503
        assert "the query" in answer.text and answer.headers["Retry-After"]
    assert ask(served, "ASK {}").json()["boolean"] is True


def test_an_answer_has_an_end(served: str) -> None:
    """One megabyte, here."""
    response = ask(served, "SELECT * { ?a ?b ?c . ?d ?e ?f }")
    assert (response.status_code, response.text) == (
        413,
        "the answer is larger than 1,048,576 bytes: add LIMIT\n",
    )


@pytest.mark.parametrize("deep", ["{" * 20_000, "(" * 20_000, "ASK { FILTER" + "(" * 50_000])
def test_a_deep_query_ends(served: str, deep: str) -> None:
    assert ask_posted(served, deep).status_code in (400, 503)
    assert ask(served, "ASK {}").status_code == 200


def ask_posted(url: str, sparql: str) -> requests.Response:
    kind = {"Content-Type": "application/sparql-query"}
    return requests.post(f"{url}/sparql", data=sparql, headers=kind, timeout=60)


def test_a_huge_post_is_refused(served: str, writable: str) -> None:
    assert ask_posted(served, "ASK {} #" + "x" * 300_000).status_code == 413
    huge = {**TOKEN, "Content-Type": "text/turtle", "Content-Length": str(1 << 40)}
    assert _raw(writable, "PUT /graphs?graph=urn:g", huge).startswith(b"HTTP/1.1 413")


def test_a_post_without_end_is_cut_off(served: str) -> None:
    """No length is told; the server stops reading at its limit (64 MB)."""

    def pieces() -> Iterator[bytes]:
        for _ in range(80):
            yield b" " * (1 << 20)

    kind = {"Content-Type": "application/sparql-query"}
    try:
        status = requests.post(
            f"{served}/sparql", data=pieces(), headers=kind, timeout=60
        ).status_code
    except requests.ConnectionError:  # it hung up
        status = 413
    assert status == 413
    assert ask(served, "ASK {}").status_code == 200


def _raw(url: str, request: str, headers: dict[str, str] | None = None) -> bytes:
    """Send a request as it is, and read the first piece of the answer."""
    parts = urlsplit(url)
    with socket.create_connection((str(parts.hostname), int(parts.port or 0)), 30) as one:
        lines = [f"{request} HTTP/1.1", f"Host: {parts.netloc}", "Connection: close"]
        lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
        one.sendall("\r\n".join([*lines, "", ""]).encode("latin-1"))
        return one.recv(65536)


@pytest.mark.parametrize(
    "path",
    [
        "/page/../app.py",
        "/page/../../errors.py",
        "/page/%2e%2e/app.py",
        "/page/..%2fapp.py",
        "/page/%2e%2e%2f%2e%2e%2f%2e%2e%2fetc/passwd",
        "/page//etc/passwd",
        "/page/..\\app.py",
        "/page/%00",
        "/../../etc/passwd",
        "/text?document=../../etc/passwd",
        "/queries/..%2f..%2fapp",
        "/queries/..%5cclaims",
    ],
)
def test_paths_lead_nowhere_else(served: str, path: str) -> None:
    answer = _raw(served, f"GET {path}")
    assert answer.split()[1] in (b"400", b"404")
    assert b"root:" not in answer and b"import" not in answer


def test_only_who_knows_the_token_writes(writable: str, served: str) -> None:
    update = {"update": "CLEAR ALL"}
    before = requests.get(f"{writable}/about", timeout=30).json()["triples"]
    for authorization in ("", "Bearer wrong", "Basic dDBrZW4=", "bearer t0ken", "Bearer t0kené"):
        headers = {"Authorization": authorization.encode()} if authorization else {}
        response = requests.post(f"{writable}/sparql", data=update, headers=headers, timeout=30)
        assert (response.status_code, "WWW-Authenticate" in response.headers) == (401, True)
        put = requests.put(f"{writable}/graphs?default", data="", headers=headers, timeout=30)
        assert put.status_code == 401
        assert (
            requests.delete(f"{writable}/graphs?default", headers=headers, timeout=30).ok is False
        )
    assert requests.get(f"{writable}/about", timeout=30).json()["triples"] == before > 0
    assert (
        requests.post(f"{served}/sparql", data=update, headers=TOKEN, timeout=30).status_code == 403
    )
    assert requests.delete(f"{served}/graphs?default", headers=TOKEN, timeout=30).status_code == 405


def test_other_sites_ask_only_if_they_may(served: str, writable: str) -> None:
    def allowed(url: str, origin: str) -> str | None:
        headers = {"Origin": origin, "Access-Control-Request-Method": "GET"}
        preflight = requests.options(f"{url}/sparql", headers=headers, timeout=30)
        plain = ask(url, "ASK {}", Origin=origin)
        told = plain.headers.get("Access-Control-Allow-Origin")
        assert told == preflight.headers.get("Access-Control-Allow-Origin")
        return told

    assert allowed(served, "https://evil.example") is None
    assert allowed(writable, "https://evil.example") is None
    assert allowed(writable, "https://app.example") == "https://app.example"


def test_it_answers_to_its_own_name_alone(served: str) -> None:
    """Else a page elsewhere could have its own name lead here (DNS rebinding)."""
    response = requests.get(f"{served}/health", headers={"Host": "evil.example"}, timeout=30)
    assert response.status_code == 400


@pytest.mark.parametrize("path", ["/", "/health", "/sparql?query=x", "/page/none", "/nowhere"])
def test_every_answer_has_the_headers_that_protect(served: str, path: str) -> None:
    headers = requests.get(served + path, timeout=30).headers
    assert "script-src 'self'" in headers["Content-Security-Policy"]
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_errors_are_no_pages(served: str) -> None:
    response = ask(served, "SELECT <script>alert(1)</script>")
    assert response.headers["Content-Type"].startswith("text/plain")


def test_names_with_markup_and_quotes_come_back_as_data(writable: str) -> None:
    names = [
        '<script>alert("1")</script>',
        "'; DROP ALL; --",
        'a"b\\c\n\td',
        "</textarea>",
        "{{x}}",
    ]
    graph = f"{writable}/graphs?graph=urn:x:names"
    quoted = [n.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") for n in names]
    turtle = "".join(
        f'<urn:x:{at}> <http://www.w3.org/2000/01/rdf-schema#label> "{name}" ; '
        "<https://w3id.org/kgx-extract/mentions> 1 .\n"
        for at, name in enumerate(quoted)
    )
    headers = {**TOKEN, "Content-Type": "text/turtle"}
    put = requests.put(graph, data=turtle.encode(), headers=headers, timeout=30)
    assert put.status_code == 201, put.text
    for name in names:
        found = requests.get(f"{writable}/queries/find", {"name": name}, timeout=30)
        (row,) = found.json()["results"]["bindings"]
        assert row["label"]["value"] == name
        assert found.headers["Content-Type"] == "application/sparql-results+json"
    assert not query(f"{writable}/sparql", "ASK { ?s a <urn:none> }")
    requests.delete(graph, headers=headers, timeout=30)


def test_many_at_once_are_answered_or_turned_away(served: str) -> None:
    with ThreadPoolExecutor(60) as threads:
        statuses = list(threads.map(lambda _: ask(served, "ASK {}").status_code, range(300)))
    assert set(statuses) == {200}
