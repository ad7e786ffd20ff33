"""The grammar of quantities: a figure, its scale, its currency or unit, its range and its hedge.

Currencies are ISO 4217 codes; units of measure have the symbols of the SI or their usual ones, and
the common codes of UN/CEFACT Recommendation 20.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kgx.annotate.words.quantity_words import (
    currencies,
    currency_codes,
    quantity_words,
    read_amount,
    spell_number,
    units,
    write_decimal,
)
from kgx.records import changed
from kgx.types import Amount, AmountKind, Hedge

LONGEST_HEDGE = 24
_NOTHING: tuple[None, str, str] = (None, "", "")
_FIGURES = ("low", "lowscale", "lowunit", "high", "highscale")
_PLURAL = re.compile(r"\s(?:[a-z]+s|people|men|women|children)\b")
_METRES = re.compile(r"\s(?:long|high|wide|deep|tall|thick|away|above|below|from|race|sprint)\b")
_LARGEST = Decimal(10) ** 18


@dataclass(frozen=True, slots=True)
class Reading:
    """What a match says: its bounds in the text, ``[start, end)``, and the amount."""

    start: int
    end: int
    amount: Amount


def _any(words: Iterable[str]) -> str:
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    return "|".join(re.escape(w).replace(r"\ ", r"\s") for w in longest_first)


@cache
def amount_rule() -> re.Pattern[str]:
    """A figure or a range of figures with what belongs to it."""
    words = quantity_words()
    word = f"(?:{_any(words['numbers'])}|hundred)"
    scale_word = f"(?:{_any(words['scale_words']['words'])})s?"
    figure = (
        r"(?:\d{1,3}(?:,\d{3}){1,9}(?:\.\d{1,18})?|\d{1,30}(?:\.\d{1,18})?(?!\d)"
        rf"|{word}(?:[-\s](?:and\s)?{word}){{0,9}}(?:\sand\sa\shalf)?"
        rf"|half\san?(?=\s{scale_word}\b)|an?(?=\s{scale_word}\b))"
    )
    scales = _any(s for s in words["scales"] if len(s) > 1)
    scale = rf"(?:(?:[-\s]?(?:{scales})|(?<=\d)[km])\b(?:\sand\sa\shalf\b)?)"
    spaced = rf"(?:{_any(s[:-1] for s in words['symbols'] if len(s) > 2)})\s\$"  # US $5
    symbol = f"(?-i:{_any(words['symbols'])}|{spaced})"
    code = r"(?-i:[A-Z]{3})"
    to = r"(?:\s?[-–—]\s?|\sto\s|\sand\s|\sor\s)"
    unit = _any(units())
    return re.compile(
        rf"(?:(?P<sign>{symbol})\s?|(?P<iso>{code})\s?)?(?P<minus>[-−])?"
        rf"(?P<low>{figure})(?P<lowscale>{scale}(?:\s?{scale})?)?(?P<lowunit>\s?%)?"
        rf"(?:(?P<to>{to})(?P<sign2>{symbol})?\s?(?P<high>{figure})(?P<highscale>{scale})?)?"
        rf"(?:(?:\s|-)(?P<currency>{_any(currencies())})\b|\s?(?P<sign3>{symbol})(?!\w)"
        rf"|\s(?P<iso2>{code})\b|(?:\s|-)?(?P<unit>{unit})(?![\w²³]))?",
        re.IGNORECASE,
    )


@cache
def fraction_rule() -> re.Pattern[str]:
    """A fraction of something."""
    words = quantity_words()
    small = "|".join(w for w, n in words["numbers"].items() if n < 10)
    parts = _any(w for w in words["parts"] if w not in {"half", "halve"})
    return re.compile(
        rf"(?:(?P<count>an?|{small}|\d)(?:\s|-)(?P<part>{parts})s?|(?P<half>half))"
        r"\b(?=\s(?:of|the|its|their|his|her|all)\b)",
        re.IGNORECASE,
    )


@cache
def hedge_rules() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Hedges that end before a figure, and that begin after a quantity, each a group."""
    words = quantity_words()

    def join(table: dict[str, list[str]]) -> str:
        named = (f"(?P<{name.replace(' ', '_')}>{_any(said)})" for name, said in table.items())
        return f"(?:{'|'.join(named)})"

    before = rf"(?:(?<=\s)|^)(?<!\w){join(words['before'])}(?:\s(?:a|the)(?=\s\d))?\s?$"
    return re.compile(before, re.I), re.compile(rf"\s{join(words['after'])}\b", re.I)


def read_quantity(text: str, start: int, floor: int = 0) -> Reading | None:
    """The quantity whose figure begins at an offset; hedges may reach back to ``floor``.

    >>> read_quantity("It paid about $1.5 million.", 14).amount
    Amount(kind='money', low='1500000', high='1500000', unit='USD', code='', hedge='about')
    """
    found = _read_fraction(text, start) or _read_figures(text, start)
    return None if found is None else _take_hedge(text, found, floor)


def _read_fraction(text: str, start: int) -> Reading | None:
    match = fraction_rule().match(text, start)
    if match is None:
        return None
    if match["half"]:
        return Reading(start, match.end(), Amount("fraction", "0.5", "0.5", "1/2"))
    count, part = read_amount(match["count"]) or 1, quantity_words()["parts"][match["part"].lower()]
    share = write_decimal(round(Decimal(count) / part, 4))
    return Reading(start, match.end(), Amount("fraction", share, share, f"{count}/{part}"))


