"""What careful readers would not take a text to say: text, then what must (not) be stated."""

from __future__ import annotations

import pytest
from claim_samples import stated
from spacy.language import Language

from kgx.annotate.run import annotate
from kgx.types import Document


@pytest.mark.parametrize(
    "text",
    [
        "Ecolo is a French-speaking party in Belgium.",
        "Orbis Inc is a French-owned carmaker in Sweden.",
        "The Lund Post is a French-style tabloid.",
        "Ada Lind is a French-trained lawyer in Oslo.",
    ],
)
def test_a_nationality_behind_which_a_hyphen_stands_is_another_s(nlp: Language, text: str) -> None:
    assert not [c for c in stated(nlp, text) if c.endswith("| country | France")]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Norvik Inc turned the mill into a hotel.", {"mill | turned-into | hotel"}),
        ("Tom Berg talked Ida Lind into joining Orbis.", {"Ida Lind | memberOf | Orbis"}),
        ("Norvik Inc proved Tom Berg wrong.", set()),
        ("The business shut. Ida Lind ran the business.", {"Ida Lind | run | business"}),
        ("Tom Berg talked Ida Lind out of leaving Orbis.", {"Ida Lind | left | Orbis"}),
        ("Tom Berg made money out of leaving Orbis.", {"Tom Berg | left | Orbis"}),
        (
            "With Ida Lind as its head, Orbis sold the mill.",
            {"Orbis | leader | Ida Lind", "Ida Lind | position | head", "Orbis | sells | mill"},
        ),
    ],
)
def test_no_more_than_this(nlp: Language, text: str, claims: set[str]) -> None:
    assert {*stated(nlp, text)} == claims


@pytest.mark.parametrize(
    "text",
    [
        "They asked whether Tom Berg would remain chair of Norvik.",
        "Tom Berg may remain chair of Norvik.",
        "If Tom Berg remains chair of Norvik, the mill will close.",
    ],
)
def test_who_may_remain_something_is_it(nlp: Language, text: str) -> None:
    assert stated(nlp, text)["Norvik | chairperson | Tom Berg"] == "asserted"


@pytest.mark.parametrize(
    "text",
    [
        "Tom Berg led FC Norvik with 20 goals.",
        "Tom Berg led the Norvik League in scoring in 2010.",
        "Norway leads the European Union in salmon exports.",
    ],
)
def test_who_is_ahead_in_something_is_no_leader(nlp: Language, text: str) -> None:
    assert not [c for c in stated(nlp, text) if "| leader |" in c]


@pytest.mark.parametrize(
    "text",
    [
        "In many indigenous cultures, tattoos were used as symbols.",
        "The chalk is used in schools.",
        "Iodised salt is used in bread.",
    ],
)
def test_where_something_is_used_is_not_what_for(nlp: Language, text: str) -> None:
    assert not [c for c in stated(nlp, text) if "| usedFor |" in c]
    assert "chalk | usedFor | ritual" in stated(nlp, "The chalk is used in rituals.")


