"""Build the list of listed companies from an installed package.

    python -m kgx.annotate.build.companies

writes ``data/companies.txt``, a name a line, without legal forms, and needs the ``build`` extra.
Source: pytickersymbols (MIT), the members of twenty stock indices. Names that are also words of
English, persons' names or places begin with ``~``, as a capital alone does not tell them.
"""

from __future__ import annotations

from importlib import import_module

from kgx.annotate.build import DATA
from kgx.annotate.build.gazetteer import read_census, read_words
from kgx.annotate.names.words import core_of, fold_words
from kgx.annotate.words.gazetteer import places_named

_SHORTEST = 2
"""Letters of a name, more than which it must have."""
_GROUP = frozenset(("group", "holding", "holdings", "company", "companies", "and", "&"))
"""Last words that tell nothing."""


def without_group(core: tuple[str, ...]) -> tuple[str, ...]:
    """A name without what firms add to it and news leaves out.

    >>> without_group(("eli", "lilly", "and", "company")), without_group(("swatch", "group"))
    (('eli', 'lilly'), ('swatch',))
    """
    end = len(core)
    while end > 1 and core[end - 1] in _GROUP:
        end -= 1
    return core[:end]


def build_companies() -> None:
    """Write the list."""
    words = read_words() | {n.lower() for n in read_census("dist.all.last", most=20_000)}
    words |= {n.lower() for n in read_census("dist.male.first", "dist.female.first")}
    stocks = import_module("pytickersymbols").PyTickerSymbols().get_all_stocks()
    names: set[str] = set()
    for stock in stocks:
        name = stock["name"].removeprefix("The ").replace(",", "").strip()
        core = core_of(fold_words(name.split()))
        for short in {core, without_group(core)}:
            text = " ".join(short)
            if len(text) > _SHORTEST:
                common = text in words or bool(places_named(text.title()))
                names.add(f"~{text}" if common else text)
    (DATA / "companies.txt").write_text("\n".join(sorted(names)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    build_companies()
