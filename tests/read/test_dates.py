"""Dates of publication: what is one day, and what is too vague to be one."""

from __future__ import annotations

import datetime as dt

import pytest

from kgx.read.dates import parse_date


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2025-06-15", "2025-06-15"),
        ("2025-06-15T23:30:00+02:00", "2025-06-15"),
        ("2025-06-15 23:30:00Z", "2025-06-15"),
        ("2025-03-04", "2025-03-04"),
        ("2025/03/04", "2025-03-04"),
        ("20250304", "2025-03-04"),
        ("15 June 2025", "2025-06-15"),
        ("June 15, 2025", "2025-06-15"),
        ("Jun. 5, 2025, 9 a.m.", "2025-06-05"),
        ("Sunday, 15th June 2025", "2025-06-15"),
        ("Sun, 15 Jun 2025 10:00:00 GMT", "2025-06-15"),
        ("15.06.2025", "2025-06-15"),
        ("06/15/2025", "2025-06-15"),
        (dt.date(2025, 6, 15), "2025-06-15"),
        (dt.datetime(2025, 6, 15, 23, 59), "2025-06-15"),
        ("03/04/2025", None),
        ("03/03/2025", "2025-03-03"),
        ("June 2025", None),
        ("2025-06", None),
        ("2025", None),
        ("15 June", None),
        ("150625", None),
        ("yesterday", None),
        ("12:30", None),
        ("", None),
        ("2025-02-30", None),
        ("0001-01-01", None),
        (dt.date(1, 1, 1), None),
        (1750000000, None),
        (None, None),
        ("2025" * 100, None),
    ],
)
def test_a_date_is_a_whole_day_or_nothing(value: object, day: str | None) -> None:
    assert parse_date(value) == day
