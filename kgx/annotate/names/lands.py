"""Evidence that a name names a river or a land: what rivers do, and what lies beside what."""

from __future__ import annotations

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import first_conjunct
from kgx.annotate.names.evidence import SURE, TOLD, Evidence
from kgx.annotate.names.words import Name, words_in


def read_land(parse: Parse, name: Name, head: int) -> Evidence | None:
    """What the verb above a name says of waters and lands, if it does."""
    if _runs(parse, name, head):
        return "waters", "LOC", SURE
    if _is_feeder(parse, name, head):
        return "waters", "LOC", TOLD
    built = parse.text[name.end - 1] in words_in("facility_heads")
    return ("borders", "GPE", TOLD) if not built and _is_beside(parse, head) else None


def _runs(parse: Parse, name: Name, head: int) -> bool:
    """True for what waters do: "the Orla *rises near* Lund", "the Orla *flows into* Lake Hal"."""
    verb = parse.head[head]
    preps = (c for c in parse.children[verb] if c > verb and parse.dep[c] == "prep")
    ways = {f"{parse.lemma[verb]} {parse.lower[c]}" for c in preps}
    rises = name.start > 0 and parse.lower[name.start - 1] == "the"
    known = words_in("running", "rising") if rises else words_in("running")
    return parse.dep[head] == "nsubj" and not ways.isdisjoint(known)


def _is_feeder(parse: Parse, name: Name, head: int) -> bool:
    """True for what a lake is "fed by the" or "drained by the"."""
    by = parse.lower[max(0, name.start - 2) : name.start] == ["by", "the"]
    return by and parse.lower[parse.head[parse.head[head]]] in words_in("fed")


def _is_beside(parse: Parse, head: int) -> bool:
    """True for what lies beside a land: "borders *Norland*", "is bounded by *Norland*"."""
    first = first_conjunct(parse, head)
    up = parse.head[first]
    by = parse.dep[first] == "pobj" and parse.lower[up] == "by"
    verb = parse.head[first_conjunct(parse, up)] if by else up
    beside = by or parse.dep[first] in ("dobj", "nsubjpass")
    beside = beside or (parse.dep[first] == "nsubj" and parse.child(verb, "dobj") is not None)
    return beside and parse.lemma[verb] in words_in("land_verbs")
