"""Names of parties that end in a small word: the Labour *party*."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.words import Name, words_in

_PARTY = "party"


def find_parties(parse: Parse, titled: list[bool]) -> Iterator[Name]:
    """Words that parties are called after with the noun behind them, which without it are no names
    but of qualities: the Scottish National *party*; "Syriza" in "the Syriza party" is one alone."""
    for noun in range(1, len(parse)):
        last = noun - 1
        if parse.text[noun] != _PARTY or not _calls(parse, last) or titled[noun]:
            continue
        start = last
        while start > parse.sent[noun] and _is_part(parse, start - 1):
            start -= 1
        yield Name(start, noun + 1, "ORG")


def _calls(parse: Parse, token: int) -> bool:
    """True for a large word that parties are called after."""
    return parse.text[token].istitle() and parse.lower[token] in words_in("party_words")


def _is_part(parse: Parse, token: int) -> bool:
    """True for a large word within a sentence, that goes on a party's name to the left."""
    inside = token > parse.sent[token] and parse.tag[token].startswith(("NNP", "JJ"))
    return inside and parse.text[token].istitle()
