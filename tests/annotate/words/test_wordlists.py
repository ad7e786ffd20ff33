"""Word lists and what is wrong with them."""

from __future__ import annotations

import pytest

from kgx.annotate.words.wordlists import check_lists, read_lists
from kgx.errors import RuleError


@pytest.mark.parametrize("file", ["layout", "names", "nouns", "quotes", "coreference"])
def test_the_lists_of_the_package_are_sound(file: str) -> None:
    assert read_lists(f"{file}.toml")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a = ", "x.toml: not TOML"),
        ("a = 1", "x.toml: a: give a string of words or an array of strings"),
        ("a = ''", "x.toml: a: the list is empty"),
        ("a = 'one two one'", "x.toml: a: 'one' is listed twice"),
    ],
)
def test_faults_are_named(text: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        check_lists("x.toml", text)
