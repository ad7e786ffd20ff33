"""Which body a phrase with a noun stands for: "the firm", "the Baltic group"."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.mention_samples import mentions_of, resolve


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        pytest.param(
            "Orbis has raised a million euros from Norvik and the Lund Investment Bank, the "
            "company said on Monday.",
            "Orbis",
            ["Orbis", "the company"],
            id="the company that a clause it says is about",
        ),
        pytest.param(
            "The Danish brewer Holm Group grew last year. The Danish firm hired 90 people.",
            "Holm Group",
            ["Holm Group", "The Danish firm"],
            id="nominal by what the name was said to be",
        ),
        pytest.param(
            "The Baltic Shipowners' Association met in Riga. Costs rose, the Baltic group said.",
            "Baltic Shipowners' Association",
            ["Baltic Shipowners' Association", "the Baltic group"],
            id="nominal by a word of the name",
        ),
        pytest.param(
            "The Green Harbour Party won. The party took nine seats.",
            "Green Harbour Party",
            ["Green Harbour Party", "The party"],
            id="nominal by the head of the name",
        ),
        pytest.param(
            "Shares in Norvik rose. The Oslo-based shipping company said its profit had doubled.",
            "Norvik",
            ["Norvik", "The Oslo-based shipping company", "its"],
            id="a phrase that says something new",
        ),
        pytest.param(
            "Volvo and Saab announced a merger. The two companies said they would cut jobs.",
            "Volvo and Saab",
            ["Volvo and Saab", "The two companies", "they"],
            id="the two companies",
        ),
        pytest.param(
            "Microsoft sued Google. The company said it had lost money.",
            "Microsoft",
            ["Microsoft"],
            id="two that are as likely",
        ),
        pytest.param(
            "The Irish Stock Exchange fell. The Irish government said nothing.",
            "Irish Stock Exchange",
            ["Irish Stock Exchange"],
            id="a nationality is no word of a name",
        ),
        pytest.param(
            "SpaceX failed. The company, which Elon Musk founded, said its rocket fell.",
            "SpaceX",
            ["SpaceX", "The company, which Elon Musk founded", "its"],
            id="a clause that adds",
        ),
        pytest.param(
            "Koivisto Oyj closed a mill. The Finnish papermaker blamed demand.",
            "Koivisto Oyj",
            ["Koivisto Oyj", "The Finnish papermaker"],
            id="a maker of anything",
        ),
        pytest.param(
            "Tverrvik Group makes ropes. The Company has 300 workers.",
            "Tverrvik Group",
            ["Tverrvik Group", "The Company"],
            id="Company",
        ),
        pytest.param(
            "Airline orders ten jets\n\nHULL – Orbis, an airline, ordered ten jets in May.",
            "Orbis",
            ["Airline", "Orbis"],
            id="noun of a headline",
        ),
        pytest.param(
            "Vantor Holding AG cut its forecast. Its online business grew. The company runs 1,100 "
            "stores.",
            "Vantor Holding AG",
            ["Vantor Holding AG", "its", "Its", "The company"],
            id="what somebody owns is not the company",
        ),
        pytest.param(
            "Forecast cut\n\nZURICH, Nov 12 (Reuters) - Shares in Vantor Holding AG fell on Monday "
            "after the Swiss clothing retailer cut its forecast.",
            "Vantor Holding AG",
            ["Vantor Holding AG", "the Swiss clothing retailer", "its"],
            id="the agency of a dateline is not in mind",
        ),
    ],
)
def test_mentions(nlp: Language, text: str, label: str, expected: list[str]) -> None:
    assert mentions_of(resolve(nlp, text), label) == expected


def test_a_union_is_no_firm(nlp: Language) -> None:
    text = "Orbis Foods will close. Orbis Foods has lost money. Orbis Foods made pies. "
    doc = resolve(nlp, text + "The Unia union called it unfair. The firm is old.")
    assert "The firm" in mentions_of(doc, "Orbis Foods")


def test_whose_website_is_no_body(nlp: Language) -> None:
    doc = resolve(nlp, "Cedar Bank sold the mill. Its website says so, and the website is new.")
    assert [e.type for e in doc._.kgx_entities.values() if "website" in e.label] == ["work"]


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        pytest.param(
            "Ann Lind, chair of Cedar Bank, resigned. She said her company was sound.",
            "Cedar Bank",
            ["Cedar Bank", "her company"],
            id="who leads it",
        ),
        pytest.param(
            "Cedar Bank's lawyer, Ann Lind, resigned. She said her firm was sound.",
            "Cedar Bank",
            ["Cedar Bank"],
            id="who works for it and has a firm",
        ),
        pytest.param(
            "Ann Lind, chair of Cedar Bank, resigned. She said her party was sound.",
            "Cedar Bank",
            ["Cedar Bank"],
            id="no bank is a party",
        ),
    ],
)
def test_whose_body_is_the_one_they_speak_for(
    nlp: Language, text: str, label: str, expected: list[str]
) -> None:
    assert mentions_of(resolve(nlp, text), label) == expected


def test_a_like_noun_is_said_of_no_firm_that_is_less_in_mind(nlp: Language) -> None:
    text = "Orbis Group sued Torvex over a plan of Torvex. The company declined to comment."
    assert mentions_of(resolve(nlp, text), "Orbis Group") == ["Orbis Group"]


def test_a_body_called_so_is_meant_and_not_one_of_that_name_in_passing(nlp: Language) -> None:
    text = (
        "Norland's central bank met on Monday. The bank left its rate as it was. Economists at "
        "Helix Bank expected that. Ann Lind has led the bank since 2021."
    )
    assert mentions_of(resolve(nlp, text), "Helix Bank") == ["Helix Bank"]


def test_a_carrier_is_the_airline(nlp: Language) -> None:
    text = "Velda Air, an airline, will sell six jets. The carrier will end flights to Lima."
    assert mentions_of(resolve(nlp, text), "Velda Air") == ["Velda Air", "The carrier"]


def test_two_companies_that_say_something_are_not_its_subject(nlp: Language) -> None:
    text = "Holm Bryggeri has agreed to buy the mill of Tomar for cash, the two companies said."
    assert mentions_of(resolve(nlp, text), "Holm Bryggeri") == ["Holm Bryggeri"]


def test_an_airline_is_one_of_whose_name_is_a_plural(nlp: Language) -> None:
    text = "Norvik Airlines met Cedar Bank. The airline, which is the third largest, bought jets."
    assert mentions_of(resolve(nlp, text), "Norvik Airlines")[1].startswith("The airline")


def test_the_company_is_not_the_subject_of_its_verb(nlp: Language) -> None:
    text = "Norvik Lines hired a tug. Cedar Bank urged the company to stop using the engine."
    assert mentions_of(resolve(nlp, text), "Norvik Lines") == ["Norvik Lines", "the company"]


def test_the_firm_is_the_one_its_speaker_leads(nlp: Language) -> None:
    text = (
        "Norvik Lines hired a tug. The union Havna sued. Norvik's managing director, Ann Lind, "
        "said the firm would pay."
    )
    assert "the firm" in mentions_of(resolve(nlp, text), "Norvik Lines")


def test_whose_agency_is_named_right_after(nlp: Language) -> None:
    doc = resolve(nlp, "Norland's investigative agency BEA has requested money.")
    assert mentions_of(doc, "BEA") == ["Norland's investigative agency", "BEA"]


def test_the_only_firm_of_a_text_is_the_company_far_on(nlp: Language) -> None:
    text = (
        "Cedar Bank opened in 1970. It was small. Rain fell all summer. The roads were bad. "
        "Nobody came by train. In 1980 the company moved."
    )
    assert mentions_of(resolve(nlp, text), "Cedar Bank")[-1] == "the company"
