"""What a noun is of, on or for: "the extinction of dinosaurs", "an effect on the mind"."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.phrases import conjuncts, is_one
from kgx.annotate.words.wordlists import read_lists

_SETS_OFF = frozenset({",", "(", "–", "—", ";", ":"})

_SEVERAL = ("between", "among")


@dataclass(frozen=True, slots=True)
class Complement:
    """What makes a noun's class narrower: from behind, or as its owner.

    Attributes:
        marker: The preposition, in lower case; "'s" after an owner.
        heads: The nouns after it, coordinated.
    """

    marker: str
    heads: tuple[int, ...]


@functools.cache
def load_governing() -> Mapping[str, frozenset[str]]:
    """By preposition, the nouns whose meaning asks for it: ``data/complements.toml``."""
    return {marker: frozenset(nouns) for marker, nouns in read_lists("complements.toml").items()}


def complements(parse: Parse, noun: int) -> list[Complement]:
    """The complements of a noun, in the order of the text; its owner where nothing says what it is
    of: "the owner's purchase of a mill" is of the mill."""
    found: list[Complement] = []
    for c in (*parse.children[noun], *_after_conjunct(parse, noun)):
        if c > noun and _asks_for(parse, noun, c) and not _is_of_other(parse, noun, c):
            below = parse.child(c, "pobj")
            if below is not None:
                several = parse.lower[c] in _SEVERAL
                heads = tuple(conjuncts(parse, below)) if several else _spread(parse, below)
                found.append(Complement(parse.lower[c], heads))
                found += _passed_on(parse, noun, below)
    owner = parse.child(noun, "poss")
    if owner is not None and all(c.marker != "of" for c in found):
        found.insert(0, Complement("'s", (owner,)))
    return found


def _after_conjunct(parse: Parse, noun: int) -> list[int]:
    """The prepositions that the parser hangs on the first of "trades and parts of life", though
    they come after the second."""
    first = parse.head[noun]
    if parse.dep[noun] != "conj" or parse.pos[first] not in ("NOUN", "PROPN"):
        return []
    own = any(parse.dep[c] == "prep" and c > noun for c in parse.children[noun])
    return [] if own else [c for c in parse.children[first] if c > noun]


def _is_of_other(parse: Parse, noun: int, prep: int) -> bool:
    """True where a preposition stands by a noun coordinated with this one, and no article or owner
    holds the two together: "trades and parts of life"."""
    if parse.head[prep] != noun:
        return False
    joined = any(parse.dep[c] == "conj" and noun < c < prep for c in parse.children[noun])
    return joined and parse.child(noun, "det", "poss") is None


def _asks_for(parse: Parse, noun: int, prep: int) -> bool:
    """True if a preposition brings in what the meaning of a noun asks for."""
    if parse.dep[prep] != "prep" or parse.lower[prep - 1] in _SETS_OFF:
        return False
    governing = load_governing().get(parse.lower[prep], ())
    return parse.lower[prep] == "of" or parse.lemma[noun].lower() in governing


def _passed_on(parse: Parse, noun: int, below: int) -> list[Complement]:
    """What the parser hangs on the last noun though the first asks for it: "the impact of storms
    on harbours"."""
    found = []
    for c in parse.children[below]:
        inner = parse.child(c, "pobj") if parse.lower[c] != "of" else None
        if inner is not None and _asks_for(parse, noun, c) and not _asks_for(parse, below, c):
            found.append(Complement(parse.lower[c], _spread(parse, inner)))
    return found


def _spread(parse: Parse, head: int) -> tuple[int, ...]:
    return (head,) if is_one(parse, head) else tuple(conjuncts(parse, head))
