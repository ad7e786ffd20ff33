"""Pairs of things of a text, whether or not a sentence names both, and what they look like.

Besides the features of the sentences that name both (`pair_features`), a pair has those of the
whole text, as work on relations across sentences found them to be told by (Swampillai and
Stevenson 2011; Quirk and Poon 2017).

| group | value |
|---|---|
| ``apart`` | how many sentences lie between the nearest mentions |
| ``opens`` | an end that the text's first sentence names, or that is the first of all; types |
| ``main`` | an end that is the only one of its class, or is named more often than the others |
| ``land`` | how the countries of both go together, by the gazetteer |
| ``name`` | the name of one end has the words of the other in it |
| ``isa`` | what the text says that an end is |
| ``says`` | what the grammar's claims say of both, directly or by way of a third |
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kgx.annotate.learned.anchor import Anchor
from kgx.annotate.learned.features import find_path, pair_features
from kgx.annotate.learned.kinds import kind_of
from kgx.annotate.learned.pairs import find_pairs
from kgx.annotate.learned.things import Stated, Stretch, Thing, find_stretches, list_stated

Feature = tuple[str, str]
_GAPS = (0, 1, 3)
_STEPS = ("same sentence", "next sentence", "2-3 sentences", "4+ sentences")
_COUNTRY = "Country"
_LOOKED_AT = 20
"""Mentions of a thing that can be its nearest to another, so that cost stays in bounds."""


@dataclass(frozen=True, slots=True)
class ThingPair:
    """Two things of a stretch, and what they look like together."""

    subject: Thing
    object: Thing
    features: frozenset[Feature]


def find_thing_pairs(
    doc: Doc, anchors: Sequence[Anchor], types: Collection[tuple[str, str]] | None = None
) -> Iterator[ThingPair]:
    """Ordered pairs of things of a doc, stretch by stretch; a literal is never the subject.

    Args:
        anchors: Of `find_anchors`.
        types: The types of subject and object that are wanted; None for all.
    """
    stated = sorted(list_stated(doc))
    for stretch in find_stretches(doc, anchors):
        told = _Told(
            _read_sentences(doc, stretch.anchors, types), _read_claims(doc, stretch, stated)
        )
        view = _look(stretch.things)
        for subject in stretch.things:
            for object_ in stretch.things if subject.anchors[0].iri is not None else ():
                wanted = types is None or (subject.type, object_.type) in types
                if wanted and subject is not object_:
                    yield _make_pair(view, told, subject, object_)


@dataclass(frozen=True, slots=True)
class _Told:
    """What a stretch says of pairs of keys: features of sentences, and claims."""

    sentences: Mapping[tuple[str, str], set[Feature]]
    claims: Mapping[str, Mapping[str, set[str]]]


def _read_sentences(
    doc: Doc, anchors: Sequence[Anchor], types: Collection[tuple[str, str]] | None
) -> dict[tuple[str, str], set[Feature]]:
    parse, entities = doc._.kgx_parse, doc._.kgx_entities
    found: dict[tuple[str, str], set[Feature]] = {}
    for subject, object_, others in find_pairs(parse, list(anchors), types):
        kinds = kind_of(entities, subject), kind_of(entities, object_)
        path = find_path(parse, subject.head, object_.head)
        features = pair_features(parse, path, subject, object_, kinds, others)
        found.setdefault((subject.key, object_.key), set()).update(features)
    return found


def _read_claims(
    doc: Doc, stretch: Stretch, stated: Sequence[Stated]
) -> dict[str, dict[str, set[str]]]:
    """Predicates by subject and object, of the claims that begin in a stretch."""
    found: dict[str, dict[str, set[str]]] = {}
    if not stretch.anchors:
        return found
    parse = doc._.kgx_parse
    first = parse.starts[parse.sent[stretch.anchors[0].head]]
    last = parse.starts[parse.sent_end[stretch.anchors[-1].head] - 1]
    inside = slice(bisect_left(stated, (first,)), bisect_left(stated, (last + 1,)))
    for _, subject, predicate, object_ in stated[inside]:
        found.setdefault(subject, {}).setdefault(object_, set()).add(predicate)
    return found


@dataclass(frozen=True, slots=True)
class _View:
    """What a stretch is about: its things by key, how each stands among those of its kind, the
    country that it speaks of most, and whether of that one above all."""

    things: Mapping[str, Thing]
    standing: Mapping[str, str]
    country: str
    clear: bool


def _look(things: Sequence[Thing]) -> _View:
    kinds: dict[str, list[Thing]] = {}
    votes: Counter[str] = Counter()
    for thing in things:
        kinds.setdefault(thing.kind, []).append(thing)
        votes.update({thing.country: len(thing.anchors)} if thing.country else {})
        votes.update(sorted(thing.nations))
    standing = {}
    for group in kinds.values():
        most = max(len(thing.anchors) for thing in group)
        for thing in group:
            rank = "most named" if len(thing.anchors) == most else "less named"
            standing[thing.key] = "only" if len(group) == 1 else rank
    country, n = votes.most_common(1)[0] if votes else ("", 0)
    return _View({t.key: t for t in things}, standing, country, n > 0.6 * votes.total())


def _make_pair(view: _View, told: _Told, subject: Thing, object_: Thing) -> ThingPair:
    features = set(told.sentences.get((subject.key, object_.key), ()))
    features.update(_end_features(view, subject, object_))
    features.update(_place_features(subject, object_))
    features.update(("land", value) for value in _compare_lands(view, subject, object_))
    features.update(("says", value) for value in _say(view, told.claims, subject, object_))
    return ThingPair(subject, object_, frozenset(features))


def find_nearest(subject: Thing, object_: Thing) -> tuple[Anchor, Anchor]:
    """The mentions of both with the least between them, of the first of each; the first such."""
    pairs = ((a, b) for a in subject.anchors[:_LOOKED_AT] for b in object_.anchors[:_LOOKED_AT])
    return min(pairs, key=lambda p: (abs(p[0].head - p[1].head), p[0].head, p[1].head))


def _place_features(subject: Thing, object_: Thing) -> Iterator[Feature]:
    """How near both are, and what the text opens with."""
    gap = min(abs(a - b) for a in subject.sentences for b in object_.sentences)
    yield "apart", _STEPS[bisect_left(_GAPS, gap)]
    if len(subject.sentences & object_.sentences) > 1:
        yield "apart", "together often"
    both = f"{subject.type} {object_.type}"
    for end, thing in (("subject", subject), ("object", object_)):
        if 0 in thing.sentences:
            yield "opens", f"{end} {both}"


def _end_features(view: _View, subject: Thing, object_: Thing) -> Iterator[Feature]:
    """What each end is, and is called."""
    yield "types", f"{subject.type} {object_.type}"
    yield "kinds", f"{subject.kind} {object_.kind}"
    first = next(iter(view.things))
    for end, thing, other in (("subject", subject, object_), ("object", object_, subject)):
        yield from ((end, word) for word in thing.words)
        yield from (("isa", f"{end} {class_}") for class_ in thing.classes)
        yield "main", f"{end} {thing.kind} {view.standing[thing.key]}"
        yield "main", f"{end} {thing.kind} {view.standing[thing.key]}, {other.type}"
        if thing.key == first and 0 in thing.sentences:
            yield "opens", f"{end} first {subject.type} {object_.type}"
        if other.words and other.words < thing.words:
            yield "name", f"{end} has the other's, {subject.type} {object_.type}"


def _compare_lands(view: _View, subject: Thing, object_: Thing) -> Iterator[str]:
    """How the countries of two things go together."""
    one, other = subject.country, object_.country
    if _COUNTRY not in (subject.kind, object_.kind):
        if one and other:
            yield "the same" if one == other else "others"
    elif object_.kind != _COUNTRY:
        if other:
            yield "subject's" if one == other else "not subject's"
    else:
        if one:
            yield "object's" if one == other else "not object's"
        if subject.nations:
            yield "named object's" if other in subject.nations else "not named object's"
        rank = "main" if other == view.country else "no main"
        yield rank
        yield f"{rank}{' clearly' if view.clear else ''}, {subject.type}"


def _say(
    view: _View, claims: Mapping[str, Mapping[str, set[str]]], subject: Thing, object_: Thing
) -> Iterator[str]:
    """What claims say of two things: the predicate, the predicate turned round, or two
    predicates in a row."""
    yield from claims.get(subject.key, {}).get(object_.key, ())
    yield from (f"{p}, turned" for p in claims.get(object_.key, {}).get(subject.key, ()))
    for middle, predicates in claims.get(subject.key, {}).items():
        for second in _step(view, claims, middle, object_):
            yield from (f"{first} {second}" for first in predicates)


def _step(
    view: _View, claims: Mapping[str, Mapping[str, set[str]]], middle: str, object_: Thing
) -> Iterable[str]:
    """What relates a third to the object: claims, or being a place in that country."""
    found = set(claims.get(middle, {}).get(object_.key, ()))
    third = view.things.get(middle)
    if third is not None and object_.kind == _COUNTRY and third.country == object_.country:
        found.add("(in that country)")
    return found
