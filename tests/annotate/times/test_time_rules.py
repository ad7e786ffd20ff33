"""The rules of times: each matches its example, and a bad one is named."""

from __future__ import annotations

import pytest

from kgx.annotate.times import grammar as time_grammar
from kgx.annotate.times import words as time_words
from kgx.annotate.times.calendar import Scene
from kgx.annotate.times.grammar import expand_pattern, lower_text, match_any, rules
from kgx.errors import RuleError

EXAMPLES = {
    "early_year": "845",
    "era_year": "AD 79",
    "iso": "2024-05-06",
    "days_month": "3 to 5 June",
    "month_days": "June 3-5",
    "day_month": "3 June 2024",
    "month_day": "June 3",
    "month_year": "June 2024",
    "years": "2010-15",
    "numeric": "3/4/2024",
    "numeric_month": "3/2024",
    "fiscal": "fiscal 2024",
    "year_named": "the year 2000",
    "quarter": "third-quarter",
    "years_quarter": "next year's first quarter",
    "year_quarter": "2024 Q1",
    "half": "the first half of 2024",
    "year_half": "2024-H1",
    "season": "summer 2024",
    "this_season": "last summer",
    "decade": "the nineties",
    "century": "19th century",
    "from_day": "two days before yesterday",
    "shifted": "two days ago",
    "in_future": "in two days",
    "today": "the day before yesterday",
    "set": "every other week",
    "per": "per day",
    "weekdays": "Mondays",
    "week_weekday": "next week on Monday",
    "weekday_rank": "Tuesday the 11th",
    "weekday": "last Monday",
    "which_duration": "the next three days",
    "which_month": "next June",
    "past_unit": "the past year",
    "unit": "this week",
    "next_day": "the following day",
    "same_unit": "the same year",
    "unit_edge": "the end of the month",
    "year_end": "year-end",
    "part_of_unit": "later in the year",
    "month": "June",
    "holiday": "Boxing Day",
    "clocks": "3-5 pm",
    "clock": "3:30 p.m.",
    "oclock": "three o'clock",
    "half_past": "half past three",
    "digital": "13:45",
    "military": "0630 hours",
    "named_clock": "noon",
    "this_part": "this morning",
    "bare_part": "in the morning",
    "age": "27-year-old",
    "two_units": "3 hours 20 minutes",
    "duration": "three days",
    "quarter_hour": "a quarter of an hour",
    "whole": "all day",
    "now": "right now",
    "year": "2024",
    "year_first": "2024-Mar-3",
    "numeric_range": "from 3/1/2024-3/5/2024",
    "which_fiscal": "last fiscal year",
    "first_months": "the first nine months of 2024",
    "nth_month": "the third month of this year",
    "nth_week": "the last week of July",
    "nth_weekday": "the second Tuesday of May 2024",
    "day_of_unit": "the 15th of this month",
    "week_number": "week 7 of 2024",
    "unit_after_next": "the week after next",
    "weekday_number": "Monday 21",
    "number_which": "the two previous weeks",
    "hour_of_part": "seven in the evening",
    "hours_with_part": "between 3 and 5 in the afternoon",
    "half_clocks": "8 am to 3",
    "hours": "3 to 5",
    "packed_hours": "from 0730 to 0930",
    "spoken_clock": "nine thirty",
    "brief": "3h",
    "weekends": "three weekends",
    "long": "decades-long",
    "vague_past": "recently",
    "times_a": "twice a week",
    "that_part": "the next morning",
    "vague_future": "the near future",
}


WITH_WORD_BEFORE = {
    "rank_alone": ("on ", "the 18th"),
    "dotted_clock": ("at ", "6.45"),
    "hour": ("at ", "7"),
    "vague": ("for ", "decades"),
    "weekend": ("over ", "the weekend"),
    "numeric_short": ("on ", "3/4"),
    "bare_season": ("in ", "the summer"),
}


def test_every_rule_has_an_example() -> None:
    assert set(EXAMPLES) | set(WITH_WORD_BEFORE) == set(rules())


@pytest.mark.parametrize(("name", "text"), EXAMPLES.items())
def test_rule_matches_its_example(name: str, text: str) -> None:
    match = match_any(lower_text(text), 0)
    assert match is not None and (match.lastgroup, match[0]) == (name, text.lower())
    exact = rules()[name].pattern.match(text)
    assert exact is not None
    value = rules()[name].read(time_grammar.groups_of(exact), Scene(None))
    assert value is not None


@pytest.mark.parametrize(("name", "parts"), WITH_WORD_BEFORE.items())
def test_rule_asks_for_the_word_before(name: str, parts: tuple[str, str]) -> None:
    before, text = parts
    match = match_any(lower_text(before + text), len(before))
    assert match is not None and match.lastgroup == name
    alone = match_any(lower_text(text), 0)
    assert alone is None or alone.lastgroup != name


def test_a_bad_rule_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(RuleError, match=r"times\.toml: 'x' asks for \{nothing\}"):
        expand_pattern("{nothing}", {}, "x")
    tables = dict(time_words.words())
    bad = {"name": "x", "kind": "day", "read": "tea leaves", "pattern": "x"}
    monkeypatch.setattr(time_grammar, "words", lambda: {**tables, "rules": [bad]})
    with pytest.raises(RuleError, match="rule 'x': nothing reads 'tea leaves'"):
        rules.__wrapped__()


def test_lower_text_keeps_offsets() -> None:
    text = "İzmir, 3 May, STRASSE ẞ, Σ"
    assert len(lower_text(text)) == len(text)
    assert lower_text(text)[7:12] == "3 may"
