"""Blocks of a text and the sentence starts they set."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.language import Language

from kgx.annotate.layout.component import LONGEST_SENTENCE, mark_blocks
from kgx.annotate.layout.lines import find_lines

BLANK = English()

PARAGRAPH = (
    "The harbour board approved the new crane on Tuesday after a debate that lasted four hours and "
    "ended with a vote of nine to two."
)


def kinds_of(text: str) -> list[tuple[str, str]]:
    """The kind and the text of each block."""
    return [(line.kind, text[line.start : line.end].strip()) for line in find_lines(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One plain sentence without end", ["paragraph"], id="a single line is prose"),
        pytest.param(
            f"Harbour buys a crane\nFour hours of debate\n\n{PARAGRAPH}",
            ["headline", "deck", "paragraph"],
            id="headline and deck",
        ),
        pytest.param(
            f"Harbour buys a crane\n\nOSLO, Norway\n{PARAGRAPH}",
            ["headline", "dateline", "paragraph"],
            id="dateline on a line of its own",
        ),
        pytest.param(
            f"OSLO (Reuters) - {PARAGRAPH}", ["dateline", "paragraph"], id="dateline with agency"
        ),
        pytest.param(
            f"OSLO, March 3 — {PARAGRAPH}", ["dateline", "paragraph"], id="dateline with date"
        ),
        pytest.param(
            f"Harbour buys a crane\nBy Ann Lind\n\n{PARAGRAPH}",
            ["headline", "byline", "paragraph"],
            id="byline",
        ),
        pytest.param(
            f"{PARAGRAPH}\n\nWhat comes next\n\n{PARAGRAPH}",
            ["paragraph", "headline", "paragraph"],
            id="heading between paragraphs",
        ),
        pytest.param(f"# Cranes\n\n{PARAGRAPH}", ["headline", "paragraph"], id="Markdown heading"),
        pytest.param(
            f"{PARAGRAPH}\n\n- a red crane\n* a blue one\n1. a third",
            ["paragraph", "item", "item", "item"],
            id="list items",
        ),
        pytest.param(
            "Cost: 40 euros a day.\nCrew: Two riggers.", ["paragraph", "paragraph"], id="fields"
        ),
        pytest.param("Q: Why a crane?\nA: The old one fell.", ["turn", "turn"], id="interview"),
        pytest.param(
            "LIND: Why a crane?\nHOLM: The old one fell.", ["turn", "turn"], id="named turns"
        ),
        pytest.param("Note: the crane fell.", ["paragraph"], id="one label is no interview"),
        pytest.param("Port\tCranes\nOslo\t4", ["row", "row"], id="tabs"),
        pytest.param("| Port | Cranes |\n|---|---|\n| Oslo | 4 |", ["row"] * 3, id="pipes"),
        pytest.param(
            f"{PARAGRAPH}\n\nRead more: cranes of the north",
            ["paragraph", "boilerplate"],
            id="boilerplate",
        ),
        pytest.param(
            f"---\ntitle: Cranes\ndate: 2024-05-01\n---\n\n{PARAGRAPH}\n\n{PARAGRAPH}",
            ["boilerplate"] * 4 + ["paragraph"] * 2,
            id="front matter",
        ),
    ],
)
def test_kinds(text: str, expected: list[str]) -> None:
    assert [kind for kind, _ in kinds_of(text)] == expected


def test_hard_wrapped_paragraph_is_one_block() -> None:
    text = (
        "The harbour board approved the new crane on Tuesday after a debate\n"
        "that lasted four hours. Oslo has bought four cranes in three years,\n"
        "and two of them stand idle.\n"
        "A fifth is to come."
    )
    assert len(kinds_of(text)) == 2  # the short third line ends the first paragraph


def test_lines_of_unwrapped_text_stay_apart() -> None:
    text = f"{PARAGRAPH}\nThe crane is red.\n{PARAGRAPH}"
    assert len(kinds_of(text)) == 3


def test_windows_line_ends() -> None:
    assert kinds_of(f"Cranes\r\n\r\n{PARAGRAPH}") == [
        ("headline", "Cranes"),
        ("paragraph", PARAGRAPH),
    ]


def test_a_block_starts_a_sentence() -> None:
    doc = mark_blocks(BLANK.make_doc(f"Harbour buys a crane\n\n{PARAGRAPH}"))
    assert [doc[b.start].is_sent_start for b in doc._.kgx_blocks] == [True, True]


def test_an_interview_turn_starts_a_sentence_after_the_label() -> None:
    doc = mark_blocks(BLANK.make_doc("Q: Why a crane?\nA: The old one fell."))
    assert [t.text for t in doc if t.is_sent_start] == ["Q", "Why", "A", "The"]


def test_a_closing_mark_starts_no_sentence() -> None:
    doc = mark_blocks(BLANK.make_doc('"We waited. It fell." Then it rained.'))
    assert next(t for t in doc if t.i and t.text == '"').is_sent_start is False


def test_an_endless_sentence_is_cut() -> None:
    doc = mark_blocks(BLANK.make_doc("and then it rained " * 400))
    starts = [t.i for t in doc if t.is_sent_start]
    assert max(b - a for a, b in pairwise(starts)) == LONGEST_SENTENCE


def test_a_long_text_with_marks_is_not_cut() -> None:
    doc = mark_blocks(BLANK.make_doc("it rained and it was no. 5. " * 200))
    assert [t.i for t in doc if t.is_sent_start] == [0]


def test_no_entity_crosses_blocks(nlp: Language) -> None:
    doc = nlp(f"Oslo buys a crane\n\nOSLO, Norway\nNorway has bought a crane. {PARAGRAPH}")
    starts = {b.start for b in doc._.kgx_blocks}
    assert not any(starts & set(range(e.start + 1, e.end)) for e in doc.ents)


@given(st.text(alphabet="Ab1 .:-#|\t\n\r\"“”'", max_size=120))
def test_blocks_cover_every_text(text: str) -> None:
    doc = mark_blocks(BLANK.make_doc(text))
    blocks = doc._.kgx_blocks
    covered = [i for b in blocks for i in range(b.start, b.end)]
    assert covered == (list(range(len(doc))) if blocks else [])
    assert blocks or not text.strip()


def test_no_sentence_ends_in_a_blocks_first_words_before_a_small_letter(
    nlp: Language,
) -> None:
    doc = nlp("Army pushes on\n\nTroops from Chad have left the town, a spokesman said.")
    assert [s.text.strip() for s in doc.sents][1].startswith("Troops from Chad")


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("It sold the yard for $40m. The firm is pleased.", ["It", "The"]),
        ("On Monday Cedar Ltd sold the yard.", ["On"]),
        ("Hessing Inc on Monday sold the yard.", ["Hessing"]),
    ],
)
def test_where_sentences_start(nlp: Language, text: str, starts: list[str]) -> None:
    assert [s[0].text for s in nlp(text).sents] == starts


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"CHENNAI: {PARAGRAPH}", "dateline"),
        (f"WARNING: {PARAGRAPH}", "paragraph"),
    ],
)
def test_a_colon_ends_the_dateline_of_a_known_town(text: str, kind: str) -> None:
    doc = mark_blocks(BLANK.make_doc(f"A bridge falls\n\n{text}\n\n{PARAGRAPH}"))
    assert doc._.kgx_blocks[1].kind == kind
