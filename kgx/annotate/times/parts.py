"""Readers of parts of a month or a year: "the last week of July", "the 9th month of 2015"."""

from __future__ import annotations

from datetime import date

from kgx.annotate.times.calendar import (
    Groups,
    Scene,
    add_months,
    fits_tense,
    write_day,
    write_nth_week,
    write_nth_weekday,
)
from kgx.annotate.times.dates import read_month_alone, year_of
from kgx.annotate.times.units import which_shift
from kgx.annotate.times.words import read_number, read_ordinal, read_weekday


def read_rank(text: str) -> int | None:
    """The place a rank names; "last" and "final" count from the end, as -1."""
    return -1 if text.lower() in {"last", "final"} else read_ordinal(text)


def month_of(g: Groups, scene: Scene) -> tuple[int, int] | None:
    """Year and month that a part of one names, by its name or as "this month"."""
    if g.get("m"):
        value = read_month_alone({k: g[k] for k in ("m", "y") if g.get(k)}, scene)
        return (int(value[:4]), int(value[5:7])) if value else None
    if scene.now is None:
        return None
    return add_months(scene.now.date(), which_shift(g.get("which", "this").lower()))


def read_nth_week(g: Groups, scene: Scene) -> str | None:
    """ "The second week of June", "the third week of 2015"."""
    number = read_rank(g["o"])
    if not number:
        return None
    if g.get("m") or g.get("unit", "").lower() == "month":
        month = month_of(g, scene)
        return write_nth_week(*month, number) if month else ""
    year = year_of(g, scene)
    return "" if year is None else write_nth_week(year, None, number)


def read_week_number(g: Groups, scene: Scene) -> str | None:
    """ "Week 24 of 2015"."""
    year = year_of(g, scene)
    return None if year is None else write_nth_week(year, None, int(g["n"]))


def read_nth_weekday(g: Groups, scene: Scene) -> str | None:
    """ "The first Monday of June"."""
    number, month = read_rank(g["o"]), month_of(g, scene)
    if not number:
        return None
    return write_nth_weekday(*month, number, read_weekday(g["wd"])) if month else ""


def read_nth_month(g: Groups, scene: Scene) -> str | None:
    """ "The ninth month of 2015"."""
    number, year = read_ordinal(g["o"]), year_of(g, scene)
    if not number or number > 12:
        return None
    return "" if year is None else f"{year}-{number:02d}"


def read_first_months(g: Groups, scene: Scene) -> str | None:
    """ "The first nine months of 2015"."""
    number, year = read_number(g["n"]), year_of(g, scene)
    if number is None or not 1 < number < 12 or number % 1:
        return None
    if year is None:
        return ""
    first = g["o"].lower() == "first"
    return (
        f"{year}-01/{year}-{int(number):02d}" if first else f"{year}-{13 - int(number)}/{year}-12"
    )


def read_day_of_month(g: Groups, scene: Scene) -> str | None:
    """ "The 15th of this month", "the first day of next month"."""
    day, month = read_ordinal(g["d"]), month_of(g, scene)
    if day is None:
        return None
    return write_day(*month, day) if month else ""


def read_rank_alone(g: Groups, scene: Scene) -> str | None:
    """ "On the 18th": the nearest such day on the side of the tense."""
    day = read_ordinal(g["d"])
    if not day or day > 31:
        return None
    if scene.now is None:
        return ""
    today = scene.now.date()
    months = (add_months(today, n) for n in range(-2, 3))
    days = [date.fromisoformat(d) for m in months if (d := write_day(*m, day))]
    fitting = [d for d in days if fits_tense(d, today, scene.tense)]
    return min(fitting or days, key=lambda d: abs((d - today).days)).isoformat()
