"""Ships, which are called "she"."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.annotate.coreference.test_coreference import mentions_of, resolve


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        pytest.param(
            "HMS Orla was a destroyer. She was built by Lund Marine. Her crew numbered 90.",
            "HMS Orla",
            ["HMS Orla", "She", "Her"],
            id="a ship of which the text tells",
        ),
        pytest.param(
            "Ann Lind sailed on the ferry Orla. Her wreck was found in 2004.",
            "Orla",
            ["Orla", "Her"],
            id="what only ships have",
        ),
        pytest.param(
            "Ann Lind took the ferry Orla. She slept until noon.",
            "Ann Lind",
            ["Ann Lind", "She"],
            id="a person first",
        ),
        pytest.param(
            "HMS Royal Linnet was laid down in 1910. In 1914 Royal Linnet took part in the war.",
            "HMS Royal Linnet",
            ["HMS Royal Linnet", "Royal Linnet"],
            id="the bare name",
        ),
    ],
)
def test_ships(nlp: Language, text: str, label: str, expected: list[str]) -> None:
    assert mentions_of(resolve(nlp, text), label) == expected
