"""What a server holds while it runs: the store, the processes that answer, and who may write."""

from __future__ import annotations

import asyncio
import contextlib
import hmac
import sys
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import anyio.from_thread
import anyio.to_thread
import msgspec
import pyoxigraph as ox

from kgx.errors import KgxError, QueryError
from kgx.query.answer import read_answer
from kgx.query.library import find_named
from kgx.query.parameters import HAS_TRIPLE_TERMS, fill_query
from kgx.query.result import Result
from kgx.query.services import check_services
from kgx.serve.frames import Reply, Task
from kgx.serve.limits import Limits
from kgx.serve.pool import Pool
from kgx.serve.snapshot import Snapshot, drop_snapshot, read_stamp, take_snapshot
from kgx.serve.write import Change

_LOOK = 1.0
"""Seconds between looks at the store."""


@dataclass(frozen=True, slots=True)
class Setup:
    """How a store is served.

    Attributes:
        store: Its folder.
        prefixes: Prefix to namespace, which queries need not declare.
        token: What those who write have to know; None where nobody writes.
        services: Hosts that ``SERVICE`` may ask.
        texts: A file of texts as `kgx.serve.texts` keeps them.
        processes: How many queries are answered at once.
        origins: Web sites whose pages may ask (CORS).
        hosts: Names that the server is asked by; any if empty.
    """

    store: Path
    prefixes: Mapping[str, str]
    limits: Limits = field(default_factory=Limits)
    token: str | None = None
    services: tuple[str, ...] = ()
    texts: Path | None = None
    processes: int = 2
    origins: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()


class Service:
    """A store that is being served; `run_service` makes one."""

    def __init__(self, setup: Setup, snapshot: Snapshot, pool: Pool) -> None:
        self.setup = setup
        self._snapshot, self._pool = snapshot, pool
        self._writing = asyncio.Lock()
        self._old: list[Path] = []
        self._forms: dict[Path, Result] = {}

    async def ask(
        self,
        sparql: str,
        *,
        rows: str | None,
        triples: str | None,
        **graphs: tuple[str, ...] | None,
    ) -> tuple[Reply, bytes]:
        """The answer to a query, as the media types given."""
        try:
            check_services(sparql, self.setup.services)
        except QueryError as err:
            return Reply(400, message=str(err)), b""
        task = Task(sparql, rows, triples, dict(self.setup.prefixes), **graphs)
        return await self._pool.ask(task)

    async def fill(self, name: str, given: Mapping[str, str]) -> str:
        """The SPARQL of a named query.

        Raises:
            QueryError: There is none of that name, or what is given does not fit.
        """
        named = find_named(name)

        def ask(sparql: str) -> Result:
            if sparql != HAS_TRIPLE_TERMS:
                return anyio.from_thread.run(self._ask_rows, sparql)
            path = self._snapshot.path
            if path not in self._forms:
                self._forms[path] = anyio.from_thread.run(self._ask_rows, sparql)
            return self._forms[path]

        return await anyio.to_thread.run_sync(fill_query, named, given, ask, self.setup.prefixes)

    async def _ask_rows(self, sparql: str) -> Result:
        reply, data = await self.ask(sparql, rows="application/sparql-results+json", triples=None)
        if reply.status != 200:
            raise QueryError(reply.message)
        answer = ox.parse_query_results(data, format=ox.QueryResultsFormat.JSON)
        return read_answer(answer, self.setup.prefixes)

    def may_write(self, authorization: str) -> bool:
        """Whether an ``Authorization`` header has the token."""
        token = self.setup.token or ""
        return bool(token) and hmac.compare_digest(
            authorization.encode(), f"Bearer {token}".encode()
        )

    async def write(self, text: str, *, whole: bool) -> Reply:
        """Change the store, and answer from what it holds then.

        Args:
            text: An update.
            whole: As `kgx.serve.write.apply_change`.
        """
        try:
            check_services(text)
        except QueryError as err:
            return Reply(400, message=str(err))
        async with self._writing:
            change = msgspec.json.encode(Change(text, dict(self.setup.prefixes)))
            reply = await _run_writer(self.setup, change, whole)
            if reply.status == 200:
                await self._renew()
        return reply

    async def _renew(self) -> None:
        """Serve what the store holds now."""
        fresh = await anyio.to_thread.run_sync(take_snapshot, self.setup.store)
        self._old.append(self._snapshot.path)
        self._forms.clear()
        self._snapshot = fresh
        self._pool.replace(fresh.path)
        await self._drop_old()

    async def _drop_old(self) -> None:
        for path in [path for path in self._old if not self._pool.uses(path)]:
            await anyio.to_thread.run_sync(drop_snapshot, path)
            self._old.remove(path)

    async def watch(self) -> None:
        """Look after changes that others make, for ever."""
        while True:
            await asyncio.sleep(_LOOK)
            async with self._writing:
                await self._drop_old()
                if read_stamp(self.setup.store) != self._snapshot.stamp:
                    with contextlib.suppress(KgxError):  # it is being written: look again later
                        await self._renew()

    async def close(self) -> None:
        """End the processes and remove the copies."""
        await self._pool.close()
        for path in (*self._old, self._snapshot.path):
            drop_snapshot(path)


async def _run_writer(setup: Setup, change: bytes, whole: bool) -> Reply:
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "kgx.serve.write", str(setup.store), "update" if whole else "graph"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    try:
        async with asyncio.timeout(setup.limits.seconds):
            out, _ = await process.communicate(change)
    except TimeoutError:
        late = f"the update takes longer than {setup.limits.seconds:g} s: nothing is changed"
        return Reply(503, message=late)
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
    if process.returncode != 0:
        return Reply(500, message="the update fails: nothing is changed")
    return msgspec.json.decode(out, type=Reply)


@contextlib.asynccontextmanager
async def run_service(setup: Setup) -> AsyncIterator[Service]:
    """A service, for as long as the block runs.

    Raises:
        KgxError: The store cannot be read.
    """
    snapshot = await anyio.to_thread.run_sync(take_snapshot, setup.store)
    pool = Pool(snapshot.path, setup.processes, setup.limits, network=bool(setup.services))
    service = Service(setup, snapshot, pool)
    try:
        await pool.start()
        watching = asyncio.create_task(service.watch())
        try:
            yield service
        finally:
            watching.cancel()
    finally:
        await service.close()
