"""Entities of many documents: which are one, and what the one is called.

Documents name entities by IRI, so equal IRIs are one entity unless their types disagree. A table of
merges, made from all documents in any order, settles that; it is all that a document's claims need
to know of the others.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kgx.types import (
    Annotation,
    Argument,
    Claim,
    Entity,
    EntityType,
    Mention,
    Proposition,
)

_Key = TypeVar("_Key", str, tuple[str, ...])


@dataclass(frozen=True, slots=True)
class Merges:
    """The entities of all documents.

    Attributes:
        names: The final IRI of an entity that some document calls by an IRI with this type; only
            those that change.
        entities: By final IRI, sorted.
        mentions: How often each is mentioned.
    """

    names: Mapping[tuple[str, EntityType], str]
    entities: Mapping[str, Entity]
    mentions: Mapping[str, int]


@dataclass(slots=True)
class _Tally:
    """What documents say of one IRI under one type; counts are mentions."""

    mentions: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    types: Counter[tuple[str, ...]] = field(default_factory=Counter)
    aliases: set[str] = field(default_factory=set)
    same_as: set[str] = field(default_factory=set)
    broader: set[str] = field(default_factory=set)


def merge_table(annotations: Iterable[Annotation]) -> Merges:
    """Merge the entities of documents by IRI; the order of the documents changes nothing.

    Where documents disagree on the type of an IRI: a name of several words, or one that is linked
    to the same thing elsewhere, has one type, the one of most mentions (ties by type name). A name
    of one word ("Jordan") is split, its less frequent types in IRIs of their own. ``other`` never
    disagrees.
    """
    tallies = _tally_entities(annotations)
    names: dict[tuple[str, EntityType], str] = {}
    entities: dict[str, Entity] = {}
    mentions: dict[str, int] = {}
    for iri in sorted(tallies):
        if not tallies[iri]:
            entities[iri], mentions[iri] = bare_entity(iri), 0
            continue
        for final, type_, tally in _settle_types(iri, tallies, names):
            entities[final] = _make_entity(final, type_, tally)
            mentions[final] = tally.mentions
    return Merges(names, entities, mentions)


def _tally_entities(
    annotations: Iterable[Annotation],
) -> dict[str, dict[EntityType, _Tally]]:
    tallies: dict[str, dict[EntityType, _Tally]] = {}
    for annotation in annotations:
        counts = Counter(mention.entity for mention in annotation.mentions)
        for entity in annotation.entities:
            tally = tallies.setdefault(entity.id, {}).setdefault(entity.type, _Tally())
            _add_entity(tally, entity, counts[entity.id])
        for iri in _bare_iris(annotation):
            tallies.setdefault(iri, {})
    return tallies


def _bare_iris(annotation: Annotation) -> set[str]:
    """Entities that claims or concepts name and the annotation does not describe."""
    named = {iri for entity in annotation.entities for iri in entity.broader}
    for claim in annotation.claims:
        named |= {claim.subject, claim.object or "", claim.attributed_to or ""}
    for said in annotation.propositions:
        named |= {argument.entity or "" for argument in (said.subject, *said.arguments)}
        named.add(said.attributed_to or "")
    return named - {entity.id for entity in annotation.entities} - {""}


def _add_entity(tally: _Tally, entity: Entity, mentions: int) -> None:
    tally.mentions += mentions
    tally.labels[entity.label] += max(mentions, 1)
    tally.types[entity.types] += max(mentions, 1)
    tally.aliases.update(entity.aliases)
    tally.same_as.update(entity.same_as)
    tally.broader.update(entity.broader)


def _settle_types(
    iri: str,
    tallies: Mapping[str, dict[EntityType, _Tally]],
    names: dict[tuple[str, EntityType], str],
) -> list[tuple[str, EntityType, _Tally]]:
    """The entities an IRI becomes, most frequent first; records new names in ``names``."""
    by_type = tallies[iri]
    ranked = sorted(by_type, key=lambda t: (t == "other", -by_type[t].mentions, t))
    first = ranked[0]
    settled = {first: by_type[first]}
    for type_ in ranked[1:]:
        if _is_split(by_type[first], by_type[type_], type_):
            names[iri, type_] = _free_iri(f"{iri}-{type_}", type_, tallies)
            settled[type_] = by_type[type_]
        else:
            _add_tally(settled[first], by_type[type_])
    return [(names.get((iri, t), iri), t, tally) for t, tally in settled.items()]


def _free_iri(iri: str, type_: str, taken: Mapping[str, object]) -> str:
    while iri in taken:
        iri = f"{iri}-{type_}"
    return iri


def _is_split(first: _Tally, second: _Tally, type_: EntityType) -> bool:
    if type_ == "other" or first.same_as & second.same_as:
        return False
    return all(len(label.split()) == 1 for label in first.labels | second.labels)


def _add_tally(tally: _Tally, other: _Tally) -> None:
    """Fold in another type's names; its classes lost the vote."""
    tally.mentions += other.mentions
    tally.labels.update(other.labels)
    tally.aliases |= other.aliases
    tally.same_as |= other.same_as
    tally.broader |= other.broader


