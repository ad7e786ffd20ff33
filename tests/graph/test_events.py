"""N-ary facts."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kgx.annotations import keep_sure
from kgx.graph.events import find_events
from kgx.graph.records import Participant, Source
from kgx.types import (
    Annotation,
    Argument,
    Claim,
    Entity,
    EntityType,
    Proposition,
    Relation,
    Time,
)

XSD = "http://www.w3.org/2001/XMLSchema#"
SOURCE = Source("d", "https://example.org/kg/document/d")


def events_of(
    subject: Argument, *arguments: Argument, times: tuple[Time, ...] = (), **more: Any
) -> list[Any]:
    said = Proposition("p", subject, Relation("did", 0, 3, "do"), arguments, 0, 50, **more)
    claim = Claim("c", "p", "a", "b", (), "o", None, None, 0, 1, "x", "", "")
    found = Annotation("d", propositions=(said,), claims=(claim,), times=times)
    return list(find_events(found, SOURCE, "https://example.org/kg/").values())


def part(role: Any, entity: str | None = None, start: int = 0, end: int = 5) -> Argument:
    return Argument("words", start, end, role, entity)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([part("subject", "a"), part("object", "b")], None),
        ([part("subject", "a"), part("object", "b"), part("manner")], None),
        ([part("subject", "a"), part("object", "b"), part("time", "c")], None),
        (
            [part("subject", "a"), part("object", "b"), part("indirect object", "c")],
            {("agent", "a"), ("theme", "b"), ("recipient", "c")},
        ),
        (
            [part("subject", "a"), part("agent", "b"), part("place", "c")],
            {("theme", "a"), ("agent", "b"), ("place", "c")},
        ),
        (
            [part("object", "a"), part("place", "b"), part("source", "c")],
            {("theme", "a"), ("place", "b"), ("source", "c")},
        ),
        ([part("subject", "a"), part("object", "a"), part("target", "a")], None),
        (
            [part("subject"), part("object", "a"), part("target", "b"), part("topic", "c")],
            {("theme", "a"), ("target", "b"), ("topic", "c")},
        ),
        (
            [part("subject", "a"), part("object", "b"), part("amount")],
            {("agent", "a"), ("theme", "b"), ("amount", "words")},
        ),
    ],
)
def test_participants(parts: list[Argument], expected: set[tuple[str, str]] | None) -> None:
    events = events_of(*parts)
    found = [{(p.role, p.entity or p.value) for p in event.participants} for event in events]
    assert found == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("lemma", "kind", "role"),
    [
        ("export", "place", "theme"),
        ("export to", "place", "target"),
        ("buy from", "organization", "source"),
        ("settle in", "place", "place"),
        ("invest in", "organization", "theme"),
        ("in", "place", "theme"),
        ("work on", "product", "theme"),
    ],
)
def test_the_object_of_a_preposition(lemma: str, kind: EntityType, role: str) -> None:
    said = Proposition(
        "p",
        part("subject", "a"),
        Relation(lemma, 0, 3, lemma),
        (part("object", "b"), part("topic", "c")),
        0,
        50,
    )
    claim = Claim("c", "p", "a", "b", (), "o", None, None, 0, 1, "x", "", "")
    entities = (Entity("b", "B", kind),)
    found = Annotation("d", propositions=(said,), claims=(claim,), entities=entities)
    (event,) = find_events(found, SOURCE, "").values()
    assert [p.role for p in event.participants if p.entity == "b"] == [role]


def test_a_time_argument_takes_the_resolved_value() -> None:
    times = (Time(12, 16, "2012"), Time(30, 34, "1999"), Time(13, 14, ""))
    when = part("time", None, 10, 20)
    (event,) = events_of(part("subject", "a"), part("object", "b"), when, times=times)
    assert Participant("time", "", "2012", XSD + "gYear") in event.participants


def test_the_time_of_the_proposition_stands_in() -> None:
    (event,) = events_of(part("subject", "a"), part("object", "b"), time="2012-04")
    assert event.participants[-1] == Participant("time", "", "2012-04", XSD + "gYearMonth")


def test_an_event_has_the_standing_of_its_proposition() -> None:
    parts = [part("subject", "a"), part("object", "b"), part("place", "c")]
    (event,) = events_of(
        *parts, polarity="negative", modality="planned", attributed_to="s", confidence=0.4
    )
    assert (event.polarity, event.modality, event.attributed_to) == ("negative", "planned", "s")
    assert (event.label, event.start, event.end, event.confidence) == ("do", 0, 50, 0.4)


def test_a_proposition_without_a_claim_is_no_event() -> None:
    said = Proposition(
        "p",
        part("subject", "a"),
        Relation("did", 0, 3, "do"),
        (part("object", "b"), part("place", "c")),
        0,
        50,
    )
    assert find_events(Annotation("d", propositions=(said,)), SOURCE, "") == {}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([part("subject", "a")], {("agent", "a")}),
        ([part("object", "a"), part("cause")], {("theme", "a")}),
        ([part("subject"), part("object", "b")], {("agent", "words"), ("theme", "b")}),
        ([part("subject", "a"), part("indirect object")], {("agent", "a"), ("recipient", "words")}),
        ([part("subject"), part("object")], None),
    ],
)
def test_a_happening_needs_no_claim_but_an_entity(
    parts: list[Argument], expected: set[tuple[str, str]] | None
) -> None:
    said = Proposition("p", parts[0], Relation("did", 0, 3, "do"), tuple(parts[1:]), 0, 9)
    happening = Annotation("d", propositions=(replace(said, event="p"),))
    events = find_events(happening, SOURCE, "").values()
    found = [{(p.role, p.entity or p.value) for p in event.participants} for event in events]
    assert found == ([] if expected is None else [expected])


def test_unsure_happenings_make_no_event() -> None:
    said = Proposition("p", part("subject", "a"), Relation("left", 0, 3, "leave"), (), 0, 9)
    told = Annotation("d", propositions=(replace(said, event="p", confidence=0.4),))
    assert find_events(keep_sure(told, 0.4), SOURCE, "")
    assert not find_events(keep_sure(told, 0.5), SOURCE, "")
