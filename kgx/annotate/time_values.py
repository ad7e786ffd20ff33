"""What time expressions are worth: numbers, the calendar, and the readers the rules name.

Values are ISO 8601 / EDTF (``2012``, ``2012-04``, ``2012-04-03T08:00``, ``199X``, ``2012/2015``,
``P2Y``); where these have no plain form, those of TIMEX3 (Pustejovsky et al. 2003): quarters
``2012-Q3``, seasons ``2012-SU``, weekends ``2012-W04-WE``, parts of the day ``2012-04-03TMO``,
fiscal years ``FY2012``, vague durations ``PXY``, sets ``XXXX-WXX-1``. What depends on a date that
is not known has the value "".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Literal

from kgx.errors import RuleError

Tense = Literal["past", "present", "future", ""]
Groups = dict[str, str]

GRAMMAR = Path(__file__).parent / "data" / "times.toml"

_TABLES = (
    *("months", "weekdays", "seasons", "day_parts", "units", "numbers", "ordinals", "sets"),
    *("holidays", "core", "first", "near", "parts", "rules"),
)

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
    """

    now: datetime | None
    clock: bool = False
    tense: Tense = ""
    last: str = ""


@cache
def words() -> dict[str, Any]:
    """The word lists, parts and rules. Raises `RuleError` where one is missing or empty."""
    try:
        tables = tomllib.loads(GRAMMAR.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as err:
        raise RuleError(f"{GRAMMAR}: {err}") from err
    for name in _TABLES:
        if not tables.get(name):
            raise RuleError(f"{GRAMMAR}: {name!r} is missing or empty")
    return tables


# ---------------------------------------------------------------- words to numbers


def read_number(text: str) -> float | None:
    """The number a few words or digits say ("2.5", "twenty-two", "two and a half", "a couple of").

    None for a vague one ("several").
    """
    text = text.lower().replace(",", "").strip()
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text)
    half = 0.0
    if match := re.fullmatch(r"(.*?)\s*(?:and )?(?:a )?(half|quarter)(?: an?)?", text):
        text, half = match[1] or "zero", 0.5 if match[2] == "half" else 0.25
    if text in {"a", "an"}:
        return 1 + half
    if text.startswith(("a couple", "couple")):
        return 2 + half
    if re.fullmatch(r"\d+", text):
        return int(text) + half
    numbers, total = words()["numbers"], 0
    for word in re.split(r"[-\s]+", text):
        if word == "and":
            continue
        if word not in numbers:
            return None
        total = total * 100 if word == "hundred" else total + numbers[word]
    return total + half


def read_ordinal(text: str) -> int | None:
    """A day or other rank: "3rd", "third", "twenty-first", "12"."""
    text = text.lower().strip()
    if match := re.match(r"\d+", text):
        return int(match[0])
    ordinals, numbers = words()["ordinals"], words()["numbers"]
    tens, _, last = text.replace("-", " ").rpartition(" ")
    if last not in ordinals:
        return None
    return int(ordinals[last]) + int(numbers.get(tens.strip(), 0))


def read_month(text: str) -> int:
    """The number of a month's name."""
    return int(words()["months"][text.lower().rstrip(".")])


def read_weekday(text: str) -> int:
    """The ISO number of a weekday's name."""
    return int(words()["weekdays"][text.lower().rstrip(".")])


def read_year(text: str) -> int:
    """A year, of four digits or of two (69 and above are of the last century)."""
    year = int(text.lstrip("'’"))
    if len(text.lstrip("'’")) > 2:
        return year
    return year + (1900 if year >= 69 else 2000)


def write_amount(number: float | None, unit: str) -> str:
    """A duration: number and unit. "X" stands for a vague number."""
    code = words()["units"][unit.lower().rstrip(".").removesuffix("s")]
    many = re.match(r"\d+", code.lstrip("T"))
    if many and number is not None:
        number *= int(many[0])
    amount = "X" if number is None else f"{number:g}"
    return f"P{'T' if code[0] == 'T' else ''}{amount}{code[-1]}"


# ---------------------------------------------------------------- calendar


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
    """The day of a holiday in a year."""
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


# ---------------------------------------------------------------- readers


def read_iso(g: Groups, scene: Scene) -> str | None:
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


def read_month_year_numeric(g: Groups, scene: Scene) -> str | None:
    month = int(g["m"])
    return f"{g['y']}-{month:02d}" if 1 <= month <= 12 else None


def read_day(g: Groups, scene: Scene) -> str | None:
    day = read_ordinal(g["d"])
    if day is None:
        return None
    month = read_month(g["m"])
    if g.get("y"):
        return write_day(read_year(g["y"]), month, day)
    return nearest_year(month, day, scene)


