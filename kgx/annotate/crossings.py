"""Appositions that a parser hangs on a noun across the verb, put where they stand.

In "money was poured into roads, the repair of churches and the harbour" the list after the first
comma belongs to the roads and is no name of the money.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.tree import move

if TYPE_CHECKING:
    from kgx.annotate.parse import Parse

_OBJECTS = ("pobj", "dobj", "attr", "conj")


def uncross_appositions(parse: Parse) -> None:
    """Coordinate a list with the noun before it, in place; loosen what is no list."""
    for token in range(len(parse)):
        noun = parse.head[token]
        if parse.dep[token] != "appos" or not noun < parse.head[noun] < token:
            continue
        parse.dep[token] = "dep"
        near = _noun_before(parse, token)
        if near is not None and _opens_list(parse, token):
            move(parse, token, near)
            parse.dep[token] = "conj"


def _opens_list(parse: Parse, token: int) -> bool:
    """True if "and" or a comma adds more of the kind."""
    return any(parse.dep[c] == "conj" for c in parse.children[token])


def _noun_before(parse: Parse, token: int) -> int | None:
    """The object that ends at the comma before a phrase."""
    first = min([token, *parse.children[token]])
    near = first - 2
    if first < 2 or parse.text[first - 1] != ",":
        return None
    while parse.dep[near] not in _OBJECTS and parse.head[near] != near:
        near = parse.head[near]
    return near if parse.dep[near] in _OBJECTS and near < token else None
