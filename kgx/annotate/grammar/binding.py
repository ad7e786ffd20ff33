"""Repairs of the parse that names make possible.

Names are units: what the parser split inside a name is put back together.

A parser reads "Ehrle & Daughters" as a coordination and "Aegean Traders’ Association" as a
possessive. Once the names are known, the tokens of each hang on one head, so that no rule after
this sees inside a name.
"""

from collections.abc import Iterator, Sequence

from kgx.annotate.grammar.labels import NOUN_SUBJECTS, NUMBERS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import Move

_LOOSE = frozenset({"conj", "cc", "poss", "case", "appos", "prep", "punct"})


def bind_names(parse: Parse, names: Sequence[tuple[int, int, str]]) -> Iterator[Move]:
    """Make every token of a name a ``compound`` of the name's head."""
    for start, end, label in names:
        if end - start > 1 and label not in NUMBERS:
            yield from _bind(parse, start, end)


def top_of(parse: Parse, start: int, end: int) -> int:
    """The token of a span nearest to the root of its sentence."""
    if end - start == 1:
        return start
    head = parse.head
    outside = [t for t in range(start, end) if not start <= head[t] < end or head[t] == t]
    if len(outside) < 2:
        return outside[0] if outside else end - 1
    return min(outside, key=lambda t: (_depth(parse, t), -t))


def _depth(parse: Parse, token: int) -> int:
    steps = 0
    while parse.head[token] != token and steps < 200:
        token = parse.head[token]
        steps += 1
    return steps


def _bind(parse: Parse, start: int, end: int) -> Iterator[Move]:
    head = top_of(parse, start, end)
    beside = [t for t in range(start, end) if parse.head[t] == parse.head[head] != t]
    subject = next((parse.dep[t] for t in beside if parse.dep[t] in NOUN_SUBJECTS), "")
    if subject and parse.dep[head] == "npadvmod":
        parse.dep[head] = subject  # "The Boeing 737-800 has" two, one of them a number
    for t in range(start, end):
        if t == head:
            continue
        inner = [c for c in parse.children[t] if not start <= c < end]
        loose = parse.head[t] != head or parse.dep[t] in _LOOSE
        for c in inner:
            yield Move(c, head)
        if loose:
            yield Move(t, head, "compound")
