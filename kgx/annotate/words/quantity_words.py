"""The words of quantities: numbers, scales, currencies, units, hedges.

They are in ``data/quantities.toml`` and ``data/currencies.tsv``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from kgx.annotate.words.tables import read_data, read_table
from kgx.errors import RuleError
from kgx.types import Amount, AmountKind

WORDS, CURRENCIES = "quantities.toml", "currencies.tsv"

_TABLES = (
    *("numbers", "scales", "scale_words", "parts", "symbols", "shared_symbols", "currencies"),
    *("default_currencies", "pounds", "before", "after"),
)
_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its symbol, its UN/CEFACT common code and what it is a unit of (each empty
    where it has none)."""

    symbol: str
    code: str
    kind: AmountKind
    of: str = ""


@cache
def quantity_words() -> dict[str, Any]:
    """The word lists. Raises `RuleError` where one is missing or empty."""
    return read_table(WORDS, *_TABLES, "units")


@cache
def units() -> Mapping[str, Unit]:
    """Units by their names, in lower case, and by their written symbols, as these are written.

    Raises:
        RuleError: A unit lacks a symbol or names, or shares a name.
    """
    found: dict[str, Unit] = {}
    for number, entry in enumerate(quantity_words()["units"], 1):
        if not entry.get("symbol") or not (entry.get("names") or entry.get("written")):
            raise RuleError(f"{WORDS}: unit {number}: give it a symbol and names")
        kind, of = entry.get("kind", "measure"), entry.get("of", "")
        unit = Unit(entry["symbol"], entry.get("code", ""), kind, of)
        names = [*entry["names"], *entry.get("written", ()), *("%" * (unit.kind == "percent"))]
        for name in names:
            if found.setdefault(name, unit) is not unit:
                raise RuleError(f"{WORDS}: {name!r} names two units")
    return found


@cache
def _dimensions() -> Mapping[str, str]:
    return {unit.symbol: unit.of for unit in units().values()}


def dimension_of(amount: Amount) -> str:
    """What an amount is an amount of: "money", "percent", "number", "length", "area", "mass",
    "volume", "speed", "power"; empty for any other.

    >>> dimension_of(Amount("measure", "3", "3", "km")), dimension_of(Amount("count", "3", "3"))
    ('length', 'number')
    """
    if amount.kind == "measure":
        return _dimensions().get(amount.unit, "")
    return {"count": "number"}.get(amount.kind, amount.kind)


@cache
def currencies() -> Mapping[str, str]:
    """ISO 4217 codes by names in lower case; raises `RuleError` for a line without both."""
    found: dict[str, str] = {}
    for number, line in enumerate(read_data(CURRENCIES).splitlines(), 1):
        code, *names = line.split("\t")
        if not re.fullmatch(r"[A-Z]{3}", code) or not names:
            raise RuleError(f"{CURRENCIES}, line {number}: give a code and names")
        found.update(dict.fromkeys(names, code))
    named: dict[str, str] = quantity_words()["currencies"]
    return found | named


@cache
def currency_codes() -> frozenset[str]:
    """The codes of the currencies known."""
    return frozenset(currencies().values())


def read_amount(text: str) -> Decimal | None:
    """The number that digits or words say, scales included; None where they say none.

    >>> read_amount("two and a half million"), read_amount("1,250.5"), read_amount("a dozen")
    (Decimal('2500000.0'), Decimal('1250.5'), Decimal('12'))
    """
    numbers, scales = quantity_words()["numbers"], quantity_words()["scales"]
    total, here, seen = Decimal(0), Decimal(0), False
    for word in re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+|½", text.lower()):
        if _DIGITS.fullmatch(word):
            here += Decimal(word.replace(",", ""))
        elif word in numbers:
            here += numbers[word]
        elif word in {"half", "½"}:
            here += Decimal("0.5")
        elif word in scales:
            here = (here or 1) * scales[word]
            if scales[word] >= 1000:
                total, here = total + here, Decimal(0)
        elif word not in {"and", "a", "an"}:
            return None
        seen = seen or word not in {"and", "a", "an"}
    return total + here if seen else None


def write_decimal(number: Decimal) -> str:
    """A number as XSD spells decimals, without trailing zeros.

    >>> write_decimal(Decimal("1.50E+6")), write_decimal(Decimal("0.250"))
    ('1500000', '0.25')
    """
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def spell_number(number: Decimal) -> str:
    """A number as people read it.

    >>> spell_number(Decimal(1500000)), spell_number(Decimal(12500)), spell_number(Decimal("0.5"))
    ('1.5 million', '12,500', '0.5')
    """
    for name, size in (("trillion", 10**12), ("billion", 10**9), ("million", 10**6)):
        if abs(number) >= size:
            scaled = write_decimal(number / size)
            if len(scaled.partition(".")[2]) <= 3:
                return f"{scaled} {name}"
    whole, dot, rest = write_decimal(number).partition(".")
    return f"{int(whole):,}{dot}{rest}" if whole.lstrip("-") else write_decimal(number)
