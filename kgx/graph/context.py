"""Who else is spoken of: what puts entities together whose names alone do not.

Two entities that share a name are one if their documents share at least two of what is seldom
shared: others that are named there, roles that claims give them. What claims relate both of them
to counts for two. Places, peoples and languages count for nothing: they are in every second text.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kgx.graph.clusters import Clusters
from kgx.graph.corpus import Corpus
from kgx.graph.names import family_name
from kgx.graph.units import SEX, Unit, Units
from kgx.iris import slug
from kgx.types import EntityType

ENOUGH = 2
"""The least shared weight."""

_TWICE = 2
_MOST = 20
"""Names of a document that are looked at, the rarest ones."""
_ALWAYS_RARE, _RARE = 5, 0.1
"""Documents, and share of all documents, in which a name may occur to be seldom shared."""
_NEIGHBOURS = 8
"""How many that share something are compared with each, so that the cost stays linear."""

_COMMONPLACE: frozenset[EntityType] = frozenset({"place", "group", "language"})

Feature = tuple[str, int | str]
"""How something is shared, and the cluster or the year that it is."""
Bucket = tuple[str, EntityType]
"""A name, as a slug, and a type."""


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What is named and claimed around each entity.

    Attributes:
        counts: In how many documents each cluster is.
        rare: The clusters of each document that are named in few others, the rarest first.
    """

    corpus: Corpus
    units: Units
    clusters: Clusters
    counts: Mapping[int, int]
    rare: Sequence[Sequence[int]]

    def is_rare(self, cluster: int) -> bool:
        most = max(_ALWAYS_RARE, int(_RARE * len(self.corpus.documents)))
        return 2 <= self.counts[cluster] <= most


def join_by_context(corpus: Corpus, units: Units, clusters: Clusters) -> None:
    """Put together entities of one name that share enough; the best supported ones first.

    An entity that two others of different names fit equally well stays apart.
    """
    buckets = _find_buckets(corpus, clusters)
    if not buckets:
        return
    around = _survey(corpus, units, clusters)
    features: dict[int, frozenset[Feature]] = {}
    edges: dict[tuple[int, int], set[Feature]] = defaultdict(set)
    for bucket, members in buckets.items():
        for number in members:
            if number not in features:
                features[number] = frozenset(_list_features(around, number))
        for feature, one, other in _compare(clusters, bucket, members, features):
            edges[one, other].add(feature)
    ranked = sorted(
        (-weight, *pair)
        for pair, shared in edges.items()
        if (weight := sum(map(_weigh, shared))) >= ENOUGH
    )
    doubtful = _find_doubtful(ranked, clusters)
    for _, one, other in ranked:
        if one not in doubtful and other not in doubtful:
            clusters.join(one, other, "context", _say(edges[one, other], clusters))


def _weigh(feature: Feature) -> int:
    return _TWICE if feature[0] in ("linked", "year") else 1


def _find_buckets(corpus: Corpus, clusters: Clusters) -> dict[Bucket, list[int]]:
    """Units that share a name and a type, where some need support."""
    by_name: dict[Bucket, set[int]] = defaultdict(set)
    seeking: set[Bucket] = set()
    for number, unit in enumerate(clusters.units):
        if unit.type == "concept" or not unit.named:
            continue
        for name in _names_of(corpus, unit):
            by_name[name, unit.type].add(number)
        if _seeks(unit):
            seeking.add((slug(unit.label), unit.type))
    return {key: sorted(by_name[key]) for key in sorted(seeking) if len(by_name[key]) > 1}


def _seeks(unit: Unit) -> bool:
    """Whether a unit needs support: its name does not say who it is, or may be an acronym."""
    return not unit.clear or (not unit.same_as and "-" not in slug(unit.label))


def _names_of(corpus: Corpus, unit: Unit) -> set[str]:
    """The names under which a unit may be met, as slugs: of a person the aliases and the family
    name, of all else the acronyms among the aliases ("Orn" need not be Orn Bank)."""
    entities = [corpus.senses[sense].entity for sense in unit.senses]
    names = {entity.label for entity in entities}
    for entity in entities:
        if unit.type == "person":
            names |= {*entity.aliases, family_name(entity.label)}
        else:
            names.update(alias for alias in entity.aliases if _is_acronym(alias, entity.label))
    return set(map(slug, names))


