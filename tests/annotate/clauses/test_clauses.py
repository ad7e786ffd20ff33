"""Clauses: sentence → subject | relation | arguments, as the rules read them."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.grammar.parts import Clause, ClauseKind, Phrase


def words(doc: Doc, tokens: tuple[int, ...]) -> str:
    return " ".join(doc[t].text for t in tokens)


def spell(doc: Doc, clause: Clause) -> str:
    def part(p: Phrase) -> str:
        return f"{words(doc, p.marker)} {words(doc, p.tokens)}".strip()

    parts = [part(clause.subject), words(doc, clause.relation), *map(part, clause.arguments)]
    return " | ".join(parts)


def clauses(nlp: Language, text: str, *kinds: ClauseKind) -> list[str]:
    doc = nlp(text)
    return [spell(doc, c) for c in doc._.kgx_clauses if c.kind in kinds]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council approved the bridge.", ["The council | approved | the bridge"]),
        (
            "Anna Berg and Tom Hale founded Lumen in Oslo.",
            ["Anna Berg | founded | Lumen | in Oslo", "Tom Hale | founded | Lumen | in Oslo"],
        ),
        (
            "State-of-the-art labs opened in Oslo.",
            ["State - of - the - art labs | opened in | Oslo"],
        ),
        ("Velor makes vans and buses.", ["Velor | makes | vans", "Velor | makes | buses"]),
        (
            "Orbis was acquired by Helix in 2019.",
            ["Orbis | was acquired by | Helix | in 2019"],
        ),
        (
            "Marta Lind, who founded Orbis, plans to retire.",
            [
                "Marta Lind | founded | Orbis",
                "Marta Lind | plans | to retire",
                "Marta Lind | plans to retire",
            ],
        ),
        (
            "The engine that Brazil bought was made in Izmir.",
            ["Brazil | bought | The engine", "The engine | was made in | Izmir"],
        ),
        (
            "Helix showed a phone capable of playing films.",
            ["Helix | showed | a phone capable of playing films", "a phone | playing | films"],
        ),
        (
            "Helix took measures to cut costs.",
            ["Helix | took | measures", "Helix | to cut | costs"],
        ),
        ("There were 300 guests.", ["There | were | 300 guests"]),
        ("It feels good to win the cup.", ["It | feels | good"]),
        (
            "The decision of Norvik to sell the mill shocked Lund.",
            [
                "Norvik | to sell | the mill",
                "The decision of Norvik to sell the mill | shocked | Lund",
            ],
        ),
        ("There are now two mills.", ["There | are | two mills | now"]),
        ("Anna saw why it sank.", ["Anna | saw | why it sank", "it | sank"]),
        ("They look forward to the trial.", ["They | look forward to | the trial"]),
        (
            "The deal will see vans delivered to Lund.",
            ["The deal | will see | vans delivered to Lund", "vans | delivered to | Lund"],
        ),
        (
            "Sales fell to the point that the mill closed.",
            ["Sales | fell to | the point", "the mill | closed"],
        ),
        (
            "The firm is likely to enter the market.",
            ["The firm | is likely to enter | the market"],
        ),
        (
            "The union urged the company to raise wages.",
            ["The union | urged | the company | to raise wages", "the company | to raise | wages"],
        ),
        (
            "The bank lent the company 20 million euros.",
            ["The bank | lent | 20 million euros | the company"],
        ),
        (
            "The drug, developed by Novagen, reduces pain.",
            ["The drug | developed by | Novagen", "The drug | reduces | pain"],
        ),
        (
            "The company has been working on batteries since 2012.",
            ["The company | has been working on | batteries | since 2012"],
        ),
        ("Rain fell in addition to snow.", ["Rain | fell in addition to | snow"]),
        ("Keeping bees is a hobby.", ["Keeping bees | is | a hobby"]),
        ("The new rules made travel cheaper.", ["The new rules | made | travel | cheaper"]),
        ("He called her a liar.", ["He | called | her | a liar"]),
        ("Hale or Berg founded Orbis.", ["Hale or Berg | founded | Orbis"]),
        (
            "It lies between Lund and Ystad in Sweden.",
            ["It | lies between | Lund and Ystad in Sweden"],
        ),
        ("They follow a plan (the Lund plan).", ["They | follow | a plan"]),
        (
            "One user made a comment: analysts have pointed to flaws.",
            ["One user | made | a comment", "analysts | have pointed to | flaws"],
        ),
        (
            "The army chose Lund based Norvik.",
            ["The army | chose | Lund based Norvik"],
        ),
        ("The race takes place in Lund.", ["The race | takes place in | Lund"]),
        ("It has taken years to build the dam.", ["It | has taken | years"]),
        ("The line runs non-stop to Lund.", ["The line | runs | non - stop | to Lund"]),
        ("He taught from 1970 to 1985.", ["He | taught | from 1970 | to 1985"]),
        ("The mayor died suddenly.", ["The mayor | died | suddenly"]),
        (
            "She left because the mill had closed.",
            ["She | left | because the mill had closed", "the mill | had closed"],
        ),
        (
            "The bridge was built in 1902 and widened by Orbis.",
            ["The bridge | was built | in 1902", "The bridge | was widened by | Orbis"],
        ),
        (
            "Ms. Lind figures she will need a boat.",
            ["Ms. Lind | figures | she will need a boat", "she | will need | a boat"],
        ),
        (
            "According to the Times, an internal memo at Orbis showed a loss.",
            ["an internal memo at Orbis | showed | a loss"],
        ),
        (
            "Orbis manufactured solar modules using a thin film process.",
            [
                "Orbis | manufactured | solar modules using a thin film process",
                "Orbis | using | a thin film process",
            ],
        ),
        (
            "The shop raised its price to 7 euros to match the rivals.",
            ["The shop | raised | its price | to 7 euros", "The shop | to match | the rivals"],
        ),
        (
            "The planes come from the 737-800 range.",
            ["The planes | come from | the 737 - 800 range"],
        ),
        (
            "The phone comes pre-loaded with the software.",
            ["The phone | comes | pre - loaded with the software"],
        ),
        (
            "The Atlas and the Delta are two types of rocket.",
            ["The Atlas and the Delta | are | two types of rocket"],
        ),
        (
            "She recalled her marriage to Moen and her work in Lund.",
            ["She | recalled | her marriage to Moen", "She | recalled | her work in Lund"],
        ),
        (
            "The law forced users to pay for water.",
            ["The law | forced | users | to pay for water", "users | to pay for | water"],
        ),
        ("The road is named in his honour.", ["The road | is named in | his honour"]),
        ("New features are built in, including a lamp.", ["New features | are built in"]),
        ("May is the best time to visit Lund.", ["May | is | the best time"]),
        ("As reported in May, the mill closed.", ["the mill | closed"]),
        (
            "It is vital to sell the port.",
            ["It | is | vital to sell the port", "the port | vital to sell"],
        ),
        (
            "It broke every time the nurse used it.",
            ["It | broke | every time the nurse used it", "the nurse | used | it"],
        ),
        (
            "It supports our strategy to increase sales.",
            ["It | supports | our strategy", "our | to increase | sales"],
        ),
    ],
)
def test_verbs_bear_clauses(nlp: Language, text: str, expected: list[str]) -> None:
    assert clauses(nlp, text, "verb", "copula") == expected


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (
            "Lars Holm, chief executive of Norvik, resigned.",
            "apposition",
            ["Lars Holm |  | chief executive of Norvik"],
        ),
        ("Helix's acquisition of Orbis failed.", "nominal", ["Helix | acquisition | of Orbis"]),
        (
            "The purchase of Orbis by Helix was announced.",
            "nominal",
            ["Helix | purchase | of Orbis"],
        ),
        (
            "Norvik signed a contract with Siemens.",
            "nominal",
            ["Norvik | contract | with Siemens"],
        ),
        ("The shop offers the Mill, new games, and other goods.", "apposition", []),
        ("They use a new method (Hale, 2010).", "apposition", []),
        ("The makers sell vans, a new bus, and boats.", "apposition", []),
        ("The loss of the mill and the barn hurt.", "nominal", ["the mill | loss"]),
        ("Orbis's protest was loud.", "nominal", ["Orbis | protest"]),
        ("The arrival of the ferry was late.", "nominal", ["the ferry | arrival"]),
        (
            "He spoke of the sales deal with Peru for Norvik's ferry.",
            "nominal",
            ["Norvik | sales deal | with Peru | for Norvik 's ferry"],
        ),
        ("The dispute between Orbis and Helix ended.", "nominal", ["Orbis and Helix | dispute"]),
        ("Helix has filed a lawsuit.", "nominal", ["Helix | lawsuit"]),
        ("Helix received criticism.", "nominal", ["Helix | criticism"]),
        ("Helix rejected the proposal.", "nominal", []),
        ("Marta Lind said in a statement that it rained.", "nominal", ["Marta Lind | statement"]),
        ("Marta Lind died on a visit to Lund.", "nominal", ["Marta Lind | visit | to Lund"]),
        ("The plant is under construction.", "nominal", ["The plant | construction"]),
        ("The attack on Lund began at dawn.", "nominal", ["Lund | attack"]),
        ("They showed their applications.", "nominal", []),
        ("Helix has received five orders.", "nominal", []),
        (
            "Tom Hale, formerly an Orbis manager, left.",
            "apposition",
            ["Tom Hale |  | formerly an Orbis manager"],
        ),
        ("The ferry sailed 50 miles (80 km).", "apposition", []),
        ("It runs on a computer (Mac and Windows).", "apposition", []),
        ("Apples, pears; plums: 3 kg, 4 kg.", "apposition", []),
        (
            "Many firms, including Orbis and Helix, closed.",
            "inclusion",
            ["Many firms | including | Orbis", "Many firms | including | Helix"],
        ),
        (
            "Three ferries sank, including the Aurora.",
            "inclusion",
            ["Three ferries | including | the Aurora"],
        ),
        (
            "She sells fruits such as apples.",
            "inclusion",
            ["fruits | such as | apples"],
        ),
        (
            "One of its engineers, Ann Lind, left the firm.",
            "apposition",
            ["Ann Lind |  | One of its engineers"],
        ),
        (
            "The prize went to Peter Lind, Deputy Secretary of the Treasury.",
            "apposition",
            ["Peter Lind |  | Deputy Secretary of the Treasury"],
        ),
        ("Lind, a Republican, won the seat.", "apposition", ["Lind |  | a Republican"]),
        ("The price, including the tax, rose.", "inclusion", []),
        ("In response to critics, Helix closed the mill.", "nominal", []),
        ("Helix showed iPhone owners a case.", "role", []),
        ("The method of tides (Hale et al., 2011) works.", "apposition", []),
        ("The weather was fine.", "nominal", []),
        ("Trade between Norvik and Lund-based Orbis fell.", "role", ["Orbis |  | Lund - based"]),
        ("Orbis announced new orders from Helix.", "nominal", ["Helix | orders"]),
        ("Norvik won an order for ten ships.", "nominal", ["ten ships | order"]),
        (
            "Sales of ferries fell after a drop in exports.",
            "nominal",
            ["ferries | Sales", "exports | drop"],
        ),
    ],
)
def test_nouns_bear_clauses(
    nlp: Language, text: str, kind: ClauseKind, expected: list[str]
) -> None:
    assert clauses(nlp, text, kind) == expected


def test_long_list_is_not_multiplied(nlp: Language) -> None:
    names = ", ".join(f"plum number {i}" for i in range(40))
    found = clauses(nlp, f"The farm sells {names} and cherries.", "verb")
    assert len(found) <= 2


def test_no_words_no_clauses(nlp: Language) -> None:
    assert clauses(nlp, "", "verb") == []
    assert clauses(nlp, "Results at a glance", "verb") == []
