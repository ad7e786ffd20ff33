"""``kgx show ARTICLE`` and ``kgx explain``: one text, and what was decided about it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgx.cli.options import KnowledgeBase, Rules
from kgx.cli.output import print_shown

if TYPE_CHECKING:
    from spacy.language import Language

    from kgx.annotate.explain import Explanation
    from kgx.types import Document

EXPLAIN_EPILOG = """\b
Examples:
  kgx explain article.txt "Okyay"
  kgx explain article.txt it
  kgx explain article.txt "Clara Holm" --rules rules.toml
"""

_WEIGHTS = 5
"""Weights of a claim that are shown."""

ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="NAME",
        help="A spaCy pipeline, by name or path.",
        show_default="the packaged",
    ),
]


def show_articles(
    source: str, *, format: str | None, kb: Path | None, model: str | None, concepts: bool
) -> None:
    """Show the articles of a source, one after the other, with their mentions in colour."""
    from kgx.rdf.formats import suffix_format
    from kgx.store import is_store

    if is_store(source) or suffix_format(source):
        raise typer.BadParameter(f"{source} is a graph: name an entity to show")
    from kgx.annotate.run import annotate
    from kgx.view.article import show_article

    nlp = _load(model, kb)
    for number, document in enumerate(_read_documents(source, format)):
        for annotation in annotate([document], nlp):
            if number:
                typer.echo()
            print_shown(show_article(annotation, document.text, concepts=concepts))


def explain(
    source: Annotated[
        str,
        typer.Argument(metavar="ARTICLE", help="A text; - is standard input.", show_default=False),
    ],
    name: Annotated[
        str | None,
        typer.Argument(metavar="[NAME]", help="The words of a mention, or the name of an entity."),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="What the source is: text, markdown, html, jsonl, csv, tsv.",
            show_default="by suffix",
        ),
    ] = None,
    kb: KnowledgeBase = None,
    rules: Rules = None,
    model: ModelOption = None,
) -> None:
    """Say why a mention has its entity, its type and its links, and what is claimed of it.

    Of each mention: its sentence, the entity, and for each decision the component that took it and
    the reason; of each claim that its sentence makes of the entity the rule, and of a learned one
    the weights that tell most. The text is annotated anew; reasons are not kept elsewhere.
    """
    from kgx.annotate.explain import explain as explain_doc
    from kgx.annotate.run import make_docs

    nlp = _load(model, kb, rules)
    for doc in make_docs(_read_documents(source, format), nlp):
        for found in explain_doc(doc, name):
            _say_explanation(found, doc._.kgx_document.id)


def _load(model: str | None, kb: Path | None, rules: list[Path] | None = None) -> Language:
    from kgx.annotate.load import MODEL, load

    return load(model or MODEL, kb=kb, rules=rules or ())


def _read_documents(source: str, format: str | None) -> Iterator[Document]:
    """The documents of a source; what cannot be read is an error."""
    from kgx.read import read

    return read(source, format=format)


def _say_explanation(found: Explanation, document: str) -> None:
    from rich.text import Text

    from kgx.query.table import one_line

    entity = found.entity
    sentence = Text.assemble(
        *(
            one_line(found.before),
            (one_line(found.text), "bold reverse"),
            one_line(found.after).rstrip(),
        )
    )
    place = f"  ({one_line(document)}, {found.start}–{found.end})"
    print_shown(Text.assemble((one_line(found.text), "bold"), "  “", sentence, "”", (place, "dim")))
    what = {
        "entity": Text.assemble((one_line(entity.label), "green"), "  ", (entity.id, "dim")),
        "type": Text(entity.type, style="cyan"),
        "link": Text(", ".join(entity.same_as) or "none"),
    }
    for decision, component, why in found.reasons:
        gave = what[decision]
        reason = (one_line(why), "default")
        print_shown(
            Text.assemble(f"  {decision}: ", gave, "\n    ", (f"{component}: ", "dim"), reason)
        )
    for claim in found.claims:
        said = one_line(f"{claim.subject} – {claim.predicate} – {claim.object}")
        print_shown(Text.assemble("  claim: ", (said, "green"), f" ({claim.confidence:.2f})"))
        print_shown(Text.assemble("    ", ("rule: ", "dim"), one_line(claim.rule)))
        for feature, weight in claim.weights[:_WEIGHTS]:
            print_shown(f"    {weight:+.2f}  {one_line(feature)}")
    typer.echo()
