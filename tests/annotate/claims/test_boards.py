"""Boards stand for the bodies they govern."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Ann Lind sits on the board of Orbis Bank.", "Ann Lind | memberOf | Orbis Bank"),
        ("Ann Lind joined the Orbis Bank board.", "Ann Lind | memberOf | Orbis Bank"),
        (
            "Ann Lind serves on the board of directors of Orbis Bank.",
            "Ann Lind | memberOf | Orbis Bank",
        ),
        ("Ann Lind sits on the boards of Helix Corp and Norvik.", "Ann Lind | memberOf | Norvik"),
        ("Orbis Bank appointed Ann Lind to its board.", "Ann Lind | memberOf | Orbis Bank"),
        ("Ann Lind was elected to the board of Orbis Bank.", "Ann Lind | memberOf | Orbis Bank"),
        ("Ann Lind chairs the board of Orbis Bank.", "Orbis Bank | chairperson | Ann Lind"),
        ("Ann Lind resigned from the board of Orbis Bank.", "Ann Lind | left | Orbis Bank"),
        ("Ann Lind is chair of the board of Orbis Bank.", "Orbis Bank | chairperson | Ann Lind"),
    ],
)
def test_who_sits_on_a_board(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


def test_a_board_of_wood_governs_nothing(nlp: Language) -> None:
    assert not any("memberOf" in c for c in claims(nlp, "Ann Lind sat on a board of oak."))
