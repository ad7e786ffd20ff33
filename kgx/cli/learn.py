"""``kgx learn`` and ``kgx rules``: relations from examples, and what rules make of texts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kgx.cli.progress import count
from kgx.errors import KgxError

if TYPE_CHECKING:
    from kgx.annotate.learned.rules import LearnedRelation
    from kgx.learn.check import Found, Tally
    from kgx.learn.examples import Example
    from kgx.learn.label import Labelled
    from kgx.learn.naming import Naming

EPILOG = """\b
Example:
  kgx learn examples.jsonl --ontology mine.ttl -o rules.toml
  kgx learn articles.jsonl --across --precision 0.8 -o rules.toml

A line of examples.jsonl:

\b
  {"text": "Ada Lovelace was born in London.",
   "triples": [["Ada Lovelace", "birthPlace", "London"]]}
"""


def learn(
    examples: Annotated[
        list[Path],
        typer.Argument(metavar="EXAMPLES", help="JSONL files, plain or .gz.", show_default=False),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="The rules file to write.")
    ],
    ontology: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Learn the relations of this ontology alone, under its IRIs.",
            show_default=False,
        ),
    ] = None,
    background: Annotated[
        list[Path] | None,
        typer.Option(
            metavar="FILE",
            help="JSONL with further texts that nobody annotated, to learn what says nothing.",
            show_default=False,
        ),
    ] = None,
    spans: Annotated[
        bool | None,
        typer.Option(
            "--spans/--no-spans",
            help="Ends may be titles, parts of phrases and other spans, cut as those of the "
            "examples, not only what the grammar takes for names and phrases. [default: with an "
            "ontology]",
            show_default=False,
        ),
    ] = None,
    patterns_below: Annotated[
        int,
        typer.Option(metavar="N", min=0, help="Facts below which a relation gets patterns."),
    ] = 15,
    precision: Annotated[
        float,
        typer.Option(metavar="X", min=0, max=1, help="Aim at this precision; 0: at the best F1."),
    ] = 0.0,
    across: Annotated[
        bool,
        typer.Option(
            help="Learn what holds across sentences too: examples are whole texts, and all their "
            "facts are given."
        ),
    ] = False,
    confidence: Annotated[
        float,
        typer.Option(
            metavar="X", min=0, max=0.99, help="Learn weights to make no claim less sure than this."
        ),
    ] = 0.4,
    partial: Annotated[
        bool | None,
        typer.Option(
            "--partial/--complete",
            help="Examples leave out facts that their texts state: what is left out speaks less "
            "against a relation. [default: if of many texts hardly one has two facts]",
            show_default=False,
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print no table.")] = False,
) -> None:
    """Learn relations from sentences with their triples.

    Each relation gets a table in the rules file that can be read and edited: patterns where there
    are few examples, weights of features where there are many. `kgx extract --rules` applies it.
    A triple whose strings are not in its text is reported and skipped; the exit code is then 3.
    """
    from kgx.annotate.learned.rules import write_rules
    from kgx.annotate.load import load
    from kgx.atomic import open_atomic
    from kgx.learn.cuts import learn_cuts
    from kgx.learn.examples import open_scopes, seem_partial
    from kgx.learn.known import count_names
    from kgx.learn.label import label_examples
    from kgx.learn.train import Options, learn_relations

    given = _read_all(examples, background or [])
    if seem_partial(given) if partial is None else partial:
        given = open_scopes(given)
    naming = _name_all(given, ontology)
    known = count_names(given)
    every = [name for counts in known.values() for name in counts]
    nlp = load(ontology=ontology)
    wanted = ontology is not None if spans is None else spans
    cuts = learn_cuts(given, nlp, every) if wanted else None
    labelled = label_examples(given, nlp, every, cuts, across=across)
    for relation in naming.unknown:
        labelled.facts.pop(relation, None)
    options = Options(
        fewest=patterns_below,
        precision=precision,
        confidence=confidence,
        names=naming.names,
        symmetric=frozenset(naming.symmetric),
        known=known,
        across=across,
    )
    learned = learn_relations(labelled, options, tell=None if quiet else _say_learned)
    skipped = _report_missing(labelled)
    if not learned:
        raise KgxError(
            "nothing was learned: give more examples, of other relations or with --background too, "
            "and see whether names are found"
        )
    with open_atomic(output) as file:
        file.write(write_rules(learned, _heading(given, learned)))
    if skipped:
        raise typer.Exit(3)


def _read_all(examples: list[Path], background: list[Path]) -> list[Example]:
    from dataclasses import replace

    from kgx.learn.examples import merge_texts, read_examples
    from kgx.read import read

    given = merge_texts(
        replace(example, id=f"{path.name}, example {example.id}")
        for path in examples
        for example in read_examples(path)
    )
    if not any(example.facts for example in given):
        raise KgxError(f"{examples[0]}: no triples to learn from")
    for path in background:
        given += [_blank(document.id, document.text) for document in read([str(path)])]
    return given


def _name_all(given: list[Example], ontology: Path | None) -> Naming:
    """Names of all relations of the examples; those that the ontology lacks are told of."""
    from kgx.learn.naming import name_relations

    naming = name_relations(sorted({f.relation for e in given for f in e.facts}), ontology)
    for relation in naming.unknown:
        typer.echo(f"kgx: note: {ontology}: no property {relation!r}: skipped", err=True)
    if not naming.names:
        raise KgxError(f"{ontology}: has none of the relations that the examples state")
    return naming


def _blank(id_: str, text: str) -> Example:
    from kgx.learn.examples import Example

    return Example(id_, text, (), ())


def _heading(given: list[Example], learned: list[LearnedRelation]) -> str:
    facts = sum(relation.examples for relation in learned)
    return f"Learned by `kgx learn` from {facts:,} facts of {len(given):,} examples."


def _report_missing(labelled: Labelled) -> int:
    for id_, fact in labelled.missing[:20]:
        gone = next(
            (end.text for end in (fact.subject, fact.object) if not end.spans), fact.subject.text
        )
        typer.echo(f"kgx: error: {id_}: {gone!r} is not in the text: skipped", err=True)
    if len(labelled.missing) > 20:
        typer.echo(f"kgx: error: and {len(labelled.missing) - 20:,} more", err=True)
    if labelled.missing:
        typer.echo(f"kgx: {count(len(labelled.missing), 'triple')} skipped", err=True)
    return len(labelled.missing)


def _say_learned(relation: LearnedRelation) -> None:
    if relation.patterns:
        made = f"{len(relation.patterns)} patterns"
    else:
        made = (
            f"{len(relation.weights)} weights, P {relation.precision:.2f} R {relation.recall:.2f}"
        )
    typer.echo(f"{relation.relation}: {relation.examples} facts, {made}")


# ------------------------------------------------------------------ kgx rules

app = typer.Typer(
    help="Look at what a rules file does.",
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Rules = Annotated[Path, typer.Argument(metavar="RULES", help="A rules file.", show_default=False)]

TEST_EPILOG = """\b
Example:
  kgx rules test rules.toml gold.jsonl --show 5
