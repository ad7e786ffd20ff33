"""Build the list of persons' given names from installed packages.

    python -m kgx.annotate.build.given_names

writes ``data/given_names.txt``, small and in order, and ``data/given_genders.tsv``, the names that
one gender alone bears. Needs the ``build`` extra. Sources: Faker (MIT), which has lists for some
sixty languages, and the US Census of 1990 through names.
"""

from __future__ import annotations

import pkgutil
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from pathlib import Path

from kgx.annotate.build.gazetteer import DATA, read_census

_NAME = re.compile(r"[A-ZÀ-ÞŞİĞŠŽČŁ][a-zß-ÿĀ-ɏ'’-]{2,}")
"""A word in Latin letters with one capital."""
_SURE = 30
"""How many times more often than the other the gender of a name must bear it in the census."""
_AGREED = 9
"""How many lists of Faker must have a name for its gender where one has it for the other; where
two have, it is borne by both ("Andrea")."""


def build_names() -> None:
    """Write the list."""
    census = {n for n in read_census("dist.male.first", "dist.female.first") if _NAME.fullmatch(n)}
    names = {n.lower() for n in census | set(read_faker())}
    (DATA / "given_names.txt").write_text("\n".join(sorted(names)) + "\n", encoding="utf-8")


def build_genders() -> None:
    """Write the names that tell a gender: where both sources have a name, both must tell it; one
    list of Faker alone is not enough."""
    census = [_read_shares("dist.male.first"), _read_shares("dist.female.first")]
    faker = [Counter(read_faker("_male")), Counter(read_faker("_female"))]
    names = {n for source in (*census, *faker) for n in source if _NAME.fullmatch(n)}
    lines = []
    for name in sorted(names):
        counts = [(m[name], f[name], k) for (m, f), k in ((census, _SURE), (faker, _AGREED))]
        told = {_tell_gender(m, f, times) for m, f, times in counts if m + f > 1}
        told |= {""} if min(m[name] for m in faker) > 1 else set()
        if len(told) == 1 and "" not in told:
            lines.append(f"{name.lower()}\t{told.pop()}")
    (DATA / "given_genders.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


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
    package = import_module("faker.providers.person")
    for module in pkgutil.iter_modules(package.__path__):
        if not Path(module.module_finder.path, module.name).is_dir():  # type: ignore[union-attr]
            continue
        provider = import_module(f"faker.providers.person.{module.name}").Provider
        for attribute, value in sorted(vars(provider).items()):
            if (
                f"first_name{'s' if kind else ''}{kind}" in attribute
                and not callable(value)
                and not isinstance(value, property)
            ):
                yield from (n for n in value if isinstance(n, str) and _NAME.fullmatch(n))


if __name__ == "__main__":
    build_names()
    build_genders()
