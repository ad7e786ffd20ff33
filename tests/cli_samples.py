"""Commands run in tests, and the texts they read."""

from __future__ import annotations

import subprocess
import sys

from typer.testing import CliRunner

from kgx.cli import app
from kgx.errors import KgxError

LEAF = (
    "Leaf Company has bought Rize Tea, a plantation in Türkiye, its chief executive Ada Berg said "
    "on Friday. Leaf Company did not buy Hill Tea. Rize Tea exports tea to Brazil.\n\n"
    "“Carl Holm founded Hill Tea,” said Ada Berg.\n"
)


TOLD = "Ada Berg was born in Vienna in 1970. She founded Leaf Company in 1999.\n"


FAR = "\nTimo Salo married Anna Lind in Oslo.\n"


class Result:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


def run(*arguments: object, feed: str | bytes | None = None) -> Result:
    """Run a command in this process, as ``main`` does."""
    result = CliRunner().invoke(app, [str(a) for a in arguments], input=feed)
    if isinstance(result.exception, KgxError):
        return Result(1, result.stdout, f"{result.stderr}kgx: error: {result.exception}\n")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Result(result.exit_code, result.stdout, result.stderr)


def run_apart(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    command = [sys.executable, "-m", "kgx", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload, no-any-return]
