"""Literals as the range of a property has them: "4,200 people" as the integer 4200."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from kgx.annotate.claims.referents import End
from kgx.annotate.terms.sayings import Spoken
from kgx.iris import XSD
from kgx.records import changed
from kgx.types import Amount

_FRACTIONS = frozenset(XSD + name for name in ("decimal", "double", "float"))
_WHOLE = frozenset(
    XSD + name
    for name in (
        *("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger"),
        *("unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte"),
    )
)
_YEAR = XSD + "gYear"
_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion"})


def write_literal(end: End, spoken: Spoken) -> End | None:
    """An end as a property has it for an object: a thing as it is, a literal of the one datatype
    that its range declares; None for a literal that is none of these."""
    if end.iri is not None:
        return end
    declared = spoken.property.range
    datatype = declared[0] if len(declared) == 1 else ""
    if datatype in _WHOLE | _FRACTIONS:
        number = _number_of(end, whole=datatype in _WHOLE)
        return None if number is None else End(None, None, number, datatype)
    if datatype == _YEAR:
        year = re.match(r"-?\d{4}(?!\d)", end.value or "")
        return None if year is None else End(None, None, year.group(), datatype)
    amount = None if spoken.property.kind == "data" else end.amount
    return changed(end, value=_without_unit(end.value, spoken), amount=amount)


def _number_of(end: End, *, whole: bool) -> str | None:
    """What an amount is worth, or what its words begin with; None for what is not one number."""
    amount = end.amount
    number = _digits_of(end.value or "") if amount is None else _worth(amount)
    try:
        value = Decimal(number or "")
    except InvalidOperation:
        return None
    fits = not whole or value == value.to_integral_value()
    return (f"{value:f}" if not whole else str(int(value))) if fits else None


def _worth(amount: Amount) -> str | None:
    """Its number, or the one end it has; None for a range: "300 to 400"."""
    given = {n for n in (amount.low, amount.high) if n is not None}
    return given.pop() if len(given) == 1 else None


def _without_unit(value: str | None, spoken: Spoken) -> str | None:
    """Of "12 floors" the number, where a range is a number; "10.2 billion" stays whole."""
    numbers = value is not None and "number" in spoken.range and "text" not in spoken.range
    return _digits_of(value or "") or value if numbers else value


def _digits_of(value: str) -> str:
    """The digits of "$2,300,000"; empty where words scale them, or there are none."""
    if not _SCALES.isdisjoint(value.lower().split()):
        return ""
    return "".join(c for c in value if c.isdigit() or c in ".-").strip(".")
