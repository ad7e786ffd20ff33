"""Words that parsers give to the verb or noun beside theirs: sentence → a proposition."""

from __future__ import annotations

import pytest
from claim_samples import propositions
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Peru has bought boats, carts and lorries from Norway.",
            "Peru | has bought | lorries | from Norway",
        ),
        (
            "The clerk was seen leaving the bank by Ann Lind.",
            "The clerk | was seen leaving | the bank",
        ),
        ("The truce lets Chile ship copper.", "Chile | ship | copper"),
        (
            "A jury overturns ruling against Emil Hale.",
            "A jury | overturns | ruling against Emil Hale",
        ),
        (
            "The victory ended twenty years of rule by the Liberals.",
            "The victory | ended | twenty years of rule by the Liberals",
        ),
        (
            "Helix Corp will lay off 40 workers, chief executive Ann Lind said.",
            "chief executive Ann Lind | said | Helix Corp will lay off 40 workers",
        ),
        ("What Helix Corp sells is paint.", "Helix Corp | sells | paint"),
        (
            "The game was ported to the Atari 5200, Commodore 64, ColecoVision, and MSX.",
            "The game | was ported to | ColecoVision",
        ),
        (
            "Helix Corp was fined 3 million euros for hiding a leak.",
            "Helix Corp | hiding | a leak",
        ),
    ],
)
def test_words_stand_where_they_belong(nlp: Language, text: str, said: str) -> None:
    assert said in propositions(nlp, text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("What they did was wrong.", "What"),
        ("Norway cut its rate to 3% on Monday, its first cut since 2019.", "lowered | its first"),
        ("The clerk was seen leaving the bank by Ann Lind.", "by Ann Lind"),
    ],
)
def test_nothing_is_made_of_what_cannot_be_read(nlp: Language, text: str, wrong: str) -> None:
    assert not any(wrong in line for line in propositions(nlp, text))


def test_the_first_since_a_year_lasts_no_years(nlp: Language) -> None:
    told = nlp("Its first cut since 2019 helped. It has cut rates since 2020.")
    assert {p.time for p in told._.kgx_propositions} == {None, "2020/.."}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Chile and Peru, which share a border, met.", "Chile | share | a border"),
        ("Helix Corp and Norvik, which makes paint, met.", "Norvik | makes | paint"),
        (
            "The treasurer, Ann Lind, and the secretary, Emil Hale, resigned.",
            "the secretary | resigned",
        ),
        (
            "She is the daughter of Emil Hale and the widow of Bo Tanaka.",
            "She | is | the widow of Bo Tanaka",
        ),
        ("Danish brewer Norvik reported a loss.", "Norvik | is | Danish brewer"),
    ],
)
def test_who_is_meant_of_several(nlp: Language, text: str, said: str) -> None:
    assert said in propositions(nlp, text)


def test_a_share_of_some_is_not_what_they_are(nlp: Language) -> None:
    said = propositions(nlp, "Helix Corp has 900 workers, half of them in Lyon.")
    assert said == {"Helix Corp | has | 900 workers"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Two guards, one of whom, Emil Hale, is wanted by police, fled.",
            "Emil Hale | is wanted by | police",
        ),
        (
            "Judges have blocked the purchase of paint maker Norvik by its rival Emil Hale.",
            "its rival Emil Hale | purchase | of paint maker Norvik",
        ),
        ("Norvik said it was sorry and would pay a fine.", "it | would pay | a fine"),
        (
            "The clerks walked out on Monday in a row over pay.",
            "The clerks | walked out in | a row over pay | on Monday",
        ),
    ],
)
def test_who_does_what_a_name_stands_by(nlp: Language, text: str, said: str) -> None:
    assert said in propositions(nlp, text)


def test_the_second_of_two_prepositions_brings_in_no_place(nlp: Language) -> None:
    said = propositions(nlp, "Emil Hale left Lund in protest at a ban on nets.")
    assert "Emil Hale | left | Lund | in protest at a ban on nets" in said


def test_who_says_it_after_all_that_is_said(nlp: Language) -> None:
    said = propositions(nlp, "Helix Corp will close its mill in Lyon, its chair, Emil Hale, said.")
    assert "Emil Hale | is | its chair" in said
    assert any(line.startswith("its chair | said | ") for line in said)


@pytest.mark.parametrize(
    ("text", "said", "wrong"),
    [
        (
            "Norvik rather than Orbis bought the mill.",
            "Norvik | bought | the mill",
            "Orbis | bought | the mill",
        ),
        (
            "The mill was bought not by Norvik but by Emil Hale.",
            "The mill | was bought by | Emil Hale",
            "The mill | was bought by | Norvik",
        ),
    ],
)
def test_of_two_set_against_each_other_one_did_it(
    nlp: Language, text: str, said: str, wrong: str
) -> None:
    found = propositions(nlp, text)
    assert said in found
    assert wrong not in found


def test_a_sentence_has_a_verb(nlp: Language) -> None:
    said = propositions(nlp, "The plan to cut pensions angered unions.")
    assert "The plan to cut pensions | angered | unions" in said
