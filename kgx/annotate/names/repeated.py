"""Names told by being repeated: runs of capitalised words that a text has more than once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kgx.annotate.names.search import Search
from kgx.annotate.names.words import CLOSED, Name, words_in
from kgx.annotate.words.gazetteer import nation_of

_SHORTEST = 3  # words of a run that a name is told by alone


def find_repeated(search: Search) -> list[Name]:
    """Runs of three capitalised words or more that a text repeats: one name, whatever the parse
    makes of its words ("Heron Built Games")."""
    held = {i for start, end in search.long for i in range(start, end)}
    met: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for start, end in _capital_runs(search):
        words = tuple(search.parse.text[start:end])
        if end - start >= _SHORTEST and held.isdisjoint(range(start, end)):
            met[words].append(Name(start, end, ""))
    return [n for names in met.values() if len(names) > 1 for n in names]


def _capital_runs(search: Search) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words within a sentence, without titles, roles and nationalities."""
    parse, start, size = search.parse, 0, len(search.parse)
    barred = words_in("titles", "not_names", "role_letters")
    for i in range(size + 1):
        inside = (
            i < size
            and not search.titled[i]
            and parse.text[i][:1].isupper()
            and parse.text[i].isalpha()
            and not parse.text[i].isupper()
            and parse.pos[i] not in CLOSED
            and parse.text[i] not in barred
            and nation_of(parse.text[i]) is None
        )
        if inside and (i == start or parse.sent[i] == parse.sent[start]):
            continue
        if i > start:
            beside = (*parse.text[start - 1 : start], *parse.text[i : i + 1])
            if inside or not any(w[:1].isupper() and w.isalpha() for w in beside):
                yield start, i
        start = i if inside else i + 1
