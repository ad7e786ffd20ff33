"""Entities of many documents: which are one, why, and what they are called."""

from __future__ import annotations

import pytest
from merge_samples import CITY, IRI, WD, body, claim, document, kinds, merge, person, place, story

from kgx.graph.merge import Merge, apply_merges, merge_table
from kgx.graph.naming import own_iri
from kgx.iris import BASE
from kgx.types import Annotation, Entity, EntityType, Mention


@pytest.mark.parametrize(
    ("label", "counts", "expected"),
    [
        ("Lake Orn", {"place": 3, "organization": 1}, {IRI: "place"}),
        ("Lake Orn", {"place": 1, "organization": 3}, {IRI: "organization"}),
        ("Lake Orn", {"place": 2, "organization": 2}, {IRI: "organization"}),
        ("Lake Orn", {"other": 9, "person": 1}, {IRI: "person"}),
        ("Lake Orn", {"place": 3, "person": 2}, {IRI: "place", IRI + "-person": "person"}),
        ("Orn", {"place": 3, "work": 1}, {IRI: "place", IRI + "-work": "work"}),
        ("Orn", {"place": 2, "work": 2}, {IRI: "place", IRI + "-work": "work"}),
        ("Orn", {"place": 1, "work": 3}, {IRI: "work", IRI + "-place": "place"}),
        ("Orn", {"other": 9, "work": 1}, {IRI: "work"}),
        (
            "Orn",
            {"place": 3, "organization": 2, "work": 1},
            {IRI: "place", IRI + "-organization": "organization", IRI + "-work": "work"},
        ),
        (
            "Orn",
            {"place": 3, "person": 1},
            {IRI: "place", own_iri(IRI, "person", "d-person"): "person"},
        ),
    ],
)
def test_types_that_disagree(
    label: str, counts: dict[EntityType, int], expected: dict[str, str]
) -> None:
    found = [document(f"d-{type_}", label, type_, n) for type_, n in counts.items()]
    assert kinds(merge(*found)) == expected


def test_mentions_go_where_their_entity_goes() -> None:
    merges = merge(document("a", "Orn", "place", 3), document("b", "Orn", "work", 2))
    assert merges.mentions == {IRI: 3, IRI + "-work": 2}


def test_what_has_an_identifier_is_named_though_no_document_names_it() -> None:
    told = [
        Annotation(
            id_,
            mentions=(Mention(0, 1, IRI, "nominal"),),
            entities=(Entity(IRI, "Norway", "place", same_as=(WD + "Q20",)),),
        )
        for id_ in ("a", "b")
    ]
    assert [m.reason for m in merge(*told).merges] == ["identifier"]


def test_a_split_never_takes_an_iri_in_use() -> None:
    entities = merge(
        document("a", "Orn", "place", 3),
        document("b", "Orn", "work", 1),
        document("c", "Orn Work", "organization", 1, IRI + "-work"),
    ).entities
    assert entities[IRI + "-work"].type == "organization"
    assert entities[IRI + "-work-work"].type == "work"


def test_the_most_frequent_label_wins_and_the_others_are_aliases() -> None:
    entity = merge(
        document("a", "Orn Bank", "organization", 1, aliases=("OB",)),
        document("b", "ORN Bank", "organization", 2, aliases=("Orn Bank", "the bank")),
    ).entities[IRI]
    assert entity.label == "ORN Bank"
    assert entity.aliases == ("OB", "Orn Bank", "the bank")


def test_classes_keep_the_order_of_the_document_that_says_most() -> None:
    merges = merge(
        document("a", "Orn Bank", "organization", 1, types=("z:Bank", "a:Organization")),
        document("b", "Orn Bank", "organization", 2, types=("z:Fund", "a:Organization")),
    )
    assert merges.entities[IRI].types == ("z:Fund", "a:Organization", "z:Bank")


def test_apply_merges_renames_everywhere() -> None:
    from graph_samples import JORDAN_PERSON, make_annotations

    found = make_annotations()
    merges = merge_table(found)
    harbour, orders, visit = (apply_merges(item, merges) for item in found)
    assert harbour is found[0]
    assert visit is found[2]
    assert orders.mentions[-1].entity == JORDAN_PERSON
    assert orders.entities[-1].id == JORDAN_PERSON
    assert orders.claims[2].subject == JORDAN_PERSON
    assert orders.claims[2].id == found[1].claims[2].id


