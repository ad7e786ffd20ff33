"""Which end of a property a candidate may be, by the slot of the words of the property it fills."""

from __future__ import annotations

from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.terms.ends import Candidate
from kgx.annotate.terms.leads import is_before_made, is_led
from kgx.annotate.terms.steps import find_branch
from kgx.annotate.terms.triggers import Trigger, is_passive


def may_be_end(parse: Parse, trigger: Trigger, c: Candidate, *, is_object: bool) -> bool:
    """False where the words tie a candidate to the other end: what follows "by" does it, what a
    passive has for a subject is what is done."""
    if trigger.form == "noun":
        return _may_be_of_noun(parse, trigger, c, governed=is_object == trigger.turned)
    leads = is_object != trigger.turned  # the end the words lead to
    if leads and _is_kept_from(parse, trigger, c):
        return False
    dep, up = _slot_or_via(parse, trigger.token, c)
    if trigger.form == "verb" and not leads and is_passive(parse, trigger.token):
        return dep == "agent" and up == agent_verb(parse, trigger.token)
    if up != trigger.token:
        return _may_be_far(parse, trigger, c, dep, up, leads=leads)
    if trigger.form == "passive":
        told = dep in ("agent", "dobj") or dep == trigger.preposition
        return dep not in NOUN_SUBJECTS and dep != "agent" if leads else not told
    if trigger.preposition:
        return leads == (dep == trigger.preposition)
    passive = is_passive(parse, trigger.token)
    doer = {"agent"} if passive else {"nsubj"}
    done = {"nsubjpass"} if passive else {"dobj", "attr", "dative"}
    return dep in (done if leads else doer)


def _is_kept_from(parse: Parse, trigger: Trigger, c: Candidate) -> bool:
    """True for what stands elsewhere where the preposition of a verb leads to a deed: nobody is
    accused of the court where he is "accused of plotting"."""
    led = (p for p in parse.children[trigger.token] if parse.lower[p] == trigger.preposition)
    deeds = [p for p in led if parse.child(p, "pcomp") is not None]
    return bool(deeds) and all(find_branch(parse, deed, c.head) is None for deed in deeds)


def _may_be_of_noun(parse: Parse, trigger: Trigger, c: Candidate, *, governed: bool) -> bool:
    """True for what may be the end that a noun governs, Y in "the song on Y", or the other one."""
    if governed and trigger.turned and is_before_made(parse, trigger, c):
        return False
    if governed and trigger.turned and _is_of_another(parse, trigger.token, c):
        return False
    if governed and not trigger.preposition and slot_of(parse, c.head) == ("for", trigger.token):
        return not trigger.turned  # "the program for Y" is somebody else's
    return not trigger.preposition or is_led(parse, trigger, c) == governed


def _is_of_another(parse: Parse, noun: int, c: Candidate) -> bool:
    """True for what a verb has for an end where "of" follows a noun: nobody is the child of whom
    "the daughter of a captain" married."""
    of = noun + 1
    led = parse.lower[of : of + 1] == ["of"] and parse.child(of, "pobj") is not None
    return led and slot_of(parse, c.head)[0] in ("dobj", *NOUN_SUBJECTS)


def _may_be_far(
    parse: Parse, trigger: Trigger, c: Candidate, dep: str, up: int, *, leads: bool
) -> bool:
    """False for what fills no slot of the words and is known to be no end: what a preposition of
    theirs brings in, "with the help of", does nothing, nor does what another verb is done by."""
    branch = None if c.via > c.head else find_branch(parse, trigger.token, c.head)
    if branch is not None and not leads and parse.dep[branch] == "prep":
        return False
    others = dep == "agent" and parse.pos[up] == "VERB"
    return not others or up == agent_verb(parse, trigger.token)


def agent_verb(parse: Parse, verb: int) -> int | None:
    """The verb whose "by" tells who does what a passive says: its own, or the next one in one
    coordination, "written and illustrated by"."""
    here: int | None = verb
    while here is not None:
        if any(parse.dep[c] == "agent" for c in parse.children[here]):
            return here
        here = parse.child(here, "conj")
    return None


def slot_of(parse: Parse, head: int) -> tuple[str, int]:
    """How a candidate hangs on what governs it: the label, or the preposition, or ``agent``."""
    here = head
    while parse.dep[here] in ("conj", "appos"):
        here = parse.head[here]
    up = parse.head[here]
    if parse.dep[here] == "pobj":
        by = parse.dep[up] == "agent" or parse.lower[up] == "by"
        return ("agent" if by else parse.lower[up]), parse.head[up]
    return parse.dep[here], up


def _slot_or_via(parse: Parse, token: int, c: Candidate) -> tuple[str, int]:
    """The slot of a candidate; the subject's for what is said before to be what the words tell."""
    if c.via == token and c.via > c.head:
        return "nsubjpass" if is_passive(parse, c.via) else "nsubj", c.via
    return slot_of(parse, c.head)


def owns(parse: Parse, head: int, noun: int) -> bool:
    """True for X in "the NOUN of X" and "X's NOUN"."""
    up = parse.head[head]
    if parse.dep[head] == "poss":
        return up == noun
    return parse.dep[head] == "pobj" and parse.lower[up] in ("of", "for") and parse.head[up] == noun
