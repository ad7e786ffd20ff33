"""Folds of examples that keep what is said of one thing together.

Examples often say the same of the same thing in other words. A model that has read one of them
knows the ends of the others, and measures itself too well on them; so examples with a subject in
common are in one fold (group k-fold).
"""

from __future__ import annotations

from collections.abc import Iterable

from kgx.learn.label import Pair


def fold_examples(pairs: Iterable[Pair], folds: int) -> dict[int, int]:
    """The fold, in ``[0, folds)``, of each example that has pairs; folds are about equally large.

    Where all examples hang together, they are dealt out one by one.
    """
    groups = _group_examples(pairs)
    if len(groups) < 2:
        groups = [[example] for group in groups for example in group]
    sizes = [0] * folds
    found: dict[int, int] = {}
    for group in sorted(groups, key=lambda g: (-len(g), g)):
        fold = sizes.index(min(sizes))
        sizes[fold] += len(group)
        found.update((example, fold) for example in group)
    return found


def _group_examples(pairs: Iterable[Pair]) -> list[list[int]]:
    """The examples that share the subject of a fact, directly or through others."""
    above: dict[int | str, int | str] = {}

    def find(node: int | str) -> int | str:
        while above.setdefault(node, node) != node:
            above[node] = node = above[above[node]]
        return node

    for pair in pairs:
        group = find(pair.example)
        if pair.facts:
            above[find(pair.ends[0])] = group
    groups: dict[int | str, list[int]] = {}
    for example in sorted(node for node in above if isinstance(node, int)):
        groups.setdefault(find(example), []).append(example)
    return list(groups.values())
