"""All that names show of where words hang, one repair after another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kgx.annotate.grammar.bearers import (
    attach_appositions,
    attach_doubled,
    attach_fronted,
    attach_listed,
    attach_titles,
)
from kgx.annotate.grammar.binding import bind_names
from kgx.annotate.grammar.parse import Parse, spread
from kgx.annotate.grammar.relatives import (
    attach_events,
    attach_led,
    attach_made,
    attach_relatives,
    attach_themes,
    attach_where,
    attach_who,
)
from kgx.annotate.grammar.tree import Move, move, root_of
from kgx.annotate.grammar.within import attach_where_within, attach_within

_REPAIRS: tuple[Callable[[Parse, Sequence[tuple[int, int, str]]], Iterator[Move]], ...] = (
    attach_appositions,
    attach_titles,
    attach_doubled,
    attach_fronted,
    attach_listed,
    attach_themes,
    attach_relatives,
    attach_made,
    attach_where,
    attach_within,
    attach_where_within,
    attach_who,
    attach_led,
    attach_events,
    bind_names,
)
"""What each reads is changed by those before it; the last leaves names whole."""


def attach_names(parse: Parse, names: Sequence[tuple[int, int, str]]) -> None:
    """Hang names, and what is told of them or around them, where they belong, in place.

    Args:
        names: Spans and labels, numbers and times among them, in order and without overlap.
    """
    for repair in _REPAIRS:
        moved: list[int] = []
        for one in repair(parse, names):
            moved += (one.token, parse.head[one.token])
            move(parse, one.token, one.head, one.dep)
        if moved:
            spread(parse, dict.fromkeys(root_of(parse, token) for token in moved))
