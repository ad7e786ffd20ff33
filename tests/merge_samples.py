"""Documents, entities and claims that tests of merging are made of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations
from typing import Any

from kgx.graph.merge import Merges, merge_table
from kgx.iris import BASE, claim_iri, entity_iri
from kgx.types import Annotation, Claim, Entity, EntityType, Mention
from kgx.vocab import VOCABULARY

IRI = BASE + "x"


WD = "http://www.wikidata.org/entity/"


CITY = ("https://schema.org/City",)


def document(
    id_: str, label: str, type_: EntityType, mentions: int, iri: str = IRI, **more: Any
) -> Annotation:
    """A document that mentions one entity so many times."""
    spans = tuple(Mention(i, i + 1, iri) for i in range(mentions))
    return Annotation(id_, mentions=spans, entities=(Entity(iri, label, type_, **more),))


def person(label: str, **more: Any) -> Entity:
    return Entity(entity_iri(label, "person"), label, "person", **more)


def body(label: str, **more: Any) -> Entity:
    return Entity(entity_iri(label, "organization"), label, "organization", **more)


def place(label: str, **more: Any) -> Entity:
    return Entity(entity_iri(label, "place"), label, "place", **more)


def story(id_: str, *entities: Entity, claims: Sequence[Claim] = ()) -> Annotation:
    """A document that mentions each of these by name once."""
    spans = tuple(Mention(i, i + 1, entity.id) for i, entity in enumerate(entities))
    return Annotation(id_, mentions=spans, entities=entities, claims=tuple(claims))


def claim(document_: str, subject: Entity, predicate: str, object_: Entity | str) -> Claim:
    is_entity = isinstance(object_, Entity)
    return Claim(
        id=claim_iri(document_, subject.id, predicate, str(object_)),
        proposition=None,
        subject=subject.id,
        predicate=VOCABULARY + predicate,
        predicates=(),
        object=object_.id if isinstance(object_, Entity) else None,
        value=None if is_entity else str(object_),
        datatype=None,
        start=0,
        end=1,
        quote="x",
        prefix="",
        suffix="",
    )


def merge(*found: Annotation, **options: Any) -> Merges:
    """The table, the same in whatever order the documents come."""
    tables = [merge_table(order, **options) for order in permutations(found)]
    assert all(table == tables[0] for table in tables)
    return tables[0]


def kinds(merges: Merges) -> dict[str, str]:
    return {iri: entity.type for iri, entity in merges.entities.items()}
