"""Names that hold an "and", which models take for two: Trinidad and Tobago, the Health,
Education and Labor Committee."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.search import Search
from kgx.annotate.names.words import Name, is_capitalised, words_in
from kgx.annotate.words.gazetteer import places_named
from kgx.annotate.words.noun_kinds import is_noun

_LONGEST = 3
"""Words on either side of the "and", at most."""
_STATES = frozenset({"country", "territory"})
_ADJECTIVES = ("al", "ic", "ary")
"""Endings of adjectives that taggers take for names before a name."""


def find_with_and(search: Search) -> Iterator[Name]:
    """Countries that are called so, and bodies of several fields."""
    parse = search.parse
    for i in range(1, len(parse) - 1):
        if parse.text[i] in ("and", "&") and not search.titled[i]:
            name = _find_country(parse, i) or _find_body(parse, i)
            if name is not None:
                yield name


def _find_country(parse: Parse, joint: int) -> Name | None:
    """The longest country around an "and"."""
    for start in range(_first_capital(parse, joint), joint):
        for end in range(_last_capital(parse, joint), joint + 1, -1):
            words = parse.text[start:end]
            if any(place.kind in _STATES for place in places_named(" ".join(words))):
                return Name(start, end, "GPE")
    return None


def _find_body(parse: Parse, joint: int) -> Name | None:
    """A body of fields that commas and an "and" list before the noun for it: the Health, Education
    and Labor *Committee*."""
    end = _last_capital(parse, joint)
    head = parse.text[end - 1]
    listed = parse.text[joint - 2 : joint - 1] == [","] and end > joint + 2
    if not listed or head not in words_in("listing_heads"):
        return None
    start = joint
    while start > parse.sent[joint] and _is_field(parse, start - 1):
        start -= 1
        if start > parse.sent[joint] and parse.text[start - 1] == ",":
            start -= 1
    start += parse.text[start] == ","
    while start > parse.sent[joint] and _is_before(parse, start - 1):
        start -= 1
    fields = all(_is_field(parse, t) for t in range(joint + 1, end))
    return Name(start, end, "ORG") if fields and joint - start > 2 else None


def _is_field(parse: Parse, token: int) -> bool:
    """True for a common noun or an adjective with a capital."""
    word = parse.text[token]
    common = is_noun(word.lower()) or is_noun(word.lower().removesuffix("s"))
    return is_capitalised(word) and (
        common or parse.tag[token] == "JJ" or word.endswith(_ADJECTIVES)
    )


def _is_before(parse: Parse, token: int) -> bool:
    """True for a capital before the first field that is part of the same name: *Senate* Health."""
    return is_capitalised(parse.text[token]) and token > parse.sent[token]


def _first_capital(parse: Parse, joint: int) -> int:
    start = joint
    while start > max(parse.sent[joint], joint - _LONGEST) and is_capitalised(
        parse.text[start - 1]
    ):
        start -= 1
    return start


def _last_capital(parse: Parse, joint: int) -> int:
    end, last = joint + 1, min(len(parse), joint + 1 + _LONGEST, parse.sent_end[joint])
    end += parse.lower[end] == "the" and end + 1 < last
    while end < last and is_capitalised(parse.text[end]):
        end += 1
    return end
