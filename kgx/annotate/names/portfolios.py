"""The fields of offices, "Minister of *Trade and Industry*", which are part of what the office is
called and no things of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import move
from kgx.annotate.names.evidence import best_place
from kgx.annotate.names.words import Name, given_names, words_in
from kgx.annotate.words.gazetteer import nation_of

_BETWEEN = frozenset({"of", "for", "the", "and", "&", ","})
"""What stands between an office and the last of its fields."""


def portfolio_tokens(parse: Parse, names: Iterable[Name]) -> set[int]:
    """The tokens of all fields of offices in a doc.

    Args:
        names: Those found so far: nobody who holds an office is part of its field.
    """
    holders = {n.start for n in names if n.label == "PERSON" and n.end - n.start > 1}
    found: set[int] = set()
    for office, word in enumerate(parse.lower):
        if word in _offices() and parse.lower[office + 1 : office + 2] in (["of"], ["for"]):
            found.update(_field_after(parse, office, holders - {office + 2}))
    return found


def hang_on_offices(parse: Parse) -> None:
    """Hang on the office, in place, what parsers hang on its field: "Minister of Health | of
    Peru"."""
    for field in parse.portfolios:
        office = field
        while office in parse.portfolios or parse.lower[office] in _BETWEEN:
            office -= 1
        for c in [c for c in parse.children[field] if c > field and parse.dep[c] == "prep"]:
            if parse.lower[office] in _offices() and c + 1 not in parse.portfolios:
                move(parse, c, office)


def without_portfolio(parse: Parse, name: Name) -> Name | None:
    """A name without the field of an office that it begins with: State for | Northern Ireland;
    None for a field or an office and nothing else."""
    fields, start = parse.portfolios, name.start
    if name.end - 1 in fields and any(parse.lower[t] in _offices() for t in range(start, name.end)):
        return None
    if start not in fields:
        return name
    while start < name.end and (start in fields or parse.text[start].islower()):
        start += 1
    return Name(start, name.end, "") if start < name.end else None


def _offices() -> frozenset[str]:
    return words_in("portfolio_offices")


def _field_after(parse: Parse, office: int, holders: set[int]) -> Iterator[int]:
    """The tokens of the field after an office and its preposition."""
    free = parse.lower[office] in words_in("any_portfolio")
    start = office + 2 + (parse.lower[office + 2 : office + 3] == ["the"])
    at, last, end = start, start, parse.sent_end[office]
    first = start  # of words side by side
    while at < end and at not in holders:
        if _is_field(parse, at, free=_takes_any(parse, start, first, at, free=free)):
            last = at = at + 1
        elif last == at > start and _goes_on(parse, at):
            first = at = at + 1
        else:
            break
    yield from range(start, last)


def _takes_any(parse: Parse, start: int, first: int, token: int, *, free: bool) -> bool:
    """True where a field may be a word that no list has: the first or the second, and none after
    "and".

    Args:
        start: The first word of all fields.
        first: The first word of this one.
        free: Whether the office always has a field.
    """
    behind = first > start and parse.text[first - 1] == "for"  # State for Health
    if not behind and (first > start or not free):
        return False
    third = parse.text[first + 2 : first + 3]
    one = bool(third) and third[0].istitle() and not _is_listed(third[0])  # Roads | Ann Lind
    return token == first or (token == first + 1 and not one)


def _goes_on(parse: Parse, token: int) -> bool:
    """True for what joins two fields: "Trade *and* Industry", "State *for* Health"; a comma where
    the next is a field and nothing else."""
    word = parse.text[token]
    if word in ("of", "for"):
        return parse.lower[token - 1] == "state"
    return word in ("and", "&") or (word == "," and _is_listed(*parse.text[token + 1 : token + 2]))


def _is_listed(word: str = "") -> bool:
    return word[:1].upper() + word[1:] in words_in("office_fields", "department_titles")


def _is_field(parse: Parse, token: int, *, free: bool) -> bool:
    """True for a word for a field; where any may be one, ``free``, for what is in capitals and
    no place, people or person."""
    word = parse.text[token]
    if _is_listed(word):
        return word.istitle() or (parse.pos[token] == "NOUN" and parse.dep[token] != "compound")
    pair = " ".join(parse.text[token : token + 2])
    known = best_place(word) or best_place(pair) or parse.lower[token] in given_names()
    if nation_of(word) is not None:
        return _is_listed(*parse.text[token + 1 : token + 2])  # Minister for European Affairs
    return free and word.istitle() and word.isalpha() and not known
