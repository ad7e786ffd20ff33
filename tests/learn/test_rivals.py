"""Pairs that cannot all state a relation, and pairs of which nobody knows."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from learn_samples import write_examples
from spacy.language import Language

from kgx.annotate.learned.component import find_verdicts
from kgx.annotate.learned.judge import compile_rules
from kgx.annotate.learned.rules import LearnedRelation, parse_rules, write_rules
from kgx.annotate.learned.spans import choose_cuts, find_candidates
from kgx.errors import RuleError
from kgx.iris import BASE
from kgx.learn.examples import (
    Example,
    Fact,
    Said,
    find_spans,
    merge_texts,
    open_scopes,
    read_examples,
    seem_partial,
)
from kgx.learn.label import label_examples
from kgx.learn.rivals import UNHEARD, Group, choose_single, silence_rivals

HIRED = LearnedRelation(
    "https://example.org/hired",
    subject=("person",),
    object=("person",),
    triggers=("hire",),
    bias=-1.0,
    weights={
        ("top", "hire"): 2.0,
        ("path", "<nsubj hire >dobj"): 1.0,
        ("path", "<nsubj leave <advcl hire >dobj"): 0.5,
    },
)


def make_group(subject: str, object_: str, score: float, *, holds: bool) -> Group:
    return Group((0, 0), (subject, object_), score, holds, 1.0)


def test_of_rivals_the_surest_is_heard() -> None:
    groups = [
        make_group("song", "album", 2.0, holds=True),
        make_group("singer", "album", 1.0, holds=False),
        make_group("singer", "label", 0.5, holds=False),
    ]
    scores = [g.score for g in silence_rivals(groups, ["subject"])]
    assert scores == [2.0, UNHEARD, 0.5]


@pytest.mark.parametrize(("beside", "single"), [(False, ("subject",)), (True, ())])
def test_examples_tell_whether_pairs_are_rivals(beside: bool, single: tuple[str, ...]) -> None:
    groups = [
        replace(make_group(who, "band", score, holds=score > 1 or beside), where=(n, 0))
        for n in range(5)
        for who, score in (("drummer", 2.0 + n), ("singer", 1.0 - n / 10))
    ]
    groups.append(replace(make_group("guest", "band", 0.8, holds=True), where=(9, 0)))
    assert choose_single(groups)[0] == single


def test_a_rule_says_whether_there_is_one_subject(nlp: Language) -> None:
    doc_text = "Clara Holm hired Lena Fisk after Emil Berg left."
    found = []
    for single in ((), ("subject",)):
        rules = compile_rules([replace(HIRED, single=single)])
        doc = nlp(doc_text)
        verdicts = find_verdicts(doc, rules, BASE)
        found.append({doc[v.subject.start : v.subject.end].text for v in verdicts})
    assert found[0] >= {"Clara Holm", "Emil Berg"}
    assert found[1] == {"Clara Holm"}


def test_a_file_keeps_which_ends_are_single() -> None:
    text = write_rules([replace(HIRED, single=("subject",))])
    assert parse_rules(text, "x.toml")[0].single == ("subject",)
    with pytest.raises(RuleError, match=r"single: .*must be of subject and object"):
        parse_rules(text.replace('single = ["subject"]', 'single = ["verb"]'), "x.toml")


def test_an_end_of_a_fact_that_has_no_other_end_leaves_its_pairs_open(
    nlp: Language, tmp_path: Path
) -> None:
    rows = [
        {
            "text": "Clara Holm praised the album, which Emil Berg wrote.",
            "triples": [["Night Harbour", "writer", "Emil Berg"]],
        }
    ]
    examples = list(read_examples(write_examples(tmp_path / "x.jsonl", rows)))
    pairs = label_examples(examples, nlp).pairs
    berg = {pair.open for pair in pairs if pair.names[1] == ("emil", "berg")}
    assert berg == {frozenset({"writer"})}
    assert {pair.open for pair in pairs if pair.names[1] == ("clara", "holm")} == {frozenset()}


def test_texts_that_come_twice_are_one_example(tmp_path: Path) -> None:
    text = "Clara Holm wrote Night Harbour."
    rows = [
        {"text": text, "triples": [["Night Harbour", "writer", "Clara Holm"]]},
        {"text": text, "triples": [["Night Harbour", "performer", "Clara Holm"]]},
    ]
    (example,) = merge_texts(read_examples(write_examples(tmp_path / "x.jsonl", rows)))
    assert [fact.relation for fact in example.facts] == ["writer", "performer"]


@pytest.mark.parametrize(
    ("texts", "facts", "blank", "partial"),
    [(60, 1, 0, True), (60, 2, 0, False), (60, 1, 1, False), (10, 1, 0, False)],
)
def test_a_fact_a_text_is_hardly_all(texts: int, facts: int, blank: int, partial: bool) -> None:
    said = Said("Oslo", ((0, 4),))
    told = [Example(str(n), "", (Fact(said, "near", said),) * facts) for n in range(texts)]
    assert seem_partial([*told, *(Example("b", "", ()) for _ in range(blank))]) == partial
    assert {e.scopes for e in open_scopes(told)} == {()}


@pytest.mark.parametrize(
    ("text", "said", "found"),
    [
        ("By Jose R Munoz and Ada.", "José R. Muñoz", "Jose R Munoz"),
        ("The Lund and Berg Mill", "Lund_&_Berg_Mill", "Lund and Berg Mill"),
        ("The Oslo-Bergen line", "Oslo–Bergen line", "Oslo-Bergen line"),
        ("Ann Lind Jr. came.", "Ann Lind, Jr.", "Ann Lind Jr."),
        ("The Berg Mill", "Lund & Berg Mill", None),
    ],
)
def test_a_string_is_found_in_other_spelling(text: str, said: str, found: str | None) -> None:
    spans = find_spans(text, said)
    assert [text[start:end] for start, end in spans] == ([] if found is None else [found])


def test_a_pronoun_in_a_title_is_part_of_it(nlp: Language) -> None:
    doc = nlp('"She Left the Harbour" is a song by Ann Lind.')
    candidates = find_candidates(doc, BASE)
    whole = '" [ ] "'
    kept = choose_cuts(doc._.kgx_parse, candidates, {"bias": -1.0, whole: 3.0})
    assert "She Left the Harbour" in {doc[a.start : a.end].text for a in kept}
    unsure = choose_cuts(doc._.kgx_parse, candidates, {"bias": -9.0, whole: 3.0})
    assert "She" in {doc[a.start : a.end].text for a in unsure}