# by name


@pytest.mark.parametrize(
    ("entity", "one"),
    [
        (person("Ida Holm"), True),
        (person("Holm"), False),
        (person("Ms. Holm"), False),
        (person("I. Holm"), False),
        (person("John Smith"), False),
        (person("John Tolliver Smith"), True),
        (body("Norvik"), True),
        (body("Supreme Court"), False),
        (body("Congress"), False),
        (body("Supreme Court of Chile"), True),
        (body("Norvik Yards"), True),
        (place("Nowhereville"), True),
        (place("Springfield", types=CITY), False),
        (Entity(IRI, "NX-40", "product"), True),
        (Entity(BASE + "concept/ferry", "ferry", "concept"), True),
    ],
    ids=lambda value: value.label if isinstance(value, Entity) else "",
)
def test_a_name_alone(entity: Entity, one: bool) -> None:
    assert len(merge(story("a", entity), story("b", entity)).entities) == (1 if one else 2)


def test_what_has_no_name_is_never_another_documents() -> None:
    iri = BASE + "firm-1f2e3d"
    unnamed = Annotation(
        "a", mentions=(Mention(0, 1, iri, "nominal"),), entities=(Entity(iri, "firm", "person"),)
    )
    assert len(merge(unnamed, story("b", person("firm"))).entities) == 2


def test_what_tells_people_apart_is_in_their_iris() -> None:
    holm = person("Holm")
    merges = merge(story("a", holm), story("b", holm))
    assert list(merges.entities) == sorted(own_iri(holm.id, "person", id_) for id_ in "ab")
    assert merges.own["a"] == {(holm.id, "person"): own_iri(holm.id, "person", "a")}


def test_a_company_and_the_town_it_is_named_after() -> None:
    merges = merge(story("a", body("Orn"), place("Lund")), story("b", place("Orn")))
    assert kinds(merges)[BASE + "orn"] == "organization"
    assert kinds(merges)[BASE + "orn-place"] == "place"


def test_a_type_at_the_end_of_an_iri_is_no_name() -> None:
    two = story("a", place("Orn"), Entity(BASE + "orn-work", "Orn", "work"))
    merges = merge(two, story("b", Entity(BASE + "orn", "Orn", "work")))
    assert merges.mentions == {BASE + "orn": 2, BASE + "orn-place": 1}


def test_a_short_name_of_two_things_is_neither() -> None:
    found = [
        story("a", body("Orn Bank", aliases=("Orn",))),
        story("b", body("Orn Steel", aliases=("Orn",))),
        story("c", body("Orn")),
        story("d", body("Orn")),
    ]
    assert len(merge(*found).entities) == 4


@pytest.mark.parametrize(("other", "count"), [("1950", 1), ("1971", 2)])
def test_years_of_birth_tell_people_apart(other: str, count: int) -> None:
    holm = person("Ida Holm")
    found = [
        story("a", holm, claims=[claim("a", holm, "birthDate", "1950-03-01")]),
        story("b", holm, claims=[claim("b", holm, "birthDate", other)]),
    ]
    assert len(merge(*found).entities) == count


# by identifier


def test_a_name_linked_to_the_same_thing_is_not_split() -> None:
    merges = merge(
        document("a", "Orn", "place", 3, same_as=(WD + "Q1",)),
        document("b", "Orn", "work", 1, same_as=(WD + "Q1",)),
    )
    assert list(merges.entities) == [IRI]


def test_two_names_of_one_thing() -> None:
    merges = merge(
        story("a", place("Turkey", same_as=(WD + "Q43",))),
        story("b", place("Türkiye", same_as=(WD + "Q43",))),
        story("c", place("Türkiye", same_as=(WD + "Q43",))),
    )
    assert list(merges.entities) == [BASE + "turkiye"]
    assert merges.names == {(BASE + "turkey", "place"): BASE + "turkiye"}
    reason = Merge(BASE + "turkiye", "identifier", WD + "Q43")
    assert merges.merges == {reason: ("a", "b", "c")}


def test_one_name_of_two_things() -> None:
    merges = merge(
        story("a", place("Georgia", same_as=(WD + "Q230",))),
        story("b", place("Georgia", same_as=(WD + "Q1428",))),
        story("c", place("Georgia", same_as=(WD + "Q230",))),
        story("d", place("Georgia")),
    )
    georgia = BASE + "georgia"
    assert {iri: e.same_as for iri, e in merges.entities.items()} == {
        georgia: (WD + "Q230",),
        georgia + "-q1428": (WD + "Q1428",),
        own_iri(georgia, "place", "d"): (),
    }
    assert (
        apply_merges(story("b", place("Georgia")), merges).mentions[0].entity == georgia + "-q1428"
    )


