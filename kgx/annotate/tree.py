"""Changes to the tree of a parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgx.annotate.parse import Parse


def move(parse: Parse, token: int, head: int) -> None:
    """Hang a token on another head; on itself it is a root."""
    if parse.head[token] != token:
        parse.children[parse.head[token]].remove(token)
    parse.head[token] = head
    if head != token:
        parse.children[head].append(token)
        parse.children[head].sort()
