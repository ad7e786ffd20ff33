"""Names of bodies by what they are called after: the Labour *party*, School *of Painting, Sculpture
and Architecture*."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.search import Search
from kgx.annotate.names.words import Name, is_capitalised, words_in

_PARTY = "party"


def find_parties(search: Search) -> Iterator[Name]:
    """Words that parties are called after with the noun behind them, which without it are no names
    but of qualities: the Scottish National *party*; "Syriza" in "the Syriza party" is one alone."""
    parse = search.parse
    for noun in range(1, len(parse)):
        named = parse.text[noun] == _PARTY and _calls(parse, noun - 1)
        if named and not search.titled[noun]:
            yield Name(_first_large(parse, noun - 1), noun + 1, "ORG")


def find_bodies_of_fields(search: Search) -> Iterator[Name]:
    """Bodies with "of" and three fields or more, of which "and" brings in the last."""
    parse, bodies = search.parse, words_in("takes_of")
    for of in range(1, len(parse) - 1):
        if parse.lower[of] != "of" or parse.text[of - 1] not in bodies or search.titled[of]:
            continue
        end = _end_of_fields(parse, of + 1)
        if end is not None:
            yield Name(_first_large(parse, of - 1), end, "ORG")


def _calls(parse: Parse, token: int) -> bool:
    """True for a large word that parties are called after."""
    return parse.text[token].istitle() and parse.lower[token] in words_in("party_words")


def _first_large(parse: Parse, token: int) -> int:
    """The first of the large words that end in a token and may be a name together: an adjective
    that opens the sentence owes its capital to that."""
    opening = parse.sent[token]
    while token > opening and is_capitalised(parse.text[token - 1]):
        before = parse.tag[token - 1]
        if not before.startswith("NNP") and (before != "JJ" or token - 1 == opening):
            break
        token -= 1
    return token


def _end_of_fields(parse: Parse, start: int) -> int | None:
    """Behind the last of fields that commas and an "and" part; None where they are no such list."""
    at, last = start, parse.sent_end[start]
    while at + 2 < last and _is_field(parse, at) and parse.text[at + 1] == ",":
        at += 2
    at += at > start and parse.lower[at] == "and"
    if parse.lower[at + 1 : at + 2] == ["and"] and at > start and _is_field(parse, at):
        at += 2
    listed = at > start + 2 and parse.lower[at - 1] == "and" and at < last
    return at + 1 if listed and _is_field(parse, at) else None


def _is_field(parse: Parse, token: int) -> bool:
    """True for what offices, departments and schools are of."""
    return parse.text[token] in words_in("office_fields", "department_titles", "study_fields")
