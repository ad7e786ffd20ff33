"""What reports of courts, culture and sport say, and what they do not say."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "Ann Lind was found guilty last month of fraud.",
            "Ann Lind | convictedOf | fraud",
            id="a time between guilty and what of",
        ),
        pytest.param(
            "Melkor Pharma, a drugmaker based in Linz, which holds the patent, was fined.",
            "Melkor Pharma | hold | patent",
            id="what a body does that is based in a town",
        ),
        pytest.param(
            "Orbis United paid a record £12 million for Bo Holm.",
            "Orbis United | pay | £12 million",
            id="a record sum",
        ),
        pytest.param(
            "Ida Lind thanked her co-author, Bo Holm.",
            "Bo Holm | co-author-of | Ida Lind",
            id="a co-author of somebody",
        ),
        pytest.param(
            "Ida Berg won best actress at the Lund Film Awards.",
            "Ida Berg | award | best actress",
            id="the best of a prize",
        ),
        pytest.param(
            "Businesses on the lake include the Bluffs Restaurant.",
            "Bluffs Restaurant | instanceOf | business",
            id="what several of a kind include",
        ),
        pytest.param(
            "Global Aid was founded in 1978 with the name Nordic Relief Group.",
            "Global Aid | alsoCalled | Nordic Relief Group",
            id="the name that something was founded with",
        ),
        pytest.param(
            "Rhodri ap Iestyn was a Welsh prince.",
            "Rhodri ap Iestyn | position | prince",
            id="whose son somebody is, in the name",
        ),
        pytest.param(
            "Her sister, Ruth Holm, is the MP for Salford North.",
            "Ruth Holm | represents | Salford North",
            id="whom a member of a parliament stands for",
        ),
        pytest.param(
            "Dana Wolfe starred as Kate Morrow in the film Night Ferry.",
            "Dana Wolfe | playsRole | Kate Morrow",
            id="as whom somebody stars",
        ),
        pytest.param(
            "Dana Wolfe plays Sergeant Ellen Pike in the series Low Tide.",
            "Dana Wolfe | playsRole | Ellen Pike",
            id="whom somebody plays in a work",
        ),
        pytest.param(
            "Sarn was ceded to Norland and its nobles swore allegiance to Bo Holm.",
            "Norland's noble | swear | allegiance",
            id="who does what comes next after a preposition",
        ),
    ],
)
def test_said(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Kate Moe discovered a smuggling ring in Oslo.", "smuggling ring | inventor | Kate Moe"),
        (
            "Bo Holm entered the Senate, where he represented Ohio.",
            "Ohio | represented-at | Senate",
        ),
        (
            "Tom Berg will miss the games in Tokyo, his agent, Bo Holm, said.",
            "Tom Berg | miss | Bo Holm",
        ),
        (
            "Dana Wolfe played Ellen Pike in the final in Oslo.",
            "Dana Wolfe | playsRole | Ellen Pike",
        ),
        (
            "Orbis was founded by the violinist Tor Brevik, the cellist Anna Sund, the violist Eva "
            "Moen and the pianist Erik Dahl.",
            "Tor Brevik | occupation | cellist",
        ),
        (
            "She served as Deputy Whip of the Bloc Party.",
            "Whip | position | deputy",
        ),
    ],
)
def test_unsaid(nlp: Language, text: str, wrong: str) -> None:
    assert wrong not in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        (
            "The Ministry of Co-operation and Development opened.",
            "Ministry of Co-operation and Development",
            "organization",
        ),
        ("She was coached by former Olympic champion Daniel Kiprop.", "Daniel Kiprop", "person"),
        ("Joan Abbot of The Herald called it a masterpiece.", "Herald", "organization"),
        ("The lake is fed by the Velka and drained by the Orna.", "Velka", "place"),
    ],
)
def test_names(nlp: Language, text: str, name: str, label: str) -> None:
    labels = {e.text: e.label_ for e in nlp(text).ents}
    types = {"ORG": "organization", "LOC": "place", "GPE": "place", "PERSON": "person"}
    assert types.get(labels.get(name, "")) == label
