"""What is no name, or no part of one, whatever the words are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from tests.mention_samples import names_of


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("UAVs have changed the war.", "UAVs"),
        ("Jets are hard to build.", "Jets"),
        ("The president resigned. The President left.", "President"),
        ("Home Minister Ivar Moen spoke.", "Home"),
        ("She became Attorney General in May.", "Attorney General"),
        ("Orbis Chief Financial Officer Karl Moen left.", "Chief Financial Officer"),
        ("Chief Technology Officer Ann Lind left Orbis.", "Chief Technology"),
        ("Chief Veterinary Officer Dr Ann Lind left.", "Veterinary Officer Dr"),
        ("The Humanitarian Coordinator for Peru, Ann Lind, left.", "Coordinator"),
        ("The UN Resident Coordinator, Ann Lind, left.", "Resident Coordinator"),
        ("He said “The Rain Will Stop,” and left.", "The Rain Will Stop"),
        ("It was built after the Filipino-American war.", "American"),
        ("The firm will fund a Phase 3 trial of the drug.", "Phase"),
        ("Orbis raised money in a Series A round led by Helix.", "Series"),
        ("In a Phase II study of 412 patients, it worked.", "Phase II"),
    ],
)
def test_no_name(nlp: Language, text: str, word: str) -> None:
    assert word not in names_of(nlp, text)


def test_a_sum_is_no_part_of_who_pays_it(nlp: Language) -> None:
    names = names_of(nlp, "The stewards fined Falcon 50,000 euros for an unsafe release.")
    assert "Falcon" in names
    assert not [name for name in names if "50" in name]


def test_a_name_repeated_without_end_is_no_name(nlp: Language) -> None:
    assert all(len(name.split()) <= 20 for name in names_of(nlp, "Karl Moen " * 2000))


@pytest.mark.parametrize(
    "text",
    [
        'He wrote the song "Salt Roads,',
        'The song "Salt Roads.',
        'They bought a lake originally called "Lake Orla',
        "of Norvik Street is a series of children's novels written's",
    ],
)
def test_a_text_that_breaks_off_is_survived(nlp: Language, text: str) -> None:
    assert names_of(nlp, text) is not None


def test_boilerplate_names_nothing(nlp: Language) -> None:
    text = "The match ended without a goal on Sunday.\n\nPhoto: Ann Lind"
    assert "Ann Lind" not in names_of(nlp, text)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Kale",
                "Group",
                "of",
                "the",
                "Ann",
                "Lind",
                ",",
                "(",
                ")",
                "’",
                "'s",
                "X-1",
                "in",
                "\n",
            ]
        )
    )
)
def test_any_words_are_survived(nlp: Language, words: list[str]) -> None:
    doc = nlp(" ".join(words))
    assert all(e.text.strip() == e.text for e in doc.ents if e.label_ in ("PERSON", "ORG", "GPE"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Iodine is rare. The sea has iodine.", "Iodine"),
        ("NOW, THEREFORE, they agree.", "THEREFORE"),
        ("Deliveries start in Norway on Nov. 1 at last.", "Nov."),
        ("The Company shall pay the Supplier.", "Company"),
        ("Will Cedar merge with Elm?", "Will Cedar"),
        ("They met Orbis Chief Executive Ann Lind.", "Orbis Chief Executive"),
        ("She is Chief Medical Officer of Orbis.", "Medical Officer"),
        ("She met Minister of Foreign Affairs Karim Aydin.", "Affairs"),
        ("Ann Lind, the Minister of Fisheries, left.", "Fisheries"),
        ("Ann Lind became Minister of Trade and Industry.", "Industry"),
        (
            "The European Commissioner for Competition left.",
            "European Commissioner for Competition",
        ),
        ("The Secretary of State for Scotland left.", "State for Scotland"),
        ("The Vandellas' Anfield Choir sued.", "Vandellas' Anfield Choir"),
    ],
)
def test_taken_for_no_name(nlp: Language, text: str, name: str) -> None:
    assert name not in names_of(nlp, text)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Shares in Kite Foods (OSE: KTFD) fell.", "KTFD"),
        ("Karl Moen, MD, FACP, treats knees.", "FACP"),
        ("They met the Founder at the gate.", "Founder"),
        ("Steelmaker Huta Śląska will close its furnace.", "Steelmaker"),
        ("Team | Played | Points\nLarvik | 8 | 24\nTverrvik | 8 | 21\n", "Played"),
    ],
)
def test_no_names(nlp: Language, text: str, missing: str) -> None:
    assert missing not in names_of(nlp, text)
