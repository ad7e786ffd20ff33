"""Claims of rules learned from chosen texts, in texts that nobody chose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from spacy.language import Language

from kgx.annotate.learned.component import SHIPPED
from kgx.annotate.learned.prior import Rate, lower_confidence, lower_odds, rate_of
from kgx.annotate.learned.rules import parse_rules, read_rules, write_rules
from kgx.annotate.run import annotate
from kgx.errors import RuleError
from kgx.types import Claim, Document


def _learned(nlp: Language, text: str) -> list[Claim]:
    [annotation] = annotate([Document("d", text)], nlp)
    return [c for c in annotation.claims if c.rule.startswith("learned ")]


@pytest.mark.parametrize(
    ("stated", "sentences", "usual", "lowered"),
    [
        (3.0, 2, 1.5, False),  # as usual
        (9.0, 2, 1.5, False),  # more never helps
        (1.0, 10, 1.5, True),
        (1.0, 10, None, False),  # examples that are like the text
    ],
)
def test_odds_are_lower_where_little_is_said(
    stated: float, sentences: int, usual: float | None, lowered: bool
) -> None:
    odds = lower_odds(Rate(stated, sentences), 0.0, usual)
    assert (odds < 0) is lowered
    assert odds <= 0


def test_a_claim_does_not_speak_for_itself() -> None:
    rate = Rate(0.9, 4)
    assert lower_odds(rate, 0.9, 1.5) < lower_odds(rate, 0.1, 1.5)


def test_the_less_a_text_says_the_less_sure_is_a_claim() -> None:
    odds = [lower_odds(Rate(1.0, sentences), 0.5, 1.5) for sentences in (2, 5, 20, 100)]
    sure = [lower_confidence(0.8, o) for o in odds]
    assert sure == sorted(sure, reverse=True)
    assert len(set(sure)) == len(sure)
    assert lower_confidence(0.8, 0.0) == 0.8


def test_claims_of_the_grammar_count_whole(nlp: Language) -> None:
    [annotation] = annotate([Document("d", "Ann Lind was born in Oslo.")], nlp)
    known = frozenset({c.predicate for c in annotation.claims})
    rate = rate_of(annotation.claims, [], known, 1)
    assert rate == Rate(len(annotation.claims), 1)
    assert rate_of(annotation.claims, [], frozenset(), 1) == Rate(0, 1)
    sure = replace(annotation.claims[0], confidence=0.25)
    assert rate_of([], [sure, sure], known, 3) == Rate(0.5, 3)


def test_a_text_on_other_things_has_less_sure_claims(nlp: Language) -> None:
    life = "Mara Lind was a potter from Bergen and the daughter of Karl Lind."
    other = " ".join(["The ferry was late again.", "Nobody minded the rain."])
    texts = (life, f"{life} {other}", f"{life} {other * 9}")
    sure = [
        [c.confidence for c in _learned(nlp, text) if c.predicate.endswith("child")]
        for text in texts
    ]
    assert sure[0] > sure[1] > sure[2]


def test_what_is_usual_is_written_and_read() -> None:
    rules = read_rules(SHIPPED)
    assert {rule.usual for rule in rules} != {None}
    assert parse_rules(write_rules(rules), "rules.toml") == rules
    with pytest.raises(RuleError, match="line 4: usual"):
        parse_rules('version = 1\n[[relation]]\nrelation = "spouse"\nusual = -1', "rules.toml")
