"""Patterns: paths of the parse between ends of given types, for relations with few examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kgx.annotate.learned.rules import Pattern
from kgx.learn.label import Pair

_LEAST_PRECISION = 0.5
_MOST = 60


def learn_patterns(
    pairs: Sequence[Pair],
    holds: Sequence[bool],
    counts: Sequence[float],
    triggers: frozenset[str],
) -> tuple[Pattern, ...]:
    """The paths with a trigger that state the relation more often than not, best first.

    The precision is the share of the pairs of a path that state it, with one half added to the
    pairs that do and one to all (Krichevsky and Trofimov 1981), so that one example makes no
    certainty.
    """
    right: Counter[tuple[str, str, str]] = Counter()
    wrong: dict[tuple[str, str, str], float] = {}
    for pair, h, count in zip(pairs, holds, counts, strict=True):
        path = next((value for group, value in pair.features if group == "path"), None)
        if path is None or triggers.isdisjoint(path.split()):
            continue
        key = (path, *pair.types)
        if h:
            right[key] += 1
        else:
            wrong[key] = wrong.get(key, 0.0) + count
    found = []
    for key, support in right.items():
        precision = (support + 0.5) / (support + wrong.get(key, 0.0) + 1)
        if precision > _LEAST_PRECISION:
            found.append(Pattern(*key, support=support, precision=round(precision, 3)))
    found.sort(key=lambda p: (-p.support * p.precision, p.path, p.subject, p.object))
    return tuple(found[:_MOST])
