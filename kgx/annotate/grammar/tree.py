"""Changes to the tree of a parse."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from kgx.records import quick

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse


@quick
@dataclass(frozen=True, slots=True)
class Move:
    """A token that is to hang on another head, under a label of its own if ``dep`` is empty."""

    token: int
    head: int
    dep: str = ""


def is_below(parse: Parse, token: int, above: int) -> bool:
    """True if a token hangs on another, directly or through others, or is it."""
    while token != above and parse.head[token] != token:
        token = parse.head[token]
    return token == above


def move(parse: Parse, token: int, head: int, dep: str = "") -> None:
    """Hang a token on another head, in place, under a label if one is given; on itself it is a
    root. It stays what and where it is if the other is below it: a tree has no cycles."""
    if head != token and is_below(parse, head, token):
        return
    if parse.head[token] != token:
        parse.children[parse.head[token]].remove(token)
    parse.head[token] = head
    parse.dep[token] = dep or parse.dep[token]
    if head != token:
        parse.children[head].append(token)
        parse.children[head].sort()


def root_of(parse: Parse, token: int) -> int:
    """The root that a token hangs on, directly or through others, or is."""
    while parse.head[token] != token:
        token = parse.head[token]
    return token


def first_conjunct(parse: Parse, token: int) -> int:
    """The first of the conjuncts that a token is one of; itself where it is joined to none."""
    while parse.dep[token] == "conj" and parse.head[token] != token:
        token = parse.head[token]
    return token


def opens_at(parse: Parse, token: int) -> int:
    """The first of a token and the words right below it."""
    return min([token, *parse.children[token][:1]])


def first_below(parse: Parse, token: int) -> int:
    """The first token of a phrase, along its first words."""
    while parse.children[token] and parse.children[token][0] < token:
        token = parse.children[token][0]
    return token


def last_below(parse: Parse, token: int) -> int:
    """The last token of a phrase, along its last words."""
    while parse.children[token] and parse.children[token][-1] > token:
        token = parse.children[token][-1]
    return token


def last_word(parse: Parse, token: int) -> int:
    """The last token of the sentence of a token, without the space after it."""
    last = parse.sent_end[token] - 1
    while last > token and parse.text[last].isspace():
        last -= 1
    return last


def head_of(parse: Parse, start: int, end: int) -> int:
    """The token of ``[start, end)`` that hangs on a token outside or is a root; the last such."""
    head = parse.head
    for token in range(end - 1, start - 1, -1):
        if not start <= head[token] < end or head[token] == token:
            return token
    return end - 1
