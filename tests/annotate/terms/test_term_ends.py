"""Ontology mode: what the ends of properties are, whole and in lists, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_samples import restate, said, write_ontology
from spacy.language import Language

LIBRARY = """
:Book a owl:Class ; rdfs:label "book" .
:Program a owl:Class ; rdfs:label "software" .
:Machine a owl:Class ; rdfs:label "computer" .
:Person a owl:Class ; rdfs:label "person" .
:Place a owl:Class ; rdfs:label "place" .
:Country a owl:Class ; rdfs:label "country" .
:Group a owl:Class ; rdfs:label "ethnic group" .
:author a owl:ObjectProperty ; rdfs:label "author" ; rdfs:domain :Book ; rdfs:range :Person .
:publisher a owl:ObjectProperty ; rdfs:label "publisher" ; rdfs:domain :Book .
:illustrator a owl:ObjectProperty ; rdfs:label "illustrator" ;
    rdfs:domain :Book ; rdfs:range :Person .
:genre a owl:ObjectProperty ; rdfs:label "genre" ; rdfs:domain :Book .
:producer a owl:ObjectProperty ; rdfs:label "producer" ; rdfs:domain :Book ; rdfs:range :Person .
:platform a owl:ObjectProperty ; rdfs:label "platform" ;
    rdfs:domain :Program ; rdfs:range :Machine .
:location a owl:ObjectProperty ; rdfs:label "location" ; rdfs:domain :Place ; rdfs:range :Place .
:country a owl:ObjectProperty ; rdfs:label "country" ; rdfs:domain :Place ; rdfs:range :Country .
:capital a owl:ObjectProperty ; rdfs:label "capital" ; rdfs:domain :Country ; rdfs:range :Place .
:people a owl:ObjectProperty ; rdfs:label "ethnic group" ;
    rdfs:domain :Country ; rdfs:range :Group .
:editor a owl:ObjectProperty ; rdfs:label "editor" ; rdfs:domain :Book ; rdfs:range :Person .
:pages a owl:DatatypeProperty ; rdfs:label "page count" ;
    rdfs:domain :Book ; rdfs:range xsd:integer .
:code a owl:DatatypeProperty ; rdfs:label "catalogue number" ;
    rdfs:domain :Book ; rdfs:range xsd:string .
