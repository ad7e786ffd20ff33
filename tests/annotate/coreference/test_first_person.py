"""Who says "I" and for whom "we" is said."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.mention_samples import mentions_of, resolve


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        pytest.param(
            '"We never sold a ship," said Ann Lind, a former engineer at Norvik Ltd, in May.',
            "Norvik Ltd",
            ["Norvik Ltd"],
            id="who left a body does not speak for it",
        ),
        pytest.param(
            '"I saw the crane fall," said Ann Lind.', "Ann Lind", ["I", "Ann Lind"], id="I"
        ),
        pytest.param(
            '"We will buy another crane," said Ann Lind, chair of the Vessel Group.',
            "Vessel Group",
            ["We", "Vessel Group"],
            id="we",
        ),
        pytest.param(
            "By Ann Lind\n\nI saw the crane fall on Monday. My boat sank under it.",
            "Ann Lind",
            ["Ann Lind", "I", "My"],
            id="I is who signs",
        ),
        pytest.param(
            "I, Torvald Brekkan, give my boat to the town. I keep the oars.",
            "Torvald Brekkan",
            ["I", "Torvald Brekkan", "my", "I"],
            id="I, Torvald",
        ),
        pytest.param(
            "We tested three cranes in May. We found that one of them fell in our yard.",
            "authors",
            ["We", "We", "our"],
            id="we who did something are the authors",
        ),
        pytest.param(
            "An interview with Ann Lind\n\nWhen did you buy your yard?\n\nI bought it in May.\n\n"
            "Who helped you?\n\nMy son did.",
            "Ann Lind",
            ["Ann Lind", "you", "your", "I", "you", "My"],
            id="interview without marked turns",
        ),
    ],
)
def test_mentions(nlp: Language, text: str, label: str, expected: list[str]) -> None:
    assert mentions_of(resolve(nlp, text), label) == expected


def test_we_without_a_body_is_no_one(nlp: Language) -> None:
    doc = resolve(nlp, '"We saw the crane fall," said Ann Lind.')
    assert all(doc[m.start].text != "We" for m in doc._.kgx_mentions)


def test_we_who_tell_of_their_study(nlp: Language) -> None:
    doc = resolve(nlp, "In this paper we ask why mills close. Our results are from two towns.")
    assert mentions_of(doc, "authors") == ["we", "Our"]


def test_the_first_of_a_name_is_nobody_who_writes(nlp: Language) -> None:
    doc = resolve(nlp, "Charles I ruled from 1625. The death of Charles I shocked the town.")
    assert mentions_of(doc, "Charles I") == ["Charles I", "Charles I"]
    assert not mentions_of(doc, "author")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("We all need bees. We eat what they make, and we should care.", id="anybody"),
        pytest.param("What do you need?\n\nI need a boat.\n\nWhy you?\n\nI sail.", id="unnamed"),
    ],
)
def test_first_persons_of_no_one(nlp: Language, text: str) -> None:
    doc = resolve(nlp, text)
    assert {doc[m.start].lower_ for m in doc._.kgx_mentions}.isdisjoint({"i", "we"})


def test_two_who_are_asked_tell_each_other_apart(nlp: Language) -> None:
    doc = resolve(
        nlp,
        "A talk with Ann Lind and Karl Vik\n\nWho are you?\n\nI'm Ann Lind. I draw.\n\n"
        "And I'm Karl Vik.\n\nHow did you meet?\n\nI saw Ann at a mill, and I liked her boat.\n\n"
        "I sail.",
    )
    assert mentions_of(doc, "Ann Lind") == ["Ann Lind", "I", "Ann Lind", "I", "Ann", "her"]
    assert mentions_of(doc, "Karl Vik") == ["Karl Vik", "I", "Karl Vik", "I", "I"]


def test_who_gave_a_message_speaks_in_it(nlp: Language) -> None:
    text = (
        'Ann Lind left this farewell, "I have made many of my friends here, and I thank you." '
        "Bo Holm, the chair of Cedar Bank, said nothing."
    )
    assert mentions_of(resolve(nlp, text), "Ann Lind") == ["Ann Lind", "I", "my", "I"]


def test_our_company_is_the_body_of_who_speaks(nlp: Language) -> None:
    text = '"Our company is sound," said Ann Lind, chair of Cedar Bank. "We have cash."'
    expected = ["Our", "Our company", "Cedar Bank", "We"]
    assert mentions_of(resolve(nlp, text), "Cedar Bank") == expected
