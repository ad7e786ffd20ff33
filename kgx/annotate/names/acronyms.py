"""Acronyms in brackets: the names that they spell, and they themselves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kgx.annotate.grammar.marks import is_bracketed
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.search import Search
from kgx.annotate.names.words import Name, is_capitalised, words_in
from kgx.annotate.words.gazetteer import nation_of, places_named

_LONGEST_SPELLED = 12
"""Tokens back to where what an acronym spells may begin."""
_LENGTHS = range(2, 9)
"""Letters of an acronym in brackets."""
_SHORTEST_SPELLED = 3
"""Letters of an acronym that tells how far the name before it goes."""


def find_spelled_out(search: Search) -> Iterator[Name]:
    """Names that an acronym in brackets spells, letter by letter, whatever small words they hold:
    Agency for Roads and Rail in Norland (ARRN)."""
    parse = search.parse
    for i in range(2, len(parse) - 1):
        acronym = parse.text[i]
        if not is_bracketed(parse, i, i + 1) or search.titled[i] or not is_acronym(acronym):
            continue
        start = _spell_back(parse, i - 2, "".join(c for c in acronym if c.isupper()))
        if len(acronym) >= _SHORTEST_SPELLED and start is not None:
            yield Name(start, i - 1, "")


def is_acronym(word: str) -> bool:
    """True for letters that are all large but for some within, of small words: MoT."""
    large = sum(map(str.isupper, word))
    return word.isalpha() and word[0].isupper() and word[-1].isupper() and 2 * large > len(word)


def _spell_back(parse: Parse, last: int, letters: str) -> int | None:
    """Where the words begin that spell letters and end at a token; None where others lie there."""
    left = letters
    for token in range(last, parse.sent[last] - 1, -1):
        word = parse.text[token]
        if word[:1].isupper():
            if word[0] != left[-1] or (token == last and len(word) == 1):
                return None
            left = left[:-1]
            if not left:
                return None if _goes_back(parse, token) else token
        elif not (
            parse.lower[token] in words_in("skipped")
            or word in ("in", "-", ",")
            or (parse.text[token - 1] == "-" and token)
        ):
            return None
    return None


def _goes_back(parse: Parse, token: int) -> bool:
    """True where another word of the name stands before a token; a country may."""
    before = token - 1
    if before < parse.sent[token] or not is_capitalised(parse.text[before]):
        return False
    word = parse.text[before]
    country = nation_of(word) is not None or bool(places_named(word))
    return parse.tag[before].startswith("NNP") and not country


def find_acronyms(search: Search) -> Iterator[Name]:
    """Acronyms in brackets after the words they are made of: World Health Organisation (WHO)."""
    parse, taken = search.parse, search.taken
    for i in range(2, len(parse) - 1):
        word = parse.text[i]
        if not (is_bracketed(parse, i, i + 1) and taken[i - 2] and is_acronym(word)):
            continue
        first = i - 2
        while first > max(parse.sent[i], i - _LONGEST_SPELLED) and taken[first - 1]:
            first -= 1
        big = [w[0] for w in parse.text[max(0, i - _LONGEST_SPELLED) : i - 1] if w[:1].isupper()]
        held = i - 1 - first > 1 and abbreviates(parse.lower[first : i - 1], word)
        if len(word) in _LENGTHS and (held or "".join(big[-len(word) :]) == word):
            yield Name(i, i + 1, "")


def abbreviates(name: Sequence[str], acronym: str) -> bool:
    """True for letters that begin as a word of the name does and that the name holds in order
    (after Schwartz and Hearst 2003).

    Args:
        name: In lower case.
    """
    letters = iter(" ".join(name))
    small = acronym.lower()
    return any(w[:1] == small[0] for w in name) and all(c in letters for c in small)
