"""A sparse log-linear model of one relation: L1-regularised logistic regression, fitted again
without the features that got no weight (the relaxed lasso, Meinshausen 2007)."""

from __future__ import annotations

import warnings
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kgx.errors import KgxError
from kgx.learn.label import Feature

_STRENGTHS = (2.0, 1.0, 0.5, 0.25, 0.12, 0.06, 0.03)
"""Inverse strengths of the L1 penalty, from weak to strong."""
_SECOND = 0.5
"""Inverse strength of the L2 penalty of the second fit."""
_RARE = 3
"""A feature is looked at if this many of the pairs that state the relation, or thrice as many of
the others, have it."""


@dataclass(frozen=True, slots=True)
class Data:
    """Pairs to fit one relation to: features, whether it holds, and how much each pair counts."""

    features: Sequence[frozenset[Feature]]
    holds: Sequence[bool]
    counts: Sequence[float]

    def make_table(self) -> Table:
        """The pairs as numbers, to fit to any part of them."""
        columns = _choose_columns(self)
        return Table(columns, _make_matrix(self.features, columns), self.holds, self.counts)


@dataclass(frozen=True, slots=True)
class Table:
    """Pairs as rows of a sparse matrix, with its columns in their order."""

    columns: Sequence[Feature]
    matrix: Any
    holds: Sequence[bool]
    counts: Sequence[float]

    def take(self, rows: Sequence[int]) -> Table:
        """The part with these rows, and the columns that are not too rare in it."""
        holds = [self.holds[n] for n in rows]
        matrix = self.matrix[list(rows)]
        right = matrix[[n for n, h in enumerate(holds) if h]].sum(axis=0).A1
        wrong = matrix.sum(axis=0).A1 - right
        kept = [n for n in range(len(self.columns)) if right[n] >= _RARE or wrong[n] >= 3 * _RARE]
        columns = [self.columns[n] for n in kept]
        return Table(columns, matrix[:, kept], holds, [self.counts[n] for n in rows])


@dataclass(frozen=True, slots=True)
class Model:
    """A bias and the weights of features, in log-odds."""

    bias: float
    weights: Mapping[Feature, float]

    def score(self, features: frozenset[Feature]) -> float:
        """The log-odds that a pair of these features states the relation."""
        return self.bias + sum(self.weights[f] for f in features if f in self.weights)


def fit(data: Table, *, most: int = 120, strength: float | None = None) -> tuple[Model, float]:
    """The model of a relation, and the strength of the penalty that it took.

    Args:
        most: The most features it may have.
        strength: The inverse strength to take, instead of the first that leaves so few features.

    Raises:
        KgxError: scikit-learn is not installed.
    """
    columns, matrix = data.columns, data.matrix
    if not columns or not any(data.holds) or all(data.holds):
        return Model(-20.0, {}), strength or _STRENGTHS[0]
    for chosen in (strength,) if strength else _STRENGTHS:
        coefficients, _ = _fit_once(data, matrix, "l1", chosen)
        kept = [n for n, c in enumerate(coefficients) if abs(c) > 1e-3]
        if len(kept) <= most:
            break
    kept = sorted(sorted(kept, key=lambda n: (-abs(coefficients[n]), n))[:most])
    if not kept:
        return Model(-20.0, {}), chosen
    again, bias = _fit_once(data, matrix[:, kept], "l2", _SECOND)
    weights = {columns[n]: round(c, 2) for n, c in zip(kept, again, strict=True) if abs(c) >= 0.05}
    return Model(round(bias, 2), weights), chosen


def _choose_columns(data: Data) -> list[Feature]:
    """The features that are not too rare, in their order."""
    right: Counter[Feature] = Counter()
    wrong: Counter[Feature] = Counter()
    for features, holds in zip(data.features, data.holds, strict=True):
        (right if holds else wrong).update(features)
    common = {f for f, n in right.items() if n >= _RARE}
    common |= {f for f, n in wrong.items() if n >= 3 * _RARE}
    return sorted(common)


def _make_matrix(rows: Sequence[frozenset[Feature]], columns: Sequence[Feature]) -> Any:
    from scipy.sparse import csr_matrix

    number = {feature: n for n, feature in enumerate(columns)}
    indices: list[int] = []
    pointers = [0]
    for features in rows:
        indices += sorted(number[f] for f in features if f in number)
        pointers.append(len(indices))
    shape = (len(rows), len(columns))
    return csr_matrix(([1.0] * len(indices), indices, pointers), shape=shape)


def _fit_once(data: Table, matrix: Any, penalty: str, strength: float) -> tuple[list[float], float]:
    try:
        from sklearn.linear_model import LogisticRegression
    except ImportError as err:
        raise KgxError("learning needs scikit-learn: pip install 'kgx-extract[learn]'") from err
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is near enough to convergence is good enough here
        model = LogisticRegression(
            l1_ratio=1.0 if penalty == "l1" else 0.0,
            C=strength,
            solver="liblinear",
            intercept_scaling=5.0,
            max_iter=300,
            random_state=0,
        )
        model.fit(matrix, list(data.holds), sample_weight=list(data.counts))
    return model.coef_[0].tolist(), float(model.intercept_[0])
