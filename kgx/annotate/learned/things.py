"""Things: what a text is about, each with all its mentions, to relate across sentences.

A relation is often told in several sentences, or by where a text stands: what its first sentence
names, which country all its places are in. Things are looked at in stretches of a text, so that
the cost of a long one grows with its length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kgx.annotate.learned.anchor import Anchor
from kgx.annotate.learned.kinds import kind_of
from kgx.annotate.learned.words import is_trigger
from kgx.annotate.words.gazetteer import Place, nation_of, places_named
from kgx.types import Entity

Stated = tuple[int, str, str, str]
"""Where a claim begins, in code points, its subject, the last part of its predicate, its object."""
MOST = 60
"""Things of a stretch, at most."""
_NAMING = frozenset({"name", "nationality", "literal"})
_CLASSIFYING = frozenset({"instanceOf", "occupation", "position"})


@dataclass(frozen=True, slots=True)
class Thing:
    """An entity or a date of a stretch.

    Attributes:
        anchors: Its mentions, in their order.
        sentences: The numbers of their sentences in the text.
        kind: The most specific class, as of `kind_of`.
        words: The words of its name that mean something, in lower case.
        country: The ISO code of the country it is or lies in; empty where unknown.
        nations: The countries that its name speaks of: "Canadian" in "Royal Canadian Air Force".
        classes: Nouns that the text says it is: "village".
    """

    anchors: tuple[Anchor, ...]
    sentences: frozenset[int]
    kind: str
    words: frozenset[str]
    country: str
    nations: frozenset[str]
    classes: frozenset[str]

    @property
    def key(self) -> str:
        """What it shares with all its anchors."""
        return self.anchors[0].key

    @property
    def type(self) -> str:
        """The type of its first anchor."""
        return self.anchors[0].type


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sentences of a text: its things, in the order of their first mentions, and all anchors."""

    things: Sequence[Thing]
    anchors: Sequence[Anchor]


def find_stretches(doc: Doc, anchors: Iterable[Anchor]) -> Iterator[Stretch]:
    """The stretches of a doc, with the things that have a name; classes of things and bare numbers
    are none.

    Args:
        anchors: Of `find_anchors`.
    """
    numbers: dict[int, int] = {}
    for start in doc._.kgx_parse.sent:
        numbers.setdefault(start, len(numbers))
    classes = _read_classes(doc)
    for every in _cut_stretches(doc, anchors):
        things = []
        for key, own in _group_things(every).items():
            if any(a.form in _NAMING for a in own):
                sentences = frozenset(numbers[doc._.kgx_parse.sent[a.head]] for a in own)
                things.append(_make_thing(doc, own, sentences, classes.get(key, frozenset())))
        yield Stretch(things[:MOST], every)


def _cut_stretches(doc: Doc, anchors: Iterable[Anchor]) -> Iterator[list[Anchor]]:
    """Anchors of whole sentences; a stretch ends before its things are too many."""
    sentences: dict[int, list[Anchor]] = {}
    for anchor in anchors:
        sentences.setdefault(doc._.kgx_parse.sent[anchor.head], []).append(anchor)
    found: list[Anchor] = []
    keys: set[str] = set()
    for sentence in sentences.values():
        more = _group_things(sentence).keys()
        if found and len(keys | more) > MOST:
            yield found
            found, keys = [], set()
        found += sentence
        keys |= more
    yield found


def _group_things(anchors: Iterable[Anchor]) -> dict[str, list[Anchor]]:
    """Anchors of things by key."""
    found: dict[str, list[Anchor]] = {}
    for anchor in anchors:
        if anchor.type not in ("concept", "number"):
            found.setdefault(anchor.key, []).append(anchor)
    return found


def _make_thing(
    doc: Doc, anchors: list[Anchor], sentences: frozenset[int], classes: frozenset[str]
) -> Thing:
    first = anchors[0]
    made = next((a.makes for a in anchors if a.makes is not None), None)
    entity: Entity | None = doc._.kgx_entities.get(first.iri) or made
    name = first.key if entity is None else entity.label
    words = [] if entity is None else name.split()
    place = None if entity is None or entity.type != "place" else _find_place(entity)
    nations = (nation_of(word) for word in words) if len(words) > 1 else ()
    return Thing(
        anchors=tuple(anchors),
        sentences=sentences,
        kind=kind_of(doc._.kgx_entities, first),
        words=frozenset(word for word in map(str.lower, words) if is_trigger(word)),
        country="" if place is None else place.country,
        nations=frozenset(nation.country for nation in nations if nation is not None),
        classes=classes,
    )


def _find_place(entity: Entity) -> Place | None:
    """What the gazetteer knows of a place that was linked."""
    return next(
        (p for p in places_named(entity.label) if not set(p.same_as).isdisjoint(entity.same_as)),
        None,
    )


def _read_classes(doc: Doc) -> Mapping[str, frozenset[str]]:
    """By entity, the nouns that the grammar's claims say it is."""
    found: dict[str, frozenset[str]] = {}
    for _, subject, predicate, object_ in list_stated(doc):
        class_ = doc._.kgx_entities.get(object_)
        if predicate in _CLASSIFYING and class_ is not None:
            words = class_.label.lower().partition(" of ")[0].partition(" in ")[0].split()
            found[subject] = found.get(subject, frozenset()).union(words[-1:])
    return found


def list_stated(doc: Doc) -> Iterator[Stated]:
    """What the grammar's claims state of two entities."""
    for claim in doc._.kgx_claims:
        if claim.object is not None and claim.stands and not claim.rule.startswith("learned "):
            yield claim.start, claim.subject, claim.predicate.rpartition("/")[2], claim.object
