"""Entities of many documents."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import pytest

from kgx.graph.merge import apply_merges, merge_table
from kgx.types import Annotation, Entity, EntityType, Mention

IRI = "https://example.org/kg/x"


def document(
    id_: str, label: str, type_: EntityType, mentions: int, iri: str = IRI, **more: Any
) -> Annotation:
    """A document that mentions one entity so many times."""
    spans = tuple(Mention(i, i + 1, iri) for i in range(mentions))
    return Annotation(id_, mentions=spans, entities=(Entity(iri, label, type_, **more),))


@pytest.mark.parametrize(
    ("label", "counts", "expected"),
    [
        ("Lake Orn", {"place": 3, "organization": 1}, {IRI: "place"}),
        ("Lake Orn", {"place": 1, "organization": 3}, {IRI: "organization"}),
        ("Lake Orn", {"place": 2, "organization": 2}, {IRI: "organization"}),
        ("Orn", {"place": 3, "person": 1}, {IRI: "place", IRI + "-person": "person"}),
        ("Orn", {"place": 1, "person": 3}, {IRI: "person", IRI + "-place": "place"}),
        ("Orn", {"place": 2, "person": 2}, {IRI: "person", IRI + "-place": "place"}),
        ("Orn", {"other": 9, "person": 1}, {IRI: "person"}),
        ("Lake Orn", {"other": 9, "person": 1}, {IRI: "person"}),
        (
            "Orn",
            {"place": 3, "person": 2, "work": 1},
            {IRI: "place", IRI + "-person": "person", IRI + "-work": "work"},
        ),
    ],
)
def test_types_that_disagree(
    label: str, counts: dict[EntityType, int], expected: dict[str, str]
) -> None:
    found = [document(f"d-{type_}", label, type_, n) for type_, n in counts.items()]
    for order in permutations(found):
        merges = merge_table(order)
        assert {iri: entity.type for iri, entity in merges.entities.items()} == expected


def test_mentions_go_where_their_entity_goes() -> None:
    merges = merge_table([document("a", "Orn", "place", 3), document("b", "Orn", "person", 2)])
    assert merges.mentions == {IRI: 3, IRI + "-person": 2}


def test_a_name_linked_to_the_same_thing_is_not_split() -> None:
    wd = ("http://www.wikidata.org/entity/Q1",)
    found = [
        document("a", "Orn", "place", 3, same_as=wd),
        document("b", "Orn", "work", 1, same_as=wd),
    ]
    assert list(merge_table(found).entities) == [IRI]


def test_a_split_never_takes_an_iri_in_use() -> None:
    found = [
        document("a", "Orn", "place", 3),
        document("b", "Orn", "person", 1),
        document("c", "Orn Person", "organization", 1, IRI + "-person"),
    ]
    entities = merge_table(found).entities
    assert entities[IRI + "-person"].type == "organization"
    assert entities[IRI + "-person-person"].type == "person"


def test_the_most_frequent_label_wins_and_the_others_are_aliases() -> None:
    found = [
        document("a", "Orn Bank", "organization", 1, aliases=("OB",)),
        document("b", "ORN Bank", "organization", 2, aliases=("Orn Bank", "the bank")),
    ]
    entity = merge_table(found).entities[IRI]
    assert entity.label == "ORN Bank"
    assert entity.aliases == ("OB", "Orn Bank", "the bank")


def test_classes_keep_the_order_of_the_document_that_says_most() -> None:
    found = [
        document("a", "Orn Bank", "organization", 1, types=("z:Bank", "a:Organization")),
        document("b", "Orn Bank", "organization", 2, types=("z:Fund", "a:Organization")),
    ]
    assert merge_table(found).entities[IRI].types == ("z:Fund", "a:Organization", "z:Bank")


def test_apply_merges_renames_everywhere() -> None:
    from graph_samples import JORDAN, make_annotations

    found = make_annotations()
    merges = merge_table(found)
    harbour, orders, visit = (apply_merges(item, merges) for item in found)
    assert harbour is found[0]
    assert visit is found[2]
    new = JORDAN + "-person"
    assert orders.mentions[-1].entity == new
    assert orders.entities[-1].id == new
    assert orders.claims[2].subject == new
    assert orders.claims[2].id == found[1].claims[2].id
