"""Serving while the store changes, many clients at once, and what cannot be served."""

from __future__ import annotations

import asyncio
import random
import socket
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests
from servers import free_port, running
from store_samples import make_documents, put

from kgx.bench.serve import measure_serve, say_visits
from kgx.errors import KgxError, QueryError, WriteError
from kgx.query import query
from kgx.serve.frames import Task
from kgx.serve.limits import Limits
from kgx.serve.pool import Pool
from kgx.serve.run import serve
from kgx.store import convert


def count(url: str) -> int:
    return int(requests.get(f"{url}/about", timeout=30).json()["triples"])


def test_what_is_brought_up_to_date_is_served(start: object, tmp_path: Path) -> None:
    assert callable(start)
    put(tmp_path / "news.db", make_documents(1))
    url = start(tmp_path / "news.db")
    before = count(url)
    put(tmp_path / "news.db", make_documents())  # nobody holds the store
    end = time.monotonic() + 30
    while count(url) == before and time.monotonic() < end:
        time.sleep(0.2)
    assert count(url) > before
    assert (
        query(f"{url}/sparql", "documents").to_table()
        == query(tmp_path / "news.db", "documents").to_table()
    )


def test_a_file_is_served(start: object, nquads: Path) -> None:
    assert callable(start)
    url = start(nquads)
    assert query(f"{url}/sparql", "speakers").to_table() == query(nquads, "speakers").to_table()


def test_fifty_clients_with_mixed_queries(served: str) -> None:
    kinds = [
        ("/queries/claims", {"entity": "Norvik Yards"}),
        ("/queries/leaders", {}),
        ("/queries/connections", {"from": "Ida Holm", "to": "NX-40"}),
        ("/sparql", {"query": "SELECT * { ?s ?p ?o } LIMIT 500"}),
        ("/sparql", {"query": "CONSTRUCT WHERE { ?s rdfs:label ?o }"}),
        ("/", {}),
    ]

    def visit(seed: int) -> list[int]:
        order = random.Random(seed).sample(kinds, len(kinds))
        with requests.Session() as session:
            return [session.get(served + p, params=q, timeout=60).status_code for p, q in order]

    with ThreadPoolExecutor(50) as clients:
        statuses = [status for seen in clients.map(visit, range(50)) for status in seen]
    assert statuses == [200] * 300


def test_a_store_of_documents_is_not_written_to(store: Path) -> None:
    with pytest.raises(WriteError, match="made from documents, so kgx extract --store changes it"):
        serve(str(store), writable=True)


def test_a_port_that_is_taken_is_one_line(store: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(KgxError, match=r"cannot listen there: .*: take another --port"):
            serve(str(store), port=taken.getsockname()[1])


@pytest.mark.parametrize(
    ("source", "message"), [("", "no store of kgx"), ("x.nq", "cannot be read")]
)
def test_what_is_not_there_is_one_line(tmp_path: Path, source: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        serve(str(tmp_path / source))


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "kgx", "serve", *arguments, "--port=0"]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_a_locked_store_is_one_line(tmp_path: Path) -> None:
    put(tmp_path / "news.db", make_documents(1))
    with sqlite3.connect(tmp_path / "news.db" / "annotations.sqlite") as other:
        other.execute("BEGIN EXCLUSIVE")
        done = run(str(tmp_path / "news.db"))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "in use" in done.stderr


def test_a_corrupt_store_is_one_line(tmp_path: Path, nquads: Path) -> None:
    convert(nquads, tmp_path / "bad.db")
    (current,) = (tmp_path / "bad.db" / "oxigraph").glob("CURRENT")
    current.write_text("rubbish\n")
    done = run(str(tmp_path / "bad.db"))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "kgx: error:" in done.stderr and "damaged" in done.stderr


def test_the_copies_are_removed_when_it_ends(tmp_path: Path, nquads: Path) -> None:
    (tmp_path / "log").mkdir()
    convert(nquads, tmp_path / "some.db")
    port = free_port()
    command = [sys.executable, "-m", "kgx", "serve", str(tmp_path / "some.db"), f"--port={port}"]
    with running(command, f"http://127.0.0.1:{port}/health", tmp_path / "log"):
        assert list(tmp_path.glob(".kgx-serve-*"))
    assert not list(tmp_path.glob(".kgx-serve-*"))


def test_the_benchmark_counts_what_is_answered(store: Path) -> None:
    visits = measure_serve(str(store), clients=8, requests_each=4)
    assert [one.status for one in visits] == [200] * 32
    lines = say_visits(visits).splitlines()
    assert lines[-1].split()[:3] == ["all", "32", "0"]
    assert sum(int(line[14:23]) for line in lines[1:-1]) == 32


def test_without_its_extra_one_line_says_so(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    with pytest.raises(KgxError, match=r"pip install 'kgx-extract\[serve\]'"):
        serve(str(store))


def test_a_process_that_dies_is_replaced(nquads: Path, tmp_path: Path) -> None:
    convert(nquads, tmp_path / "some.db")
    limits = Limits(seconds=20)

    async def use() -> list[int]:
        pool = Pool(tmp_path / "some.db" / "oxigraph", 1, limits)
        await pool.start()
        statuses = []
        for _ in range(3):
            statuses.append((await pool.ask(Task("ASK {}", "text/csv")))[0].status)
            for worker in list(pool._workers.values()):
                worker.process.kill()
                await worker.process.wait()
        await pool.close()
        return statuses

    assert asyncio.run(use()) == [200, 200, 200]
