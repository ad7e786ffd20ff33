"""Clauses whose verb is left out: sentence → who did what."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.load import load
from kgx.annotate.run import start_doc
from kgx.types import Document


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return load()


def said(pipeline: Language, text: str) -> list[tuple[str, str, tuple[str, ...], str]]:
    doc = pipeline(start_doc(Document("d", text), pipeline))
    return [
        (p.subject.text, p.relation.text, tuple(a.text for a in p.arguments), p.polarity)
        for p in doc._.kgx_propositions
    ]


@pytest.mark.parametrize(
    ("text", "subject", "relation", "arguments"),
    [
        ("Joan kept the books and Ottilie the kilns.", "Ottilie", "kept", ["the kilns"]),
        ("Peru beat Chile and Ghana Mali.", "Ghana", "beat", ["Mali"]),
        ("Peru sent two planes and Chile a field kitchen.", "Chile", "sent", ["a field kitchen"]),
        ("Ruiz finished first, Tanaka second.", "Tanaka", "finished", ["second"]),
        ("Ruiz came first, Ann Tanaka second and Bo third.", "Bo", "came", ["third"]),
        ("Smith won gold in 2010 and Jones silver in 2012.", "Jones", "won", ["silver", "in 2012"]),
        (
            "Sales rose to 5 million in May and profits to 3 million.",
            "profits",
            "rose to",
            ["3 million"],
        ),
        (
            "Turnover climbed 12 percent to $4 million and net income 8 percent to $1.2 million.",
            "net income",
            "climbed to",
            ["$1.2 million", "8 percent"],
        ),
        ("Alice voted for the bill and Bob against it.", "Bob", "voted against", ["it"]),
        (
            "Some of the workers went to Canada, others to Australia.",
            "others",
            "went to",
            ["Australia"],
        ),
        (
            "One brother became a priest, the other a soldier.",
            "the other",
            "became",
            ["a soldier"],
        ),
        (
            "The company sold its brewery to Larsen and its mill to Holt.",
            "The company",
            "sold",
            ["its mill", "to Holt"],
        ),
        (
            "Peter moved to Lyon in 1990 and to Nice in 1995.",
            "Peter",
            "moved to",
            ["Nice", "in 1995"],
        ),
        ("Kenya signed the treaty, and so did Uganda.", "Uganda", "signed", ["the treaty"]),
        ("Germany opposed the plan, as did France.", "France", "opposed", ["the plan"]),
    ],
)
def test_clause_without_its_verb(
    pipeline: Language, text: str, subject: str, relation: str, arguments: list[str]
) -> None:
    assert (subject, relation, tuple(arguments), "positive") in said(pipeline, text)


@pytest.mark.parametrize(
    ("text", "subject", "relation"),
    [
        ("Peru ratified the pact, but Chile did not.", "Chile", "ratified"),
        ("He promised to come but didn't.", "He", "come"),
        ("Smith did not attend and neither did Jones.", "Jones", "attend"),
    ],
)
def test_auxiliary_denies_the_verb_it_stands_for(
    pipeline: Language, text: str, subject: str, relation: str
) -> None:
    found = {(s, r): polarity for s, r, _, polarity in said(pipeline, text)}
    assert found[subject, relation] == "negative"


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("She had her clay from the estuary and her manners from Vienna.", ("clay", "Vienna")),
        ("Joan kept the books and Ottilie the kilns.", ("Joan", "Ottilie")),
        ("The club bought Ruiz from Larvik and Okafor from Molde.", ("Ruiz", "Molde")),
        ("Morse can read Latin and Lewis can't.", ("Morse", "Lewis")),
    ],
)
def test_what_belongs_to_two_clauses_is_not_put_in_one(
    pipeline: Language, text: str, wrong: tuple[str, str]
) -> None:
    whole = [" ".join([s, r, *arguments]) for s, r, arguments, _ in said(pipeline, text)]
    assert whole
    assert not [words for words in whole if all(w in words for w in wrong)]


@pytest.mark.parametrize(
    ("text", "subject", "arguments"),
    [
        ("Ann likes opera and Verdi arias.", "Ann", ["Verdi arias"]),
        ("They visited the museums of Paris and the parks of Rome.", "They", ["the parks of Rome"]),
        ("The king gave the boy a book.", "The king", ["a book", "the boy"]),
    ],
)
def test_plain_coordination_stays(
    pipeline: Language, text: str, subject: str, arguments: list[str]
) -> None:
    found = [(s, arguments_) for s, _, arguments_, _ in said(pipeline, text)]
    assert (subject, tuple(arguments)) in found


def test_no_argument_ends_in_and(pipeline: Language) -> None:
    found = said(pipeline, "The firm makes pumps for mines and valves for ships.")
    words = [a for _, _, arguments, _ in found for a in arguments]
    assert words
    assert not [a for a in words if a.endswith("and")]
