"""What concepts are called, and what they are of."""

import pytest
from claim_samples import claims, stated
from spacy.language import Language

from kgx.annotate.run import annotate
from kgx.types import Claim, Document


def narrowed(nlp: Language, text: str) -> list[str]:
    """What each concept is of, on or for: "concept | preposition | what"."""
    (found,) = annotate([Document("d", text)], nlp=nlp)
    label = {e.id: e.label for e in found.entities}

    def spell(claim: Claim) -> str:
        relation = claim.predicate.rsplit("/", 1)[-1].rsplit("#", 1)[-1]
        return f"{label[claim.subject]} | {relation} | {label.get(claim.object or '', '')}"

    bare = [c for c in found.claims if c.proposition is None]
    return [spell(c) for c in bare if c.rule not in ("kindOf", "relatedTo")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The noise has an impact on whales.",
            ["impact on whales | on | whale"],
        ),
        (
            "The tutor has a calming influence on mind and body.",
            [
                "calming influence on mind and body | on | mind",
                "calming influence on mind and body | on | body",
            ],
        ),
        (
            "Tides shape the impact of storms on harbours.",
            [
                "impact of storms on harbours | of | storm",
                "impact of storms on harbours | on | harbour",
            ],
        ),
        (
            "Farmers welcomed Norway's growth.",
            ["Norway's growth | of | Norway"],
        ),
        (
            "Beavers build dams. Their dams slow rivers.",
            ["dam of beavers | of | beaver"],
        ),
        ("Ann Lind holds a master's degree.", []),
        ("Ann Lind sells children's books.", []),
        ("Norvik was founded in a village of the same name.", []),
        ("Norvik bought lamps in Oslo.", []),  # no lamp is asked for by "in"
        ("Ann Lind sold her boat.", []),  # of a person's things the clause tells
        ("Ann Lind left. Her boat sank in Oslo.", ["Ann Lind's boat | of | Ann Lind"]),
        ("Ann Lind left. Her chair is from Oslo.", []),  # a role
    ],
)
def test_what_a_concept_is_of(nlp: Language, text: str, expected: list[str]) -> None:
    assert narrowed(nlp, text) == expected


def test_a_name_takes_the_place_of_the_noun_for_it(nlp: Language) -> None:
    text = "Arran Copper, a mining company, is based in Calgary. Berg kept the company's licence."
    (found,) = annotate([Document("d", text)], nlp=nlp)
    licence = next(e for e in found.entities if "licence" in e.label)
    assert licence.label == "Arran Copper's licence"
    assert licence.aliases == ("company's licence",)


def test_a_long_list_is_not_all_in_the_label(nlp: Language) -> None:
    text = "Critics voiced concern about wage theft, traffic noise, water shortages and night work."
    assert narrowed(nlp, text) == ["concern about wage theft | about | wage theft"]


def test_another_name_in_brackets_is_not_in_the_label(nlp: Language) -> None:
    (found,) = annotate(
        [Document("d", "Virtual reality (VR) technology makes headsets lighter.")], nlp=nlp
    )
    assert "virtual reality technology" in {e.label for e in found.entities}


def test_what_is_done_to_something_is_a_concept(nlp: Language) -> None:
    text = "Cleaning the canals attracted otters."
    assert narrowed(nlp, text) == ["cleaning canals | of | canal"]


@pytest.mark.parametrize(
    "text",
    ["He bakes bread. Bread also feeds birds.", "Farms roast coffee. Coffee's taste sells it."],
)
def test_a_sentence_may_open_with_a_common_noun(nlp: Language, text: str) -> None:
    (found,) = annotate([Document("d", text)], nlp=nlp)
    (named,) = {e.type for e in found.entities if e.label.lower() in ("bread", "coffee")}
    assert named == "concept"


def test_singular_and_plural_are_one_class(nlp: Language) -> None:
    text = "The size of a beaver shapes dams. Otters envy the size of beavers."
    assert narrowed(nlp, text) == ["size of beaver | of | beaver"]


def test_a_deed_met_twice_is_one_concept(nlp: Language) -> None:
    text = "The decline of bees worries farmers. Norvik studied the decline of bees in Oslo."
    (found,) = annotate([Document("d", text)], nlp=nlp)
    assert [e.type for e in found.entities if e.label == "decline of bees"] == ["concept"]


def test_an_endless_chain_of_complements_is_cut(nlp: Language) -> None:
    text = "Norvik saw the impact" + " of the decline of the growth" * 600 + "."
    (found,) = annotate([Document("d", text)], nlp=nlp)
    assert all(len(e.label.split()) <= 8 for e in found.entities)


@pytest.mark.parametrize(
    ("text", "object_"),
    [
        ("Ada Berg is known for her work on coral reefs.", "coral reef"),
        ("Ada Berg is best known for her contributions to number theory.", "number theory"),
        ("Ada Berg is known for her work with Max Lind.", "work"),  # it is not on him
    ],
)
def test_who_is_known_for_work_is_known_for_what_it_is_on(
    nlp: Language, text: str, object_: str
) -> None:
    assert f"Ada Berg | knownFor | {object_}" in claims(nlp, text)


def test_no_wider_class_cuts_what_may_be_a_name(nlp: Language) -> None:
    (found,) = annotate([Document("d", "They praised the World Harbour Day rules.")], nlp=nlp)
    labels = {e.label for e in found.entities if e.type == "concept"}
    assert "rule" in labels and not {"Harbour Day rule", "Day rule"} & labels


def test_a_thing_is_called_with_what_it_is_of(nlp: Language) -> None:
    text = "The decline of bees worries Jane Hale. Nobody expected the decline."
    (found,) = annotate([Document("note", text)], nlp)
    assert "decline of bees" in [e.label for e in found.entities]


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("The Nordic Bank provides a loan of €250 million.", "loan of €250 million"),
        ("Larvik has a population of 3,100.", "3,100"),
        ("Ann Lind discovered 43 species of alpine moss.", "43 species of alpine moss"),
    ],
)
def test_how_much_is_kept(nlp: Language, text: str, right: str) -> None:
    assert right in {statement.split(" | ")[2] for statement in stated(nlp, text)}
