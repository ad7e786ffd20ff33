"""``kgx validate`` and ``verify``: a graph against shapes, and against the texts it was read in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgx.cli.options import IdColumn, TextColumn
from kgx.cli.progress import count, show_progress
from kgx.errors import KgxError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kgx.types import Document

VALIDATE_EPILOG = """\b
Examples:
  kgx validate graph.ttl
  kgx validate news.db --shapes mine.ttl
"""
VERIFY_EPILOG = """\b
Examples:
  kgx verify graph.ttl --documents articles/
  kgx verify news.db --documents news.csv --text-column body
"""
_MOST = 50

Graphs = Annotated[
    list[str],
    typer.Argument(
        metavar="GRAPH", help="RDF files or stores; - is standard input.", show_default=False
    ),
]
Format = Annotated[
    str | None,
    typer.Option(metavar="FORMAT", help="Of the graph: ttl, nt, nq, trig, jsonld, rdfxml."),
]


def validate(
    graphs: Graphs,
    shapes: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="SHACL shapes in any RDF syntax.", show_default="those of kgx"
        ),
    ] = None,
    format: Format = None,
) -> None:
    """Check a graph against SHACL shapes.

    A line for each thing that does not conform, then a summary; the exit code is 1 if there is any.
    Needs the extra shacl.
    """
    from kgx.check import check_shapes, read_shapes
    from kgx.rdf import shapes as own_shapes
    from kgx.store import read_union

    wanted = own_shapes() if shapes is None else read_shapes(shapes)
    data = read_union(graphs, format)
    found = check_shapes(data, wanted)
    _report([str(one) for one in found], count(len(data), "triple"), "conform", "violation")


def verify(
    graphs: Graphs,
    documents: Annotated[
        list[str],
        typer.Option(
            "--documents",
            "-d",
            metavar="SOURCE",
            help="What kgx extract read: a file, a folder, a 'pattern'; may come several times.",
            show_default=False,
        ),
    ],
    format: Format = None,
    text_column: TextColumn = "text",
    id_column: IdColumn = None,
) -> None:
    """Check every quote of a graph against the texts it was read in.

    A line for each passage whose words are not where the graph says, then a summary; the exit code
    is 1 if there is any.
    """
    from kgx.check import verify as check
    from kgx.read import read

    def say(err: KgxError) -> None:
        typer.echo(f"kgx: error: {err}", err=True)

    texts = read(documents, text_column=text_column, id_column=id_column, on_error=say)
    with show_progress(False) as progress:
        task = progress.add_task("verifying", total=None) if progress else None

        def watch(given: Iterable[Document]) -> Iterator[Document]:
            for document in given:
                if progress and task is not None:
                    progress.advance(task)
                    progress.refresh()
                yield document

        done = check([*graphs], watch(texts), format=format)
    what = f"{count(done.passages, 'passage')} in {count(done.documents, 'document')}"
    missing = [
        f"{id_}: not among the documents given ({count(number, 'passage')})"
        for id_, number in done.missing
    ]
    _report(
        missing + [str(one) for one in done.mismatches], what, "as quoted", "mismatch", "mismatches"
    )


def _report(lines: list[str], what: str, good: str, one: str, many: str = "") -> None:
    for line in lines[:_MOST]:
        typer.echo(line)
    if len(lines) > _MOST:
        typer.echo(f"… and {len(lines) - _MOST:,} more")
    typer.echo(f"kgx: {what}: " + (count(len(lines), one, many) if lines else f"all {good}"))
    if lines:
        raise typer.Exit(1)
