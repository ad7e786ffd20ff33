"""``kgx vocabulary``: the terms kgx writes."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

VOCABULARY_EPILOG = """\b
Examples:
  kgx vocabulary -o kgx.ttl
  kgx vocabulary --to md -o vocabulary.md
"""


def vocabulary(
    output: Annotated[
        str, typer.Option("--output", "-o", metavar="FILE", help="Where to write.")
    ] = "-",
    to: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="ttl, nt, jsonld, rdfxml, or md (the relations as a page).",
            show_default="by suffix, else ttl",
        ),
    ] = None,
) -> None:
    """Write the vocabulary: every class and relation of a kgx graph."""
    if to == "md" or (to is None and Path(output).suffix == ".md"):
        from kgx.rdf.page import vocabulary_page

        _write(vocabulary_page(), output)
        return
    from kgx.rdf import format_of
    from kgx.rdf import vocabulary as read_vocabulary

    names = {"ttl": "turtle", "jsonld": "json-ld", "rdfxml": "xml"}
    format = format_of(to if to is not None else "ttl" if output == "-" else output)
    _write(read_vocabulary().serialize(format=names.get(format, format)), output)


def _write(text: str, output: str) -> None:
    if output == "-":
        typer.echo(text, nl=False)
        return
    from kgx.atomic import open_atomic

    with open_atomic(Path(output)) as file:
        file.write(text)
