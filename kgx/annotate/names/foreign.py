"""Names of bodies and houses in languages that write adjectives small: Museo nacional del Prado."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.search import Search
from kgx.annotate.names.words import Name, words_in

_LONGEST = 9
_MOST_SMALL = 4
"""Small words one after another within a name."""
_ELIDED = re.compile(r"[dl]['’][A-Z]\w+")
_CLAUSAL = frozenset({"VERB", "AUX", "PRON", "SCONJ", "PART"})


def find_foreign(search: Search) -> Iterator[Name]:
    """Names that open with a Romance noun for a body or a house and that "de", "du" or the like
    goes on, with small words before it or none."""
    bodies = words_in("leading_organizations", "foreign_leads")
    houses = words_in("leading_facilities")
    for start, word in enumerate(search.parse.text):
        if search.titled[start] or not (word in houses or word in bodies):
            continue
        end = _end(search.parse, start)
        if end is not None:
            yield Name(start, end, "FAC" if word in houses else "ORG")


def _end(parse: Parse, start: int) -> int | None:
    """Behind the last large word of the name; None where no particle goes before one."""
    end, small, of = None, 0, False
    for token in range(start + 1, min(start + _LONGEST, parse.sent_end[start])):
        word = parse.text[token]
        if _ELIDED.fullmatch(word):
            end, small, of = token + 1, 0, False  # d'Outre
        elif word[:1].isupper() and word.isalpha():
            if end is None and not of:
                return None  # what large words say alone is known otherwise
            end, small, of = token + 1, 0, False
        elif word == "-" and end == token:
            continue
        elif not word.islower() or not word.isalpha() or parse.pos[token] in _CLAUSAL:
            break
        else:
            of = of or word in words_in("particles", "foreign_articles")
            small += 1
            if small > _MOST_SMALL or (end is not None and not of):
                break
    return end
