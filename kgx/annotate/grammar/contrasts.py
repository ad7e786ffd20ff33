"""What is set against something else: "ferries, not trains", "not in Oslo but in Bergen".

Parsers take what a bare "not" denies for another name of the word before it, or deny both. Here it
is coordinated with that word and keeps its "not", so that each is a fact of its own (the
replacive negation of Huddleston & Pullum 2002).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.tree import move
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_SETTING = frozenset({"not", "but", "than"})
_BEFORE = frozenset({",", ";", "–", "—", "and", "but", "though"})
_NOT_DENYING = frozenset({"least", "all", "every"})
_MODIFIERS = frozenset({"det", "amod", "compound", "nummod", "poss", "advmod", "case", "punct"})
_HUNG = ("appos", "conj", "dep", "nummod", "npadvmod")
_OBJECTS = ("dobj", "attr", "acomp", "oprd")
_PREPOSITIONS = ("prep", "agent")


def part_contrasts(parse: Parse) -> None:
    """Coordinate, in place, what "not", "but" and "rather than" set against a word with it."""
    if _SETTING.isdisjoint(parse.lower):
        return
    for token, word in enumerate(parse.lower):
        if word == "not" and 0 < token < len(parse) - 1:
            if parse.dep[token] == "neg" and parse.dep[token + 1] in _PREPOSITIONS:
                _keep_chosen(parse, token + 1)
            if parse.lower[token - 1] in _BEFORE and parse.dep[token] == "neg":
                _part_denied(parse, token)
        elif word == "but" and parse.dep[token] == "cc":
            _rejoin_object(parse, token)
        elif word == "than" and 0 < token < len(parse) - 1 and parse.lower[token - 1] == "rather":
            _part_preposition(parse, token + 1)
            _keep_subject(parse, token)


def is_chosen(parse: Parse, head: int) -> bool:
    """True for what holds after a denial: the second of "not ships but trains"."""
    if parse.dep[head] != "conj":
        return False
    first = parse.head[head]
    joints = [c for c in parse.children[first] if parse.dep[c] == "cc" and first < c < head]
    return any(parse.lower[c] == "but" for c in joints) and not any(
        parse.lower[c] in ("not", "no", "also") for c in parse.children[head]
    )


def is_denied_beside(parse: Parse, head: int) -> bool:
    """True for the second of "ferries, not trains", which is denied and the first is not."""
    return parse.dep[head] == "conj" and any(
        parse.dep[c] == "neg" and parse.lower[c] == "not" for c in parse.children[head]
    )


def _part_denied(parse: Parse, negation: int) -> None:
    start = negation + 1
    if parse.lower[start] in _NOT_DENYING | read_set("modifiers.toml", "merely"):
        return
    if parse.pos[start] == "ADP":
        if _part_preposition(parse, start):
            move(parse, negation, start)
        return
    denied = start
    while parse.dep[denied] in _MODIFIERS and parse.head[denied] > negation:
        denied = parse.head[denied]
    above = parse.head[denied]
    if parse.pos[denied] not in ("NOUN", "PROPN", "ADJ", "NUM") or denied < start:
        return
    if parse.dep[denied] in ("acomp", "attr"):
        _lift_first(parse, denied, negation)
    elif parse.dep[denied] in _HUNG and above < negation:
        verbal = parse.pos[above] in ("VERB", "AUX")
        near = _object_before(parse, above, negation) if verbal else above
        if near is not None:
            move(parse, denied, near)
            move(parse, negation, denied)
            parse.dep[denied] = "conj"


def _lift_first(parse: Parse, denied: int, negation: int) -> None:
    """Make a complement of the first word of "expensive, not cheap", which the parser takes for one
    that modifies the second."""
    first = negation - 2
    if first < 0 or parse.head[first] != denied or parse.dep[first] != "amod":
        return
    verb, label = parse.head[denied], parse.dep[denied]
    move(parse, first, verb, "acomp" if label == "attr" else label)
    move(parse, denied, first, "conj")
    move(parse, negation, denied)
    parse.pos[first], parse.tag[first] = "ADJ", "JJ"


def _part_preposition(parse: Parse, prep: int) -> bool:
    """Coordinate a preposition with the one of the same verb before it."""
    above = parse.head[prep]
    if parse.dep[prep] not in _PREPOSITIONS:
        return False
    before = [c for c in parse.children[above] if parse.dep[c] in _PREPOSITIONS and c < prep]
    if not before:
        return False
    move(parse, prep, before[-1], "conj")
    return True


def _keep_chosen(parse: Parse, prep: int) -> None:
    """Keep of "not by Orbis but by Helix" what holds."""
    chosen = parse.child(prep, "conj")
    joint = parse.child(prep, "cc")
    if chosen is None or joint is None or parse.lower[joint] != "but" or parse.pos[chosen] != "ADP":
        return
    if parse.lower[prep - 1] == "not" and parse.head[prep - 1] == prep:
        move(parse, chosen, parse.head[prep])
        parse.dep[chosen], parse.dep[prep] = parse.dep[prep], "dep"


def _keep_subject(parse: Parse, than: int) -> None:
    """Make a subject of the first of "Orbis rather than Helix bought it" and not of the second."""
    other, name = than + 1, than - 2
    while parse.dep[other] in _MODIFIERS and parse.head[other] > other:
        other = parse.head[other]
    verb = parse.head[other]
    if parse.dep[other] not in ("nsubj", "nsubjpass") or name < 0 or verb < other:
        return
    if parse.pos[name] in ("NOUN", "PROPN") and parse.head[name] == verb:
        parse.dep[name], parse.dep[other] = parse.dep[other], "dep"
        move(parse, other, name)


def _rejoin_object(parse: Parse, joint: int) -> None:
    """Coordinate with an object the noun after "but" that the parser hangs on the verb: "sold the
    house, but no land"."""
    verb = parse.head[joint]
    if parse.pos[verb] not in ("VERB", "AUX"):
        return
    noun = next((c for c in parse.children[verb] if parse.dep[c] == "conj" and c > joint), None)
    near = _object_before(parse, verb, joint)
    if near is not None and "only" in parse.lower[near:joint]:
        return  # "is a blow not only to the town, but the region"
    if noun is None or near is None or parse.pos[noun] not in ("NOUN", "PROPN"):
        return
    if parse.child(noun, "nsubj", "nsubjpass", "aux", "auxpass") is None:
        move(parse, noun, near)
        move(parse, joint, near)


def _object_before(parse: Parse, verb: int, end: int) -> int | None:
    """The last object or complement of a verb before a token."""
    found = [c for c in parse.children[verb] if parse.dep[c] in _OBJECTS and verb < c < end]
    return found[-1] if found else None
