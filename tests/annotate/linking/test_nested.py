"""Places inside longer names."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.annotation import to_annotation


def places_of(nlp: Language, text: str) -> list[tuple[int, str]]:
    """Where places are named, and what."""
    annotation = to_annotation(nlp(text))
    places = {e.id for e in annotation.entities if e.type == "place"}
    return [(m.start, text[m.start : m.end]) for m in annotation.mentions if m.entity in places]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The University of Bergen is in Bergen.", 2),
        ("The University of Bergen hired her.", 1),
        ("The Bergen Herald hired her.", 0),
        ("The Norway Fisheries Board left Norway.", 1),
        ("She left New South Wales and the University of NSW.", 2),
        ("The insurer Baltic Mutual left the Baltic.", 1),
    ],
)
def test_a_place_inside_a_name(nlp: Language, text: str, count: int) -> None:
    assert len(places_of(nlp, text)) == count
