"""What belongs together: "early 2009", a day and a time of day, the two ends of an interval."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from kgx.annotate.times.calendar import PRESENT, Scene, write_week
from kgx.annotate.times.units import shift_last
from kgx.annotate.times.words import time_words
from kgx.records import changed

_EDGE = re.compile(
    r"(?:(?:the\s)?(?:very\s)?(?:beginning|start|middle|end|close)\sof\s(?:the\s)?"
    r"|(?:the\s)?(?:first|second|third|fourth|last|final|\d(?:st|nd|rd|th))"
    r"\s(?:few\s)?(?:days?|weeks?|weekend|months?)\sof\s(?:the\s)?"
    r"|(?:the\s)?\b(?:early|mid|late|later|earlier)(?:\sin)?[-\s](?:the\s)?)$",
    re.I,
)
_ABOUT = re.compile(
    r"(?<!what )(?<!how )\b(?:almost|nearly|about|around|roughly|approximately|(?:more|less) than"
    r"|at least|at most|up to)\s$",
    re.I,
)
_JOINT = re.compile(
    r"(?:\slocal\stime)?\s?,?\s?(?:(?:at|on|by|around|about|in|of|from|between)\s)?(?:the\s)?",
    re.I,
)
_LONGEST_JOINT = 28
_TO = re.compile(r"\s?(?:-|–|—|~|\bto\b|\bthrough\b|\buntil\b|\btill\b)\s?", re.I)
_AND = re.compile(r"\s(?:and|to)\s", re.I)
_FROM = re.compile(r"\b(?:from|between)\s(?:the\s)?$", re.I)
_BETWEEN = re.compile(r"\bbetween\s(?:the\s)?$", re.I)
_WEEK_OF = re.compile(
    r"(?:\b(?:the\s)?week\s(?:of|starting|beginning|commencing|ending)\s(?:on\s)?(?:the\s)?|\bw/c\s)$",
    re.I,
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_LONGEST_EDGE = 28
_OFFSET = re.compile(r"\s(before|after|from)\s(?:the\s)?", re.I)
_LENGTH = re.compile(r"P(\d+)([DWMY])")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_LEAD = 14
_TIMED_LENGTHS = ({"clock", "duration"}, {"datetime", "duration"})
_FOR = re.compile(r",?\sfor\s(?:about\s)?", re.I)
_STARTING = re.compile(r",?\s(?:starting\s|beginning\s)?(?:from|at)\s", re.I)
_WEEK = 7 * 24 * 60
_FOR_LEAD = re.compile(r"\bfor\s$", re.I)
_HOURS = re.compile(r"PT(?:(\d+(?:\.\d+)?)H)?(?:(\d+)M)?")
_DAYS = frozenset({"day", "set", "part"})
_LATE_PARTS = frozenset({"AF", "EV", "NI"})
_YEAR = re.compile(
    r"\d{4}|['’]\d\d|\b(?:this|last|next|now|today|yesterday|tomorrow|tonight|ago|present|thousand"
    r"|nineteen)\b",
    re.I,
)
CLOCKS = frozenset({"clock"})
POINTS = frozenset({"day", "month", "year", "datetime", "quarter", "decade", "now", "clock"})


@dataclass(frozen=True, slots=True)
class Found:
    """An expression in the text, in code points, before it becomes a `TimeSpan`."""

    start: int
    end: int
    kind: str
    value: str


def join_all(text: str, found: list[Found], today: str) -> list[Found]:
    """All that follows, in turn; ``today`` is the document's date, empty where it has none."""
    clocks = join_clocks(text, join_ranges(text, widen(text, found), CLOCKS))
    offsets = join_offsets(text, join_lengths(text, clocks))
    return weeks_of(text, join_ranges(text, offsets, POINTS, today))


def weeks_of(text: str, found: list[Found]) -> list[Found]:
    """Make one of "the week of" and a day: the week that day is in."""
    weeks, floor = [], 0
    for one in found:
        week = None
        if one.kind == "day":
            week = _WEEK_OF.search(text, max(floor, one.start - _LONGEST_EDGE), one.start)
        if week:
            known = _DAY.fullmatch(one.value)
            value = write_week(date.fromisoformat(one.value)) if known else ""
            one = Found(week.start(), one.end, "unit", value)
        weeks.append(one)
        floor = one.end
    return weeks


