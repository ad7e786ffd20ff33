"""To which ends the nouns of properties lead."""

from __future__ import annotations

from kgx.annotate.clauses.owners import find_member, find_preposition, has_maker
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.terms.ends import Candidate
from kgx.annotate.terms.steps import NOWHERE, count_steps
from kgx.annotate.terms.triggers import Trigger
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

_WITHIN = frozenset({"advmod", "amod", "compound", "nmod"})
_DESCRIBING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "ADV", "CCONJ"})


def find_place(parse: Parse, trigger: Trigger) -> int:
    """What tells where a noun stands: the member of a group, the series of novels; the verb of what
    was done "as the lead single from", and of what somebody did "as mayor"."""
    noun = trigger.token
    up = parse.head[noun]
    if trigger.preposition or type_of_noun(parse.lemma[noun].lower()) == "person":
        whole = up if parse.dep[noun] in _WITHIN and parse.tag[noun] == "NN" else noun
        as_ = parse.head[whole]
        if parse.lower[as_] == "as" and parse.pos[parse.head[as_]] == "VERB":
            return parse.head[as_]
    gathered = parse.lemma[parse.head[up]] in read_set("works.toml", "gathered")
    if parse.lower[up] == "of" and gathered:
        return parse.head[up]
    return find_member(parse, noun)


def follows_by(parse: Parse, noun: int, c: Candidate) -> bool:
    """True for the name that the words right behind a noun lead to, whatever the tree says: "debut
    solo single by the drummer and singer Ada Berg"."""
    if parse.lower[noun + 1 : noun + 2] != ["by"] or c.start < noun + 2 or c.end.iri is None:
        return False
    between = range(noun + 2, c.start)
    ends = parse.pos[c.stop] not in _DESCRIBING if c.stop < len(parse) else True
    return ends and all(parse.pos[t] in _DESCRIBING or parse.text[t] == "-" for t in between)


def lead_on(
    parse: Parse, trigger: Trigger, outside: list[Candidate], steps: dict[int, int]
) -> None:
    """Let a noun with a preposition ("the third song on") lead to what that governs, or to the name
    that this describes ("on the album In the Harbour"), and to nothing else."""
    for c in outside:
        if is_led(parse, trigger, c):
            steps[c.head] = 1
        elif c.head > trigger.token:
            steps[c.head] = NOWHERE


def is_led(parse: Parse, trigger: Trigger, c: Candidate) -> bool:
    """True for what the preposition of a trigger governs: "author *of* X"."""
    preposition = find_preposition(parse, trigger.token, trigger.preposition)
    here = [c.head] if c.via != c.start - 1 else [c.head, c.via]
    return preposition is not None and any(count_steps(parse, preposition, t) == 0 for t in here)


def is_before_made(parse: Parse, trigger: Trigger, c: Candidate) -> bool:
    """True for a name before a noun for what another one made: "a Sherlock Holmes story by"."""
    before = parse.dep[c.head] in ("compound", "nmod") and parse.head[c.head] == trigger.token
    return before and has_maker(parse, trigger.token)
