"""``kgx store``, ``convert`` and ``diff``: stores, and RDF from one form to another."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgx.cli.options import RdfFormat, RdfSources, Report, TripleTerms

if TYPE_CHECKING:
    from kgx.rdf.rdf12 import Form
    from kgx.store import Change

CONVERT_EPILOG = """\b
Examples:
  kgx convert news.db -o news.nq
  kgx convert graph.ttl --rdf12 -o graph12.ttl
  kgx convert a.ttl b.nq -o both.db
  kgx convert annotations.jsonl --no-merge -o apart.nq
"""
DIFF_EPILOG = """\b
Example:
  kgx diff monday.nq news.db
"""
LIST_EPILOG = """\b
Example:
  kgx store list news.db
"""
REMOVE_EPILOG = """\b
Example:
  kgx store remove news.db harbour.txt
"""

app = typer.Typer(
    help="Look after a store that kgx extract --store made.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Store = Annotated[
    Path, typer.Argument(metavar="STORE", help="The folder of the store.", show_default=False)
]


@app.command("list", epilog=LIST_EPILOG)
def list_(store: Store) -> None:
    """List the documents of a store: id, date and title."""
    from kgx.store import read_stored

    for one in read_stored(store):
        fields = (one.id, one.date or "", one.title or "")
        typer.echo("\t".join(" ".join(field.split()) for field in fields))


@app.command(epilog=REMOVE_EPILOG)
def remove(
    store: Store,
    documents: Annotated[
        list[str], typer.Argument(metavar="DOCUMENT", help="Ids.", show_default=False)
    ],
) -> None:
    """Remove documents from a store.

    What only they say goes with them; what they shared with others is made anew from those.
    """
    from kgx.store import remove_documents

    done = remove_documents(store, documents)
    typer.echo(f"kgx: documents: {done.removed:,} removed", err=True)


def convert(
    sources: RdfSources,
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help="A file, its suffix tells the format; without a suffix, or with .db, a store.",
        ),
    ] = "-",
    to: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="ttl, nt, nq, trig, jsonld, rdfxml, or store.",
            show_default="by suffix, else nq",
        ),
    ] = None,
    format: RdfFormat = None,
    rdf12: TripleTerms = False,
    rdf11: Annotated[bool, typer.Option("--rdf11", help="Claims as rdf:Statement.")] = False,
    base: Annotated[
        str | None, typer.Option(metavar="IRI", help="What the prefix ent: stands for.")
    ] = None,
    merges: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="For annotations: what is the same and what is not (see kgx merges).",
            show_default=False,
        ),
    ] = None,
    no_merge: Annotated[
        bool, typer.Option("--no-merge", help="For annotations: leave documents apart.")
    ] = False,
) -> None:
    """Turn RDF into another format or form, without loss.

    Files are sorted: the same data gives the same bytes, and N-Quads are canonical. Memory is
    bounded, however large the data. Without --rdf12 or --rdf11 claims stay as they are, but JSON-LD
    and RDF/XML get the form of RDF 1.1.
    """
    if rdf11 and rdf12:
        raise typer.BadParameter("--rdf11 and --rdf12 exclude each other")
    from kgx.cli.merges import read_merging
    from kgx.graph.rulings import parse_rulings
    from kgx.store import convert as convert_rdf

    form: Form | None = "1.2" if rdf12 else "1.1" if rdf11 else None
    rulings = parse_rulings(read_merging(merges, no_merge), str(merges))
    count = convert_rdf(
        sources,
        output,
        form=form,
        format=format,
        to=to,
        base=base,
        rulings=rulings,
        apart=no_merge,
    )
    typer.echo(f"kgx: {count:,} quads", err=True)


def diff(
    old: Annotated[
        str, typer.Argument(metavar="OLD", help="A store or a graph file.", show_default=False)
    ],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The later one.", show_default=False)],
    to: Report = "text",
) -> None:
    """Say which statements appeared, vanished or changed standing.

    A statement is the same wherever and however often it is claimed; its standing is whether it is
    asserted, denied, planned and so on, and by whom.
    """
    if to not in ("text", "json"):
        raise typer.BadParameter(f"--to takes text or json, not {to!r}")
    from kgx.store import diff as compare

    changes = compare(old, new)
    if to == "json":
        import msgspec

        rows = msgspec.to_builtins(changes)
        sys.stdout.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        return
    for change in changes:
        typer.echo(_say_change(change))
    kinds = [change.kind for change in changes]
    counts = (f"{kinds.count(kind):,} {kind}" for kind in ("appeared", "vanished", "changed"))
    typer.echo(f"kgx: statements: {', '.join(counts)}", err=True)


_MARKS = {"appeared": "+", "vanished": "-", "changed": "~"}


def _say_change(change: Change) -> str:
    statement = " ".join(map(_say_term, (change.subject, change.predicate, change.object)))
    before, after = (
        ", ".join(f"{one}".replace(one.speaker, _say_term(one.speaker)) for one in side)
        for side in (change.before, change.after)
    )
    standing = f"{before} -> {after}" if before and after else before or after
    return f"{_MARKS[change.kind]} {statement}  ({standing})"


def _say_term(term: str) -> str:
    if term.startswith('"') or not term:
        return term.partition("^^")[0]
    return term.rstrip("/#").rpartition("#")[2].rpartition("/")[2]
