"""Annotate texts by relations that were learned from other texts of the same collection.

    python -m kgx.learn.folds --redocred FOLDER -o annotations.jsonl

Texts are dealt into five parts; relations are learned from four, and the fifth is annotated with
them, beside what kgx finds by itself; of that, the predicates are left out that the four parts show
to state hardly any of the collection's facts (``--own``). All texts come out once, in order: what a
scorer makes of the annotations is the figure of a five-fold cross-validation, end to end. The same
files give the same annotations.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kgx.annotate.learned.rules import LearnedRelation, write_rules
from kgx.annotate.learned.state import name_relation
from kgx.annotate.load import load
from kgx.annotate.run import annotate
from kgx.annotations import write_annotation
from kgx.atomic import open_atomic
from kgx.learn.examples import Example, Fact, Span, read_examples
from kgx.learn.label import Labelled, label_examples
from kgx.learn.naming import name_relations
from kgx.learn.sources import read_knowledgenet, read_redocred
from kgx.learn.train import Options, learn_relations
from kgx.types import Annotation, Claim, Document


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, learn and annotate part by part, write the file."""
    parser = _make_parser()
    options = parser.parse_args(arguments)
    if options.folds < 2:
        parser.error("--folds: give 2 or more")
    examples = list(_read(options))
    naming = name_relations(sorted({f.relation for e in examples for f in e.facts}))
    how = Options(
        fewest=options.fewest,
        precision=options.precision,
        folds=3,
        confidence=options.confidence,
        across=options.across or options.redocred is not None,
        names=naming.names,
        symmetric=frozenset(naming.symmetric),
    )
    found = annotate_folds(
        examples, how, folds=options.folds, fewest=options.fewest, least=options.own
    )
    with open_atomic(options.output) as file:
        for annotation in found:
            file.write(write_annotation(annotation) + "\n")


def _make_parser() -> argparse.ArgumentParser:
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
    parser.add_argument("--fewest", type=int, default=30, help="facts of a relation (default: 30)")
    parser.add_argument("--precision", type=float, default=0.65, help="to aim at (default: 0.65)")
    parser.add_argument(
        "--own",
        type=float,
        default=0.5,
        help="precision of what kgx states by itself, below which it is left out (default: 0.5)",
    )
    parser.add_argument(
        "--confidence",
        type=float,
        default=0.35,
        help="least confidence of what is learned (default: 0.35)",
    )
    parser.add_argument(
        "--across",
        action="store_true",
        help="learn what holds across sentences, as is always done with --redocred",
    )
    parser.add_argument("-o", "--output", type=Path, required=True)
    return parser


def annotate_folds(
    examples: Sequence[Example],
    options: Options,
    *,
    folds: int = 5,
    fewest: int = 1,
    least: float = 0.0,
) -> list[Annotation]:
    """The annotations of examples, each by rules that were learned from the other parts.

    Args:
        folds: How many parts there are; an example is in that of its number.
        fewest: Facts that a relation must have.
        least: The precision that kgx's own claims of a predicate must have in the other parts,
            where they hold facts of that predicate.
    """
    labelled = label_examples(examples, load(), across=options.across)
    names = options.names or {}
    tallies = [Own(names, example) for example in examples]
    every = annotate([Document(e.id, e.text) for e in examples], load())
    for tally, annotation in zip(tallies, every, strict=True):
        tally.count(annotation)
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
        poor = find_poor([t for n, t in enumerate(tallies) if n % folds != fold], least)
        for n, annotation in zip(inside, annotate(documents, nlp), strict=True):
            kept = tuple(
                c for c in annotation.claims if c.predicate not in poor or _is_learned(c, rules)
            )
            found[n] = replace(annotation, claims=kept)
    return [found[n] for n in range(len(examples))]


def _is_learned(claim: Claim, rules: Sequence[LearnedRelation]) -> bool:
    return claim.predicate in {name_relation(r.relation, ())[0] for r in rules} and (
        claim.rule.startswith("learned ")
    )


@dataclass(slots=True)
class Own:
    """What kgx's own claims in a text state of its facts.

    Attributes:
        names: The relation of the vocabulary that a relation of the examples is.
        right, stated: Claims by predicate, of those that stand.
    """

    names: Mapping[str, str]
    example: Example
    right: Counter[str] = field(default_factory=Counter)
    stated: Counter[str] = field(default_factory=Counter)

    def facts(self) -> Iterator[tuple[str, Fact]]:
        """The facts of the text with their predicates."""
        for fact in self.example.facts:
            yield name_relation(self.names.get(fact.relation, fact.relation), ())[0], fact

    def count(self, annotation: Annotation) -> None:
        """Count the claims of the text's annotation."""
        spans: dict[str | None, list[Span]] = {}
        for mention in annotation.mentions:
            spans.setdefault(mention.entity, []).append((mention.start, mention.end))
        for claim in annotation.claims:
            if claim.stands:
                self.stated[claim.predicate] += 1
                self.right[claim.predicate] += any(
                    predicate in (claim.predicate, *claim.predicates)
                    and _touch(spans.get(claim.subject, []), fact.subject.spans)
                    and _touch(
                        spans.get(claim.object) or [(claim.start, claim.end)], fact.object.spans
                    )
                    for predicate, fact in self.facts()
                )


def _touch(ones: Iterable[Span], others: Iterable[Span]) -> bool:
    return any(a < d and c < b for a, b in ones for c, d in others)


def find_poor(tallies: Iterable[Own], least: float) -> frozenset[str]:
    """The predicates of facts whose claims are right less often than this."""
    right, stated, asked = Counter[str](), Counter[str](), set[str]()
    for tally in tallies:
        right += tally.right
        stated += tally.stated
        asked |= {predicate for predicate, _ in tally.facts()}
    return frozenset(p for p, n in stated.items() if p in asked and right[p] < least * n)


def leave_out(labelled: Labelled, fold: int, folds: int) -> Labelled:
    """What the examples of all parts but one teach."""
    pairs = [p for p in labelled.pairs if p.example % folds != fold]
    things = [p for p in labelled.things if p.example % folds != fold]
    stated = {(r, p.example, n) for p in (*pairs, *things) for r, n in p.facts.items()}
    facts = dict.fromkeys(labelled.facts, 0)
    for relation, _, _ in stated:
        facts[relation] += 1
    return Labelled(pairs=pairs, things=things, facts={r: n for r, n in facts.items() if n})


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
