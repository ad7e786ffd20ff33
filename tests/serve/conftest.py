"""Servers of kgx, each a process of its own as users run it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from graph_samples import TEXTS, make_annotations
from servers import free_port, running
from store_samples import make_documents, put

from kgx.graph import build_graph
from kgx.rdf import write_graph
from kgx.store import convert

Start = Callable[..., str]
TOKEN = "t0ken"


@pytest.fixture(scope="session")
def nquads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graph") / "graph.nq"
    write_graph(build_graph(make_annotations()), path)
    return path


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """Starts ``kgx serve`` with arguments and gives its address."""
    with ExitStack() as stack, pytest.MonkeyPatch.context() as patch:
        patch.setenv("KGX_SERVE_TOKEN", TOKEN)

        def start_server(source: Path, *arguments: str) -> str:
            port = free_port()
            command = [sys.executable, "-m", "kgx", "serve", str(source), f"--port={port}"]
            folder = tmp_path_factory.mktemp("server")
            url = f"http://127.0.0.1:{port}"
            stack.enter_context(running([*command, *arguments], f"{url}/health", folder))
            return url

        yield start_server


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store made from three documents."""
    path = tmp_path_factory.mktemp("store") / "news.db"
    put(path, make_documents())
    return path


@pytest.fixture(scope="session")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def served(start: Start, store: Path, articles: Path) -> str:
    """A server that only reads."""
    return start(store, "--documents", str(articles), "--seconds=3", "--answer=1", "--memory=300")


@pytest.fixture(scope="module")
def open_store(tmp_path_factory: pytest.TempPathFactory, nquads: Path) -> Path:
    path = tmp_path_factory.mktemp("open") / "open.db"
    convert(nquads, path)
    return path


@pytest.fixture(scope="module")
def writable(start: Start, open_store: Path) -> str:
    """A server that takes updates."""
    return start(open_store, "--writable", "--cors=https://app.example")
