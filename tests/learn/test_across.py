"""Relations across sentences: what pairs of things look like, and what is learned from them."""

from __future__ import annotations

from pathlib import Path

import pytest
from learn_samples import PEOPLE, write_examples
from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.learned.across import find_thing_pairs
from kgx.annotate.learned.anchors import find_anchors
from kgx.annotate.learned.component import add_learned_claims
from kgx.annotate.learned.judge import compile_rules
from kgx.annotate.learned.rules import LearnedRelation, parse_rules, write_rules
from kgx.annotate.learned.things import MOST, find_stretches
from kgx.annotate.run import make_docs
from kgx.errors import RuleError
from kgx.iris import BASE
from kgx.learn.check import check_rules, explain_text
from kgx.learn.examples import Example, read_examples
from kgx.learn.label import label_examples
from kgx.learn.train import Options, learn_relations
from kgx.types import Claim, Document

CITIES = ["Oslo", "Madrid", "Lisbon", "Dublin", "Prague", "Helsinki", "Vienna"]
TRADES = ["potter", "painter", "sculptor"]
SHOWS = f"{BASE}relation/showsin"


def make_doc(nlp: Language, text: str) -> Doc:
    return next(make_docs([Document("d", text)], nlp))


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> list[Example]:
    """Texts that say in one sentence who somebody is, and in another where the work is shown."""
    rows = []
    for n in range(70):
        who, other = PEOPLE[n % 10], PEOPLE[(n + 3) % 10]
        where, far = CITIES[n % 7], CITIES[(n + 2) % 7]
        text = (
            f"{who} is a {TRADES[n % 3]}. The works are on show in {where} every spring. "
            f"A friend, {other}, lives in {far}."
        )
        rows.append({"text": text, "triples": [[who, "showsIn", where]]})
    path = tmp_path_factory.mktemp("across") / "texts.jsonl"
    return list(read_examples(write_examples(path, list(rows))))


@pytest.fixture(scope="module")
def learned(nlp: Language, examples: list[Example]) -> list[LearnedRelation]:
    labelled = label_examples(examples, nlp, across=True)
    return learn_relations(labelled, Options(names={"showsIn": SHOWS}, across=True))


def claims_of(nlp: Language, rules: list[LearnedRelation], text: str) -> list[Claim]:
    doc = make_doc(nlp, text)
    before = len(doc._.kgx_claims)
    return list(add_learned_claims(doc, compile_rules(rules), BASE)._.kgx_claims)[before:]


NEW = "Clara Holm is a weaver. The works are on show in Bergen every spring."


def test_what_two_sentences_say_is_learned_and_claimed(
    nlp: Language, learned: list[LearnedRelation]
) -> None:
    [relation] = learned
    assert relation.across and relation.weights and not relation.triggers
    [claim] = claims_of(nlp, learned, NEW)
    assert (claim.subject, claim.predicate) == (f"{BASE}clara-holm", SHOWS)
    assert claim.object is not None and claim.object.startswith(f"{BASE}bergen")


def test_its_evidence_is_both_sentences(nlp: Language, learned: list[LearnedRelation]) -> None:
    [claim] = claims_of(nlp, learned, NEW)
    assert claim.quote == "Clara Holm is a weaver. The works are on show in Bergen"
    assert claim.prefix + claim.quote + claim.suffix == NEW
    assert claim.rule == "learned showsin"


def test_one_sentence_at_a_time_does_not_teach_it(nlp: Language, examples: list[Example]) -> None:
    assert learn_relations(label_examples(examples, nlp), Options(names={"showsIn": SHOWS})) == []


def test_learned_rules_are_checked_and_explained(
    nlp: Language, examples: list[Example], learned: list[LearnedRelation]
) -> None:
    tally = check_rules(learned, examples, nlp, {"showsIn": SHOWS})[SHOWS]
    assert tally.precision > 0.9 and tally.recall > 0.8
    [found] = explain_text(NEW, learned, nlp)
    assert found.text == NEW
    assert any(feature.startswith(("apart", "opens")) for feature, _ in found.reasons)


