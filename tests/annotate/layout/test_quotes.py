"""Quotations and who says them."""

from __future__ import annotations

import pytest
from spacy.language import Language


def quotes_of(nlp: Language, text: str) -> list[tuple[str, str | None]]:
    """What is quoted, without marks and white space, and the head word of the speaker."""
    doc = nlp(text)
    return [
        (
            doc[q.start : q.end].text.strip("\"“”«»`' \n"),
            doc[q.speaker].text if q.speaker is not None else None,
        )
        for q in doc._.kgx_quotes
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The crane fell," she said.', [("The crane fell,", "she")]),
        ("“The crane fell,” said Ann Lind.", [("The crane fell,", "Lind")]),
        ('Ann Lind said: "The crane fell."', [("The crane fell.", "Lind")]),
        ("``The crane fell,'' said Ann Lind.", [("The crane fell,", "Lind")]),
        ("«The crane fell», Lind told the board.", [("The crane fell", "Lind")]),
        (
            '"The crane fell," Lind said in the yard. "We will buy another one."',
            [("The crane fell,", "Lind"), ("We will buy another one.", "Lind")],
        ),
        (
            '"The crane fell. It was old and rusty." Holm added that nobody was hurt.',
            [("The crane fell. It was old and rusty.", "Holm")],
        ),
        (
            '"The crane fell.\n\n"It was old and rusty," said Ann Lind.',
            [("The crane fell.", "Lind"), ("It was old and rusty,", "Lind")],
        ),
        ('Mayor Ann Lind: "The crane fell."', [("The crane fell.", "Lind")]),
        ('A sign in Hexley: "Keep out of it now."', [("Keep out of it now.", None)]),
        ('It was, in the words of Ann Lind, "a bad day".', [("a bad day", "Lind")]),
        (
            'Lind said: "The crane fell." Holm left this farewell, "I have had good years here."',
            [("The crane fell.", "Lind"), ("I have had good years here.", "Holm")],
        ),
        (
            'Lind said: "The crane fell." Holm held up a sign, "I have had good years here."',
            [("The crane fell.", "Lind"), ("I have had good years here.", None)],
        ),
        ('The so-called "crane" was a ladder.', [("crane", None)]),
        (
            '"The crane fell," said foreman Ann Lind, who ran the yard.',
            [("The crane fell,", "Lind")],
        ),
    ],
)
def test_speaker(nlp: Language, text: str, expected: list[tuple[str, str | None]]) -> None:
    assert quotes_of(nlp, text) == expected


def test_paragraphs_that_reopen_a_quotation(nlp: Language) -> None:
    text = (
        "“The crane fell at noon and blocked the road,” Ann Lind said. “We called for help.\n\n"
        "“It took them three hours to come to the harbour.”"
    )
    assert [speaker for _, speaker in quotes_of(nlp, text)] == ["Lind", "Lind", "Lind"]


def test_an_open_quotation_ends_with_its_paragraph(nlp: Language) -> None:
    text = "“The crane fell, said Lind.\n\nThe road was closed until the evening of that day."
    doc = nlp(text)
    (quote,) = doc._.kgx_quotes
    assert quote.end <= doc._.kgx_blocks[1].start


def test_interview_turns(nlp: Language) -> None:
    doc = nlp("BEHR: Why did the crane fall?\nWENDT: It was old, and nobody cared.")
    assert [doc[q.speaker].text for q in doc._.kgx_quotes] == ["BEHR", "WENDT"]


def test_an_apostrophe_is_no_quotation(nlp: Language) -> None:
    assert quotes_of(nlp, "The Linds’ crane fell on the Holms’ boat.") == []
