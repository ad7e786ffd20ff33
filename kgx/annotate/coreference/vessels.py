"""Ships, which texts call "she" as they do a woman."""

from __future__ import annotations

from collections.abc import Sequence

from kgx.annotate.coreference.nominals import Candidate, words
from kgx.annotate.coreference.things import Thing
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.words import words_in


def is_vessel(thing: Thing) -> bool:
    """True for one ship: HMS Orla; the Orla, *a destroyer*."""
    if thing.plural or thing.type == "person":
        return False
    named = any(name[0] in words_in("leading_vessels") for name in thing.names)
    return named or not thing.nouns.isdisjoint(words("vessels"))


def leave_likelier(parse: Parse, pronoun: Candidate, fitting: Sequence[Thing]) -> Sequence[Thing]:
    """Of what "she" may stand for the ships, where the clause tells of one; else the persons,
    unless no person is near or a ship was called so before."""
    vessels = [t for t in fitting if is_vessel(t)]
    if not vessels or tells_vessel(parse, pronoun.head):
        return vessels or fitting
    called = any(m.gender for t in vessels for m in t.mentions)
    return fitting if called else [t for t in fitting if t not in vessels] or vessels


def tells_vessel(parse: Parse, token: int) -> bool:
    """True for what only ships have, do or undergo: *her wreck*, "she *was launched*"."""
    above = parse.head[token]
    if parse.dep[token] == "poss":
        return parse.lemma[above] in words("of_vessels")
    if parse.dep[token] not in ("nsubj", "nsubjpass"):
        return False
    return parse.lemma[above] in words(
        "done_to_vessels" if parse.dep[token] == "nsubjpass" else "vessels_do"
    )