def _read_figures(text: str, start: int) -> Reading | None:
    match = amount_rule().match(text, start)
    if match is None or (match["iso"] and match["iso"] not in currency_codes()):
        return None
    kind, unit, code = _read_unit(match)
    end = match.end() if kind else max(match.end(g) for g in _FIGURES)
    low, high = _read_ends(match)
    if _is_change(text, match, kind):  # the second figure is a quantity of its own
        high, end = low, max(match.end(g) for g in _FIGURES[:3])
        if match["lowunit"]:
            kind, unit, code = "percent", units()["%"].symbol, units()["%"].code
    if low is None or high is None or abs(high) > _LARGEST or low > high:
        return None
    short = (match["lowscale"] or "").lower()
    if short in {"k", "m"} and kind != "money" and not _PLURAL.match(text, end):
        if kind or not (short == "m" and _METRES.match(text, end)):
            return None  # "70m" may be anything
        low, high = low / 10**6, high / 10**6
        kind, unit, code = "measure", units()["m"].symbol, units()["m"].code
    if kind is None and _is_code(match):
        return None
    worth = (write_decimal(low), write_decimal(high))
    return Reading(start, end, Amount(kind or "count", *worth, unit, code))


def _is_code(match: re.Match[str]) -> bool:
    """True for figures with a dash between that are no range ("555-2010")."""
    if match["to"] is None or match["to"].strip() not in {"-", "–", "—"}:
        return False
    low, high = match["low"], match["high"]
    return low.startswith("0") or (len(low) > 2 and len(low) != len(high))


_FAR = 4
"""How many times the first end the second is where "by ... to" tells a change and its result."""


def _is_change(text: str, match: re.Match[str], kind: AmountKind | None) -> bool:
    """True for two figures that are no range: "from 5 to 7", "10 and 12" without "between", "rose
    12% to $3 million", "by 1% to 4%"."""
    if match["to"] is None:
        return False
    before = text[max(0, match.start() - 9) : match.start()].lower()
    word = match["to"].strip().lower()
    alike = kind == "percent" and match["unit"]  # "3% to 4%"
    if match["lowunit"] and word == "to" and (not alike or before.endswith("by ")):
        return True
    low, high = _read_ends(match)
    if before.endswith("by ") and word == "to" and low and high and high > _FAR * low:
        return True  # "by £310 to £6,940"
    return before.endswith("from ") or (word in {"and", "or"} and not before.endswith("between "))


def _read_ends(match: re.Match[str]) -> tuple[Decimal | None, Decimal | None]:
    """The two ends; a scale after the second counts for the first too ("5 to 7 million")."""
    sign = "-" if match["minus"] else ""
    if match["high"] is None:
        low = read_amount(match["low"] + (match["lowscale"] or ""))
        low = -low if low is not None and sign else low
        return low, low
    scale = match["highscale"] or ""
    low = read_amount(match["low"] + (match["lowscale"] or scale))
    return low, read_amount(match["high"] + scale)


def _read_unit(match: re.Match[str]) -> tuple[AmountKind | None, str, str]:
    """Kind, unit and code of what follows the figure or comes before it; no kind for nothing."""
    for group in ("sign", "sign2", "sign3"):
        if match[group]:
            code = quantity_words()["symbols"].get("".join(match[group].split()))
            return ("money", code, "") if code else _NOTHING
    if match["iso"]:
        return "money", match["iso"], ""
    if match["iso2"]:
        return ("money", match["iso2"], "") if match["iso2"] in currency_codes() else _NOTHING
    if match["currency"]:
        name = " ".join(match["currency"].lower().split())
        return "money", currencies()[name], ""
    name = match["unit"] or (match["lowunit"] or "").strip()
    unit = units().get(name) or units().get(" ".join(name.lower().split()))
    if unit is None or (name.lower() != name and name not in units() and len(name) < 3):
        return _NOTHING
    return unit.kind, unit.symbol, unit.code


def _take_hedge(text: str, found: Reading, floor: int) -> Reading:
    """The reading with "about", "at least", "or more" and the like taken in."""
    before, after = hedge_rules()
    first = text[max(floor, found.start - LONGEST_HEDGE) : found.start]
    if "between " in first[-9:].lower() and found.amount.low != found.amount.high:
        return changed(found, start=found.start - 8)
    match = before.search(first)
    start = found.start - len(first) + match.start() if match else found.start
    end = found.end
    if match is None and (match := after.match(text, end)):
        end = match.end()
    if match is None or match.lastgroup is None:
        return found
    return Reading(start, end, hedge_amount(found.amount, match.lastgroup.replace("_", " ")))


def hedge_amount(amount: Amount, hedge: str) -> Amount:
    """The amount with the bounds that a hedge leaves: "at least 5" has no upper one."""
    known: dict[str, Hedge] = {h: h for h in HEDGES}
    low = None if hedge in {"at most", "less than"} else amount.low
    high = None if hedge in {"at least", "more than"} else amount.high
    return changed(amount, low=low, high=high, hedge=known[hedge])


HEDGES: tuple[Hedge, ...] = ("about", "at least", "more than", "at most", "less than")


def spell_amount(amount: Amount, *, of: str = "") -> str:
    """An amount as people read it, the same for all ways to write it.

    >>> spell_amount(Amount("money", "1500000", "1500000", "USD", hedge="about"))
    'about USD 1.5 million'
    """
    if amount.kind == "fraction":
        number = amount.unit
    else:
        ends = [spell_number(Decimal(end)) for end in (amount.low, amount.high) if end is not None]
        number = " to ".join(dict.fromkeys(ends))
    unit = "" if amount.kind == "fraction" else amount.unit
    if amount.kind == "money":
        said = f"{unit} {number}"
    else:
        said = f"{number}{'' if unit == '%' else ' '}{unit}"
    return " ".join(f"{amount.hedge} {said} {of}".split())
