"""``kgx extract``: articles in, a graph or annotations out."""

from __future__ import annotations

import dataclasses
import gc
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from kgx.cli.infer import InferOption, InferRuleOption, choose_rules
from kgx.cli.kb import KbOption
from kgx.cli.merges import read_merging
from kgx.errors import KgxError

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from rich.progress import Progress

    from kgx.graph.build import Graph
    from kgx.infer import Rule
    from kgx.ontology.unmapped import Unmapped
    from kgx.rdf.provenance import Provenance
    from kgx.rdf.rdf12 import Form
    from kgx.store import Settings, Update
    from kgx.types import Annotation, Document

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
    output: Annotated[
        str,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write; its suffix tells the format."
        ),
    ] = "-",
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
    text_column: Annotated[
        str, typer.Option(metavar="NAME", help="The column of a table with the text.")
    ] = "text",
    id_column: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The column with the id.", show_default="id, if there"),
    ] = None,
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
    kb: KbOption = None,
    ontology: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Claims in the terms of this ontology alone: OWL, RDFS, SKOS or SHACL in any RDF "
            "syntax, or JSON.",
            show_default=False,
        ),
    ] = None,
    rules: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="Add the claims of this rules file, from kgx learn; may be given again.",
            show_default=False,
        ),
    ] = None,
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
    infer: InferOption = False,
    infer_rule: InferRuleOption = None,
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
    rulings = read_merging(merges, no_merge)
    started = time.perf_counter()
    with show_progress(quiet) as progress:
        run = _Run(progress, quiet)
        if ontology is not None:
            from kgx.ontology.unmapped import Unmapped

            run.unmapped = Unmapped()
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
            annotate = partial(
                _annotate,
                run=run,
                model=model,
                base=base,
                kb=kb,
                ontology=ontology,
                rules=rules or (),
                frames=frames,
                jobs=jobs,
            )
            settings = _make_settings(base, not no_speakers, min_confidence, rdf12)
            annotator = _name_annotator(model, settings.base, kb, ontology, rules or (), frames)
            told = _make_provenance(provenance, model, annotator)
            settings = dataclasses.replace(
                settings,
                apart=no_merge,
                rulings=rulings,
                provenance=told.level,
                model=told.model,
                annotator=told.settings,
            )
            _update_store(store, documents, annotate, run, settings, annotator, prune=prune)
        else:
            with _open_output(output) as file:
                annotations = _annotate(
                    documents,
                    run,
                    model=model,
                    base=base,
                    kb=kb,
                    ontology=ontology,
                    rules=rules or (),
                    frames=frames,
                    jobs=jobs,
                )
                kept = run.tally(_keep_sure(one, min_confidence) for one in annotations)
                if general:
                    kept = _generalise(kept)
                if target == "jsonl":
                    _write_lines(_vary(kept) if variants else kept, file)
                else:
                    form: Form = "1.2" if rdf12 else "1.1"
                    merging = _Merging(rulings, no_merge)
                    annotator = _name_annotator(model, base, kb, ontology, rules or (), frames)
                    told = _make_provenance(provenance, model, annotator)
                    run.statements = _write_graph(
                        kept,
                        file,
                        target,
                        base,
                        not no_speakers,
                        form,
                        merging,
                        told,
                        run.note,
                        inference,
                    )
                file.flush()
                if not run.annotated:
                    raise typer.Exit(1)
        if run.unmapped is not None:
            _report_unmapped(run, run.unmapped, report)
    if not quiet:
        typer.echo(run.summarize(time.perf_counter() - started), err=True)
    if run.skipped:
        raise typer.Exit(3)


@dataclasses.dataclass(frozen=True, slots=True)
class _Merging:
    """How documents are merged: the user's rulings as text, or not at all."""

    rulings: str
    apart: bool


def _report_unmapped(run: _Run, unmapped: Unmapped, path: Path | None) -> None:
    """Say what the ontology had no property for, and write the table of it."""
    ranked = unmapped.ranked()
    counts: Counter[str] = Counter()
    for saying, number in ranked:
        counts[saying.relation] += number
    often = ", ".join(f"{relation} ({number:,})" for relation, number in counts.most_common(5))
    share = f"{sum(unmapped.counts.values()):,} of {unmapped.propositions:,} propositions"
    if ranked:
        run.note(f"{share} say what the ontology has no property for, most often: {often}")
    if path is not None:
        from kgx.atomic import open_atomic

        with open_atomic(path) as file:
            unmapped.write(file)


