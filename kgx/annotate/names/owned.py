"""Names that begin with an office whose it is, the *King's Medal of Merit*, or with what they name:
*Team Alba*."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.search import Search
from kgx.annotate.names.words import Name, is_capitalised, words_in
from kgx.annotate.words.noun_kinds import is_noun

_OWNS = frozenset({"'s", "’s"})
_HEADS = ("prizes", "organization_heads", "facility_heads")


def find_owned(search: Search) -> Iterator[Name]:
    """An office with a capital, its possessive and a word that names of prizes, bodies and
    buildings end in, with what goes on behind."""
    parse = search.parse
    for owns in range(1, len(parse) - 1):
        if parse.text[owns] not in _OWNS or parse.text[owns - 1] not in words_in("titles"):
            continue
        if parse.text[owns + 1] in words_in(*_HEADS) and not search.titled[owns]:
            yield Name(_first_of_office(parse, owns - 1), _end(parse, owns + 2), "")


def _first_of_office(parse: Parse, title: int) -> int:
    """Where an office begins: *Prime* Minister's Office."""
    while title > parse.sent[title] and parse.text[title - 1] in words_in("titles"):
        title -= 1
    return title


def _end(parse: Parse, at: int) -> int:
    """Behind the large words from a token on, and those after "of" and "for"."""
    last = parse.sent_end[at - 1]
    while at < last:
        linked = parse.lower[at] in ("of", "for") and at + 1 < last
        word = at + linked
        if not is_capitalised(parse.text[word]) or parse.pos[word] == "NUM":
            break
        at = word + 1
    return at


def find_teams(search: Search) -> Iterator[Name]:
    """ "Team" with a capital and the name behind it, where that is no word of English: *Team Alba*,
    not Team Leader."""
    parse = search.parse
    for team in range(len(parse) - 1):
        after = team + 1
        named = parse.text[team] == "Team" and parse.tag[after] == "NNP"
        if not named or not parse.text[after].istitle() or search.titled[team]:
            continue
        if not is_noun(parse.lower[after]) and parse.text[after] not in words_in("common_nouns"):
            yield Name(team, _end(parse, after + 1), "ORG")
