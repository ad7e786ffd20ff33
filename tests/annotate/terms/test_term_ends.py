"""Ontology mode: what the ends of properties are, whole and in lists, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_samples import restate, said
from spacy.language import Language


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
        # a journal is called so without its article
        (
            "The Journal of Island Botany is published by Helix Press.",
            "Journal of Island Botany | publisher | Helix Press",
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
