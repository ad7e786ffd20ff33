"""Build the table of currencies from the CLDR (Unicode licence), as Babel (BSD) packages it.

    python -m kgx.annotate.build.currencies

writes ``data/currencies.tsv``; it needs the packages of the ``build`` extra. A row
is an ISO 4217 code and the names of a currency that is tender somewhere today, in lower case: its
full names, then the last word of them where no other currency shares it ("forint").
"""

from __future__ import annotations

from collections import Counter

from kgx.annotate.build import DATA
from kgx.atomic import open_atomic

_COMMON = frozenset({"BAM", "ZWG", "BRL", "UZS", "KGS", "PEN"})
"""Currencies whose last word means something else as often ("mark", "gold", "real")."""

TABLE = DATA / "currencies.tsv"


def list_currencies() -> dict[str, tuple[str, ...]]:
    """The singular and the plural name of each currency that is tender today, by code."""
    from babel.core import get_global
    from babel.numbers import get_currency_name

    tender = {
        code
        for entries in get_global("territory_currencies").values()
        for code, _, end, is_tender in entries
        if end is None and is_tender
    }
    return {
        code: tuple(get_currency_name(code, count=n, locale="en").lower() for n in (1, 2))
        for code in sorted(tender)
    }


def make_rows() -> list[str]:
    """The rows of the table, by code."""
    names = list_currencies()
    last = Counter(word for pair in names.values() for word in {n.split()[-1] for n in pair})
    rows = []
    for code, pair in names.items():
        short = [n.split()[-1] for n in pair if last[n.split()[-1]] == 1 and code not in _COMMON]
        rows.append("\t".join([code, *dict.fromkeys([*pair, *short])]))
    return rows


if __name__ == "__main__":
    with open_atomic(TABLE) as file:
        file.writelines(row + "\n" for row in make_rows())