@pytest.mark.parametrize(
    "text",
    [
        "Orbis Foods adopted Linux in 2010.",
        "The company passed Orbis Foods as the top seller of tea.",
        "Orbis Bank adopted a new strategy.",
    ],
)
def test_what_is_adopted_or_passed_is_approved_only_where_it_is_a_rule(
    nlp: Language, text: str
) -> None:
    assert not [c for c in stated(nlp, text) if "| approved |" in c]
    assert "Riksdag | approved | Water Act" in stated(nlp, "The Riksdag passed the Water Act.")


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Jane Hale was sentenced to six years in prison.",
            "Jane Hale | sentencedTo | six years in prison",
        ),
        ("Jane Hale was jailed for six years for theft.", "Jane Hale | convictedOf | theft"),
        ("Jane Hale pleaded guilty to theft.", "Jane Hale | convictedOf | theft"),
        ("Jane Hale was found guilty of theft.", "Jane Hale | convictedOf | theft"),
        ("Jane Hale praised Bo Lind for saving a boat.", "Bo Lind | save | boat"),
        ("Analyst Bo Lind at Norvik Bank agreed.", "Bo Lind | employer | Norvik Bank"),
        ("Lawyer Bo Lind at Norvik Bank, who has a dog, agreed.", "Bo Lind | have | dog"),
        (
            "They win, as founder and chief executive Jane Hale put it.",
            "Jane Hale | occupation | founder",
        ),
        ("Norvik is owned by the Danish investor Jane Hale.", "Jane Hale | occupation | investor"),
        (
            "Jane Hale slept as Norvik United beat Lyon 3-1.",
            "Norvik United | defeated | Lyon",
        ),
        ("Pottery is not just a hobby.", "pottery | kindOf | hobby"),
        ("Jane Hale lived in Hay-on-Wye, a town.", "Jane Hale | residence | Hay-on-Wye"),
        ("Jane Hale-Lind left. Jane Hale was born in Oslo.", "Jane Hale-Lind | birthPlace | Oslo"),
        ("Jane Hale-Lind left. Hale-Lind was born in Oslo.", "Jane Hale-Lind | birthPlace | Oslo"),
        (
            "Jane Hale became the first woman to win a Norvik Medal.",
            "Jane Hale | award | Norvik Medal",
        ),
        (
            "Bo Lind left. She is a daughter of Ole Hale and his wife, Mary.",
            "Mary | spouse | Ole Hale",
        ),
        (
            "Jane Hale met Bo Lind.\n\nBo Lind: Why?\n\nJH: I founded Norvik Bank.",
            "Norvik Bank | founder | Jane Hale",
        ),
        ("Orbis left, and guests invited from Lyon found gold.", "guest | find | gold"),
        (
            "Bo Lind scored to give Norvik United a victory over Lyon City.",
            "Norvik United | defeated | Lyon City",
        ),
        ("She votes in Tartu, Estonia's second city.", "Tartu | country | Estonia"),
    ],
)
def test_it_is_said(nlp: Language, text: str, right: str) -> None:
    assert right in stated(nlp, text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The legend of Norvik is old.", "countryOfOrigin"),
        ("It flies to Lyon, Turin, and Porto.", "locatedIn"),
        ("The A380, known for many years as the A3XX, is large.", "knownFor"),
        ("The busiest route is Turin–Porto.", "locatedIn"),
        ("Jane Hale saw the K2 hardware.", "instanceOf"),
        ("Wild boars roam mainland Denmark.", "instanceOf"),
        ("Skilled magicians include a dove in their acts.", "hasPart"),
        ("They met at Ferry Road, the highest attendance of the year.", "instanceOf"),
        ("Individuals incorporate gestures into talks.", "hasPart"),
        ("Norvik Bank closed. They said it was the fan.", "instanceOf"),
        ("Norvik Bank is the successor to a mill.", "instanceOf"),
        ("She bought Orbis OS, version 10.", "instanceOf"),
        ("Jane Hale, a daughter of farmers, left.", "occupation"),
        ("Jane Hale received a grant from Leeds University.", "educatedAt"),
        ("Jane Hale received an honorary degree from Leeds University.", "receive-degree-from"),
        ("Ida opened at the Galerie Vest in 1958.", "openingDate"),
        ("The Orla forms the border of Peru.", "creates"),
        ("The island's highest point is Mount Kell.", "instanceOf"),
        ("Speakers include Ann Lind.", "hasPart"),
        ("Norvik is a town on the Ilsa.", "locatedIn"),
        ("Ivo Hale is Orbis United's player of the year.", "employer"),
        ("The plant turns carbon dioxide into glucose and oxygen.", "turn-into-glucose"),
        ("A flood hit the citadel, a Norwegian Heritage Site.", "instanceOf"),
        ("Ann Lind transferred money from Orbis Bank to Helix Bank.", "left"),
        ("Ann Lind was transferred to Helix Bank.", "playsFor"),
        ("The Rural Alliance was joined by the Norvik Party in the vote.", "memberOf"),
        ("Ann Lind headed in a corner by Karl Moen.", "head"),
    ],
)
def test_it_is_not_said(nlp: Language, text: str, wrong: str) -> None:
    assert not [s for s in stated(nlp, text) if f"| {wrong} |" in s]


