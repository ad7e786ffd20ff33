"""Names that rules learn from examples, and learning part by part."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from learn_samples import make_examples, write_examples
from spacy.language import Language

from kgx.annotate.learned.names import find_names, make_lexicon
from kgx.annotate.learned.rules import LearnedRelation, parse_rules, write_rules
from kgx.learn import folds
from kgx.learn.check import explain_text
from kgx.learn.examples import read_examples
from kgx.learn.known import add_known, count_names, list_names
from kgx.learn.label import label_examples


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She sang ALTO parts.", ["alto"]),
        ("For the Harbour 64 and the Harbour .", ["Harbour 64", "Harbour"]),
        ("Sleep Well ! was a hit.", ["Sleep Well!"]),
        ("An altocumulus.", []),
    ],
)
def test_the_longest_name_is_found_whatever_its_case_and_blanks(
    text: str, found: list[str]
) -> None:
    lexicon = make_lexicon(["alto", "Harbour", "Harbour 64", "Sleep Well!"])
    assert [name for _, _, name in find_names(text, lexicon)] == found


def test_names_are_known_that_examples_have_more_than_once(tmp_path: Path) -> None:
    rows = [
        {"text": f"{who} sings {part}.", "triples": [[who, "voice", part]]}
        for who, part in (("Ann Lind", "alto"), ("Ada Berg", "alto"), ("Eva Holm", "bass"))
    ]
    known = count_names(read_examples(write_examples(tmp_path / "x.jsonl", rows)))
    assert list_names(known, "voice", 1) == ("alto",)
    assert list_names(known, "voice", 0) == ()


def test_a_name_is_not_known_from_the_fact_itself(nlp: Language, tmp_path: Path) -> None:
    rows = [
        {"text": f"{who} sings alto in Oslo.", "triples": [[who, "voice", "alto"]]}
        for who in ("Ann Lind", "Ada Berg")
    ]
    examples = list(read_examples(write_examples(tmp_path / "x.jsonl", rows)))
    known = count_names(examples)
    labelled = label_examples(examples, nlp, ["alto"])
    holds = ["voice" in pair.facts for pair in labelled.pairs]
    assert sum(holds) == 2
    features = add_known(labelled.pairs, holds, known, "voice")
    assert not any(("known", "object") in f for f, h in zip(features, holds, strict=True) if h)


def test_a_known_name_is_found_and_is_a_trigger(nlp: Language) -> None:
    rule = LearnedRelation(
        "https://e.org/voice",
        subject=("person",),
        object=("concept",),
        object_names=("alto",),
        triggers=("voice",),
        weights={("known", "object"): 2.0},
    )
    [again] = parse_rules(write_rules([rule]), "rules.toml")
    assert again == rule
    [found] = explain_text("Ada Berg came on for the alto part.", [again], nlp)
    assert (found.subject, found.object) == ("Ada Berg", "alto")
    assert list(explain_text("Ada Berg came on for the tuba part.", [again], nlp)) == []


def test_every_text_is_annotated_by_what_the_others_teach(tmp_path: Path) -> None:
    path = write_examples(tmp_path / "x.jsonl", make_examples(12))
    out = tmp_path / "out.jsonl"
    options = ["--examples", str(path), "--folds", "3", "--fewest", "2", "-o", str(out)]
    folds.main(options)
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    texts = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    assert len(rows) == len(texts)
    said = [any(c["rule"] == "learned mentorof" for c in row["claims"]) for row in rows]
    told = [bool(text["triples"]) for text in texts]
    assert sum(s and t for s, t in zip(said, told, strict=True)) > sum(told) / 2
    assert not any(s and not t for s, t in zip(said, told, strict=True))
