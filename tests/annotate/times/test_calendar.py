"""What words of numbers and names of holidays are worth."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgx.annotate.times.calendar import read_easter, read_holiday
from kgx.annotate.times.words import read_number, read_ordinal


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("2.5", 2.5),
        ("1,998", 1998),
        ("twenty-two", 22),
        ("two and a half", 2.5),
        ("half an", 0.5),
        ("a couple of", 2),
        ("two hundred and five", 205),
        ("several", None),
    ],
)
def test_read_number(text: str, number: float | None) -> None:
    assert read_number(text) == number


@pytest.mark.parametrize(
    ("text", "rank"), [("3rd", 3), ("third", 3), ("twenty-first", 21), ("31", 31), ("often", None)]
)
def test_read_ordinal(text: str, rank: int | None) -> None:
    assert read_ordinal(text) == rank


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("Thanksgiving", 2023, "2023-11-23"),
        ("black friday", 2010, "2010-11-26"),
        ("Memorial Day", 2024, "2024-05-27"),
        ("New Year’s Eve", 2024, "2024-12-31"),
        ("Good Friday", 2025, "2025-04-18"),
    ],
)
def test_holiday(name: str, year: int, day: str) -> None:
    assert read_holiday(name, year).isoformat() == day


@given(st.integers(1900, 2200))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    day = read_easter(year)
    assert day.isoweekday() == 7 and (3, 22) <= (day.month, day.day) <= (4, 25)
