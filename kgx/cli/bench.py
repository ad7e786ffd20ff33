"""``kgx bench``: how fast and how sure it is on one's own texts and machine."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kgx.cli.options import KnowledgeBase, Model, Texts

app = typer.Typer(
    help="Measure kgx on your own texts.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

EPILOG = """\b
Example:
  kgx bench speed articles/ --rounds 9
"""


@app.callback()
def describe() -> None:
    """Measure kgx on your own texts."""


@app.command(epilog=EPILOG)
def speed(
    sources: Texts,
    rounds: Annotated[int, typer.Option(metavar="N", min=1, help="How often each is run.")] = 5,
    model: Model = None,
    kb: KnowledgeBase = None,
) -> None:
    """Time annotating against the bare spaCy pipeline.

    Both run over the same documents in this process, taking turns; the medians are shown, and
    the time each component takes.
    """
    from kgx.annotate.load import MODEL
    from kgx.bench.speed import measure_speed, say_speed
    from kgx.read import read

    documents = list(read(sources, on_error=lambda err: typer.echo(f"kgx: error: {err}", err=True)))
    typer.echo(say_speed(measure_speed(documents, model=model or MODEL, kb=kb, rounds=rounds)))


LENGTH_EPILOG = """\b
Example:
  kgx bench length articles/ --longest 300000
"""


@app.command(epilog=LENGTH_EPILOG)
def length(
    sources: Texts,
    longest: Annotated[
        int, typer.Option(metavar="N", min=10_000, help="Characters of the longest text.")
    ] = 1_000_000,
    stream: Annotated[
        int, typer.Option(metavar="N", min=0, help="Short documents to measure memory with.")
    ] = 10_000,
    model: Model = None,
) -> None:
    """Time texts of growing length, and take the memory of many short ones.

    The texts are the sources one after another, over and over; the last is one name 100,000 times.
    For each: the time of the model and of kgx, and the component whose time for a character grew
    most. Takes some minutes.
    """
    from kgx.annotate.load import MODEL
    from kgx.bench.length import LENGTHS, measure_lengths, say_lengths
    from kgx.read import read

    lengths, memory = measure_lengths(
        read(sources, on_error=lambda err: typer.echo(f"kgx: error: {err}", err=True)),
        model=model or MODEL,
        lengths=[n for n in LENGTHS if n <= longest],
        stream=stream,
        tell=lambda line: typer.echo(line, err=True),
    )
    typer.echo(say_lengths(lengths, memory))


CONFIDENCE_EPILOG = """\b
Example:
  kgx extract sentences.jsonl --to jsonl -o sentences.annotations.jsonl
  kgx bench confidence tuples.jsonl sentences.annotations.jsonl
  kgx bench confidence --claims readings.jsonl news.annotations.jsonl
"""


@app.command(epilog=CONFIDENCE_EPILOG)
def confidence(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", show_default=False)],
    annotations: Annotated[Path, typer.Argument(metavar="ANNOTATIONS", show_default=False)],
    claims: Annotated[
        bool, typer.Option("--claims", help="Measure claims; GOLD says which are right.")
    ] = False,
) -> None:
    """Say how far the confidence of propositions, or of claims, can be trusted.

    GOLD has, one JSON object a line, the tuples that people wrote for a document: {"id": "s1",
    "tuples": [{"rel": "works for", "args": ["Ada", "Orbis"]}]}. ANNOTATIONS is what kgx extract
    --to jsonl wrote. The agreement of a proposition is the share of its words that the closest
    tuple has in the same place.

    With --claims, GOLD has what you made of claims that you drew at random and read:
    {"claim": "https://example.org/kg/claim/ab12", "right": true}. Their agreement is the share
    that is right.
    """
    from kgx.annotate.build.tuples import read_tuples
    from kgx.annotations import read_annotations
    from kgx.bench.confidence import measure_claims, measure_reliability, say_reliability
    from kgx.learn.readings import read_readings

    read = read_annotations(annotations)
    if claims:
        typer.echo(say_reliability(measure_claims(read, read_readings(gold)), "claims"))
    else:
        typer.echo(say_reliability(measure_reliability(read, read_tuples(gold))))


RDF_EPILOG = """\b
Example:
  kgx bench rdf --quads 100000
"""


@app.command(epilog=RDF_EPILOG)
def rdf(
    quads: Annotated[
        int, typer.Option(metavar="N", min=1000, help="About how many quads.")
    ] = 1_000_000,
) -> None:
    """Write, load and ask made-up claims beside plain rdflib.

    rdflib needs minutes and some gigabytes for a million quads.
    """
    from kgx.bench.rdf import measure_rdf, say_report

    typer.echo(say_report(measure_rdf(quads, tell=lambda line: typer.echo(line, err=True))))


SERVE_EPILOG = """\b
Example:
  kgx bench serve news.db --clients 50
"""


@app.command(epilog=SERVE_EPILOG)
def serve(
    store: Annotated[str, typer.Argument(metavar="STORE", help="A store.", show_default=False)],
    clients: Annotated[int, typer.Option(metavar="N", min=1, max=500, help="At once.")] = 50,
    requests: Annotated[int, typer.Option(metavar="N", min=1, help="Of each client.")] = 20,
    processes: Annotated[
        int | None,
        typer.Option(metavar="N", min=1, help="As kgx serve.", show_default="2, or the cores"),
    ] = None,
) -> None:
    """Serve a store to many clients, all on this machine.

    They ask mixed questions. For each kind: how many were asked and failed, and the time they took.
    """
    from kgx.bench.serve import measure_serve, say_visits

    visits = measure_serve(
        store,
        clients=clients,
        requests_each=requests,
        processes=processes,
        tell=lambda line: typer.echo(line, err=True),
    )
    typer.echo(say_visits(visits))
    if any(one.status != 200 for one in visits):
        raise typer.Exit(1)
