"""The command line: one command a stage. Commands parse, call, print and exit; no more.

Exit codes: 0 done; 1 an error, said in one line; 2 the command was used wrongly; 3 done, but some
documents were skipped; 130 interrupted.
"""

from __future__ import annotations

import io
import signal
import sys
from typing import Annotated, NoReturn

import typer

from kgx.cli import (
    article,
    bench,
    check,
    endpoint,
    evaluate,
    explore,
    export,
    extract,
    infer,
    kb,
    learn,
    merges,
    ontology,
    query,
    store,
)
from kgx.errors import KgxError

app = typer.Typer(
    name="kgx",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="""\b
Examples:
  kgx extract articles/ -o graph.ttl
  kgx stats graph.ttl
  kgx show graph.ttl "Kale Group"

Exit codes: 0 done, 1 error, 2 wrong use, 3 done but some documents were skipped, 130 interrupted.
""",
)
app.command("extract", epilog=extract.EPILOG)(extract.extract)
app.command("query", epilog=query.EPILOG)(query.query)
app.command("path", epilog=explore.PATH_EPILOG)(explore.path)
app.command("show", epilog=explore.SHOW_EPILOG)(explore.show)
app.command("explain", epilog=article.EXPLAIN_EPILOG)(article.explain)
app.command("stats", epilog=explore.STATS_EPILOG)(explore.stats)
app.command("merges", epilog=merges.EPILOG)(merges.merges)
app.command("convert", epilog=store.CONVERT_EPILOG)(store.convert)
app.command("serve", epilog=endpoint.SERVE_EPILOG)(endpoint.serve)
app.command("push", epilog=endpoint.PUSH_EPILOG)(endpoint.push)
app.command("diff", epilog=store.DIFF_EPILOG)(store.diff)
app.command("validate", epilog=check.VALIDATE_EPILOG)(check.validate)
app.command("verify", epilog=check.VERIFY_EPILOG)(check.verify)
app.command("export", epilog=export.EPILOG)(export.export)
app.command("infer", epilog=infer.EPILOG)(infer.infer)
app.command("evaluate", epilog=evaluate.EPILOG)(evaluate.evaluate)
app.command("vocabulary", epilog=ontology.VOCABULARY_EPILOG)(ontology.vocabulary)
app.command("learn", epilog=learn.EPILOG)(learn.learn)
app.add_typer(learn.app, name="rules")
app.add_typer(ontology.app, name="ontology")
app.add_typer(store.app, name="store")
app.add_typer(kb.app, name="kb")
app.add_typer(bench.app, name="bench")


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"kgx {version('kgx-extract')}")
        raise typer.Exit


@app.callback()
def describe(
    version: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and stop."
        ),
    ] = False,
) -> None:
    """Text in, a knowledge graph you can check out.

    kgx reads articles, finds who is said to do what, and writes an RDF graph in which every
    statement tells where it was read, who said it, how sure it is and when it holds. It works
    offline.
    """


def main() -> None:
    """Run the command line.

    What the user can mend, and what the system refuses (a full disk, a lost right), is one line on
    standard error and exit code 1.
    """
    signal.signal(signal.SIGTERM, _end)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app(prog_name="kgx")
    except KgxError as err:
        _fail(str(err))
    except OSError as err:
        _fail(f"{err.filename or 'output'}: {err.strerror or err}")


def _fail(message: str) -> NoReturn:
    typer.echo(f"kgx: error: {message}", err=True)
    sys.exit(1)


def _end(signum: int, frame: object) -> None:
    sys.exit(128 + signum)  # as an exception, so that half-written files are removed