@pytest.mark.parametrize(
    ("text", "statement", "modality"),
    [
        ("We should have a ship built by Norvik Shipping.", "| makes | ship", "possible"),
        ("Jane Hale would often visit Denmark.", "Jane Hale | visited | Denmark", "asserted"),
        ("Jane Hale will retire and be replaced by Bo Lind.", "| replaces | Jane Hale", "planned"),
        ("Jane Hale has not ruled out selling a mill.", "Jane Hale | sells | mill", "possible"),
        ("Jane Hale would visit Denmark.", "Jane Hale | visited | Denmark", "conditional"),
    ],
)
def test_standing(nlp: Language, text: str, statement: str, modality: str) -> None:
    assert [m for s, m in stated(nlp, text).items() if s.endswith(statement)] == [modality]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (
            "We ate at Café Ripan, whose owner, Maja Lind, once cooked for the king.",
            "Maja Lind | owns | Café Ripan",
            "Maja Lind | cook | Café Ripan",
        ),
        (
            "Tomás Rivera, a chemist at the University of Oslo who was involved in the work, left.",
            "Tomás Rivera | involved-in | work",
            "University of Oslo | involved-in | work",
        ),
        (
            "The Orbis Museum holds the largest collection of drums in Norway.",
            "Orbis Museum | hold | collection of drums",
            "Orbis Museum | hold-in | Norway",
        ),
    ],
)
def test_who_and_where(nlp: Language, text: str, right: str, wrong: str) -> None:
    found = stated(nlp, text)
    assert right in found and wrong not in found


@pytest.mark.parametrize(
    ("text", "right"),
    [
        (
            "Ann Lind is survived by a son, Carl Lind, and a sister, Ida Berg.",
            {"Ann Lind | child | Carl Lind", "Ida Berg | sibling | Ann Lind"},
        ),
        (
            "Ann Lind died. A son from her first marriage, Carl, survives her.",
            {"Ann Lind | child | Carl"},
        ),
        ("Ann Lind died. A son, Carl, and a cousin survive her.", {"Ann Lind | child | Carl"}),
        ("Ann Lind had a brother, Carl Lind.", {"Carl Lind | sibling | Ann Lind"}),
        ("Ann Lind met a brother, Carl Lind.", set()),
    ],
)
def test_kin(nlp: Language, text: str, right: set[str]) -> None:
    kin = ("child", "sibling", "spouse")
    assert {s for s in stated(nlp, text) if s.split(" | ")[1] in kin} == right


def test_a_class_that_is_told_of_stands_for_its_kind(nlp: Language) -> None:
    found = stated(nlp, "Music is a tool that influences emotions.")
    assert "music | influences | emotion" in found


def test_shares_are_things(nlp: Language) -> None:
    found = stated(nlp, "Shares in Orbis Ltd fell to 45 euros.")
    assert any(s.startswith("share in Orbis") and s.endswith("| fall-to | 45 euros") for s in found)


def test_time_of_a_former_amount(nlp: Language) -> None:
    text = "The income of Orbis Ltd rose to 8 million dollars, from 7 million dollars in 2021."
    (found,) = annotate([Document("note", text)], nlp)
    assert found.claims
    assert not any(claim.time for claim in found.claims)


def test_sale_that_is_approved_is_yet_to_be(nlp: Language) -> None:
    (found,) = annotate(
        [Document("note", "Chile approved the sale of Orbis Ltd to Helix Ltd.")], nlp
    )
    (sold,) = (c for c in found.claims if c.predicate.endswith("/acquired"))
    assert sold.modality == "planned"


def test_a_text_may_end_in_a_name(nlp: Language) -> None:
    assert stated(nlp, "The mill is Peruvian") == {"mill | country | Peru": "asserted"}


def test_a_name_that_ends_in_a_number_is_a_subject(nlp: Language) -> None:
    found = stated(nlp, "The Boeing 737-800 has a good safety record, said Tom Hale.")
    assert "Boeing 737-800 | have | safety record" in found


def test_an_envoy_for_a_land_stands_for_who_sent_them(nlp: Language) -> None:
    told = stated(nlp, "Ann Lind, the UN envoy for Peru, left.")
    assert [c for c in told if "| represents |" in c] == ["Ann Lind | represents | UN"]
