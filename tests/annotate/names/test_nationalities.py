"""Adjectives of nationality as mentions of countries and peoples."""

from __future__ import annotations

import pytest
from claim_samples import claims
from spacy.language import Language

from kgx.annotate.annotation import to_annotation


def referents_of(nlp: Language, text: str) -> dict[str, tuple[str, str]]:
    """The names of a text with the label and the type of what they refer to."""
    annotation = to_annotation(nlp(text))
    entities = {e.id: (e.label, e.type) for e in annotation.entities}
    return {
        text[m.start : m.end]: entities[m.entity] for m in annotation.mentions if m.form == "name"
    }


@pytest.mark.parametrize(
    ("text", "word", "referent"),
    [
        ("She runs a Norwegian shipyard.", "Norwegian", ("Norway", "place")),
        ("Norway sold it. The Norwegian yard is old.", "Norwegian", ("Norway", "place")),
        ("The firm is Danish.", "Danish", ("Denmark", "place")),
        ("Danish and Swedish mills closed.", "Swedish", ("Sweden", "place")),
        ("Two hundred German tourists were stranded.", "German", ("German", "group")),
        ("The French President spoke.", "French", ("France", "place")),
        ("A Catholic priest left.", "Catholic", ("Catholic", "group")),
        (
            "The South American country has a mill.",
            "South American",
            ("South American", "group"),
        ),
    ],
)
def test_adjective(nlp: Language, text: str, word: str, referent: tuple[str, str]) -> None:
    assert referents_of(nlp, text).get(word) == referent


@pytest.mark.parametrize(
    "text",
    [
        "He learned Italian as a child.",
        "The Danish-born singer left.",
        "She sailed to French Polynesia.",
    ],
)
def test_no_country(nlp: Language, text: str) -> None:
    assert not {"Italy", "Denmark", "France"} & {
        label for label, _ in referents_of(nlp, text).values()
    }


def test_a_country_is_one_entity(nlp: Language) -> None:
    annotation = to_annotation(nlp("Norway sold it. The Norwegian yard is old."))
    assert [e.label for e in annotation.entities if e.type == "place"] == ["Norway"]


def test_what_is_a_province_is_no_country(nlp: Language) -> None:
    annotation = to_annotation(nlp("Luxembourg is a province of Belgium."))
    links = {e.label: e.same_as for e in annotation.entities}
    assert "http://www.wikidata.org/entity/Q32" not in links["Luxembourg"]
    assert links["Belgium"]


@pytest.mark.parametrize(
    ("text", "word", "referent"),
    [
        ("Mia Lund met the Czech poet Karel Dub.", "Czech", ("Czech", "group")),
        ("Two companies of Danish infantry left the town.", "Danish", ("Danish", "group")),
        ("Mia Lund is a Norwegian painter.", "Norwegian", ("Norway", "place")),
        ("The yard makes Russian aviation motors.", "Russian", ("Russia", "place")),
    ],
)
def test_people_or_country(nlp: Language, text: str, word: str, referent: tuple[str, str]) -> None:
    assert referents_of(nlp, text).get(word) == referent


def test_a_whole_is_not_its_nationality(nlp: Language) -> None:
    assert "Indian" not in referents_of(nlp, "The song came from the Indian subcontinent.")


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Lund won 28 caps for Ireland.", "organization"),
        ("France beat Argentina 3-1 in Turin.", "organization"),
        ("Ireland captain Bo Lind and the Ireland squad flew home.", "organization"),
        ("Lind was born in Ireland and works for Ireland's post office.", "place"),
        ("France lost a quarter of its farms.", "place"),
        ("Ireland voted for France in the assembly.", "place"),
    ],
)
def test_a_country_that_plays_is_a_team(nlp: Language, text: str, type_: str) -> None:
    countries = [t for w, (_, t) in referents_of(nlp, text).items() if w in ("Ireland", "France")]
    assert set(countries) == {type_}


def test_what_a_claim_needs_is_told_not_named(nlp: Language) -> None:
    text = "Bo Lind moved to Oslo. He became a Norwegian citizen in 1963."
    annotation = to_annotation(nlp(text))
    (claim,) = (c for c in annotation.claims if c.predicate.endswith("citizenship"))
    country = next(e for e in annotation.entities if e.id == claim.object)
    assert country.same_as[0] == "http://www.wikidata.org/entity/Q20"
    assert {m.form for m in annotation.mentions if m.entity == country.id} == {"nominal"}
    assert referents_of(nlp, text)["Norwegian"] == ("Norwegian", "group")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lind is an English novelist.", "Ann Lind | citizenship | England"),
        ("The Scottish firm Orbis was sold.", "Orbis | country | Scotland"),
        ("Fjord is a Welsh rock band.", "Fjord | country | Wales"),
    ],
)
def test_a_nation_within_a_state_is_a_country(nlp: Language, text: str, expected: str) -> None:
    assert expected in claims(nlp, text)


def test_a_language_is_no_nationality(nlp: Language) -> None:
    found = claims(nlp, "Ann Lind is an English teacher at the Harbour School.")
    assert "Ann Lind | citizenship | England" not in found
