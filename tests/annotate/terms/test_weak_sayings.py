"""What comments of properties and near-synonyms of labels say, and what they must not."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_samples import restate, said, write_ontology
from spacy.language import Language

from kgx.annotate.claims.relations import load_relations
from kgx.annotate.terms.check import check_phrasebook, spell_saying
from kgx.annotate.terms.comment_sayings import LEAST, load_weights, read_comments, say_comment
from kgx.annotate.terms.near_words import near_nouns, near_verbs
from kgx.annotate.terms.sayings import write_phrasebook
from kgx.annotate.terms.weak_sayings import add_weak_sayings
from kgx.annotate.words.lemmas import lemma_tables
from kgx.ontology import read_ontology

_ENDS = {
    "person": frozenset({"person"}),
    "firm": frozenset({"organization"}),
    "place": frozenset({"place"}),
    "work": frozenset({"work"}),
    "event": frozenset({"event"}),
}


@pytest.mark.parametrize(
    ("comment", "domain", "range_", "expected"),
    [
        ("A person who mentors this person.", "person", "person", ["Y mentor X"]),
        ("The town in which the person settled.", "person", "place", ["X settle in Y"]),
        ("The place where the person was buried.", "person", "place", ["X [be] bury in Y"]),
        ("A company rescued by this company.", "firm", "firm", ["X rescue Y"]),
        ("A work quoted in this work.", "work", "work", ["Y [be] quote in X"]),
        ("A person advising the company.", "firm", "person", ["Y advise X"]),
        ("The narrator of this novel.", "work", "person", ["Y, narrator of X"]),
        ("Indicates that a person mentors a company.", "person", "firm", ["X mentor Y"]),
        # general words
        ("A person related to this company.", "firm", "person", []),
        ("A company that has this person.", "person", "firm", []),
        ("The type of the work.", "work", "person", []),
        # between other things than its ends
        ("A person who acts in a coaching role.", "firm", "person", []),
        ("The place where members may repair bicycles.", "firm", "place", []),
        # nobody knows which is which
        ("Indicates that a person mentors another person.", "person", "person", []),
    ],
)
def test_what_a_comment_tells(
    nlp: Language, comment: str, domain: str, range_: str, expected: list[str]
) -> None:
    doc = read_comments(nlp, {"p": comment})["p"]
    found = say_comment(doc, load_weights(), _ENDS[domain], _ENDS[range_])
    assert [spell_saying(saying) for saying in found][: len(expected) or None] == expected


def test_words_weigh_as_much_as_they_are_rare() -> None:
    weights = load_weights()
    assert weights.weigh("VERB", "indicate") < weights.weigh("VERB", "found")
    assert weights.weigh("VERB", "describe") < LEAST < weights.weigh("VERB", "mentor")


@pytest.mark.parametrize(
    ("noun", "near"),
    [("proprietor", ["owner"]), ("lawyer", ["attorney"]), ("employer", []), ("wrzk", [])],
)
def test_nouns_near_to_another(nlp: Language, noun: str, near: list[str]) -> None:
    assert near_nouns(nlp.vocab, noun) == near


@pytest.mark.parametrize(
    ("verb", "near"), [("purchase", ["buy"]), ("construct in", ["build in"]), ("sell", [])]
)
def test_verbs_near_to_another(verb: str, near: list[str]) -> None:
    assert near_verbs(verb) == near


HARBOUR = """
:Person a owl:Class ; rdfs:label "person" .
:Firm a owl:Class ; rdfs:label "company" .
:Port a owl:Class ; rdfs:label "city" .
:H01 a owl:ObjectProperty ; rdfs:label "H01" ; rdfs:comment "A person who rescued this company." ;
    rdfs:domain :Firm ; rdfs:range :Person .
:H02 a owl:ObjectProperty ; rdfs:label "H02" ; rdfs:comment "A city in which the person settled." ;
    rdfs:domain :Person ; rdfs:range :Port .
:H03 a owl:ObjectProperty ; rdfs:label "H03" ; rdfs:comment "A person who raided this company." ;
    rdfs:domain :Firm ; rdfs:range :Person .
:H04 a owl:ObjectProperty ; rdfs:label "H04" ; rdfs:comment "Someone that raids the company." ;
    rdfs:domain :Firm ; rdfs:range :Person .
"""


@pytest.fixture(scope="module")
def harbour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology") / "harbour.ttl", HARBOUR)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Berg rescued Orbis Group in 1999.", {"Orbis Group | H01 | Ada Berg"}),
        ("Orbis Group was rescued by Ada Berg.", {"Orbis Group | H01 | Ada Berg"}),
        ("Ada Berg settled in Oslo.", {"Ada Berg | H02 | Oslo"}),
        ("Orbis Group settled in Oslo.", set()),  # no person
        ("Helix Company rescued Orbis Group.", set()),
        ("Orbis Group rescued Ada Berg.", set()),
        ("Ada Berg said that the bank rescued Orbis Group.", set()),
        ("Ada Berg raided Orbis Group.", set()),  # two properties that nothing tells apart
    ],
)
def test_the_words_of_a_comment_are_found(
    nlp: Language, harbour: Path, text: str, expected: set[str]
) -> None:
    annotation = restate(nlp, harbour, text)
    assert said(annotation) == expected
    assert {claim.rule for claim in annotation.claims} <= {"comment"}


def test_the_check_of_an_ontology_tells_what_comments_say(nlp: Language, harbour: Path) -> None:
    book = write_phrasebook(read_ontology(harbour), load_relations(), lemma_tables(nlp))
    assert {f.grade for f in check_phrasebook(book)} == {"never"}
    add_weak_sayings(book, nlp)
    findings = {f.label: f for f in check_phrasebook(book)}
    assert findings["H01"].grade == "own words" and "Y rescue X" in findings["H01"].said
    assert findings["H03"].grade == "never"
