"""Readers of units of the calendar near a date: "last week", "that year", "two days later"."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from kgx.annotate.times.calendar import (
    PAST,
    Groups,
    Scene,
    add_months,
    add_part,
    fits_tense,
    shift_day,
    write_quarter,
    write_week,
)
from kgx.annotate.times.words import read_number, read_ordinal, read_weekday, write_amount

_MOST = 100_000
"""Units beyond which a time is too far off to be a date."""


def read_today(g: Groups, scene: Scene) -> str | None:
    """ "Today", "yesterday", "tonight"."""
    if scene.now is None:
        return ""
    word = re.sub(r"\s+", " ", g["w"].lower())
    shift = {"yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
    day = (scene.now.date() + timedelta(shift.get(word.removeprefix("the "), 0))).isoformat()
    if word in {"tonight", "tonite", "last night"}:
        return f"{day}TNI" if word != "last night" else f"{shift_day(day, -1)}TNI"
    return add_part(day, g)


def read_this_part(g: Groups, scene: Scene) -> str | None:
    """ "This morning"."""
    return "" if scene.now is None else add_part(scene.now.date().isoformat(), g)


def read_weekday_date(g: Groups, scene: Scene) -> str | None:
    """ "Monday", "next Friday", "Tuesday of last week"."""
    if scene.now is None:
        return ""
    today, weekday = scene.now.date(), read_weekday(g["wd"])
    which = re.sub(r"\s+", " ", (g.get("which") or g.get("week") or "").lower())
    monday = today - timedelta(today.isoweekday() - 1)
    back = (today.isoweekday() - weekday) % 7
    if which in {"next", "following"}:
        day = monday + timedelta(7 + weekday - 1)
    elif which in {"last", "previous"}:
        day = monday + timedelta(-7 + weekday - 1)
    elif which in {"this past", "past"}:
        day = today - timedelta(back or 7)
    elif which in {"this upcoming", "upcoming", "this coming", "coming"}:
        day = today + timedelta(-back % 7 or 7)
    elif which == "this":
        day = monday + timedelta(weekday - 1)
    elif scene.tense in {"present", "future"}:  # "the talks begin on Friday"
        day = today + timedelta(-back % 7)
    else:
        day = today - timedelta(back)
    return add_part(day.isoformat(), g)


def read_weekday_rank(g: Groups, scene: Scene) -> str | None:
    """ "Tuesday the 11th": the nearest such day."""
    if scene.now is None:
        return ""
    day, weekday, today = read_ordinal(g["d"]), read_weekday(g["wd"]), scene.now.date()
    around = (today + timedelta(n) for n in range(-200, 201))
    found = [d for d in around if d.day == day and d.isoweekday() == weekday]
    fitting = [d for d in found if fits_tense(d, today, scene.tense)] or found
    return min(fitting, key=lambda d: abs((d - today).days)).isoformat() if fitting else None


def read_unit(g: Groups, scene: Scene) -> str | None:
    """ "this week", "last year", "next quarter"."""
    unit, which = g["unit"].lower(), g["which"].lower()
    if which.endswith("past"):
        return write_amount(1, unit)
    if scene.now is None:
        return ""
    return write_unit(unit, scene.now.date(), which_shift(which))


def which_shift(which: str) -> int:
    """How many units away: "last" -1, "this" 0, "next" 1."""
    if which.endswith(("last", "previous", "preceding")):
        return -1
    return 1 if which.endswith(("next", "coming", "upcoming", "following")) else 0


def write_unit(unit: str, day: date, shift: int) -> str | None:
    """The unit of the calendar a day is in, or one so many units away."""
    if unit == "day":
        return (day + timedelta(shift)).isoformat()
    if unit in {"week", "weekend"}:
        week = write_week(day + timedelta(7 * shift))
        return week + "-WE" if unit == "weekend" else week
    if unit == "month":
        year, month = add_months(day, shift)
        return f"{year}-{month:02d}"
    if unit == "quarter":
        return write_quarter(day.year, (day.month - 1) // 3 + 1 + shift)
    if unit == "decade":
        return f"{day.year // 10 + shift}X"
    if unit == "century":
        return f"{day.year // 100 + shift}XX"
    return str(day.year + shift) if unit == "year" else None


def read_weekend(g: Groups, scene: Scene) -> str | None:
    """ "Over the weekend": the last one, unless it is now or the clause speaks of what comes."""
    if scene.now is None:
        return ""
    over = scene.tense == "past" and scene.now.isoweekday() < 6
    return write_unit("weekend", scene.now.date(), -1 if over else 0)


def read_unit_after_next(g: Groups, scene: Scene) -> str | None:
    """ "The week after next", "the year before last"."""
    if scene.now is None:
        return ""
    shift = 2 if g["how"].lower().startswith("after") else -2
    return write_unit(g["unit"].lower(), scene.now.date(), shift)


def read_unit_edge(g: Groups, scene: Scene) -> str | None:
    """ "the end of the year": the year the document is of."""
    return "" if scene.now is None else write_unit(g["unit"].lower(), scene.now.date(), 0)


def read_same_unit(g: Groups, scene: Scene) -> str | None:
    """ "that year": of the last date of the text."""
    unit = g["unit"].lower()
    if unit in {"week", "weekend"}:
        exact = re.fullmatch(r"\d{4}-\d\d-\d\d", scene.last)
        return (write_unit(unit, date.fromisoformat(scene.last), 0) or "") if exact else ""
    length = {"year": 4, "month": 7, "day": 10}[unit]
    last = scene.last[:length]
    return last if re.fullmatch(r"\d{4}(-\d\d){0,2}", last) and len(last) == length else ""


def read_next_day(g: Groups, scene: Scene) -> str | None:
    """ "the following day": after the last date of the text."""
    return shift_last(
        g["unit"].lower(), 1 if g["which"].lower() in {"next", "following"} else -1, scene
    )


def read_that_part(g: Groups, scene: Scene) -> str | None:
    """ "That night", "the next morning": of the last date of the text, or the day after."""
    how = g["how"].lower()
    days = 1 if how.endswith(("following", "next")) else -1 if how.endswith("previous") else 0
    return add_part(shift_last("day", days, scene), g)


def shift_last(unit: str, number: float, scene: Scene) -> str:
    """The last date of the text moved by so many units; empty where it is not that exact."""
    if unit in {"day", "week"} and re.fullmatch(r"\d{4}-\d\d-\d\d", scene.last):
        return shift_day(scene.last, int(number * (7 if unit == "week" else 1)))
    if unit == "month" and re.match(r"\d{4}-\d\d(-\d\d)?$", scene.last):
        year, month = add_months(date.fromisoformat(scene.last[:7] + "-01"), int(number))
        return f"{year}-{month:02d}"
    if unit in {"year", "decade"} and re.match(r"\d{4}($|-\d)", scene.last):
        return str(int(scene.last[:4]) + int(number * (10 if unit == "decade" else 1)))
    return ""


def read_shifted(g: Groups, scene: Scene) -> str | None:
    """ "two years ago", "three days later", "in two weeks"."""
    number, unit, how = read_number(g["n"]), g["unit"].lower().rstrip("s"), g["how"].lower()
    unit = {"night": "day", "centurie": "century"}.get(unit, unit)
    if number is None:
        return PAST if how == "ago" else ""
    near = scene.clock or (scene.tense == "future" and how == "later")
    if how in {"later", "earlier"} and (scene.last or not near):
        return shift_last(unit, number if how == "later" else -number, scene)
    if scene.now is None:
        return ""
    sign = -1 if how in {"ago", "earlier"} else 1
    return move_now(unit, sign * number, scene)


def move_now(unit: str, number: float, scene: Scene) -> str:
    """The document's date moved by so many units, as exact as the unit says."""
    if scene.now is None:
        return ""
    hours = {
        "hour": 1,
        "hr": 1,
        "minute": 1 / 60,
        "min": 1 / 60,
        "second": 1 / 3600,
        "sec": 1 / 3600,
    }
    if abs(number) > _MOST:
        return ""
    if unit in hours:
        moved = scene.now + timedelta(hours=number * hours[unit])
        return moved.replace(microsecond=0).isoformat() if scene.clock else ""
    days = {"day": 1, "week": 7, "fortnight": 14}
    if unit in days:
        return shift_day(scene.now.date().isoformat(), int(number * days[unit]))
    months = {"month": 1, "quarter": 3}
    if unit in months:
        year, month = add_months(scene.now.date(), int(number * months[unit]))
        return f"{year}-{month:02d}"
    years = {"year": 1, "yr": 1, "decade": 10, "century": 100}
    year = scene.now.year + int(number * years.get(unit, 9999))
    return str(year) if 1000 <= year <= 9999 else ""


def read_from_day(g: Groups, scene: Scene) -> str | None:
    """ "two days before yesterday", "three weeks from tomorrow"."""
    number, start = read_number(g["n"]), read_today({"w": g["w"]}, scene)
    if number is None or not start:
        return ""
    base = Scene(datetime.fromisoformat(start))
    sign = -1 if g["how"].lower() == "before" else 1
    return move_now(g["unit"].lower().rstrip("s"), sign * number, base)