def test_across_is_written_and_read_back(learned: list[LearnedRelation]) -> None:
    assert parse_rules(write_rules(learned), "rules.toml") == tuple(learned)
    with pytest.raises(RuleError, match="across: 1 must be true or false"):
        parse_rules('version = 1\n[[relation]]\nrelation = "a"\nacross = 1\n', "rules.toml")


def test_what_the_grammar_says_anywhere_is_not_said_again(nlp: Language) -> None:
    rule = LearnedRelation(
        "birthPlace",
        across=True,
        subject=("person",),
        object=("place",),
        weights={("types", "person place"): 3.0},
    )
    assert claims_of(nlp, [rule], "Clara Holm was born in Oslo. She is fond of Oslo.") == []


@pytest.mark.parametrize(
    ("text", "subject", "object_", "feature"),
    [
        ("Clara Holm wrote. Oslo slept.", "Clara Holm", "Oslo", ("apart", "next sentence")),
        ("Clara Holm wrote. Oslo slept.", "Clara Holm", "Oslo", ("opens", "subject person place")),
        (
            "Clara Holm wrote. Oslo slept.",
            "Clara Holm",
            "Oslo",
            ("opens", "subject first person place"),
        ),
        ("Oslo is cold. Norway is large.", "Oslo", "Norway", ("land", "object's")),
        ("Oslo is cold. Spain is large.", "Oslo", "Spain", ("land", "not object's")),
        ("Oslo is cold. Spain is large.", "Spain", "Oslo", ("land", "not subject's")),
        ("Oslo is cold. Spain is large.", "Oslo", "Spain", ("main", "object Country only")),
        (
            "The University of Oslo is old. Oslo is cold.",
            "University of Oslo",
            "Oslo",
            ("name", "subject has the other's, organization place"),
        ),
        ("Clara Holm is a potter. Oslo slept.", "Clara Holm", "Oslo", ("isa", "subject potter")),
        (
            "Clara Holm was born in Oslo. Norway is large.",
            "Clara Holm",
            "Norway",
            ("says", "birthPlace (in that country)"),
        ),
        ("Clara Holm was born in Oslo.", "Oslo", "Clara Holm", ("says", "birthPlace, turned")),
    ],
)
def test_a_pair_of_things_has_features(
    nlp: Language, text: str, subject: str, object_: str, feature: tuple[str, str]
) -> None:
    doc = make_doc(nlp, text)
    labels = {entity.label: key for key, entity in doc._.kgx_entities.items()}
    ends = labels[subject], labels[object_]
    pairs = find_thing_pairs(doc, find_anchors(doc, BASE))
    [pair] = [p for p in pairs if (p.subject.key, p.object.key) == ends]
    assert feature in pair.features


def test_a_long_text_is_taken_in_stretches(nlp: Language) -> None:
    text = " ".join(f"In {1500 + n}, Clara Holm wrote to Jonas Weir." for n in range(3 * MOST))
    doc = make_doc(nlp, text)
    stretches = list(find_stretches(doc, find_anchors(doc, BASE)))
    assert len(stretches) > 2
    assert all(len(stretch.things) <= MOST for stretch in stretches)
    years = {thing.key for stretch in stretches for thing in stretch.things if thing.type == "date"}
    assert years == {str(1500 + n) for n in range(3 * MOST)}


def test_few_facts_make_patterns_of_sentences(nlp: Language, tmp_path: Path) -> None:
    rows: list[dict[str, object]] = [
        {
            "text": "Maria Lind mentored John Carter in Bergen.",
            "triples": [["Maria Lind", "mentorOf", "John Carter"]],
        }
    ] * 3
    given = list(read_examples(write_examples(tmp_path / "few.jsonl", rows)))
    [relation] = learn_relations(label_examples(given, nlp, across=True), Options(across=True))
    assert relation.patterns and not relation.across and relation.triggers == ("mentor",)
