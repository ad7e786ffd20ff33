"""What documents together tell of one entity."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TypeVar

from kgx.types import Entity, EntityType

_Key = TypeVar("_Key", str, tuple[str, ...])


@dataclass(slots=True)
class Tally:
    """Names, classes and links of an entity, counted."""

    mentions: int = 0
    types: Counter[EntityType] = field(default_factory=Counter)
    labels: Counter[str] = field(default_factory=Counter)
    classes: dict[EntityType, Counter[tuple[str, ...]]] = field(default_factory=dict)
    aliases: set[str] = field(default_factory=set)
    same_as: set[str] = field(default_factory=set)
    broader: set[str] = field(default_factory=set)


def add_entity(tally: Tally, entity: Entity, mentions: int, weight: int) -> None:
    """Count an entity as described so.

    Args:
        mentions: How often it is mentioned.
        weight: What its label and its classes count.
    """
    tally.mentions += mentions
    tally.types[entity.type] += mentions
    tally.labels[entity.label] += weight
    tally.classes.setdefault(entity.type, Counter())[entity.types] += weight
    tally.aliases.update(entity.aliases)
    tally.same_as.update(entity.same_as)
    tally.broader.update(entity.broader)


def choose_type(tally: Tally) -> EntityType:
    """The type of most mentions, ties by name; ``other`` only where no document knows better."""
    return min(tally.types, key=lambda type_: (type_ == "other", -tally.types[type_], type_))


def make_entity(iri: str, tally: Tally) -> Entity:
    """The entity: the most frequent label, the classes of its type, all other names and links."""
    type_ = choose_type(tally)
    label = _most_common(tally.labels)
    counts = tally.classes[type_]
    classes = dict.fromkeys(_most_common(counts))
    classes |= dict.fromkeys(sorted({name for names in counts for name in names}))
    return Entity(
        id=iri,
        label=label,
        type=type_,
        types=tuple(classes),
        aliases=tuple(sorted((tally.aliases | set(tally.labels)) - {label})),
        same_as=tuple(sorted(tally.same_as)),
        broader=tuple(sorted(tally.broader - {iri})),
    )


def _most_common(counts: Counter[_Key]) -> _Key:
    return min(counts, key=lambda key: (-counts[key], key))


def bare_entity(iri: str) -> Entity:
    """An entity of which nothing is known but its IRI."""
    type_: EntityType = "concept" if "/concept/" in iri else "other"
    words = iri.rstrip("/#").rpartition("#")[2].rpartition("/")[2].replace("-", " ")
    return Entity(iri, words or iri, type_)
