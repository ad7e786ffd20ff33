"""Build the list of persons' given names from installed packages.

    python -m kgx.annotate.build_given_names

writes ``data/given_names.txt``, small and in order, and needs the ``build`` extra. Sources: Faker
(MIT), which has lists for some sixty languages, and the US Census of 1990 through names.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from kgx.annotate.build_gazetteer import DATA, read_census

_NAME = re.compile(r"[A-ZÀ-ÞŞİĞŠŽČŁ][a-zß-ÿĀ-ɏ'’-]{2,}")
"""A word in Latin letters with one capital."""


def build_names() -> None:
    """Write the list."""
    census = {n for n in read_census("dist.male.first", "dist.female.first") if _NAME.fullmatch(n)}
    names = {n.lower() for n in census | set(read_faker())}
    (DATA / "given_names.txt").write_text("\n".join(sorted(names)) + "\n", encoding="utf-8")


def read_faker() -> Iterator[str]:
    """The given names of all the lists of Faker."""
    package = import_module("faker.providers.person")
    for module in pkgutil.iter_modules(package.__path__):
        if not Path(module.module_finder.path, module.name).is_dir():  # type: ignore[union-attr]
            continue
        provider = import_module(f"faker.providers.person.{module.name}").Provider
        for attribute, value in sorted(vars(provider).items()):
            if (
                "first_name" in attribute
                and not callable(value)
                and not isinstance(value, property)
            ):
                yield from (n for n in value if isinstance(n, str) and _NAME.fullmatch(n))


if __name__ == "__main__":
    build_names()
