"""Works: who made them, when they came out, what they are."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Of Salt and Stone is a play by Alan Dory.", "Of Salt and Stone | author | Alan Dory"),
        (
            "Between Two Rivers is an album by Ida Holm.",
            "Between Two Rivers | performer | Ida Holm",
        ),
        (
            "Northern Tales is a novel by Ida Holm and Tom Reed.",
            "Northern Tales | author | Tom Reed",
        ),
        (
            "Northern Tales is a children's book written and illustrated by Ida Holm.",
            "Northern Tales | author | Ida Holm",
        ),
        (
            "Northern Tales is a children's book written and illustrated by Ida Holm.",
            "Northern Tales | illustrator | Ida Holm",
        ),
        (
            "Northern Tales is a collection of short stories by the Danish writer Ida Holm.",
            "Northern Tales | author | Ida Holm",
        ),
        (
            "Northern Tales (1986) is a novel by Ida Holm.",
            "Northern Tales | publicationDate | 1986",
        ),
        (
            "His book, Beyond the Dark Sky, was published by Tarn Press in 1991.",
            "Beyond the Dark Sky | publisher | Tarn Press",
        ),
        (
            "The opera Salt Road had its premiere in Oslo on 3 May 1898.",
            "Salt Road | publicationDate | 1898-05-03",
        ),
        (
            "The play Salt Road was first performed in 1931.",
            "Salt Road | publicationDate | 1931",
        ),
        (
            "The score for the film Salt Road was composed by Ida Holm.",
            "Salt Road | composer | Ida Holm",
        ),
        ("Ida Holm composed the score for Salt Road.", "Salt Road | composer | Ida Holm"),
        ("Northern Tales is a novel about Karl Holm.", "Northern Tales | about | Karl Holm"),
        (
            "Northern Tales was written by Ida Holm (University of Oslo) and Tom Reed.",
            "Ida Holm | affiliation | University of Oslo",
        ),
    ],
)
def test_a_work_has_its_makers_and_its_year(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "untrue"),
    [
        ("Ann Lind was injured and treated by Helix Clinic.", "Helix Clinic | injure | Ann Lind"),
        ("Ann Lind (1986) is a tenor.", "Ann Lind | publicationDate | 1986"),
        ("The story of Karl Holm is well known.", "story | author | Karl Holm"),
    ],
)
def test_what_is_not_said_together_is_not_shared(nlp: Language, text: str, untrue: str) -> None:
    assert untrue not in claims(nlp, text)


@pytest.mark.parametrize("body", ["Helix", "Orbis"])
def test_a_role_is_held_in_each_body_named(nlp: Language, body: str) -> None:
    found = claims(nlp, "Ann Lind, co-founder of Helix and Orbis, resigned.")
    assert f"{body} | founder | Ann Lind" in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The film Northern Tales was produced by Ida Holm.",
            "Northern Tales | producer | Ida Holm",
        ),
        ("Wavedesk is an audio editor created by Ida Holm.", "Wavedesk | creator | Ida Holm"),
        ("Wavedesk is an Android app.", "Wavedesk | platform | Android"),
        (
            "Harry Bomb is a 1986 Commodore 64 game released by Helix.",
            "Harry Bomb | platform | Commodore 64",
        ),
        (
            "Anna Dahl was cast in the series Northern Tales.",
            "Northern Tales | castMember | Anna Dahl",
        ),
        (
            "Iron Gate is an album by the metal band Kestrel, released through Candle Records.",
            "Iron Gate | recordLabel | Candle Records",
        ),
        (
            "Iron Gate is an album by the metal band Kestrel, released on May 7, 2003, by"
            " Candle Records.",
            "Iron Gate | recordLabel | Candle Records",
        ),
        (
            "Northern Tales is a novel by Danish writer Ida Holm, published by Helix Press.",
            "Northern Tales | publisher | Helix Press",
        ),
        (
            '"Iron Gate" is a song by Anna Dahl, which reached number 3.',
            "Iron Gate | reach | number 3",
        ),
        (
            "Northern Tales is a novel by the writers Ida Holm and Tom Reed.",
            "Northern Tales | author | Ida Holm",
        ),
        ("Salome Vane is an opera in two acts by Jan Holm.", "Salome Vane | composer | Jan Holm"),
        ("Das Haus im Wald is an opera by Jan Holm.", "Das Haus im Wald | composer | Jan Holm"),
        ("Ann Lind wed Tom Hale in 2010.", "Ann Lind | spouse | Tom Hale"),
        ("Karl Tuch wrote under the pseudonym Theo Tiger.", "Karl Tuch | alsoCalled | Theo Tiger"),
        (
            "Anna Dahl starred in the Swedish-language film The Road.",
            "The Road | language | Swedish",
        ),
    ],
)
def test_who_made_it_and_what_it_runs_on(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text)


def test_a_game_is_no_instance_of_what_it_runs_on(nlp: Language) -> None:
    found = claims(nlp, "Harry Bomb is a 1986 Commodore 64 game released by Helix.")
    assert not [c for c in found if c.startswith("Commodore 64") or "game-of" in c]


def test_who_brings_something_out_somewhere_is_not_there(nlp: Language) -> None:
    found = claims(nlp, "Iron Gate was released in 1976 on Candle Records in Peru.")
    assert not [c for c in found if c.startswith("Candle Records | locatedIn")]
