"""Quantities: which words are an amount, and what it is worth."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language

from kgx.annotate.run import annotate
from kgx.annotate.times.quantity_grammar import read_quantity, spell_amount
from kgx.annotate.words import quantity_words
from kgx.annotate.words.quantity_words import read_amount, spell_number, units, write_decimal
from kgx.errors import RuleError
from kgx.types import Amount, Annotation, Document


def quantities_of(nlp: Language, text: str) -> list[tuple[str, str]]:
    found = read(nlp, text).quantities
    return [(text[q.start : q.end], q.label) for q in found]


def read(nlp: Language, text: str) -> Annotation:
    return next(iter(annotate([Document("x", text, date="2025-06-18")], nlp=nlp)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # money
        ("It paid $1.5 million.", [("$1.5 million", "USD 1.5 million")]),
        ("It paid US$3.2bn.", [("US$3.2bn", "USD 3.2 billion")]),
        ("It paid 1.5 million dollars.", [("1.5 million dollars", "USD 1.5 million")]),
        ("It fell by £310 to £6,940.", [("£310", "GBP 310"), ("£6,940", "GBP 6,940")]),
        ("It rose by $3 to $5.", [("$3 to $5", "USD 3 to 5")]),
        ("It paid €40m.", [("€40m", "EUR 40 million")]),
        ("It lost 1.2 billion kroner.", [("1.2 billion kroner", "1.2 billion kroner")]),
        (
            "It cost 500 million Swedish crowns.",
            [("500 million Swedish crowns", "SEK 500 million")],
        ),
        ("It cost 12.5 billion lira.", [("12.5 billion lira", "TRY 12.5 billion")]),
        ("It cost R$ 200 million.", [("R$ 200 million", "BRL 200 million")]),
        ("It cost A$4 million.", [("A$4 million", "AUD 4 million")]),
        ("It cost CA $4 million.", [("CA $4 million", "CAD 4 million")]),
        ("It cost CHF 20,000.", [("CHF 20,000", "CHF 20,000")]),
        ("It cost 3 trillion yen.", [("3 trillion yen", "JPY 3 trillion")]),
        # money by a name that several lands have
        ("It cost Kenya 5 billion shillings.", [("5 billion shillings", "KES 5 billion")]),
        ("In Lahore it paid 5 million rupees.", [("5 million rupees", "PKR 5 million")]),
        ("It lost 12 crore rupees.", [("12 crore rupees", "INR 120 million")]),
        ("It sold the Oslo yard for kr 400m.", [("kr 400m", "NOK 400 million")]),
        ("It sold the yard for kr 400m.", []),
        ("In Paris it lost 40 francs to a Swiss.", [("40 francs", "CHF 40")]),
        (
            "It hit Paris. It hit Lyon. It hit Nice. A Swiss came. It lost 40 francs.",
            [("40 francs", "40 francs")],
        ),
        # pounds are paid or weighed
        ("The plate costs 900 pounds.", [("900 pounds", "GBP 900")]),
        ("The plate weighs 30 pounds.", [("30 pounds", "30 pounds")]),
        ("They set a fine of 500 pounds.", [("500 pounds", "GBP 500")]),
        ("They bought 30 pounds of flour.", [("30 pounds", "30 pounds")]),
        ("It sold the mill for 2 million pounds.", [("2 million pounds", "GBP 2 million")]),
        ("Cairo spent 40 pounds on it.", [("40 pounds", "EGP 40")]),
        # per cent and fractions
        ("Turnout was 12.5%.", [("12.5%", "12.5%")]),
        ("It owns forty per cent.", [("forty per cent", "40%")]),
        ("It lost a third of the seats.", [("a third", "1/3")]),
        ("It won two-thirds of the seats.", [("two-thirds", "2/3")]),
        ("It fell by 3 percentage points.", [("3 percentage points", "3 percentage points")]),
        # units
        ("The tunnel is 25 kilometres long.", [("25 kilometres", "25 km")]),
        ("The ferry weighs 900 tonnes.", [("900 tonnes", "900 t")]),
        ("The plant makes 20 MW.", [("20 MW", "20 MW")]),
        ("It covers 300 sq km.", [("300 sq km", "300 km²")]),
        ("It reached 40 °C.", [("40 °C", "40 °C")]),
        ("It moves at 90 miles per hour.", [("90 miles per hour", "90 mph")]),
        ("It bought a 5-kilometre road.", [("5-kilometre", "5 km")]),
        # counts
        ("It bought twelve new ferries.", [("twelve new ferries", "12 new ferries")]),
        ("Half a million people fled.", [("Half a million people", "500,000 people")]),
        ("It sold 1,250 engines.", [("1,250 engines", "1,250 engines")]),
        ("Two hundred and five men left.", [("Two hundred and five men", "205 men")]),
        ("It cut 1,600 and 400 jobs.", [("1,600", "1,600 jobs"), ("400 jobs", "400 jobs")]),
        ("It bought 22 aircraft.", [("22 aircraft", "22 aircraft")]),
        # ranges and hedges
        (
            "It sells to 10 to 12 other countries.",
            [("10 to 12 other countries", "10 to 12 other countries")],
        ),
        ("Between 10 and 12 ships sank.", [("Between 10 and 12 ships", "10 to 12 ships")]),
        ("It costs 5-7 million euros.", [("5-7 million euros", "EUR 5 million to 7 million")]),
        ("It employs at least 300 people.", [("at least 300 people", "at least 300 people")]),
        ("It paid about $2 million.", [("about $2 million", "about USD 2 million")]),
        ("It paid more than €2 million.", [("more than €2 million", "more than EUR 2 million")]),
        ("Up to 40 per cent stayed home.", [("Up to 40 per cent", "at most 40%")]),
        ("Sales rose from 5 to 7 percent.", [("5", "5%"), ("7 percent", "7%")]),
    ],
)
def test_label(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert quantities_of(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Boeing 747 landed.",
        "The team won 4-1.",
        "The 12-member board met.",
        "It opened in 1998.",
        "He arrived three days ago.",
        "Call 555-2010 for help.",
        "Dozens of people died.",
        "The pilot flew a 767 tanker.",
        "The new 717 was sold.",
        "It had one big idea.",
        "It was the 15,599 th ship.",
        "The loss is known [16].",
        "It takes 3-5 years.",
        "It may cost a few hundred million dollars.",
        "Profit rose to 70m.",
    ],
)
def test_no_quantity(nlp: Language, text: str) -> None:
    assert quantities_of(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("$1.5 million", Amount("money", "1500000", "1500000", "USD")),
        ("5% or more", Amount("percent", "5", None, "%", "P1", "at least")),
        ("-5 °C", Amount("measure", "-5", "-5", "°C", "CEL")),
        ("$5 to $7 billion", Amount("money", "5000000000", "7000000000", "USD")),
        ("2/3 of", Amount("count", "2", "2")),
        ("two thirds of", Amount("fraction", "0.6667", "0.6667", "2/3")),
        ("1,250.50 kg", Amount("measure", "1250.5", "1250.5", "kg", "KGM")),
        ("5m away", Amount("measure", "5", "5", "m", "MTR")),
        ("5m readers", Amount("count", "5000000", "5000000")),
        ("100 mW", Amount("count", "100", "100")),
    ],
)
def test_amount(text: str, amount: Amount) -> None:
    reading = read_quantity(text, 0)
    assert reading is not None and reading.amount == amount


@given(st.integers(1, 10**15), st.sampled_from(["${:,}", "${}", "USD {:,}", "{} dollars"]))
def test_money_is_read_whole(number: int, form: str) -> None:
    reading = read_quantity(form.format(number), 0)
    assert reading is not None and reading.amount.unit == "USD"
    assert reading.amount.low == reading.amount.high == str(number)


@given(st.decimals(min_value=0, max_value=10**12, places=2))
def test_a_spelt_number_is_the_number(number: Decimal) -> None:
    assert read_amount(spell_number(number)) == number
    assert Decimal(write_decimal(number)) == number


def test_the_label_does_not_depend_on_the_wording() -> None:
    said = ["about $1.5 million", "around 1.5 million dollars", "roughly US$1,500,000"]
    starts = [6, 7, 8]
    read_ = [read_quantity(t, s) for t, s in zip(said, starts, strict=True)]
    assert {spell_amount(r.amount) for r in read_ if r} == {"about USD 1.5 million"}


def test_claims_carry_amounts(nlp: Language) -> None:
    found = read(nlp, "Orbis paid $2 million for the mill. Orbis owns 40% of the shares.")
    amounts = {c.value: c.amount for c in found.claims if c.amount}
    assert amounts["$2 million"] == Amount("money", "2000000", "2000000", "USD")
    assert amounts["40% of the shares"] == Amount("percent", "40", "40", "%", "P1")


def test_units_are_named_once() -> None:
    assert units()["km"].code == "KMT" and units()["kilometres"] is units()["km"]


def test_a_bad_unit_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    twice = [{"symbol": "km", "names": ["click"]}, {"symbol": "m", "names": ["click"]}]
    tables = {**quantity_words.quantity_words(), "units": twice}
    monkeypatch.setattr(quantity_words, "quantity_words", lambda: tables)
    with pytest.raises(RuleError, match="'click' names two units"):
        units.__wrapped__()
