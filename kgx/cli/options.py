"""Options that several commands have in common: one spelling, one line of help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

# ------------------------------------------------------------------ what is read

RdfSources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Stores, RDF files, or annotations (.jsonl); - is standard input.",
        show_default=False,
    ),
]
RdfFormat = Annotated[
    str | None, typer.Option(metavar="FORMAT", help="Of the sources.", show_default="by suffix")
]
Texts = Annotated[
    list[str], typer.Argument(metavar="SOURCE", help="What to read.", show_default=False)
]
TextColumn = Annotated[
    str, typer.Option(metavar="NAME", help="The column of a table with the text.")
]
IdColumn = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="The column with the id.", show_default="id, if there"),
]

# ------------------------------------------------------------------ what annotates and infers

Model = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="A spaCy pipeline.", show_default="the packaged"),
]
KnowledgeBase = Annotated[
    Path | None,
    typer.Option(
        "--kb",
        metavar="FILE",
        help="Link entities to this knowledge base: see kgx kb build.",
        show_default=False,
    ),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="Add the claims of this rules file, from kgx learn; may be given again.",
        show_default=False,
    ),
]
Infer = Annotated[
    bool,
    typer.Option("--infer", help="With what follows by the rules of kgx infer, in a graph apart."),
]
InferRules = Annotated[
    list[Path] | None,
    typer.Option(
        metavar="FILE",
        help="With what follows by a rule of your own, a SPARQL CONSTRUCT query; may be given "
        "several times.",
        show_default=False,
    ),
]
GraphBase = Annotated[
    str | None, typer.Option(metavar="IRI", help="The base that the graph was made with.")
]
ServiceHosts = Annotated[
    list[str] | None,
    typer.Option(metavar="HOST", help="A host that SERVICE may ask; none by default."),
]

# ------------------------------------------------------------------ what is written

Output = Annotated[str, typer.Option("--output", "-o", metavar="FILE", help="Where to write.")]
FormattedOutput = Annotated[
    str,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Where to write; its suffix tells the format."
    ),
]
TripleTerms = Annotated[bool, typer.Option("--rdf12", help="Claims as triple terms.")]
Report = Annotated[str, typer.Option(metavar="FORMAT", help="text or json.")]
