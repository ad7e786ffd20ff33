"""Names of whole persons, names of common words and family names."""

from __future__ import annotations

import pytest

from kgx.graph.names import _LISTS, check_lists, family_name, is_full_name, is_generic


@pytest.mark.parametrize(
    ("name", "full"),
    [
        ("Ida Holm", True),
        ("Ida Holm Jr.", True),
        ("Holm Jr.", False),
        ("Prof. Dr. Holm", False),
        ("Mary Jones", False),
        ("Mary Holm", True),
        ("Pelé", False),
        ("Benedict XVI", True),
        ("Benedict", False),
        ("Pope Benedict", False),
        ("Ida Holm III", True),
        ("Ban Ki-moon", True),
    ],
)
def test_full_names(name: str, full: bool) -> None:
    assert is_full_name(name) is full


@pytest.mark.parametrize(
    ("name", "generic"),
    [("the Ministry of Defence", True), ("City Council", True), ("Oslo City Council", False)],
)
def test_names_of_common_words(name: str, generic: bool) -> None:
    assert is_generic(name) is generic


def test_a_family_name_is_no_title() -> None:
    assert [family_name(name) for name in ("Ida Holm Jr.", "Sir", "Holm")] == [
        "Holm",
        "Sir",
        "Holm",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("titles = 1 =", "not TOML"),
        ('titles = "mr"', "the lists are"),
        (
            'titles = "mr mr"\n' + "".join(f'{key} = "a"\n' for key in _LISTS if key != "titles"),
            "'mr' is listed twice",
        ),
    ],
)
def test_lists_that_are_wrong(text: str, message: str) -> None:
    from kgx.errors import RuleError

    with pytest.raises(RuleError, match=message):
        check_lists(text)
