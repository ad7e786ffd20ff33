"""Names as news writes them: who is of a town, broadcasters, journals, several judges."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.mention_samples import names_of


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("A Riverton man was arrested on Friday.", "Riverton", "GPE"),
        ("It is told in the Journal of Old Medicine.", "Journal of Old Medicine", "WORK_OF_ART"),
        ("She was joined by Justices Prycell and Castella.", "Prycell", "PERSON"),
        ("Velda Rosen, which Ann Lind left in May, closed.", "Velda Rosen", "ORG"),
        ("Trenes del Sur was created in 2015.", "Trenes del Sur", "MISC"),
        ("The former Formula One driver Jean Rochet left.", "Formula One", "EVENT"),
        ("The asthma inhaler Respira was approved in May.", "Respira", "PRODUCT"),
        ("She told TV Norvik that she had left.", "TV Norvik", "ORG"),
    ],
)
def test_span_and_label(nlp: Language, text: str, name: str, label: str) -> None:
    assert names_of(nlp, text).get(name) == label
