"""What a noun is of, on or for: "the extinction of dinosaurs", "an effect on the mind"."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from dataclasses import dataclass

from kgx.annotate.parse import Parse
from kgx.annotate.phrases import conjuncts, is_one
from kgx.annotate.wordlists import read_lists

_SETS_OFF = frozenset({",", "(", "–", "—", ";", ":"})


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
    lemma = parse.lemma[noun].lower()
    for c in parse.children[noun]:
        if c < noun or parse.dep[c] != "prep" or parse.lower[c - 1] in _SETS_OFF:
            continue
        marker, below = parse.lower[c], parse.child(c, "pobj")
        if below is not None and (marker == "of" or lemma in load_governing().get(marker, ())):
            found.append(Complement(marker, _spread(parse, below)))
    owner = parse.child(noun, "poss")
    if owner is not None and all(c.marker != "of" for c in found):
        found.insert(0, Complement("'s", (owner,)))
    return found


def _spread(parse: Parse, head: int) -> tuple[int, ...]:
    return (head,) if is_one(parse, head) else tuple(conjuncts(parse, head))