_NARROWED = frozenset({"year", "month", "unit", "decade", "century", "season", "quarter"})
_NARROWED |= {"part", "day"}
"""Kinds of expressions that "early" and "the end of" narrow."""


def widen(text: str, found: list[Found]) -> list[Found]:
    """Take in what narrows an expression: "early 2009", "the end of March"."""
    wide, floor = [], 0
    for one in found:
        edge = None
        if one.kind in {"clocks", "hours", "range"}:
            edge = _FROM.search(text, max(floor, one.start - _LEAD), one.start)
        elif one.kind in {"duration", "point"}:
            edge = _ABOUT.search(text, max(floor, one.start - _LONGEST_EDGE), one.start)
        elif one.kind in _NARROWED:
            edge = _EDGE.search(text, max(floor, one.start - _LONGEST_EDGE), one.start)
        wide.append(changed(one, start=edge.start()) if edge else one)
        floor = one.end
    return wide


def is_beside(text: str, before: Found, start: int) -> bool:
    """True for a day that ends right before an offset, but for words like "at"."""
    if before.kind not in _DAYS or start - before.end > _LONGEST_JOINT:
        return False
    return _JOINT.fullmatch(text, before.end, start) is not None


def join_clocks(text: str, found: list[Found]) -> list[Found]:
    """Make one of a day and the time of day beside it."""
    joined: list[Found] = []
    for one in found:
        before = joined[-1] if joined else None
        if before and is_joint(before.kind, one.kind):
            gap = text[before.end : one.start]
            if _JOINT.fullmatch(gap):
                day, clock = (before, one) if before.kind in _DAYS else (one, before)
                value = add_clock(day, clock)
                joined[-1] = Found(before.start, one.end, joint_kind(day, clock), value)
                continue
        joined.append(one)
    return joined


def join_offsets(text: str, found: list[Found]) -> list[Found]:
    """Make one of a length of time and what it is counted from: "two weeks before Christmas"."""
    joined: list[Found] = []
    for one in found:
        before = joined[-1] if joined else None
        how = _OFFSET.fullmatch(text[before.end : one.start]) if before else None
        if before and how and before.kind == "duration" and one.kind in {"day", "month", "year"}:
            length = _LENGTH.fullmatch(before.value)
            lasting = text.endswith("for ", 0, before.start)
            if length and not lasting:
                number = int(length[1]) * (-1 if how[1].lower() == "before" else 1)
                value = shift_last(_UNITS[length[2]], number, Scene(None, last=one.value))
                joined[-1] = Found(before.start, one.end, "day", value)
                continue
        joined.append(one)
    return joined


def join_lengths(text: str, found: list[Found]) -> list[Found]:
    """Make a stretch of the day of its start and its length: "from 9 am for 3 hours"."""
    joined: list[Found] = []
    for one in found:
        before = joined[-1] if joined else None
        whole = None
        if before and {before.kind, one.kind} in _TIMED_LENGTHS:
            first_is_start = before.kind != "duration"
            start, length = (before, one) if first_is_start else (one, before)
            gap = (_FOR if first_is_start else _STARTING).fullmatch(text, before.end, one.start)
            value = add_length(start.value, length.value) if gap else ""
            lead = (_FROM if first_is_start else _FOR_LEAD).search(
                text, max(0, before.start - _LEAD), before.start
            )
            if value:
                whole = Found(lead.start() if lead else before.start, one.end, "range", value)
        if whole:
            joined[-1] = whole
        else:
            joined.append(one)
    return joined


def add_length(start: str, length: str) -> str:
    """From a time of day on for so many hours and minutes; empty where that is not one day's."""
    hours = _HOURS.fullmatch(length)
    if not hours or not (hours[1] or hours[2]) or not start or "/" in start:
        return ""
    day, _, clock = start.rpartition("T")
    minutes = 60 * float(hours[1] or 0) + float(hours[2] or 0)
    if minutes > _WEEK:
        return ""
    base = datetime.fromisoformat(f"{day or '2000-01-01'}T{clock}")
    end = base + timedelta(minutes=minutes)
    if not day:
        return f"{clock}/{end:%H:%M:%S}" if end.date() == base.date() else ""
    return f"{start}/{end:%Y-%m-%dT%H:%M}"


