"""What biographies tell: whose child one is, where one was born, what one was given."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language

from kgx.annotate.run import annotate
from kgx.types import Document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ida Lind was born in Oslo, the daughter of Karl Lind, a baker.",
            "Karl Lind | child | Ida Lind",
        ),
        (
            "Ida Lind was born in Oslo in 1901, the second daughter of the painter Karl Lind.",
            "Karl Lind | child | Ida Lind",
        ),
        (
            "Ida Lind was born in Oslo, the youngest of four children of Karl Lind.",
            "Karl Lind | child | Ida Lind",
        ),
        (
            "Ida Lind was born in Oslo, the daughter of Karl Lind, a baker, and his wife Bodil.",
            "Bodil | child | Ida Lind",
        ),
        (
            "Ida Lind, the daughter of Karl Lind and Bodil Moe, is a judge.",
            "Bodil Moe | child | Ida Lind",
        ),
        (
            "Axel Lind, the son of Karl Lind by his wife Ida Berg, was born in Oslo.",
            "Ida Berg | spouse | Karl Lind",
        ),
        (
            "Ida Lind was born in Lund, Sweden, raised in Oslo and studied law at Lund University.",
            "Ida Lind | educatedAt | Lund University",
        ),
        ("Ida Lind is a Swedish-born British painter.", "Ida Lind | birthPlace | Sweden"),
        ("Ida Lind holds Swedish nationality.", "Ida Lind | citizenship | Sweden"),
        ("Ida Lind joined Orbis Inc as a chemist.", "Ida Lind | occupation | chemist"),
        ("Ida Lind was awarded the Hale Medal in 1990.", "Ida Lind | award | Hale Medal"),
        ("Ida Lind was appointed CBE in 1990.", "Ida Lind | award | CBE"),
        ("Ida Lind was one of Norway's best-known painters.", "Ida Lind | occupation | painter"),
        ("Ida Lind was the most admired painter in Oslo.", "Ida Lind | occupation | painter"),
        (
            "Matilda was the daughter of Karl I of Norland and the mother of Karl II.",
            "Karl II | mother | Matilda",
        ),
        (
            "Ida Lind worked as an assistant at the Royal Museum.",
            "Ida Lind | employer | Royal Museum",
        ),
        (
            "Ida Lind found a moth. The moth Lindia is named after her.",
            "Lindia | namedAfter | Ida Lind",
        ),
    ],
)
def test_what_a_life_tells(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Ida Lind is a Swedish-born British painter.", "Ida Lind | citizenship | Sweden"),
        (
            "Ida Lind was born in Oslo, the daughter of Karl Lind, a baker, and his wife Bodil.",
            "Ida Lind | born-in | Bodil",
        ),
        ("Karl Lind married Bodil, née Moe, in Oslo.", "Bodil | instanceOf | Moe"),
        ("Orbis Inc, Norway's largest maker of engines, grew.", "Orbis Inc | maker-of | Norway"),
        ("Ann Lind congratulated Bo Moe by telephone.", "Bo Moe | congratulated-by | telephone"),
        ("Ida Lind was born Ida Moe in Oslo.", "Ida Lind | alsoCalled | Ida Lind"),
        ("Helix and Norvik held 62% of Orbis.", "Helix | hold | 62% of Orbis"),
        ("Funding: Hale Trust.", "Hale Trust | instanceOf | funding"),
        ("Verdict: if it rains, buy the Orbis tent.", "verdict | buy | Orbis tent"),
        ("Windows applications require a computer.", "Windows | requires | computer"),
        ("The first winner was Ann Lind.", "Ann Lind | occupation | winner"),
        (
            "Ann Lind resigned as chief executive of Orbis Bank.",
            "Orbis Bank | chiefExecutive | Ann Lind",
        ),
        ("Avoid the Hale Mill: the road to it is closed.", "road | avoid | Hale Mill"),
        ("Orbis Inc sells tents (from 90 euros).", "tent | sold-from | 90 euros"),
        ("He saw St Olav, whose bell tower was restored.", "St Olav | instanceOf | bell tower"),
        ("Chad's largest creditor, Orbis Inc, grew.", "Orbis Inc | country | Chad"),
        ("Of the ten ships, Orbis Inc sold the Helix.", "Orbis Inc | sell-of | ten ships"),
    ],
)
def test_what_no_life_tells(nlp: Language, text: str, wrong: str) -> None:
    assert wrong not in claims(nlp, text)


def test_where_a_maker_is(nlp: Language) -> None:
    found = claims(nlp, "Orbis Inc, Norway's largest maker of engines, grew.")
    assert "Orbis Inc | country | Norway" in found


def test_a_sum_of_money_is_no_class(nlp: Language) -> None:
    text = "Profit rose to 412 million Swedish crowns, not the 380 million Swedish crowns hoped."
    assert "profit | rise-to | 412 million Swedish crowns" in claims(nlp, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ann Lind serves as managing director of Orbis.",
            "Orbis | manager | Ann Lind",
        ),
        (
            "Orbis is owned by the state (70 percent) and the Helix Fund (30 percent).",
            "Helix Fund | owns | Orbis",
        ),
        (
            "Two Liberals, Ann Lind and Bo Moe, voted with the opposition.",
            "Bo Moe | vote-with | opposition",
        ),
        (
            "The Orbis police carry less-lethal weapons.",
            "Orbis police | carry | less-lethal weapon",
        ),
        ("Orbis Inc has cut 200 jobs and closed plants in Norway.", "Orbis Inc | close | plant"),
        (
            "Orbis Inc lost 2 million euros on revenue of 9 million euros.",
            "Orbis Inc | revenue | 9 million euros",
        ),
        ("Ann Lind may open something in Lisbon.", "Ann Lind | open-in | Lisbon"),
        ("Orbis Inc, Norway's largest grocer, grew.", "Orbis Inc | country | Norway"),
        (
            "Night work is associated with type 2 diabetes.",
            "night work | associated-with | type 2 diabetes",
        ),
        ("One in five workers drives the Orbis tram.", "Orbis | driven-by | One in five workers"),
        ("Helix and Norvik, which holds 62% of Orbis, left.", "Norvik | hold | 62% of Orbis"),
        ("Orbis Inc bought the ironworks.", "Orbis Inc | buy | ironworks"),
    ],
)
def test_whole_phrases(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text)


def test_what_somebody_says_of_a_name_is_told_once(nlp: Language) -> None:
    text = "Helix Corp said it had bought Orbis Inc, an Oslo-based maker of engines."
    assert claims(nlp, text).count("Orbis Inc | headquarters | Oslo") == 1


def test_officials_without_a_name_say_so(nlp: Language) -> None:
    (found,) = annotate([Document("d", "Two officials said Orbis Inc had sold the mill.")], nlp)
    labels = {entity.id: entity.label for entity in found.entities}
    assert [labels.get(c.attributed_to or "") for c in found.claims] == ["official"]


def test_what_brackets_tell_behind_a_later_mention(nlp: Language) -> None:
    text = "The loom was made by Ida Lind. Ida Lind (1920–1987) was a weaver."
    assert "Ida Lind | birthDate | 1920" in claims(nlp, text)


def test_what_brackets_tell_below_a_heading(nlp: Language) -> None:
    text = "Ida Lind\n\nIda Lind (3 May 1920 – 2 June 1987) was a painter. She lived in Lund."
    assert {"Ida Lind | birthDate | 1920-05-03", "Ida Lind | deathDate | 1987-06-02"} <= set(
        claims(nlp, text)
    )


@pytest.mark.parametrize(
    ("text", "trade"),
    [
        ("The son of a miner and a nurse, Ivo Hale studied law.", {"miner", "nurse"}),
        ("The son of a miner, Ivo Hale was educated at Lund University.", {"miner"}),
    ],
)
def test_whose_child_opens_a_sentence(nlp: Language, text: str, trade: set[str]) -> None:
    said = (claim.split(" | ") for claim in claims(nlp, text))
    assert {parent for who, tie, parent in said if (who, tie) == ("Ivo Hale", "son-of")} == trade


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ida Lind (Lund, 3 May 1920 – Oslo, 2 June 1987) was a painter.",
            {
                "birthDate | 1920-05-03",
                "birthPlace | Lund",
                "deathDate | 1987-06-02",
                "deathPlace | Oslo",
            },
        ),
        ("Ida Lind (b. Lund, 1920) is a painter.", {"birthDate | 1920", "birthPlace | Lund"}),
        ("Ida Lind (place of birth: Lund) is a painter.", {"birthPlace | Lund"}),
        (
            "Ida Lind (* 1920 in Lund; † 1987) was a painter.",
            {"birthDate | 1920", "birthPlace | Lund", "deathDate | 1987"},
        ),
        ("Ida Lind (Lund, 1920) is a painter.", set()),
        ("Ida Lind (Lund, 1920 – Oslo, 1929) was a mayor.", set()),
        ("Ida Lind (chair, 1920 – Oslo, 1987) was a mayor.", set()),
    ],
)
def test_what_brackets_tell(nlp: Language, text: str, expected: set[str]) -> None:
    lived = ("birthDate", "birthPlace", "deathDate", "deathPlace")
    said = [claim.split(" | ", 1)[1] for claim in claims(nlp, text)]
    assert {one for one in said if one.startswith(lived)} == expected
