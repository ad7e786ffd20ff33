"""The words of times and what they are worth: numbers, ranks, months, units.

The lists are in ``data/times.toml``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from kgx.annotate.words.tables import read_table
from kgx.annotate.words.wordlists import read_set

GRAMMAR = "times.toml"

_TABLES = (
    *("months", "weekdays", "seasons", "day_parts", "units", "numbers", "ordinals", "sets"),
    *("holidays", "core", "first", "near", "parts", "rules"),
)


@cache
def words() -> dict[str, Any]:
    """The word lists, parts and rules. Raises `RuleError` where one is missing or empty."""
    return read_table(GRAMMAR, *_TABLES)


def time_words(key: str) -> frozenset[str]:
    """A list of ``data/time_words.toml``: words around times."""
    return read_set("time_words.toml", key)


@cache
def edge_before() -> re.Pattern[str]:
    """What a hyphen ties to a time, with the hyphen: "mid-"."""
    return re.compile(f"(?:{'|'.join(sorted(time_words('edges')))})-", re.IGNORECASE)


def read_number(text: str) -> float | None:
    """The number a few words or digits say ("2.5", "twenty-two", "two and a half", "a couple of").

    None for a vague one ("several").
    """
    text = text.lower().replace(",", "").strip()
    if text == "½":
        return 0.5
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text)
    half = 0.0
    if match := re.fullmatch(r"(.*?)\s*(?:and )?(?:a )?(half|quarter)(?: an?)?", text):
        text, half = match[1] or "zero", 0.5 if match[2] == "half" else 0.25
    if text in {"a", "an"}:
        return 1 + half
    if text.startswith(("a couple", "couple")):
        return 2 + half
    if re.fullmatch(r"\d+", text):
        return int(text) + half
    numbers, total = words()["numbers"], 0
    for word in re.split(r"[-\s]+", text):
        if word == "and":
            continue
        if word not in numbers:
            return None
        total = total * 100 if word == "hundred" else total + numbers[word]
    return total + half


def read_ordinal(text: str) -> int | None:
    """A day or other rank: "3rd", "third", "twenty-first", "12"."""
    text = text.lower().strip()
    if match := re.match(r"\d+", text):
        return int(match[0])
    ordinals, numbers = words()["ordinals"], words()["numbers"]
    tens, _, last = text.replace("-", " ").rpartition(" ")
    if last not in ordinals:
        return None
    return int(ordinals[last]) + int(numbers.get(tens.strip(), 0))


def read_month(text: str) -> int:
    """The number of a month's name."""
    return int(words()["months"][text.lower().rstrip(".")])


def read_weekday(text: str) -> int:
    """The ISO number of a weekday's name."""
    return int(words()["weekdays"][text.lower().rstrip(".")])


def read_year(text: str) -> int:
    """A year, of four digits, of two (69 and above are of the last century), or in words."""
    if text[0].isalpha():
        return _read_spoken_year(text)
    year = int(text.lstrip("'’"))
    if len(text.lstrip("'’")) > 2:
        return year
    return year + (1900 if year >= 69 else 2000)


def _read_spoken_year(text: str) -> int:
    """ "Nineteen ninety-six", "two thousand and fifteen"."""
    said = text.lower()
    if said.startswith("two thousand"):
        return 2000 + int(read_number(said.removeprefix("two thousand").strip()) or 0)
    century, _, rest = said.partition(" ")
    return int((read_number(century) or 0) * 100 + (read_number(rest) or 0))


def write_amount(number: float | None, unit: str) -> str:
    """A duration: number and unit. "X" stands for a vague number."""
    code = words()["units"][unit.lower().rstrip(".").removesuffix("s")]
    many = re.match(r"\d+", code.lstrip("T"))
    if many and number is not None:
        number *= int(many[0])
    amount = "X" if number is None else f"{number:g}"
    return f"P{'T' if code[0] == 'T' else ''}{amount}{code[-1]}"