def is_joint(first: str, second: str) -> bool:
    """True for the kinds of a day, or a set of days, and a time of day, in either order."""
    clocks = {"clock", "clocks", "hour", "hours"}
    return (first in _DAYS and second in clocks) or (first in clocks and second in _DAYS)


def joint_kind(day: Found, clock: Found) -> str:
    """What a day and a time of day are together."""
    if day.kind in {"set", "part"}:
        return "set" if day.kind == "set" else clock.kind
    return "range" if clock.kind in {"clocks", "hours"} else "datetime"


def add_clock(day: Found, clock: Found) -> str:
    """The value of a day at a time of day, or from one to another."""
    base, _, part = day.value.partition("T")
    if not day.value or not clock.value:
        return ""
    times = [c.removesuffix(":00").replace(":00Z", "Z") for c in clock.value.split("/")]
    if part in _LATE_PARTS and clock.kind in {"hour", "hours"}:
        times = [_move_half(t) for t in times]
    if not base:
        return "/".join(f"{t}:00" for t in times)
    if base[:1] == "P" or base == "XXXX-XX-XX":  # every day
        return "/".join(f"T{t}" for t in times)
    return "/".join(f"{base}T{t}" for t in times)


def _move_half(clock: str) -> str:
    """An hour before noon as the one twelve hours on ("tonight at 9"), the small hours as is."""
    hour = int(clock[:2])
    return f"{hour + 12:02d}{clock[2:]}" if 3 < hour < 12 else clock


def join_ranges(
    text: str, found: list[Found], kinds: frozenset[str], today: str = ""
) -> list[Found]:
    """Make one of two ends of these kinds: "2010 to 2015", "between Monday and Friday"."""
    joined: list[Found] = []
    for one in found:
        before = joined[-1] if joined else None
        if before is not None and ends_of_range(text, before, one, kinds):
            lead = _FROM.search(text, max(0, before.start - _LEAD), before.start)
            start = lead.start() if lead else before.start
            kind = "clocks" if kinds is CLOCKS else "range"
            joined[-1] = Found(start, one.end, kind, interval(text, before, one, today))
        else:
            joined.append(one)
    return joined


def ends_of_range(text: str, first: Found, last: Found, kinds: frozenset[str]) -> bool:
    """True for two points with "to" between them, or "and" after "between"."""
    if first.kind not in kinds or last.kind not in kinds:
        return False
    gap = text[first.end : last.start]
    if _TO.fullmatch(gap):
        return True
    if not _AND.fullmatch(gap):
        return False
    return bool(_BETWEEN.search(text, max(0, first.start - _LEAD), first.start))


def interval(text: str, first: Found, last: Found, today: str) -> str:
    """An EDTF interval; empty where an end is unknown or it would run backwards.

    An end that names no year takes the one that makes the interval run forwards.
    """
    a, b = first.value, last.value
    if not a or not b:
        return ""
    a, b = (today if v == PRESENT else v for v in (a, b))
    if "_REF" in a + b or not a or not b:
        return ""
    if first.kind not in {"clock", "year"} and last.kind not in {"clock", "year"}:
        if not _YEAR.search(text, first.start, first.end):
            a = move_year(a, b, -1)
        elif not _YEAR.search(text, last.start, last.end):
            b = move_year(b, a, 1)
    return "" if a > b else f"{a}/{b}"


def move_year(value: str, other: str, step: int) -> str:
    """A date in the nearest year that is not after (step -1) or before (step 1) the other."""
    if not (value[:4].isdigit() and other[:4].isdigit()):
        return value
    moved = other[:4] + value[4:]
    wrong_side = moved > other if step < 0 else moved < other
    return f"{int(other[:4]) + step:04d}{value[4:]}" if wrong_side else moved


def open_interval(value: str, preposition: str) -> str:
    """The time a preposition before a point makes of it, as an EDTF interval.

    Values that are no point of the calendar (durations, sets, intervals, unknown) stay as they are.

    >>> open_interval("2012", "since"), open_interval("2012", "until"), open_interval("2012", "in")
    ('2012/..', '../2012', '2012')
    """
    if not value[:1].isdigit() or "/" in value or ":" in value[:3]:
        return value
    word = preposition.lower()
    if word in time_words("open_after"):
        return f"{value}/.."
    return f"../{value}" if word in time_words("open_before") else value
