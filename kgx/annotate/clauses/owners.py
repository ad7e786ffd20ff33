"""Whose something is, where a clause tells it from afar: "Norvik, where the mayor is Ada Berg", "a
town whose mayor is Ada Berg"."""

from __future__ import annotations

from kgx.annotate.grammar.parse import Parse

_FURTHEST = 6
"""Steps up the tree from a noun to the clause that describes what it belongs to."""


def find_owner(parse: Parse, noun: int) -> int | None:
    """The token of what a noun belongs to by a relative clause with "where", "in which" or
    "whose"; None where there is no such clause."""
    owned = any(parse.lower[c] == "whose" for c in parse.children[noun])
    here = find_member(parse, noun)
    if parse.dep[here] == "pobj":
        return None
    for _ in range(_FURTHEST):
        if parse.dep[here] == "relcl":
            lead = owned or _leads_to_place(parse, here, noun)
            return _resolve(parse, parse.head[here]) if lead else None
        if parse.head[here] == here or parse.dep[here] in ("ccomp", "advcl"):
            return None
        here = parse.head[here]
    return None


def _leads_to_place(parse: Parse, verb: int, noun: int) -> bool:
    """True for a clause with "where" or "in which" before the noun."""
    for c in parse.children[verb]:
        if c < noun and parse.lower[c] == "where":
            return True
        if parse.lower[c] == "in" and any(parse.lower[w] == "which" for w in parse.children[c]):
            return True
    return False


def _resolve(parse: Parse, noun: int) -> int:
    """What a described noun is in apposition to: "India, a country where"."""
    while parse.dep[noun] == "appos":
        noun = parse.head[noun]
    return noun


def find_member(parse: Parse, noun: int) -> int:
    """The "one" of "one of its groups", which is what the sentence speaks of; else the noun."""
    up = parse.head[noun]
    if parse.dep[noun] == "pobj" and parse.lower[up] == "of" and parse.pos[parse.head[up]] == "NUM":
        return parse.head[up]
    return noun


def is_said_of(parse: Parse, noun: int, other: int) -> bool:
    """True where a noun and another are the two sides of "is"."""
    noun = find_member(parse, noun)
    verb = parse.head[noun]
    sides = {parse.dep[noun], parse.dep[other]}
    return (
        verb == parse.head[other]
        and parse.lemma[verb] == "be"
        and noun != other
        and sides == {"nsubj", "attr"}
    )


def find_preposition(parse: Parse, noun: int, word: str) -> int | None:
    """A preposition that hangs on a noun, or on what follows it after "by", where parsers put it:
    "from" in "a song by Ada Berg from her album"; or on the "is" before the noun: "is a song by Ada
    Berg, from her album"."""
    up = parse.head[noun]
    told = parse.dep[noun] == "attr" and parse.lemma[up] == "be"
    after = [c for c in parse.children[up] if c > noun] if told else []
    for child in (*parse.children[noun], *after):
        if parse.lower[child] == word:
            return child
    for by in parse.children[noun]:
        if parse.lower[by] == "by":
            for maker in parse.children[by]:
                found = (c for c in parse.children[maker] if parse.lower[c] == word)
                return next(found, None)
    return None


def has_maker(parse: Parse, noun: int) -> bool:
    """True for a noun for what somebody else made, as "by" tells: a name before it is then no
    maker's: "a Sherlock Holmes story by Ada Berg", "a Batman comic drawn by Ada Berg"."""
    below = (noun, *(c for c in parse.children[noun] if parse.dep[c] == "acl"))
    led = (c for up in below for c in parse.children[up] if parse.lower[c] == "by")
    return any(parse.child(by, "pobj") is not None for by in led)
