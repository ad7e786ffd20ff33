"""The calendar: what a time is read against, and how days, weeks and quarters are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from kgx.annotate.times.words import words
from kgx.errors import RuleError

Tense = Literal["past", "present", "future", ""]
Groups = dict[str, str]

PRESENT, PAST, FUTURE = "PRESENT_REF", "PAST_REF", "FUTURE_REF"
"""TIMEX3 values of what is near the document's date, with no date of its own."""

_FAR = 300
"""Days away beyond which a date without a year is that of the nearest year, whatever the tense."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What an expression is read against.

    Attributes:
        now: The document's date, None where unknown.
        clock: True if ``now`` has a time of day.
        tense: Of the clause the expression stands in.
        last: The last date resolved before it in the text, ISO 8601 / EDTF; empty if none.
        beside: True if a day stands right before it ("Friday" before "at 3").
    """

    now: datetime | None
    clock: bool = False
    tense: Tense = ""
    last: str = ""
    beside: bool = False


def write_day(year: int, month: int, day: int) -> str | None:
    """A date, None where the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def write_week(day: date) -> str:
    """The ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def write_quarter(year: int, quarter: int) -> str:
    """A quarter; numbers beyond 1 to 4 run over into the years around."""
    return f"{year + (quarter - 1) // 4}-Q{(quarter - 1) % 4 + 1}"


def add_months(day: date, months: int) -> tuple[int, int]:
    """Year and month so many months on."""
    total = day.year * 12 + day.month - 1 + months
    return total // 12, total % 12 + 1


def nearest_year(month: int, day: int, scene: Scene) -> str | None:
    """The date of a month and day without a year, by tense, else the nearest."""
    if scene.now is None:
        return "" if write_day(2000, month, day) else None
    today = scene.now.date()
    found = [
        date.fromisoformat(d)
        for y in range(today.year - 1, today.year + 2)
        if (d := write_day(y, month, day))
    ]
    if not found:
        return None
    fitting = [d for d in found if fits_tense(d, today, scene.tense)]
    day_ = min(fitting or found, key=lambda d: abs((d - today).days))
    if abs((day_ - today).days) > _FAR:
        day_ = min(found, key=lambda d: abs((d - today).days))
    return day_.isoformat()


def fits_tense(day: date, today: date, tense: Tense) -> bool:
    """True unless a day lies on the other side of today."""
    return day >= today if tense == "future" else tense != "past" or day <= today


def shift_day(day: str, days: int) -> str:
    """A date so many days on; empty where the calendar does not reach that far."""
    try:
        return (date.fromisoformat(day) + timedelta(days)).isoformat()
    except OverflowError:
        return ""


def add_part(day: str, g: Groups) -> str:
    """A day with a part of the day, if one is named."""
    return f"{day}T{words()['day_parts'][g['part'].lower()]}" if day and g.get("part") else day


def write_nth_week(year: int, month: int | None, number: int) -> str | None:
    """The ISO week that is the so-manieth of a year or a month, from the end where negative; a week
    is of the year and the month its Thursday is in. None where there is none."""
    start = date(year, month or 1, 1)
    first = start + timedelta((4 - start.isoweekday()) % 7)
    thursdays = [
        day
        for n in range(53)
        if (day := first + timedelta(7 * n)).year == year and month in (None, day.month)
    ]
    place = number - 1 if number > 0 else number
    return write_week(thursdays[place]) if -len(thursdays) <= place < len(thursdays) else None


def write_nth_weekday(year: int, month: int, number: int, weekday: int) -> str | None:
    """The so-manieth such weekday of a month, from the end where negative; None if it has none."""
    first = date(year, month, 1)
    day = first + timedelta((weekday - first.isoweekday()) % 7)
    days = [d for n in range(5) if (d := day + timedelta(7 * n)).month == month]
    place = number - 1 if number > 0 else number
    return days[place].isoformat() if -len(days) <= place < len(days) else None


def read_easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian algorithm."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    p = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * p) // 451
    month, day = divmod(h + p - 7 * m + 114, 31)
    return date(year, month, day + 1)


def read_holiday(name: str, year: int) -> date:
    """The day of a holiday in a year. Raises `RuleError` where the rule for it tells no day."""
    rule = words()["holidays"][re.sub(r"\s+", " ", name.lower().replace("’", "'"))]
    if match := re.fullmatch(r"easter([+-]\d+)", rule):
        return read_easter(year) + timedelta(int(match[1]))
    if match := re.fullmatch(r"(\d\d)-(\d\d)", rule):
        return date(year, int(match[1]), int(match[2]))
    if match := re.fullmatch(r"(\d\d)-(\d)-(\d)(\+\d)?", rule):
        month, week, weekday, more = int(match[1]), int(match[2]), int(match[3]), match[4]
        first = date(year, month, 1)
        day = first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (week - 1))
        if day.month != month:
            day -= timedelta(7)
        return day + timedelta(int(more or 0))
    raise RuleError(f"times.toml: [holidays] {name!r}: {rule!r} is no day")
