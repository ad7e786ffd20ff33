"""Classes that an ontology gives most of its properties for a domain are no domain of other
things' properties."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_samples import restate, said, write_ontology
from spacy.language import Language

from kgx.annotate.claims.relations import load_relations
from kgx.annotate.terms.check import check_phrasebook
from kgx.annotate.terms.sayings import write_phrasebook
from kgx.annotate.words.lemmas import lemma_tables
from kgx.ontology import read_ontology

_HEAD = (
    ':Building rdfs:label "building" . :Person rdfs:label "person" . :Place rdfs:label "place" . '
)
_FOREIGN = (("birthPlace", "Place"), ("deathPlace", "Place"), ("spouse", "Person"))


def _write(path: Path, properties: tuple[tuple[str, str], ...]) -> Path:
    lines = (
        f":{name} a owl:ObjectProperty ; rdfs:domain :Building ; rdfs:range :{range_} ."
        for name, range_ in (*properties, ("architect", "Person"))
    )
    return write_ontology(path, _HEAD + " ".join(lines))


@pytest.mark.parametrize(
    ("count", "expected"),
    [(3, {"Ada Berg | birthPlace | Norway"}), (2, set())],
)
def test_a_class_that_several_properties_of_other_things_have_is_no_domain(
    nlp: Language, tmp_path: Path, count: int, expected: set[str]
) -> None:
    path = _write(tmp_path / "house.ttl", _FOREIGN[:count])
    assert said(restate(nlp, path, "Ada Berg was born in Norway.")) == expected


def test_its_own_properties_keep_it(nlp: Language, tmp_path: Path) -> None:
    path = _write(tmp_path / "house.ttl", _FOREIGN)
    text = "The architect of Norvik Hall is Ada Berg."
    assert said(restate(nlp, path, text)) == {"Norvik Hall | architect | Ada Berg"}


def test_what_they_hold_of_is_given_no_class_by_it(nlp: Language, tmp_path: Path) -> None:
    path = _write(tmp_path / "house.ttl", _FOREIGN)
    annotation = restate(nlp, path, "Ada Berg was born in Norway.")
    types = {e.label: e.types for e in annotation.entities}
    assert "http://example.org/house#Building" not in types["Ada Berg"]
    assert "http://example.org/house#Place" in types["Norway"]


def test_the_check_says_so(nlp: Language, tmp_path: Path) -> None:
    path = _write(tmp_path / "house.ttl", _FOREIGN)
    book = write_phrasebook(read_ontology(path), load_relations(), lemma_tables(nlp))
    advice = {f.label: " ".join(f.advice) for f in check_phrasebook(book)}
    assert "not held to" in advice["birthPlace"]
