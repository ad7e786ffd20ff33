"""Which firm "the company" and "the start-up" are."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.claim_samples import claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        pytest.param(
            "Tarvel makes pumps. The start-up was founded by Ann Lind.",
            "Tarvel | founder | Ann Lind",
            id="a noun of a verb and a particle",
        ),
        pytest.param(
            "Tarvel raised $4 million from Merrow Ventures. The start-up was founded by Ann Lind.",
            "Tarvel | founder | Ann Lind",
            id="a fund is no start-up",
        ),
        pytest.param(
            "Orbis Foods sold a mill to the holding company Zalcop. It paid a fine. Orbis Foods "
            "was founded in 1990. It also owns farms in Peru. Kelmar Metals said it would appeal. "
            "The company employs 90 people.",
            "Kelmar Metals | numberOfEmployees | 90 people",
            id="the one that the sentence before is about",
        ),
        pytest.param(
            "Orbis Foods, a unit of Norland's Orbis, will close. Orbis employs 90 people.",
            "Orbis | numberOfEmployees | 90 people",
            id="a name that a unit shares with its parent",
        ),
        pytest.param(
            "Orbis Foods is a subsidiary of Orbis. It sold a mill.",
            "Orbis Foods | subsidiaryOf | Orbis",
            id="what a subsidiary is said to be of",
        ),
        pytest.param(
            "Orbis's Orbis Foods will close. Orbis employs 90 people.",
            "Orbis | numberOfEmployees | 90 people",
            id="a firm's own firm",
        ),
        pytest.param(
            "Zalcop agreed to buy its rival Sanfeld. It was founded by Henri Sanfeld.",
            "Zalcop | acquired | Sanfeld",
            id="a firm met before the one it is called after",
        ),
        pytest.param(
            "Shares in Corvath fell 4%. Bo Corvath, its chairman, left.",
            "Corvath | chairperson | Bo Corvath",
            id="a firm whose shares fall, and its chairman of the same name",
        ),
    ],
)
def test_the_firm_meant(nlp: Language, text: str, claim: str) -> None:
    assert claim in claims(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "Shares in Orbis Foods fell after Kelmar cut its forecast. The company "
            "employs 90 people.",
            id="a firm whose shares fell is as much in mind",
        ),
        pytest.param(
            "Orbis Foods said that Kelmar Group had broken a contract. The company employs "
            "90 people.",
            id="a name that ends with a like noun",
        ),
        pytest.param(
            "Orbis Foods sold a mill to the holding company Zalcop. A judge said so. Tarvel "
            "sued Kelmar. The company employs 90 people.",
            id="one called so long ago, where two were named since",
        ),
    ],
)
def test_two_firms_that_may_be_meant(nlp: Language, text: str) -> None:
    assert not any(c.endswith("| numberOfEmployees | 90 people") for c in claims(nlp, text))


def test_a_surname_before_a_name_in_full_is_the_person(nlp: Language) -> None:
    text = "Police arrested Corvath in May. Ida Corvath is a banker."
    assert "police | arrest | Ida Corvath" in claims(nlp, text)
