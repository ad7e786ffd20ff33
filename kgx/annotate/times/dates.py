"""Readers of dates that stand for themselves: days, months, years, quarters, seasons, holidays.

What names no year takes it from the document's date and the tense of the clause.
"""

from __future__ import annotations

from kgx.annotate.times.calendar import (
    Groups,
    Scene,
    Tense,
    fits_tense,
    nearest_year,
    read_holiday,
    write_day,
    write_quarter,
)
from kgx.annotate.times.units import which_shift
from kgx.annotate.times.words import read_month, read_ordinal, read_year, words


def read_iso(g: Groups, scene: Scene) -> str | None:
    """ "2015-06-07", "2015-06-07T10:30"."""
    day = write_day(int(g["y"]), int(g["m"]), int(g["d"]))
    return f"{day}T{g['t']}" if day and g.get("t") else day


def read_numeric(g: Groups, scene: Scene) -> str | None:
    """Month/day/year, unless only day/month/year can be."""
    month, day = int(g["a"]), int(g["b"])
    if month > 12:
        month, day = day, month
    if g.get("y"):
        return write_day(read_year(g["y"]), month, day)
    return nearest_year(month, day, scene)


def read_numeric_range(g: Groups, scene: Scene) -> str | None:
    """ "10/1-11/2/2017": a first day without a year is of the last one's."""
    last = read_numeric({"a": g["c"], "b": g["e"], "y": g["y"]}, scene)
    first = read_numeric({"a": g["a"], "b": g["b"], "y": g.get("from", g["y"])}, scene)
    return f"{first}/{last}" if first and last and first < last else None


def read_month_year_numeric(g: Groups, scene: Scene) -> str | None:
    """ "6/2015"."""
    month = int(g["m"])
    return f"{g['y']}-{month:02d}" if 1 <= month <= 12 else None


def read_day(g: Groups, scene: Scene) -> str | None:
    """ "7 June", "June 7th, 2015"."""
    day = read_ordinal(g["d"])
    if day is None:
        return None
    month = read_month(g["m"])
    if g.get("y"):
        return write_day(read_year(g["y"]), month, day)
    return nearest_year(month, day, scene)


def read_days(g: Groups, scene: Scene) -> str | None:
    """ "7 to 9 June", "June 7-9, 2015"."""
    last = read_day({**g, "d": g["e"]}, scene)
    first = read_day({**g, "y": last[:4]} if last else g, scene)
    if first is None or last is None or first > last:
        return None
    return f"{first}/{last}" if first and last else ""


def read_month_alone(g: Groups, scene: Scene) -> str | None:
    """ "June", "last June", "June 2015"."""
    month = read_month(g["m"])
    if g.get("y"):
        return f"{read_year(g['y'])}-{month:02d}"
    if scene.now is None:
        return ""
    here, which = scene.now, g.get("which", "").lower()
    year = here.year
    if which in {"next", "coming"} or (not which and scene.tense == "future"):
        year += month < here.month or (which == "next" and month == here.month)
    elif month > here.month - (which == "last") and which != "this":
        year -= 1
    return f"{year}-{month:02d}"


def read_year_alone(g: Groups, scene: Scene) -> str | None:
    """ "2015", "'15", "843"."""
    return f"{read_year(g['y']):04d}"


def read_era_year(g: Groups, scene: Scene) -> str | None:
    """ "AD 79", "44 BC": the year 1 BC is ``0000``, as in ISO 8601."""
    year = int(g["y"])
    return f"{1 - year:05d}" if g.get("bc") and year > 1 else f"{year - bool(g.get('bc')):04d}"


def read_fiscal_year(g: Groups, scene: Scene) -> str | None:
    """ "Fiscal 2015", as ``FY2015``."""
    return f"FY{read_year(g['y'])}"


def read_which_fiscal(g: Groups, scene: Scene) -> str | None:
    """ "The last fiscal year"."""
    return "" if scene.now is None else f"FY{scene.now.year + which_shift(g['which'].lower())}"


def read_years(g: Groups, scene: Scene) -> str | None:
    """ "2015-17", "from 2015 to 2017"."""
    first, last = g["y"], g["z"]
    last = last if len(last) == 4 else first[:2] + last
    return f"{first}/{last}" if first < last else None


def read_decade(g: Groups, scene: Scene) -> str | None:
    """ "The 1990s", "the nineties", as ``199X``."""
    if g.get("w"):
        return f"19{int(words()['numbers'][g['w'].lower()[:-3] + 'y']) // 10}X"
    digits = g["x"]
    return f"{digits[:3]}X" if len(digits) == 4 else f"19{digits[0]}X"


def read_century(g: Groups, scene: Scene) -> str | None:
    """ "The 19th century", as ``18XX``; one before Christ stays open."""
    rank = read_ordinal(g["o"])
    if not rank or rank > 21:
        return None
    if g.get("bc"):
        return ""
    return f"{rank - 1:02d}XX"


def read_quarter(g: Groups, scene: Scene) -> str | None:
    """ "The third quarter of 2015", "Q3"."""
    number = read_ordinal(g["o"].lower().strip("q"))
    if not number or number > 4:
        return None
    year = year_of(g, scene)
    if year is None:
        if scene.now is None:
            return ""
        year = scene.now.year
        this = (scene.now.month - 1) // 3 + 1
        year -= number > this and scene.tense != "future"
    return write_quarter(year, number)


def read_half(g: Groups, scene: Scene) -> str | None:
    """ "The first half of 2015", as the interval of its months."""
    number = {"first": 1, "second": 2, "h1": 1, "h2": 2}[g["o"].lower()]
    year = year_of(g, scene)
    if year is None:
        return ""
    return f"{year}-01/{year}-06" if number == 1 else f"{year}-07/{year}-12"


def year_of(g: Groups, scene: Scene) -> int | None:
    """The year a group names, in digits or as "this year", "last year"."""
    if g.get("y"):
        return read_year(g["y"])
    if not g.get("which") or scene.now is None:
        return None
    return scene.now.year + which_shift(g["which"].lower())


def read_season(g: Groups, scene: Scene) -> str | None:
    """ "Summer 2015", "last winter", by the codes of EDTF."""
    code, year = words()["seasons"][g["s"].lower()], year_of(g, scene)
    return "" if year is None else f"{year}-{code}"


def read_holiday_date(g: Groups, scene: Scene) -> str | None:
    """ "Christmas", "next Easter", "Labor Day 2015": the nearest that fits the tense."""
    year = year_of({"y": g.get("y", ""), "which": g.get("of", "")}, scene)
    if year is not None and (g.get("y") or g.get("of")):
        return read_holiday(g["h"], year).isoformat()
    if scene.now is None:
        return ""
    today = scene.now.date()
    found = [read_holiday(g["h"], y) for y in range(today.year - 1, today.year + 2)]
    which = g.get("which", "").lower()
    shift = which_shift(which)
    tense: Tense = "future" if shift > 0 else "past" if shift < 0 else scene.tense
    found = [d for d in found if fits_tense(d, today, tense)]
    return min(found, key=lambda d: abs((d - today).days)).isoformat()