class _Run:
    """What happens in a run, counted and told on standard error."""

    def __init__(self, progress: Progress | None, quiet: bool) -> None:
        self.annotated = self.skipped = self.claims = 0
        self.statements: int | None = None
        self.update: Update | None = None
        self._progress, self._quiet = progress, quiet
        self._task = progress.add_task("loading", total=None) if progress else None
        self._shown = 0.0
        self._entities: set[str] = set()
        self.unmapped: Unmapped | None = None

    def expect(self, total: int | None) -> None:
        """Say how many documents there are, where that is known."""
        if self._progress and self._task is not None:
            self._progress.update(self._task, total=total, refresh=True)

    def skip(self, err: KgxError) -> None:
        self.skipped += 1
        self._say(f"kgx: error: {err}")

    def note(self, text: str) -> None:
        if not self._quiet:
            self._say(f"kgx: note: {text}")

    def tally(self, annotations: Iterable[Annotation]) -> Iterator[Annotation]:
        """Pass annotations on, counting what is in them and moving the bar."""
        for annotation in annotations:
            self.annotated += 1
            self.claims += len(annotation.claims)
            self._entities.update(entity.id for entity in annotation.entities)
            if self.unmapped is not None:
                self.unmapped.add(annotation)
            self._move()
            yield annotation

    def summarize(self, seconds: float) -> str:
        skipped = f" ({self.skipped:,} skipped)" if self.skipped else ""
        if self.update is not None:
            return f"kgx: {_summarize_update(self.update)}{skipped} in {seconds:.1f} s"
        parts = [
            f"{count(self.annotated, 'document')}{skipped}",
            count(len(self._entities), "entity", "entities"),
            count(self.claims, "claim"),
        ]
        if self.statements is not None:
            parts.append(count(self.statements, "statement"))
        return f"kgx: {', '.join(parts)} in {seconds:.1f} s"

    def _move(self) -> None:
        """Move the bar, at most ten times a second."""
        now = time.monotonic()
        if self._progress and self._task is not None and now - self._shown > 0.1:
            self._shown = now
            done = self.annotated + self.skipped
            words = f"{count(self.annotated, 'document')}, {count(self.claims, 'claim')}"
            self._progress.update(self._task, completed=done, description=words, refresh=True)

    def _say(self, line: str) -> None:
        if self._progress:
            self._progress.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            typer.echo(line, err=True)


def count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _summarize_update(update: Update) -> str:
    counts = {
        "added": update.added,
        "replaced": update.replaced,
        "unchanged": update.unchanged,
        "removed": update.removed,
    }
    said = [f"{count:,} {word}" for word, count in counts.items() if count]
    return f"documents: {', '.join(said) or 'none'}"


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


def _make_settings(
    base: str | None, speakers: bool, min_confidence: float, rdf12: bool
) -> Settings:
    from kgx.iris import BASE
    from kgx.store import Settings

    return Settings(base or BASE, speakers, min_confidence, "1.2" if rdf12 else "1.1")


def _update_store(
    path: Path,
    documents: Iterable[Document],
    annotate: Callable[[Iterable[Document]], Iterator[Annotation]],
    run: _Run,
    settings: Settings,
    annotator: str,
    *,
    prune: bool,
) -> None:
    """Bring a store up to date; nothing is pruned where something could not be read."""
    from kgx.store import update_store

    def may_prune() -> bool:
        if prune and run.skipped:
            run.note("nothing is removed: some documents could not be read")
        return prune and not run.skipped

    run.update = update_store(
        path,
        documents,
        lambda changed: run.tally(annotate(changed)),
        annotator=annotator,
        settings=settings,
        prune=may_prune,
    )
    if not run.update.seen:
        raise typer.Exit(1)


def _name_annotator(
    model: str | None,
    base: str | None,
    kb: Path | None,
    ontology: Path | None,
    rules: Sequence[Path],
    frames: Path | None,
) -> str:
    from kgx.annotate.learned.rules import read_rules
    from kgx.annotate.lexicon import add_frames, load_lexicon
    from kgx.annotate.load import MODEL
    from kgx.iris import BASE
    from kgx.kb import Kb
    from kgx.store import name_annotator

    further = "".join(repr(read_rules(path)) for path in rules)
    if frames is not None:
        further += repr(add_frames(load_lexicon(), frames).frames)
    seal = (Kb(kb).seal if kb is not None else "") + further
    return name_annotator(model or MODEL, base or BASE, seal, ontology)


