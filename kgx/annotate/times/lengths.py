"""Readers of durations, of sets, and of times the text leaves open ("now", "recently")."""

from __future__ import annotations

from kgx.annotate.times.calendar import FUTURE, PAST, PRESENT, Groups, Scene
from kgx.annotate.times.words import read_month, read_number, read_weekday, words, write_amount


def read_duration(g: Groups, scene: Scene) -> str | None:
    """ "Two and a half years", "an hour and ten minutes": an ISO 8601 duration."""
    value = write_amount(read_number(g["n"]), g["unit"])
    if g.get("n_more"):
        more = write_amount(read_number(g["n_more"]), g["unit_more"])
        joined = value + more.removeprefix("P").removeprefix("T" if "T" in value else "")
        return joined if "X" not in joined else None
    if g.get("more"):
        number = read_number(g["n"])
        if number is not None:
            value = write_amount(number + (0.25 if "quarter" in g["more"] else 0.5), g["unit"])
    return value


def read_quarters(g: Groups, scene: Scene) -> str | None:
    """ "A quarter of an hour"."""
    unit, number = g["unit"].lower(), 0.75 if g["n"].lower() == "three" else 0.25
    return write_amount(60 * number, "minute") if unit == "hour" else write_amount(number, unit)


def read_whole(g: Groups, scene: Scene) -> str | None:
    """ "The whole year": one of the unit."""
    return write_amount(1, g["unit"])


def read_set(g: Groups, scene: Scene) -> str | None:
    """ "Daily", "every Monday", "every two weeks"."""
    if g.get("often"):
        return str(words()["sets"][g["often"].lower()])
    if g.get("wd"):
        return f"XXXX-WXX-{read_weekday(g['wd'].removesuffix('s'))}"
    if g.get("part"):
        return "XXXX-XX-XXT" + str(words()["day_parts"][g["part"].lower()])
    if g.get("m"):
        return f"XXXX-{read_month(g['m']):02d}"
    if g["unit"].lower().startswith("weekend"):
        many = read_number(g.get("n") or "a")
        return "XXXX-WXX-WE" if many == 1 or many is None else f"P{many:g}WE"
    number = 2.0 if (g.get("n") or "").lower() == "other" else read_number(g.get("n") or "a")
    return write_amount(number, g["unit"])


def read_bare_part(g: Groups, scene: Scene) -> str | None:
    """ "In the morning", of no day that is told."""
    return "T" + str(words()["day_parts"][g["part"].lower()])


def read_brief(g: Groups, scene: Scene) -> str | None:
    """ "3h", "2y"."""
    return write_amount(read_number(g["n"]), {"h": "hour", "y": "year"}[g["unit"].lower()])


def read_weekends(g: Groups, scene: Scene) -> str | None:
    """ "Two weekends"."""
    number = read_number(g["n"])
    return f"P{'X' if number is None else f'{number:g}'}WE"


def read_vague(g: Groups, scene: Scene) -> str | None:
    """ "for decades": so many that the text does not count them; "a year-long strike": one."""
    return write_amount(None if g["unit"].lower().endswith("s") else 1, g["unit"])


def read_now(g: Groups, scene: Scene) -> str | None:
    """ "Now", "currently"."""
    return PRESENT


def read_past(g: Groups, scene: Scene) -> str | None:
    """ "Recently", "years ago"."""
    return PAST


def read_future(g: Groups, scene: Scene) -> str | None:
    """ "The near future", "the coming weeks"."""
    return FUTURE
