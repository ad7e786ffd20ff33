"""Ontology mode: how properties are said, what comes out in their terms, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_samples import restate, said, write_ontology
from spacy.language import Language

from kgx.annotate.claims.relations import load_relations
from kgx.annotate.run import annotate
from kgx.annotate.terms.class_types import types_of
from kgx.annotate.terms.label_sayings import say_label
from kgx.annotate.terms.label_verbs import derive_verbs
from kgx.annotate.terms.sayings import write_phrasebook
from kgx.annotate.words.lemmas import lemma_tables
from kgx.ontology import read_ontology
from kgx.ontology.terms import label_words
from kgx.types import Document

FLEET = """
:Ship a owl:Class ; rdfs:label "ship"@en ; rdfs:subClassOf :Vehicle .
:Vehicle a owl:Class ; rdfs:label "vehicle"@en .
:Yard a owl:Class ; rdfs:label "company"@en .
:Person a owl:Class ; rdfs:label "person"@en .
:builtBy a owl:ObjectProperty ; rdfs:label "built by"@en ; rdfs:domain :Vehicle ; rdfs:range :Yard .
:founder a owl:ObjectProperty ; rdfs:label "founder"@en ; rdfs:domain :Yard ; rdfs:range :Person .
:founded a owl:DatatypeProperty ; rdfs:label "inception"@en ;
    rdfs:domain :Yard ; rdfs:range xsd:gYear .
:dockCount a owl:DatatypeProperty ; rdfs:label "dock count"@en ;
    skos:altLabel "number of docks"@en ; rdfs:domain :Yard ; rdfs:range xsd:integer .
