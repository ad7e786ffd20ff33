"""What an argument tells, by its verb: frames that ship, and those of a user's file."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from kgx.annotate.words.lexicon import add_frames, load_lexicon
from kgx.errors import RuleError


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Norvik sold the mill to Helix for 3 million euros.", ["object", "target", "amount"]),
        ("Norvik bought the mill from Helix.", ["object", "source"]),
        ("They praised Lind for the bridge.", ["object", "cause"]),
        ("Norvik sent the mill to Helix.", ["object", "target"]),
    ],
)
def test_roles_by_verb(nlp: Language, text: str, roles: list[str]) -> None:
    (clause,) = (c for c in nlp(text)._.kgx_clauses if c.kind == "verb")
    assert [a.role for a in clause.arguments] == roles


def test_own_frames_win(tmp_path: Path) -> None:
    path = tmp_path / "frames.toml"
    path.write_text('[sell]\nto = "indirect object"\n[dispatch]\nby = "instrument"\n')
    frames = add_frames(load_lexicon(), path).frames
    assert frames["dispatch"] == {"by": "instrument"}
    assert frames["sell"]["to"] == "indirect object"
    assert frames["sell"]["for"] == "amount"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('[sell]\nto = "aim"\n', "must be one of"),
        ('sell = "target"\n', "must be a table"),
        ("[sell", "not TOML"),
    ],
)
def test_frames_that_are_none(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "frames.toml"
    path.write_text(text)
    with pytest.raises(RuleError, match=why):
        add_frames(load_lexicon(), path)


def test_frames_that_are_not_there(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="cannot be read"):
        add_frames(load_lexicon(), tmp_path / "none.toml")
