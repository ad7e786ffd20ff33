"""What was learned of an ontology's property is told of ends of its classes alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_samples import said, write_ontology
from spacy.language import Language

from kgx.annotate.annotation import to_annotation
from kgx.annotate.learned.component import make_learned
from kgx.annotate.learned.rules import LearnedRelation, write_rules
from kgx.annotate.run import start_doc
from kgx.annotate.terms.component import make_ontology
from kgx.types import Document

MUSIC = """
:Work a owl:Class ; rdfs:label "musical work" .
:Firm a owl:Class ; rdfs:label "company" .
:scored a owl:ObjectProperty ; rdfs:label "wyndal" ; rdfs:domain :Work ; rdfs:range :Firm .
"""
SCORED = "http://example.org/music#scored"


@pytest.fixture
def music(tmp_path: Path) -> tuple[Path, Path]:
    """An ontology, and rules that take any two things with "for" between for one of its claims."""
    anything = ("concept", "organization", "other", "person", "place", "product", "work")
    relation = LearnedRelation(
        SCORED,
        subject=anything,
        object=anything,
        triggers=("for",),
        weights={("between", "for"): 2.0},
    )
    rules = tmp_path / "rules.toml"
    rules.write_text(write_rules([relation]), encoding="utf-8")
    return write_ontology(tmp_path / "music.ttl", MUSIC), rules


@pytest.mark.parametrize("checked", [True, False])
def test_learned_claims_keep_to_domain_and_range(
    nlp: Language, music: tuple[Path, Path], *, checked: bool
) -> None:
    path, rules = music
    doc = nlp(
        start_doc(Document("d", "In Norway, “Winter Suite” was written for Orbis Ltd in May."), nlp)
    )
    doc = make_ontology(nlp, "kgx_ontology", str(path))(doc)
    ontology = str(path) if checked else ""
    found = said(to_annotation(make_learned(nlp, "kgx_rules", [str(rules)], ontology)(doc)))
    assert "Winter Suite | scored | Orbis Ltd" in found
    assert ("Norway | scored | Orbis Ltd" in found) is not checked
