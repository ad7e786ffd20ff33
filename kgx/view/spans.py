"""Mentions in the form that spaCy's displaCy draws."""

from __future__ import annotations

from typing import TypedDict

from kgx.types import Annotation
from kgx.view.colours import COLOURS


class Span(TypedDict):
    """One coloured run of the text, ``[start, end)`` in code points."""

    start: int
    end: int
    label: str


class Spans(TypedDict):
    """A text with what to colour in it."""

    text: str
    ents: list[Span]
    title: str | None


def mark_mentions(annotation: Annotation, text: str) -> Spans:
    """The mentions of a text, labelled with the types of their entities.

    Of mentions within one another the outermost is taken, because displaCy draws no others.

    Args:
        annotation: What was found in the text.
        text: The text that it was found in.

    Returns:
        What ``displacy.render`` takes with ``style="ent", manual=True, options=DISPLACY``.
    """
    types = {entity.id: entity.type for entity in annotation.entities}
    marked: list[Span] = []
    for mention in sorted(annotation.mentions, key=lambda m: (m.start, -m.end)):
        if not marked or mention.start >= marked[-1]["end"]:
            marked.append(
                {"start": mention.start, "end": mention.end, "label": types[mention.entity]}
            )
    return {"text": text, "ents": marked, "title": annotation.title}


DISPLACY = {"colors": {**COLOURS, **{name.upper(): colour for name, colour in COLOURS.items()}}}
"""The colours as options of displaCy."""
