"""The gazetteer: what a name can be, best first."""

from __future__ import annotations

import pytest

from kgx.annotate.words import gazetteer, tables
from kgx.annotate.words.gazetteer import country_of, nation_of, places_named
from kgx.errors import RuleError

TURKIYE = "http://www.wikidata.org/entity/Q43"


@pytest.mark.parametrize(
    ("name", "canonical", "kind", "country"),
    [
        ("Türkiye", "Türkiye", "country", "TR"),
        ("Turkey", "Türkiye", "country", "TR"),
        ("TÜRKIYE", "Türkiye", "country", "TR"),
        ("U.S.", "United States", "country", "US"),
        ("US", "United States", "country", "US"),
        ("the United Kingdom", "United Kingdom", "country", "GB"),
        ("Britain", "United Kingdom", "country", "GB"),
        ("The Netherlands", "Netherlands", "country", "NL"),
        ("Holland", "Netherlands", "country", "NL"),
        ("Czech Republic", "Czechia", "country", "CZ"),
        ("Burma", "Myanmar", "country", "MM"),
        ("Ivory Coast", "Ivory Coast", "country", "CI"),
        ("Côte d’Ivoire", "Ivory Coast", "country", "CI"),
        ("Georgia", "Georgia", "country", "GE"),
        ("Hong Kong", "Hong Kong", "territory", "HK"),
        ("Europe", "Europe", "continent", ""),
        ("Izmir", "İzmir", "city", "TR"),
        ("IZMIR", "İzmir", "city", "TR"),
        ("Cologne", "Köln", "city", "DE"),
        ("New York", "New York City", "city", "US"),
        ("Washington", "Washington", "city", "US"),
        ("Reykjavik", "Reykjavík", "city", "IS"),
        ("Scotland", "Scotland", "region", "GB"),
        ("Tigray", "Tigrai", "region", "ET"),
        ("West Java", "Jawa Barat", "region", "ID"),
        ("Kurdistan", "Kurdistan", "region", ""),
        ("Virginia", "Virginia", "region", "US"),
        ("Bavaria", "Bayern", "region", "DE"),
        ("Guangdong", "Guangdong Sheng", "region", "CN"),
        ("Chechnya", "Chechenskaya Respublika", "region", "RU"),
        ("Crimea", "Avtonomna Respublika Krym", "region", "UA"),
        ("Middle East", "Middle East", "region", ""),
    ],
)
def test_first_place(name: str, canonical: str, kind: str, country: str) -> None:
    place = places_named(name)[0]
    assert (place.name, place.kind, place.country) == (canonical, kind, country)


@pytest.mark.parametrize(
    "name", ["Vatican", "", "the", "turkey", "izmir", "Nowhereville", "Kale Group"]
)
def test_unknown(name: str) -> None:
    assert places_named(name) == ()


@pytest.mark.parametrize("name", ["Man", "Nice", "Reading", "Mobile", "Jordan", "Florence"])
def test_names_of_other_things_are_common(name: str) -> None:
    assert places_named(name)[0].common


@pytest.mark.parametrize("name", ["Turkey", "China", "Izmir", "London", "Sydney", "Brazil"])
def test_names_that_stand_alone(name: str) -> None:
    assert not places_named(name)[0].common


@pytest.mark.parametrize("name", ["NICE", "MAN", "READING", "MOBILE"])
def test_common_names_in_capitals_are_words(name: str) -> None:
    assert places_named(name) == ()


def test_several_places_in_order() -> None:
    assert [(p.kind, p.country) for p in places_named("Georgia")][:2] == [
        ("country", "GE"),
        ("region", "US"),
    ]
    sizes = [p.population for p in places_named("Springfield")]
    assert len(sizes) > 1 and sizes == sorted(sizes, reverse=True)


def test_identifiers() -> None:
    assert places_named("Turkey")[0].same_as == (TURKIYE, "https://sws.geonames.org/298795/")
    assert places_named("Izmir")[0].same_as == ("https://sws.geonames.org/311046/",)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("Turkish", "Türkiye"),
        ("Turk", "Türkiye"),
        ("Turks", "Türkiye"),
        ("TURKISH", "Türkiye"),
        ("Americans", "United States"),
        ("French", "France"),
        ("Brazilian", "Brazil"),
        ("Brazilians", "Brazil"),
        ("Dutch", "Netherlands"),
        ("British", "United Kingdom"),
        ("Serbian", "Serbia"),
        ("Saudis", "Saudi Arabia"),
        ("South Korean", "South Korea"),
    ],
)
def test_nation(word: str, name: str) -> None:
    place = nation_of(word)
    assert place is not None and place.name == name


@pytest.mark.parametrize("word", ["", "s", "Congolese", "Korean", "turkish", "Martian"])
def test_no_nation(word: str) -> None:
    assert nation_of(word) is None


@pytest.mark.parametrize(
    ("word", "name"),
    [("English", "England"), ("Scots", "Scotland"), ("Welsh", "Wales"), ("Irish", "Ireland")],
)
def test_a_nation_within_a_state(word: str, name: str) -> None:
    nation = nation_of(word)
    assert nation is not None and nation.name == name


def test_every_nation_has_a_country() -> None:
    for word in gazetteer._nations():
        assert nation_of(word) is not None, word


def test_every_country_has_a_wikidata_item_of_its_own() -> None:
    items = {}
    for code in (c for c in gazetteer._countries() if len(c) == 2):
        place = country_of(code)
        assert place is not None and place.country == code
        assert place.same_as[0].startswith("http://www.wikidata.org/entity/Q")
        assert items.setdefault(place.same_as[0], code) == code
    assert len(items) > 240


def test_every_row_is_a_place() -> None:
    for name in gazetteer._names():
        assert places_named(name) or name.startswith(("the ", "The ")), name


@pytest.mark.parametrize("text", ["nonsense\n", "words\tcountries\n"])
def test_a_damaged_table_is_named(monkeypatch, text: str) -> None:
    monkeypatch.setattr(tables, "read_data", lambda file: text)
    with pytest.raises(RuleError, match=r"nations\.tsv, line 1"):
        gazetteer._read_lines("nations.tsv", "word\tcountry")
