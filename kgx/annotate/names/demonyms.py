"""Adjectives of nations that the model passes over: *Ukrainian* boxer Ann Lind."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.words import Name
from kgx.annotate.words.gazetteer import nation_of


def find_demonyms(parse: Parse, taken: list[bool], titled: list[bool]) -> Iterator[Name]:
    """Words for nations that a parser takes for adjectives and that nothing covers."""
    for token, word in enumerate(parse.text):
        adjective = parse.tag[token] == "JJ" and word.istitle()
        free = not (taken[token] or titled[token])
        if adjective and free and nation_of(word) is not None:
            yield Name(token, token + 1, "NORP")
            taken[token] = True
