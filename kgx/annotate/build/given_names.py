"""Build the list of persons' given names from installed packages.

    python -m kgx.annotate.build.given_names

writes ``data/given_names.txt``, small and in order, and ``data/given_genders.tsv``, the names that
one gender alone bears. Needs the ``build`` extra. Sources: Faker (MIT), which has lists for some
sixty languages, the US Census of 1990 through names, and nomquamgender (MIT; Van Buskirk, Clauset
and Larremore 2022), which counts the names of 36 public lists from all over the world. Words are
told from names there by Webster's Second through english-words.
"""

from __future__ import annotations

import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path

from kgx.annotate.build import DATA
from kgx.annotate.build.gazetteer import read_census, read_json, read_words
from kgx.annotate.words.tables import read_data

_NAME = re.compile(r"[A-ZÀ-ÞŞİĞŠŽČŁ][a-zß-ÿĀ-ɏ'’-]{2,}")
"""A word in Latin letters with one capital."""
_SURE = 30
"""How many times more often than the other the gender of a name must bear it in the census."""
_AGREED = 9
"""How many lists of Faker must have a name for its gender where one has it for the other; where
two have, it is borne by both ("Andrea")."""

_GENDERS = ("_male", "_female")
_LISTED, _LISTED_WORD = 10, 20
"""How many of the world's lists must have a name, and one that is also a word."""
_MIXED, _PURE = 0.1, 0.02
"""Which share of its bearers may have the other gender: of more, the lists take a surname or a
place for a given name; of less, the name tells a gender."""
_WITNESSES, _JUDGED, _SLIPS = 3, 30, 0.015
"""How many other lists must have a name, all for one gender, for a list to be judged by it; how
many such names a list must have, and which share of them it may have for the other gender."""


def build_names() -> None:
    """Write the list."""
    census = {n for n in read_census("dist.male.first", "dist.female.first") if _NAME.fullmatch(n)}
    names = {n.lower() for n in census | set(read_faker())} | set(read_world())
    (DATA / "given_names.txt").write_text("\n".join(sorted(names)) + "\n", encoding="utf-8")


def build_genders() -> None:
    """Write the names that tell a gender: where both sources have a name, both must tell it. One
    list of Faker alone is enough where that list agrees with the others in the names they share."""
    census = [_read_shares("dist.male.first"), _read_shares("dist.female.first")]
    lists = [Counter(read_faker("_male")), Counter(read_faker("_female"))]
    sure = {name for names in _reliable_lists().values() for name in names}
    told = {n for source in (*census, *lists) for n in source if _NAME.fullmatch(n)}
    tells = {n.lower(): g for n in told if (g := _gender_of(n, census, lists, sure))}
    known = {n.lower() for n in told}
    for name, share in read_world().items():
        if name not in known and min(share, 1 - share) <= _PURE:
            tells[name] = "f" if share > _PURE else "m"
    lines = [f"{name}\t{gender}" for name, gender in sorted(tells.items())]
    (DATA / "given_genders.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_world() -> dict[str, float]:
    """The names that many lists of the world have, in lower case without accents, with the share
    of women among their bearers. Left out is what is also a noun, a place or a word of a firm's
    name."""
    words = read_words()
    taken = {noun.split("\t")[0] for noun in read_data("noun_kinds.tsv").splitlines()}
    taken |= {
        n.lstrip("~").lower()
        for row in read_data("places.tsv").splitlines()
        for n in _places_of(row)
    }
    taken |= {word for firm in read_data("companies.txt").splitlines() for word in firm.split()}
    return {
        name: share
        for name, (lists, _, share, _) in read_json("nomquamgender", "name_data.json", "").items()
        if lists >= (_LISTED_WORD if name in words else _LISTED)
        and min(share, 1 - share) <= _MIXED
        and name not in taken
        and _NAME.fullmatch(name.title())
    }


def _places_of(row: str) -> list[str]:
    """The names in a row of the table of places."""
    return row.split("\t")[-1].split("|")


def _gender_of(
    name: str, census: list[Counter[str]], lists: list[Counter[str]], sure: set[str]
) -> str:
    """The gender of a name; empty where the sources differ or are too few."""
    male, female = (count[name] for count in lists)
    told = set()
    if min(male, female) > 1:
        return ""
    if male + female > 1 or name in sure:
        told.add(_tell_gender(male, female, _AGREED))
    if sum(count[name] for count in census) > 1:
        told.add(_tell_gender(census[0][name], census[1][name], _SURE))
    return told.pop() if len(told) == 1 else ""


def _reliable_lists() -> dict[str, set[str]]:
    """By language, the names of the lists of Faker that hardly ever differ from what all others
    that have a name say of it."""
    lists = {
        (language, gender): {n for n in names if _NAME.fullmatch(n)}
        for gender in _GENDERS
        for language, names in read_lists(gender)
    }
    said: dict[str, Counter[str]] = {}
    for (_, gender), names in lists.items():
        for name in names:
            said.setdefault(name, Counter())[gender] += 1
    found = {}
    for language in {language: None for language, _ in lists}:
        right = wrong = 0
        for gender in _GENDERS:
            for name in lists.get((language, gender), ()):
                rest = said[name] - Counter({gender: 1})
                if len(rest) == 1 and rest.total() >= _WITNESSES:
                    right, wrong = right + (gender in rest), wrong + (gender not in rest)
        if right + wrong >= _JUDGED and wrong <= _SLIPS * (right + wrong):
            found[language] = lists[language, "_male"] | lists[language, "_female"]
    return found


def _read_shares(table: str) -> Counter[str]:
    """The names of a table of the US Census with their shares, in thousandths of a per cent."""
    lines = (files("names") / table).read_text(encoding="ascii").splitlines()
    cells = [line.split() for line in lines]
    return Counter({name.title(): round(float(share) * 1000) for name, share, *_ in cells})


def _tell_gender(male: int, female: int, times: int) -> str:
    """Which of two counts is so many times the other, which is then a slip; empty where neither."""
    return "m" if male > times * female else "f" if female > times * male else ""


def read_faker(kind: str = "") -> Iterator[str]:
    """The given names of all the lists of Faker, or of those of one kind, such as ``_male``."""
    for _, names in read_lists(kind):
        yield from (n for n in names if _NAME.fullmatch(n))


def read_lists(kind: str = "") -> Iterator[tuple[str, list[str]]]:
    """The lists of given names of Faker, each with the name of its language."""
    package = import_module("faker.providers.person")
    for module in pkgutil.iter_modules(package.__path__):
        if not Path(module.module_finder.path, module.name).is_dir():  # type: ignore[union-attr]
            continue
        provider = import_module(f"faker.providers.person.{module.name}").Provider
        names: list[str] = []
        for attribute, value in sorted(vars(provider).items()):
            if (
                f"first_name{'s' if kind else ''}{kind}" in attribute
                and not callable(value)
                and not isinstance(value, property)
            ):
                names += [n for n in value if isinstance(n, str)]
        yield module.name, names


if __name__ == "__main__":
    build_names()
    build_genders()
