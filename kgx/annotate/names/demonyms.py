"""Adjectives of nations that the model passes over: *Ukrainian* boxer Ann Lind."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.names.search import Search
from kgx.annotate.names.words import Name
from kgx.annotate.words.gazetteer import nation_of


def find_demonyms(search: Search) -> Iterator[Name]:
    """Words for nations that a parser takes for adjectives, before a small word; before a
    hyphen or a capital they may be part of a name: the Norse-Danish War."""
    parse = search.parse
    for token, word in enumerate(parse.text[:-1]):
        after = parse.text[token + 1]
        adjective = parse.tag[token] == "JJ" and word.istitle() and after.isalpha()
        apart = not search.titled[token] and parse.text[token - 1] != "-"
        if adjective and after.islower() and apart and nation_of(word) is not None:
            yield Name(token, token + 1, "NORP")
