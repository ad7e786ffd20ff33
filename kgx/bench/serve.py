"""How fast a served store answers many clients at once."""

from __future__ import annotations

import random
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median, quantiles

import requests

from kgx.errors import KgxError
from kgx.query import query

_START = 60.0
_TOP = 20
"""So many entities, those mentioned most, are asked about."""


@dataclass(frozen=True, slots=True)
class Visit:
    """One request: which kind, how many seconds it took, and the status, 0 if there was none."""

    kind: str
    seconds: float
    status: int


def measure_serve(
    store: str,
    *,
    clients: int = 50,
    requests_each: int = 20,
    processes: int | None = None,
    tell: Callable[[str], None] = lambda line: None,
) -> list[Visit]:
    """Serve a store to clients that ask mixed questions all at once, each one after the other.

    Server and clients share this machine. What is asked, and in which order, is the same each time.

    Args:
        store: A store of kgx.
        clients: How many.
        requests_each: How often each asks.
        processes: As ``kgx serve``.
        tell: Takes a line for the user.

    Raises:
        KgxError: The store cannot be served, or has no entities.
    """
    entities = [str(row["entity"]) for row in query(store, "entities")[:_TOP]]
    if not entities:
        raise KgxError(f"{store}: no entities to ask about")
    with _serving(store, processes) as url:
        tell(f"{url} is asked by {clients} clients, {requests_each} times each")

        def visit(seed: int) -> list[Visit]:
            chosen = random.Random(seed)
            with requests.Session() as session:
                return [_ask(session, url, chosen, entities) for _ in range(requests_each)]

        with ThreadPoolExecutor(clients) as threads:
            return [one for seen in threads.map(visit, range(clients)) for one in seen]


_FIXED: Mapping[str, tuple[str, dict[str, str]]] = {
    "page": ("/", {}),
    "100 labels": ("/sparql", {"query": "SELECT * { ?s rdfs:label ?o } LIMIT 100"}),
    "count by type": (
        "/sparql",
        {"query": "SELECT ?t (COUNT(*) AS ?n) { ?s kgx:mentions ?m ; a ?t } GROUP BY ?t"},
    ),
}
_ABOUT_ONE = ("about", "claims", "neighbours")


def _ask(session: requests.Session, url: str, chosen: random.Random, entities: list[str]) -> Visit:
    kind = chosen.choice([*_FIXED, *_ABOUT_ONE])
    path, params = _FIXED.get(kind, (f"/queries/{kind}", {"entity": chosen.choice(entities)}))
    start = time.perf_counter()
    try:
        response = session.get(url + path, params=params, timeout=120)
        status = response.status_code
    except requests.RequestException:
        status = 0
    return Visit(kind, time.perf_counter() - start, status)


@contextmanager
def _serving(store: str, processes: int | None) -> Iterator[str]:
    """``kgx serve`` as a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "kgx", "serve", store, f"--port={port}"]
    command += [f"--processes={processes}"] if processes else []
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    url = f"http://127.0.0.1:{port}"
    try:
        _await(url, process)
        yield url
    finally:
        process.terminate()
        process.wait()


def _await(url: str, process: subprocess.Popen[str]) -> None:
    end = time.monotonic() + _START
    while time.monotonic() < end:
        if process.poll() is not None:
            said = process.stderr.read().strip() if process.stderr else ""
            raise KgxError(said.removeprefix("kgx: error: ") or "the server does not start")
        try:
            if requests.get(f"{url}/health", timeout=5).ok:
                return
        except requests.RequestException:
            time.sleep(0.1)
    raise KgxError(f"{url}: the server does not start in {_START:g} s")


def say_visits(visits: list[Visit]) -> str:
    """A table: for each kind how often, how many failed, and median, 95th percentile, maximum."""
    kinds = {kind: [one for one in visits if one.kind == kind] for kind in [*_FIXED, *_ABOUT_ONE]}
    lines = [f"{'':<14}{'requests':>9}{'failed':>8}{'median':>9}{'p95':>9}{'most':>9}"]
    for kind, some in [*kinds.items(), ("all", visits)]:
        if some:
            lines.append(_say_line(kind, some))
    return "\n".join(lines)


def _say_line(kind: str, visits: list[Visit]) -> str:
    times = [one.seconds * 1000 for one in visits]
    failed = sum(one.status != 200 for one in visits)
    late = quantiles(times, n=20, method="inclusive")[-1] if len(times) > 1 else times[0]
    figures = "".join(f"{value:>6.0f} ms" for value in (median(times), late, max(times)))
    return f"{kind:<14}{len(visits):>9,}{failed:>8,}{figures}"