def _make_provenance(level: str, model: str | None, annotator: str) -> Provenance:
    """What to tell; the names of model and settings only where all is told."""
    from kgx.annotate.load import MODEL
    from kgx.rdf.provenance import Provenance
    from kgx.store import name_model

    if level == "full":
        return Provenance("full", name_model(model or MODEL), annotator)
    return Provenance("none" if level == "none" else "claims")


def _choose_format(output: str, to: str | None) -> str:
    """The format to write: as asked for, or by the suffix, else Turtle."""
    if to == "jsonl" or (to is None and output.lower().endswith(".jsonl")):
        return "jsonl"
    from kgx.rdf import format_of

    return format_of(to if to is not None else "ttl" if output == "-" else output)


@contextmanager
def show_progress(quiet: bool) -> Iterator[Progress | None]:
    """A progress bar on standard error, if that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    # no thread of its own: workers are forked while it shows
    progress = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    with progress:
        yield progress


def _open_output(output: str) -> AbstractContextManager[IO[str]]:
    if output == "-":
        return nullcontext(sys.stdout)
    from kgx.atomic import open_atomic

    return open_atomic(Path(output))


def _annotate(
    documents: Iterable[Document],
    run: _Run,
    *,
    model: str | None,
    base: str | None,
    kb: Path | None,
    ontology: Path | None,
    rules: Sequence[Path],
    frames: Path | None,
    jobs: int,
) -> Iterator[Annotation]:
    from kgx.annotate.load import MODEL, load
    from kgx.annotate.run import annotate
    from kgx.iris import BASE

    nlp = load(
        model or MODEL, base=base or BASE, kb=kb, ontology=ontology, rules=rules, frames=frames
    )
    gc.freeze()  # the pipeline stays: looking through it for garbage would take its time
    return annotate(documents, nlp, jobs=jobs, on_error=run.skip)


def _keep_sure(annotation: Annotation, least: float) -> Annotation:
    if least <= 0:
        return annotation
    sure = tuple(claim for claim in annotation.claims if claim.confidence >= least)
    return dataclasses.replace(annotation, claims=sure)


def _generalise(annotations: Iterable[Annotation]) -> Iterator[Annotation]:
    from kgx.graph.generals import generalise

    return map(generalise, annotations)


def _vary(annotations: Iterable[Annotation]) -> Iterator[Annotation]:
    from kgx.annotate.variants import add_variants

    return map(add_variants, annotations)


def _write_lines(annotations: Iterable[Annotation], file: IO[str]) -> None:
    from kgx.annotations import write_annotation

    for annotation in annotations:
        file.write(write_annotation(annotation) + "\n")
        file.flush()


def _write_graph(
    annotations: Iterable[Annotation],
    file: IO[str],
    format: str,
    base: str | None,
    speakers: bool,
    form: Form,
    merging: _Merging,
    provenance: Provenance,
    note: Callable[[str], None],
    rules: Sequence[Rule],
) -> int:
    """Write what the annotations say as RDF, and return how many statements that is."""
    from kgx.graph import build_graph
    from kgx.graph.build import find_idle
    from kgx.graph.rulings import parse_rulings
    from kgx.rdf import write_graph

    rulings = parse_rulings(merging.rulings, "--merges")
    graph = build_graph(annotations, base=base, rulings=rulings, apart=merging.apart)
    for ruling, side in find_idle(graph, rulings):
        note(f"{ruling.place}: nobody is called {side}")
    if rules:
        _write_inferred(graph, file, format, base, speakers, provenance, note, rules)
    else:
        write_graph(
            graph, file, format, base=base, speakers=speakers, provenance=provenance, form=form
        )
    return int(graph.number_of_edges())


def _write_inferred(
    graph: Graph,
    file: IO[str],
    format: str,
    base: str | None,
    speakers: bool,
    provenance: Provenance,
    note: Callable[[str], None],
    rules: Sequence[Rule],
) -> None:
    """Write a graph and, in a graph of its own, what follows from it by rules."""
    from kgx.infer import draw_inferences
    from kgx.query.ask import load_store
    from kgx.rdf import to_rdf, write_rdf
    from kgx.rdf.oxigraph import list_quads
    from kgx.rdf.write import load_quads

    rdf = to_rdf(graph, base=base, speakers=speakers, provenance=provenance)
    store, _ = load_store(rdf, by_graph=False)
    inferred, number = draw_inferences(store, rules, base=base or graph.graph["base"], on_note=note)
    load_quads(rdf, list_quads(inferred))
    write_rdf(rdf, file, format)
    note(f"{count(number, 'statement')} inferred")
