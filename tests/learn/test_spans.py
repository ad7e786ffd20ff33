"""Spans that examples call ends, cut as the examples cut them."""

from __future__ import annotations

import json
import math
from pathlib import Path

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from kgx.annotate.learned.component import add_learned_claims
from kgx.annotate.learned.judge import compile_rules
from kgx.annotate.learned.rules import (
    LearnedRelation,
    Pattern,
    parse_rules,
    read_rules,
    write_rules,
)
from kgx.annotate.learned.spans import choose_cuts, cut_features, find_candidates
from kgx.annotate.run import make_docs
from kgx.cli import app
from kgx.errors import RuleError
from kgx.iris import BASE
from kgx.learn.cuts import learn_cuts
from kgx.learn.examples import Example, Fact, Said, find_spans
from kgx.learn.label import label_examples
from kgx.learn.train import Options, learn_relations
from kgx.types import Document

TITLES = (
    "Letters to a Stranger", "The Salt of the Fen", "Beneath an Iron Sky", "A Winter in Orne",
    "Songs for the Drowned", "The Clockmaker and the Sea", "Nothing but Reeds",
    "An Atlas of Small Rivers", "Waiting for the Ferry", "The House at Tarn End",
    "Notes from a Cold Kitchen", "All the Lamps of Bursa", "Under the Copper Roof",
    "The Last Tram to Vell", "Seven Ways to Mend a Net", "Out of the Long Grass",
)  # fmt: skip
KINDS = ("science fiction", "crime fiction", "travel", "fantasy", "detective")
WRITERS = ("Maria Lind", "John Carter", "Anna Berg", "Peter Holm", "Clara Fisk")


def make_example(n: int) -> Example:
    title, kind, writer = TITLES[n % len(TITLES)], KINDS[n % 5], WRITERS[(n * 2) % 5]
    verb = ("is", "was")[n % 2]
    text = f"{title} {verb} a {kind} novel by {writer}, published in {1960 + n}."
    facts = ((title, "sortOfBook", kind), (title, "penOf", writer))
    return Example(
        str(n),
        text,
        tuple(
            Fact(Said(s, find_spans(text, s)), r, Said(o, find_spans(text, o))) for s, r, o in facts
        ),
    )


@pytest.fixture(scope="module")
def examples() -> list[Example]:
    return [make_example(n) for n in range(80)]


@pytest.fixture(scope="module")
def learned(nlp: Language, examples: list[Example]) -> list[LearnedRelation]:
    labelled = label_examples(examples, nlp, (), learn_cuts(examples, nlp))
    names = {r: f"{BASE}relation/{r}" for r in ("sortOfBook", "penOf")}
    return learn_relations(labelled, Options(names=names))


def triples_of(nlp: Language, rules: list[LearnedRelation], text: str) -> set[tuple[str, str, str]]:
    doc = next(make_docs([Document("d", text)], nlp))
    add_learned_claims(doc, compile_rules(rules), BASE)
    labels = {iri: e.label for iri, e in doc._.kgx_entities.items()}
    return {
        (labels[c.subject], c.predicate.rpartition("/")[2], labels[c.object or ""])
        for c in doc._.kgx_claims
        if c.rule.startswith("learned") and c.predicate.startswith(f"{BASE}relation/")
    }


def test_ends_are_cut_as_in_the_examples(nlp: Language, learned: list[LearnedRelation]) -> None:
    """A title that no example has, with small words in it, and a part of a compound."""
    found = triples_of(nlp, learned, "A Grammar of the Tides is a crime fiction novel by Ola Nord.")
    assert ("A Grammar of the Tides", "sortOfBook", "crime fiction") in found
    assert ("A Grammar of the Tides", "penOf", "Ola Nord") in found


def test_every_end_is_mentioned_where_it_stands(
    nlp: Language, learned: list[LearnedRelation]
) -> None:
    text = "The Weight of Wet Wool is a travel novel by Ola Nord."
    doc = next(make_docs([Document("d", text)], nlp))
    add_learned_claims(doc, compile_rules(learned), BASE)
    [title] = [e for e in doc._.kgx_entities.values() if e.label == "The Weight of Wet Wool"]
    spans = {doc[m.start : m.end].text for m in doc._.kgx_mentions if m.entity == title.id}
    assert spans == {title.label}


def test_cuts_survive_the_file(learned: list[LearnedRelation]) -> None:
    text = write_rules(learned)
    again = parse_rules(text, "rules.toml")
    assert again[0].cuts == learned[0].cuts != {}
    assert write_rules(again) == text


