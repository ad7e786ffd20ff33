"""Where ``kgx extract`` puts what it found: lines of annotations, a graph, a store."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING

from kgx.cli.annotator import Annotator, annotate_with, name_settings
from kgx.cli.progress import Run, count

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from kgx.graph.build import Graph
    from kgx.infer import Rule
    from kgx.ontology.unmapped import Unmapped
    from kgx.rdf.provenance import Provenance
    from kgx.store import Settings
    from kgx.types import Annotation, Document


@dataclass(frozen=True, slots=True)
class Choices:
    """How what was found is written, as the options of the command say.

    Attributes:
        base: None for that of kgx.
        speakers: Whether what a speaker says is asserted.
        least: Claims less sure than this are left out.
        rulings: What the user says is the same, and what is not.
        apart: Whether the entities of each document are left apart.
        prefixes: Those of the ontology, with their namespaces.
    """

    base: str | None
    speakers: bool
    least: float
    rdf12: bool
    rulings: str
    apart: bool
    provenance: Provenance
    prefixes: Mapping[str, str]


def open_output(output: str) -> AbstractContextManager[IO[str]]:
    """A file to write whole or not at all; ``-`` is standard output."""
    if output == "-":
        return nullcontext(sys.stdout)
    from kgx.atomic import open_atomic

    return open_atomic(Path(output))


def write_lines(annotations: Iterable[Annotation], file: IO[str], *, variants: bool) -> None:
    """Write annotations as they come, a line each, perhaps with variants of their propositions."""
    from kgx.annotate.clauses.variants import add_variants
    from kgx.annotations import write_annotation

    for annotation in map(add_variants, annotations) if variants else annotations:
        file.write(write_annotation(annotation) + "\n")
        file.flush()


def find_prefixes(ontology: Path | None) -> dict[str, str]:
    """The prefixes of an ontology, with their namespaces, to write a graph in its terms with."""
    if ontology is None:
        return {}
    from kgx.ontology import read_prefixes

    return read_prefixes(ontology)


def speak_generally(annotations: Iterable[Annotation]) -> Iterator[Annotation]:
    """Annotations with general predicates in place of coined ones."""
    from kgx.graph.generals import generalise

    return map(generalise, annotations)


def write_found(
    annotations: Iterable[Annotation],
    file: IO[str],
    format: str,
    choices: Choices,
    rules: Sequence[Rule],
    note: Callable[[str], None],
) -> int:
    """Write what the annotations say as RDF, and what follows by rules; return how many
    statements the annotations make."""
    from kgx.graph import build_graph
    from kgx.graph.build import find_idle
    from kgx.graph.rulings import parse_rulings
    from kgx.rdf import write_graph

    rulings = parse_rulings(choices.rulings, "--merges")
    graph = build_graph(annotations, base=choices.base, rulings=rulings, apart=choices.apart)
    for ruling, side in find_idle(graph, rulings):
        note(f"{ruling.place}: nobody is called {side}")
    if rules:
        _write_inferred(graph, file, format, choices, rules, note)
    else:
        write_graph(
            graph,
            file,
            format,
            base=choices.base,
            speakers=choices.speakers,
            provenance=choices.provenance,
            form="1.2" if choices.rdf12 else "1.1",
            further=choices.prefixes,
        )
    return int(graph.number_of_edges())


def _write_inferred(
    graph: Graph,
    file: IO[str],
    format: str,
    choices: Choices,
    rules: Sequence[Rule],
    note: Callable[[str], None],
) -> None:
    """Write a graph and, in a graph of its own, what follows from it by rules."""
    from kgx.infer import draw_inferences
    from kgx.query.ask import load_store
    from kgx.rdf import to_rdf, write_rdf
    from kgx.rdf.oxigraph import list_quads
    from kgx.rdf.write import load_quads

    rdf = to_rdf(graph, base=choices.base, speakers=choices.speakers, provenance=choices.provenance)
    store, _ = load_store(rdf, by_graph=False)
    base = choices.base or graph.graph["base"]
    inferred, number = draw_inferences(store, rules, base=base, on_note=note)
    load_quads(rdf, list_quads(inferred))
    write_rdf(rdf, file, format)
    note(f"{count(number, 'statement')} inferred")


def bring_up_to_date(
    store: Path,
    documents: Iterable[Document],
    annotator: Annotator,
    choices: Choices,
    run: Run,
    *,
    prune: bool,
) -> None:
    """Bring a store up to date; nothing is pruned where something could not be read."""
    from kgx.store import update_store

    def annotate(changed: Iterable[Document]) -> Iterator[Annotation]:
        return run.tally(annotate_with(annotator, changed, run.skip))

    def may_prune() -> bool:
        if prune and run.skipped:
            run.note("nothing is removed: some documents could not be read")
        return prune and not run.skipped

    run.update = update_store(
        store,
        documents,
        annotate,
        annotator=name_settings(annotator),
        settings=_make_settings(choices),
        prune=may_prune,
    )


def _make_settings(choices: Choices) -> Settings:
    from kgx.iris import BASE
    from kgx.store import Settings

    return Settings(
        choices.base or BASE,
        choices.speakers,
        choices.least,
        "1.2" if choices.rdf12 else "1.1",
        apart=choices.apart,
        rulings=choices.rulings,
        provenance=choices.provenance.level,
        model=choices.provenance.model,
        annotator=choices.provenance.settings,
    )


def report_unmapped(run: Run, unmapped: Unmapped, path: Path | None) -> None:
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
