"""Names that stand in one list: what is said of one of them is said of all."""

from __future__ import annotations

import itertools

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.terms.ends import Candidate

_BETWEEN = frozenset([",", "and", "or", "&", "the", ";", "/"])


def find_lists(parse: Parse, candidates: list[Candidate]) -> dict[int, int]:
    """Names that stand in one list, as the words stand, by head token: each list has a number.

    A list has three names or more, or two with a conjunction; what a verb has for a subject of its
    own is in none.
    """
    names = sorted((c for c in candidates if c.named and c.start >= 0), key=lambda c: c.start)
    runs: list[list[Candidate]] = []
    for name in names:
        before = runs[-1][-1] if runs else None
        if before is not None and _is_joined(parse, before.stop, name.start):
            runs[-1].append(name)
        else:
            runs.append([name])
    found: dict[int, int] = {}
    for number, run in enumerate(runs):
        words = {w for a, b in itertools.pairwise(run) for w in parse.lower[a.stop : b.start]}
        if len(run) > 2 or words & {"and", "or", "&"}:
            found.update((c.head, number) for c in run)
    return found


def _is_joined(parse: Parse, start: int, end: int) -> bool:
    between = parse.lower[start:end]
    return 0 < len(between) < 4 and set(between) <= _BETWEEN and set(between) != {"the"}
