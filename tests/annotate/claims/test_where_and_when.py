"""Where something lies or happened, and who took part in it."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "Tom Hale commanded the Third Army in World War II.",
            "Tom Hale | participantIn | World War II",
        ),
        (
            "Tom Hale fought for the Confederate States in the American Civil War.",
            "Tom Hale | participantIn | American Civil War",
        ),
        ("Lund Airport lies 12 metres above sea level.", "Lund Airport | elevation | 12 metres"),
        ("Porto United play in the Primeira Liga.", "Porto United | league | Primeira Liga"),
        ("Porto United's home ground is the Novo Arena.", "Porto United | homeVenue | Novo Arena"),
        ("Lund is the site of Helix Airport.", "Helix Airport | locatedIn | Lund"),
        ("Norway is a member state of the Nordic Council.", "Norway | memberOf | Nordic Council"),
        ("The Liberal leader Ann Lind left.", "Liberal | leader | Ann Lind"),
        ("The Greens lost. The Green chairwoman Ann Lind left.", "Greens | chairperson | Ann Lind"),
        ("The town's MP, Labour's Ann Lind, left.", "Ann Lind | memberOfParty | Labour"),
        ("The river forms the border between Peru and Chile.", "Peru | borders | Chile"),
        ("The street bears the name of Ann Lind.", "street | namedAfter | Ann Lind"),
        (
            "Norvik is a town. Ann Lind died. A street bears her name.",
            "street | namedAfter | Ann Lind",
        ),
        (
            "The vice-chancellor of the University of Norvik, Ann Lind, left.",
            "University of Norvik | leader | Ann Lind",
        ),
        ("Norvik lies on the Danube.", "Norvik | besideWater | Danube"),
        ("Norvik is a town on the river Ilsa.", "Norvik | besideWater | Ilsa"),
        ("Norvik is situated on Lake Como.", "Norvik | besideWater | Lake Como"),
        ("Norvik is a town on Gotland.", "Norvik | locatedIn | Gotland"),
        ("Ann Lind moved to Bolzano, in northern Italy.", "Bolzano | country | Italy"),
        (
            "Ann Lind moved to Bolzano, in northern Italy, where she died.",
            "Ann Lind | deathPlace | Bolzano",
        ),
        (
            "Ann Lind moved to Norvik, a town in Peru, where she died.",
            "Ann Lind | deathPlace | Norvik",
        ),
        (
            "Ann Lind lives in the town of Suran, the capital of Norland.",
            "Suran | capitalOf | Norland",
        ),
        ("Ann Lind died in a car accident in 1981.", "Ann Lind | causeOfDeath | car accident"),
        ("The Porto Marathon took place on 4 May 2020.", "Porto Marathon | eventDate | 2020-05-04"),
    ],
)
def test_where_and_when(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)
