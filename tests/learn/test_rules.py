"""Rules files: what is written is read back, and what is wrong is said with file, line and key."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgx.annotate.learned.rules import (
    LearnedRelation,
    Pattern,
    parse_rules,
    read_rules,
    write_rules,
)
from kgx.errors import RuleError

PATTERN = Pattern("<nsubj mentor >dobj", "person", "person", support=3, precision=0.875)
RELATION = LearnedRelation(
    "https://example.org/mentorOf",
    subject=("person",),
    object=("person",),
    examples=60,
    precision=0.9,
    triggers=("mentor",),
    bias=-1.5,
    weights={("top", "mentor"): 2.5, ("between", "“"): -0.25},
    patterns=(PATTERN,),
)


def test_what_is_written_is_read_back() -> None:
    assert parse_rules(write_rules([RELATION], "Two\nlines"), "rules.toml") == (RELATION,)


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20))
def test_any_feature_is_read_back(value: str) -> None:
    relation = LearnedRelation("spouse", weights={("path", value): 1.25})
    assert parse_rules(write_rules([relation]), "rules.toml") == (relation,)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("version = 1\nrelations = 3\n", "rules.toml, line 2: relations: unknown key"),
        ("version = 7\n", "rules.toml, line 1: version: must be 1"),
        ('version = 1\n[[relation]]\nrelation = "a"\nbiass = 1\n', "line 4: biass: unknown key"),
        ("version = 1\n[[relation]]\nbias = 1\n", "line 2: relation: is missing"),
        (
            'version = 1\n[[relation]]\nrelation = "a"\n[[relation]]\nrelation = "b"\nbias = "x"\n',
            "line 6: bias: 'x' must be a number",
        ),
        (
            'version = 1\n[[relation]]\nrelation = "a"\n[relation.weights.topp]\nmarry = 1\n',
            "line 4: topp: no group of features",
        ),
        (
            'version = 1\n[[relation]]\nrelation = "a"\n[relation.weights.top]\nmarry = "x"\n',
            "line 5: marry: 'x' must be a number",
        ),
        (
            'version = 1\n[[relation]]\nrelation = "a"\n[[relation.pattern]]\npath = "<nsubj"\n',
            "pattern: object is missing",
        ),
        ("version = \n", "rules.toml: not TOML"),
    ],
)
def test_what_is_wrong_is_said(text: str, said: str) -> None:
    with pytest.raises(RuleError) as caught:
        parse_rules(text, "rules.toml")
    assert said in str(caught.value)


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"none\.toml: cannot be read: No such file"):
        read_rules(tmp_path / "none.toml")