# by context


def test_what_else_two_documents_speak_of() -> None:
    holm, yard, other = person("Holm"), body("Norvik Yards"), person("Per Lund")
    merges = merge(
        story("a", holm, yard, other), story("b", holm, yard, other), story("c", holm, yard)
    )
    together = own_iri(holm.id, "person", "a")
    assert merges.mentions[together] == 2
    assert merges.merges[Merge(together, "context", "Norvik Yards; Per Lund")] == ("a", "b")
    assert own_iri(holm.id, "person", "c") in merges.entities


def test_a_short_name_joins_the_full_name() -> None:
    full, holm = person("Ida Holm"), person("Holm")
    yard, other = body("Norvik Yards"), person("Per Lund")
    merges = merge(story("a", full, yard, other), story("b", holm, yard, other))
    assert merges.names == {(holm.id, "person"): full.id}
    assert merges.entities[full.id].aliases == ("Holm",)


@pytest.mark.parametrize(
    ("full", "short", "one"),
    [("Orn Yard Workers", "OYW", True), ("Orn Yard Workers", "Orn", False)],
)
def test_an_acronym_joins_the_full_name(full: str, short: str, one: bool) -> None:
    yard, other = body("Norvik Yards"), person("Per Lund")
    merges = merge(
        story("a", body(full, aliases=(short,)), yard, other), story("b", body(short), yard, other)
    )
    assert len(merges.entities) == (3 if one else 4)


def test_what_claims_relate_both_to_counts_twice() -> None:
    holm, yard = person("Holm"), body("Norvik Yards")
    found = [story(i, holm, yard, claims=[claim(i, holm, "leads", yard)]) for i in "ab"]
    assert len(merge(*found).entities) == 2


def test_mr_and_mrs_are_two() -> None:
    around = [body("Norvik Yards"), person("Per Lund")]
    names = ("Mr Holm", "Holm", "Mrs Holm")
    found = [story(f"d{n}", person(name), *around) for n, name in enumerate(names)]
    assert len(merge(*found[:2]).entities) == 3
    assert len(merge(*found).entities) == 5


def test_places_and_peoples_are_no_context() -> None:
    holm, chile = person("Holm"), place("Chile", same_as=(WD + "Q298",))
    turks, orn = Entity(BASE + "turks", "Turks", "group"), place("Orn")
    found = [story(i, holm, chile, turks, orn) for i in "ab"]
    assert len(merge(*found).entities) == 5


def test_what_everybody_speaks_of_is_no_context() -> None:
    around = [body("Norvik Yards"), person("Per Lund")]
    found = [story(f"d{n}", *around) for n in range(8)]
    found += [story(i, person("Holm"), *around) for i in "ab"]
    assert len(merge_table(found).entities) == 4


def test_two_people_of_one_document_are_two() -> None:
    full, holm = person("Ida Holm"), person("Holm")
    yard, other = body("Norvik Yards"), person("Per Lund")
    merges = merge(story("a", full, holm, yard, other), story("b", full, yard, other))
    assert own_iri(holm.id, "person", "a") in merges.entities


def test_a_short_name_that_fits_two_people_fits_neither() -> None:
    one, two, holm = person("Ida Holm"), person("Per Holm"), person("Holm")
    yard, bank = body("Norvik Yards"), body("Orn Bank")
    found = [story("a", one, yard, bank), story("b", two, yard, bank), story("c", holm, yard, bank)]
    assert own_iri(holm.id, "person", "c") in merge(*found).entities


# apart, and by the user's word


def test_apart_nothing_is_merged_but_concepts() -> None:
    ferry = Entity(BASE + "concept/ferry", "ferry", "concept")
    holm, chile = person("Ida Holm"), place("Chile", same_as=(WD + "Q298",))
    merges = merge(story("a", holm, chile, ferry), story("b", holm, chile, ferry), apart=True)
    assert len(merges.entities) == 5
    assert merges.mentions[ferry.id] == 2
    assert merges.merges == {}
    assert own_iri(holm.id, "person", "a") in merges.entities


# names of people
