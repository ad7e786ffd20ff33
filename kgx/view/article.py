"""A text with its mentions in colour, for a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from kgx.query.table import one_line
from kgx.types import Annotation, Entity, EntityType, Mention
from kgx.view.colours import COLOURS
from kgx.view.spans import number_entities

_DIGITS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")


def show_article(annotation: Annotation, text: str, *, concepts: bool = True) -> RenderableType:
    """A text, each mention in brackets, coloured by the type of its entity and followed by the
    entity's number; below it the entities by number.

    Args:
        annotation: What was found in the text.
        text: The text that it was found in.
        concepts: Whether classes of things are marked, too.
    """
    kept = [entity for entity in annotation.entities if concepts or entity.type != "concept"]
    entities = {entity.id: entity for entity in kept}
    mentions = [mention for mention in annotation.mentions if mention.entity in entities]
    numbers = number_entities(mentions)
    shown = Text()
    for start, end, around, closing in _cut(mentions, len(text)):
        opening = "[" * sum(mention.start == start for mention in around)
        style = _style(entities[around[-1].entity].type) if around else ""
        shown.append(opening + _clean(text[start:end]), style)
        for mention in closing:
            number = str(numbers[mention.entity]).translate(_DIGITS)
            shown.append(f"]{number}", _style(entities[mention.entity].type))
    return Group(shown, Text(), _list_entities(entities, mentions, numbers))


def _style(type_: EntityType) -> str:
    return f"black on {COLOURS[type_]}"


def _clean(text: str) -> str:
    """The text without control characters, which steer terminals; line breaks stay."""
    return "\n".join(map(one_line, text.replace("\r\n", "\n").split("\n")))


def _cut(
    mentions: list[Mention], length: int
) -> Iterator[tuple[int, int, list[Mention], list[Mention]]]:
    """Pieces of the text between bounds of mentions: start, end, the mentions around each, the
    innermost last, and those that close after it, the innermost first."""
    ordered = sorted(mentions, key=lambda m: (m.start, -m.end, m.entity))
    bounds = sorted({0, length, *(edge for m in mentions for edge in (m.start, m.end))})
    open_: list[Mention] = []
    waiting = iter(ordered)
    following = next(waiting, None)
    for start, end in pairwise(bounds):
        while following is not None and following.start <= start:
            open_.append(following)
            following = next(waiting, None)
        around = [m for m in open_ if m.end > start]
        closing = [m for m in reversed(around) if m.end == end]
        yield start, end, around, closing
        open_ = [m for m in around if m.end > end]


def _list_entities(
    entities: dict[str, Entity], mentions: list[Mention], numbers: dict[str, int]
) -> RenderableType:
    table = Table(box=None, show_header=False, pad_edge=False)
    for justify in ("right", "left", "left", "right", "left"):
        table.add_column(justify=justify)
    for iri, number in numbers.items():
        entity = entities[iri]
        count = sum(mention.entity == iri for mention in mentions)
        same = next(iter(entity.same_as), "")
        name = Text(one_line(entity.label), style=_style(entity.type))
        table.add_row(str(number), name, entity.type, f"{count}×", Text(same, style="dim"))
    return table
