"""``kgx merges``: which entities of a graph were merged, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from kgx.cli.explore import GraphFile, GraphFormat
from kgx.cli.options import Report
from kgx.cli.output import print_shown

EPILOG = """\b
Examples:
  kgx merges graph.ttl
  kgx merges graph.ttl "Ida Holm"
  kgx merges news.db --reason context --to json

What is wrong goes into a CSV or TSV file, a line a ruling, the documents only where needed:

\b
  same,Holm,Ida Holm
  different,Smith,Smith,court.txt,match.txt

\b
  kgx extract articles/ --merges mine.csv -o graph.ttl
  kgx extract articles/ --no-merge -o graph.ttl
"""


def merges(
    graph: GraphFile,
    entity: Annotated[
        str | None,
        typer.Argument(metavar="ENTITY", help="Only this one, by name or IRI."),
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option(metavar="REASON", help="Only these: identifier, name, context or user."),
    ] = None,
    to: Report = "text",
    format: GraphFormat = None,
) -> None:
    """List what was merged across documents, and why.

    Because they are linked to the same thing (identifier), have the same name and it tells who
    they are (name), share a name and enough of what else their documents speak of (context), or
    because you said so (user).
    """
    from typing import get_args

    from kgx.graph import find_entity
    from kgx.graph.clusters import Reason
    from kgx.store import read_any_graph
    from kgx.view.merges import list_merges, show_merges

    if to not in ("text", "json"):
        raise typer.BadParameter(f"--to takes text or json, not {to!r}")
    if reason is not None and reason not in get_args(Reason):
        raise typer.BadParameter(f"--reason takes {', '.join(get_args(Reason))}, not {reason!r}")
    found = read_any_graph(graph, format)
    only = find_entity(found, entity) if entity else None
    rows = list_merges(found, entity=only, reason=reason)
    if to == "text":
        print_shown(show_merges(found, rows))
        return
    for row in rows:
        said = {"entity": row.merge.entity, "label": row.label, "reason": row.merge.reason}
        said |= {"basis": row.merge.basis}
        typer.echo(json.dumps(said | {"documents": row.documents}, ensure_ascii=False))


def read_merging(path: Path | None, apart: bool) -> str:
    """The text of a file of rulings that has been checked; empty without one."""
    if path is None:
        return ""
    if apart:
        raise typer.BadParameter("--merges and --no-merge exclude each other")
    from kgx.graph.rulings import read_rulings

    read_rulings(path)
    return path.read_text(encoding="utf-8-sig")
