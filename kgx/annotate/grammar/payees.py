"""Who gets or pays the sum named right behind: "fined | Orbis | $2 million"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.tree import move
from kgx.annotate.words.quantity_words import currencies

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_NAMES = frozenset({"NNP", "NNPS"})


def free_payees(parse: Parse) -> None:
    """Hang a name between a verb and a sum on the verb, in place, where the parser makes the name
    a part of the sum or the sum a part of the name."""
    first = 1
    while first < len(parse):
        end = _end_of_sum(parse, first)
        if end > first:
            _free_payee(parse, first, end)
        first = max(end, first + 1)


def _end_of_sum(parse: Parse, first: int) -> int:
    """Where a sum of money that begins at a token ends; where it begins if there is none."""
    end, last = first, parse.sent_end[first]
    signed = parse.tag[first] == "$"
    end += signed
    while end < last and parse.tag[end] == "CD":
        end += 1
    counted = end > first + signed
    unit = end < last and parse.lower[end] in currencies()
    return end + unit if counted and (signed or unit) else first


def _free_payee(parse: Parse, first: int, end: int) -> None:
    """Hang the name before the sum ``[first, end)`` on the verb before it, in place, or on the noun
    for who it is: "fined the chain | Orbis | $2 million"."""
    start = first
    while start > parse.sent[first] and parse.tag[start - 1] in _NAMES:
        start -= 1
    before, name, inside = start - 1, first - 1, range(first, end)
    called = before > parse.sent[first] and parse.dep[before] == "dobj" and start < first
    verb = parse.head[before] if called else before
    top = next((t for t in reversed(inside) if parse.head[t] not in inside), end - 1)
    if start == first or verb < parse.sent[first] or parse.pos[verb] != "VERB":
        return
    crossed = parse.head[top] in range(start, first) or parse.head[name] in inside
    if not crossed:
        return
    if called:
        parse.dep[before] = "dative"
        move(parse, name, before, "appos")
    else:
        move(parse, name, verb, "dative")
    for t in range(start, name):
        move(parse, t, name, "compound")
    move(parse, top, verb, "dobj")
    for t in inside:
        if t != top and parse.head[t] not in inside:
            move(parse, t, top)
