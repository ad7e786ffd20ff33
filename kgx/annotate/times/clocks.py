"""Readers of times of day, as ``hh:mm:ss``, and of stretches between two."""

from __future__ import annotations

import re

from kgx.annotate.times.calendar import Groups, Scene
from kgx.annotate.times.words import read_number

_SMALL_HOURS = frozenset({1, 2, 3, 4, 12})


def read_clock(g: Groups, scene: Scene) -> str | None:
    """A time of day as ``hh:mm:ss``."""
    if g.get("named"):
        return "00:00:00" if "night" in g["named"].lower() else "12:00:00"
    if g.get("past"):
        return read_past_hour(g)
    if g.get("military"):
        return write_clock(int(g["military"][:2]), int(g["military"][2:]), g)
    spoken = read_number(g["hour"])
    return None if spoken is None else write_clock(int(spoken), int(g.get("minute") or 0), g)


def read_past_hour(g: Groups) -> str | None:
    """ "Half past three", "twenty minutes to nine in the evening"."""
    hour, said = read_number(g["hour"]), g["past"].lower()
    minute: float | None = 30 if said == "half" else 15
    if said != "half" and not said.endswith("quarter"):
        minute = read_number(said.split(" min")[0])
    if hour is None or minute is None or hour > 12 or not 0 < minute < 60:
        return None
    to = g["to"].lower() == "to"
    return write_clock(int(hour) - to, int(60 - minute if to else minute), with_half(g))


def read_hour_of_part(g: Groups, scene: Scene) -> str | None:
    """ "Seven in the morning"."""
    return read_clock(with_half(g), scene)


def with_half(g: Groups) -> Groups:
    """The groups with "p.m." for the afternoon, the evening and the night, "a.m." else."""
    part = g.get("part", "").lower()
    if not part:
        return g
    early = part == "morning" or (part == "night" and read_number(g["hour"]) in _SMALL_HOURS)
    return {**g, "half": "a" if early else "p"}


def read_hours(g: Groups, scene: Scene) -> str | None:
    """ "3 to 5", "8 am to 3", "5 and 6 in the afternoon": the second is after the first."""
    g = with_half(g)
    first, last = read_number(g["h1"]), read_number(g["hour"])
    if first is None or last is None:
        return None
    one = {"half": g.get("half1") or g.get("half", "")}
    start = write_clock(int(first), int(g.get("m1") or 0), one)
    end = write_clock(int(last), int(g.get("minute") or 0), {"half": g.get("half", "")})
    if start and end and end <= start:
        end = write_clock(int(last), int(g.get("minute") or 0), {"half": "p"})
    return f"{start}/{end}" if start and end and start < end else None


def read_packed_hours(g: Groups, scene: Scene) -> str | None:
    """ "Between 0730 and 0930"."""
    start, end = f"{g['h1']}:{g['m1']}:00", f"{g['hour']}:{g['minute']}:00"
    return f"{start}/{end}" if start < end else None


def read_spoken_clock(g: Groups, scene: Scene) -> str | None:
    """ "Nine thirty", "five oh five"."""
    hour = read_number(g["hour"])
    minute = read_number(re.sub(r"^oh?[-\s]+", "", g["said"].lower()))
    if hour is None or minute is None:
        return None
    return write_clock(int(hour), int(minute), g)


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
