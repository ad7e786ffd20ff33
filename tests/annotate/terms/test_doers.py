"""Ontology mode on news: what the words of a property are said of, and of nothing else around."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_samples import restate, said, write_ontology
from spacy.language import Language

PRESS = """
:Company a owl:Class ; rdfs:label "company" .
:Person a owl:Class ; rdfs:label "person" .
:Product a owl:Class ; rdfs:label "product" .
:Place a owl:Class ; rdfs:label "place" .
:Event a owl:Class ; rdfs:label "event" .
:owns a owl:ObjectProperty ; rdfs:label "owns" .
:ceo a owl:ObjectProperty ; rdfs:label "has CEO" ; skos:altLabel "chief executive" ;
    rdfs:domain :Company ; rdfs:range :Person .
:makes a owl:ObjectProperty ; rdfs:label "makes" ; rdfs:domain :Company ; rdfs:range :Product .
:bought a owl:ObjectProperty ; rdfs:label "bought" ; rdfs:domain :Company ; rdfs:range :Company .
:bornIn a owl:ObjectProperty ; rdfs:label "born in" ; rdfs:domain :Person ; rdfs:range :Place .
:childOf a owl:ObjectProperty ; rdfs:label "child of" ; skos:altLabel "son of", "daughter of" ;
    rdfs:domain :Person ; rdfs:range :Person .
:heldIn a owl:ObjectProperty ; rdfs:label "held in" ; rdfs:domain :Event ; rdfs:range :Place .
:revenue a owl:DatatypeProperty ; rdfs:label "revenue" ; rdfs:domain :Company .
:staff a owl:DatatypeProperty ; rdfs:label "number of employees" ; rdfs:domain :Company .
:bornOn a owl:DatatypeProperty ; rdfs:label "date of birth" ; rdfs:domain :Person ;
    rdfs:range xsd:date .
:worksFor a owl:ObjectProperty ; rdfs:label "works for" ; rdfs:domain :Person .
:accused a owl:ObjectProperty ; rdfs:label "accused of" ; rdfs:domain :Person .
:Work a owl:Class ; rdfs:label "creative work" .
:wrote a owl:ObjectProperty ; rdfs:label "wrote" ; rdfs:domain :Person ; rdfs:range :Work .
"""


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology") / "press.ttl", PRESS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lind, the Orbis Ltd chief executive, said so.", "Orbis Ltd | ceo | Ann Lind"),
        ("Born in Oslo, Ann Lind joined Orbis Ltd in May.", "Ann Lind | bornIn | Oslo"),
        (
            "She owns shares in Orbis Ltd, where the chief executive is Ann Lind.",
            "Orbis Ltd | ceo | Ann Lind",
        ),
        (
            "Ann Lind, who has worked as chief executive of Orbis Ltd, resigned.",
            "Orbis Ltd | ceo | Ann Lind",
        ),
        ("Ann Lind, born in 1971, joined Orbis Ltd in 2012.", "Ann Lind | bornOn | 1971"),
        ('"The Harbour" is the fourth novel by poet Ann Lind.', "Ann Lind | wrote | The Harbour"),
    ],
)
def test_words_tell_of(nlp: Language, press: Path, text: str, expected: str) -> None:
    assert expected in said(restate(nlp, press, text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        pytest.param("The revenue of Orbis Ltd made up $7.1 billion in 2006.", "2006", id="a year"),
        pytest.param(
            "Orbis Ltd has grown its revenues in the last 4 years.", "revenue", id="a time"
        ),
        pytest.param(
            "Lind, an auditor hired by the company's new owner, found the fraud.",
            "owns",
            id="who is hired by whom the noun names",
        ),
        pytest.param(
            "Ann Lind, head of law at Orbis Ltd, said that it should not use a trademark, which "
            "belongs to Torvex Ltd.",
            "Ann Lind | owns",
            id="the subject of another verb",
        ),
        pytest.param(
            "Tarn Air, which prefers Norvik jets, will buy 20 jets from Helix Corp.",
            "bought",
            id="what is no object",
        ),
        pytest.param(
            "They have a centre that has 1,400 employees and a contract with Torvex Ltd.",
            "Torvex Ltd | staff",
            id="a body beside",
        ),
        pytest.param(
            "Torvex Jet runs on chips made by Helix Corp.",
            "makes | Torvex Jet",
            id="what a participle does not tell of",
        ),
        pytest.param(
            "Torvex Paper lifted revenue by 4 percent.", "revenue | 4", id="a share of an amount"
        ),
        pytest.param(
            "Torvex Paper expects revenue of about €1.7bn.", "1.7", id="a number without its scale"
        ),
        pytest.param(
            "Sales rose, comprising 24 percent of total revenue for Orbis Ltd.",
            "revenue | 24",
            id="a share of the whole",
        ),
        pytest.param("She lives in St Ives, Cornwall.", "heldIn", id="a place that is no event"),
        pytest.param(
            "Ann Lind had one son, Theodore Lind.",
            "Ann Lind | childOf | Theodore Lind",
            id="the other way round",
        ),
        pytest.param(
            "Ann Lind, the daughter of a captain, married Lars Holm; "
            "the couple had three children.",
            "childOf",
            id="whom another verb has for its object",
        ),
        pytest.param(
            "Born in Oslo, Ann Lind scored for Viking Club.", "Viking Club | bornIn", id="an opener"
        ),
        pytest.param(
            "Ann Lind joined Orbis Ltd in 2012 and was born in Oslo.",
            "bornOn",
            id="the time of the verb above",
        ),
        pytest.param(
            "He set up a Norvik tribunal to judge them; Lind was accused of plotting against Holm.",
            "accused | Norvik",
            id="what is not under the preposition",
        ),
        pytest.param(
            "Lind is an Irish computer scientist, fellow of the Orbis Society.",
            "worksFor",
            id="what another noun is of",
        ),
        pytest.param(
            'Lind has also written book and film reviews for the "Norvik Globe".',
            "wrote | Norvik",
            id="a noun for works beside",
        ),
    ],
)
def test_words_tell_nothing_of_what_stands_around(
    nlp: Language, press: Path, text: str, wrong: str
) -> None:
    assert not [claim for claim in said(restate(nlp, press, text)) if wrong in claim]


@pytest.mark.parametrize(
    "text",
    [
        "Composer Ada Berg left Oslo.",
        "Striker Ada Berg left Oslo.",
        "Foreign Minister Ada Berg, who is married to Lars Holm, left Oslo.",
    ],
)
def test_what_somebody_does_is_no_part_of_the_name(nlp: Language, press: Path, text: str) -> None:
    assert "Ada Berg" in {e.label for e in restate(nlp, press, text).entities}
