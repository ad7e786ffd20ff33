"""``kgx evaluate``: annotations held against gold ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

EPILOG = """\b
Examples:
  kgx extract articles.jsonl --to jsonl -o found.jsonl
  kgx evaluate gold.jsonl found.jsonl
  kgx evaluate gold.jsonl found.jsonl --json > figures.json
"""


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD", help="Annotations that are right.", show_default=False),
    ],
    annotations: Annotated[
        Path,
        typer.Argument(
            metavar="ANNOTATIONS", help="What kgx extract --to jsonl wrote.", show_default=False
        ),
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="All figures as one JSON object.")
    ] = False,
    top: Annotated[int, typer.Option(metavar="N", min=1, help="Lines of a table at most.")] = 20,
) -> None:
    """Hold annotations against gold ones: how good are they?

    Both files are annotations, one JSON object a line, of the same documents. Strict asks for equal
    spans and standing, lenient for spans that overlap. By type, by predicate, by the rule that made
    a claim and by its confidence.
    """
    from kgx.annotations import read_annotations
    from kgx.evaluate import evaluate as measure
    from kgx.evaluate import show_evaluation, to_json

    evaluation = measure(read_annotations(gold), read_annotations(annotations))
    shown = json.dumps(to_json(evaluation)) if as_json else show_evaluation(evaluation, top=top)
    typer.echo(shown)
