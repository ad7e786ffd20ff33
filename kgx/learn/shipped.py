"""Learn the rules that kgx ships from public collections.

    python -m kgx.learn.shipped --knowledgenet train.jsonl.gz --background texts.jsonl

writes ``kgx/annotate/data/learned_rules.toml``. KnowledgeNet (Mesquita et al. 2019; CC BY-SA 4.0)
gives the facts; Re-DocRED (Tan et al. 2022) and TekGen can be added; texts that nobody annotated
teach what says nothing. The same files give the same rules.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from kgx.annotate.claims.relations import WIKIDATA, load_relations
from kgx.annotate.learned.component import SHIPPED
from kgx.annotate.learned.rules import LearnedRelation, write_rules
from kgx.annotate.load import load
from kgx.atomic import open_atomic
from kgx.learn.examples import Example
from kgx.learn.label import Labelled, label_examples
from kgx.learn.sources import read_knowledgenet, read_redocred, read_tekgen
from kgx.learn.train import Options, learn_relations
from kgx.read import read

_FEWEST = 60
"""Facts that a relation must have."""
_CAUTION: dict[str, float] = {}
"""How sure a claim must at least be, of relations that texts not chosen for them often only seem to
say."""
_FURTHER = {"affiliation": (f"{WIKIDATA}P463",)}
"""Further predicates: KnowledgeNet's relation is employment or membership."""


def main(arguments: list[str] | None = None) -> None:
    """Read the command line, learn, write the file."""
    parser = argparse.ArgumentParser(
        prog="python -m kgx.learn.shipped",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--knowledgenet", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--redocred", type=Path, action="append", default=[], metavar="FOLDER")
    parser.add_argument("--tekgen", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--background", type=Path, action="append", default=[], metavar="FILE")
    parser.add_argument("--confidence", type=float, default=0.4, help="of a claim, at least")
    parser.add_argument("-o", "--output", type=Path, default=SHIPPED)
    options = parser.parse_args(arguments)
    examples = list(_read_all(options))
    learned = learn_shipped(examples, options.confidence)
    heading = f"Learned by `python -m kgx.learn.shipped` from {len(examples):,} texts."
    with open_atomic(options.output) as file:
        file.write(write_rules(learned, heading))


def learn_shipped(examples: list[Example], confidence: float) -> list[LearnedRelation]:
    """The rules for the vocabulary's relations that have examples enough."""
    labelled = label_examples(examples, load())
    for relation in [r for r, n in labelled.facts.items() if n < _FEWEST]:
        del labelled.facts[relation]
    known = load_relations().by_id.values()
    options = Options(
        weak=0.15,
        confidence=confidence,
        symmetric=frozenset(r.id for r in known if r.symmetric),
        predicates=_FURTHER,
    )
    usual = count_usual(examples, labelled)
    learned = learn_relations(labelled, options, tell=_tell)
    return [
        replace(raise_threshold(r, _CAUTION.get(r.relation, 0.0)), usual=usual) for r in learned
    ]


def count_usual(examples: list[Example], labelled: Labelled) -> float:
    """What a sentence states, on average, in the examples that have facts."""
    told = {n for n, example in enumerate(examples) if example.facts}
    stated = {(p.example, p.where, p.ends, r) for p in labelled.pairs for r in p.facts}
    sentences = {(p.example, p.where) for p in labelled.pairs if p.example in told}
    return round(len(stated) / max(1, len(sentences)), 2)


def raise_threshold(relation: LearnedRelation, confidence: float) -> LearnedRelation:
    """The relation with a threshold below which no claim is so sure; never a lower one."""
    if not confidence:
        return relation
    score = (math.log(confidence / (1 - confidence)) - relation.shift) / relation.scale
    return replace(relation, threshold=max(relation.threshold, round(score, 2)))


def _read_all(options: argparse.Namespace) -> Iterator[Example]:
    for path in options.knowledgenet:
        yield from read_knowledgenet(path)
    for path in options.redocred:
        yield from read_redocred(path)
    yield from read_tekgen(options.tekgen)
    for path in options.background:
        yield from (Example(d.id, d.text, (), ()) for d in read([str(path)]))


def _tell(relation: LearnedRelation) -> None:
    figures = f"P {relation.precision} R {relation.recall}"
    sys.stderr.write(f"{relation.relation}: {relation.examples} facts, {figures}\n")


if __name__ == "__main__":
    main()
