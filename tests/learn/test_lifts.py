"""Weights from lifts: relations with few facts, weighed as all relations together tell."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.learned.component import add_learned_claims
from kgx.annotate.learned.judge import compile_rules
from kgx.annotate.learned.rules import LearnedRelation, write_rules
from kgx.annotate.run import make_docs
from kgx.iris import BASE
from kgx.learn.cuts import learn_cuts
from kgx.learn.examples import Example, Fact, Said, find_spans
from kgx.learn.label import Labelled, Pair, label_examples
from kgx.learn.lifts import learn_lifts
from kgx.learn.train import Options, learn_relations
from kgx.types import Document

TITLES = (
    "Letters to a Stranger", "The Salt of the Fen", "Beneath an Iron Sky", "A Winter in Orne",
    "Songs for the Drowned", "Nothing but Reeds", "An Atlas of Small Rivers",
    "Waiting for the Ferry", "The House at Tarn End", "All the Lamps of Bursa",
)  # fmt: skip
WRITERS = ("Maria Lind", "John Carter", "Anna Berg", "Peter Holm", "Clara Fisk", "Hugo Dahl")


def make_example(n: int, relation: str, text: str) -> Example:
    title, writer = TITLES[n % len(TITLES)], WRITERS[n % len(WRITERS)]
    text = text.format(title, writer)
    ends = [Said(end, find_spans(text, end)) for end in (title, writer)]
    return Example(f"{relation}{n}", text, (Fact(ends[0], relation, ends[1]),))


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    many = [make_example(n, "penOf", "{} is a novel that {} wrote.") for n in range(60)]
    few = [make_example(n, "turnedBy", "{} was rendered into Norse by {}.") for n in range(6)]
    return [*many, *few]


@pytest.fixture(scope="module")
def labelled(nlp: Language, examples: list[Example]) -> Labelled:
    return label_examples(examples, nlp, cuts=learn_cuts(examples, nlp))


@pytest.fixture(scope="module")
def learned(labelled: Labelled) -> list[LearnedRelation]:
    return learn_relations(labelled, Options())


def find_claims(nlp: Language, rules: list[LearnedRelation], text: str) -> set[tuple[str, str]]:
    (doc,) = make_docs([Document("d", text)], nlp)
    doc._.kgx_claims = []
    add_learned_claims(doc, compile_rules(rules), BASE)
    entities = doc._.kgx_entities
    return {(entities[c.subject].label, entities[c.object].label) for c in doc._.kgx_claims}


def test_few_facts_get_weights(learned: list[LearnedRelation]) -> None:
    few = next(r for r in learned if r.relation == "turnedBy")
    assert few.examples == 6
    assert few.weights and not few.patterns


def test_what_few_facts_teach_holds_for_new_names(
    nlp: Language, learned: list[LearnedRelation]
) -> None:
    few = [r for r in learned if r.relation == "turnedBy"]
    text = "A Lantern for Vell was rendered into Norse by Ida Stone."
    assert find_claims(nlp, few, text) == {("A Lantern for Vell", "Ida Stone")}


def test_what_few_facts_do_not_tell_is_not_claimed(
    nlp: Language, learned: list[LearnedRelation]
) -> None:
    few = [r for r in learned if r.relation == "turnedBy"]
    assert find_claims(nlp, few, "A Lantern for Vell is a novel that Ida Stone wrote.") == set()


def test_learning_again_gives_the_same_file(
    labelled: Labelled, learned: list[LearnedRelation]
) -> None:
    assert write_rules(learn_relations(labelled, Options())) == write_rules(learned)


def test_relations_with_many_facts_keep_their_own_weights(labelled: Labelled) -> None:
    few = learn_relations(labelled, Options(lifted_below=0))
    assert not next(r for r in few if r.relation == "turnedBy").weights


def make_pair(example: int, subject: str, word: str, relation: str | None) -> Pair:
    return Pair(
        example=example,
        where=0,
        ends=(subject, "x"),
        types=("work", "person"),
        features=frozenset({("between", word), ("subject", subject)}),
        words=frozenset({word}),
        facts={relation: 0} if relation else {},
        names=((subject,), ("x",)),
    )


def test_what_the_same_subject_has_shown_does_not_count() -> None:
    once = [make_pair(n, "vell", "write", "penOf") for n in range(4)]
    often = [
        make_pair(10 * size + n, f"s{size} {n}", f"word{size}", f"r{size}")
        for size in range(2, 9)
        for n in range(size)
    ]
    others = [make_pair(100 + n, f"t{n}", "see", None) for n in range(40)]
    pairs = [*once, *often, *others]
    relations = ("penOf", *(f"r{size}" for size in range(2, 9)))
    holds = {r: [r in p.facts for p in pairs] for r in relations}
    lifted = learn_lifts(Labelled(pairs=pairs), holds, {}, 1.0)
    own = next(n for n, p in enumerate(pairs) if "r4" in p.facts)
    assert lifted["penOf"].scores[0] < lifted["r4"].scores[own]
    assert lifted["penOf"].scores[0] < lifted["penOf"].model.score(pairs[0].features)