def test_a_weight_of_cuts_must_be_a_number() -> None:
    with pytest.raises(RuleError, match=r"r\.toml, line 3: a: 'much' must be a number"):
        parse_rules('version = 1\n[cuts]\na = "much"\n', "r.toml")


def test_few_ends_teach_no_cuts(nlp: Language, examples: list[Example]) -> None:
    assert learn_cuts(examples[:5], nlp) == {}


def test_what_is_chosen_does_not_overlap(nlp: Language, learned: list[LearnedRelation]) -> None:
    text = 'Ada Berg sang "A Song of the Reeds" with the Orne City Orchestra on 4 May 1990.'
    doc = next(make_docs([Document("d", text)], nlp))
    parse = doc._.kgx_parse
    candidates = find_candidates(doc, BASE)
    chosen = choose_cuts(parse, candidates, learned[0].cuts)
    tokens = [t for a in chosen for t in range(a.start, a.end)]
    assert len(tokens) == len(set(tokens))
    assert {"A Song of the Reeds", "Ada Berg"} <= {doc[a.start : a.end].text for a in candidates}


def test_candidates_grow_with_the_words(nlp: Language) -> None:
    sentence = "The Old Duke of the Isles of Orne and the Sea bought a very old red brick house. "
    counts = [
        len(find_candidates(next(make_docs([Document("d", sentence * n)], nlp)), BASE))
        for n in (5, 10)
    ]
    assert counts[1] <= 2.2 * counts[0]


def test_features_read_as_words(nlp: Language) -> None:
    doc = next(make_docs([Document("d", "Salt of the Fen is a novel.")], nlp))
    [title] = [a for a in find_candidates(doc, BASE) if (a.start, a.end) == (0, 4)]
    assert "Name ] aux" in set(cut_features(doc._.kgx_parse, title))


@pytest.mark.parametrize(("option", "cut"), [("--spans", True), ("--no-spans", False)])
def test_the_command_learns_cuts_where_asked(
    tmp_path: Path, examples: list[Example], option: str, cut: bool
) -> None:

    path, rules = tmp_path / "examples.jsonl", tmp_path / "rules.toml"
    rows = [
        {"text": e.text, "triples": [[f.subject.text, f.relation, f.object.text] for f in e.facts]}
        for e in examples
    ]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    result = CliRunner().invoke(app, ["learn", str(path), option, "-q", "-o", str(rules)])
    assert result.exit_code == 0, result.output
    assert ("[cuts]" in rules.read_text(encoding="utf-8")) is cut


@pytest.mark.parametrize(("cuts", "claimed"), [({"nominal concept of 1": 1.0}, True), ({}, False)])
def test_classes_are_ends_where_examples_say_so(
    nlp: Language, cuts: dict[str, float], claimed: bool
) -> None:
    """In "plays harps": an end without a name is none to rules that were not taught on such."""
    relation = LearnedRelation(
        f"{BASE}relation/plays",
        subject=("person",),
        object=("concept",),
        triggers=("play",),
        patterns=(Pattern("<nsubj play >dobj", "any", "any", 3, 0.9),),
        cuts=cuts,
    )
    found = triples_of(nlp, [relation], "Ada Berg plays harps.")
    assert (("Ada Berg", "plays", "harp") in found) is claimed


WORDINGS = (
    "{title} is a {kind} novel by {writer}, published in {year}.",
    "{writer} wrote the {kind} novel {title} in {year}.",
    "In {year} the {kind} novel {title} made {writer} famous.",
    "{writer} and the {kind} novel {title} were the talk of the town in {year}.",
)
"""More ways to say it than one pattern has."""


def make_row(n: int) -> dict[str, object]:
    title, kind, writer = TITLES[n % len(TITLES)], KINDS[n % 5], WRITERS[(n * 2) % 5]
    said = WORDINGS[n % len(WORDINGS)]
    text = said.format(title=title, kind=kind, writer=writer, year=1960 + n % 50)
    return {"text": text, "triples": [[title, "sortOfBook", kind], [title, "penOf", writer]]}


def test_the_command_learns_no_claim_below_a_confidence(tmp_path: Path) -> None:
    """The least that a weighted sum must reach is where its sigmoid is what was asked for."""
    path, rules = tmp_path / "examples.jsonl", tmp_path / "rules.toml"
    rows = [make_row(n) for n in range(120)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    options = ["--confidence", "0.9", "-q", "-o", str(rules)]
    result = CliRunner().invoke(app, ["learn", str(path), *options])
    assert result.exit_code == 0, result.output
    weighted = [r for r in read_rules(rules) if r.weights]
    assert weighted
    for relation in weighted:
        least = 1 / (1 + math.exp(-(relation.scale * relation.threshold + relation.shift)))
        assert least > 0.89
