"""Words that no list knows: found where they open a sentence, told by what they do."""

from __future__ import annotations

import pytest
from spacy.language import Language


def label_of(nlp: Language, text: str, name: str) -> str:
    return next((e.label_ for e in nlp(text).ents if e.text == name), "")


@pytest.mark.parametrize(
    ("text", "name", "label"),
    [
        ("Torvex will cut 400 jobs at its plant in Lyon.", "Torvex", "ORG"),
        ("Xerion's shares have lost half their value.", "Xerion", "ORG"),
        ("Vesterby, who was 43, leaves a wife and two children.", "Vesterby", "PERSON"),
        ("Kuznik thanked her coach and her parents.", "Kuznik", "PERSON"),
        ("The boat was found off Kerrin Head.", "Kerrin Head", "LOC"),
        ("The wind is measured at Mace Head on the coast.", "Mace Head", "LOC"),
        ("Fishermen rowed past Punta Gorria.", "Punta Gorria", "LOC"),
        ("Anish Giri beat the champion in the final round.", "Anish Giri", "PERSON"),
    ],
)
def test_names_no_list_knows(nlp: Language, text: str, name: str, label: str) -> None:
    assert label_of(nlp, text, name) == label
