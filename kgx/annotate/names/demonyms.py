"""Adjectives of nations that the model passes over: *Ukrainian* boxer Ann Lind."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.words import Name
from kgx.annotate.words.gazetteer import nation_of


def find_demonyms(parse: Parse, taken: list[bool], titled: list[bool]) -> Iterator[Name]:
    """Words for nations that a parser takes for adjectives, before a small word, and that nothing
    covers; before a hyphen or a capital they may be part of a name: the Norse-Danish War."""
    for token, word in enumerate(parse.text[:-1]):
        after = parse.text[token + 1]
        adjective = parse.tag[token] == "JJ" and word.istitle() and after.isalpha()
        free = not (taken[token] or titled[token]) and parse.text[token - 1] != "-"
        if adjective and after.islower() and free and nation_of(word) is not None:
            yield Name(token, token + 1, "NORP")
            taken[token] = True
