"""``kgx query``, ``path``, ``show`` and ``stats``: what a graph says."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgx.errors import QueryError

if TYPE_CHECKING:
    from rich.console import RenderableType

    from kgx.query import Result

QUERY_EPILOG = """\b
Examples:
  kgx query graph.ttl 'SELECT ?what WHERE { ent:kale-group kgx:exports ?what }'
  kgx query a.ttl b.nq --file exports.rq --to csv -o exports.csv
"""
PATH_EPILOG = """\b
Example:
  kgx path graph.ttl "Kale Group" Brazil
"""
SHOW_EPILOG = """\b
Example:
  kgx show graph.ttl "Kale Group"
"""
STATS_EPILOG = """\b
Example:
  kgx stats graph.ttl
"""

GraphFile = Annotated[
    str,
    typer.Argument(
        metavar="GRAPH",
        help="A graph file or store of kgx extract, or annotations (.jsonl); - is standard input.",
        show_default=False,
    ),
]
GraphFormat = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="The format of the graph: ttl, nt, nq, trig, jsonld, rdfxml.",
        show_default="by suffix",
    ),
]


def query(
    words: Annotated[
        list[str],
        typer.Argument(
            metavar="GRAPH... QUERY",
            help="Stores or RDF files (- is standard input), then the query unless --file has it.",
            show_default=False,
        ),
    ],
    file: Annotated[
        Path | None, typer.Option("--file", "-f", metavar="FILE", help="A file with the query.")
    ] = None,
    to: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="table, csv, tsv, json, xml, markdown; for graphs ttl, nt, jsonld, rdfxml.",
            show_default="by suffix, else table or ttl",
        ),
    ] = None,
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write.")
    ] = "-",
    format: GraphFormat = None,
    base: Annotated[
        str | None, typer.Option(metavar="IRI", help="The base that the graph was made with.")
    ] = None,
) -> None:
    """Ask a graph with SPARQL.

    SELECT, ASK, CONSTRUCT and DESCRIBE. The prefixes of kgx (ent: kgx: claim: schema: prov: rdfs:
    skos: wd: and so on) need not be declared.
    """
    sources, sparql = (words, _read_query(file)) if file else (words[:-1], words[-1])
    if not sources:
        raise QueryError("a graph and a query are needed: kgx query graph.ttl 'SELECT ...'")
    from kgx.query import query as ask

    _write_result(ask(sources, sparql, format=format, base=base), to, output)


def path(
    graph: GraphFile,
    start: Annotated[str, typer.Argument(metavar="FROM", help="The name or IRI of an entity.")],
    end: Annotated[str, typer.Argument(metavar="TO", help="The name or IRI of another.")],
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="How many paths to show.")] = 3,
    longest: Annotated[
        int, typer.Option(metavar="N", min=1, help="Steps of the longest path.")
    ] = 6,
    format: GraphFormat = None,
) -> None:
    """Show how two entities are connected.

    Every step comes with the sentence it was read in.
    """
    from kgx.graph import find_path
    from kgx.store import read_any_graph
    from kgx.view.text import show_path

    found = read_any_graph(graph, format)
    for steps in find_path(found, start, end, limit=limit, longest=longest):
        _print(show_path(found, steps))


def show(
    graph: GraphFile,
    entity: Annotated[str, typer.Argument(metavar="ENTITY", help="Its name or IRI.")],
    limit: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="How many statements to show.", show_default="all"),
    ] = None,
    format: GraphFormat = None,
) -> None:
    """Show what is said of one entity.

    Its types and names, and every statement with who says so, how sure it is and the words it was
    read in.
    """
    from kgx.graph import find_entity
    from kgx.store import read_any_graph
    from kgx.view.text import show_entity

    found = read_any_graph(graph, format)
    _print(show_entity(found, find_entity(found, entity), limit=limit))


def stats(
    graph: GraphFile,
    top: Annotated[
        int, typer.Option(metavar="N", min=1, help="How many predicates and entities to list.")
    ] = 10,
    format: GraphFormat = None,
) -> None:
    """Count what a graph holds."""
    from kgx.graph import describe_graph
    from kgx.store import read_any_graph
    from kgx.view.text import show_summary

    found = read_any_graph(graph, format)
    _print(show_summary(describe_graph(found, top=top), found))


def _read_query(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except OSError as err:
        raise QueryError(f"{file}: cannot be read: {err.strerror}") from err
    except UnicodeDecodeError as err:
        raise QueryError(f"{file}: a query is UTF-8 text: {err.reason}") from err


def _write_result(result: Result, to: str | None, output: str) -> None:
    """Print a result, or write it to a file in the format its suffix names."""
    from kgx.query import write_result

    if output == "-" and to is None and result.form != "graph" and sys.stdout.isatty():
        from kgx.query.table import show_result

        _print(show_result(result))
        return
    suffix = Path(output).suffix.lstrip(".").lower() if output != "-" else ""
    plain = "ttl" if result.form == "graph" else "table"
    text = write_result(
        result, to or {"md": "markdown", "txt": "table"}.get(suffix, suffix or plain)
    )
    if output == "-":
        typer.echo(text, nl=not text.endswith("\n"))
        return
    from kgx.atomic import open_atomic

    with open_atomic(output) as file:
        file.write(text if text.endswith("\n") else text + "\n")


def _print(shown: RenderableType) -> None:
    from rich.console import Console

    if sys.stdout.isatty():
        Console(highlight=False).print(shown)
        return
    console = Console(width=120, highlight=False)
    with console.capture() as capture:
        console.print(shown)
    for line in capture.get().splitlines():
        typer.echo(line.rstrip())
