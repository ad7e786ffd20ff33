"""What texts tell of places, products and troops: offices, dates, what came before them."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Norhavn is a town in Kent. The mayor is Ann Lind of the Orlo Party.",
            "Norhavn | headOfGovernment | Ann Lind",
        ),
        (
            "Norhavn is a region in Denmark. The official language is Danish.",
            "Norhavn | language | Danish",
        ),
        ("Norhavn is a region in Kent. The capital is Vesby.", "Vesby | capitalOf | Norhavn"),
        ("The Zefra 4 entered service with the army in 1967.", "Zefra 4 | serviceEntry | 1967"),
        ("The Zefra 4 first flew in 1964.", "Zefra 4 | firstFlight | 1964"),
        (
            "Ann Lind took command of the 18th Brigade in 1917.",
            "18th Brigade | leader | Ann Lind",
        ),
        (
            "Tom Berg was commissioned into the Orlo Regiment in 1900.",
            "Tom Berg | militaryBranch | Orlo Regiment",
        ),
        (
            "Its sister cities are Saint-Malo in France and Hakodate in Japan.",
            "Hakodate | country | Japan",
        ),
        (
            "Norhavn is a town in Kent. The town is home to Orlo College.",
            "Orlo College | locatedIn | Norhavn",
        ),
        (
            "Norhavn is a town in Kent. It covers an area of 41 square kilometres.",
            "Norhavn | area | 41 square kilometres",
        ),
        (
            "Salt Road is a film by Ann Lind. The score was composed by Tom Berg.",
            "Salt Road | composer | Tom Berg",
        ),
        (
            "Ann Lind was Member of Parliament for Torbay from 1935 to 1945.",
            "Ann Lind | memberOf | Parliament",
        ),
        ("Orbis is a firm run by Ann Lind.", "Orbis | leader | Ann Lind"),
        ("Norvane's new N-15 turbine costs $5 million.", "N-15 | costs | $5 million"),
        (
            "The Nova 5 is a phone. The Nova 5 is the successor to the Nova 4.",
            "Nova 5 | follows | Nova 4",
        ),
        (
            "Salt Road is a novel. It was followed by The Threshing Floor.",
            "Threshing Floor | follows | Salt Road",
        ),
        (
            "Carabus is a genus of beetles in the family Carabidae.",
            "Carabus | parentTaxon | Carabidae",
        ),
        (
            "The Brandt Society, founded in 1963 by students, awards the Elsa Brandt Medal.",
            "Elsa Brandt Medal | conferredBy | Brandt Society",
        ),
        (
            "Ravel lies in Norway, the capital of which is Oslo.",
            "Oslo | capitalOf | Norway",
        ),
        (
            "The Holm House is a villa in Lund, Sweden, whose architect was Ann Lind.",
            "Holm House | architect | Ann Lind",
        ),
        (
            "The ivory finch is a small bird in the family Laridae.",
            "ivory finch | parentTaxon | Laridae",
        ),
        ("Kelvium is a chemical element.", "kelvium | kindOf | chemical element"),
    ],
)
def test_told(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Norhavn is a town in Kent. In Oslo, the mayor is Ann Lind.", "headOfGovernment"),
        ("Ann Lind wrote of Norhavn. The mayor is Tom Berg.", "headOfGovernment"),
        ("Ann Lind is a writer. The score was composed by Tom Berg.", "composer"),
        ("Norvik Air is a member of the Sky Alliance.", "instanceOf"),
        ("Orbis changed its name to Helix AG in 2004.", "changed-to"),
        ("Orbis sold the mill at a profit of $3 million.", "netProfit"),
    ],
)
def test_not_told(nlp: Language, text: str, said: str) -> None:
    assert not any(f"| {said} |" in claim for claim in claims(nlp, text))


def test_the_capital_of_one_land_is_not_that_of_another(nlp: Language) -> None:
    text = "The capital of Peru is Lima. In Wales, the capital, Cardiff, is large."
    told = [c for c in claims(nlp, text) if "| capitalOf |" in c]
    assert told == ["Lima | capitalOf | Peru", "Cardiff | capitalOf | Wales"]
