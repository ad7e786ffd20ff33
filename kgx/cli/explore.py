"""``kgx path``, ``show`` and ``stats``: what a graph says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kgx.cli.article import ModelOption, show_articles
from kgx.cli.options import KnowledgeBase
from kgx.cli.output import print_shown

if TYPE_CHECKING:
    pass

PATH_EPILOG = """\b
Example:
  kgx path graph.ttl "Kale Group" Brazil
"""
SHOW_EPILOG = """\b
Examples:
  kgx show graph.ttl "Kale Group"
  kgx show article.txt
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
        print_shown(show_path(found, steps))


def show(
    graph: Annotated[
        str,
        typer.Argument(
            metavar="GRAPH|ARTICLE",
            help="A graph file, a store or annotations; without an entity, an article.",
            show_default=False,
        ),
    ],
    entity: Annotated[str | None, typer.Argument(metavar="ENTITY", help="Its name or IRI.")] = None,
    limit: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="How many statements to show.", show_default="all"),
    ] = None,
    concepts: Annotated[
        bool, typer.Option("--concepts/--no-concepts", help="Mark classes of things, too.")
    ] = True,
    format: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="Of a graph ttl, nt, nq, trig, jsonld, rdfxml; of articles text, html, csv, ...",
            show_default="by suffix",
        ),
    ] = None,
    kb: KnowledgeBase = None,
    model: ModelOption = None,
) -> None:
    """Show one entity with its claims, or an article in colour.

    Of an entity its types and names, and every statement with who says so, how sure it is and the
    words it was read in.

    In an article each mention stands in brackets, coloured by the type of its entity and followed
    by the entity's number; a list of the entities follows.
    """
    if entity is None:
        show_articles(graph, format=format, kb=kb, model=model, concepts=concepts)
        return
    from kgx.graph import find_entity
    from kgx.store import read_any_graph
    from kgx.view.text import show_entity

    found = read_any_graph(graph, format)
    print_shown(show_entity(found, find_entity(found, entity), limit=limit))


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
    print_shown(show_summary(describe_graph(found, top=top), found))
