"""Lists whose items parsers take for something else."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.grammar.phrases import conjuncts


def listed(nlp: Language, text: str, first: str) -> list[str]:
    """The heads of what a list holds, by the first of them."""
    parse = nlp(text)._.kgx_parse
    return [parse.text[t] for t in conjuncts(parse, parse.text.index(first))]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "Her buildings include the Museum of the Sea in Setúbal, the Lisbon headquarters of"
            " Fidalga and a winery in the valley.",
            ["Museum", "headquarters", "winery"],
        ),
        (
            "She won the Aalto Medal in 2004 and the Kestrel Prize for the library.",
            ["Medal", "Prize"],
        ),
        (
            "His films include The Long Field, a war drama, and Low Tide.",
            ["Field", "Tide"],
        ),
        (
            "The coalition of the Greens, the Democrats and the Left collapsed.",
            ["Greens", "Democrats", "Left"],
        ),
        (
            "Lind, the Minister of Trade, and Bo Hale, the Secretary of Defense, met in Oslo.",
            ["Lind", "Hale"],
        ),
        (
            "A puzzle was made for the Amiga, Atari 8-bit family, Atari ST, Commodore 64, and DOS.",
            ["Amiga", "family", "ST", "Commodore", "DOS"],
        ),
    ],
)
def test_listed(nlp: Language, text: str, items: list[str]) -> None:
    assert listed(nlp, text, items[0]) == items
