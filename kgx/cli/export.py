"""``kgx export``: a graph in the formats of other tools."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from kgx.cli.progress import count

EPILOG = """\b
Examples:
  kgx export graph.ttl -o graph.gexf
  kgx export news.db --to csv -o tables/
  kgx export graph.ttl --to ftm > entities.ftm.json
"""


def export(
    source: Annotated[
        str,
        typer.Argument(metavar="GRAPH", help="An RDF file or a store.", show_default=False),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="A file, or a folder for csv, parquet, neo4j."
        ),
    ] = "-",
    to: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="graphml, gexf (Gephi), cytoscape, cypher or neo4j (Neo4j), csv, parquet, "
            "ftm (FollowTheMoney).",
            show_default="by suffix",
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(metavar="FORMAT", help="Of the graph.", show_default="by suffix"),
    ] = None,
) -> None:
    """Write a graph for Gephi, Cytoscape, Neo4j and others.

    One node an entity, one edge a statement, with whether it is asserted, how sure that is, and the
    first quote; csv and parquet have every claim as well.
    """
    from kgx.export import export_graph, export_of
    from kgx.store import read_any_graph

    name = export_of(output, to)
    graph = read_any_graph(source, format)
    written = export_graph(graph, sys.stdout if output == "-" else output, name)
    done = f"{count(len(graph), 'node')}, {count(graph.number_of_edges(), 'statement')}"
    where = f" in {', '.join(str(path) for path in written)}" if written else ""
    typer.echo(f"kgx: {done}{where}", err=True)
