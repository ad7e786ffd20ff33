"""Word lists and what is wrong with them."""

from __future__ import annotations

import pytest

from kgx.annotate.names.words import NAME_FILES, words_in
from kgx.annotate.words.wordlists import check_lists, read_lists
from kgx.errors import RuleError


@pytest.mark.parametrize("file", ["layout", "nouns", "quotes", "coreference"])
def test_the_lists_of_the_package_are_sound(file: str) -> None:
    assert read_lists(f"{file}.toml")


def test_lists_that_tell_names_stand_in_one_file_each() -> None:
    keys = [key for file in NAME_FILES for key in read_lists(file)]
    assert len(keys) == len(set(keys))


def test_a_list_of_names_that_is_not_there_is_an_error() -> None:
    with pytest.raises(RuleError, match="'nowhere' is missing"):
        words_in("nowhere")


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
