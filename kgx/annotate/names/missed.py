"""Proper nouns that the model missed."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.search import Search
from kgx.annotate.names.side_nouns import noun_label, shared_nouns
from kgx.annotate.names.trims import trim_name
from kgx.annotate.names.words import Name, is_capitalised, words_in
from kgx.annotate.words.wordlists import read_set

_LENGTHS = range(3, 9)
"""Letters of a body's name in capitals."""


def find_missed(search: Search) -> Iterator[Name]:
    """Runs of proper nouns that nothing covers."""
    for start, end in _proper_runs(search):
        office = _is_office(search.parse, start, end, search.taken)
        name = None if office else trim_name(search.parse, start, end, "PERSON")
        if name is not None and _is_worth(search.parse, name):
            yield Name(name.start, name.end, "", name.title)


def _proper_runs(search: Search) -> Iterator[tuple[int, int]]:
    """Proper nouns side by side in a sentence; no degree after a name begins such a run."""
    parse, taken, start = search.parse, search.taken, 0
    while start < len(parse):
        degree = start and taken[start - 1] and parse.text[start] in words_in("degrees")
        if taken[start] or search.titled[start] or degree or not _is_proper(parse, start):
            start += 1
            continue
        end = start + 1
        while end < parse.sent_end[start] and not taken[end] and _is_proper(parse, end):
            end += 1
        yield start, end
        start = end


def _is_office(parse: Parse, start: int, end: int, taken: list[bool]) -> bool:
    """True for the field of an office whose holder is named next: Minister of *Roads* Ann Lind."""
    if start < 2 or parse.lower[start - 1] not in ("of", "for"):
        return False
    held, heads = parse.text[start - 2], words_in("organization_heads")
    office = held in words_in("titles")
    field = held in heads and parse.text[start] in words_in("office_fields")
    followed = end < len(parse) and taken[end] and parse.sent[end] == parse.sent[start]
    return (office or field) and followed


def _is_proper(parse: Parse, token: int) -> bool:
    return parse.tag[token] in ("NNP", "NNPS") and is_capitalised(parse.text[token])


def _is_called(parse: Parse, letters: int) -> bool:
    """True for letters in apposition to the noun for a body: "its arms maker, *KVT*"."""
    if parse.dep[letters] != "appos" or len(parse.text[letters]) not in _LENGTHS:
        return False
    noun = parse.head[letters]
    calls = noun_label(parse, noun) == "ORG" or parse.lemma[noun] in shared_nouns()
    return calls and parse.tag[noun] == "NN"


def _is_worth(parse: Parse, name: Name) -> bool:
    """True unless a run is one word that capitals alone make a name of."""
    if name.end - name.start > 1 or name.title:
        return True
    word = parse.text[name.start]
    after = parse.text[name.end : min(name.end + 2, parse.sent_end[name.start])]
    called = parse.lower[name.start] in read_set("nouns.toml", "person")
    if called and len(after) > 1 and all(w.istitle() for w in after):
        return False  # Advocate Ann Lind
    if word.isupper() and _is_called(parse, name.start):
        return True
    return not word.isupper() and len(word) > 2 and name.start != parse.sent[name.start]