:motto a owl:ObjectProperty ; rdfs:label "sister yard"@en ; rdfs:domain :Yard ; rdfs:range :Yard .
"""


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology") / "fleet.ttl", FLEET)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Berg founded Orbis Group in 1899.", "Orbis Group | founder | Ada Berg"),
        ("Orbis Group was founded in 1899.", "Orbis Group | founded | 1899"),
        ("The founder of Orbis Group is Ada Berg.", "Orbis Group | founder | Ada Berg"),
        ("Orbis Group has a dock count of 12.", "Orbis Group | dockCount | 12"),
        ("The dock count of Orbis Group is 12.", "Orbis Group | dockCount | 12"),
        ("Orbis Group has a crew of 9 and a dock count of 12.", "Orbis Group | dockCount | 12"),
        # what it is called tells nobody what it is; that someone founded it does
        ("Tantrasam was founded by Ada Berg.", "Tantrasam | founder | Ada Berg"),
    ],
)
def test_a_property_is_found_in_its_words(
    nlp: Language, fleet: Path, text: str, expected: str
) -> None:
    assert expected in said(restate(nlp, fleet, text))


@pytest.mark.parametrize(
    "text",
    [
        "Orbis Group was founded by Helix Company.",  # no person
        "Ada Berg was born in Oslo and married Lars Holm.",  # no property
        "Orbis Group was not founded by Ada Berg.",
    ],
)
def test_what_does_not_fit_is_not_stated(nlp: Language, fleet: Path, text: str) -> None:
    assert said(restate(nlp, fleet, text)) == set()


def test_numbers_of_other_things_are_not_taken(nlp: Language, fleet: Path) -> None:
    text = "Orbis Group has a dock count of 12 and a crew of 9."
    assert said(restate(nlp, fleet, text)) == {"Orbis Group | dockCount | 12"}


def test_an_article_before_a_name_is_no_part_of_it(nlp: Language, fleet: Path) -> None:
    annotation = restate(nlp, fleet, "The Orbis Group was founded by Ada Berg.")
    assert said(annotation) == {"Orbis Group | founder | Ada Berg"}


def test_a_property_without_types_takes_those_of_the_relation_it_is(
    nlp: Language, tmp_path: Path
) -> None:
    path = write_ontology(
        tmp_path / "one.ttl",
        '<http://e.org/p> a owl:ObjectProperty ; rdfs:label "record label" .\n',
    )
    book = write_phrasebook(read_ontology(path), load_relations(), lemma_tables(nlp))
    assert book.spoken["http://e.org/p"].range == {"organization"}


def test_an_office_is_called_what_the_text_calls_it(nlp: Language, tmp_path: Path) -> None:
    path = write_ontology(
        tmp_path / "one.ttl",
        '<http://e.org/x#held> a owl:ObjectProperty ; rdfs:label "position held" .\n',
    )
    text = "Ada Berg was President of the Marshall Islands from 2000 to 2008."
    assert said(restate(nlp, path, text)) == {"Ada Berg | held | President of the Marshall Islands"}


def test_only_terms_of_the_ontology_come_out(nlp: Language, fleet: Path) -> None:
    text = "Ada Berg, who married Lars Holm in Oslo, founded Orbis Group and leads Helix Company."
    claims = restate(nlp, fleet, text).claims
    assert claims
    assert {p for c in claims for p in (c.predicate, *c.predicates)} <= set(
        read_ontology(fleet).properties
    )


def test_ends_get_the_classes_their_property_asks_for(nlp: Language, fleet: Path) -> None:
    annotation = restate(nlp, fleet, "Ada Berg founded Orbis Group in 1899.")
    types = {e.label: e.types[0] for e in annotation.entities if e.type != "concept"}
    assert types["Orbis Group"].endswith("#Yard")
    assert types["Ada Berg"].endswith("#Person")


def test_a_pipeline_with_an_ontology_is_loaded_and_annotates(fleet: Path) -> None:
    from kgx.annotate.load import load

    nlp = load(ontology=fleet)
    (annotation,) = annotate([Document("d", "Ada Berg founded Orbis Group.")], nlp)
    assert said(annotation) == {"Orbis Group | founder | Ada Berg"}


def test_classes_have_the_types_of_their_labels_or_of_those_above(fleet: Path) -> None:
    ontology = read_ontology(fleet)
    base = "http://example.org/fleet#"
    assert types_of(ontology, (base + "Ship",)) == {"product"}
    assert types_of(ontology, (base + "Yard", base + "Person")) == {"organization", "person"}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("written by", ("verb", "write", True)),
        ("dedicated to", ("passive", "dedicate to", False)),
        ("recordLabel", ("noun", "record label", False)),
        ("subsidiary of", ("noun", "subsidiary", True)),
        ("depicts", ("verb", "depict", False)),
        ("number of pages", ("noun", "page", False)),
        ("has deputy", ("noun", "deputy", False)),
    ],
)
def test_a_label_tells_how_it_is_said(
    nlp: Language, tmp_path: Path, label: str, expected: tuple[str, str, bool]
) -> None:
    path = write_ontology(
        tmp_path / "one.ttl",
        f'<http://example.org/p> a owl:ObjectProperty ; rdfs:label "{label}" .\n',
    )
    book = write_phrasebook(read_ontology(path), load_relations(), lemma_tables(nlp))
    (spoken,) = book.spoken.values()
    assert expected in [(s.form, s.words, s.turned) for s in spoken.sayings]


@pytest.mark.parametrize(
    ("label", "range_", "expected"),
    [
        ("narrator", "person", ("verb", "narrate", True)),
        ("sponsor", "person", ("verb", "sponsor", True)),
        ("restorationDate", "date", ("passive", "restore", False)),
        ("launch date", "date", ("passive", "launch", False)),
        ("date of demolition", "date", ("passive", "demolish", False)),
        ("burial place", "place", ("passive", "bury in", False)),
        ("storage place", "place", None),
        ("mother ship", "person", None),
        ("chapter", "book", None),
    ],
)
def test_a_label_that_comes_from_a_verb_is_said_with_it(
    nlp: Language, label: str, range_: str, expected: tuple[str, str, bool] | None
) -> None:
    words, tables = label_words(label), lemma_tables(nlp)
    found = list(derive_verbs(tables, words, frozenset({range_})))
    assert (expected in found) if expected else (found == [])


def test_the_class_of_the_objects_is_no_part_of_what_is_said(nlp: Language, tmp_path: Path) -> None:
    path = write_ontology(
        tmp_path / "war.ttl",
        ':War rdfs:label "armed conflict" . :partOfWar a owl:ObjectProperty ; '
        'rdfs:label "is part of armed conflict" ; rdfs:domain :War ; rdfs:range :War .',
    )
    book = write_phrasebook(read_ontology(path), load_relations(), lemma_tables(nlp))
    (spoken,) = book.spoken.values()
    assert "partOf" in [s.words for s in spoken.sayings if s.form == "relation"]


def test_a_property_is_found_by_words_that_fold_into_others(nlp: Language, tmp_path: Path) -> None:
    path = write_ontology(
        tmp_path / "aid.ttl", ':assists a owl:ObjectProperty ; rdfs:label "assists"@en .'
    )
    found = said(restate(nlp, path, "Ada Berg assisted the harbour of Norvik."))
    assert found == {"Ada Berg | assists | harbour of Norvik"}


@pytest.mark.parametrize(
    ("label", "text", "expected"),
    [
        ("father", "Ole Berg is the father of Ada Berg.", "Ada Berg | p | Ole Berg"),
        ("mentors", "Ole Berg mentored Ada Lind.", "Ole Berg | p | Ada Lind"),
        ("author", "Ole Berg wrote The Fjord.", "The Fjord | p | Ole Berg"),
        ("cause", "The storm caused a flood.", "flood | p | storm"),
        ("causes", "The storm caused a flood.", "storm | p | flood"),
    ],
)
def test_a_name_that_is_a_noun_and_a_verb_is_read_one_way(
    nlp: Language, tmp_path: Path, label: str, text: str, expected: str
) -> None:
    path = write_ontology(
        tmp_path / "one.ttl",
        f'<http://e.org/p> a owl:ObjectProperty ; rdfs:label "{label}" .\n',
    )
    assert said(restate(nlp, path, text)) == {expected}


@pytest.mark.parametrize(
    ("label", "noun", "verb"),
    [("pilot", False, True), ("pilots", True, False), ("employs", False, False)],
)
def test_who_does_it_is_the_object_of_a_noun_and_the_subject_of_a_verb(
    nlp: Language, label: str, noun: bool, verb: bool
) -> None:
    sayings = say_label(lemma_tables(nlp), label, "label")
    assert [(s.form, s.turned) for s in sayings] == [("noun", noun), ("verb", verb)]


def test_a_noun_with_a_participle_is_what_the_subject_does_that_to(nlp: Language) -> None:
    sayings = say_label(lemma_tables(nlp), "city served", "label")
    assert ("verb", "serve", False) in {(s.form, s.words, s.turned) for s in sayings}


def test_a_relation_called_so_leaves_out_those_that_its_name_only_says(
    nlp: Language, tmp_path: Path
) -> None:
    path = write_ontology(
        tmp_path / "party.ttl",
        ':Party rdfs:label "political party" . :Person rdfs:label "person" . '
        ':leader a owl:ObjectProperty ; rdfs:label "leader" ; '
        "rdfs:domain :Party ; rdfs:range :Person .",
    )
    assert said(restate(nlp, path, "Ada Berg leads the Labour Party.")) == {
        "Labour Party | leader | Ada Berg"
    }
    assert said(restate(nlp, path, "Ada Berg is a member of the Labour Party.")) == set()


@pytest.mark.parametrize(
    ("class_", "text", "relation", "holds"),
    [
        ("musical work", '"In the Harbour" was written by Ada Berg.', "composer", True),
        ("film", '"In the Harbour" was written by Ada Berg.', "composer", False),
        ("song", '"In the Harbour" was written by Ada Berg.', "lyricist", True),
        ("film", '"In the Harbour" was written by Ada Berg.', "lyricist", False),
        ("book", "Norvik Atlas is a dictionary created by Ada Berg.", "author", True),
        ("law", "Norvik Atlas is a dictionary created by Ada Berg.", "author", False),
    ],
)
def test_who_made_a_thing_of_a_class_did_what_makes_such_things(
    nlp: Language, tmp_path: Path, class_: str, text: str, relation: str, holds: bool
) -> None:
    path = write_ontology(
        tmp_path / "music.ttl",
        f':Work rdfs:label "{class_}" . :Person rdfs:label "person" . '
        f':{relation} a owl:ObjectProperty ; rdfs:label "{relation}" ; '
        "rdfs:domain :Work ; rdfs:range :Person .",
    )
    subject = text.split(" is ")[0].split(" was ")[0].strip('"')
    found = said(restate(nlp, path, text))
    assert found == ({f"{subject} | {relation} | Ada Berg"} if holds else set())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Berg took a disliking to Lars Holm.", set()),
        ("Ada Berg was given a medal.", {"Ada Berg | award | medal"}),
        ("Ada Berg was awarded the Norvik Star.", {"Ada Berg | award | Norvik Star"}),
    ],
)
def test_what_is_no_award_by_its_name_is_none(
    nlp: Language, tmp_path: Path, text: str, expected: set[str]
) -> None:
    path = write_ontology(
        tmp_path / "award.ttl",
        ':Award rdfs:label "award" . :Person rdfs:label "person" . '
        ':award a owl:ObjectProperty ; rdfs:label "award" ; '
        "rdfs:domain :Person ; rdfs:range :Award .",
    )
    assert said(restate(nlp, path, text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Berg joined the Norvik Orchestra.", set()),  # a general verb, and no party's name
        ("Ada Berg joined the Norvik Party.", {"Ada Berg | party | Norvik Party"}),
    ],
)
def test_a_general_verb_needs_a_fitting_name(
    nlp: Language, tmp_path: Path, text: str, expected: set[str]
) -> None:
    path = write_ontology(
        tmp_path / "party.ttl",
        ':Party rdfs:label "political party" . :Person rdfs:label "person" . '
        ':party a owl:ObjectProperty ; rdfs:label "party" ; '
        "rdfs:domain :Person ; rdfs:range :Party .",
    )
    assert said(restate(nlp, path, text)) == expected


_GENERAL = """
:Person rdfs:label "person" . :Unit rdfs:label "military unit" . :Country rdfs:label "country" .
:Firm rdfs:label "company" . :Program rdfs:label "software" .
:commander a owl:ObjectProperty ; rdfs:label "commander" ; rdfs:domain :Unit ; rdfs:range :Person .
:government a owl:ObjectProperty ; rdfs:label "head of government" ;
    rdfs:domain :Country ; rdfs:range :Person .
