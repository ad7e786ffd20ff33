"""Words for those who belong to a party: the *Green* candidate, the *Conservative* Ann Lind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from kgx.annotate.names.search import Search
from kgx.annotate.names.words import Name, given_names, is_capitalised, words_in

_OWNS = frozenset({"'s", "’s"})
_LONGEST = 3
"""Words of the name of a person, at most."""


def find_adherents(search: Search) -> Iterator[Name]:
    """Large words that parties call their own by, before a noun for politicians or before a
    person's full name, which is a name of its own, or with a possessive; and "a *Democrat*"."""
    parse = search.parse
    for token, word in enumerate(parse.lower[:-1]):
        if word not in words_in("adherent_words") or not parse.text[token].istitle():
            continue
        if search.titled[token]:
            continue
        person = token + 1 + (parse.text[token + 1] in _OWNS)  # Labour's Ann Lind
        end = _end_of_person(search, person) if person < len(parse) else 0
        opens = token == parse.sent[token]
        told = parse.lower[token + 1] in words_in("politicians") and not opens
        if end or told or _is_one(search, token):
            short = told and _opens_name(search, parse.text[token])
            owns = bool(end) and person > token + 1
            yield Name(token, token + 1, "ORG" if owns else "" if short else "NORP")
        if end:
            yield Name(person, end, "PERSON")


def members_of(party: tuple[str, ...]) -> tuple[str, ...]:
    """What a party goes by for who its members are, in small letters as its name is; empty where it
    goes by none.

    >>> members_of(("social", "democratic", "party")), members_of(("farmers", "party"))
    (('social', 'democrats'), ())
    """
    if len(party) == 1 or party[-1] != "party":
        return ()
    one = party[-2].removesuffix("ic")
    return (*party[:-2], f"{one}s") if one in words_in("adherent_words") else ()


def _opens_name(search: Search, word: str) -> bool:
    """True for a word that a party's whole name opens with in the text: Green *Alliance*."""
    text = search.parse.text
    return any(w == word and is_capitalised(after) for w, after in pairwise(text))


def _is_one(search: Search, token: int) -> bool:
    """True for "a *Democrat*,", which no large word goes on."""
    parse = search.parse
    article = token > 0 and parse.lower[token - 1] in ("a", "an")
    return article and parse.pos[token + 1] in ("PUNCT", "ADP", "PRON", "VERB", "AUX", "CCONJ")


def _end_of_person(search: Search, start: int) -> int:
    """Behind a given name and one or two large words after it; 0 where there is no such name."""
    parse, end = search.parse, start
    last = min(parse.sent_end[start], start + _LONGEST)
    while end < last and is_capitalised(parse.text[end]) and parse.pos[end] == "PROPN":
        end += 1
    return end if end - start > 1 and parse.lower[start] in given_names() else 0
