"""Mentions in the form that spaCy's displaCy draws."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypedDict

from kgx.types import Annotation, Mention
from kgx.view.colours import COLOURS


class Span(TypedDict):
    """One coloured run of the text, ``[start, end)`` in code points.

    ``kb_id`` is the number of the entity in the text and ``kb_url`` its IRI; displaCy shows the one
    as a link to the other.
    """

    start: int
    end: int
    label: str
    kb_id: str
    kb_url: str


class Spans(TypedDict):
    """A text with what to colour in it."""

    text: str
    ents: list[Span]
    title: str | None


def mark_mentions(annotation: Annotation, text: str) -> Spans:
    """The mentions of a text, labelled with the types and numbers of their entities.

    Of mentions within one another the outermost is taken, because displaCy draws no others.

    Args:
        annotation: What was found in the text.
        text: The text that it was found in.

    Returns:
        What ``displacy.render`` takes with ``style="ent", manual=True, options=DISPLACY``.
    """
    types = {entity.id: entity.type for entity in annotation.entities}
    numbers = number_entities(annotation.mentions)
    marked: list[Span] = []
    for mention in sorted(annotation.mentions, key=lambda m: (m.start, -m.end)):
        if not marked or mention.start >= marked[-1]["end"]:
            span: Span = {
                "start": mention.start,
                "end": mention.end,
                "label": types[mention.entity],
                "kb_id": str(numbers[mention.entity]),
                "kb_url": mention.entity,
            }
            marked.append(span)
    return {"text": text, "ents": marked, "title": annotation.title}


def number_entities(mentions: Iterable[Mention]) -> dict[str, int]:
    """A number from 1 for each entity, in the order in which a text first mentions them."""
    ordered = sorted(mentions, key=lambda m: (m.start, -m.end, m.entity))
    return {iri: n for n, iri in enumerate(dict.fromkeys(m.entity for m in ordered), 1)}


DISPLACY = {"colors": {**COLOURS, **{name.upper(): colour for name, colour in COLOURS.items()}}}
"""The colours as options of displaCy."""
