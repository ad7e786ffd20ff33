"""The places kgx knows by name: countries, territories, continents, divisions, cities.

From GeoNames (CC BY 4.0), Natural Earth and others; ``python -m kgx.annotate.build.gazetteer``
writes the tables. Read on first use.

    >>> places_named("Brazil")[0].same_as[0]
    'http://www.wikidata.org/entity/Q155'
    >>> nation_of("Turkish").name
    'Türkiye'
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal, get_args

from kgx.annotate.words.tables import read_lines
from kgx.errors import RuleError
from kgx.records import changed, quick

PlaceKind = Literal["country", "territory", "continent", "city", "region"]

GEONAMES = "https://sws.geonames.org/"
WIKIDATA = "http://www.wikidata.org/entity/"

_COMMON_MARK = "~"
_SHORTEST_IN_CAPITALS = 4
_ARTICLES = ("the ", "The ")


@quick
@dataclass(frozen=True, slots=True)
class Place:
    """A place.

    Attributes:
        name: Its canonical name, whatever name it was looked up by.
        same_as: IRIs in Wikidata and GeoNames, Wikidata first where known.
        country: ISO 3166-1 alpha-2 (``XK`` for Kosovo); empty for what lies in several.
        population: Zero where unknown, as for all regions.
        common: The name it was looked up by is also a word, a person's name or another place's
            ("Reading", "Jordan"): the name alone is not enough.
    """

    name: str
    kind: PlaceKind
    same_as: tuple[str, ...]
    country: str
    population: int
    common: bool = False


def places_named(name: str) -> tuple[Place, ...]:
    """The places of that name, best first: countries, territories, continents, then cities by
    population, then regions.

    Case counts, but all capitals match as well; a leading "the" is dropped.
    """
    names = _names()
    rows = names.get(name)
    if rows is None and name.startswith(_ARTICLES):
        name = name[len(_ARTICLES[0]) :]
        rows = names.get(name)
    if rows is None and len(name) >= _SHORTEST_IN_CAPITALS and name.isupper():
        rows = _names_in_capitals().get(name)
    return tuple(_place(row) for row in rows) if rows else ()


def nation_of(word: str) -> Place | None:
    """The country that a word such as "Turkish", "Turks" or "Scottish" is about; one within another
    state is a country here as well.

    None for a word of several countries ("Congolese") or of none ("Martian").
    """
    nations = _nations()
    code = nations.get(word)
    if code is None and word.isupper() and len(word) >= _SHORTEST_IN_CAPITALS:
        word = word.title()
        code = nations.get(word)
    if code is None and word.endswith("s"):
        code = nations.get(word[:-1])
    return country_of(code) if code else None


@cache
def country_of(code: str) -> Place | None:
    """The country or territory of an ISO 3166-1 alpha-2 code, or the region of a Wikidata item.

    >>> country_of("BR").name
    'Brazil'
    """
    row = _countries().get(code)
    return None if row is None else changed(_place(row), common=False)


@cache
def _names() -> dict[str, list[str]]:
    """The table's lines by name, a line's mark in front where the name is common."""
    lines = _read_lines("places.tsv", "kind\tcountry\tpopulation\tgeonames\twikidata\tnames")
    found: dict[str, list[str]] = {}
    for line in lines:
        for name in line[line.rindex("\t") + 1 :].split("|"):
            if name[0] == _COMMON_MARK:
                found.setdefault(name[1:], []).append(_COMMON_MARK + line)
            else:
                found.setdefault(name, []).append(line)
    return found


@cache
def _names_in_capitals() -> dict[str, list[str]]:
    """The same, by the name in capitals, unless it is common."""
    found: dict[str, list[str]] = {}
    for name, lines in _names().items():
        if len(name) >= _SHORTEST_IN_CAPITALS:
            found.setdefault(name.upper(), []).extend(x for x in lines if x[0] != _COMMON_MARK)
    return found


@cache
def _nations() -> dict[str, str]:
    lines = _read_lines("nations.tsv", "word\tcountry")
    return dict(line.split("\t", 1) for line in lines)


@cache
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in _read_lines("places.tsv", "kind\tcountry\tpopulation\tgeonames\twikidata\tnames"):
        kind, code, *_, wikidata, _ = line.split("\t")
        if kind in {"country", "territory"}:
            found[code] = line
        elif kind == "region" and wikidata:
            found[wikidata] = line
    return found


def is_nation(place: Place) -> bool:
    """True for a region that has a nationality of its own, as Scotland has."""
    item = place.same_as[0].removeprefix(WIKIDATA) if place.same_as else ""
    return place.kind == "region" and item in _nation_items()


@cache
def _nation_items() -> frozenset[str]:
    return frozenset(_nations().values())


def _read_lines(table: str, header: str) -> list[str]:
    lines = read_lines(table, len(header.split()))
    if not lines or lines[0] != header:
        raise RuleError(f"{table}, line 1: the header must be {header.split()}: build it again")
    return lines[1:]


@cache
def _place(line: str) -> Place:
    cells = line.removeprefix(_COMMON_MARK).split("\t")
    kind, code, population, geonames, wikidata, names = cells
    if kind not in get_args(PlaceKind):
        raise RuleError(f"places.tsv: {kind!r} is no kind of place: build it again")
    same_as = ([WIKIDATA + wikidata] if wikidata else []) + (
        [f"{GEONAMES}{geonames}/"] if geonames else []
    )
    return Place(
        name=names.split("|", 1)[0].removeprefix(_COMMON_MARK),
        kind=kind,  # type: ignore[arg-type]  # checked above
        same_as=tuple(same_as),
        country=code,
        population=int(population),
        common=line[0] == _COMMON_MARK,
    )
