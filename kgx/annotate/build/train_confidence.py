"""Learn the weights of `kgx.annotate.clauses.confidence` from texts with gold tuples.

    python -m kgx.annotate.build.train_confidence TEXTS.jsonl GOLD.jsonl WEIGHTS.toml

TEXTS has one document a line (``id``, ``text``), GOLD its tuples (see `tuples`). What is fitted is
a ridge logistic regression, by Newton's method, on the agreement of each proposition with the gold
tuple that is its own: of two that tell one fact, the better is to come first. A scale and a shift
then make of it the agreement to expect with any gold tuple (Platt 1999). The same input gives the
same weights.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from kgx.annotate.build.tuples import (
    Tuple,
    make_tuple,
    measure_agreement,
    read_tuples,
    share_agreement,
)
from kgx.annotate.clauses.confidence import clause_features
from kgx.annotate.grammar.phrases import text_of
from kgx.annotate.load import load
from kgx.annotate.run import make_docs
from kgx.types import Document

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

    from kgx.annotate.grammar.parts import Clause

RIDGE = 10.0
"""How strongly weights are pulled to zero."""
FEWEST = 10
"""Clauses a feature must hold of to get a weight; here documents, so that what one of them lists
ten times teaches nothing."""

_SPOKEN = {"apposition": "is", "role": "is", "possessive": "has"}

Example = tuple[frozenset[str], float]
"""The features of a clause and its agreement with gold."""


def read_clauses(
    documents: Iterable[Document], gold: Mapping[str, Sequence[Tuple]], nlp: Language
) -> Iterator[tuple[str, list[Example], list[Example]]]:
    """For each document that has gold, in order: its id, and its clauses as examples twice, by
    their agreement with the tuple that is their own and with any."""
    for doc in make_docs((d for d in documents if d.id in gold), nlp):
        id_ = doc._.kgx_document.id
        features = [frozenset(clause_features(doc._.kgx_parse, c)) for c in doc._.kgx_clauses]
        said = [_spell(doc, clause) for clause in doc._.kgx_clauses]
        own = share_agreement(said, gold[id_])
        any_ = [measure_agreement(one, gold[id_]) for one in said]
        yield (
            id_,
            list(zip(features, own, strict=True)),
            list(zip(features, any_, strict=True)),
        )


def drop_rare(
    examples: Sequence[Example], documents: Sequence[str], fewest: int = FEWEST
) -> list[Example]:
    """The examples without the features that hold in too few documents.

    Args:
        documents: The id of the document of each example.
    """
    told = {
        (name, id_) for (names, _), id_ in zip(examples, documents, strict=True) for name in names
    }
    counts = Counter(name for name, _ in told)
    return [(frozenset(n for n in names if counts[n] >= fewest), y) for names, y in examples]


def _spell(doc: Doc, clause: Clause) -> Tuple:
    starts = [token.idx for token in doc]
    ends = [token.idx + len(token) for token in doc]
    parts = [clause.subject.tokens, *((*a.marker, *a.tokens) for a in clause.arguments)]
    words = [text_of(doc.text, starts, ends, part) for part in parts]
    relation = text_of(doc.text, starts, ends, clause.relation) or _SPOKEN.get(clause.kind, "")
    return make_tuple(relation, words)


def fit_weights(examples: Sequence[Example], ridge: float = RIDGE) -> dict[str, float]:
    """The weight of each feature and the bias, in log-odds."""
    counts = Counter(feature for features, _ in examples for feature in features)
    names = sorted(name for name, count in counts.items() if count >= FEWEST)
    column = {name: i for i, name in enumerate(names, 1)}
    table = np.zeros((len(examples), len(names) + 1))
    table[:, 0] = 1.0
    for row, (features, _) in enumerate(examples):
        for feature in features:
            if feature in column:
                table[row, column[feature]] = 1.0
    weights = _solve(table, np.array([agreement for _, agreement in examples]), ridge)
    return {name: float(weight) for name, weight in zip(["bias", *names], weights, strict=True)}


def rescale(weights: Mapping[str, float], examples: Sequence[Example]) -> dict[str, float]:
    """The weights times the factor, and with the shift of the bias, that fit the examples best."""
    table = np.ones((len(examples), 2))
    for row, (features, _) in enumerate(examples):
        table[row, 1] = weights["bias"] + sum(weights.get(f, 0.0) for f in features)
    target = np.array([agreement for _, agreement in examples])
    shift, factor = (float(x) for x in _solve(table, target, 0.0))
    scaled = {name: factor * weight for name, weight in weights.items()}
    return {**scaled, "bias": scaled["bias"] + shift}


def _solve(
    table: NDArray[np.float64], target: NDArray[np.float64], pull: float
) -> NDArray[np.float64]:
    weights = np.zeros(table.shape[1])
    ridge = np.eye(table.shape[1]) * pull
    ridge[0, 0] = 1e-6  # the bias is free
    for _ in range(50):
        sure = 1.0 / (1.0 + np.exp(-table @ weights))
        slope = table.T @ (sure - target) + ridge @ weights
        curve = (table * (sure * (1.0 - sure))[:, None]).T @ table + ridge
        step = np.linalg.solve(curve, slope)
        weights -= step
        if float(np.abs(step).max()) < 1e-9:
            break
    return weights


def say_weights(
    weights: Mapping[str, float],
    of: str = "kgx.annotate.clauses.confidence",
    by: str = "kgx.annotate.build.train_confidence",
) -> str:
    """The weights as the data file has them; what rounds to nothing is left out.

    Args:
        of, by: The modules that read and write the file, for its head.
    """
    lines = [
        f"# Weights of the features of {of}, in log-odds.",
        f"# Written by {by}: do not edit.",
        f"bias = {weights['bias']:.2f}",
    ]
    lines += [
        f'"{name}" = {weight:.2f}'
        for name, weight in sorted(weights.items())
        if name != "bias" and abs(weight) >= 0.005
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Learn the weights from texts with gold tuples, and write them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    for name in ("texts", "gold", "weights"):
        parser.add_argument(name, type=Path)
    paths = parser.parse_args()
    rows = map(json.loads, paths.texts.read_text(encoding="utf-8").splitlines())
    documents = [Document(row["id"], row["text"]) for row in rows]
    gold, nlp = read_tuples(paths.gold), load()
    ids: list[str] = []
    own: list[Example] = []
    every: list[Example] = []
    for id_, with_own, with_any in read_clauses(documents, gold, nlp):
        ids += [id_] * len(with_own)
        own += with_own
        every += with_any
    weights = rescale(fit_weights(drop_rare(own, ids)), every)
    paths.weights.write_text(say_weights(weights), encoding="utf-8")


if __name__ == "__main__":
    main()
