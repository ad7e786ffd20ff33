"""Ontology mode: values that a property is named after, and properties that classes tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from claim_samples import write_ontology
from spacy.language import Language

from kgx.annotate.annotation import to_annotation
from kgx.annotate.build.noun_kinds import build_rows
from kgx.annotate.run import start_doc
from kgx.annotate.terms.component import make_ontology
from kgx.annotate.words.noun_kinds import is_kind_of, is_noun
from kgx.types import Annotation, Document

CONCERT = """
:Person a owl:Class ; rdfs:label "person" .
:Work a owl:Class ; rdfs:label "musical work" .
:Album a owl:Class ; rdfs:label "album" .
:Voice a owl:Class ; rdfs:label "voice" .
:Genre a owl:Class ; rdfs:label "music genre" .
:Language a owl:Class ; rdfs:label "language" .
:Field a owl:Class ; rdfs:label "scientific field" .
:Office a owl:Class ; rdfs:label "public office" .
:City a owl:Class ; rdfs:label "city" .
:Country a owl:Class ; rdfs:label "country" .
:voice a owl:ObjectProperty ; rdfs:label "voice type" ; rdfs:domain :Person ; rdfs:range :Voice .
:genre a owl:ObjectProperty ; rdfs:label "genre" ; rdfs:domain :Work ; rdfs:range :Genre .
:fusion a owl:ObjectProperty ; rdfs:label "fusion genre" ; rdfs:domain :Work ; rdfs:range :Genre .
:scoring a owl:ObjectProperty ; rdfs:label "instrumentation" ; rdfs:domain :Work .
:language a owl:ObjectProperty ; rdfs:label "language of work" ;
    rdfs:domain :Work ; rdfs:range :Language .
:discipline a owl:ObjectProperty ; rdfs:label "field" ;
    rdfs:domain :Person ; rdfs:range :Field .
:office a owl:ObjectProperty ; rdfs:label "position held" ; rdfs:domain :Person .
:partOf a owl:ObjectProperty ; rdfs:label "part of" ; rdfs:domain :Work ; rdfs:range :Album .
:country a owl:ObjectProperty ; rdfs:label "country" ; rdfs:domain :City ; rdfs:range :Country .
"""


@pytest.fixture(scope="module")
def concert(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_ontology(tmp_path_factory.mktemp("ontology") / "concert.ttl", CONCERT)


def restate(nlp: Language, path: Path, text: str) -> Annotation:
    component = make_ontology(nlp, "kgx_ontology", str(path))
    return to_annotation(component(nlp(start_doc(Document("d", text), nlp))))


def said(annotation: Annotation) -> set[str]:
    label = {e.id: e.label for e in annotation.entities}
    facts = [
        (label[c.subject], c.predicate.rpartition("#")[2], label.get(c.object or "", c.value or ""))
        for c in annotation.claims
        if c.stands
    ]
    return {" | ".join(fact) for fact in facts}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lars Holm is a Norwegian tenor.", "Lars Holm | voice | tenor"),
        ("Norvik is a reggae composition by Ada Berg.", "Norvik | genre | reggae"),
        ("Norvik is a sonata for piano by Ada Berg.", "Norvik | scoring | piano"),
        ("Norvik is an indie rock album by Ada Berg.", "Norvik | genre | indie rock"),
        ("Norvik is a song in Latin.", "Norvik | language | Latin"),
        (
            "Norvik is a song written in the English language.",
            "Norvik | language | English language",
        ),
        ("Ada Berg works in the field of botany.", "Ada Berg | discipline | botany"),
        ("Ada Berg was the fifth president of Norway.", "Ada Berg | office | president of Norway"),
        (
            "Ada Berg was the first black president of Norway.",
            "Ada Berg | office | president of Norway",
        ),
        ('Norvik is a song from her album "In the Harbour".', "Norvik | partOf | In the Harbour"),
    ],
)
def test_a_value_tells_the_property_named_after_it(
    nlp: Language, concert: Path, text: str, expected: str
) -> None:
    assert expected in said(restate(nlp, concert, text))


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Lars Holm is not a tenor.", "voice"),
        ("Norvik is a ship with a piano.", "scoring"),  # a ship is no musical work
        ("Norvik is a reggae song by Ada Berg.", "fusion"),  # no more than a genre is told
        ("Norvik is a French song.", "language"),  # of a nation, which may sing in any
        ("Norvik is a song by Ada Berg.", "genre"),  # a song is no genre
        ("Norvik is a song for the folk rock band Helix.", "genre"),  # that of the band
    ],
)
def test_what_is_no_such_value_tells_nothing(
    nlp: Language, concert: Path, text: str, wrong: str
) -> None:
    assert not [fact for fact in said(restate(nlp, concert, text)) if f"| {wrong} |" in fact]


def test_the_part_of_a_country_is_no_country(nlp: Language, concert: Path) -> None:
    found = said(restate(nlp, concert, "Albany is a city in Georgia, United States."))
    assert "Albany | country | United States" in found
    assert "Albany | country | Georgia" not in found


@pytest.mark.parametrize(
    ("noun", "kind", "is_kind"),
    [
        ("trombone", "instrument", True),
        ("short story", "literary work", True),
        ("conservatism", "ideology", True),
        ("song", "genre", False),
        ("genre", "genre", False),
        ("wrzk", "genre", False),
    ],
)
def test_nouns_are_kinds_of_others(noun: str, kind: str, is_kind: bool) -> None:
    assert is_kind_of(noun, kind) is is_kind


def test_only_some_words_together_are_a_noun() -> None:
    assert is_noun("first lady")
    assert not is_noun("first president")


def test_the_table_is_built_from_wordnet(tmp_path: Path) -> None:
    (tmp_path / "index.noun").write_text(
        "  1 licence\n"
        "boat n 1 1 @ 1 1 00000002\nvessel n 2 1 @ 2 1 00000009 00000001\n"
        "oslo n 1 1 @i 1 1 00000003\nzzz n 1 1 @ 1 1 00000004\n"
    )
    (tmp_path / "data.noun").write_text(
        "  1 licence\n"
        "00000001 06 n 01 vessel 0 000 | a craft\n"
        "00000002 06 n 02 boat 0 zzz 0 001 @ 00000001 n 0000 | a small vessel\n"
        "00000003 15 n 01 Oslo 0 001 @i 00000001 n 0000 | a name\n"
        "00000004 06 n 01 zzz 0 001 @ 00000002 n 0000 | an unknown word\n"
    )
    rows = list(build_rows(tmp_path, lambda word: word != "zzz"))
    assert rows == ["vessel~2\t", "boat\t0"]
