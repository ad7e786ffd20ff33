"""Evidence that a name is of a body: an office of it, the brackets of a dateline."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.evidence import STRONG, SURE, TOLD, Evidence, best_place
from kgx.annotate.names.words import Name
from kgx.annotate.words.wordlists import read_set

_LONGEST_OFFICE = 4  # words and one
_DASHES = frozenset({"-", "–", "—", "--"})


def read_bodies(parse: Parse, name: Name) -> Iterator[Evidence]:
    """What stands around one mention of a name that tells a body."""
    if _is_agency(parse, name):
        yield "agency", "ORG", SURE + STRONG
    if _has_officer(parse, name):
        yield "officer", "ORG", TOLD


def _is_agency(parse: Parse, name: Name) -> bool:
    """True for what stands in brackets before the dash of a dateline: "OSLO (Norvik News) - "."""
    first = parse.sent[name.start]
    inside = parse.text[name.start - 1 : name.start] + parse.text[name.end : name.end + 1]
    if name.start < first + 2 or inside != ["(", ")"]:
        return False
    town = len(parse.text[first]) > 2 and parse.text[first].isupper()
    return town and not _DASHES.isdisjoint(parse.text[name.end + 1 : name.end + 2])


def _has_officer(parse: Parse, name: Name) -> bool:
    """True before an office of firms and who holds it, "*Norvik* chief executive Ann Lind"."""
    offices = read_set("roles.toml", "corporate")
    if best_place(" ".join(parse.text[name.start : name.end])) is not None:
        return False
    return any(
        " ".join(parse.lower[name.end : end]) in offices and parse.text[end][:1].isupper()
        for end in range(name.end + 1, min(name.end + _LONGEST_OFFICE, len(parse)))
    )
