"""Names that are one: in short, in full, as initials."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.coreference.aliases import cluster_names
from tests.mention_samples import mentions_of, resolve


@pytest.mark.parametrize(
    ("text", "label", "expected"),
    [
        pytest.param(
            "HMS Royal Linnet was laid down in 1910. In 1914 Royal Linnet took part in the war.",
            "HMS Royal Linnet",
            ["HMS Royal Linnet", "Royal Linnet"],
            id="a ship by its bare name",
        ),
        pytest.param(
            "Torvald Brekkan opened the shop. Brekkan was late, but he smiled.",
            "Torvald Brekkan",
            ["Torvald Brekkan", "Brekkan", "he"],
            id="surname",
        ),
        pytest.param(
            "John Lund, 2nd Earl of Tverrvik, died in 1870. The Earl of Tverrvik had no son.",
            "John Lund",
            ["John Lund", "2nd Earl of Tverrvik", "Earl of Tverrvik"],
            id="a rank beside the name",
        ),
        pytest.param(
            "Emil Cole died in Lund. His mother, Jane Cole, sued. Ms Cole won.",
            "Jane Cole",
            ["Jane Cole", "Cole"],
            id="a surname after the title of one of two",
        ),
        pytest.param(
            "He is to meet Vice-President Hsiao Bi-khim in Oslo on Friday.",
            "Hsiao Bi-khim",
            ["Hsiao Bi-khim"],
            id="a given name that parsers lose",
        ),
        pytest.param(
            "Storm Ingrid left 200 homes dark. Ingrid is the ninth storm of the year.",
            "Storm Ingrid",
            ["Storm Ingrid", "Ingrid"],
            id="a storm by its name alone",
        ),
        pytest.param(
            "The F-35 flew first. Two F-35s landed.", "F-35", ["F-35", "F-35s"], id="plural"
        ),
        pytest.param(
            "Orbis ordered five Boeing 737s.", "Boeing 737", ["Boeing 737s"], id="plural alone"
        ),
        pytest.param(
            "They live in the coastal city of Izmir.",
            "Izmir",
            ["the coastal city of Izmir", "Izmir"],
            id="city of X",
        ),
        pytest.param(
            "The parish of Orlo is long and thin.",
            "Orlo",
            ["The parish of Orlo", "Orlo"],
            id="parish of X",
        ),
        pytest.param(
            "Holm Lines A/S owns a ferry. Holm Lines hired Ann Lind.",
            "Holm Lines",
            ["Holm Lines A/S", "Holm Lines"],
            id="legal form",
        ),
        pytest.param(
            "Ottilie Marchbanks made bowls. Born Ottilie Kahn in Vienna, she moved to Hull.",
            "Ottilie Marchbanks",
            ["Ottilie Marchbanks", "Ottilie Kahn", "she"],
            id="born",
        ),
        pytest.param(
            "Ann Lind met Eva Holm in Oslo on Monday, and Lind paid her.",
            "Ann Lind",
            ["Ann Lind", "Lind"],
            id="object is not subject",
        ),
        pytest.param(
            "The Front for Harbour Reform (FHR) won. FHR took nine seats.",
            "Front for Harbour Reform",
            ["Front for Harbour Reform", "FHR", "FHR"],
            id="acronym in brackets",
        ),
        pytest.param(
            "Peter Vane, better known as Toby Rask, sang. Rask was late.",
            "Peter Vane",
            ["Peter Vane", "Toby Rask", "Rask"],
            id="better known as",
        ),
        pytest.param(
            "Trade grew in Izmir. The Izmir area has nine ports.",
            "Izmir",
            ["Izmir", "Izmir"],
            id="an area around a place",
        ),
        pytest.param(
            "Mr Salo and Mrs Salo sold a house. Mrs Salo moved to Spain.",
            "Mrs Salo",
            ["Salo", "Salo"],
            id="Mr and Mrs of one name",
        ),
        pytest.param(
            "Orders doubled, the chair of Danish firm the Holm Group told reporters.",
            "Holm Group",
            ["Danish firm", "Holm Group"],
            id="a noun right before the name",
        ),
        pytest.param(
            "The 717 program ended in May. Workers moved to the C-18 program.",
            "717 program",
            [],
            id="another designation",
        ),
        pytest.param(
            "Lumba Island is dry. A ferry serves the island of Lumba.",
            "Lumba Island",
            ["Lumba Island", "the island of Lumba", "Lumba"],
            id="the island of X is X Island",
        ),
        pytest.param(
            "Ann Lind left the Central Institute of River Motors in May. CIRM leads some programs.",
            "Central Institute of River Motors",
            ["Central Institute of River Motors", "CIRM"],
            id="initials that were not introduced",
        ),
        pytest.param(
            "The University of Tverrvik opened in 1866. The University has ten schools.",
            "University of Tverrvik",
            ["University of Tverrvik", "University"],
            id="name that recalls a longer one",
        ),
        pytest.param(
            "The Spanish–American War began in 1898. He fought in the Filipino-American war, too.",
            "Spanish–American War",
            ["Spanish–American War"],
            id="two peoples tell a war",
        ),
        pytest.param(
            "Oslo is the capital city of Norway.", "Norway", ["Norway"], id="capital of a country"
        ),
    ],
)
def test_mentions(nlp: Language, text: str, label: str, expected: list[str]) -> None:
    assert mentions_of(resolve(nlp, text), label) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Ann Lind/person", "Lind/person"], [0, 0]),
        (["Lind/person", "Ann Lind/person"], [1, 1]),
        (["Ann Lind/person", "Eva Lind/person", "Ann Lind/person", "Lind/person"], [0, 1, 0, 0]),
        (["European Space Agency/organization", "ESA/organization"], [0, 0]),
        (["Porto St-Marc/organization", "PSM/organization"], [0, 0]),
        (["Bayern Munich/organization", "Bayern/organization"], [0, 0]),
        (["Orbis Munich/organization", "Orbis/organization"], [0, 1]),
        (["Calder Lines Ltd/organization", "Calder/organization"], [0, 0]),
        (["Holm Bank/organization", "Holm Lines/organization", "Holm/organization"], [0, 1, 2]),
        (["Holm Lines A / S/organization", "Holm Lines/organization"], [0, 0]),
        (["Holm/organization", "Holm Commercial Ferries/organization"], [0, 1]),
        (["U.S. Navy/organization", "US Navy/organization"], [0, 0]),
        (["United States Navy/organization", "U.S. Navy/organization"], [0, 0]),
        (["Cyclone Dara/event", "Dara/event"], [0, 0]),
        (["2012 Summer Harbour Games/event", "2012 Harbour Games/event"], [0, 0]),
        (["2012 Winter Olympic Games/event", "2012 Olympics/event"], [0, 0]),
        (["2012 Olympics/event", "2014 Olympics/event"], [0, 1]),
        (["Aldric/person", "Aldric I/person"], [0, 0]),
        (["Aldric I/person", "Aldric II/person"], [0, 1]),
        (["Orbis/organization", "Orbis Computer/organization"], [1, 1]),
        (["Food Board of Elm and Norr/law", "Food Board Elm Norr/law"], [0, 0]),
        (["K2 Max/product", "K2/product"], [0, 1]),
        (["Orbis Pictures/organization", "Orbis/organization"], [0, 1]),
        (["Orbis Norway/organization", "Orbis/organization"], [0, 1]),
        (["Vane University Press/organization", "Vane University/organization"], [0, 1]),
        (["Orbis/organization", "Orbis Group/organization"], [1, 1]),
        (["Harbour Rescue School/facility", "HRS/organization"], [0, 0]),
        (["J. R. Brekkan/person", "John Robert Brekkan/person"], [1, 1]),
        (["John Robert Brekkan/person", "John R. Brekkan/person"], [0, 0]),
        (["Ann Lind/person", "Eva Lind/person"], [0, 1]),
        (["Ann Lind/person", "PC Lind/person"], [0, 0]),
        (["Ann Lind/person", "Eva Lind/person", "PC Lind/person"], [0, 1, 2]),
        (["Boeing Kite/product", "Kite/product"], [0, 0]),
        (["787 Kite/product", "Kite/product"], [0, 0]),
        (["Ilse van der Meer/person", "Van der Meer/person"], [0, 0]),
        (["Karim al-Basri/person", "Basri/person"], [0, 0]),
        (["iPod Nova/product", "Nova/product", "iPod/product"], [0, 0, 2]),
        (["Mac OS X Lynx/product", "OS X Lynx/product", "Lynx/product"], [0, 0, 0]),
        (["European Water Board/organization", "European/organization"], [0, 1]),
        (["Turkey/place", "Türkiye/place"], [0, 0]),
        (["Lind/person", "Lind/organization"], [0, 1]),
    ],
)
def test_aliases(names: list[str], expected: list[int]) -> None:
    given_names = [(tuple(n.rsplit("/", 1)[0].split()), n.rsplit("/", 1)[1]) for n in names]
    assert cluster_names(given_names) == expected


def test_a_town_is_called_as_it_is_written_small(nlp: Language) -> None:
    doc = nlp("TARN, Norway, 14 May – The mill in Tarn closed. Tarn is a town.")
    labels = {e.label for e in doc._.kgx_entities.values()}
    assert "Tarn" in labels and "TARN" not in labels


def test_a_saying_is_not_shortened() -> None:
    names = (("Back", "to", "the", "Kite"), "other"), (("Kite",), "other")
    assert cluster_names(names) == [0, 1]


def test_a_town_in_capitals_shortens_no_court() -> None:
    names = (("LEEDS",), "place"), (("Leeds", "Crown", "Court"), "organization")
    assert cluster_names(names) == [0, 1]
    names = (("TARNBY",), "place"), (("Tarnby", "University"), "organization")
    assert cluster_names(names) == [0, 1]
    names = (("TARNBY",), "place"), (("Tarnby",), "place"), (("Tarnby", "Fair"), "event")
    assert cluster_names(names) == [0, 0, 2]


@pytest.mark.parametrize(
    ("text", "name", "full"),
    [
        ("Orbis Homes grew. Orbis sold it. Tom Orbis left.", "Orbis", "Orbis Homes"),
        ("Tom Orbis left. Orbis Homes grew. Orbis sings.", "Orbis", "Tom Orbis"),
        (
            "The carmaker Velden has a car, the Velden Iris. The Iris is fast.",
            "Iris",
            "Velden Iris",
        ),
        ("Tom Orbis left. Orbis Homes grew. Orbis employs 60 people.", "Orbis", "Orbis Homes"),
        (
            "Banco Orbis grew. Orbis moved to Hull. Tom Orbis left.",
            "Orbis",
            "Banco Orbis",
        ),
        (
            "Banco Orbis grew. Tom Orbis left. Orbis sings.",
            "Orbis",
            "Tom Orbis",
        ),
    ],
)
def test_a_bare_name_is_of_a_firm_or_of_somebody(
    nlp: Language, text: str, name: str, full: str
) -> None:
    doc = resolve(nlp, text)
    alone = [m for m in doc._.kgx_mentions if doc[m.start : m.end].text == name]
    assert [doc._.kgx_entities[m.entity].label for m in alone] == [full]


def test_a_headline_shortens_what_is_named_below_it(nlp: Language) -> None:
    text = (
        "Norvik weighs bid\n\nNorvik Group Ltd sold three mills on Monday. Norvik also left Oslo."
    )
    found = mentions_of(resolve(nlp, text), "Norvik Group Ltd")
    assert found == ["Norvik", "Norvik Group Ltd", "Norvik"]


def test_a_club_goes_by_its_last_word_in_a_text_about_matches(nlp: Language) -> None:
    text = (
        "Tamale Rovers won the cup final with a late goal by their striker in the second half. "
        "Rovers play a tournament in May. The goalkeeper of Rovers was unbeaten in six matches."
    )
    assert mentions_of(resolve(nlp, text), "Tamale Rovers").count("Rovers") == 2


def test_an_acronym_in_brackets_is_the_name_whatever_its_type(nlp: Language) -> None:
    doc = resolve(nlp, "She spoke at the Worldwide Millers Conference (WWMC). WWMC was sold out.")
    (event,) = (e for e in doc._.kgx_entities.values() if e.type == "event")
    assert {event.label, *event.aliases} == {"Worldwide Millers Conference", "WWMC"}


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ('Her film, Fem unga ("Five Young Ones"), came out.', "Fem unga", "Five Young Ones"),
        ("The Museo del Mare (Sea Museum) is shut.", "Museo del Mare", "Sea Museum"),
        ("The Liberals lost. The Liberal spokesman left.", "Liberals", "Liberal"),
    ],
)
def test_two_names_of_one(nlp: Language, text: str, one: str, other: str) -> None:
    entities = resolve(nlp, text)._.kgx_entities.values()
    assert any({one, other} == {e.label, *e.aliases} for e in entities)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("The mill is owned by Emil and Otto Lind.", {"Emil Lind", "Otto Lind"}),
        ("Emil and Otto Lind met. Emil left.", {"Emil", "Otto Lind"}),
    ],
)
def test_two_share_a_surname(nlp: Language, text: str, labels: set[str]) -> None:
    entities = resolve(nlp, text)._.kgx_entities.values()
    assert {e.label for e in entities if e.type == "person" and " and " not in e.label} == labels
