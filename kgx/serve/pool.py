"""Processes that answer queries: as many at once, ended when their time is over."""

from __future__ import annotations

import asyncio
import contextlib
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from kgx.serve.frames import HEAD, Reply, Task, pack
from kgx.serve.limits import Limits

_START = 30.0
"""Seconds that a process has to begin."""


@dataclass(slots=True)
class _Worker:
    process: asyncio.subprocess.Process
    path: Path


class Pool:
    """Processes that read one database; `replace` turns to another.

    Args:
        path: The Oxigraph database.
        size: How many processes.
        limits: What a query may cost.
        network: Whether queries may ask other endpoints.
    """

    def __init__(self, path: Path, size: int, limits: Limits, *, network: bool = False) -> None:
        self.path = path
        self._size, self._limits, self._network = size, limits, network
        self._idle: asyncio.Queue[_Worker] = asyncio.Queue()
        self._waiting = 0
        self._workers: dict[int, _Worker] = {}

    async def start(self) -> None:
        """Start the processes.

        Raises:
            OSError: One does not start.
        """
        for worker in await asyncio.gather(*(self._spawn() for _ in range(self._size))):
            self._idle.put_nowait(worker)

    async def close(self) -> None:
        """End the processes."""
        for worker in list(self._workers.values()):
            await self._end(worker)

    def replace(self, path: Path) -> None:
        """Answer from another database from now on; queries that run are finished on the old."""
        self.path = path

    def uses(self, path: Path) -> bool:
        """Whether a process reads a database."""
        return any(worker.path == path for worker in self._workers.values())

    async def ask(self, task: Task) -> tuple[Reply, bytes]:
        """The answer to a task: with status 503 where too many wait or its time is over."""
        if self._waiting >= self._limits.waiting:
            return Reply(503, message="too many queries are waiting: try later"), b""
        try:
            return await self._ask(task)
        except (OSError, EOFError):
            return Reply(503, message="no process for the query: try later"), b""

    async def _ask(self, task: Task) -> tuple[Reply, bytes]:
        async with self._take() as worker:
            try:
                async with asyncio.timeout(self._limits.seconds):
                    return await _exchange(worker, task)
            except TimeoutError:
                await self._end(worker)
                late = f"the query takes longer than {self._limits.seconds:g} s: narrow it"
                return Reply(503, message=late), b""
            except (asyncio.IncompleteReadError, OSError):
                await self._end(worker)
                dead = "the query needs more memory than it may have: narrow it, or add LIMIT"
                return Reply(503, message=dead), b""
            except BaseException:  # cancelled, too: a worker in mid-answer is of no use to the next
                await self._end(worker)
                raise

    @contextlib.asynccontextmanager
    async def _take(self) -> AsyncIterator[_Worker]:
        """A process for one task; afterwards it, or another in its place, is free again."""
        self._waiting += 1
        try:
            worker = await self._idle.get()
        finally:
            self._waiting -= 1
        try:
            if self._is_old(worker):  # or another could not be started in its place
                worker = await self._renew(worker)
            yield worker
        finally:
            with contextlib.suppress(OSError, EOFError, TimeoutError):
                if self._is_old(worker):
                    worker = await asyncio.shield(self._renew(worker))
            self._idle.put_nowait(worker)

    def _is_old(self, worker: _Worker) -> bool:
        return worker.process.returncode is not None or worker.path != self.path

    async def _renew(self, worker: _Worker) -> _Worker:
        await self._end(worker)
        return await self._spawn()

    async def _spawn(self) -> _Worker:
        path = self.path
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "kgx.serve.worker", str(path)),
            *(str(self._limits.answer), str(self._limits.memory)),
            "open" if self._network else "closed",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            limit=1 << 20,
        )
        worker = _Worker(process, path)
        self._workers[process.pid] = worker
        async with asyncio.timeout(_START):
            await _read_reply(worker)
        return worker

    async def _end(self, worker: _Worker) -> None:
        self._workers.pop(worker.process.pid, None)
        with contextlib.suppress(ProcessLookupError):
            worker.process.kill()
        await worker.process.wait()


async def _exchange(worker: _Worker, task: Task) -> tuple[Reply, bytes]:
    stdin = worker.process.stdin
    if stdin is None:
        raise OSError("no pipe to the process")
    stdin.write(pack(task))
    await stdin.drain()
    return await _read_reply(worker)


async def _read_reply(worker: _Worker) -> tuple[Reply, bytes]:
    stdout = worker.process.stdout
    if stdout is None:
        raise OSError("no pipe from the process")
    length, size = HEAD.unpack(await stdout.readexactly(HEAD.size))
    head = await stdout.readexactly(length)
    return msgspec.json.decode(head, type=Reply), await stdout.readexactly(size)
