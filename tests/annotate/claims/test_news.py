"""What news of business, politics, courts and sport says, and what it does not say."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.claim_samples import claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Orbis has partnered with Helix to build a dam in Chile.", "Orbis | partnerOf | Helix"),
        ("Norvik agreed with Orbis to build trams.", "Norvik | makes | tram"),
        ("Torvex named Ann Lind chief executive on Monday.", "Torvex | chiefExecutive | Ann Lind"),
        ("Torvex named Ann Lind as its chief executive.", "Torvex | chiefExecutive | Ann Lind"),
        ("Torvex launched a car called the Kite in Berlin.", "Torvex | released | Kite"),
        ("Torvex launched a car called the Kite in Berlin.", "Kite | instanceOf | car"),
        ("Tom Berg sued his employer, Lakeview Bank.", "Tom Berg | employer | Lakeview Bank"),
        ("Prosecutors charged Ann Lind with fraud.", "Ann Lind | chargedWith | fraud"),
    ],
)
def test_news_says(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("Torvex launched a car called the Kite in Berlin.", "called-in"),
        ("The Senate confirmed Ann Lind as ambassador to Japan.", "represents"),
        ("Peru and Chile signed a trade agreement in Lima.", "trade-agreement-in"),
        ("The storm made landfall in Florida.", "madeIn"),
        ("Ann Lind made her debut in Paris.", "madeIn"),
    ],
)
def test_news_does_not_say(nlp: Language, text: str, predicate: str) -> None:
    assert not [c for c in claims(nlp, text) if c.split(" | ")[1] == predicate]