def read_days(g: Groups, scene: Scene) -> str | None:
    last = read_day({**g, "d": g["e"]}, scene)
    first = read_day({**g, "y": last[:4]} if last else g, scene)
    if first is None or last is None or first > last:
        return None
    return f"{first}/{last}" if first and last else ""


def read_month_alone(g: Groups, scene: Scene) -> str | None:
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
    return str(read_year(g["y"]))


def read_fiscal_year(g: Groups, scene: Scene) -> str | None:
    return f"FY{read_year(g['y'])}"


def read_years(g: Groups, scene: Scene) -> str | None:
    first, last = g["y"], g["z"]
    last = last if len(last) == 4 else first[:2] + last
    return f"{first}/{last}" if first < last else None


def read_decade(g: Groups, scene: Scene) -> str | None:
    if g.get("w"):
        return f"19{int(words()['numbers'][g['w'].lower()[:-3] + 'y']) // 10}X"
    digits = g["x"]
    return f"{digits[:3]}X" if len(digits) == 4 else f"19{digits[0]}X"


def read_century(g: Groups, scene: Scene) -> str | None:
    rank = read_ordinal(g["o"])
    if not rank or rank > 21:
        return None
    if g.get("bc"):
        return ""
    return f"{rank - 1:02d}XX"


def read_today(g: Groups, scene: Scene) -> str | None:
    if scene.now is None:
        return ""
    word = re.sub(r"\s+", " ", g["w"].lower())
    shift = {"yesterday": -1, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2}
    day = (scene.now.date() + timedelta(shift.get(word.removeprefix("the "), 0))).isoformat()
    if word in {"tonight", "last night"}:
        return f"{day}TNI" if word == "tonight" else f"{shift_day(day, -1)}TNI"
    return add_part(day, g)


def shift_day(day: str, days: int) -> str:
    """A date so many days on."""
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def add_part(day: str, g: Groups) -> str:
    """A day with a part of the day, if one is named."""
    return f"{day}T{words()['day_parts'][g['part'].lower()]}" if day and g.get("part") else day


def read_now(g: Groups, scene: Scene) -> str | None:
    if scene.now is None:
        return ""
    return (
        scene.now.replace(microsecond=0).isoformat()
        if scene.clock
        else scene.now.date().isoformat()
    )


def read_this_part(g: Groups, scene: Scene) -> str | None:
    return "" if scene.now is None else add_part(scene.now.date().isoformat(), g)


def read_bare_part(g: Groups, scene: Scene) -> str | None:
    return "T" + str(words()["day_parts"][g["part"].lower()])


def read_weekday_date(g: Groups, scene: Scene) -> str | None:
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


def read_duration(g: Groups, scene: Scene) -> str | None:
    value = write_amount(read_number(g["n"]), g["unit"])
    if g.get("n2"):
        more = write_amount(read_number(g["n2"]), g["unit2"])
        joined = value + more.removeprefix("P").removeprefix("T" if "T" in value else "")
        return joined if "X" not in joined else None
    if g.get("more"):
        number = read_number(g["n"])
        if number is not None:
            value = write_amount(number + (0.25 if "quarter" in g["more"] else 0.5), g["unit"])
    return value


def read_whole(g: Groups, scene: Scene) -> str | None:
    return write_amount(1, g["unit"])


def read_shifted(g: Groups, scene: Scene) -> str | None:
    """ "two years ago", "three days later", "in two weeks"."""
    number, unit, how = read_number(g["n"]), g["unit"].lower().rstrip("s"), g["how"].lower()
    unit = {"night": "day", "centurie": "century"}.get(unit, unit)
    if number is None:
        return ""
    if how in {"later", "earlier"} and (scene.last or not scene.clock):
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
    if unit in hours:
        moved = scene.now + timedelta(hours=number * hours[unit])
        return moved.replace(microsecond=0).isoformat() if scene.clock else ""
    days = {"day": 1, "week": 7, "fortnight": 14}
    if unit in days:
        return (scene.now.date() + timedelta(days=number * days[unit])).isoformat()
    months = {"month": 1, "quarter": 3}
    if unit in months:
        year, month = add_months(scene.now.date(), int(number * months[unit]))
        return f"{year}-{month:02d}"
    years = {"year": 1, "yr": 1, "decade": 10, "century": 100}
    return str(scene.now.year + int(number * years[unit])) if unit in years else ""


def read_from_day(g: Groups, scene: Scene) -> str | None:
    """ "two days before yesterday", "three weeks from tomorrow"."""
    number, start = read_number(g["n"]), read_today({"w": g["w"]}, scene)
    if number is None or not start:
        return ""
    base = Scene(datetime.fromisoformat(start))
    sign = -1 if g["how"].lower() == "before" else 1
    return move_now(g["unit"].lower().rstrip("s"), sign * number, base)


