"""Names of headlines and datelines, where capitals tell little."""

from __future__ import annotations

from collections.abc import Sequence

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Block
from kgx.annotate.grammar.tree import head_of
from kgx.annotate.names.context import is_byline
from kgx.annotate.names.evidence import is_part_of_place
from kgx.annotate.names.votes import name_key
from kgx.annotate.names.words import Name
from kgx.annotate.words.gazetteer import nation_of, places_named


def in_titles(
    parse: Parse, names: Sequence[Name], found: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """The model's names in titles that the body does not repeat: those of several words whose
    type the model gives, and places."""
    taken = {i for s, e, _ in found for i in range(s, e)}
    kept: list[tuple[int, int, str]] = []
    for n in names:
        if not taken.isdisjoint(range(n.start, n.end)) or not n.label:
            continue
        text = " ".join(parse.text[n.start : n.end])
        places = places_named(text)
        part = is_part_of_place(parse.text[n.start : n.end])
        if part or (n.label in ("GPE", "LOC") and places):
            kept.append((n.start, n.end, "GPE"))
        elif n.end - n.start > 1 and (n.label == "PERSON" or is_byline(parse, n)):
            kept.append((n.start, n.end, "PERSON"))
        elif n.label == "NORP" and nation_of(text):
            kept.append((n.start, n.end, "NORP"))
        elif (
            parse.text[n.end - 1]
            and head_of(parse, n.start, n.end) == n.end - 1
            and n.label == "ORG"
        ):
            kept.append((n.start, n.end, n.label))
    return kept


def in_datelines(
    parse: Parse, blocks: Sequence[Block], found: Sequence[tuple[int, int, str]]
) -> list[tuple[int, int, str]]:
    """The places that datelines begin with."""
    taken = {i for s, e, _ in found for i in range(s, e)}
    shortened = {name_key((parse.text[s],)) for s, e, _ in found if e - s > 1}
    kept: list[tuple[int, int, str]] = []
    for block in blocks:
        if block.kind != "dateline":
            continue
        end = _end_of_place(parse, block, shortened)
        if end > block.start and taken.isdisjoint(range(block.start, end)):
            kept.append((block.start, end, "GPE"))
        for i in range(block.start + 1, block.end):
            after_comma = parse.text[i - 1] == "," and places_named(parse.text[i])
            if (
                after_comma
                and i not in taken
                and i not in {k for s, e, _ in kept for k in range(s, e)}
            ):
                kept.append((i, i + 1, "GPE"))
    return kept


def _end_of_place(parse: Parse, block: Block, shortened: set[str]) -> int:
    """Where the place that a dateline begins with ends: a known one, else the words in capitals,
    unless they may shorten another name."""
    for end in range(min(block.start + 3, block.end), block.start, -1):
        words = [w.title() if w.isupper() else w for w in parse.text[block.start : end]]
        if places_named(" ".join(words)):
            return end
    end = block.start
    while end < block.end and parse.text[end].isupper() and parse.text[end].isalpha():
        end += 1
    first, behind = parse.text[block.start], parse.text[end + 1 : end + 2]
    land = parse.text[end : end + 1] == [","] and bool(behind and places_named(behind[0]))
    own = land or name_key((first,)) not in shortened  # "TARNBY, Norway" is no short name
    is_place = end - block.start <= 3 and len(first) > 2 and own
    return end if is_place else block.start
