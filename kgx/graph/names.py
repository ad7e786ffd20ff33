"""Whether a name tells what it names."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from kgx.errors import RuleError
from kgx.iris import slug
from kgx.texts import parse_toml

_FILE = "names.toml"
_LISTS = ("titles", "men", "women", "numerals", "common_given", "common_family", "generic")
_LINKING = frozenset({"of", "the", "and", "for", "in", "on", "s"})


def is_full_name(name: str) -> bool:
    """True for a given and a family name that not everybody has, and for a ruler's with a number.

    Titles and initials count for nothing.

    >>> [is_full_name(name) for name in ("Ida Holm", "Holm", "Dr. Holm", "I. Holm", "John Smith")]
    [True, False, False, False, False]
    """
    lists = _read_lists()
    words = [word for word in slug(name).split("-") if word not in lists["titles"]]
    full = [word for word in words if len(word) > 1 and word not in lists["numerals"]]
    if len(full) < 2:
        return bool(full) and words[-1] in lists["numerals"]
    common = full[0] in lists["common_given"] and full[-1] in lists["common_family"]
    return len(full) > 2 or not common


def is_generic(name: str) -> bool:
    """True for a name of common words alone.

    >>> is_generic("Supreme Court"), is_generic("Supreme Court of Chile")
    (True, False)
    """
    generic = _read_lists()["generic"]
    return all(word in generic or word in _LINKING for word in slug(name).split("-"))


def sex_of(name: str) -> str:
    """What a title tells of a person: ``man``, ``woman`` or nothing.

    >>> sex_of("Mrs. Holm"), sex_of("Ida Holm")
    ('woman', '')
    """
    lists, words = _read_lists(), slug(name).split("-")
    first = words[0] if len(words) > 1 else ""
    return "man" if first in lists["men"] else "woman" if first in lists["women"] else ""


def family_name(name: str) -> str:
    """The last word of a name that is no title.

    >>> family_name("Ida Holm Jr.")
    'Holm'
    """
    lists = _read_lists()
    dropped = lists["titles"] | lists["numerals"]
    words = [word for word in name.split() if slug(word) not in dropped]
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
    table = parse_toml(text, _FILE)
    for key in table.keys() ^ set(_LISTS):
        raise RuleError(f"{_FILE}: {key}: the lists are {', '.join(_LISTS)}")
    for key, words in table.items():
        listed = words.split()
        if twice := next((word for word in listed if listed.count(word) > 1), None):
            raise RuleError(f"{_FILE}: {key}: {twice!r} is listed twice")
    return {key: frozenset(words.split()) for key, words in table.items()}
