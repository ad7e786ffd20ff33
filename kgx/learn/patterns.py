"""Patterns: paths of the parse between ends of given types, for relations with few examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kgx.annotate.learned.rules import ANY, Pattern
from kgx.learn.label import Pair

_LEAST_PRECISION = 0.5
_MOST = 60

_Key = tuple[str, str, str]


def learn_patterns(
    pairs: Sequence[Pair],
    holds: Sequence[bool],
    counts: Sequence[float],
    triggers: frozenset[str],
) -> tuple[Pattern, ...]:
    """The paths with a trigger that state the relation more often than not, best first.

    A path is taken between ends of any of the relation's types where it mostly states it so, else
    between ends of the types where it does. The precision is the share of the pairs of a path that
    state it, with one half added to the pairs that do and one to all (Krichevsky and Trofimov
    1981), so that one example makes no certainty.
    """
    right: Counter[_Key] = Counter()
    wrong: dict[_Key, float] = {}
    for pair, h, count in zip(pairs, holds, counts, strict=True):
        path = next((value for group, value in pair.features if group == "path"), None)
        if path is None or triggers.isdisjoint(path.split()):
            continue
        for key in ((path, ANY, ANY), (path, *pair.types)):
            if h:
                right[key] += 1
            else:
                wrong[key] = wrong.get(key, 0.0) + count
    precise = {
        key: (support + 0.5) / (support + wrong.get(key, 0.0) + 1)
        for key, support in sorted(right.items())
    }
    found = [
        Pattern(*key, support=right[key], precision=round(precision, 3))
        for key, precision in precise.items()
        if precision > _LEAST_PRECISION
        and (key[1] == ANY or precise[key[0], ANY, ANY] <= _LEAST_PRECISION)
    ]
    found.sort(key=lambda p: (-p.support * p.precision, p.path, p.subject, p.object))
    return tuple(found[:_MOST])
