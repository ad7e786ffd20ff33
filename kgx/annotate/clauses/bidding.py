"""Whom a verb bids do something after a preposition: "waited for the bank to pay"."""

from __future__ import annotations

from kgx.annotate.clauses.reader import is_infinitive
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.words.wordlists import read_set


def whom_before(parse: Parse, verb: int, head: int) -> int | None:
    """Who does what comes after a preposition and a noun: "waited for the bank to pay", "called on
    the bank to pay"."""
    if not is_infinitive(parse, verb):
        return None
    bids = read_set("verbs.toml", "bidding")
    for prep in parse.children[head]:
        told = f"{parse.lemma[head]} {parse.lower[prep]}" in bids
        whom = parse.child(prep, "pobj") if told else None
        if whom is not None and parse.right[whom] == parse.left[verb] - 1:
            return whom
    return None
