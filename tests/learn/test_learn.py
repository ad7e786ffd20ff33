"""Learning: what examples teach, and what the pipeline makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from learn_samples import make_examples, write_examples
from spacy.language import Language

from kgx.annotate.learned.component import add_learned_claims
from kgx.annotate.learned.judge import compile_rules
from kgx.annotate.learned.rules import LearnedRelation, write_rules
from kgx.annotate.run import make_docs
from kgx.errors import ReadError
from kgx.iris import BASE
from kgx.learn.check import check_rules, explain_text
from kgx.learn.examples import Example, find_spans, read_examples
from kgx.learn.label import label_examples
from kgx.learn.naming import name_relations
from kgx.learn.train import Options, learn_relations
from kgx.types import Claim, Document

MENTOR = f"{BASE}relation/mentorof"


@pytest.fixture(scope="module")
def few(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> list[Example]:
    path = tmp_path_factory.mktemp("few") / "few.jsonl"
    return list(read_examples(write_examples(path, make_examples(12))))


@pytest.fixture(scope="module")
def patterns(nlp: Language, few: list[Example]) -> list[LearnedRelation]:
    return learn_relations(label_examples(few, nlp), Options(names={"mentorOf": MENTOR}))


@pytest.fixture(scope="module")
def weights(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> list[LearnedRelation]:
    path = tmp_path_factory.mktemp("many") / "many.jsonl"
    many = list(read_examples(write_examples(path, make_examples(70))))
    return learn_relations(label_examples(many, nlp), Options(names={"mentorOf": MENTOR}))


def claims_of(nlp: Language, rules: list[LearnedRelation], text: str) -> list[Claim]:
    """The claims that rules add."""
    doc = next(make_docs([Document("d", text)], nlp))
    before = len(doc._.kgx_claims)
    return list(add_learned_claims(doc, compile_rules(rules), BASE)._.kgx_claims)[before:]


def test_few_examples_make_patterns_with_their_trigger(patterns: list[LearnedRelation]) -> None:
    [relation] = patterns
    assert "mentor" in relation.triggers
    assert {p.path for p in relation.patterns} >= {"<nsubj mentor >dobj"}
    assert all(p.support >= 1 and 0.5 < p.precision < 1 for p in relation.patterns)


def test_many_examples_make_weights(weights: list[LearnedRelation]) -> None:
    [relation] = weights
    assert relation.weights and not relation.patterns
    assert relation.precision is not None and relation.precision > 0.9


def test_learning_again_gives_the_same_file(nlp: Language, few: list[Example]) -> None:
    texts = {write_rules(learn_relations(label_examples(few, nlp))) for _ in range(2)}
    assert len(texts) == 1


@pytest.mark.parametrize("kind", ["patterns", "weights"])
@pytest.mark.parametrize(
    ("text", "subject", "object_"),
    [
        ("Clara Holm mentored Lena Fisk in Bergen.", "clara-holm", "lena-fisk"),
        ("Lena Fisk was mentored by Clara Holm.", "clara-holm", "lena-fisk"),
        ("Clara Holm was tall. She mentored Lena Fisk.", "clara-holm", "lena-fisk"),
    ],
)
def test_what_was_learned_is_claimed(
    nlp: Language, request: pytest.FixtureRequest, kind: str, text: str, subject: str, object_: str
) -> None:
    claims = claims_of(nlp, request.getfixturevalue(kind), text)
    found = {(c.subject, c.predicate, c.object) for c in claims}
    assert (BASE + subject, MENTOR, BASE + object_) in found
    assert len(claims) == 1


@pytest.mark.parametrize("kind", ["patterns", "weights"])
@pytest.mark.parametrize("text", ["Clara Holm met Lena Fisk.", "Clara Holm thanked Lena Fisk."])
def test_without_a_trigger_there_is_no_claim(
    nlp: Language, request: pytest.FixtureRequest, kind: str, text: str
) -> None:
    assert claims_of(nlp, request.getfixturevalue(kind), text) == []


def test_what_is_denied_is_not_claimed(nlp: Language, weights: list[LearnedRelation]) -> None:
    assert claims_of(nlp, weights, "Clara Holm never mentored Lena Fisk in Bergen.") == []


def test_a_claim_names_its_rule_and_quotes_its_text(
    nlp: Language, weights: list[LearnedRelation]
) -> None:
    text = "Oslo is large. Clara Holm mentored Lena Fisk in Bergen."
    [claim] = claims_of(nlp, weights, text)
    assert claim.rule == "learned mentorof"
    assert text[claim.start : claim.end] == claim.quote == "Clara Holm mentored Lena Fisk"
    assert 0.5 < claim.confidence < 1


def test_what_the_grammar_says_already_is_not_said_twice(nlp: Language) -> None:
    rule = LearnedRelation(
        "founder",
        subject=("organization",),
        object=("person",),
        triggers=("found",),
        weights={("types", "organization person"): 3.0},
    )
    assert claims_of(nlp, [rule], "Ada Berg founded Leaf Company in 1999.") == []


def test_the_weights_explain_a_claim(nlp: Language, weights: list[LearnedRelation]) -> None:
    [found] = explain_text("Clara Holm mentored Lena Fisk in Bergen.", weights, nlp)
    assert (found.subject, found.object) == ("Clara Holm", "Lena Fisk")
    assert any("mentor" in feature and weight > 0 for feature, weight in found.reasons)


def test_checking_counts_what_is_found(
    nlp: Language, few: list[Example], patterns: list[LearnedRelation]
) -> None:
    tally = check_rules(patterns, few, nlp, {"mentorOf": MENTOR})[MENTOR]
    assert tally.facts == sum(len(e.facts) for e in few)
    assert tally.found == tally.right > 0.7 * tally.facts
    assert tally.wrong == []


# ------------------------------------------------------------------ one relation alone

RESTORED = [
    ("Mara Lind restored the Corven altar.", "Mara Lind", "Corven altar"),
    ("The Lisle mill was restored by Jonas Weir.", "Jonas Weir", "Lisle mill"),
    ("Edwin Marsh, who restored the Orne clock, lives in Oslo.", "Edwin Marsh", "Orne clock"),
]


@pytest.mark.parametrize("count", [1, 3, 60])
def test_examples_of_one_relation_alone_teach_it(nlp: Language, tmp_path: Path, count: int) -> None:
    rows = [
        {"text": text, "triples": [[subject, "restored", object_]]}
        for text, subject, object_ in (RESTORED[n % 3] for n in range(count))
    ]
    path = write_examples(tmp_path / "one.jsonl", rows)
    [relation] = learn_relations(label_examples(list(read_examples(path)), nlp))
    assert relation.triggers == ("restore",)
    found = explain_text("In 2004 Clara Holm restored the Ely screen.", [relation], nlp)
    assert [(f.subject, f.object) for f in found] == [("Clara Holm", "Ely screen")]
    assert not list(explain_text("Clara Holm saw the Ely screen.", [relation], nlp))


# ------------------------------------------------------------------ examples


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "line 2: not JSON"),
        ('["text"]', 'line 2: an example is an object with a "text"'),
        ('{"text": "a", "tripels": []}', "line 2: unknown key 'tripels'"),
        ('{"text": "a", "triples": [["a", "b"]]}', "line 2: a triple is [subject"),
        ('{"text": "a", "triples": [[[0, 9], "r", "a"]]}', "line 2: the span [0, 9] is not within"),
        ('{"text": "a", "triples": [[7, "r", "a"]]}', "line 2: an end of a triple is a string"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"text": "fine"}\n' + line + "\n", encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        list(read_examples(path))
    assert f"bad.jsonl, {said}" in str(caught.value)


def test_a_string_that_is_not_in_the_text_is_reported(nlp: Language, tmp_path: Path) -> None:
    rows = [
        {"text": "Clara Holm mentored Lena Fisk.", "triples": [["Ann", "mentorOf", "Lena Fisk"]]}
    ]
    labelled = label_examples(list(read_examples(write_examples(tmp_path / "x.jsonl", rows))), nlp)
    assert [fact.subject.text for _, fact in labelled.missing] == ["Ann"]
    assert labelled.facts == {}


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("Oslo", ((0, 4), (21, 25))),
        ("OSLO", ((0, 4), (21, 25))),
        ("Rize_(province)", ((9, 13),)),
        ("Slo", ()),
    ],
)
def test_strings_are_found_as_whole_words(said: str, found: tuple[tuple[int, int], ...]) -> None:
    assert find_spans("Oslo and Rize; not a Oslo.", said) == found


def test_relations_are_named_by_the_vocabulary_or_an_ontology(tmp_path: Path) -> None:
    path = tmp_path / "mine.ttl"
    path.write_text(
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        '<https://e.org/m> a owl:ObjectProperty ; rdfs:label "mentor of" .\n'
        "<https://e.org/near> a owl:SymmetricProperty .\n",
        encoding="utf-8",
    )
    naming = name_relations(["mentorOf", "near", "hates"], path)
    assert naming.names == {"mentorOf": "https://e.org/m", "near": "https://e.org/near"}
    assert naming.symmetric == {"near"}
    assert naming.unknown == ["hates"]
    plain = name_relations(["place of birth", "P26", "mentorOf"])
    assert plain.names == {"place of birth": "birthPlace", "P26": "spouse", "mentorOf": MENTOR}
    assert plain.symmetric == {"P26"}


def test_an_ontology_that_is_no_rdf_is_said(tmp_path: Path) -> None:
    path = tmp_path / "bad.ttl"
    path.write_text("this is no Turtle", encoding="utf-8")
    with pytest.raises(ReadError, match=r"bad\.ttl: is not turtle"):
        name_relations(["a"], path)


def test_relative_pronouns_are_mentions_of_what_a_claim_is_about(
    nlp: Language, weights: list[LearnedRelation]
) -> None:
    text = "Clara Holm, who mentored Lena Fisk in Bergen, is tall."
    doc = next(make_docs([Document("d", text)], nlp))
    add_learned_claims(doc, compile_rules(weights), BASE)
    said = {(doc[m.start : m.end].text, m.entity) for m in doc._.kgx_mentions}
    assert ("who", f"{BASE}clara-holm") in said
