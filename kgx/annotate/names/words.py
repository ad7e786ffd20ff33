"""What a name is while it is looked for, and the words that tell names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kgx.annotate.words.noun_types import Gender
from kgx.annotate.words.tables import read_data, read_lines
from kgx.annotate.words.wordlists import read_lists, read_set
from kgx.records import quick

DESIGNATION = re.compile(
    r"(?:[A-Z][A-Za-z]{0,8}-\d{1,5}[A-Za-z0-9]{0,4}|[A-Z]{1,3}\d{3,4}[A-Za-z]{0,4})"
    r"(?:-[A-Z0-9]{1,4})?"
)
"""KTJ-3200, F-16, Su-57M, A320neo: letters and a number that name a model."""

CLOSED = frozenset("DET ADP PRON SCONJ CCONJ ADV AUX INTJ PART PUNCT SPACE NUM".split())  # noqa: SIM905
"""Parts of speech that no name begins with."""

MAKERS = frozenset({"ORG", "PRODUCT", "PERSON", ""})
"""Labels of what makes products, or may be one."""

_TAIL = re.compile("[A-Z]{3,4}")
_CAMEL = re.compile(r"[a-z]{1,2}[A-Z][a-z]+")


def is_registration(word: str) -> bool:
    """True for what an aircraft is registered by: G-HJRT, EI-DCX, 9M-MRO (ICAO Annex 7)."""
    mark, dash, tail = word.partition("-")
    if not dash or not _TAIL.fullmatch(tail) or mark not in words_in("registration_marks"):
        return False
    return len(tail) == (3 if len(mark) > 1 or mark == "B" else 4)


@quick
@dataclass(frozen=True, slots=True)
class Name:
    """A name at ``[start, end)``; ``label`` is the model's, empty where it saw none; ``title``
    tells that a person's title stands before it."""

    start: int
    end: int
    label: str
    title: bool = False


NAME_FILES = ("names.toml", "name_types.toml", "name_contexts.toml")
"""Where the lists of `words_in` stand. No two have a list of one name."""


@cache
def words_in(*keys: str) -> frozenset[str]:
    """A list of words that tell names, or several as one.

    Raises:
        RuleError: There is no such list.
    """
    files = {key: file for file in NAME_FILES for key in read_lists(file)}
    return frozenset().union(*(read_set(files.get(key, NAME_FILES[0]), key) for key in keys))


@cache
def given_names() -> frozenset[str]:
    """Given names in lower case."""
    return frozenset(read_data("given_names.txt").split())


@cache
def given_genders() -> dict[str, Gender]:
    """The gender of given names that have one, by the name in lower case."""
    cells = (line.split("\t") for line in read_lines("given_genders.tsv", 2))
    return {name: "f" if gender == "f" else "m" for name, gender in cells}


def fold_words(name: Iterable[str]) -> tuple[str, ...]:
    """The words of a name as two spellings of it share them: small, without full stops, with
    straight apostrophes, ``A/S`` as one word."""
    return _fold(tuple(name))


@lru_cache(maxsize=16384)
def _fold(name: tuple[str, ...]) -> tuple[str, ...]:
    words = (w.replace("’", "'").replace(".", "") or w for w in name if w.strip())
    return tuple(" ".join(words).casefold().replace(" / ", "/").replace(" - ", "-").split(" "))


@cache
def folded_words_in(*keys: str) -> frozenset[str]:
    """`words_in` as `fold_words` gives them.

    Raises:
        RuleError: There is no such list.
    """
    return _fold_each(words_in(*keys))


def _fold_each(words: Iterable[str]) -> frozenset[str]:
    return frozenset(fold_words((w,))[0] for w in words)


@cache
def legal_forms() -> frozenset[str]:
    """The marks of legal forms, as `fold_words` gives them."""
    return _fold_each(read_set("coreference.toml", "legal"))


@cache
def _endings() -> frozenset[str]:
    return legal_forms() | _fold_each(read_set("coreference.toml", "generations"))


def has_legal_form(name: tuple[str, ...]) -> bool:
    """True for the name of a company, as `fold_words` gives it, that says so."""
    return len(name) > 1 and name[-1] in legal_forms()


def core_of(name: tuple[str, ...]) -> tuple[str, ...]:
    """A name, as `fold_words` gives it, without the marks of a legal form or a generation."""
    end, endings = len(name), _endings()
    while end > 1 and name[end - 1] in endings:
        end -= 1
    return name[:end]


def is_calling(word: str) -> bool:
    """True for a small noun for what a body is or does, which no name begins with: insurer."""
    return word in words_in("callings") or word.endswith(_maker_ends())


@cache
def _maker_ends() -> tuple[str, ...]:
    return read_lists("nouns.toml")["organization_ends"]


def is_rank(words: Sequence[str]) -> bool:
    """True for a person named by a rank: 2nd *Earl of* Clare."""
    of = words.index("of") if "of" in words else 0
    return of > 0 and words[of - 1].title() in words_in("nobles")


@lru_cache(maxsize=16384)
def is_capitalised(word: str) -> bool:
    """True for a word that begins with a capital, or with one after one or two small letters."""
    return word[:1].isupper() or (not word.islower() and bool(_CAMEL.match(word)))
