"""Annotate texts by relations that were learned from other texts of the same collection.

    python -m kgx.learn.folds --redocred FOLDER -o annotations.jsonl

Texts are dealt into five parts; relations are learned from four, and the fifth is annotated with
them, beside what kgx finds by itself. All texts come out once, in order: what a scorer makes of the
annotations is the figure of a five-fold cross-validation, end to end. The same files give the same
annotations.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from kgx.annotate.learned.rules import write_rules
from kgx.annotate.load import load
from kgx.annotate.run import annotate
from kgx.annotations import write_annotation
from kgx.atomic import open_atomic
from kgx.learn.examples import Example, read_examples
from kgx.learn.label import Labelled, label_examples
from kgx.learn.naming import name_relations
from kgx.learn.sources import read_knowledgenet, read_redocred
from kgx.learn.train import Options, learn_relations
from kgx.types import Annotation, Document


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, learn and annotate part by part, write the file."""
    parser = argparse.ArgumentParser(
        prog="python -m kgx.learn.folds",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--examples", type=Path, metavar="FILE", help="as for kgx learn")
    source.add_argument("--knowledgenet", type=Path, metavar="FILE")
    source.add_argument("--redocred", type=Path, metavar="FOLDER")
    parser.add_argument("--folds", type=int, default=5, help="parts (default: 5)")
    parser.add_argument("--fewest", type=int, default=25, help="facts of a relation (default: 25)")
    parser.add_argument("--precision", type=float, default=0.6, help="to aim at (default: 0.6)")
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args(arguments)
    if options.folds < 2:
        parser.error("--folds: give 2 or more")
    examples = list(_read(options))
    naming = name_relations(sorted({f.relation for e in examples for f in e.facts}))
    how = Options(
        fewest=options.fewest,
        precision=options.precision,
        folds=3,
        names=naming.names,
        symmetric=frozenset(naming.symmetric),
    )
    found = annotate_folds(examples, how, folds=options.folds, fewest=options.fewest)
    with open_atomic(options.output) as file:
        for annotation in found:
            file.write(write_annotation(annotation) + "\n")


def annotate_folds(
    examples: Sequence[Example], options: Options, *, folds: int = 5, fewest: int = 1
) -> list[Annotation]:
    """The annotations of examples, each by rules that were learned from the other parts.

    Args:
        folds: How many parts there are; an example is in that of its number.
        fewest: Facts that a relation must have.
    """
    labelled = label_examples(examples, load())
    found: dict[int, Annotation] = {}
    for fold in range(folds):
        part = leave_out(labelled, fold, folds)
        for relation in [r for r, n in part.facts.items() if n < fewest]:
            del part.facts[relation]
        rules = learn_relations(part, options)
        sys.stderr.write(f"part {fold + 1} of {folds}: {len(rules)} relations\n")
        inside = range(fold, len(examples), folds)
        documents = [Document(examples[n].id, examples[n].text) for n in inside]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "rules.toml"
            path.write_text(write_rules(rules), encoding="utf-8")
            nlp = load(rules=[path])
        found.update(zip(inside, annotate(documents, nlp), strict=True))
    return [found[n] for n in range(len(examples))]


def leave_out(labelled: Labelled, fold: int, folds: int) -> Labelled:
    """What the examples of all parts but one teach."""
    pairs = [p for p in labelled.pairs if p.example % folds != fold]
    stated = {(r, p.example, n) for p in pairs for r, n in p.facts.items()}
    facts = dict.fromkeys(labelled.facts, 0)
    for relation, _, _ in stated:
        facts[relation] += 1
    return Labelled(pairs=pairs, facts={r: n for r, n in facts.items() if n})


def _read(options: argparse.Namespace) -> Iterator[Example]:
    if options.examples:
        for number, example in enumerate(read_examples(options.examples), 1):
            yield replace(example, id=example.id or str(number))
    elif options.knowledgenet:
        yield from read_knowledgenet(options.knowledgenet)
    else:
        yield from read_redocred(options.redocred, everything=True)


if __name__ == "__main__":
    main()
