"""How concepts hang together: kinds, examples, what a class is named after."""

import pytest
from spacy.language import Language

from kgx.annotate.run import annotate
from kgx.types import Document


def ties(nlp: Language, text: str) -> list[str]:
    """The claims on kinds and instances that no clause states."""
    (found,) = annotate([Document("d", text)], nlp=nlp)
    label = {e.id: e.label for e in found.entities}
    return [
        f"{label[c.subject]} | {c.rule} | {label.get(c.object or '', '')}"
        for c in found.claims
        if c.proposition is None and c.rule != "of"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Games such as chess and draughts sharpen the mind.", ["chess | kindOf | game"]),
        ("Norvik sells tools like saws.", ["saw | kindOf | tool"]),
        ("Rodents, including beavers, gnaw wood.", ["beaver | kindOf | rodent"]),
        ("Bees, wasps and other insects sting people.", ["bee | kindOf | insect"]),
        ("Companies such as Norvik make tents.", ["Norvik | instanceOf | company"]),
        ("Composers such as Clara Hale wrote songs.", ["Clara Hale | occupation | composer"]),
    ],
)
def test_examples_belong_to_their_class(nlp: Language, text: str, expected: list[str]) -> None:
    assert ties(nlp, text)[:1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "The house looks like a barn.",
        "Men such as Clara Hale left.",  # "man" is no trade
        "The effects of noise in the city, such as stress, worried people.",
        "Norvik sold things such as lamps.",  # of a thing, anything is an example
    ],
)
def test_what_is_no_example(nlp: Language, text: str) -> None:
    assert ties(nlp, text) == []


def test_a_narrower_class_is_a_kind_of_the_wider_that_the_text_speaks_of(nlp: Language) -> None:
    text = "Norvik builds steam engines. Engines need oil. Steam drives pistons."
    assert ties(nlp, text) == [
        "steam engine | kindOf | engine",
        "steam engine | relatedTo | steam",
    ]


def test_what_hyphens_join_is_not_taken_apart(nlp: Language) -> None:
    text = "Long-haul fleets need fuel. Fleets cost money."
    assert ties(nlp, text) == ["long-haul fleet | kindOf | fleet"]


def test_a_tie_that_the_wider_class_has_is_not_told_again(nlp: Language) -> None:
    text = "Red steam engines need oil. Steam engines cost money. Steam drives pistons."
    assert ties(nlp, text) == [
        "red steam engine | kindOf | steam engine",
        "steam engine | relatedTo | steam",
    ]


def test_a_class_that_nothing_is_said_of_is_left_alone(nlp: Language) -> None:
    assert ties(nlp, "Norvik builds steam engines.") == []


def test_what_only_looks_like_a_thing_is_no_kind_of_it(nlp: Language) -> None:
    assert ties(nlp, "Actors wear fake noses. Noses detect smoke.") == []


def test_a_class_is_tied_to_the_name_in_it(nlp: Language) -> None:
    text = "Norvik makes tents. Norvik engineers tested the tents."
    assert ties(nlp, text) == ["Norvik engineer | relatedTo | Norvik"]


def test_what_lies_between_two_is_of_both(nlp: Language) -> None:
    text = "Relations between the United States and Russia worsened."
    found = next(iter(annotate([Document("x", text)], nlp=nlp)))
    labels = {e.id: e.label for e in found.entities}
    assert [labels[c.object] for c in found.claims if c.object] == ["United States", "Russia"]
