"""Texts that are no prose: no crash, work that grows with the length, few and cautious clauses."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

OURS = ("kgx_propositions", "kgx_standing")

LONG: dict[str, Callable[[int], str]] = {
    "a list": lambda n: f"The farm sells {', '.join(f'plum {i}' for i in range(n // 3))} and nuts.",
    "clauses": lambda n: f"{' and '.join(['the man saw the dog'] * (n // 6))}.",
    "speech in speech": lambda n: f"He said {' that she said '.join(['the man'] * (n // 5))} left.",
    "relative clauses": lambda n: f"The cat {'which the dog saw ' * (n // 4)}died.",
    "verbs": lambda n: f"They {' and '.join(['ran'] * (n // 2))} home.",
    "participles": lambda n: f"The house was {' and '.join(['painted'] * (n // 2))} again.",
    "of of of": lambda n: f"{' of '.join(['the house'] * (n // 3))} burned.",
    "capitals": lambda n: "THE FIRM SOLD ITS MILL TO A BUYER IN LUND " * (n // 10),
    "open quotes": lambda n: ' "'.join(["he said it went"] * (n // 5)),
    "open brackets": lambda n: " (".join(["the mill in Lund"] * (n // 5)) + " burned.",
}


def prepare(nlp: Language, text: str) -> Doc:
    """The doc as the components that are tested get it."""
    with nlp.select_pipes(disable=[*OURS, "kgx_claims", "kgx_learned"]):
        return nlp(text)


def count_calls(nlp: Language, text: str) -> int:
    """How many Python functions the components call."""
    doc, calls = prepare(nlp, text), 0

    def count(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal calls
        calls += event == "call"

    components = [nlp.get_pipe(name) for name in OURS]
    sys.setprofile(count)
    try:
        for component in components:
            doc = component(doc)
    finally:
        sys.setprofile(None)
    return calls


@pytest.mark.parametrize("kind", LONG)
def test_work_grows_with_the_length(nlp: Language, kind: str) -> None:
    short, long = (count_calls(nlp, LONG[kind](size)) for size in (2000, 4000))
    assert long < 2.6 * short


@pytest.mark.parametrize("kind", LONG)
def test_sentence_of_two_thousand_words(nlp: Language, kind: str) -> None:
    doc = nlp(LONG[kind](2000))
    assert len(doc._.kgx_clauses) <= len(doc) / 2
    assert all(len(a.tokens) <= 1000 for c in doc._.kgx_clauses for a in c.arguments)


NO_PROSE = {
    "a table": "Year | Sales | Profit\n2019 | 12 | 3\n2020 | 14 | 4\n2021 | 15 | 2\n",
    "code": "def add(a, b):\n    return a + b\n\nfor i in range(10):\n    print(add(i, 1))\n",
    "a poem": "O mill!\nO wheel of the mill,\nround and round,\nwater and stone.\n",
    "no verbs": "Results at a glance. Three new mills in Lund. A good year for the firm.",
    "marks": "?!?! ... --- ''' \"\"\" ((( ]]] ;;; ::: %%% \n \n *** ",
    "numbers": "12 34 56 78 90 1,234.56 7/8 9:10 0.1e-7 " * 20,
}


@pytest.mark.parametrize("kind", NO_PROSE)
def test_no_prose_says_little(nlp: Language, kind: str) -> None:
    doc = nlp(NO_PROSE[kind])
    sure = [p for p in doc._.kgx_propositions if p.confidence > 0.6]
    assert len(sure) <= 2


def test_legal_enumeration(nlp: Language) -> None:
    text = (
        "The tenant shall (a) pay the rent on the first day of each month; (b) keep the house in "
        "repair; (c) not sublet the house; and (d) allow the owner to enter."
    )
    doc = nlp(text)
    duties = [c for c in doc._.kgx_clauses if c.kind == "verb"]
    assert doc[duties[0].subject.head].text == "tenant"
    assert {c.modality for c in duties} <= {"planned", "demanded", "possible"}


def test_capitals_describe_nobody(nlp: Language) -> None:
    doc = nlp("MAYOR RESIGNS AFTER COURT FINES ORBIS.")
    assert "instanceOf" not in {claim.rule for claim in doc._.kgx_claims}


def test_capitals_are_read(nlp: Language) -> None:
    assert nlp("THE COUNCIL APPROVED THE BRIDGE.")._.kgx_propositions


def test_transcript(nlp: Language) -> None:
    doc = nlp("HALE: We sold the mill.\nBERG: Uh, yeah. I mean -- no.\nHALE: [laughs]\n")
    assert len(doc._.kgx_propositions) <= 4


@given(
    st.text(alphabet=st.sampled_from("Hale sold the mill and (“”\"'[]—,.;:?!\n -"), max_size=120)
)
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_marks_do_no_harm(nlp: Language, text: str) -> None:
    doc = nlp(text)
    for said in doc._.kgx_propositions:
        for part in (said.subject, said.relation, *said.arguments):
            assert part.start is None or doc.text[part.start : part.end] == part.text


@pytest.mark.parametrize(
    "text",
    [
        "Ha",
        "( of a ; US ( mill :",
        "( ? for 39 with “ Ltd 5 % Storm 5",
        "to like the ” US , which - a ] \n mill ; Ha not",
        "Monday sold , of who ? -general Ha — said like and ( mill sold We Storm -",
    ],
)
def test_scraps_do_no_harm(nlp: Language, text: str) -> None:
    assert nlp(text).text == text
