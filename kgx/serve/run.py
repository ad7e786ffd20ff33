"""Running the server until it is stopped."""

from __future__ import annotations

import os
import secrets
import socket
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from kgx.errors import KgxError, QueryError, WriteError
from kgx.serve.limits import Limits
from kgx.store import convert, is_store
from kgx.store.reading import open_oxigraph, read_content, read_settings_of
from kgx.types import Document
from kgx.vocab import prefixes

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
TOKEN = "KGX_SERVE_TOKEN"
"""The variable that has the token of those who write."""


def serve(
    source: str,
    *,
    host: str = "127.0.0.1",
    port: int = 7070,
    writable: bool = False,
    documents: Iterable[Document] | None = None,
    origins: tuple[str, ...] = (),
    services: tuple[str, ...] = (),
    processes: int | None = None,
    limits: Limits | None = None,
    tell: Callable[[str], None] = lambda line: None,
) -> None:
    """Serve a store, or a file of RDF, until the process is told to stop.

    Args:
        source: A store; or a file or annotations, of which a store is made for the time being.
        host: The address to listen at.
        port: And the port; 0 takes a free one.
        writable: Whether those who know the token, in ``KGX_SERVE_TOKEN`` or made up and told, may
            change the store; it has to be one made from RDF.
        documents: Texts to show quotes in.
        origins: Web sites whose pages may ask (CORS); ``*`` for any.
        services: Hosts that ``SERVICE`` may ask.
        processes: How many queries are answered at once; by default two, or one for each core.
        limits: What a request may cost.
        tell: Takes a line for the user.

    Raises:
        KgxError: The store cannot be served, the port is taken, or the extra is not installed; a
            `WriteError` where it may not be written.
    """
    try:
        import uvicorn

        from kgx.serve.app import make_app
        from kgx.serve.service import Setup
        from kgx.serve.texts import keep_texts
    except ImportError as err:
        raise KgxError("kgx serve needs an extra: pip install 'kgx-extract[serve]'") from err
    with tempfile.TemporaryDirectory(prefix="kgx-serve-") as folder:
        store = _find_store(source, Path(folder))
        if writable and read_content(store) != "rdf":
            raise WriteError(
                f"{source}: made from documents, so kgx extract --store changes it: kgx convert "
                "makes a store of it that can be written to"
            )
        base = read_settings_of(store).base
        setup = Setup(
            store,
            prefixes(base),
            limits=limits or Limits(),
            services=services,
            processes=processes or max(2, os.cpu_count() or 1),
            origins=origins,
            hosts=(*_LOOPBACK, "[::1]") if host in _LOOPBACK else (),
        )
        if writable:
            setup = replace(setup, token=_choose_token(tell))
        if documents is not None:
            texts = Path(folder) / "texts.sqlite"
            tell(f"{keep_texts(texts, documents, base):,} texts")
            setup = replace(setup, texts=texts)
        with open_oxigraph(store) as held:  # what is damaged is better told here
            held.query("ASK {}")
        with _listen(host, port) as listening:
            tell(f"http://{_show_host(host)}:{listening.getsockname()[1]}/ (stop with Ctrl-C)")
            config = uvicorn.Config(make_app(setup), log_level="warning", access_log=False)
            uvicorn.Server(config).run(sockets=[listening])


def _find_store(source: str, folder: Path) -> Path:
    if is_store(source):
        return Path(source)
    if Path(source).is_dir():
        raise QueryError(f"{source}: no store of kgx: make one with kgx extract --store {source}")
    store = folder / Path(source).with_suffix(".db").name
    convert(source, store, to="store")
    return store


def _choose_token(tell: Callable[[str], None]) -> str:
    token = os.environ.get(TOKEN)
    if not token:
        token = secrets.token_urlsafe(24)
        tell(f"who writes sends the header Authorization: Bearer {token}")
    return token


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        listening.listen(1024)
    except OSError as err:
        listening.close()
        raise KgxError(
            f"{host}:{port}: cannot listen there: {err.strerror or err}: take another --port"
        ) from err
    return listening


def _show_host(host: str) -> str:
    return f"[{host}]" if ":" in host else host
