"""Mentions for displaCy."""

from __future__ import annotations

from kgx.types import Annotation, Entity, Mention
from kgx.view.colours import COLOURS
from kgx.view.spans import mark_mentions

TEXT = "Rize Tea of Rize"
TEA, RIZE = Entity("tea", "Rize Tea", "organization"), Entity("rize", "Rize", "place")


def mark(*mentions: Mention) -> list[tuple[str, str]]:
    found = mark_mentions(Annotation("note", mentions=mentions, entities=(TEA, RIZE)), TEXT)
    return [(TEXT[span["start"] : span["end"]], span["label"]) for span in found["ents"]]


def test_mentions_are_labelled_with_the_types_of_entities_in_order() -> None:
    mentions = Mention(12, 16, "rize"), Mention(0, 8, "tea")
    assert mark(*mentions) == [("Rize Tea", "organization"), ("Rize", "place")]


def test_of_nested_mentions_the_outermost_is_marked() -> None:
    assert mark(Mention(0, 4, "rize"), Mention(0, 8, "tea")) == [("Rize Tea", "organization")]


def test_every_type_has_a_colour_of_its_own() -> None:
    assert len({*COLOURS.values()}) == len(COLOURS)
