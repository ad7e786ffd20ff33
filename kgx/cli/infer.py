"""``kgx infer``: what follows from a graph by rules."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgx.cli.options import FormattedOutput, GraphBase

if TYPE_CHECKING:
    from kgx.infer import Rule

EPILOG = """\b
Examples:
  kgx infer graph.ttl -o inferred.nq
  kgx infer news.db --rule mine.rq --only-mine -o inferred.ttl
  kgx query graph.ttl inferred.nq 'SELECT ?who WHERE { ?who kgx:country ent:turkiye }'
"""


def choose_rules(shipped: bool, own: list[Path] | None) -> list[Rule]:
    """The rules that come with kgx, where they are asked for, and those of files."""
    if not (shipped or own):
        return []
    from kgx.infer import read_rule, shipped_rules

    return [*(shipped_rules() if shipped else []), *(read_rule(path) for path in own or ())]


def infer(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="GRAPH",
            help="Graph files or a store of kgx extract; - is standard input.",
            show_default=False,
        ),
    ],
    output: FormattedOutput = "-",
    to: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="ttl, nt, nq, trig, jsonld, rdfxml.",
            show_default="by suffix, else trig",
        ),
    ] = None,
    rule: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="A rule of your own, a SPARQL CONSTRUCT query; may be given several times.",
            show_default=False,
        ),
    ] = None,
    only_mine: Annotated[
        bool, typer.Option("--only-mine", help="Leave the shipped rules out.")
    ] = False,
    base: GraphBase = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No notes or summary.")] = False,
) -> None:
    """Write what follows from a graph by rules, and nothing else.

    Each statement comes with the rule that inferred it and the claims it follows from. The graph
    stays as it is: what no text says is kept apart from what is said.
    """
    from kgx.infer import draw_inferences
    from kgx.iris import BASE
    from kgx.query.ask import load_store
    from kgx.rdf import format_of, write_rdf

    rules = choose_rules(not only_mine, rule)
    if not rules:
        raise typer.BadParameter("--only-mine needs a rule: name its file with --rule")
    format = format_of(to if to is not None else "trig" if output == "-" else output)
    store, names = load_store(sources, by_graph=False)

    def note(text: str) -> None:
        if not quiet:
            typer.echo(f"kgx: note: {text}", err=True)

    dataset, number = draw_inferences(
        store, rules, base=base or names.get("ent", BASE), on_note=note
    )
    text = write_rdf(dataset, None if output == "-" else output, format)
    if text is not None:
        typer.echo(text, nl=False)
    if not quiet:
        words = "statement" if number == 1 else "statements"
        typer.echo(f"kgx: {number:,} {words} inferred", err=True)