def bare_entity(iri: str) -> Entity:
    """An entity of which nothing is known but its IRI."""
    type_: EntityType = "concept" if "/concept/" in iri else "other"
    words = iri.rstrip("/#").rpartition("#")[2].rpartition("/")[2].replace("-", " ")
    return Entity(iri, words or iri, type_)


def _make_entity(iri: str, type_: EntityType, tally: _Tally) -> Entity:
    label = _most_common(tally.labels)
    classes = dict.fromkeys(_most_common(tally.types))
    classes |= dict.fromkeys(sorted({name for types in tally.types for name in types}))
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


def apply_merges(annotation: Annotation, merges: Merges) -> Annotation:
    """The annotation with the final IRIs of its entities; itself where none changes."""
    new = {
        entity.id: merges.names[entity.id, entity.type]
        for entity in annotation.entities
        if (entity.id, entity.type) in merges.names
    }
    return _rename_annotation(annotation, new) if new else annotation


def _rename_annotation(annotation: Annotation, new: Mapping[str, str]) -> Annotation:
    return replace(
        annotation,
        mentions=tuple(_rename_mention(mention, new) for mention in annotation.mentions),
        entities=tuple(_rename_entity(entity, new) for entity in annotation.entities),
        propositions=tuple(_rename_proposition(said, new) for said in annotation.propositions),
        claims=tuple(_rename_claim(claim, new) for claim in annotation.claims),
    )


def _rename(iri: str | None, new: Mapping[str, str]) -> str | None:
    return new.get(iri, iri) if iri is not None else None


def _rename_mention(mention: Mention, new: Mapping[str, str]) -> Mention:
    return replace(mention, entity=new.get(mention.entity, mention.entity))


def _rename_entity(entity: Entity, new: Mapping[str, str]) -> Entity:
    broader = tuple(new.get(iri, iri) for iri in entity.broader)
    return replace(entity, id=new.get(entity.id, entity.id), broader=broader)


def _rename_argument(argument: Argument, new: Mapping[str, str]) -> Argument:
    return replace(argument, entity=_rename(argument.entity, new))


def _rename_proposition(said: Proposition, new: Mapping[str, str]) -> Proposition:
    return replace(
        said,
        subject=_rename_argument(said.subject, new),
        arguments=tuple(_rename_argument(argument, new) for argument in said.arguments),
        attributed_to=_rename(said.attributed_to, new),
    )


def _rename_claim(claim: Claim, new: Mapping[str, str]) -> Claim:
    return replace(
        claim,
        subject=new.get(claim.subject, claim.subject),
        object=_rename(claim.object, new),
        attributed_to=_rename(claim.attributed_to, new),
    )
