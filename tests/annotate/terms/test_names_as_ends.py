"""Ontology mode: which names are ends of properties, and what stands beside them."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_samples import restate, said, write_ontology
from spacy.language import Language

MUSIC = """
:Work a owl:Class ; rdfs:label "musical work" .
:Person a owl:Class ; rdfs:label "person" .
:Place a owl:Class ; rdfs:label "place" .
:onAlbum a owl:ObjectProperty ; rdfs:label "part of" ; rdfs:domain :Work ; rdfs:range :Work .
:tracks a owl:ObjectProperty ; rdfs:label "tracklist" ; rdfs:domain :Work ; rdfs:range :Work .
:birthPlace a owl:ObjectProperty ; rdfs:label "birth place" ;
    rdfs:domain :Person ; rdfs:range :Place .
"""


@pytest.fixture(scope="module")
def music(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology") / "music.ttl", MUSIC)


@pytest.mark.parametrize(
    "text",
    [
        '"Salt Road" is the third song on the 1999 album Harbour Lights.',
        '"Salt Road" is a song by Ada Berg from her second album, Harbour Lights.',
    ],
)
def test_a_noun_with_a_preposition_leads_to_what_that_governs(
    nlp: Language, music: Path, text: str
) -> None:
    found = said(restate(nlp, music, text))
    assert "Salt Road | onAlbum | Harbour Lights" in found
    assert "Harbour Lights | tracks | Salt Road" in found  # the inverse, the other way round
    assert "Harbour Lights | onAlbum | Salt Road" not in found


@pytest.mark.parametrize(
    "text",
    [
        "Oslo-born Ada Berg plays the harp.",
        "Ada Berg plays the harp with Oslo-born Lars Holm.",
        "Born in Oslo, Ada Berg plays the harp.",
    ],
)
def test_a_participle_before_a_name_tells_of_it(nlp: Language, music: Path, text: str) -> None:
    born = "Lars Holm" if "Lars" in text else "Ada Berg"
    assert said(restate(nlp, music, text)) == {f"{born} | birthPlace | Oslo"}


def test_an_adjective_of_a_nation_is_no_end(nlp: Language, library: Path) -> None:
    text = "In the Harbour is a novel by English singer Ada Berg."
    assert not any(fact.startswith("English") for fact in said(restate(nlp, library, text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "In 1993 Out of the Orchard was published by Helix Press.",
            "Out of the Orchard | publisher | Helix Press",
        ),
        ("Walking on Water is a novel by Ada Berg.", "Walking on Water | author | Ada Berg"),
        ("Oslo, Norway is a novel by Ada Berg.", "Oslo, Norway | author | Ada Berg"),
        ("Ash and Ember is a novel by Ada Berg.", "Ash and Ember | author | Ada Berg"),
        ("Jagged is a novel by Ada Berg.", "Jagged | author | Ada Berg"),
        ('"Summer \'68" is a novel by Ada Berg.', "Summer '68 | author | Ada Berg"),
        ("Norvik is a novel by Dr. Moe.", "Norvik | author | Dr. Moe"),
    ],
)
def test_a_title_is_whole(nlp: Language, library: Path, text: str, expected: str) -> None:
    assert expected in said(restate(nlp, library, text))


def test_names_in_one_list_tell_nothing_of_each_other(nlp: Language, library: Path) -> None:
    text = "The game came out for platforms such as Norvik 64, Orbis ST and Helix 8000."
    assert not said(restate(nlp, library, text))


def test_a_compound_of_another_kind_says_no_property(nlp: Language, library: Path) -> None:
    text = "Harbour Run is a platform game made for Norvik 64."
    assert not [f for f in said(restate(nlp, library, text)) if "| platform | Harbour Run" in f]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what a noun tells of the name right behind it
        ("Night Bay is a novel by the rock band U17.", "Night Bay | author | U17"),
        # a periodical is a work
        (
            "The editor of the Journal of Botany is Ada Berg.",
            "Journal of Botany | editor | Ada Berg",
        ),
        # a sentence break inside a title
        (
            "Harbour: Night Watch is a novel by Ada Berg.",
            "Harbour: Night Watch | author | Ada Berg",
        ),
    ],
)
def test_what_names_are_is_told_beside_them(
    nlp: Language, library: Path, text: str, expected: str
) -> None:
    assert expected in said(restate(nlp, library, text))


@pytest.mark.parametrize(
    "text",
    [
        "The editor is Ada Berg (Journal of Botany).",  # the brackets tell something else
        "Written by Ada Berg, it came out at Helix Press.",
    ],
)
def test_what_stands_aside_is_no_end(nlp: Language, library: Path, text: str) -> None:
    assert not said(restate(nlp, library, text))


@pytest.mark.parametrize(
    "text",
    [
        # nobody is named whose platform they are, and none is that of another
        "The game was released for the Commodore 64, the Atari ST and the Amiga.",
        # what another verb has for its own
        "It was written by Ada Berg and printed by Lars Holm for Harbour Lights.",
    ],
)
def test_two_things_in_one_phrase_of_a_verb_are_no_ends_of_it(
    nlp: Language, library: Path, text: str
) -> None:
    assert said(restate(nlp, library, text)) == set()


def test_a_score_is_no_part_of_a_team(nlp: Language, music: Path) -> None:
    annotation = restate(nlp, music, "Norvik City beat Tarn Rovers 3-1 at home on Saturday.")
    assert {e.label for e in annotation.entities} == {"Norvik City", "Tarn Rovers"}


def test_a_name_with_a_comma_is_whole(nlp: Language, music: Path) -> None:
    text = "The University of Ohio, Dayton said that a team led by Ada Berg had won."
    labels = {e.label for e in restate(nlp, music, text).entities}
    assert labels == {"University of Ohio, Dayton", "Ada Berg"}
