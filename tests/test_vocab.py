"""Namespaces, terms, and the datatypes of times."""

from __future__ import annotations

import pytest

from kgx.vocab import EDTF, KGX, prefixes, time_datatype

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("value", "datatype"),
    [
        ("2012", XSD + "gYear"),
        ("-0044", XSD + "gYear"),
        ("2026-04", XSD + "gYearMonth"),
        ("2026-13", EDTF),
        ("2025-06-15", XSD + "date"),
        ("2025-02-30", EDTF),
        ("2025-W10", EDTF),
        ("2025-W10-1", EDTF),
        ("2025-06-15T10:00:00", XSD + "dateTime"),
        ("2025-06-15T10:00:00Z", XSD + "dateTime"),
        ("2025-06-15T10", EDTF),
        ("2012/..", EDTF),
        ("199X", EDTF),
        ("2025-21", EDTF),
        ("1984?", EDTF),
        ("٢٠٢٥", EDTF),
        ("", EDTF),
    ],
)
def test_the_datatype_of_a_time(value: str, datatype: str) -> None:
    assert time_datatype(value) == datatype


def test_a_misspelt_term_is_an_error() -> None:
    with pytest.raises(AttributeError):
        _ = KGX.polarty


def test_prefixes_follow_the_base() -> None:
    names = prefixes("https://data.example/")
    assert names["ent"] == "https://data.example/"
    assert names["doc"] == "https://data.example/document/"
    assert names["kgx"] == "https://w3id.org/kgx-extract/"
