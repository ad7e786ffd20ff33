"""What was done to works, and who plays in them."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Salt Road is a novel by the writer Ann Lind, published in 1987 by Orbis Press.",
            "Salt Road | publisher | Orbis Press",
        ),
        (
            "Salt Road is a 1962 painting by Ivo Lund, exhibited in Paris and owned by the Orlo "
            "Museum.",
            "Orlo Museum | owns | Salt Road",
        ),
        (
            "Salt Road is an album by Ann Lind, released on June 3, 2016, through Helix Records.",
            "Salt Road | recordLabel | Helix Records",
        ),
        ("The album Salt Road features the rapper Tom Berg.", "Salt Road | performer | Tom Berg"),
        ("The film Salt Road features Tom Berg.", "Salt Road | castMember | Tom Berg"),
        (
            'The song "Low Water" appears on the album Salt Road.',
            "Low Water | partOf | Salt Road",
        ),
        ("Tom Berg appears on the album Salt Road.", "Salt Road | performer | Tom Berg"),
    ],
)
def test_told_of_a_work(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The ferry Helia was built in Gdansk.", "Helia | madeIn | Gdansk"),
        ("The novel The Mill was published in 1992.", "The Mill | publicationDate | 1992"),
        ("He read the novel The Mill.", "The Mill | instanceOf | novel"),
    ],
)
def test_a_noun_before_a_name_is_no_other_subject(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


def test_what_somebody_bought_is_not_called_so(nlp: Language) -> None:
    assert "Orbis | buy | ferry" in claims(nlp, "The ferry Orbis bought in May was sold.")


def test_where_a_maker_is_from_is_not_where_the_work_is(nlp: Language) -> None:
    found = claims(nlp, "Salt Road is a film by Orbis Pictures, based in Oslo.")
    assert not any(c.startswith("Salt Road | basedOn") for c in found)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The Zefra is a Samsung phone.", "Zefra | manufacturer | Samsung"),
        ("The Lund Jazz Festival won the Orlo Award.", "Lund Jazz Festival | award | Orlo Award"),
        (
            "The director of the Lund Jazz Festival is Ann Lind.",
            "Lund Jazz Festival | manager | Ann Lind",
        ),
        ("Zefra 4 is a game. Zefra 4 was directed by Ann Lind.", "Zefra 4 | director | Ann Lind"),
    ],
)
def test_more_things_have_makers_and_awards(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


def test_who_is_on_a_class_of_works(nlp: Language) -> None:
    assert claims(nlp, "Ann Lind appeared on numerous songs.") == ["Ann Lind | appear-on | song"]
