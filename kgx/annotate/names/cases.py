"""Names of cases at law: *Hale v Orbis Ltd*."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.search import Search
from kgx.annotate.names.words import Name, is_capitalised, words_in

_AGAINST = frozenset({"v", "v.", "vs", "vs."})
_WITHIN = frozenset({"of", "and", "&"})
_LONGEST = 6
"""Words of the name of one side, at most."""


def find_cases(search: Search) -> Iterator[Name]:
    """Two sides with "v" between, in a text that speaks of courts: elsewhere teams meet so."""
    parse = search.parse
    if _AGAINST.isdisjoint(parse.lower) or words_in("of_courts").isdisjoint(parse.plain):
        return
    for token, word in enumerate(parse.text):
        if word in _AGAINST:
            start, end = _first(parse, token), _end(parse, token + 1)
            if start < token and end > token + 1:
                yield Name(start, end, "LAW")


def _first(parse: Parse, against: int) -> int:
    """Where the side before begins."""
    start = against
    while start > max(0, against - _LONGEST) and _is_word_of_side(parse, start - 1):
        start -= 1
    while start < against and not is_capitalised(parse.text[start]):
        start += 1
    return start


def _end(parse: Parse, at: int) -> int:
    """Where the side behind ends."""
    end = at
    while end < min(len(parse), at + _LONGEST) and _is_word_of_side(parse, end):
        end += 1
    while end > at and not is_capitalised(parse.text[end - 1]):
        end -= 1
    return end


def _is_word_of_side(parse: Parse, token: int) -> bool:
    name = is_capitalised(parse.text[token]) and parse.pos[token] in ("PROPN", "NOUN", "ADJ")
    return name or parse.lower[token] in _WITHIN
