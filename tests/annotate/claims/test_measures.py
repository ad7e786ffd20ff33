"""How much of something there is."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.run import annotate
from kgx.types import Document


def amounts_of(nlp: Language, text: str) -> set[tuple[str, str, str]]:
    found = next(iter(annotate([Document("x", text)], nlp=nlp)))
    labels = {e.id: e.label for e in found.entities}
    return {
        (labels[c.subject], c.predicate.rpartition("/")[2], c.value)
        for c in found.claims
        if c.value is not None and c.amount is not None and c.polarity == "positive"
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Norway has 5.4 million inhabitants.",
            ("Norway", "population", "5.4 million inhabitants"),
        ),
        ("The population of Bergen is 290,000.", ("Bergen", "population", "290,000")),
        (
            "Bergen, with a population of 290,000, lies in the west.",
            ("Bergen", "population", "290,000"),
        ),
        ("The tower is 300 metres tall.", ("tower", "height", "300 metres")),
        ("The tower has a height of 300 metres.", ("tower", "height", "300 metres")),
        ("The bridge is 2 km long and 30 metres wide.", ("bridge", "width", "30 metres")),
        ("The ship weighs 40,000 tonnes.", ("ship", "weight", "40,000 tonnes")),
        (
            "Kale Group reported revenue of $3.4 billion, up 12 percent.",
            ("Kale Group", "revenue", "$3.4 billion"),
        ),
        (
            "The lens has a focal range of 40 cm.",
            ("lens", "focal-range", "40 cm"),
        ),
        (
            "Kale Group's revenue rose 12% to 3.4 billion euros.",
            ("Kale Group", "revenue", "3.4 billion euros"),
        ),
        (
            "Kale Group's revenue rose 12% to 3.4 billion euros.",
            ("Kale Group's revenue", "rise-by", "12%"),
        ),
        ("The jobless rate rose from 3% to 4.1% in May.", ("jobless rate", "rise-to", "4.1%")),
        ("Net sales fell 6.1% to 812 million francs.", ("net sales", "fall-by", "6.1%")),
        ("Kale Group's shares fell 6.2% to $3.", ("Kale Group's share", "fall-by", "6.2%")),
    ],
)
def test_amount(nlp: Language, text: str, expected: tuple[str, str, str]) -> None:
    assert expected in amounts_of(nlp, text)


@pytest.mark.parametrize(
    ("text", "predicate"),
    [
        ("The insurance covers 40 pages.", "area"),
        ("The tower is not 300 metres tall.", "height"),
        ("The queue had a length of 40 people.", "length"),
        ("The jobless rate rose from 3% to 4.1% in May.", "rise-from 4.1%"),
        ("The population of Bergen grew from 12,000 in 1890 to 290,000 in 2020.", "population"),
    ],
)
def test_no_amount(nlp: Language, text: str, predicate: str) -> None:
    found = amounts_of(nlp, text)
    assert predicate not in {p for _, p, _ in found} | {f"{p} {v}" for _, p, v in found}


def test_one_fact_is_one_edge(nlp: Language) -> None:
    found = next(iter(annotate([Document("x", "Norway has 5.4 million inhabitants.")], nlp=nlp)))
    assert [c.rule for c in found.claims] == ["population"]


def test_what_a_place_is_home_to_is_no_class(nlp: Language) -> None:
    text = "Oslo is home to the Munch Museum."
    found = next(iter(annotate([Document("x", text)], nlp=nlp)))
    assert [c.rule for c in found.claims] == ["locatedIn"]