def read_quarter(g: Groups, scene: Scene) -> str | None:
    number = read_ordinal(g["o"].lower().removeprefix("q"))
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
    number = {"first": 1, "second": 2, "h1": 1, "h2": 2}[g["o"].lower()]
    year = year_of(g, scene)
    if year is None:
        return ""
    return f"{year}-01/{year}-06" if number == 1 else f"{year}-07/{year}-12"


def year_of(g: Groups, scene: Scene) -> int | None:
    """The year a group names, in digits or as "this year", "last year"."""
    if g.get("y"):
        return read_year(g["y"])
    if g.get("which") is None or scene.now is None:
        return None
    return scene.now.year + which_shift(g["which"].lower())


def read_season(g: Groups, scene: Scene) -> str | None:
    code, year = words()["seasons"][g["s"].lower()], year_of(g, scene)
    return "" if year is None else f"{year}-{code}"


def read_holiday_date(g: Groups, scene: Scene) -> str | None:
    if g.get("y"):
        return read_holiday(g["h"], read_year(g["y"])).isoformat()
    if scene.now is None:
        return ""
    today = scene.now.date()
    found = [read_holiday(g["h"], y) for y in range(today.year - 1, today.year + 2)]
    which = g.get("which", "").lower()
    tense: Tense = "future" if which == "next" else "past" if which == "last" else scene.tense
    found = [d for d in found if fits_tense(d, today, tense)]
    return min(found, key=lambda d: abs((d - today).days)).isoformat()


def read_set(g: Groups, scene: Scene) -> str | None:
    if g.get("often"):
        return str(words()["sets"][g["often"].lower()])
    if g.get("wd"):
        return f"XXXX-WXX-{read_weekday(g['wd'].removesuffix('s'))}"
    if g.get("part"):
        return "XXXX-XX-XXT" + str(words()["day_parts"][g["part"].lower()])
    if g.get("m"):
        return f"XXXX-{read_month(g['m']):02d}"
    if g["unit"].lower() == "weekend":
        return "XXXX-WXX-WE"
    number = 2.0 if (g.get("n") or "").lower() == "other" else read_number(g.get("n") or "a")
    return write_amount(number, g["unit"])


def read_clock(g: Groups, scene: Scene) -> str | None:
    """A time of day as ``hh:mm:ss``."""
    if g.get("named"):
        return "00:00:00" if g["named"].lower() == "midnight" else "12:00:00"
    if g.get("past"):
        hour, minute = read_number(g["hour"]), {"half": 30, "quarter": 15}[g["past"].lower()]
        if hour is None or hour > 12:
            return None
        to = g["to"].lower() == "to"
        return write_clock(int(hour) - to, 60 - minute if to else minute, g)
    if g.get("military"):
        return write_clock(int(g["military"][:2]), int(g["military"][2:]), g)
    spoken = read_number(g["hour"])
    return None if spoken is None else write_clock(int(spoken), int(g.get("minute") or 0), g)


def read_clocks(g: Groups, scene: Scene) -> str | None:
    """ "3-8 pm": the first is of the same half of the day, unless it would come after."""
    last = write_clock(int(g["hour"]), int(g.get("minute") or 0), g)
    same = {**g, "hour": g["h1"], "minute": g.get("m1", "")}
    first = write_clock(int(g["h1"]), int(g.get("m1") or 0), same)
    if first and last and first > last:
        first = write_clock(int(g["h1"]), int(g.get("m1") or 0), {**same, "half": "a"})
    return f"{first}/{last}" if first and last and first < last else None


def write_clock(hour: int, minute: int, g: Groups) -> str | None:
    """Hours and minutes, with "p.m." and a zone taken in; None where no clock shows them."""
    half = (g.get("half") or "").lower()[:1]
    if half and not 0 < hour <= 12:
        return None
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return None
    second = int(g.get("second") or 0)
    return f"{hour:02d}:{minute:02d}:{second:02d}" + ("Z" if g.get("zone") else "")


Reader = Callable[[Groups, Scene], str | None]
"""The value of a match: empty where it can't be resolved, None where it is no time after all."""

READERS: dict[str, Reader] = {
    function.__name__.removeprefix("read_"): function
    for function in (
        read_iso,
        read_numeric,
        read_month_year_numeric,
        read_day,
        read_days,
        read_month_alone,
        read_year_alone,
        read_fiscal_year,
        read_years,
        read_decade,
        read_century,
        read_today,
        read_now,
        read_this_part,
        read_bare_part,
        read_weekday_date,
        read_weekday_rank,
        read_unit,
        read_unit_edge,
        read_same_unit,
        read_next_day,
        read_duration,
        read_whole,
        read_shifted,
        read_from_day,
        read_quarter,
        read_half,
        read_season,
        read_holiday_date,
        read_set,
        read_clock,
        read_clocks,
    )
}
"""By the name a rule gives them."""
