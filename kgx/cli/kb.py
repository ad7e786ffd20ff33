"""``kgx kb``: the user's own knowledge base, to link entities to."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="Make an index of what you know, to link entities to with --kb.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

BUILD_EPILOG = """\b
Examples:
  kgx kb build companies.csv -o companies.kb
  kgx kb build thesaurus.ttl people.jsonl -o own.kb
  kgx kb build latest-all.json.bz2 --min-popularity 3 -o wikidata.kb
  kgx extract articles/ --kb companies.kb -o graph.ttl

The columns of a list, or keys of its JSON lines; those after the first two may be missing:

\b
  id           its IRI, or what is put behind --base
  name         its best name
  type         person, organization, place, product, ... or a word such as company
  aliases      other names, with | between them
  types        IRIs of its classes, with | between them
  same_as      its IRIs elsewhere, with | between them
  description  what it is; its words are compared with the document's
  popularity   how well known it is: a number from zero up
"""
FIND_EPILOG = """\b
Example:
  kgx kb find companies.kb "Norvik Yards"
"""


@app.callback()
def describe() -> None:
    """Make an index of what you know, to link entities to with --kb."""


@app.command(epilog=BUILD_EPILOG)
def build(
    sources: Annotated[
        list[Path],
        typer.Argument(
            metavar="SOURCE",
            help="CSV, TSV, JSON lines, RDF in any syntax (SKOS, FOAF, schema.org, ...), or a "
            "Wikidata JSON dump; plain, .gz or .bz2.",
            show_default=False,
        ),
    ],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE", help="The index.", show_default=False),
    ],
    format: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT", help="csv, tsv, jsonl, rdf, wikidata.", show_default="by suffix"
        ),
    ] = None,
    id_column: Annotated[
        str, typer.Option(metavar="NAME", help="The column of a list with the id.")
    ] = "id",
    name_column: Annotated[
        str, typer.Option(metavar="NAME", help="The column with the name.")
    ] = "name",
    base: Annotated[
        str | None,
        typer.Option(
            metavar="IRI",
            help="What goes before ids that are no IRIs.",
            show_default="https://example.org/kg/kb/",
        ),
    ] = None,
    language: Annotated[
        str, typer.Option(metavar="CODE", help="Of the names that are taken from RDF and Wikidata.")
    ] = "en",
    min_popularity: Annotated[
        float,
        typer.Option(metavar="X", min=0, help="Leave out what is less popular than this."),
    ] = 0.0,
) -> None:
    """Make an index of a knowledge base.

    It is one SQLite file, sorted on disk: memory stays flat however long the list is. It is written
    whole or not at all; a broken line or an id that is there twice is named and nothing is written.
    Of Wikidata the number of Wikipedias with a page on it is how popular a thing is.
    """
    from kgx.kb import Columns, build_kb

    usual = Columns()
    columns = Columns(id_column, name_column, base or usual.base)
    started = time.perf_counter()
    with _show_count() as tell:
        built = build_kb(
            sources,
            output,
            format=format,
            columns=columns,
            language=language,
            min_popularity=min_popularity,
            tell=tell,
        )
    seconds = time.perf_counter() - started
    typer.echo(
        f"kgx: {built.items:,} items, {built.names:,} names, {built.size / 1e6:,.1f} MB "
        f"in {seconds:.1f} s",
        err=True,
    )


@contextmanager
def _show_count() -> Iterator[Callable[[int], None]]:
    """Shows on standard error, if that is a terminal, how many items were read."""
    from rich.console import Console

    with Console(stderr=True).status("reading") as status:
        yield lambda items: status.update(f"{items:,} items read")


@app.command(epilog=FIND_EPILOG)
def find(
    kb: Annotated[Path, typer.Argument(metavar="KB", help="An index.", show_default=False)],
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name.", show_default=False)],
) -> None:
    """List what has a name, the most popular first.

    IRI, name, type and description, a line each, between tabs.
    """
    from kgx.kb import Kb

    items = Kb(kb).find(name)
    if not items:
        typer.echo(f"kgx: nothing in {kb} is named {name!r}", err=True)
    for found in items:
        item = found.item
        fields = (item.id, item.label, item.type or "", item.description)
        typer.echo("\t".join(" ".join(field.split()) for field in fields))
