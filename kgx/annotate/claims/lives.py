"""When and where somebody was born and died, told in brackets behind the name: "Ann Lind
(1920-1987)", "Ann Lind (Lund, 3 May 1920 - Oslo, 2 June 1987)", "Ann Lind (b. 1920, Lund)"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kgx.annotate.claims.drafts import Context, Draft
from kgx.annotate.claims.referents import End, Referents, date_type
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import MentionSpan
from kgx.annotate.words.wordlists import read_set
from kgx.annotate.words.years import is_year

_LIVED = range(25, 111)
"""Years from a birth to a death."""
_LAST = 2100
_DATED = re.compile(r"\d{4}(-\d\d){0,2}")
_DAY = len("1920-01-31")
_LONGEST_BRACKET = 40
_DASHES = frozenset({"-", "–", "—"})
_BETWEEN = frozenset({",", ":", "in", "at", "near", "on", ".", "c.", "ca."})
_SAID = {"births": ("birthDate", "birthPlace"), "deaths": ("deathDate", "deathPlace")}
"""What the marks of the lists of ``time_words.toml`` bring in."""


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a life: a date or none, the entity of a place or none, and the first token."""

    date: str
    place: str
    at: int


def read_life(
    context: Context, name: MentionSpan, starts: Mapping[int, MentionSpan]
) -> Iterator[tuple[Draft, int]]:
    """What the brackets behind a name tell of a life; after a title its holder's years might be
    meant.

    Args:
        starts: Mentions of names by their first token.
    """
    parse, behind = context.referents.parse, name.end
    degrees = read_set("names.toml", "degrees")
    while not degrees.isdisjoint(parse.text[behind : behind + 1]):
        behind += 1
    inside = _brackets_after(parse, behind)
    told = list(_years(context, name, inside)) or list(_ends(context, name, inside, starts))
    yield from told


def _years(context: Context, name: MentionSpan, inside: range) -> Iterator[tuple[Draft, int]]:
    """The years or days of "(1920-1987)"."""
    referents, parse = context.referents, context.referents.parse
    time = next((t for t in inside if "/" in referents.times.get(t, "")), None)
    if time is None or parse.text[time - 1] not in ("(", ";", ","):
        return
    born, _, died = referents.times[time].partition("/")
    if _is_life(born, died) and not _may_be_term(parse, name, born):
        for relation, when in (("birthDate", born), ("deathDate", died)):
            yield _dated(context, name, relation, when), time


def _ends(
    context: Context, name: MentionSpan, inside: range, starts: Mapping[int, MentionSpan]
) -> Iterator[tuple[Draft, int]]:
    """Dates and places that marks bring in, or those of both ends about a dash."""
    parse = context.referents.parse
    halves = _without_glosses(parse, list(_halves(parse, inside[1:-1])))
    marks = [_mark(parse, half) for half in halves]
    rest = [half[n:] for half, (_, n) in zip(halves, marks, strict=True)]
    ends = [_read_end(context.referents, half, starts) for half in rest]
    lists = [said for said, _ in marks]
    if len(halves) == 2 and lists == ["", ""] and None not in ends:
        lists = ["births", "deaths"]
        dates = [end.date for end in ends if end is not None]
        if not _is_life(*dates) or _may_be_term(parse, name, dates[0]):
            return
    for said, end in zip(lists, ends, strict=True):
        if said and end is not None:
            when, where = _SAID[said]
            if end.date:
                yield _dated(context, name, when, end.date), end.at
            if end.place:
                place = context.referents.entity(end.place)
                yield context.typed(name.entity, where, place), end.at


def _dated(context: Context, name: MentionSpan, relation: str, when: str) -> Draft:
    return context.typed(name.entity, relation, End(None, None, when, date_type(when)))


def _may_be_term(parse: Parse, name: MentionSpan, date: str) -> bool:
    """True for years, without days, behind a title's holder."""
    title = name.start > 0 and parse.lower[name.start - 1] in read_set("nouns.toml", "person")
    return title and len(date) < _DAY


def _is_life(born: str, died: str) -> bool:
    """True for two dates as far apart as the ends of a life."""
    if not (_DATED.fullmatch(born) and _DATED.fullmatch(died)) or int(died[:4]) > _LAST:
        return False
    return int(died[:4]) - int(born[:4]) in _LIVED


def _halves(parse: Parse, inside: Sequence[int]) -> Iterator[list[int]]:
    """Tokens between the dashes and semicolons in brackets."""
    half: list[int] = []
    for token in inside:
        if parse.text[token] in _DASHES or parse.text[token] == ";":
            yield half
            half = []
        else:
            half.append(token)
    yield half


def _without_glosses(parse: Parse, halves: list[list[int]]) -> list[list[int]]:
    """The last two where a dash parts them and a semicolon what is before: what a name is in
    another language is no end of a life."""
    last = [half[0] - 1 for half in halves[-2:] if half]
    marks = [parse.text[t] for t in last]
    glossed = len(halves) > 2 and marks[:1] == [";"] and marks[1:] and marks[1] in _DASHES
    return halves[-2:] if glossed else halves


def _mark(parse: Parse, half: Sequence[int]) -> tuple[str, int]:
    """The list that the mark before an end of a life is in, and how many tokens the mark has."""
    for length in (3, 1):
        words = " ".join(parse.lower[t] for t in half[:length])
        for said in _SAID:
            if words in read_set("time_words.toml", said):
                return said, length
    return "", 0


def _read_end(
    referents: Referents, half: Sequence[int], starts: Mapping[int, MentionSpan]
) -> _End | None:
    """A date and a place, or one of them; None where anything else is told."""
    parse, date, place, skip = referents.parse, "", "", -1
    for token in half:
        named = starts.get(token)
        if token < skip or parse.lower[token] in _BETWEEN:
            continue
        if named is not None and referents.entities[named.entity].type == "place":
            place, skip = place or named.entity, named.end
        elif not date and (value := _date_at(referents, token)):
            date = value
        elif token not in referents.times and not referents.timed[token]:
            return None
    return _End(date, place, half[0]) if date or place else None


def _date_at(referents: Referents, token: int) -> str:
    """The date that begins at a token, or the year that it is; empty for none."""
    value, word = referents.times.get(token, ""), referents.parse.text[token]
    return value if _DATED.fullmatch(value) else word if is_year(word) else ""


def _brackets_after(parse: Parse, token: int) -> range:
    """The tokens of the brackets, one or several, that open at a token."""
    first, last = token, min(token + _LONGEST_BRACKET, parse.sent_end[min(token, len(parse) - 1)])
    while parse.text[token : token + 1] == ["("]:
        closing = next((t for t in range(token, last) if parse.text[t] == ")"), None)
        if closing is None:
            break
        token = closing + 1
    return range(first, token)
