"""Names to nodes, and paths between them."""

from __future__ import annotations

from typing import Any

import pytest
from graph_samples import CHILE, HOLM, NORVIK, NX40, make_annotations

from kgx.errors import QueryError
from kgx.graph import build_graph, find_entity, find_path
from kgx.graph.build import Graph
from kgx.types import (
    Annotation,
    Argument,
    Claim,
    Entity,
    EntityType,
    Mention,
    Proposition,
    Relation,
)

BASE = "https://example.org/kg/"


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build_graph(make_annotations())


@pytest.mark.parametrize(
    ("name", "iri"),
    [
        ("Norvik Yards", NORVIK),
        (NORVIK, NORVIK),
        ("Norvik", NORVIK),
        ("norvik yards", NORVIK),
        ("HOLM", HOLM),
        ("nx 40", NX40),
        ("norvik-yards", NORVIK),
        ("Jordan", BASE + "jordan"),
        ("jordan-28f7e349", BASE + "jordan-28f7e349"),
    ],
)
def test_find_entity(graph: Graph, name: str, iri: str) -> None:
    assert find_entity(graph, name) == iri


def test_an_unknown_name_is_told_the_nearest(graph: Graph) -> None:
    with pytest.raises(QueryError, match=r"no entity named 'Norvik Jards'; nearest: Norvik Yards"):
        find_entity(graph, "Norvik Jards")


def test_a_name_like_none_has_no_nearest(graph: Graph) -> None:
    with pytest.raises(QueryError, match=r"^no entity named 'zzzzzzzz' in this graph$"):
        find_entity(graph, "zzzzzzzz")


def test_a_literal_is_no_entity(graph: Graph) -> None:
    with pytest.raises(QueryError):
        find_entity(graph, "420")


def test_a_path_goes_over_statements_either_way(graph: Graph) -> None:
    (steps,) = find_path(graph, "Chile", "Ida Holm")
    assert [(step.start, step.end, step.forward) for step in steps] == [
        (CHILE, NORVIK, False),
        (NORVIK, HOLM, False),
    ]
    assert all(step.evidence and step.asserted for step in steps)


def test_a_path_turned_round_is_the_same_path(graph: Graph) -> None:
    (there,), (back,) = find_path(graph, "Holm", "Chile"), find_path(graph, "Chile", "Holm")
    assert [step.turned() for step in reversed(back)] == there


def test_several_paths_differ_and_the_first_is_the_best(graph: Graph) -> None:
    paths = find_path(graph, "Norvik Yards", "Chile", limit=5)
    assert [len(path) for path in paths] == sorted(len(path) for path in paths)
    assert len({tuple(step.end for step in path) for path in paths}) == len(paths) > 1


@pytest.mark.parametrize(
    ("start", "end", "message"),
    [
        ("Norvik", "Norvik Yards", "are one entity"),
        ("Norvik", "ship", "no path of at most 6 steps between 'Norvik' and 'ship'"),
        ("Norvik", "Nirgends", "no entity named 'Nirgends'"),
    ],
)
def test_no_path(graph: Graph, start: str, end: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        find_path(graph, start, end)


def test_too_long_a_path_is_none(graph: Graph) -> None:
    with pytest.raises(QueryError, match="at most 1 steps"):
        find_path(graph, "Chile", "Holm", longest=1)


def make_graph(
    *claims: tuple[str, str, dict[str, Any]], predicate: str = "p", **kinds: EntityType
) -> Graph:
    """A graph of claims ``(subject, object, standing)`` between one-letter entities."""
    names = sorted({name for s, o, _ in claims for name in (s, o)})
    entities = tuple(Entity(BASE + n, n, kinds.get(n, "organization")) for n in names)
    made = tuple(
        Claim(
            f"{BASE}claim/{i}",
            None,
            BASE + s,
            more.pop("predicate", predicate),
            (),
            BASE + o,
            None,
            None,
            0,
            1,
            *"qxy",
            **more,
        )
        for i, (s, o, more) in enumerate(claims)
    )
    return build_graph([Annotation("d", entities=entities, claims=made)])


def ends_of(graph: Graph, start: str = "a", end: str = "z") -> str:
    (steps,) = find_path(graph, start, end)
    return "".join(step.end.removeprefix(BASE) for step in steps)


def test_asserted_statements_come_before_denied_ones() -> None:
    denied = {"polarity": "negative"}
    graph = make_graph(("a", "b", denied), ("b", "z", {}), ("a", "c", {}), ("c", "z", {}))
    assert ends_of(graph) == "cz"


def test_two_sure_steps_come_before_one_denied() -> None:
    graph = make_graph(("a", "z", {"polarity": "negative"}), ("a", "c", {}), ("c", "z", {}))
    assert ends_of(graph) == "cz"


def test_confident_statements_come_first() -> None:
    graph = make_graph(
        ("a", "b", {"confidence": 0.2}), ("b", "z", {}), ("a", "c", {}), ("c", "z", {})
    )
    assert ends_of(graph) == "cz"


def test_hubs_are_avoided() -> None:
    crowd = [("b", name, {}) for name in "defghijklmnop"]
    graph = make_graph(("a", "b", {}), ("b", "z", {}), ("a", "c", {}), ("c", "z", {}), *crowd)
    assert ends_of(graph) == "cz"


def test_concepts_are_avoided() -> None:
    links: list[tuple[str, str, dict[str, Any]]] = [
        (*pair, {}) for pair in ("ab", "bz", "ac", "cz")
    ]
    assert ends_of(make_graph(*links, b="concept")) == "cz"


INSTANCE: dict[str, Any] = {"predicate": "https://w3id.org/kgx-extract/instanceOf"}


def test_a_path_over_a_mere_class_is_not_shown_beside_others() -> None:
    graph = make_graph(
        ("a", "z", {}), ("a", "c", dict(INSTANCE)), ("z", "c", dict(INSTANCE)), c="concept"
    )
    assert [len(path) for path in find_path(graph, "a", "z", limit=3)] == [1]


def test_a_shared_class_is_shown_where_nothing_else_links_two() -> None:
    graph = make_graph(("a", "c", dict(INSTANCE)), ("z", "c", dict(INSTANCE)), c="concept")
    assert ends_of(graph) == "cz"


def test_what_is_done_to_a_class_is_no_mere_likeness() -> None:
    graph = make_graph(("a", "c", dict(INSTANCE)), ("z", "c", {}), c="concept")
    assert ends_of(graph) == "cz"


def test_two_that_meet_only_in_one_event_are_linked_by_it() -> None:
    names = ("a", "b", "c", "d")
    entities = tuple(Entity(BASE + name, name, "place") for name in names)
    said = Proposition(
        "p",
        Argument("a", 0, 1, "subject", BASE + "a"),
        Relation("sent", 2, 6, "send"),
        (
            Argument("b", 7, 8, "object", BASE + "b"),
            Argument("c", 9, 10, "target", BASE + "c"),
            Argument("d", 11, 12, "place", BASE + "d"),
        ),
        0,
        12,
    )
    claim = Claim(
        BASE + "claim/1", "p", BASE + "a", "send", (), BASE + "b", None, None, 0, 8, *"qxy"
    )
    found = Annotation(
        "d",
        mentions=(Mention(0, 1, BASE + "a"),),
        entities=entities,
        propositions=(said,),
        claims=(claim,),
    )
    every = find_path(build_graph([found]), "b", "c", limit=9)
    assert [[step.event is None for step in path] for path in every] == [[False], [True, False]]
    ((step,),) = every[:1]
    assert step.predicate is None
    assert step.event is not None
    assert [item.claim for item in step.evidence] == [claim]
