"""``kgx push``: RDF into stores elsewhere."""

from __future__ import annotations

import time
from typing import Annotated

import typer

PUSH_EPILOG = """\b
Examples:
  kgx push graph.nq --to http://localhost:7878/update
  kgx push news.db --to http://localhost:7878/store --graph-store --replace
"""


def push(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Stores, RDF files, or annotations (.jsonl); - is standard input.",
            show_default=False,
        ),
    ],
    to: Annotated[
        str,
        typer.Option(
            metavar="URL",
            help="What takes SPARQL updates, or with --graph-store the graph store.",
            show_default=False,
        ),
    ],
    graph_store: Annotated[
        bool,
        typer.Option("--graph-store", help="Use the SPARQL 1.1 Graph Store HTTP Protocol."),
    ] = False,
    replace: Annotated[
        bool,
        typer.Option("--replace", help="Each graph takes the place of the one of its name."),
    ] = False,
    default_graph: Annotated[
        str | None,
        typer.Option(metavar="IRI", help="A graph for the triples that are in none."),
    ] = None,
    rdf12: Annotated[bool, typer.Option("--rdf12", help="Claims as triple terms.")] = False,
    format: Annotated[
        str | None,
        typer.Option(metavar="FORMAT", help="Of the sources.", show_default="by suffix"),
    ] = None,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.1, help="For each request.")
    ] = 60.0,
) -> None:
    """Load RDF into any store that speaks SPARQL 1.1.

    Cut off, it leaves a part, and the same command completes it. Credentials come from the
    environment: KGX_ENDPOINT_USER and KGX_ENDPOINT_PASSWORD, or KGX_ENDPOINT_TOKEN.
    """
    from kgx.endpoint.address import Endpoint
    from kgx.endpoint.push import push as push_rdf

    start = time.perf_counter()
    count = push_rdf(
        sources,
        Endpoint(to, timeout=timeout),
        graph_store=graph_store,
        replace=replace,
        default_graph=default_graph,
        form="1.2" if rdf12 else None,
        format=format,
    )
    seconds = time.perf_counter() - start
    typer.echo(f"kgx: {count:,} quads to {to} in {seconds:.1f} s", err=True)
