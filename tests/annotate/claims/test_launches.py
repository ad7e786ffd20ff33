"""Ships and spacecraft are launched and not published."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language


@pytest.mark.parametrize(
    "text",
    [
        "The probe Helia was launched in 1977.",
        "Helia is a spacecraft that was launched in 1977.",
        "Helia, a ferry built in Gdansk, was launched in 1977.",
        "The ferry Helia was built in Gdansk and launched in 1977.",
        "Helia was launched in 1977. Helia is a spacecraft.",
    ],
)
def test_launch_of_a_craft(nlp: Language, text: str) -> None:
    found = claims(nlp, text)
    assert "Helia | launchDate | 1977" in found
    assert "Helia | publicationDate | 1977" not in found


def test_launch_of_what_is_called_as_ships_are(nlp: Language) -> None:
    assert "HMS Orla | launchDate | 1977" in claims(nlp, "HMS Orla was launched in 1977.")


def test_who_launched_a_craft(nlp: Language) -> None:
    found = claims(nlp, "Helia is a spacecraft that was launched in 1977 by NASA.")
    assert "NASA | launch | Helia" in found
    assert "NASA | released | Helia" not in found


def test_launch_of_a_product(nlp: Language) -> None:
    found = claims(nlp, "The firm Orbis launched the phone Tern in 2012.")
    assert {"Orbis | released | Tern", "Tern | publicationDate | 2012"} <= {*found}
