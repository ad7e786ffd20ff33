"""``kgx vocabulary``: the terms kgx writes. ``kgx ontology check``: what texts can say of yours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgx.cli.options import Model, Output

if TYPE_CHECKING:
    from kgx.annotate.terms.check import Finding
    from kgx.ontology.terms import Ontology

VOCABULARY_EPILOG = """\b
Examples:
  kgx vocabulary -o kgx.ttl
  kgx vocabulary -o kgx.html
  kgx vocabulary --to md -o vocabulary.md
"""


def vocabulary(
    output: Output = "-",
    to: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="ttl, nt, jsonld, rdfxml, html (a page of all terms), or md (the relations and "
            "how they are said).",
            show_default="by suffix, else ttl",
        ),
    ] = None,
) -> None:
    """Write the vocabulary: every class and relation of a kgx graph."""
    if to == "md" or (to is None and Path(output).suffix == ".md"):
        from kgx.rdf.page import vocabulary_page

        _write(vocabulary_page(), output)
        return
    if to == "html" or (to is None and Path(output).suffix == ".html"):
        from kgx.rdf.html import vocabulary_html

        _write(vocabulary_html(), output)
        return
    from kgx.rdf import format_of
    from kgx.rdf import vocabulary as read_vocabulary

    names = {"ttl": "turtle", "jsonld": "json-ld", "rdfxml": "xml"}
    format = format_of(to if to is not None else "ttl" if output == "-" else output, "html", "md")
    _write(read_vocabulary().serialize(format=names.get(format, format)), output)


def _write(text: str, output: str) -> None:
    if output == "-":
        typer.echo(text, nl=False)
        return
    from kgx.atomic import open_atomic

    with open_atomic(Path(output)) as file:
        file.write(text)


_SHOWN = 20  # classes listed for people; --json has all

CHECK_EPILOG = """\b
Examples:
  kgx ontology check mine.ttl
  kgx ontology check mine.ttl --json > check.json
"""

app = typer.Typer(
    help="Look at an ontology before extracting with it.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def describe() -> None:
    """Look at an ontology before extracting with it."""


@app.command(epilog=CHECK_EPILOG)
def check(
    ontology: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="OWL, RDFS, SKOS or SHACL in any RDF syntax, or JSON.",
            show_default=False,
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
    model: Model = None,
) -> None:
    """Tell what of an ontology texts can say, and what to add.

    A property is found well where kgx knows a relation that means the same, else by its own labels.
    """
    import dataclasses
    import json

    from kgx.annotate.claims.relations import load_relations
    from kgx.annotate.load import MODEL, load
    from kgx.annotate.terms.check import check_phrasebook, unknown_classes
    from kgx.annotate.terms.sayings import write_phrasebook
    from kgx.annotate.terms.weak_sayings import add_weak_sayings
    from kgx.annotate.words.lemmas import lemma_tables
    from kgx.ontology import read_ontology

    terms = read_ontology(ontology)
    nlp = load(model or MODEL)
    book = write_phrasebook(terms, load_relations(), lemma_tables(nlp))
    add_weak_sayings(book, nlp)
    findings, unknown = check_phrasebook(book), unknown_classes(book)
    if as_json:
        rows = [dataclasses.asdict(finding) for finding in findings]
        notes = list(terms.notes)
        typer.echo(json.dumps({"properties": rows, "unknown_classes": unknown, "notes": notes}))
        return
    _print_counts(terms, findings)
    _print_findings(findings)
    if unknown:
        more = f" and {len(unknown) - _SHOWN:,} more" if len(unknown) > _SHOWN else ""
        typer.echo(f"\nclasses that anything passes for: {', '.join(unknown[:_SHOWN])}{more}")
        advice = "put them below a class such as schema:Person, or name them by a plain noun"
        typer.echo(f"      {advice}")


def _print_counts(terms: Ontology, findings: list[Finding]) -> None:
    counts = f"{len(terms.classes):,} classes, {len(findings):,} properties"
    well = sum(finding.grade in ("well", "own words") for finding in findings)
    typer.echo(f"{counts}, {well:,} of them said well or in their own words")
    for note in terms.notes:
        typer.echo(f"note: {note}")


def _print_findings(findings: list[Finding]) -> None:
    for grade in ("never", "poorly", "own words", "well"):
        some = [finding for finding in findings if finding.grade == grade]
        if some:
            typer.echo(f"\nsaid {grade}" if grade != "own words" else "\nsaid in own words")
        for finding in some:
            typer.echo(f"  {finding.label}: {'; '.join(finding.said) or 'nothing'}")
            for advice in finding.advice:
                typer.echo(f"      {advice}")
