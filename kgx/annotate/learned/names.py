"""Names that rules know: what examples had for ends, found wherever they stand.

"tenor", "Commodore 64" and "African Americans" are no names to a model of names, yet examples tell
that they are ends of their relation.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kgx.annotate.learned.words import is_trigger

_PIECE = re.compile(r"\w+|[^\w\s]")
_SHORT = 3

Spelling = tuple[str, ...]
"""A name as its words and marks in lower case."""
Lexicon = dict[str, list[tuple[Spelling, str]]]
"""Spellings with the names, the longest first, by what they begin with."""


def spell(name: str) -> Spelling:
    """The words and marks of a name.

    >>> spell("Have You Ever?")
    ('have', 'you', 'ever', '?')
    """
    return tuple(piece.lower() for piece in _PIECE.findall(name))


def is_name(name: str) -> bool:
    """False for numbers, marks and words that say nothing by themselves, such as "it"."""
    pieces = spell(name)
    return len(name) >= _SHORT and any(is_trigger(piece) for piece in pieces)


def make_lexicon(names: Iterable[str]) -> Lexicon:
    """Names by what they begin with."""
    found: Lexicon = {}
    for name in sorted(set(names)):
        pieces = spell(name)
        if pieces:
            found.setdefault(pieces[0], []).append((pieces, name))
    for rows in found.values():
        rows.sort(key=lambda row: (-len(row[0]), row))
    return found


def find_names(text: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str]]:
    """Where names of a lexicon stand, as ``[start, end)`` in code points, in order; the longest
    where several begin, none inside another. Case and blanks do not count."""
    pieces = [(m.group().lower(), m.start(), m.end()) for m in _PIECE.finditer(text)]
    words = [word for word, _, _ in pieces]
    here = 0
    while here < len(pieces):
        for spelling, name in lexicon.get(words[here], ()):
            last = here + len(spelling)
            if tuple(words[here:last]) == spelling:
                yield pieces[here][1], pieces[last - 1][2], name
                here = last - 1
                break
        here += 1
