"""Whom a phrase with a noun stands for: "the doctor", "the Kenyan runner"."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.mention_samples import mentions_of, resolve


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        pytest.param(
            "The workers went on strike. The workers made toys, among them a bear.",
            "workers",
            ["The workers", "The workers"],
            id="a list begins with what was just said",
        ),
        pytest.param(
            "A group of sailors met in Oslo. The sailors sang.",
            "group of sailors",
            ["A group of sailors", "The sailors"],
            id="a group of sailors is the sailors",
        ),
        pytest.param(
            "Prime Minister Marta Holm met the miners. The prime minister said she would help.",
            "Marta Holm",
            ["Marta Holm", "The prime minister", "she"],
            id="title before, noun after",
        ),
        pytest.param(
            "Dr Holm treated a boy. The doctor left early.",
            "Holm",
            ["Holm", "The doctor"],
            id="title that stands for a noun",
        ),
        pytest.param(
            "Ola Vik, 56, a miner from Kiruna, was hurt. The 56-year-old was flown to hospital.",
            "Ola Vik",
            ["Ola Vik", "The 56-year-old"],
            id="by age",
        ),
        pytest.param(
            "A woman was found in her flat. The woman, named as Ann Lind, was a nurse.",
            "Ann Lind",
            ["A woman", "her", "Ann Lind"],
            id="named later",
        ),
        pytest.param(
            "Farah Aziz won. The Kenyan runner beat her rival Lena Moe.",
            "Farah Aziz",
            ["Farah Aziz", "The Kenyan runner", "her"],
            id="the nationality of who was just named",
        ),
        pytest.param(
            "Bo Lind met the miners. The Danish minister said no.",
            "Bo Lind",
            ["Bo Lind"],
            id="a nation has ministers of its own",
        ),
        pytest.param(
            "The film, directed by Ana Silva, won a prize. The director thanked the crew.",
            "Ana Silva",
            ["Ana Silva", "The director"],
            id="called after what one does",
        ),
        pytest.param(
            "Erik Dahl scored twice for Larvik. The striker has eleven goals.",
            "Erik Dahl",
            ["Erik Dahl", "The striker"],
            id="the one player",
        ),
        pytest.param(
            "Erik Dahl and Bo Wilk scored for Larvik. The striker has eleven goals.",
            "Erik Dahl",
            ["Erik Dahl"],
            id="one of two players",
        ),
        pytest.param(
            "Thomas Holm left the yard in May. The 41-year-old joined a bank.",
            "Thomas Holm",
            ["Thomas Holm", "The 41-year-old"],
            id="an age that is news",
        ),
        pytest.param(
            "Ann Lind and Erik Lind mourn their son, Emil. Her child drowned in May.",
            "Emil",
            ["Emil", "Her child"],
            id="a child of one of two",
        ),
        pytest.param(
            "Her parents took Emma home. The child of Ann Lind slept. Emma Berg saw her parents. "
            "They feared for their child.",
            "Emma Berg",
            ["Emma", "Emma Berg", "her", "their child"],
            id="the child of her parents",
        ),
        pytest.param(
            "The farmers met in May. The farmers who sold their land stayed away.",
            "farmer",
            [],
            id="a clause that says which",
        ),
        pytest.param(
            "Ivar Moen and Ann Lind wed in May. The couple live in Hull.",
            "Ivar Moen and Ann Lind",
            ["Ivar Moen and Ann Lind", "The couple"],
            id="couple",
        ),
        pytest.param(
            "Ivar Moen and his wife, Ann, lost their son, Bo. The parents moved to Hull.",
            "Ivar Moen and his wife, Ann",
            ["Ivar Moen and his wife, Ann", "their", "The parents"],
            id="parents of a child",
        ),
        pytest.param(
            "Thomas Berg and his wife, Ann Berg, were charged in May. The Bergs deny the charges.",
            "Thomas Berg and his wife, Ann Berg",
            ["Thomas Berg and his wife, Ann Berg", "Bergs"],
            id="family",
        ),
        pytest.param(
            "Norway beat Sweden 2-0 in Hull. The Norwegians scored twice.",
            "Norway",
            ["Norway", "Norwegians"],
            id="people for their team",
        ),
        pytest.param(
            "Norway and Sweden share a border. The Norwegians like fish.",
            "Norway",
            ["Norway"],
            id="people of a country",
        ),
        pytest.param(
            "President Ann Lind spoke in May. The President then left.",
            "Ann Lind",
            ["Ann Lind", "The President"],
            id="noun with a capital",
        ),
        pytest.param(
            "Potter who left Vienna\n\nEva Dahl left Vienna in May. The potter Bo Lind taught her.",
            "Bo Lind",
            ["Bo Lind"],
            id="noun of a headline told apart",
        ),
        pytest.param(
            "Baker wins prize\n\nThe baker Ann Lind won in May. The baker Bo Moen lost.",
            "Ann Lind",
            ["Ann Lind"],
            id="noun of a headline that two are called by",
        ),
        pytest.param(
            "People without a boat wait on the quay. Those people with a boat had left.",
            "people",
            [],
            id="those who are told after",
        ),
        pytest.param(
            "Ann Lind served as the mayor of Hull. An aide was late. The mayor left in May.",
            "Ann Lind",
            ["Ann Lind", "The mayor"],
            id="who serves as something",
        ),
        pytest.param(
            "Ann Lind and Ida Berg met two women. Ida Berg won the women's singles.",
            "two women",
            [],
            id="what women compete in is nobody's",
        ),
        pytest.param(
            "Ann Lind has met Pope Leo. She asked the Pope for help.",
            "Pope Leo",
            ["Pope Leo", "the Pope"],
            id="who is called by the title of a name",
        ),
    ],
)
def test_mentions(nlp: Language, text: str, label: str, expected: list[str]) -> None:
    assert mentions_of(resolve(nlp, text), label) == expected


def test_role_that_spoke_is_the_person_named_next(nlp: Language) -> None:
    doc = resolve(
        nlp,
        "Orders have doubled, the chair of the Vessel Group told reporters.\n\n"
        "Torvald Brekkan said the yard had hired ninety people since the spring.",
    )
    assert "the chair of the Vessel Group" in mentions_of(doc, "Torvald Brekkan")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A former treasurer of Cedar Bank was jailed on Monday. Ann Lind, 51, was convicted.",
            ["A former treasurer of Cedar Bank", "Ann Lind"],
            id="the description comes first",
        ),
        pytest.param(
            "A man was shot on Monday. Ann Lind, 43, heard it.",
            ["Ann Lind"],
            id="a witness",
        ),
        pytest.param(
            "A 20-year-old driver was fined on Monday. Ann Lind, 43, lost a leg.",
            ["Ann Lind"],
            id="another age",
        ),
        pytest.param(
            "A former treasurer was jailed on Monday. Ann Lind was convicted.",
            ["Ann Lind"],
            id="no age",
        ),
    ],
)
def test_who_is_described_before_being_named(nlp: Language, text: str, expected: list[str]) -> None:
    assert mentions_of(resolve(nlp, text), "Ann Lind") == expected


def test_at_the_head_of_is_nobody(nlp: Language) -> None:
    doc = resolve(nlp, "Bo Lind leads Cedar Bank. He stood at the head of it.")
    assert not any(doc[m.start : m.end].text.endswith("head") for m in doc._.kgx_mentions)
