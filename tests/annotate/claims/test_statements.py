"""What clauses become as binary claims: text, then "subject | predicate | object"."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language

from kgx.annotate.run import annotate
from kgx.types import Document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norvik will hand the logbook to the Danish authorities.",
            "logbook | handed-to | Danish authority",
        ),
        ("Norvik is selling engines to Brazil.", "engine | sold-to | Brazil"),
        ("Some 500 firefighters battled the blaze.", "blaze | battled-by | Some 500 firefighters"),
        ("Norvik is selling engines to Brazil.", "Norvik | sell-to | Brazil"),
        ("The purchase of Norvik shocked investors.", "purchase of Norvik | of | Norvik"),
        ("Bees play a crucial role in pollination.", "bee | play-role-in | pollination"),
        ("The festival took place in Hamburg.", "festival | locatedIn | Hamburg"),
    ],
)
def test_it_is_said(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "unexpected"),
    [
        ("In addition to tents, Norvik sells boats.", "tent"),
        ("In conclusion, Norvik sells boats.", "conclusion"),
        ("Norvik lifted revenue to 40 million euros.", "lift-to"),
        ("Her best-known work, the Mud Suite, was stolen.", "| genre |"),
        ("From tractors to toys, Norvik sells rubber goods.", "tractor"),
    ],
)
def test_it_is_not_said(nlp: Language, text: str, unexpected: str) -> None:
    assert not [c for c in claims(nlp, text) if unexpected in c]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("Instead of selling the plant, Norvik sold its fleet.", "Norvik | sells | plant"),
        ("Rather than closing the plant, Norvik enlarged it.", "Norvik | close | plant"),
    ],
)
def test_what_was_not_done_is_not_asserted(nlp: Language, text: str, statement: str) -> None:
    (found,) = annotate([Document("note", text)], nlp)
    label = {e.id: e.label for e in found.entities}
    standing = {
        (label[c.subject], c.predicate.rsplit("/", 1)[-1], label.get(c.object or "")): c.polarity
        for c in found.claims
    }
    assert standing[tuple(statement.split(" | "))] == "negative"


@pytest.mark.parametrize(
    "text", ["Norvik is to close the plant.", "Norvik's plan is to close the plant."]
)
def test_what_is_to_be_is_planned(nlp: Language, text: str) -> None:
    (found,) = annotate([Document("note", text)], nlp)
    assert [c.modality for c in found.claims] == ["planned"]


@pytest.mark.parametrize(
    "text",
    [
        "Norvik was purported to own the mill.",
        "Norvik pretended to own the mill.",
        "Norvik was barred from owning the mill.",
        "Norvik almost owned the mill.",
        "Norvik has yet to own the mill.",
        "Had Norvik owned the mill, it would have closed the road.",
        "Norvik was close to owning the mill.",
        "There is no evidence that Norvik owns the mill.",
        "Police found no proof that Norvik owns the mill.",
        "Ann Lind, the supposed owner of the mill, left Norvik.",
    ],
)
def test_what_the_text_does_not_state_does_not_stand(nlp: Language, text: str) -> None:
    (found,) = annotate([Document("note", text)], nlp)
    assert not [c.quote for c in found.claims if c.rule == "owns" and c.stands]


@pytest.mark.parametrize(
    "text",
    [
        "Bohr did not take part in building the bomb.",
        "Norvik had no role in building the bomb.",
        "Norvik never succeeded in building the bomb.",
        "Norvik announced plans for building the bomb.",
    ],
)
def test_deeds_after_a_noun_share_its_fate(nlp: Language, text: str) -> None:
    (found,) = annotate([Document("note", text)], nlp)
    bomb = {e.id for e in found.entities if e.label == "bomb"}
    assert bomb and not [c.quote for c in found.claims if c.object in bomb and c.stands]


def test_a_stake_is_in_something(nlp: Language) -> None:
    found = claims(
        nlp, "Norvik Group bought a 41 percent stake in Helix Ltd for 325 million euros."
    )
    assert "Norvik Group | stakeIn | Helix Ltd" in found


def test_a_person_is_no_time(nlp: Language) -> None:
    found = claims(nlp, "The bridge was named after Ann Lind.")
    assert "bridge | namedAfter | Ann Lind" in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mary Holm left Oslo. Her father, the pharmacist Emil Holm, stayed behind.",
            "Mary Holm | father | Emil Holm",
        ),
        (
            "Ann Lind, an economist at Orbis University, agreed.",
            "Ann Lind | employer | Orbis University",
        ),
        (
            "Ann Lind, an economist at Orbis University, agreed.",
            "Ann Lind | occupation | economist",
        ),
    ],
)
def test_who_people_are(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text)


def test_a_contracted_verb_names_no_relation(nlp: Language) -> None:
    text = "“We’re currently in export negotiations with ten countries,” Ann Lind of Norvik said."
    assert not [c for c in claims(nlp, text) if " re" in c or " s " in c]


def test_a_contracted_verb_is_the_verb_it_contracts(nlp: Language) -> None:
    doc = nlp("They’re makers of tents.")
    assert doc._.kgx_parse.lemma[1] == "be"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Larvik is a town in Norway.", "Larvik | country | Norway"),
        ("Helix, a software company in Leeds, closed.", "Helix | locatedIn | Leeds"),
        (
            "Ann Lind was born in Springfield, Illinois, United States.",
            "Springfield | locatedIn | Illinois",
        ),
    ],
)
def test_what_lies_where(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "The Greens won Sunday's council election in Tartu, Estonia's second city.",
            "Greens | won | Estonia",
        ),
        ("Ann Lind is a teacher in Leeds.", "Ann Lind | locatedIn | Leeds"),
        ("Soldiers from New Jersey, New York, and Pennsylvania came.", "New Jersey | locatedIn"),
        ("The crew was 98% Irish.", "Irish | instanceOf | crew"),
    ],
)
def test_what_lies_nowhere(nlp: Language, text: str, wrong: str) -> None:
    assert not [c for c in claims(nlp, text) if c.startswith(wrong)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Conservative MP for Hexley, James Aldous, whose land the road will cross, left.",
            "James Aldous | position | Conservative MP",
        ),
        (
            "Born in Cusco in 1947, the third of five children of a clerk, Jo Berg studied law.",
            "Jo Berg | birthPlace | Cusco",
        ),
        ("Jo Berg was a fierce opponent of Ann Lind.", "Jo Berg | opposes | Ann Lind"),
        ("Yeast, a fungus, helps bakers.", "yeast | kindOf | fungus"),
        ("Republican Senator Jo Berg spoke.", "Jo Berg | memberOfParty | Republican"),
        ("Jo Berg, a Republican, spoke.", "Jo Berg | memberOfParty | Republican"),
        ("The brother of Ann Lind, Bo Lind, left.", "Bo Lind | sibling | Ann Lind"),
    ],
)
def test_who_bears_an_office(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Jo Berg called the deal a dark day for Orbis.", "Jo Berg | call"),
        ("Jo Berg called the deal a dark day for Orbis.", "deal |"),
        ("Jo Berg, a pensioner, resigned.", "Jo Berg | occupation"),
        (
            "Jo Berg (born 2 October 1977 in Oslo) is a pianist who played with Knut Lund.",
            "Knut Lund | birthDate",
        ),
        ("Zara's husband, Mike Berg, announced Tom Lund's death.", "Zara | spouse | Tom"),
        (
            "The MP for Hexley, Jo Berg, whose constituency the road will cross, resigned.",
            "road | cross | Jo Berg",
        ),
    ],
)
def test_what_a_verdict_or_whose_does_not_say(nlp: Language, text: str, wrong: str) -> None:
    assert not [c for c in claims(nlp, text) if c.startswith(wrong)]
