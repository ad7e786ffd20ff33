"""Weights from lifts: what few examples tell of a relation, weighed as all relations together tell.

A feature's lift is how many times more often pairs that state a relation have it than others. One
example tells little of what lifts are worth; all relations of a file tell together which groups of
features can be trusted: the path, the words between, what stands beside an end. The weight of a
feature is the logarithm of its lift times the trust in its group: naive Bayes with a weight for
each group of its features, the weights fitted by logistic regression (Zaidi et al. 2013).

Examples often tell much of few things, and what a text says of a new one shares no name with it. So
the lifts that trust is fitted to leave out what the same example, and examples with the same
subject, have shown; and the scores that thresholds are chosen by do so too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kgx.errors import KgxError
from kgx.learn.fit import Model
from kgx.learn.known import Names, known_ends
from kgx.learn.label import Feature, Labelled, Pair

_BELIEF = 1.0
"""How many pairs that state the relation the usual frequency of a feature is worth."""
_LEAST, _MOST = -1.5, 4.0
"""Bounds of the logarithm of a lift."""
_RARE = 3
"""Pairs that have a feature, below which it is not looked at."""
_WEIGHTS = 300
"""Features of a relation, at most."""
_SLIGHT = 0.05
_SHARE = 8
"""Of the texts that do not state a relation, one in so many is looked at to fit the trust."""


@dataclass(frozen=True, slots=True)
class Lifted:
    """What lifts tell of a relation: a model, and the score of each pair by what other examples
    tell."""

    model: Model
    scores: Sequence[float]


@dataclass(frozen=True, slots=True)
class _Told:
    """A relation's pairs as numbers.

    Attributes:
        holds: Whether a pair states it; ``open`` where nobody knows.
        lifts: By feature.
        shown: How many pairs state it, with the belief.
        sums: By pair and group, the lifts that others tell, with the known ends and the size.
    """

    holds: Any
    open: Any
    lifts: Any
    shown: float
    sums: Any


def learn_lifts(
    labelled: Labelled, holds: Mapping[str, Sequence[bool]], names: Names, weak: float
) -> dict[str, Lifted]:
    """The model of each relation that has a pair that states it.

    Args:
        holds: By relation, whether each pair states it.
        names: What is known of ends.
        weak: What a pair counts that nobody judged.

    Raises:
        KgxError: scikit-learn is not installed.
    """
    import numpy as np

    pairs = labelled.pairs
    often = Counter(f for pair in pairs for f in pair.features)
    columns = sorted(f for f, n in often.items() if n >= _RARE)
    groups = sorted({_group_of(f) for f in columns})
    place = {group: n for n, group in enumerate(groups)}
    group_of = np.array([place[_group_of(f)] for f in columns], dtype=int)
    matrix = _make_matrix(pairs, columns)
    told = {}
    for relation in sorted(holds):
        if any(holds[relation]):
            ends = known_ends(pairs, holds[relation], names, relation)
            told[relation] = _tell(
                pairs, matrix, (group_of, len(groups)), holds[relation], relation, ends
            )
    if not told:
        return {}
    trust, bias = _fit_trust(pairs, told, weak)
    return {
        relation: Lifted(
            _make_model(columns, often, own, trust[group_of], trust, bias),
            (own.sums @ trust + bias).tolist(),
        )
        for relation, own in told.items()
    }


def _group_of(feature: Feature) -> str:
    """The group whose features are trusted alike; what is near an end, for each end."""
    group, value = feature
    return f"{group} {value.split(' ', 1)[0]}" if group in ("near", "like") else group


def _make_matrix(pairs: Sequence[Pair], columns: Sequence[Feature]) -> Any:
    import numpy as np
    from scipy.sparse import csr_matrix

    number = {feature: n for n, feature in enumerate(columns)}
    rows = [sorted(number[f] for f in pair.features if f in number) for pair in pairs]
    pointers = np.cumsum([0, *map(len, rows)])
    indices = np.array([n for row in rows for n in row], dtype=int)
    shape = (len(rows), len(columns))
    return csr_matrix((np.ones(len(indices)), indices, pointers), shape=shape)


def _tell(
    pairs: Sequence[Pair],
    matrix: Any,
    groups: tuple[Any, int],
    holds: Sequence[bool],
    relation: str,
    ends: Any,
) -> _Told:
    import numpy as np

    group_of, many = groups
    right = np.flatnonzero(holds)
    seen = np.asarray(matrix[right].sum(axis=0)).ravel()
    rest = np.asarray(matrix.sum(axis=0)).ravel() - seen
    usual = (rest + 0.5) / (len(pairs) - len(right) + 1)
    same = _link(pairs, right)
    hidden = (same @ matrix[right]).multiply(matrix).tocsr() + matrix  # no entry is zero
    hidden.sort_indices()
    shown = len(right) + _BELIEF - np.asarray(same.sum(axis=1)).ravel()
    rows = np.repeat(np.arange(len(pairs)), np.diff(hidden.indptr))
    at = hidden.indices
    lifts = _lift(seen[at] - (hidden.data - 1), shown[rows], usual[at])
    sums = np.zeros((len(pairs), many))
    np.add.at(sums, (rows, group_of[at]), lifts)
    return _Told(
        np.array(holds, dtype=bool),
        np.array([relation in pair.open for pair in pairs], dtype=bool),
        _lift(seen, len(right) + _BELIEF, usual),
        len(right) + _BELIEF,
        np.hstack([sums, np.array(ends, dtype=float), np.log(shown)[:, None]]),
    )


def _link(pairs: Sequence[Pair], right: Any) -> Any:
    """For each pair, those of the pairs that state a relation that are of the same example or the
    same subject."""
    import numpy as np
    from scipy.sparse import csr_matrix

    by_example: dict[int, set[int]] = {}
    by_subject: dict[Any, set[int]] = {}
    for n, at in enumerate(right):
        by_example.setdefault(pairs[at].example, set()).add(n)
        by_subject.setdefault(pairs[at].names[0], set()).add(n)
    none: set[int] = set()
    rows = [
        sorted(by_example.get(pair.example, none) | by_subject.get(pair.names[0], none))
        for pair in pairs
    ]
    pointers = np.cumsum([0, *map(len, rows)])
    indices = np.array([n for row in rows for n in row], dtype=int)
    return csr_matrix((np.ones(len(indices)), indices, pointers), shape=(len(pairs), len(right)))


def _lift(seen: Any, shown: Any, usual: Any) -> Any:
    """The logarithm of how many times more often than usual a feature is seen."""
    import numpy as np

    return np.log((seen + _BELIEF * usual) / shown / usual).clip(_LEAST, _MOST)


def _fit_trust(pairs: Sequence[Pair], told: Mapping[str, _Told], weak: float) -> tuple[Any, float]:
    """What a lift of each group, each known end and the number of examples are worth, over all
    relations; and the bias."""
    import numpy as np

    try:
        from sklearn.linear_model import LogisticRegression
    except ImportError as err:
        raise KgxError("learning needs scikit-learn: pip install 'kgx-extract[learn]'") from err
    example = np.array([pair.example for pair in pairs])
    unread = np.array([pair.judged is not None for pair in pairs])
    rows, holds, counts = [], [], []
    for own in told.values():
        stated = np.isin(example, np.unique(example[own.holds]))
        taken = (own.holds | ~own.open) & (stated | (example % _SHARE == 0))
        weight = np.where(unread & ~own.holds & ~stated, weak, 1.0) * np.where(stated, 1, _SHARE)
        rows.append(own.sums[taken])
        holds.append(own.holds[taken])
        counts.append(weight[taken])
    table = np.vstack(rows)
    scale = table.std(axis=0) + 1e-6
    model = LogisticRegression(C=1.0, max_iter=500)
    model.fit(table / scale, np.concatenate(holds), sample_weight=np.concatenate(counts))
    return model.coef_[0] / scale, float(model.intercept_[0])


def _make_model(
    columns: Sequence[Feature],
    often: Mapping[Feature, int],
    own: _Told,
    worth: Any,
    trust: Any,
    bias: float,
) -> Model:
    """The model of a relation; of many features those that matter to most pairs.

    Args:
        worth: What the lift of each feature is worth.
    """
    import numpy as np

    weights = own.lifts * worth
    matters = np.abs(weights) * np.sqrt([often[f] for f in columns])
    ranked = np.lexsort((np.arange(len(columns)), -matters))[:_WEIGHTS]
    kept = sorted(n for n in ranked if abs(weights[n]) >= _SLIGHT)
    found = {columns[n]: round(float(weights[n]), 2) for n in kept}
    for end, known in zip(("subject", "object"), trust[-3:-1], strict=True):
        if abs(known) >= _SLIGHT:
            found["known", end] = round(float(known), 2)
    return Model(round(bias + float(trust[-1] * np.log(own.shown)), 2), found)
