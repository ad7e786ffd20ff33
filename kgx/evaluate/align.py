"""Which predicted entity is which gold one, and which spans are the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from kgx.types import Annotation, Claim, Mention

Span = tuple[int, int]


def overlap(one: Span, other: Span) -> int:
    """Code points that two spans share.

    >>> overlap((0, 5), (3, 9)), overlap((0, 3), (3, 9))
    (2, 0)
    """
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def pair_spans(gold: Iterable[Span], found: Iterable[Span], *, strict: bool) -> dict[Span, Span]:
    """Found spans with the gold one each is, one to one: the same bounds, or, where not strict,
    the one it shares most with, longest first."""
    left, wanted = set(found), set(gold)
    pairs = {span: span for span in left & wanted}
    if strict:
        return pairs
    touching = sorted(
        (-overlap(f, g), f, g)
        for f in left - pairs.keys()
        for g in wanted - set(pairs.values())
        if overlap(f, g)
    )
    used = set(pairs.values())
    for _, f, g in touching:
        if f not in pairs and g not in used:
            pairs[f] = g
            used.add(g)
    return pairs


def align_entities(gold: Annotation, found: Annotation, *, strict: bool) -> dict[str, str]:
    """Found entities with the gold one that each shares most mentions with, and those that nothing
    mentions with the one of their IRI; others are left out. Several found ones may be one gold
    entity."""
    owner = {span_of(m): m.entity for m in gold.mentions}
    votes: dict[str, Counter[str]] = {}
    pairs = pair_spans(owner, map(span_of, found.mentions), strict=strict)
    for mention in found.mentions:
        span = pairs.get(span_of(mention))
        if span is not None:
            votes.setdefault(mention.entity, Counter())[owner[span]] += 1
    unmentioned = {e.id for e in gold.entities} - {*owner.values()}
    bare = {e.id: e.id for e in found.entities if e.id in unmentioned and e.id not in votes}
    most = {entity: max(sorted(count), key=count.__getitem__) for entity, count in votes.items()}
    return bare | most


def span_of(mention: Mention) -> Span:
    """Its bounds."""
    return mention.start, mention.end


def ends_of(claim: Claim, aligned: Mapping[str, str]) -> tuple[str, str]:
    """The two ends of a claim, as gold entities where they are; a literal by its value."""
    object_ = f'"{claim.value}"' if claim.object is None else claim.object
    return aligned.get(claim.subject, f"? {claim.subject}"), aligned.get(object_, object_)


def predicates_of(claim: Claim) -> frozenset[str]:
    """All predicates under which a claim holds."""
    return frozenset((claim.predicate, *claim.predicates))
