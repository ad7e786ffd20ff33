"""Candidate pairs: two anchors of different things in one sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.learned.anchor import Anchor
from kgx.annotate.learned.features import FURTHEST

MOST = 24
"""Anchors of a sentence that are looked at, so that cost stays in bounds in endless lists."""


def find_pairs(
    parse: Parse, anchors: list[Anchor], types: Collection[tuple[str, str]] | None = None
) -> Iterator[tuple[Anchor, Anchor, Sequence[Anchor]]]:
    """Ordered pairs of anchors in one sentence; a literal is never the subject.

    Each comes with the other anchors between its ends.

    Args:
        anchors: In the order of their heads.
        types: The types of subject and object that are wanted; None for all.
    """
    for group in _by_sentence(parse, anchors):
        for n, subject in enumerate(group):
            if subject.iri is None:
                continue
            for m, object_ in enumerate(group):
                if types is not None and (subject.type, object_.type) not in types:
                    continue
                if subject.key != object_.key and not _too_far(subject, object_):
                    yield subject, object_, group[min(n, m) + 1 : max(n, m)]


def _by_sentence(parse: Parse, anchors: list[Anchor]) -> Iterator[list[Anchor]]:
    group: list[Anchor] = []
    for anchor in anchors:
        if group and parse.sent[group[0].head] != parse.sent[anchor.head]:
            yield group[:MOST]
            group = []
        group.append(anchor)
    yield group[:MOST]


def _too_far(one: Anchor, other: Anchor) -> bool:
    first, second = (one, other) if one.start <= other.start else (other, one)
    return second.start - first.end > FURTHEST
