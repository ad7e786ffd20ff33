"""What a clause says that makes no edge of a graph: scores, states, verdicts, idle classes."""

from __future__ import annotations

from kgx.annotate.claims.drafts import Context
from kgx.annotate.claims.referents import End
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.words.wordlists import read_set

_YEARS = 3
"""Digits that no age has."""


def turns(clause: Clause) -> bool:
    """True for an object with a complement beside it."""
    return any(p.role == "complement" and not p.marker for p in clause.arguments)


def is_score(parse: Parse, subject: End | None, part: Phrase) -> bool:
    """True for an age or an hour of a person, and for a score: "died at 91", "led at 2-1"; these
    are no amounts of anything."""
    if parse.pos[part.head] != "NUM" or len(part.tokens) != 1:
        return False
    person = subject is not None and subject.type == "person"
    at = [parse.lower[t] for t in part.marker] == ["at"] or parse.lower[part.head - 1] == "at"
    if parse.lower[part.head - 1] == "to" and parse.tag[part.head - 2] == "CD":
        return True  # "voted 31 to 17"
    following = parse.text[part.head + 1 : part.head + 2]
    short = len(parse.text[part.head]) < _YEARS
    return following in (["-"], ["–"]) or (person and at and short)


def is_left_so(parse: Parse, base: str, part: Phrase) -> bool:
    """True for the object of "left them facing ruin", where nobody leaves them."""
    if part.role != "object" or base not in read_set("verbs.toml", "holding"):
        return False
    after = (c for c in parse.children[part.head] if parse.dep[c] == "acl")
    return any(parse.tag[c] == "VBG" for c in after)


def is_equated(parse: Parse, clause: Clause) -> bool:
    """True for what looks like a deed of an aim and is the aim: "the plan was cutting costs"."""
    going = parse.tag[clause.head] == "VBG" and parse.child(clause.head, "aux") is not None
    return going and parse.lemma[clause.subject.head].lower() in read_set("verbs.toml", "equated")


def is_idle(context: Context, clause: Clause, part: Phrase, other: End) -> bool:
    """True for a class or an amount beside what tells the fact, "is an art in many lands", and for
    a state in one word: "is on schedule"."""
    if other.type not in (None, "concept"):
        return False
    parse = context.referents.parse
    told = any(p.role == "complement" and not p.marker for p in clause.arguments)
    bare = all(parse.tag[c] == "PRP$" for c in parse.children[part.head])  # "on its knees"
    return told or (other.iri is not None and bare)
