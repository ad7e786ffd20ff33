"""Rivers, and lands that lie side by side."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The Velna rises in the Carpathians.", "Velna | risesIn | Carpathians"),
        ("The Orla rises near Melk and joins the River Tarn.", "Orla | flowsInto | River Tarn"),
        ("The Orla flows past Brenmar into Lake Kelso.", "Orla | flowsThrough | Brenmar"),
        ("The Orla flows through Cluj and empties into the Danube.", "Orla | flowsInto | Danube"),
        ("The Sava joins the Danube at Belgrade.", "Sava | flowsInto | Danube"),
        ("Lake Tana is the source of the Blue Nile.", "Blue Nile | risesIn | Lake Tana"),
        ("Hallbach is twinned with Cremona in Italy.", "Hallbach | twinnedWith | Cremona"),
        ("Cremona is a sister city of Graz.", "Cremona | twinnedWith | Graz"),
        ("Sellick Parish is bounded by Varn and Kelmore.", "Kelmore | borders | Sellick Parish"),
        ("Harnmoor borders Sellick to the east.", "Harnmoor | borders | Sellick"),
        ("Sellick is bordered by Varnholt and Mulgrave.", "Varnholt | borders | Sellick"),
    ],
)
def test_lands_and_waters(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Texas joined the United States in 1845.",
        "Chad is a source of oil for Japan.",
        "Orbis rose in London.",
        "Norland joined Elvania.",
    ],
)
def test_what_is_no_river(nlp: Language, text: str) -> None:
    assert not any("flowsInto" in claim or "risesIn" in claim for claim in claims(nlp, text))
