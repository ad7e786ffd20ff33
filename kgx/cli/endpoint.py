"""``kgx push`` and ``serve``: RDF into stores elsewhere, and a store for others."""

from __future__ import annotations

import time
from typing import Annotated

import typer

from kgx.cli.options import RdfFormat, RdfSources, ServiceHosts, TripleTerms

PUSH_EPILOG = """\b
Examples:
  kgx push graph.nq --to http://localhost:7878/update
  kgx push news.db --to http://localhost:7878/store --graph-store --replace
"""

SERVE_EPILOG = """\b
Examples:
  kgx serve news.db
  kgx serve news.db --documents articles/ --port 8080
  kgx convert graph.nq -o open.db; kgx serve open.db --writable
"""


def push(
    sources: RdfSources,
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
    rdf12: TripleTerms = False,
    format: RdfFormat = None,
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


def serve(
    source: Annotated[
        str,
        typer.Argument(
            metavar="STORE",
            help="A store, or a graph file or annotations (.jsonl), to serve from memory.",
            show_default=False,
        ),
    ],
    port: Annotated[
        int, typer.Option(metavar="N", min=0, max=65535, help="0 takes a free one.")
    ] = 7070,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="0.0.0.0 lets other machines ask.")
    ] = "127.0.0.1",
    documents: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PATH", help="The texts, to show quotes in; as kgx extract read them."
        ),
    ] = None,
    writable: Annotated[
        bool,
        typer.Option(
            "--writable",
            help="Take updates from who knows the token in KGX_SERVE_TOKEN, else one that is told.",
        ),
    ] = False,
    cors: Annotated[
        list[str] | None,
        typer.Option(metavar="ORIGIN", help="A web site whose pages may ask; * for any."),
    ] = None,
    service: ServiceHosts = None,
    processes: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="Queries at once.", show_default="2, or the cores"),
    ] = None,
    seconds: Annotated[
        float, typer.Option(metavar="N", min=0.1, help="That one query may take.")
    ] = 30.0,
    answer: Annotated[
        int, typer.Option(metavar="MB", min=1, help="That one answer may have.")
    ] = 64,
    memory: Annotated[
        int, typer.Option(metavar="MB", min=64, help="That one query may take.")
    ] = 2048,
) -> None:
    """Serve a store: a SPARQL endpoint, and a page to ask in.

    /sparql speaks the SPARQL 1.1 Protocol, /graphs the Graph Store HTTP Protocol. The store can be
    brought up to date meanwhile; the server then answers from what it holds. It needs the extra
    serve.
    """
    from kgx.serve.limits import Limits
    from kgx.serve.run import serve as run_server

    texts = None
    if documents:
        from kgx.read import read

        texts = read(documents, on_error=lambda err: typer.echo(f"kgx: error: {err}", err=True))
    run_server(
        source,
        host=host,
        port=port,
        writable=writable,
        documents=texts,
        origins=tuple(cors or ()),
        services=tuple(service or ()),
        processes=processes,
        limits=Limits(seconds=seconds, answer=answer << 20, memory=memory << 20),
        tell=lambda line: typer.echo(f"kgx: {line}", err=True),
    )
