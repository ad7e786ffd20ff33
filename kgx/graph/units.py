"""What merging puts together: entities whose name says who they are, by that name; every other
entity alone, in its document.

A name tells enough if it is linked to a knowledge base; if it is the full name of a person; or if
it is the name of something else, as long as it is not made of common nouns alone ("Supreme Court")
and does not mean several things in these documents. It does if they link it to different things,
give it different years of birth, or shorten different names to it. A place that is linked in one
document and not in another, or whose class is known and nothing else, could not be linked there
because its name means several.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kgx.graph.corpus import Corpus, Fact, Sense, list_nodes
from kgx.graph.names import is_full_name, is_generic, sex_of
from kgx.graph.rulings import Ruling
from kgx.iris import SCHEMA
from kgx.types import EntityType

Group = tuple[str, EntityType]
"""A name and a type."""

SEX = "sex"
"""The predicate of what a title tells of a person."""

_KNOWN_PLACES = {SCHEMA + kind for kind in ("City", "State", "AdministrativeArea")}


_KINDS: frozenset[EntityType] = frozenset({"concept", "group", "language"})
"""Types of which a name is one thing everywhere."""


@dataclass(slots=True)
class Unit:
    """Entities of documents that are one from the start.

    Attributes:
        name: The IRI that their name and nothing else gives.
        document: The document of an entity that stands alone; empty for the rest.
        senses: How often each is mentioned.
        within: How many documents have each.
        documents: Their numbers.
        named: Whether they have a name; else noun phrases refer to them.
        clear: Whether the name says who they are.
        marks: The sides of rulings that mean it.
    """

    name: str
    type: EntityType
    label: str
    same_as: frozenset[str]
    document: str
    named: bool = True
    clear: bool = True
    senses: Counter[int] = field(default_factory=Counter)
    within: Counter[int] = field(default_factory=Counter)
    documents: array[int] = field(default_factory=lambda: array("Q"))
    facts: set[Fact] = field(default_factory=set)
    marks: set[tuple[int, bool]] = field(default_factory=set)

    @property
    def alone(self) -> bool:
        """True for an entity of one document."""
        return bool(self.document)

    @property
    def key(self) -> tuple[str, str, tuple[str, ...], str]:
        """What tells it from every other unit."""
        return self.name, self.type, tuple(sorted(self.same_as)), self.document


Node = tuple[int, int]
"""A document and a sense."""


@dataclass(frozen=True, slots=True)
class Units:
    """All units by key, and which one a sense, or a sense in a document, belongs to."""

    units: Sequence[Unit]
    of_sense: Mapping[int, int]
    of_node: Mapping[Node, int]

    def find(self, document: int, sense: int) -> int:
        """The number of the unit of an entity of a document."""
        number = self.of_sense.get(sense)
        return self.of_node[document, sense] if number is None else number


def make_units(corpus: Corpus, rulings: Sequence[Ruling] = (), *, apart: bool = False) -> Units:
    """The units of a corpus.

    Args:
        rulings: What they mean stands alone, so that it can be put together or kept apart.
        apart: Whether every entity stands alone; concepts, which are no individuals, do not.
    """
    unclear = _find_unclear(corpus)
    alone = _find_named(corpus) if apart else unclear | _find_meant(corpus, rulings)
    found: dict[object, Unit] = {}
    nodes: dict[Node, Unit] = {}
    senses: dict[int, Unit] = {}
    for document, sense, mentions in list_nodes(corpus):
        entity = corpus.senses[sense].entity
        id_ = corpus.documents[document] if sense in alone else ""
        name, ids = corpus.senses[sense].name, frozenset(entity.same_as)
        key = (name, entity.type, ids, id_)
        state = corpus.senses[sense].named, sense not in unclear
        unit = found.setdefault(key, Unit(name, entity.type, entity.label, ids, id_, *state))
        unit.senses[sense] += mentions
        unit.within[sense] += 1
        unit.documents.append(document)
        unit.facts |= corpus.facts.get((document, sense), frozenset())
        if entity.type == "person" and (sex := sex_of(entity.label)):
            unit.facts.add((SEX, sex))
        unit.label = min(unit.label, entity.label)
        if id_:
            nodes[document, sense] = unit
            unit.marks |= _marks_of(corpus.senses[sense], id_, rulings)
        else:
            senses[sense] = unit
    units = sorted(found.values(), key=lambda unit: unit.key)
    number = {id(unit): n for n, unit in enumerate(units)}
    return Units(
        units,
        {sense: number[id(unit)] for sense, unit in senses.items()},
        {node: number[id(unit)] for node, unit in nodes.items()},
    )


def _marks_of(sense: Sense, document: str, rulings: Sequence[Ruling]) -> set[tuple[int, bool]]:
    """The sides of rulings, as their numbers and whether it is the first side, that mean it."""
    found = set()
    for number, ruling in enumerate(rulings):
        for first, side in ((True, ruling.one), (False, ruling.other)):
            if side.fits(sense.entity, document):
                found.add((number, first))
    return found


def _find_named(corpus: Corpus) -> set[int]:
    """The senses of individuals that have a name."""
    return {
        number
        for number, sense in enumerate(corpus.senses)
        if sense.named and sense.entity.type != "concept"
    }


def _find_meant(corpus: Corpus, rulings: Sequence[Ruling]) -> set[int]:
    """The senses that rulings are about, in whichever document."""
    names = {side.name for ruling in rulings for side in (ruling.one, ruling.other)}
    return {
        number
        for number in (_find_named(corpus) if names else ())
        if not names.isdisjoint(_names_of(corpus.senses[number]))
    }


def _names_of(sense: Sense) -> tuple[str, ...]:
    return (sense.entity.id, sense.entity.label, *sense.entity.aliases)


def _find_unclear(corpus: Corpus) -> set[int]:
    """The senses whose name does not say who they are."""
    groups = _find_ambiguous(corpus)
    return {
        number
        for number in _find_named(corpus)
        if _is_weak(sense := corpus.senses[number])
        or (not sense.entity.same_as and (sense.name, sense.entity.type) in groups)
    }


def _is_weak(sense: Sense) -> bool:
    entity = sense.entity
    if entity.same_as:
        return False
    if entity.type == "person":
        return not is_full_name(entity.label)
    if entity.type == "place" and not _KNOWN_PLACES.isdisjoint(entity.types):
        return True
    return entity.type not in _KINDS and is_generic(entity.label)


def _find_ambiguous(corpus: Corpus) -> set[Group]:
    """Names that mean several things in these documents."""
    identities: dict[Group, set[frozenset[str]]] = defaultdict(set)
    years: dict[Group, set[Fact]] = defaultdict(set)
    longer: dict[tuple[str, EntityType], set[str]] = defaultdict(set)
    for sense in corpus.senses:
        entity = sense.entity
        if entity.same_as:
            identities[sense.name, entity.type].add(frozenset(entity.same_as))
        if entity.type != "person" and sense.named:
            for alias in entity.aliases:
                longer[alias, entity.type].add(sense.name)
    for (_, number), facts in corpus.facts.items():
        sense = corpus.senses[number]
        years[sense.name, sense.entity.type] |= facts
    unclear = {
        group for group, found in identities.items() if group[1] == "place" or _differ(found)
    }
    unclear |= {group for group, facts in years.items() if len(dict(facts)) < len(facts)}
    for sense in corpus.senses:
        group = sense.name, sense.entity.type
        if len(longer[sense.entity.label, sense.entity.type] - {sense.name}) > 1:
            unclear.add(group)
    return unclear


def _differ(identities: Iterable[frozenset[str]]) -> bool:
    found = sorted(identities, key=sorted)
    return any(contradict(one, other) for n, one in enumerate(found) for other in found[n + 1 :])


def contradict(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether identifiers are of different things: none is shared, and some are of the same
    knowledge base."""
    first, second = set(one), set(other)
    return first.isdisjoint(second) and not _bases(first).isdisjoint(_bases(second))


def _bases(identifiers: Iterable[str]) -> set[str]:
    return {iri.rstrip("/").rpartition("/")[0] for iri in identifiers}
