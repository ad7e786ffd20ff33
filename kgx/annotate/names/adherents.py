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
        if word in words_in("parties") and _is_party(search, token):
            yield Name(token, token + 1, "ORG")
            continue
        person = token + 1 + (parse.text[token + 1] in _OWNS)  # Labour's Ann Lind
        end = _end_of_person(search, person) if person < len(parse) else 0
        opens = token == parse.sent[token]
        told = parse.lower[token + 1] in words_in("politicians")
        told = told and (not opens or _opens_as_party(search, token))
        if end or told or _is_one(search, token):
            short = told and _opens_name(search, parse.text[token])
            owns = bool(end) and person > token + 1
            yield Name(token, token + 1, "ORG" if owns else "" if short else "NORP")
        if end:
            yield Name(person, end, "PERSON")


def _is_party(search: Search, token: int) -> bool:
    """True for a word that is a party's whole name with a capital within a sentence, or before what
    parties do: run by *Labour*, *Labour won*; no field of an office, Ministry of *Labour*."""
    parse, before = search.parse, token - 1
    narrows = parse.dep[token] in ("compound", "amod", "nmod") or is_capitalised(
        parse.text[token + 1]
    )
    if narrows or parse.tag[token] != "NNP" or parse.child(token, "det") is not None:
        return False
    if token == parse.sent[token]:
        acts = parse.lemma[parse.head[token]] in words_in("party_verbs")
        return acts and parse.dep[token] == "nsubj"
    office = words_in("organization_heads", "titles", "roles")
    return parse.lower[before] not in ("of", "for") or parse.text[before - 1] not in office


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


def _opens_as_party(search: Search, token: int) -> bool:
    """True for the first word of a sentence before a politician's noun and full name where it is
    no mere adjective: *Labour* leader Ann Lind; others where the text writes them so within."""
    text, sent = search.parse.text, search.parse.sent
    known = search.parse.lower[token] in words_in("parties", "party_adjectives")
    forms = (text[token], f"{text[token]}s")
    within = any(w in forms and t > sent[t] for t, w in enumerate(text))
    return (known or within) and bool(_end_of_person(search, token + 2))


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
