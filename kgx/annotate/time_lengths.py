"""Readers of durations, sets, parts of the day and times of day."""

from __future__ import annotations

from kgx.annotate.time_calendar import Groups, Scene
from kgx.annotate.time_words import read_month, read_number, read_weekday, words, write_amount


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


def read_bare_part(g: Groups, scene: Scene) -> str | None:
    return "T" + str(words()["day_parts"][g["part"].lower()])


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
