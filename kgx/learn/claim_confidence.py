"""Learn the weights of `kgx.annotate.claims.confidence` from claims that somebody has read.

    python -m kgx.learn.claim_confidence ANNOTATIONS.jsonl READINGS.jsonl WEIGHTS.toml

ANNOTATIONS is what ``kgx extract --to jsonl`` wrote, READINGS the verdicts on some of its claims
(see `readings`): draw them at random, or the probabilities mean nothing. What is fitted is a ridge
logistic regression, as in `kgx.annotate.build.train_confidence`; the same input gives the
same weights.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kgx.annotate.build.train_confidence import Example, fit_weights, say_weights
from kgx.annotate.claims.confidence import claim_features
from kgx.annotations import read_annotations
from kgx.learn.readings import read_readings
from kgx.types import Annotation

_OF = "kgx.annotate.claims.confidence"

RIDGE = 3.0
"""How strongly weights are pulled to zero."""


def read_examples(
    annotations: Iterable[Annotation], readings: Mapping[str, bool]
) -> Iterator[Example]:
    """One example for each claim that was read, in order."""
    for annotation in annotations:
        said = {proposition.id: proposition for proposition in annotation.propositions}
        for claim in annotation.claims:
            if claim.id in readings:
                features = claim_features(claim, said.get(claim.proposition or ""))
                yield frozenset(features), float(readings[claim.id])


def main() -> None:
    """Learn the weights from annotations and readings, and write them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    for name in ("annotations", "readings", "weights"):
        parser.add_argument(name, type=Path)
    paths = parser.parse_args()
    readings = read_readings(paths.readings)
    examples = list(read_examples(read_annotations(paths.annotations), readings))
    weights = fit_weights(examples, RIDGE)
    paths.weights.write_text(
        say_weights(weights, _OF, "kgx.learn.claim_confidence"), encoding="utf-8"
    )


if __name__ == "__main__":
    main()
