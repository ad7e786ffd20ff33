"""Word lists of the components: TOML files beside this module, one table of lists a file."""

from __future__ import annotations

from functools import cache

from kgx.annotate.words.tables import read_data
from kgx.errors import RuleError
from kgx.texts import Table, parse_toml


@cache
def read_lists(file: str) -> Table[tuple[str, ...]]:
    """The lists of a file of ``kgx/annotate/data``, by key.

    A list is a TOML array of strings, or one string whose words are separated by white space.

    Raises:
        RuleError: The file is no TOML, a value is no list of strings, or a list is empty or names
            an entry twice.
    """
    return check_lists(file, read_data(file))


def check_lists(file: str, text: str) -> Table[tuple[str, ...]]:
    """Read the text of a file of word lists; raises `RuleError` as `read_lists` does."""
    lists: Table[tuple[str, ...]] = Table(file)
    for key, value in parse_toml(text, file).items():
        entries = value.split() if isinstance(value, str) else value
        if not isinstance(entries, list) or not all(isinstance(e, str) and e for e in entries):
            raise RuleError(f"{file}: {key}: give a string of words or an array of strings")
        if not entries:
            raise RuleError(f"{file}: {key}: the list is empty")
        twice = next((e for e in entries if entries.count(e) > 1), None)
        if twice is not None:
            raise RuleError(f"{file}: {key}: {twice!r} is listed twice")
        lists[key] = tuple(entries)
    return lists


@cache
def read_set(file: str, *keys: str) -> frozenset[str]:
    """A list, or several, as one set. Raises `RuleError` where the file has no such list."""
    lists = read_lists(file)
    return frozenset(entry for key in keys for entry in lists[key])
