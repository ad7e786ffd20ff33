"""Towns whose names hold small words: Hay-on-Wye, Viana do Castelo, Krems an der Donau."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.towns import find_parted
from kgx.annotate.names.search import Search
from kgx.annotate.names.words import Name, given_names, is_capitalised, words_in


def find_towns(search: Search) -> Iterator[Name]:
    """Names of towns with small words inside, tied by hyphens or by none, that are no part of the
    model's longer names; those without a label may name a body or a work, those of persons begin
    with a given name."""
    return (n for n in _find_all(search.parse) if not _is_inside(n, search.long))


def _find_all(parse: Parse) -> Iterator[Name]:
    text, links = parse.text, words_in("town_links")
    for i in range(len(text) - 4):
        inner = text[i + 1] == text[i + 3] == "-" and text[i + 2] in links
        if inner and is_capitalised(text[i]) and is_capitalised(text[i + 4]):
            yield Name(i, i + 5, "GPE")
    for start, end, sure in find_parted(parse):
        lies = parse.lower[start - 1] in ("in", "near", "at") if start else False
        somebody = parse.lower[start] in given_names()
        yield Name(start, end, "GPE" if sure or lies else "PERSON" if somebody else "")


def _is_inside(name: Name, spans: Sequence[tuple[int, int]]) -> bool:
    """True within a longer span."""
    size = name.end - name.start
    return any(s <= name.start and name.end <= e and e - s > size for s, e in spans)