def _is_acronym(short: str, name: str) -> bool:
    """True for the initials of a name: of all its words, or of those with a capital."""
    words = name.replace("-", " ").split()
    letters = short.replace(".", "").lower()
    initials = ["".join(w[0] for w in words), "".join(w[0] for w in words if w[0].isupper())]
    return len(letters) > 1 and letters in (found.lower() for found in initials)


def _survey(corpus: Corpus, units: Units, clusters: Clusters) -> _Surroundings:
    within = [
        {clusters.find(units.find(document, sense)) for sense in senses}
        for document, senses in enumerate(corpus.within)
    ]
    counts = Counter(cluster for found in within for cluster in found)
    around = _Surroundings(corpus, units, clusters, counts, [])
    rare = [
        sorted(
            (c for c in found if around.is_rare(c) and _tells(clusters.units[c])),
            key=lambda cluster: (counts[cluster], cluster),
        )[:_MOST]
        for found in within
    ]
    return replace(around, rare=rare)


def _tells(unit: Unit) -> bool:
    return unit.named and unit.type not in _COMMONPLACE and unit.type != "concept"


def _list_features(around: _Surroundings, number: int) -> Iterator[Feature]:
    """What is around a unit, in all its documents."""
    unit, own = around.clusters.units[number], around.clusters.find(number)
    for predicate, year in unit.facts:
        if predicate != SEX:
            yield "year", f"{predicate.rpartition('/')[2]} {year}"
    for document in unit.documents:
        yield from (("named", cluster) for cluster in around.rare[document] if cluster != own)
        links = around.corpus.links[document]
        ends = [around.units.find(document, sense) for sense in links]
        for one, other in zip(ends[::2], ends[1::2], strict=True):
            if number in (one, other) and one != other:
                yield from _link_feature(around, other if one == number else one)


def _link_feature(around: _Surroundings, end: int) -> Iterator[Feature]:
    cluster = around.clusters.find(end)
    unit = around.clusters.units[cluster]
    if around.is_rare(cluster):
        if unit.type == "concept":
            yield "role", cluster
        elif _tells(unit):
            yield "linked", cluster


def _compare(
    clusters: Clusters,
    bucket: Bucket,
    members: Sequence[int],
    features: Mapping[int, frozenset[Feature]],
) -> Iterator[tuple[Feature, int, int]]:
    """What pairs of members share, one of each pair being called by the bucket's name alone."""
    units = clusters.units
    holders: dict[Feature, list[int]] = defaultdict(list)
    for number in members:
        for feature in features[number]:
            holders[feature].append(number)
    for feature, numbers in holders.items():
        short = [n for n in numbers if slug(units[n].label) == bucket[0]]
        rest = [n for n in numbers if n not in short]
        for position, one in enumerate(short):
            for other in short[position + 1 : position + 1 + _NEIGHBOURS] + rest[:_NEIGHBOURS]:
                if _may_be_one(units[one], units[other]):
                    yield feature, min(one, other), max(one, other)


def _may_be_one(one: Unit, other: Unit) -> bool:
    """Whether two are worth comparing: one needs support, and no document tells them apart."""
    if not (_seeks(one) or _seeks(other)):
        return False
    return set(one.documents).isdisjoint(other.documents)


def _find_doubtful(ranked: Sequence[tuple[int, int, int]], clusters: Clusters) -> set[int]:
    """Units that two which cannot be one fit equally well, and none fits better."""
    best: dict[int, tuple[int, int]] = {}
    doubtful: set[int] = set()
    for weight, one, other in ranked:
        for seeker, partner in ((one, other), (other, one)):
            if not clusters.units[seeker].clear:
                most, first = best.setdefault(seeker, (weight, partner))
                if most == weight and clusters.differ(first, partner):
                    doubtful.add(seeker)
    return doubtful


def _say(shared: Iterable[Feature], clusters: Clusters) -> str:
    """What is shared, in words."""
    words = {what if isinstance(what, str) else clusters.units[what].label for _, what in shared}
    return "; ".join(sorted(words))
