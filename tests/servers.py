"""Real servers of other makers, for as long as a test runs; all on 127.0.0.1."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

_WAIT = 60.0

VIRTUOSO = """
[Database]
DatabaseFile={0}/v.db
ErrorLogFile={0}/v.log
LockFile={0}/v.lck
TransactionFile={0}/v.trx
xa_persistent_file={0}/v.pxa
[TempDatabase]
DatabaseFile={0}/t.db
TransactionFile={0}/t.trx
[Parameters]
ServerPort=127.0.0.1:{1}
NumberOfBuffers=2000
MaxDirtyBuffers=1200
[HTTPServer]
ServerPort=127.0.0.1:{2}
ServerRoot={0}
"""


def need_program(name: str) -> str:
    """The path of a program; without it the test is skipped at home and fails in CI."""
    beside = Path(sys.executable).with_name(name)
    found = str(beside) if beside.exists() else shutil.which(name)
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{name} is not installed")
        pytest.skip(f"{name} is not installed")
    return found


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def running(command: list[str], url: str, folder: Path) -> Iterator[str]:
    """A server, from when it answers at ``url`` until the block ends."""
    with (folder / "server.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log)
        try:
            _await(url, process, folder / "server.log")
            yield url
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _await(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _WAIT
    while time.monotonic() < end and process.poll() is None:
        try:
            requests.get(url, timeout=5)
        except requests.RequestException:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"the server does not answer: {log.read_text(errors='replace')[-2000:]}")


@contextmanager
def run_oxigraph(folder: Path) -> Iterator[str]:
    """Oxigraph's own server; yields its address."""
    port = free_port()
    command = [need_program("oxigraph"), "serve", "--bind", f"127.0.0.1:{port}"]
    with running(command, f"http://127.0.0.1:{port}", folder) as url:
        yield url


@contextmanager
def run_virtuoso(folder: Path, password: str) -> Iterator[str]:
    """OpenLink Virtuoso, whose user ``dba`` has that password; yields its address."""
    program, port = need_program("virtuoso-t"), free_port()
    (folder / "v.ini").write_text(VIRTUOSO.format(folder, free_port(), port))
    command = [program, "+foreground", "+configfile", "v.ini"]
    subprocess.run(
        [*command, "+pwdold", "dba", "+pwddba", password],
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=_WAIT,
    )
    with running(command, f"http://127.0.0.1:{port}/sparql", folder):
        yield f"http://127.0.0.1:{port}"
