"""What stands around a person's name and tells of them."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Tom Hale (Green Party) won the seat.", "Tom Hale | memberOfParty | Green Party"),
        ("Tom Hale of the Green Party won the seat.", "Tom Hale | memberOfParty | Green Party"),
        ("Tom Hale (Orbis Bank) won the prize.", "Tom Hale | affiliation | Orbis Bank"),
        ("Porto United's Tom Hale scored twice.", "Tom Hale | affiliation | Porto United"),
        ("Germany's Tom Hale won the race.", "Tom Hale | citizenship | Germany"),
        ("Tom Hale, of Porto, won the prize.", "Tom Hale | residence | Porto"),
        ("Tom Hale, 34, from Porto, won the prize.", "Tom Hale | residence | Porto"),
        ("Porto-born Tom Hale studied law.", "Tom Hale | birthPlace | Porto"),
        ("Tom Hale (1920-1987) was a lawyer.", "Tom Hale | birthDate | 1920"),
        ("Tom Hale (1920-1987) was a lawyer.", "Tom Hale | deathDate | 1987"),
        (
            "Tom Hale (3 May 1920 – 4 June 1987) was a lawyer.",
            "Tom Hale | birthDate | 1920-05-03",
        ),
        (
            "Tom Hale FRS (3 May 1920 – 4 June 1987) was a lawyer.",
            "Tom Hale | deathDate | 1987-06-04",
        ),
        (
            "Tom Hale (né Berg; May 3, 1920 – June 4, 1987) was a lawyer.",
            "Tom Hale | deathDate | 1987-06-04",
        ),
        (
            "Tom Hale (Danish: Tom Hal) (1920-1987) was a lawyer.",
            "Tom Hale | deathDate | 1987",
        ),
        (
            "Tom Joseph Hale, OBE (born 3 May 1920) is a lawyer.",
            "Tom Joseph Hale | birthDate | 1920-05-03",
        ),
        ("Tom Hale directs the Orbis Institute.", "Orbis Institute | manager | Tom Hale"),
        ("Mayor Tom Hale of Lyon arrived.", "Lyon | headOfGovernment | Tom Hale"),
        ("Vice President Tom Hale arrived.", "Tom Hale | position | vice president"),
        ("Rear Admiral Tom Hale arrived.", "Tom Hale | occupation | rear admiral"),
        ("Tom Hale chaired the Order of Millers.", "Order of Millers | chairperson | Tom Hale"),
        ("Tom Hale is a politician for the Green Party.", "Tom Hale | occupation | politician"),
        ("President Tom Hale of Peru arrived.", "Peru | headOfState | Tom Hale"),
    ],
)
def test_around(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Tom Hale (1990-1994) was mayor.", "Tom Hale | deathDate | 1994"),
        ("King Tom Hale (1920-1987) ruled long.", "Tom Hale | deathDate | 1987"),
        ("Tom Hale, of Peru, won the prize.", "Tom Hale | residence | Peru"),
        ("Ohio's Tom Hale won the race.", "Tom Hale | citizenship | Ohio"),
    ],
)
def test_not_around(nlp: Language, text: str, claim: str) -> None:
    assert claim not in claims(nlp, text)
