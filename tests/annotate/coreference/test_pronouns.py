"""Whom and what "she", "he", "it" and "they" stand for."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.names.words import given_genders
from tests.mention_samples import mentions_of, resolve


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        pytest.param(
            "Ann Lind runs the yard. She bought it in May.",
            "Ann Lind",
            ["Ann Lind", "She"],
            id="she",
        ),
        pytest.param(
            "HMS Orla was a destroyer. She was built by Lund Marine. Her crew numbered 90.",
            "HMS Orla",
            ["HMS Orla", "She", "Her"],
            id="a ship of which the text tells",
        ),
        pytest.param(
            "Ann Lind sailed on the ferry Orla. Her wreck was found in 2004.",
            "Orla",
            ["Orla", "Her"],
            id="what only ships have",
        ),
        pytest.param(
            "Ann Lind took the ferry Orla. She slept until noon.",
            "Ann Lind",
            ["Ann Lind", "She"],
            id="a person before a ship",
        ),
        pytest.param(
            "Ann Lind, the daughter of a ship's captain, lived in Oslo. Her sister Eva left.",
            "Ann Lind",
            ["Ann Lind", "Her"],
            id="a person whose sister is no ship",
        ),
        pytest.param(
            "Ann Lind married the poet Olav Strand in 1906. After Strand's death she left Oslo.",
            "Ann Lind",
            ["Ann Lind", "she"],
            id="no dead one does anything",
        ),
        pytest.param(
            "Lund United have sold Emil Hale. They visit Oslo City on Saturday.",
            "Lund United",
            ["Lund United", "They"],
            id="a body spoken of as several",
        ),
        pytest.param(
            "Ann Lind filmed a widow who sold her mill.",
            "widow",
            ["a widow who sold her mill", "her"],
            id="whose something is, in a clause of it",
        ),
        pytest.param(
            '"It works," said Emil Hale, who led the trial. The sixth boy fell ill, he said.',
            "Emil Hale",
            ["Emil Hale", "he"],
            id="who spoke before speaks again",
        ),
        pytest.param(
            "Norway bought two cranes. It is likely that prices will rise.",
            "Norway",
            ["Norway"],
            id="pleonastic it",
        ),
        pytest.param(
            "Norway bought two cranes. It is raining there.",
            "Norway",
            ["Norway"],
            id="the weather",
        ),
        pytest.param(
            "The firm Calder Nets paid. “If they make the glue, it will hold,” Karl Moen said.",
            "Calder Nets",
            ["Calder Nets", "they"],
            id="they are not it",
        ),
        pytest.param(
            "Karl Moen resigned. Every farmer loves his land.",
            "Karl Moen",
            ["Karl Moen"],
            id="each has his own",
        ),
        pytest.param(
            "Ann Lind and her son Bo Lind bought a yard. They sold it in May.",
            "Ann Lind and her son Bo Lind",
            ["Ann Lind and her son Bo Lind", "They"],
            id="they are what and joins",
        ),
        pytest.param(
            "Ann Lind saw Peru and Chile. She married Bo Holm in 1952. They had a son.",
            "Ann Lind and Bo Holm",
            ["They"],
            id="they are a couple",
        ),
        pytest.param(
            "Ann Lind married the painter Bo Holm. The couple live in Hull.",
            "Ann Lind and Bo Holm",
            ["The couple"],
            id="the couple married",
        ),
        pytest.param(
            "Eva Moen fell ill. “Karl Holm told her the truth,” Ida Lind said.",
            "Eva Moen",
            ["Eva Moen", "her"],
            id="who speaks is not she",
        ),
        pytest.param(
            "When he came home, Torvald Brekkan found the door open.",
            "Torvald Brekkan",
            ["he", "Torvald Brekkan"],
            id="cataphora in a clause",
        ),
        pytest.param(
            "In her first speech, Ann Lind promised lower taxes.",
            "Ann Lind",
            ["her", "Ann Lind"],
            id="cataphora in a phrase",
        ),
        pytest.param(
            "Among its customers are Orbis Foods and Helix Motors.",
            "Orbis Foods",
            ["Orbis Foods"],
            id="no cataphora where the verb stands before its subject",
        ),
        pytest.param("Every miner loves his mother.", "miner", [], id="bound pronouns stay out"),
        pytest.param(
            "Eva Holm is a nurse. She saved a boy. The boy left.",
            "Eva Holm",
            ["Eva Holm", "She"],
            id="the same noun before a name in mind",
        ),
        pytest.param(
            "Ann Lind met Thomas Holm in May. He sold her a mill.",
            "Thomas Holm",
            ["Thomas Holm", "He"],
            id="a given name of men",
        ),
        pytest.param(
            "Jon Berg is at the mill, he runs it. There's Ann Lind, who is an editor. "
            "There's of course Karl Vik, who is the editor and he writes the page.",
            "Karl Vik",
            ["Karl Vik", "he"],
            id="there is",
        ),
        pytest.param(
            "The Orbis Museum bought the Helix Tower in May. It holds nine ships.",
            "Orbis Museum",
            ["Orbis Museum", "It"],
            id="a sentence goes on about its subject",
        ),
        pytest.param(
            "The Orbis Museum opened in May. When it comes to ships, it has nine.",
            "Orbis Museum",
            ["Orbis Museum", "it"],
            id="when it comes to",
        ),
        pytest.param(
            "Bo Lind is a singer and actor. He is the son of the actor and dancer Karl Moen.",
            "Bo Lind",
            ["Bo Lind", "He"],
            id="what and joins is said of the subject",
        ),
        pytest.param(
            "Orbis Foods has ordered a series. It will be written by Ann Lind.",
            "Orbis Foods",
            ["Orbis Foods"],
            id="no body is written",
        ),
    ],
)
def test_mentions(nlp: Language, text: str, label: str, expected: list[str]) -> None:
    assert mentions_of(resolve(nlp, text), label) == expected


def test_a_name_of_one_word_after_a_title_tells_no_gender(nlp: Language) -> None:
    doc = resolve(nlp, "Max Hale sold it. Cllr Ambrose left, as her sister is ill.")
    assert "her" in mentions_of(doc, "Ambrose")


def test_what_one_person_is_is_not_several(nlp: Language) -> None:
    text = "Ann Hale is a trustee of Orbis Bank and a critic of the mayor. They live in Lund."
    doc = resolve(nlp, text)
    assert not any("trustee" in e.label for e in doc._.kgx_entities.values() if e.type == "person")


def test_a_paragraph_opens_with_whom_the_text_is_about(nlp: Language) -> None:
    about = "Ann Lind ran a museum. She led it well. She was praised. She wrote. She sang."
    last = "In 1983 she had a daughter, Ida Berg. Ida Berg is an architect."
    doc = nlp(f"{about} {last}\n\nShe left the museum in 1990.")
    assert mentions_of(doc, "Ann Lind")[-1] == "She"
    assert len(mentions_of(doc, "Ann Lind")) == 7


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("henri", "m"),
        ("olga", "f"),
        ("viktors", "m"),
        ("ilze", "f"),
        ("deepak", "m"),
        ("andrea", ""),
        ("jean", ""),
    ],
)
def test_given_names_tell_a_gender_where_lists_agree(name: str, gender: str) -> None:
    assert given_genders().get(name, "") == gender


@pytest.mark.parametrize(
    "text",
    [
        "Orbis Air flies to Lund. It is Orbis Air's oldest route.",
        "Orbis Air was fined. It should not use a route that belongs to Orbis Air.",
    ],
)
def test_a_subject_is_nobody_named_after_it_in_its_clause(nlp: Language, text: str) -> None:
    assert "It" not in mentions_of(resolve(nlp, text), "Orbis Air")


def test_what_is_named_in_the_next_clause_may_be_the_subject(nlp: Language) -> None:
    doc = resolve(nlp, "Ann Lind left. She had been ill, but Ann Lind never spoke of it.")
    assert "She" in mentions_of(doc, "Ann Lind")
