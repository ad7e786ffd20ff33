"""Titles that open sentences: sentence → the title, or None."""

from __future__ import annotations

import pytest
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("How to Leave a Harbour is a memoir by Ada Berg.", "How to Leave a Harbour"),
        ("I Want to Sail On is a song by Fjord.", "I Want to Sail On"),
        ("The Man Who Sold the Mill was published in 1997.", "The Man Who Sold the Mill"),
        ("In 1993 Out of the Orchard was published by Helix Press.", "Out of the Orchard"),
        ("Sons of Salt: The Untold Story is a documentary.", "Sons of Salt: The Untold Story"),
        ("Ada Berg's Salt and Stone is a novel.", "Salt and Stone"),
        ("Letters to an Island (1986) is a collection of essays.", "Letters to an Island"),
        ("Of Salt and Stone is a play by Alan Dory.", "Of Salt and Stone"),
        ("While Hamlet is a play, Emma is a novel.", None),
        ("Salt, also known as Sal, is a 1990 film.", "Salt"),
        ("Emma Lind is a novel about a painter.", "Emma Lind"),
        ("The Mayor of Lisbon is a lawyer.", None),
        ("The Bank of England is a bank.", None),
        ("South Korea is a success story.", None),
        ("Final Mix Pro is a series of programs.", None),
        ("Ada Berg is a film director.", None),
        ("Ada Berg of the Harbour Union was released in 1999.", None),
        ("The report was published in 1999.", None),
    ],
)
def test_a_title_is_told_by_what_is_said_of_it(nlp: Language, text: str, title: str | None) -> None:
    doc = nlp(text)
    found = [str(doc[start:end]) for start, end in doc._.kgx_parse.titles]
    assert found == ([] if title is None else [title])
    assert title is None or (title, "WORK_OF_ART") in [(e.text, e.label_) for e in doc.ents]


def test_a_game_is_a_product(nlp: Language) -> None:
    doc = nlp("Road to Lund: Last Lap is a racing video game published by Helix.")
    assert ("Road to Lund: Last Lap", "PRODUCT") in [(e.text, e.label_) for e in doc.ents]
