"""``kgx extract``: articles in, a graph or annotations out."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Annotated

import typer

from kgx.cli.annotator import Annotator, annotate_with, make_provenance
from kgx.cli.infer import choose_rules
from kgx.cli.merges import read_merging
from kgx.cli.options import (
    FormattedOutput,
    IdColumn,
    Infer,
    InferRules,
    KnowledgeBase,
    Rules,
    TextColumn,
)
from kgx.cli.progress import Run, show_progress
from kgx.cli.writing import (
    Choices,
    bring_up_to_date,
    find_prefixes,
    open_output,
    report_unmapped,
    speak_generally,
    write_found,
    write_lines,
)

EPILOG = """\b
Examples:
  kgx extract articles/ -o graph.ttl
  kgx extract news.csv --text-column body --date-column day --jobs 4 -o news.nq
  cat article.txt | kgx extract - --to jsonl
  kgx extract articles/ --store news.db --prune
  kgx extract articles/ --merges mine.csv -o graph.ttl
  kgx extract articles/ --kb companies.kb -o graph.ttl
  kgx extract articles/ --infer -o graph.trig
  kgx extract articles/ --ontology mine.ttl -o mine-graph.ttl
"""


def extract(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="Files, folders or 'patterns': .txt .md .html .jsonl .csv .tsv, plain or .gz; "
            "- is standard input.",
            show_default=False,
        ),
    ],
    output: FormattedOutput = "-",
    to: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="ttl, nt, nq, trig, jsonld, rdfxml, or jsonl (annotations, a line a document).",
            show_default="by suffix, else ttl",
        ),
    ] = None,
    format: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="What the sources are: text, markdown, html, jsonl, csv, tsv.",
            show_default="by suffix",
        ),
    ] = None,
    text_column: TextColumn = "text",
    id_column: IdColumn = None,
    title_column: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="The column with the title.", show_default="title, if there"
        ),
    ] = None,
    date_column: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="The column with the date.", show_default="date, if there"
        ),
    ] = None,
    url_column: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="The column with the address.", show_default="url, if there"
        ),
    ] = None,
    store: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Add to this store, or make it: documents that are new or changed are read, "
            "the others stay.",
            show_default=False,
        ),
    ] = None,
    prune: Annotated[
        bool,
        typer.Option("--prune", help="Remove from the store what is no longer in the sources."),
    ] = False,
    rdf12: Annotated[
        bool,
        typer.Option("--rdf12", help="Write claims as triple terms (RDF 1.2: ttl, trig, nq, nt)."),
    ] = False,
    min_confidence: Annotated[
        float, typer.Option(metavar="X", min=0, max=1, help="Leave out claims less sure than this.")
    ] = 0.0,
    no_speakers: Annotated[
        bool,
        typer.Option(
            "--no-speakers",
            help="Assert only what the author says; what a speaker says stays a claim.",
        ),
    ] = False,
    provenance: Annotated[
        str,
        typer.Option(
            metavar="LEVEL",
            help="How much to tell of where it comes from: none (plain triples), claims, or full "
            "(the run, its model and settings in PROV-O; passages in NIF too).",
        ),
    ] = "claims",
    merges: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="What is the same and what is not, as 'same,Holm,Ida Holm' or 'different,...' "
            "a line: see kgx merges.",
            show_default=False,
        ),
    ] = None,
    no_merge: Annotated[
        bool, typer.Option("--no-merge", help="Leave the entities of each document apart.")
    ] = False,
    base: Annotated[
        str | None, typer.Option(metavar="IRI", help="What the IRIs made here begin with.")
    ] = None,
    report: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="A CSV table of what texts say that the ontology has no property for.",
            show_default=False,
        ),
    ] = None,
    model: Annotated[
        str | None,
        typer.Option(
            metavar="NAME", help="A spaCy pipeline, by name or path.", show_default="the packaged"
        ),
    ] = None,
    kb: KnowledgeBase = None,
    ontology: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Claims in the terms of this ontology alone: OWL, RDFS, SKOS or SHACL in any RDF "
            "syntax, or JSON.",
            show_default=False,
        ),
    ] = None,
    rules: Rules = None,
    frames: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="What the prepositions of your verbs tell: TOML, a table for each verb, such as "
            'dispatch = { to = "target" }.',
            show_default=False,
        ),
    ] = None,
    general: Annotated[
        bool,
        typer.Option(
            "--general",
            help="General predicates (kgx:helps) in place of those coined from the text's words "
            "(rel:nurture), which stay beside them.",
        ),
    ] = False,
    infer: Infer = False,
    infer_rule: InferRules = None,
    variants: Annotated[
        bool,
        typer.Option(
            "--variants", help="With --to jsonl: shorter variants of each proposition too."
        ),
    ] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", metavar="N", min=1, help="Processes to work in.")
    ] = 1,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="No progress bar, notes or summary.")
    ] = False,
) -> None:
    """Extract a graph from articles.

    A document that cannot be read is reported and skipped; the exit code is then 3, or 1 if there
    is none left. The output is written whole or not at all.

    A store is brought up to date document by document, and what is in it does not depend on the
    order. If it is interrupted, the same command goes on where it was. The last --base,
    --no-speakers, --min-confidence, --rdf12, --provenance, --merges and --no-merge hold for the
    whole store.
    """
    if provenance not in ("none", "claims", "full"):
        raise typer.BadParameter(f"--provenance takes none, claims or full, not {provenance!r}")
    if report is not None and ontology is None:
        raise typer.BadParameter("--report tells what an ontology lacks: name it with --ontology")
    _check_store(store, output, to, prune, general)
    inference = choose_rules(infer, infer_rule)
    target = _choose_format(output, to) if store is None else ""
    if inference:
        _check_inference(store, target, rdf12)
    annotator = Annotator(model, base, kb, ontology, tuple(rules or ()), frames, jobs)
    choices = Choices(
        base=base,
        speakers=not no_speakers,
        least=min_confidence,
        rdf12=rdf12,
        rulings=read_merging(merges, no_merge),
        apart=no_merge,
        provenance=make_provenance(provenance, annotator),
        prefixes=find_prefixes(ontology),
    )
    started = time.perf_counter()
    with show_progress(quiet) as progress:
        run = Run(progress, quiet, mapped=ontology is not None)
        from kgx.annotations import keep_sure
        from kgx.read import count_documents, read

        documents = read(
            sources,
            format=format,
            text_column=text_column,
            id_column=id_column,
            title_column=title_column,
            date_column=date_column,
            url_column=url_column,
            on_error=run.skip,
            on_note=run.note,
        )
        run.expect(count_documents(sources, format=format) if progress else None)
        if store is not None:
            bring_up_to_date(store, documents, annotator, choices, run, prune=prune)
            _check_any(run)
        else:
            found = annotate_with(annotator, documents, run.skip)
            kept = run.tally(keep_sure(one, min_confidence) for one in found)
            if general:
                kept = speak_generally(kept)
            with open_output(output) as file:
                if target == "jsonl":
                    write_lines(kept, file, variants=variants)
                else:
                    run.statements = write_found(kept, file, target, choices, inference, run.note)
                file.flush()
                _check_any(run)
        if run.unmapped is not None:
            report_unmapped(run, run.unmapped, report)
    if not quiet:
        typer.echo(run.summarize(time.perf_counter() - started), err=True)
    if run.skipped:
        raise typer.Exit(3)


def _check_any(run: Run) -> None:
    """End where there was no document to read: what is written then is not kept."""
    if not (run.update.seen if run.update is not None else run.annotated):
        raise typer.Exit(1)


def _check_store(
    store: Path | None, output: str, to: str | None, prune: bool, general: bool
) -> None:
    if store is not None and general:
        raise typer.BadParameter("a store has general predicates beside coined ones: see kgx query")
    if store is not None and (output != "-" or to is not None):
        raise typer.BadParameter("--store takes the place of --output and --to: see kgx convert")
    if prune and store is None:
        raise typer.BadParameter("--prune removes from a store: name it with --store")


def _check_inference(store: Path | None, target: str, rdf12: bool) -> None:
    if store is not None:
        raise typer.BadParameter("a store holds what texts say: ask it with kgx query --infer")
    if target == "jsonl":
        raise typer.BadParameter("annotations hold what texts say: --infer writes RDF")
    if rdf12:
        raise typer.BadParameter("--infer writes RDF 1.1: leave out --rdf12")


def _choose_format(output: str, to: str | None) -> str:
    """The format to write: as asked for, or by the suffix, else Turtle."""
    if to == "jsonl" or (to is None and output.lower().endswith(".jsonl")):
        return "jsonl"
    from kgx.rdf import format_of

    return format_of(to if to is not None else "ttl" if output == "-" else output, "jsonl")