:developer a owl:ObjectProperty ; rdfs:label "developer" ; rdfs:domain :Program ; rdfs:range :Firm .
:part a owl:ObjectProperty ; rdfs:label "part of" .
:employer a owl:ObjectProperty ; rdfs:label "employer" ; rdfs:domain :Person ; rdfs:range :Firm .
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Berg runs the Orbis Group.", set()),  # who runs it commands nothing
        (
            "Ada Berg is the commander of the Norvik Brigade.",
            {"Norvik Brigade | commander | Ada Berg"},
        ),
        ("The museum is in Oslo.", set()),  # and no part of it
        ("The prime minister of Norway is Ada Berg.", {"Norway | government | Ada Berg"}),
        ("The mayor of Norvik is Ada Berg.", set()),  # and Norvik is no country
        ("Lume was shown at the Orbis Developer's Conference.", set()),
    ],
)
def test_words_say_no_more_than_they_mean(
    nlp: Language, tmp_path: Path, text: str, expected: set[str]
) -> None:
    path = write_ontology(tmp_path / "general.ttl", _GENERAL)
    found = said(restate(nlp, path, text))
    assert {f for f in found if " | employer | " not in f} == expected


def test_a_name_ends_before_the_office_behind_it(nlp: Language, tmp_path: Path) -> None:
    path = write_ontology(tmp_path / "general.ttl", _GENERAL)
    text = "Orbis Chief Executive Ada Berg works for Helix Ltd."
    found = said(restate(nlp, path, text))
    assert "Ada Berg | employer | Helix Ltd." in found
