"""Whether the name of a person tells who it is."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from kgx.errors import RuleError
from kgx.iris import slug

_FILE = "people.toml"
_LISTS = ("titles", "common_given", "common_family")


def is_full_name(name: str) -> bool:
    """True for a given and a family name that not everybody has.

    Titles and initials count for nothing.

    >>> [is_full_name(name) for name in ("Ida Holm", "Holm", "Dr. Holm", "I. Holm", "John Smith")]
    [True, False, False, False, False]
    """
    lists = _read_lists()
    words = [word for word in slug(name).split("-") if word not in lists["titles"]]
    full = [word for word in words if len(word) > 1]
    if len(full) < 2:
        return False
    common = full[0] in lists["common_given"] and full[-1] in lists["common_family"]
    return len(full) > 2 or not common


def family_name(name: str) -> str:
    """The last word of a name that is no title.

    >>> family_name("Ida Holm Jr.")
    'Holm'
    """
    titles = _read_lists()["titles"]
    words = [word for word in name.split() if slug(word) not in titles]
    return words[-1] if words else name


@cache
def _read_lists() -> dict[str, frozenset[str]]:
    text = files("kgx.graph").joinpath("data", _FILE).read_text(encoding="utf-8")
    return check_lists(text)


def check_lists(text: str) -> dict[str, frozenset[str]]:
    """The lists of the data file.

    Raises:
        RuleError: It is no TOML, lacks a list, has another, or names a word twice.
    """
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as err:
        raise RuleError(f"{_FILE}: not TOML: {err}") from err
    for key in table.keys() ^ set(_LISTS):
        raise RuleError(f"{_FILE}: {key}: the lists are {', '.join(_LISTS)}")
    for key, words in table.items():
        listed = words.split()
        if twice := next((word for word in listed if listed.count(word) > 1), None):
            raise RuleError(f"{_FILE}: {key}: {twice!r} is listed twice")
    return {key: frozenset(words.split()) for key, words in table.items()}
