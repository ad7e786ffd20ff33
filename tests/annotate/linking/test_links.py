"""Links: which public identifier a place of a document gets."""

from __future__ import annotations

import pytest
import spacy
from spacy.language import Language

from kgx.annotate.grammar.parts import MentionSpan
from kgx.annotate.linking.component import link_entities
from kgx.types import Entity

WIKIDATA = "http://www.wikidata.org/entity/"
GEONAMES = "https://sws.geonames.org/"


def link(text: str, *names: tuple[str, str]) -> dict[str, Entity]:
    """Link the entities of these names and types, each mentioned where the text first has it."""
    doc = spacy.blank("en")(text)
    for name, type_ in names:
        span = doc.char_span(text.index(name), text.index(name) + len(name))
        doc._.kgx_entities[name] = Entity(name, name, type_)  # type: ignore[arg-type]
        doc._.kgx_mentions.append(MentionSpan(span.start, span.end, span.end - 1, name, "name"))
    link_entities(doc)
    return doc._.kgx_entities


@pytest.mark.parametrize(
    ("text", "names", "iri"),
    [
        ("Georgia sold wine to Armenia.", ["Georgia", "Armenia"], None),
        ("Georgia is warm.", ["Georgia"], None),
        ("Georgia and its capital Tbilisi are warm.", ["Georgia", "Tbilisi"], WIKIDATA + "Q230"),
        ("The fire crossed Georgia into Alabama.", ["Georgia", "Alabama"], WIKIDATA + "Q1428"),
        ("Talks went on in Jordan.", ["Jordan"], WIKIDATA + "Q810"),
        ("A plant opened in Birmingham.", ["Birmingham"], None),
        ("A plant in Birmingham, Alabama, opened.", ["Birmingham"], GEONAMES + "4049979/"),
        ("In Birmingham, and all of Britain.", ["Birmingham", "Britain"], GEONAMES + "2655603/"),
        ("Trains to London were late.", ["London"], GEONAMES + "2643743/"),
        ("Trains to London, Ontario, were late.", ["London"], GEONAMES + "6058560/"),
        ("It opened in Izmir.", ["Izmir"], GEONAMES + "311046/"),
        ("It opened in Man.", ["Man"], None),
        ("Man, Ivory Coast, is a city.", ["Man"], GEONAMES + "2284647/"),
        ("She left for the Middle East.", ["Middle East"], WIKIDATA + "Q7204"),
        ("She left for Nowhereville.", ["Nowhereville"], None),
    ],
)
def test_place(text: str, names: list[str], iri: str | None) -> None:
    same_as = link(text, *((n, "place") for n in names))[names[0]].same_as
    assert (same_as[0] if same_as else None) == iri


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("Paris", "person"),
        ("Jordan", "person"),
        ("Brazil", "organization"),
        ("Turks", "group"),
        ("Turkish", "group"),
    ],
)
def test_other_types_are_left_alone(name: str, type_: str) -> None:
    assert link(f"We saw {name} there.", (name, type_))[name] == Entity(name, name, type_)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Brazil", "Country"),
        ("Hong Kong", "AdministrativeArea"),
        ("Europe", "Continent"),
        ("Ankara", "City"),
        ("Bavaria", "State"),
        ("Balkans", "Place"),
    ],
)
def test_classes(name: str, kind: str) -> None:
    assert link(f"We saw {name}.", (name, "place"))[name].types[0] == f"https://schema.org/{kind}"


def test_a_state_is_no_country_of_its_name(nlp: Language) -> None:
    doc = nlp("Atlanta is the capital of Georgia, US.")
    (state,) = (e for e in doc._.kgx_entities.values() if e.label == "Georgia")
    assert [t.rpartition("/")[2] for t in state.types] == ["State", "Place"]


def test_nationalities_tell_countries_apart() -> None:
    found = link("Georgia and the Georgians", ("Georgia", "place"), ("Georgians", "group"))
    assert found["Georgia"].same_as[0] == WIKIDATA + "Q230"


def test_the_label_stays() -> None:
    entity = link("Turkey exports it.", ("Turkey", "place"))["Turkey"]
    assert entity.label == "Turkey"
    assert entity.same_as[0] == WIKIDATA + "Q43"


def test_an_alias_is_enough() -> None:
    doc = spacy.blank("en")("The Republic")
    doc._.kgx_entities["x"] = Entity("x", "The Republic", "place", aliases=("Türkiye",))
    link_entities(doc)
    assert WIKIDATA + "Q43" in doc._.kgx_entities["x"].same_as


def test_linking_twice_changes_nothing() -> None:
    doc = spacy.blank("en")("Brazil")
    doc._.kgx_entities["x"] = Entity("x", "Brazil", "place", types=("https://schema.org/Place",))
    once = dict(link_entities(doc)._.kgx_entities)
    assert link_entities(doc)._.kgx_entities == once
