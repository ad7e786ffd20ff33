"""Evidence that a name is of a body: an office of it, the brackets of a dateline."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.marks import is_bracketed
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.evidence import STRONG, SURE, TOLD, Evidence, best_place
from kgx.annotate.names.words import Name
from kgx.annotate.words.wordlists import read_set

_LONGEST_OFFICE = 4  # words and one
_TOLD_TEAM = 2.0
_DASHES = frozenset({"-", "–", "—", "--"})


def read_bodies(parse: Parse, name: Name) -> Iterator[Evidence]:
    """What stands around one mention of a name that tells a body."""
    if _is_agency(parse, name):
        yield "agency", "ORG", SURE + STRONG
    if weight := _has_officer(parse, name):
        yield "officer", "ORG", weight


def _is_agency(parse: Parse, name: Name) -> bool:
    """True for what stands in brackets before the dash of a dateline: "OSLO (Norvik News) - "."""
    first = parse.sent[name.start]
    if name.start < first + 2 or not is_bracketed(parse, name.start, name.end):
        return False
    town = len(parse.text[first]) > 2 and parse.text[first].isupper()
    return town and not _DASHES.isdisjoint(parse.text[name.end + 1 : name.end + 2])


def _has_officer(parse: Parse, name: Name) -> float:
    """How much is told of "*Norvik* chief executive Ann Lind", an office of firms or teams and who
    holds it; a country or a town has its own captain."""
    if best_place(" ".join(parse.text[name.start : name.end])) is not None:
        return 0.0
    for end in range(name.end + 1, min(name.end + _LONGEST_OFFICE, len(parse))):
        office = " ".join(parse.lower[name.end : end])
        named = parse.tag[end] == "NNP" and parse.text[end][:1].isupper()
        if named and office in read_set("roles.toml", "corporate"):
            return TOLD
        if named and office in read_set("roles.toml", "team_offices"):
            return _TOLD_TEAM
    return 0.0