"""


@app.callback()
def describe() -> None:
    """Look at what a rules file does."""


@app.command(epilog=TEST_EPILOG)
def test(
    rules: Rules,
    examples: Annotated[
        Path,
        typer.Argument(metavar="EXAMPLES", help="JSONL, as for kgx learn.", show_default=False),
    ],
    ontology: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="As for kgx learn.", show_default=False),
    ] = None,
    show: Annotated[
        int, typer.Option(metavar="N", min=0, help="Matches, wrong claims and misses to show.")
    ] = 0,
) -> None:
    """Hold rules against examples: precision and recall."""
    from kgx.annotate.learned.rules import read_rules
    from kgx.annotate.load import load
    from kgx.learn.check import check_rules
    from kgx.learn.naming import name_relations

    given = _read_all([examples], [])
    naming = name_relations(sorted({f.relation for e in given for f in e.facts}), ontology)
    tallies = check_rules(read_rules(rules), given, load(ontology=ontology), naming.names)
    typer.echo(f"{'relation':<40} {'facts':>6} {'claims':>6} {'P':>5} {'R':>5}")
    for relation, tally in tallies.items():
        _say_tally(relation, tally, show)


def _say_tally(relation: str, tally: Tally, show: int) -> None:
    claims = tally.right + len(tally.wrong)
    figures = f"{tally.facts:>6} {claims:>6} {tally.precision:5.2f} {tally.recall:5.2f}"
    typer.echo(f"{relation[-40:]:<40} {figures}")
    for mark, found in (("right", tally.matches), ("wrong", tally.wrong)):
        for one in found[:show]:
            typer.echo(f"  {mark}: {one.subject} | {one.object} | {one.text}")
    for subject, object_, text in tally.missed[:show]:
        typer.echo(f"  missed: {subject} | {object_} | {' '.join(text.split())}")


EXPLAIN_EPILOG = """\b
Example:
  kgx rules explain rules.toml "Ada Lovelace, who was born in London, married William King."
"""


@app.command(epilog=EXPLAIN_EPILOG)
def explain(
    rules: Rules,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="A text.", show_default=False)],
    top: Annotated[int, typer.Option(metavar="N", min=1, help="Weights of a claim to show.")] = 5,
) -> None:
    """Show what rules find in a text, and why.

    Of each claim the weights that speak most for and against it.
    """
    from kgx.annotate.learned.rules import read_rules
    from kgx.annotate.load import load
    from kgx.learn.check import explain_text

    found = list(explain_text(text, read_rules(rules), load()))
    for one in found:
        _say_found(one, top)
    if not found:
        typer.echo("nothing found")


def _say_found(found: Found, top: int) -> None:
    typer.echo(f"{found.subject} – {found.relation} – {found.object} ({found.confidence:.2f})")
    for feature, weight in found.reasons[:top]:
        typer.echo(f"  {weight:+.2f}  {feature}")
