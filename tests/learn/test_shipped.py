"""The learned rules that kgx ships, and reading public collections."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from spacy.language import Language

from kgx.annotate.claims.relations import load_relations
from kgx.annotate.learned.anchors import find_anchors
from kgx.annotate.learned.component import SHIPPED
from kgx.annotate.learned.doubts import is_doubtful
from kgx.annotate.learned.judge import Verdict
from kgx.annotate.learned.rules import LearnedRelation, read_rules
from kgx.annotate.learned.state import look_up, state_verdict
from kgx.annotate.learned.told import read_told
from kgx.annotate.run import annotate, make_docs
from kgx.errors import ReadError
from kgx.iris import BASE
from kgx.learn.label import without_rules
from kgx.learn.lines import read_lines
from kgx.learn.sources import read_knowledgenet, read_redocred, read_tekgen
from kgx.types import Document


def test_the_rules_are_of_the_vocabulary_and_need_a_trigger() -> None:
    rules = read_rules(SHIPPED)
    assert rules
    assert {rule.relation for rule in rules} <= load_relations().by_id.keys()
    assert all(rule.triggers and len(rule.weights) <= 150 for rule in rules)


def test_the_ends_are_those_of_the_vocabulary() -> None:
    for rule in read_rules(SHIPPED):
        known = load_relations().by_id[rule.relation]
        assert all(s == "other" or known.fits(s, known.range[0]) for s in rule.subject)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("Mara Lind (4 May 1932 – 8 June 1999) was a potter from Bergen.", "birthDate"),
        ("He was born in Bergen in 1950 and grew up in Oslo.", "birthPlace"),
    ],
)
def test_what_the_grammar_leaves_is_found(nlp: Language, text: str, relation: str) -> None:
    annotation = next(iter(annotate([Document("d", text)], nlp)))
    found = [c for c in annotation.claims if c.predicate.endswith(f"/{relation}")]
    assert found


@pytest.mark.parametrize(
    ("text", "relation", "other"),
    [
        (
            "From 1972 until 2004 Ann Lind taught at Harrow College, where her students included "
            "Carl Berg.",
            "educatedAt",
            "Harrow College",
        ),
        (
            "Ann Lind received an honorary degree from the University of Oslo in 2004.",
            "educatedAt",
            "University of Oslo",
        ),
        (
            "Ann Lind, who is believed to be married to Carl Berg, lives in Oslo.",
            "spouse",
            "Ann Lind",
        ),
        (
            "In addition to her daughter, Ann Lind is survived by a son, Carl Lind, and a sister, "
            "Ida Berg.",
            "child",
            "Ida Berg",
        ),
    ],
)
def test_what_the_sentence_speaks_against_is_left(
    nlp: Language, text: str, relation: str, other: str
) -> None:
    annotation = next(iter(annotate([Document("d", text)], nlp)))
    label = {e.id: e.label for e in annotation.entities}
    found = [c for c in annotation.claims if c.rule == f"learned {relation}"]
    assert other not in {label.get(c.object or "") for c in found}


def test_a_text_on_a_person_without_a_name(nlp: Language) -> None:
    text = "He was born in Bergen in 1950 and grew up in Oslo. He married Ann Lind."
    annotation = next(iter(annotate([Document("d", text)], nlp)))
    [person] = [e for e in annotation.entities if e.label == "unnamed man"]
    spans = [text[m.start : m.end] for m in annotation.mentions if m.entity == person.id]
    assert spans == ["He", "He"]
    again = next(iter(annotate([Document("other", text)], nlp)))
    assert person.id not in {e.id for e in again.entities}


def test_nobody_is_unnamed_where_a_name_comes_first(nlp: Language) -> None:
    text = "Ann Lind met a man. He was born in Bergen in 1950."
    annotation = next(iter(annotate([Document("d", text)], nlp)))
    assert not any(e.label.startswith("unnamed") for e in annotation.entities)


@pytest.mark.parametrize(
    ("text", "label", "spans"),
    [
        ("I grew up in Leeds.", "author", ["I"]),
        ("It was founded in 1990 by Ann Lind.", "unnamed organization", ["It"]),
        ("We are based in Leeds.", "authors", ["We"]),
    ],
)
def test_who_writes_and_what_has_no_name(
    nlp: Language, text: str, label: str, spans: list[str]
) -> None:
    with without_rules(nlp):
        doc = next(iter(make_docs([Document("d", text)], nlp)))
    found = [a for a in find_anchors(doc, BASE) if a.makes is not None]
    assert {a.makes.label for a in found if a.makes is not None} == {label}
    assert [doc[a.start : a.end].text for a in found] == spans


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Lindwerk AG makes bells. It was founded in 1990.", id="a name comes first"),
        pytest.param("\u201cI grew up in Leeds,\u201d somebody said.", id="quoted"),
        pytest.param("The mill closed in World War I and never opened again.", id="numeral"),
    ],
)
def test_what_may_be_somebody_else_is_no_author(nlp: Language, text: str) -> None:
    with without_rules(nlp):
        doc = next(iter(make_docs([Document("d", text)], nlp)))
    assert not [a for a in find_anchors(doc, BASE) if a.makes is not None and a.form == "pronoun"]


@pytest.mark.parametrize(
    ("text", "word", "thing"),
    [
        ("Ann Lind is a swimmer from Norway, who won in Rome.", "who", "Ann Lind"),
        ("Her father, Emil Berg, who died in 1960, made bells.", "who", "Emil Berg"),
        ("Ann Lind moved to Kiel in 1990, where she married.", "where", "Kiel"),
        ("Ann Lind is a painter and teacher who lives in Oslo.", "who", "Ann Lind"),
        ("Ann Lind works for Lindwerk, which makes bells.", "which", "Lindwerk"),
    ],
)
def test_relative_words_stand_for_what_they_can_describe(
    nlp: Language, text: str, word: str, thing: str
) -> None:
    with without_rules(nlp):
        doc = next(iter(make_docs([Document("d", text)], nlp)))
    [found] = [a for a in find_anchors(doc, BASE) if doc[a.head].lower_ == word]
    assert doc._.kgx_entities[found.iri].label == thing


def test_a_relative_word_brings_the_entity_it_stands_for(nlp: Language) -> None:
    text = "He, who was born in Bergen in 1950, married Ann Lind."
    annotation = next(iter(annotate([Document("d", text)], nlp)))
    known = {e.id for e in annotation.entities}
    assert {m.entity for m in annotation.mentions} <= known
    assert {c.subject for c in annotation.claims} <= known


def test_knowledgenet_is_read(tmp_path: Path) -> None:
    text = "Tove is the daughter of Ann."
    passage = {
        "start": 0,
        "end": 28,
        "properties": ["34"],
        "facts": [{"property": "34", "subject": [0, 4], "object": [24, 27]}],
    }
    path = tmp_path / "train.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write(json.dumps({"id": "a", "text": text, "passages": [passage]}))
    [example] = read_knowledgenet(path)
    [fact] = example.facts
    assert (fact.subject.text, fact.relation, fact.object.text) == ("Ann", "child", "Tove")
    assert example.scopes is not None and example.scopes[0].relations == {"child"}


def test_redocred_is_read(tmp_path: Path) -> None:
    text = "Tove was born in Oslo."
    entities = [
        {"name": "Tove", "mentions": [[0, 4]]},
        {"name": "Oslo", "mentions": [[17, 21]]},
    ]
    gold = {"id": "a", "entities": entities, "relations": [[0, "P19", 1], [0, "P0", 1]]}
    (tmp_path / "input.jsonl").write_text(json.dumps({"id": "a", "text": text}), encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold), encoding="utf-8")
    [example] = read_redocred(tmp_path)
    assert [(f.subject.text, f.relation, f.object.text) for f in example.facts] == [
        ("Tove", "birthPlace", "Oslo")
    ]


def test_tekgen_is_read(tmp_path: Path) -> None:
    row = {
        "id": "a",
        "sent": "Ann wrote Far.",
        "sub_label": "Far",
        "rel": "P50",
        "obj_label": "Ann",
    }
    path = tmp_path / "train.jsonl"
    path.write_text(json.dumps(row), encoding="utf-8")
    [example] = read_tekgen([path])
    assert [(f.subject.spans, f.relation) for f in example.facts] == [(((10, 13),), "author")]


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl"
    path.write_text("{}\n{", encoding="utf-8")
    with pytest.raises(ReadError, match=r"train\.jsonl, line 2: not JSON"):
        list(read_lines(path))


@pytest.mark.parametrize(
    ("text", "relation", "subject", "object_", "doubtful"),
    [
        ("Lind brought the army to Oslo.", "residence", "Lind", "Oslo", True),
        ("Lind moved his family to Oslo.", "residence", "Lind", "Oslo", False),
        ("Lind lived in Oslo.", "residence", "Lind", "Oslo", False),
        (
            "Ann Lind, chief financial officer of Orbis Inc, left.",
            "chiefExecutive",
            "Orbis Inc",
            "Ann Lind",
            True,
        ),
        (
            "Ann Lind, chief executive officer of Orbis Inc, left.",
            "chiefExecutive",
            "Orbis Inc",
            "Ann Lind",
            False,
        ),
        ("Ida Lind (Eva Berg) loves her son Tom Lind.", "child", "Eva Berg", "Tom Lind", True),
        ("Ida Lind (Eva Berg) loves her son Tom Lind.", "child", "Ida Lind", "Tom Lind", False),
    ],
)
def test_verdicts_are_doubted(
    nlp: Language, text: str, relation: str, subject: str, object_: str, doubtful: bool
) -> None:
    with without_rules(nlp):
        [doc] = make_docs([Document("d", text)], nlp)
    ends = {
        text[doc[a.start].idx : doc[a.end - 1].idx + len(doc[a.end - 1])]: a
        for a in find_anchors(doc, BASE)
    }
    learned = LearnedRelation(relation, subject=("person",), object=("person",))
    verdict = Verdict(learned, ends[subject], ends[object_], 1.0, 0.9, ())
    claim = state_verdict(doc, verdict, look_up(doc), BASE)
    assert is_doubtful(doc, verdict, claim, read_told(doc, [])) is doubtful


@pytest.mark.parametrize(
    "text",
    [
        "Norvik Holdings, the Danish parent of Norvik Bank, sold its stake.",
        "In 1990 Ann Lind married Carl Berg, a potter, and they moved to Oslo.",
    ],
)
def test_what_the_grammar_says_is_not_turned_round(nlp: Language, text: str) -> None:
    annotation = next(iter(annotate([Document("d", text)], nlp)))
    told = {(c.predicate, c.subject, c.object) for c in annotation.claims}
    found = {(p, o, s) for p, s, o in told if p.endswith(("/subsidiaryOf", "/spouse"))}
    assert found
    assert told.isdisjoint(found)


def test_who_leaves_a_firm_is_not_its_chief(nlp: Language) -> None:
    text = "Ann Lind became chief executive of Orbis Inc in May after leaving rival Vestby."
    (annotation,) = annotate([Document("d", text)], nlp)
    label = {e.id: e.label for e in annotation.entities}
    chiefs = [c for c in annotation.claims if c.predicate.endswith("/chiefExecutive")]
    assert [label[c.subject] for c in chiefs] == ["Orbis Inc"]
