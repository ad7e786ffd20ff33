"""Times: which words are a time, and what it is worth. The document is of Wednesday, 2025-06-18."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.times.joins import open_interval
from kgx.types import Document

DATE = "2025-06-18"


def annotate(nlp: Language, text: str, date: str | None = DATE) -> Doc:
    doc = nlp.make_doc(text)
    doc._.kgx_document = Document("x", text, date=date)
    return nlp(doc)


def times_of(nlp: Language, text: str, date: str | None = DATE) -> list[tuple[str, str]]:
    doc = annotate(nlp, text, date)
    return [(doc[t.start : t.end].text, t.value) for t in doc._.kgx_times]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # whole dates
        ("She was born on 3 May 1961.", [("3 May 1961", "1961-05-03")]),
        ("The court ruled on Dec. 12, 2023.", [("Dec. 12, 2023", "2023-12-12")]),
        ("The vote is set for 09/14/2025.", [("09/14/2025", "2025-09-14")]),
        ("The vote is set for 14.09.2025.", [("14.09.2025", "2025-09-14")]),
        ("It opened on the 1st of March, 2024.", [("the 1st of March, 2024", "2024-03-01")]),
        ("The file is dated 2024-02-29.", [("2024-02-29", "2024-02-29")]),
        # no day that is told
        ("One day it will return.", [("One day", "FUTURE_REF")]),
        ("It fell ill. One day it died.", [("One day", "PAST_REF")]),
        ("It rained for one day.", [("one day", "P1D")]),
        # parts of dates
        ("It has made engines since 2012.", [("2012", "2012")]),
        ("The appeal followed in Jan. 2024.", [("Jan. 2024", "2024-01")]),
        ("It was signed in April.", [("April", "2025-04")]),
        ("The plant will open in April.", [("April", "2026-04")]),
        ("It was signed in November.", [("November", "2024-11")]),
        ("The fair ran until 7 June.", [("7 June", "2025-06-07")]),
        ("The fair will run until 7 July.", [("7 July", "2025-07-07")]),
        ("Prices fell in early 2009.", [("early 2009", "2009")]),
        ("It ends by mid-2028.", [("mid-2028", "2028")]),
        ("It opened at the end of March.", [("the end of March", "2025-03")]),
        # how long a race took
        ("She won it in 2:09:14.", []),
        ("The train left at 2:09:14.", [("2:09:14", "02:09:14")]),
        # years of the first thousand, and by their era
        ("The abbey was founded in 845.", [("845", "0845")]),
        ("In 778 the army crossed the hills.", [("778", "0778")]),
        ("Pupils were enrolled in 120 villages.", []),
        ("One in 100 is sold.", []),
        ("The temple was built in 432 BC.", [("432 BC", "-0431")]),
        ("The mountain erupted in AD 79.", [("AD 79", "0079")]),
        ("It was lost in 1 BCE and found in 25 CE.", [("1 BCE", "0000"), ("25 CE", "0025")]),
        # relative to the document
        ("The company said so on Tuesday.", [("Tuesday", "2025-06-17")]),
        ("He will return on Friday.", [("Friday", "2025-06-20")]),
        ("The talks begin on Friday.", [("Friday", "2025-06-20")]),
        ("The minister resigned yesterday.", [("yesterday", "2025-06-17")]),
        ("They left last week.", [("last week", "2025-W24")]),
        ("They left last month.", [("last month", "2025-05")]),
        ("It lost money this year.", [("this year", "2025")]),
        ("It will lose money next year.", [("next year", "2026")]),
        ("It must pay by the end of the year.", [("the end of the year", "2025")]),
        ("He arrived three years ago.", [("three years ago", "2022")]),
        ("He arrived two weeks ago.", [("two weeks ago", "2025-06-04")]),
        ("He will leave in two months.", [("in two months", "2025-08")]),
        ("The strike began last Friday.", [("last Friday", "2025-06-13")]),
        ("They met on Monday morning.", [("Monday morning", "2025-06-16TMO")]),
        ("They will play this weekend.", [("this weekend", "2025-W25-WE")]),
        # quarters, seasons, decades, centuries, holidays
        ("Sales rose in the first quarter.", [("the first quarter", "2025-Q1")]),
        ("Sales rose in the third quarter.", [("the third quarter", "2024-Q3")]),
        (
            "It starts in the third quarter of 2026.",
            [("the third quarter of 2026", "2026-Q3")],
        ),
        ("Profits fell in Q3 2024.", [("Q3 2024", "2024-Q3")]),
        ("It opened in the second half of 2019.", [("the second half of 2019", "2019-07/2019-12")]),
        ("The bridge closed in the summer of 2019.", [("the summer of 2019", "2019-SU")]),
        ("Prices fell last summer.", [("last summer", "2024-SU")]),
        ("Rents rose in the early 1990s.", [("the early 1990s", "199X")]),
        ("It was built in the late 19th century.", [("the late 19th century", "18XX")]),
        ("It closed on Christmas Day 2023.", [("Christmas Day 2023", "2023-12-25")]),
        ("The fiscal year 2024 was weak.", [("The fiscal year 2024", "FY2024")]),
        # parts of a month or a year
        ("It met in the last week of July 2024.", [("the last week of July 2024", "2024-W30")]),
        ("It met in the first week of 2021.", [("the first week of 2021", "2021-W01")]),
        (
            "Voting is on the first Tuesday of next month.",
            [("the first Tuesday of next month", "2025-07-01")],
        ),
        ("He was paid on the 15th of last month.", [("the 15th of last month", "2025-05-15")]),
        ("She resigned on the 3rd.", [("the 3rd", "2025-06-03")]),
        ("She will speak on the 3rd.", [("the 3rd", "2025-07-03")]),
        (
            "Sales fell in the first nine months of 2024.",
            [("the first nine months of 2024", "2024-01/2024-09")],
        ),
        ("The week of 7 April 2025 was wet.", [("The week of 7 April 2025", "2025-W15")]),
        ("They meet the week after next.", [("the week after next", "2025-W27")]),
        ("It grew the year before last.", [("the year before last", "2023")]),
        ("Rain fell over the weekend.", [("the weekend", "2025-W24-WE")]),
        ("It has been shut since nineteen ninety-six.", [("nineteen ninety-six", "1996")]),
        ("It shut in two thousand and five.", [("two thousand and five", "2005")]),
        ("Losses grew last fiscal year.", [("last fiscal year", "FY2024")]),
        ("The bill is dated 2024-Mar-3.", [("2024-Mar-3", "2024-03-03")]),
        ("They left early Tuesday.", [("early Tuesday", "2025-06-17")]),
        # what the text leaves open
        ("It now makes tyres.", [("now", "PRESENT_REF")]),
        ("Rents have risen recently.", [("recently", "PAST_REF")]),
        ("They fought for decades.", [("decades", "PXY")]),
        ("He left several years ago.", [("several years ago", "PAST_REF")]),
        ("It may close in the near future.", [("the near future", "FUTURE_REF")]),
        # durations, ages, sets
        ("It took him a day.", [("a day", "P1D")]),
        ("The court meets twice a week.", [("twice a week", "P1W")]),
        ("Months of talks failed.", [("Months", "PXM")]),
        ("It took two and a half years.", [("two and a half years", "P2.5Y")]),
        ("It took almost three years.", [("almost three years", "P3Y")]),
        (
            "It ended two weeks before Christmas 2023.",
            [("two weeks before Christmas 2023", "2023-12-11")],
        ),
        ("Shares fell over the past six months.", [("the past six months", "P6M")]),
        ("The 27-year-old keeper left.", [("27-year-old", "P27Y")]),
        ("They talked for several hours.", [("several hours", "PTXH")]),
        ("The board meets every Monday.", [("every Monday", "XXXX-WXX-1")]),
        ("The fees are $300 a year.", [("a year", "P1Y")]),
        # times of day
        ("It starts at 10:30 a.m. on Thursday.", [("10:30 a.m. on Thursday", "2025-06-19T10:30")]),
        ("The doors close at 6 pm.", [("6 pm", "18:00:00")]),
        ("It struck at 4:17 on 4 May 2021.", [("4:17 on 4 May 2021", "2021-05-04T04:17")]),
        ("It is open from 3 to 5 pm.", [("from 3 to 5 pm", "15:00:00/17:00:00")]),
        ("The doors close at seven in the evening.", [("seven in the evening", "19:00:00")]),
        ("The vote is on Friday at 3.", [("Friday at 3", "2025-06-20T03:00")]),
        ("The shop closes tonight at 9.", [("tonight at 9", "2025-06-18T21:00")]),
        ("The train left at 6.45 on Monday.", [("6.45 on Monday", "2025-06-16T06:45")]),
        ("It is twenty past eight.", [("twenty past eight", "08:20:00")]),
        ("He called at ten minutes to nine.", [("ten minutes to nine", "08:50:00")]),
        (
            "He was out from 10:30 to 3 on 5 May 2024.",
            [("from 10:30 to 3 on 5 May 2024", "2024-05-05T10:30/2024-05-05T15:00")],
        ),
        ("It is booked from 9 am for 3 hours.", [("from 9 am for 3 hours", "09:00:00/12:00:00")]),
        ("The alarm rings at 7 am every day.", [("7 am every day", "T07:00")]),
        # intervals
        (
            "It grew between March 2019 and today.",
            [("between March 2019 and today", "2019-03/2025-06-18")],
        ),
        (
            "He must pay between now and 4 July.",
            [("between now and 4 July", "2025-06-18/2025-07-04")],
        ),
        ("Between 2015 and 2019, it grew.", [("Between 2015 and 2019", "2015/2019")]),
        ("It grew from January to March.", [("from January to March", "2025-01/2025-03")]),
        ("It made a profit in 2023–24.", [("2023–24", "2023/2024")]),
        (
            "The fair ran from 3 to 5 June 2024.",
            [("from 3 to 5 June 2024", "2024-06-03/2024-06-05")],
        ),
    ],
)
def test_value(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert times_of(nlp, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "He may march on, and they may follow.",
        "The firm sold 2012 units and 1500 engines.",
        "A second unit opened beside the first.",
        "The Boeing 747 landed.",
        "Call 555-2010-2015 for help.",
        "The striker scored from the spot.",
        "They have shops in 10 to 12 other countries.",
        "He works on the 18th floor.",
        "They came with nine thirty-foot poles.",
        "The score was five to seven.",
        "Shares closed at 6.45 euros.",
        "He lives at 7 Mill Lane.",
        "She sold two thousand engines.",
        "She met April Stevens and Mr. May.",
    ],
)
def test_no_time(nlp: Language, text: str) -> None:
    assert times_of(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two days later, he resigned.", [("Two days later", "")]),
        (
            "It was signed on 4 March 2024. Two days later, he resigned.",
            [("4 March 2024", "2024-03-04"), ("Two days later", "2024-03-06")],
        ),
        (
            "It was signed on 4 March 2024. The next morning, he resigned.",
            [("4 March 2024", "2024-03-04"), ("The next morning", "2024-03-05TMO")],
        ),
        ("In 1973 it burned. That year, he left.", [("1973", "1973"), ("That year", "1973")]),
    ],
)
def test_relative_to_the_text(nlp: Language, text: str, expected: list[tuple[str, str]]) -> None:
    assert times_of(nlp, text) == expected


@pytest.mark.parametrize("text", ["He left yesterday.", "He left in April.", "He left last week."])
@pytest.mark.parametrize("date", [None, "", "soon"])
def test_nothing_is_guessed_without_a_date(nlp: Language, text: str, date: str | None) -> None:
    assert [value for _, value in times_of(nlp, text, date)] == [""]


def test_a_date_on_a_line_of_its_own_dates_the_text(nlp: Language) -> None:
    text = "Mill shut for good\n\nMarch 7, 2019\n\nThe mill closed yesterday."
    assert times_of(nlp, text, None)[-1] == ("yesterday", "2019-03-06")


@pytest.mark.parametrize(
    "top",
    [
        "IZMIR, 7 March 2019 – ",
        "Mill shut for good\n\nBy Jane Holm | Published March 7, 2019\n\n",
        "Mill shut for good\nLast updated: March 7, 2019\n\n",
    ],
)
def test_a_dateline_or_byline_dates_the_text(nlp: Language, top: str) -> None:
    assert times_of(nlp, top + "The mill closed yesterday.", None)[-1] == (
        "yesterday",
        "2019-03-06",
    )


@pytest.mark.parametrize(
    ("value", "preposition", "expected"),
    [
        ("2012", "since", "2012/.."),
        ("2012", "Since", "2012/.."),
        ("2012-04", "until", "../2012-04"),
        ("2012-04-03", "before", "../2012-04-03"),
        ("2012", "after", "2012/.."),
        ("2012", "in", "2012"),
        ("2012/2015", "since", "2012/2015"),
        ("P2Y", "since", "P2Y"),
        ("10:30:00", "until", "10:30:00"),
        ("", "since", ""),
    ],
)
def test_open_interval(value: str, preposition: str, expected: str) -> None:
    assert open_interval(value, preposition) == expected


WORDS = [
    *(
        "the",
        "in",
        "on",
        "of",
        "at",
        "from",
        "to",
        "and",
        "between",
        "next",
        "last",
        "this",
        "every",
    ),
    *("two", "first", "half", "3", "12", "30", "2024", "1999", "May", "Monday", "Friday", "June"),
    *("week", "year", "quarter", "days", "ago", "later", "morning", "pm", ":", "-", "/", ",", "."),
    *("'", "noon", "now", "before", "Christmas", "century", "1990s"),
]


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.sampled_from(WORDS), max_size=14), st.sampled_from([DATE, None]))
def test_times_are_in_order_and_apart(nlp: Language, words: list[str], date: str | None) -> None:
    doc = annotate(nlp, " ".join(words), date)
    end = 0
    for time in doc._.kgx_times:
        assert end <= time.start < time.end <= len(doc)
        end = time.end


@pytest.mark.parametrize(
    "text",
    [
        "It was made 999999999999 days ago.",
        "It will open in 9999999999 hours.",
        "It ended on 9999-12-31. Two days later it began.",
        "It is booked from 9 am for 99999999999 hours.",
        "It ran " + "twenty " * 3000 + "days.",
        "مرحبا في 3 May 2024 👍🏽 3 to 5",
    ],
)
@pytest.mark.parametrize("date", [DATE, "0001-01-01", "9999-12-31T23:59:59"])
def test_no_time_is_too_far(nlp: Language, text: str, date: str) -> None:
    annotate(nlp, text, date)