:from a owl:ObjectProperty ; rdfs:label "country" ; rdfs:domain :Book ; rdfs:range :Country .
"""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology") / "library.ttl", LIBRARY)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a title may open with a preposition or an article, and hold a name
        ("In the Harbour is a novel by Ada Berg.", "In the Harbour | author | Ada Berg"),
        ("The Silent Weaver is a novel by Ada Berg.", "The Silent Weaver | author | Ada Berg"),
        (
            "The Tarn Online Journal is a journal published by Helix Press.",
            "Tarn Online Journal | publisher | Helix Press",
        ),
        (
            "Out of the Orchard was published by Helix Press.",
            "Out of the Orchard | publisher | Helix Press",
        ),
        # words of other languages are of a title that goes on to be something
        (
            "La montagna sorda (The Deaf Mountain) is a novel by Ada Berg.",
            "La montagna sorda | author | Ada Berg",
        ),
        # what something is a series or a collection of
        (
            "The Silent Weaver is a series of three novels by Ada Berg.",
            "The Silent Weaver | author | Ada Berg",
        ),
        # a participle joined to what something is
        (
            "The Silent Weaver is a novel, published in 1999 and edited by Ada Berg.",
            "The Silent Weaver | editor | Ada Berg",
        ),
        # numbers joined by hyphens are one code
        (
            "The Silent Weaver has a page count of 214 and the catalogue number 0-439-92550-9.",
            "Silent Weaver | code | 0-439-92550-9",
        ),
        # where a book came out is its country, if that is one
        (
            "The Silent Weaver was published in Norway by Helix Press.",
            "The Silent Weaver | from | Norway",
        ),
        # capitals inside a word make a name
        ("RoseWeaver runs on the Atari ST.", "RoseWeaver | platform | Atari ST"),
        # what describes a name stands for it
        (
            "Orchard Avenue is a 1995 graphic novel by Swedish cartoonist Ada Berg.",
            "Orchard Avenue | author | Ada Berg",
        ),
        # what a sentence was about goes on in the next
        (
            "The Silent Weaver is a novel by Ada Berg. It has a page count of 214.",
            "The Silent Weaver | pages | 214",
        ),
        (
            "In the Harbour is a novel by Ada Berg. The novel has a page count of 214.",
            "In the Harbour | pages | 214",
        ),
    ],
)
def test_a_title_is_one_name_and_what_it_is_said_to_be(
    nlp: Language, library: Path, text: str, expected: str
) -> None:
    assert expected in said(restate(nlp, library, text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Written by Ada Berg, Harbour Lights was published in 1999.", "Written by Ada Berg"),
        ("In Norvik and Oslo, Ada Berg wrote novels.", "In Norvik and Oslo"),
    ],
)
def test_what_opens_a_clause_is_no_title(
    nlp: Language, library: Path, text: str, name: str
) -> None:
    assert name not in {e.label for e in restate(nlp, library, text).entities}


def test_a_noun_before_a_name_describes_that_alone(nlp: Language, library: Path) -> None:
    text = "The Silent Weaver is a novel by producer Ada Berg."
    assert said(restate(nlp, library, text)) == {
        "The Silent Weaver | author | Ada Berg",
        "The Silent Weaver | genre | novel",
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # "by" tells for all verbs before it, but not for one that has its own
        (
            "The Silent Weaver was written and illustrated by Ada Berg.",
            {
                "The Silent Weaver | author | Ada Berg",
                "The Silent Weaver | illustrator | Ada Berg",
            },
        ),
        (
            "The Silent Weaver was illustrated by Lars Holm and written by Ada Berg.",
            {
                "The Silent Weaver | author | Ada Berg",
                "The Silent Weaver | illustrator | Lars Holm",
            },
        ),
        # a novelist is no publisher of books
        ("The Silent Weaver is a book published in 1999 by novelist Ada Lind.", None),
        # nobody is said to have published it
        ("The Silent Weaver, a book by Ada Berg, was published on Helix Day.", None),
    ],
)
def test_by_tells_who_did_it(
    nlp: Language, library: Path, text: str, expected: set[str] | None
) -> None:
    found = said(restate(nlp, library, text))
    assert (found == expected) if expected else not any("| publisher |" in f for f in found)


def test_a_title_does_not_deny(nlp: Language, library: Path) -> None:
    found = said(restate(nlp, library, "No Harbour Lights is a novel by Ada Berg."))
    assert "No Harbour Lights | author | Ada Berg" in found
    text = "Ada Berg never wrote No Harbour Lights."
    assert said(restate(nlp, library, text)) == set()


def test_a_kind_of_work_may_be_a_genre(nlp: Language, library: Path) -> None:
    found = said(restate(nlp, library, "The Silent Weaver is a historical novel."))
    assert found == {"The Silent Weaver | genre | historical novel"}
    assert said(restate(nlp, library, "The Silent Weaver is a book.")) == set()


def test_what_is_said_of_one_of_a_list_is_said_of_all(nlp: Language, library: Path) -> None:
    text = "Tidewriter was released for the Amiga, the Atari ST, the Sinclair QL and the MSX."
    found = said(restate(nlp, library, text))
    machines = ("Amiga", "Atari ST", "Sinclair QL", "MSX")
    assert {f"Tidewriter | platform | {machine}" for machine in machines} <= found


def test_the_subject_of_another_verb_is_in_no_list(nlp: Language, library: Path) -> None:
    text = "The Silent Weaver was written by Ada Berg, and Lars Holm printed it."
    assert said(restate(nlp, library, text)) == {"The Silent Weaver | author | Ada Berg"}


def test_what_lies_around_a_place_is_told_with_it(nlp: Language, library: Path) -> None:
    found = said(restate(nlp, library, "The Orbis Tower is located in Perth, Australia."))
    assert {
        "Orbis Tower | location | Perth",
        "Orbis Tower | location | Australia",
        "Orbis Tower | country | Australia",
    } <= found
    assert "Orbis Tower | country | Perth" not in found


def test_a_town_is_called_with_its_state(nlp: Language, library: Path) -> None:
    found = said(restate(nlp, library, "The Orbis Tower is located in Albany, Oregon."))
    assert "Orbis Tower | location | Albany, Oregon" in found


def test_a_relative_clause_tells_whose_something_is(nlp: Language, library: Path) -> None:
    text = "Ada Berg lives in Norway, where the capital is Oslo."
    assert "Norway | capital | Oslo" in said(restate(nlp, library, text))


def test_one_of_several_is_said_to_be_so(nlp: Language, library: Path) -> None:
    text = "Ada Berg is from Canada, where African Canadians are one of the ethnic groups."
    assert said(restate(nlp, library, text)) == {"Canada | people | African Canadians"}


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


@pytest.mark.parametrize(
    "text",
    [
        "The Silent Weaver was published in Hardcover.",
        "The Silent Weaver was published in Oslo.",
        "The Silent Weaver, a 5-4 win, has the catalogue number of nothing.",
    ],
)
def test_what_is_no_country_and_no_code(nlp: Language, library: Path, text: str) -> None:
    found = said(restate(nlp, library, text))
    assert not [fact for fact in found if "| from |" in fact or "| code |" in fact]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The album is by the rock band Ada Berg and the Weavers.", "Ada Berg and the Weavers"),
        ("It is a song by the indie band Norvik for Oslo.", "Norvik for Oslo"),
        ("It is a song by the Irish rock band U7.", "U7"),
    ],
)
def test_a_band_has_one_name(nlp: Language, library: Path, text: str, name: str) -> None:
    annotation = restate(nlp, library, text)
    assert name in {e.label for e in annotation.entities}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The album is by the singer Ada Berg and the Weavers.", "Ada Berg and the Weavers"),
        ("The bands Norvik and Helix played.", "Norvik and Helix"),
    ],
)
def test_two_names_are_no_band(nlp: Language, library: Path, text: str, name: str) -> None:
    assert name not in {e.label for e in restate(nlp, library, text).entities}


@pytest.mark.parametrize(
    "title",
    ["Norvik Journal of Sports Medicine", "Journal of Norvik Botany", "Norvik Quarterly"],
)
def test_a_journal_is_a_work_by_its_name(nlp: Language, library: Path, title: str) -> None:
    text = f"{title} was edited by Ada Berg."
    assert said(restate(nlp, library, text)) == {f"{title} | editor | Ada Berg"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a name before a noun for what another one made is no maker
        ("Night Bay is a Jane Holm story by Ada Berg.", {"Night Bay | author | Ada Berg"}),
        # whatever the tree makes of the words between
        (
            "Night Bay is the debut solo novel by the Norwegian painter and singer Ada Berg.",
            {"Night Bay | author | Ada Berg"},
        ),
        # what somebody else contributed
        (
            "Night Bay is written by Ada Berg, with illustrations by Lars Holm.",
            {"Night Bay | author | Ada Berg", "Night Bay | illustrator | Lars Holm"},
        ),
    ],
)
def test_who_made_what(nlp: Language, library: Path, text: str, expected: set[str]) -> None:
    found = said(restate(nlp, library, text))
    assert {f for f in found if " | genre | " not in f} == expected


def test_for_whom_something_was_made_may_stand_after_who_made_it(
    nlp: Language, library: Path
) -> None:
    text = "Harbour Run is a game developed by Helix Software for the Orbis 64."
    assert "Harbour Run | platform | Orbis 64" in said(restate(nlp, library, text))


@pytest.mark.parametrize("text", ["On Monday", "by Monday ,", "Hale ,", "(", "Released", "by", '"'])
def test_scraps_of_text_say_nothing(nlp: Language, library: Path, text: str) -> None:
    assert not said(restate(nlp, library, text))


def test_a_pronoun_means_the_whole_name(nlp: Language, library: Path) -> None:
    text = "47 Harbour is a novel by Ada Berg. It was published by Helix Press."
    assert "47 Harbour | publisher | Helix Press" in said(restate(nlp, library, text))


@pytest.mark.parametrize(
    "text",
    [
        'Lind said sales fell. "We cannot run a mill at half its capacity," she said.',
        '"The plant is safe," Ann Lind told reporters.',
    ],
)
def test_what_is_said_is_no_title(nlp: Language, library: Path, text: str) -> None:
    assert not [e for e in restate(nlp, library, text).entities if e.type == "work"]
