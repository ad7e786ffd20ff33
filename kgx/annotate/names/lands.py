"""Evidence that a name names a river or a land: what rivers do, and what lies beside what."""

from __future__ import annotations

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import first_conjunct
from kgx.annotate.names.evidence import STRONG, SURE, TOLD, Evidence
from kgx.annotate.names.words import Name, is_capitalised, words_in
from kgx.annotate.words.wordlists import read_set

_LONGEST_LIFE = 16
"""Words from the place of a birth to the bracket that closes behind a death, at most."""


def read_land(parse: Parse, name: Name, head: int) -> Evidence | None:
    """What the verb above a name says of waters and lands, if it does."""
    if _runs(parse, name, head):
        return "waters", "LOC", SURE
    if _is_feeder(parse, name, head):
        return "waters", "LOC", TOLD
    if parse.dep[head] == "nsubjpass" and parse.lemma[parse.head[head]] == "twin":
        return "twinned", "GPE", STRONG
    if _is_part_of_land(parse, name, head):
        return "part of it", "GPE", TOLD
    if _is_of_life(parse, name):
        return "life", "GPE", SURE
    built = parse.text[name.end - 1] in words_in("facility_heads")
    return ("borders", "GPE", TOLD) if not built and _is_beside(parse, head) else None


def _runs(parse: Parse, name: Name, head: int) -> bool:
    """True for what waters do: "the Orla *rises near* Lund", "the Orla *flows into* Lake Hal"."""
    verb = parse.head[head]
    preps = (c for c in parse.children[verb] if c > verb and parse.dep[c] == "prep")
    ways = {f"{parse.lemma[verb]} {parse.lower[c]}" for c in preps}
    rises = name.start > 0 and parse.lower[name.start - 1] == "the"
    known = words_in("running", "rising") if rises else words_in("running")
    sea = parse.child(verb, "dobj") if rises and parse.lemma[verb] == "join" else None
    joins = sea is not None and parse.text[sea] in words_in("waters")
    return parse.dep[head] == "nsubj" and (joins or not ways.isdisjoint(known))


def _is_feeder(parse: Parse, name: Name, head: int) -> bool:
    """True for what a lake is "fed by the" or "drained by the", and for what has a "source" or a
    "tributary" and is named after "of the"."""
    before, up = parse.lower[max(0, name.start - 2) : name.start], parse.head[parse.head[head]]
    if before == ["of", "the"] and name.label not in ("PERSON", "ORG"):
        return parse.lemma[up] in words_in("parts_of_rivers")
    return before == ["by", "the"] and parse.lower[up] in words_in("fed")


def _is_part_of_land(parse: Parse, name: Name, head: int) -> bool:
    """True for the land whose part is told: *western* Norland."""
    before = name.start - 1
    beside = before >= 0 and parse.lower[before] == parse.text[before]
    return beside and parse.head[before] == head and parse.lower[before] in words_in("compass")


def _is_of_life(parse: Parse, name: Name) -> bool:
    """True for where somebody was born or died in brackets behind a name: "Ann Lind (b. *Lund*,
    1920)", "Ann Lind (*Lund*, 1920 – *Oslo*, 1987)"."""
    before, after = name.start - 1, name.end
    marks = read_set("time_words.toml", "births", "deaths")
    if before > 0 and parse.text[before] == ":":
        return " ".join(parse.lower[max(0, before - 3) : before]) in marks
    if before < 1 or after + 1 >= len(parse):
        return False
    if parse.text[before - 1] == "(" and parse.lower[before] in marks:
        return True
    dated = parse.text[after] == "," and parse.text[after + 1].isdigit()
    opens = parse.text[before] == "(" and is_capitalised(parse.text[before - 1])
    inside = parse.text[after : min(after + _LONGEST_LIFE, parse.sent_end[name.start])]
    return dated and opens and not {"–", "—", "-"}.isdisjoint(inside[: _behind(inside)])


def _behind(words: list[str]) -> int:
    """How many words stand before a closing bracket."""
    return words.index(")") if ")" in words else 0


def _is_beside(parse: Parse, head: int) -> bool:
    """True for what lies beside a land: "borders *Norland*", "is bounded by *Norland*"."""
    first = first_conjunct(parse, head)
    up = parse.head[first]
    by = parse.dep[first] == "pobj" and parse.lower[up] == "by"
    verb = parse.head[first_conjunct(parse, up)] if by else up
    beside = by or parse.dep[first] in ("dobj", "nsubjpass")
    beside = beside or (parse.dep[first] == "nsubj" and parse.child(verb, "dobj") is not None)
    return beside and parse.lemma[verb] in words_in("land_verbs")
