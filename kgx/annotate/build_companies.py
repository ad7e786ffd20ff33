"""Build the list of listed companies from an installed package.

    python -m kgx.annotate.build_companies

writes ``data/companies.txt``, a name a line, without legal forms, and needs the ``build`` extra.
Source: pytickersymbols (MIT), the members of twenty stock indices. Names that are also words of
English, persons' names or places begin with ``~``, as a capital alone does not tell them.
"""

from __future__ import annotations

from importlib import import_module

from kgx.annotate.build_gazetteer import DATA, read_census, read_words
from kgx.annotate.gazetteer import places_named
from kgx.annotate.name_words import core_of, fold_words


def build_companies() -> None:
    """Write the list."""
    words = read_words() | {n.lower() for n in read_census("dist.all.last", most=20_000)}
    words |= {n.lower() for n in read_census("dist.male.first", "dist.female.first")}
    stocks = import_module("pytickersymbols").PyTickerSymbols().get_all_stocks()
    names: set[str] = set()
    for stock in stocks:
        name = stock["name"].removeprefix("The ").replace(",", "").strip()
        core = " ".join(core_of(fold_words(name.split())))
        if len(core) > 2:
            common = core in words or bool(places_named(name))
            names.add(f"~{core}" if common else core)
    (DATA / "companies.txt").write_text("\n".join(sorted(names)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    build_companies()
