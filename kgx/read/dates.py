"""Dates of publication, as front matter, pages and tables write them."""

from __future__ import annotations

import datetime as dt
import re

from dateutil import parser

_YEAR = re.compile(r"(?<!\d)[12]\d{3}")
# two days that differ in everything a vague date leaves open
_DEFAULTS = (dt.datetime(1904, 1, 1), dt.datetime(2003, 12, 30))


def parse_date(value: object) -> str | None:
    """The day a value names, as ``YYYY-MM-DD``; None where it is vague, ambiguous or no date.

    A time of day is dropped without a change of zone. A day is taken only if it does not depend on
    whether the day or the month comes first, nor on what a missing part is filled with.

    >>> parse_date("15 June 2025"), parse_date("2025-06-15T23:30:00+02:00")
    ('2025-06-15', '2025-06-15')
    >>> parse_date("June 2025"), parse_date("03/04/2025"), parse_date("soon")
    (None, None, None)
    """
    if isinstance(value, dt.datetime):
        value = value.date()
    if isinstance(value, dt.date):
        return value.isoformat() if value.year >= 1000 else None
    if not isinstance(value, str) or len(value) > 100 or not _YEAR.search(value):
        return None
    days = {_parse_day(value, default, first) for default in _DEFAULTS for first in (True, False)}
    day = days.pop()
    return day.isoformat() if day and not days and str(day.year) in value else None


def _parse_day(value: str, default: dt.datetime, day_first: bool) -> dt.date | None:
    year_first = re.match(r"\s*[12]\d{3}[-/.]?\d", value) is not None
    try:
        return parser.parse(
            value, default=default, dayfirst=day_first and not year_first, ignoretz=True
        ).date()
    except (ValueError, OverflowError):
        return None
