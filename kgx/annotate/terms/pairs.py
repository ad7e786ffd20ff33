"""The ends of an ontology's properties: those nearest to the words that say one, which fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kgx.annotate.clauses.owners import find_owner, is_said_of
from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import first_conjunct
from kgx.annotate.terms.certainty import is_in_label
from kgx.annotate.terms.class_types import Types, tells_nothing, type_of_label
from kgx.annotate.terms.doers import is_about, is_undergoer, may_do
from kgx.annotate.terms.ends import Candidate
from kgx.annotate.terms.fitting import fits, may_be, surely_fits
from kgx.annotate.terms.leads import find_place, follows_by, lead_on
from kgx.annotate.terms.lists import find_lists
from kgx.annotate.terms.slots import agent_verb, may_be_end, owns, slot_of
from kgx.annotate.terms.steps import NOWHERE, count_steps, find_branch, find_counted
from kgx.annotate.terms.triggers import Index, Trigger, find_triggers, is_passive

_NEAR, _FAR = 3, 4
"""Steps in the tree from a verb to the object, and to the subject, at most."""
_IS, _HAS = 2, 3
"""Steps from a noun to what is that noun, and to whose it is, at most."""
_OWNED = -1
"""Steps to what a relative clause tells the owner of a noun to be: nearer than all else."""
_MADE = frozenset({"product", "work"})
_ASIDE = 20
"""Tokens in brackets, at most."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two ends of a property said at a trigger, with the steps between them; not ``typed`` where
    only the words tell that they are of its classes."""

    trigger: Trigger
    subject: Candidate
    object: Candidate
    steps: int
    typed: bool = True


def find_pairs(
    parse: Parse, index: Index, candidates: Iterable[Candidate], kinds: Mapping[str, Types]
) -> Iterator[Pair]:
    """For each trigger the nearest ends of its sentence that fit; objects in one coordination are
    all taken.

    Args:
        kinds: What entities are besides their own type, by IRI.
    """
    inside: dict[int, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        inside[parse.sent[candidate.head]].append(candidate)
    lists = find_lists(parse, [c for every in inside.values() for c in every])
    for trigger in find_triggers(parse, index):
        here = inside.get(parse.sent[trigger.token], [])
        if len(here) > 1:
            yield from _pair(parse, trigger, here, kinds, lists)


def _pair(
    parse: Parse,
    trigger: Trigger,
    here: list[Candidate],
    kinds: Mapping[str, Types],
    lists: Mapping[int, int],
) -> Iterator[Pair]:
    outside = [
        c
        for c in here
        if not trigger.first <= c.head <= trigger.token
        and not _opens_bracket(parse, c, trigger.token)
    ]
    steps = _count_all_steps(parse, trigger, outside)
    subjects, objects = _find_ends(parse, trigger, outside, steps)
    for typed in (True, False) if not trigger.spoken.by else (True,):
        firsts = _choose(parse, trigger, subjects, trigger.spoken.domain, kinds, typed)
        seconds = _choose(parse, trigger, objects, trigger.spoken.range, kinds, typed)
        costs = [
            (_cost(parse, trigger, s, o, steps), s, o)
            for s in firsts
            for o in seconds
            if _differ(s, o)
            and not _only_describes(parse, trigger, s, o)
            and not _is_one_branch(parse, trigger, s, o)
            and not _only_classes(parse, trigger, s, o)
            and _is_done(parse, trigger, s, o)
            and (s.head not in lists or lists[s.head] != lists.get(o.head))
        ]
        if costs:
            yield from _take_best(parse, trigger, costs, seconds, typed)
            return


def _count_all_steps(parse: Parse, trigger: Trigger, outside: list[Candidate]) -> dict[int, int]:
    """How far from the words that say a property each candidate is, by its head."""
    noun = trigger.form == "noun"
    stands = find_place(parse, trigger) if noun else trigger.token
    steps = {c.head: _steps_to(parse, stands, c) for c in outside}
    if noun and trigger.turned and not trigger.preposition:
        steps |= {c.head: 1 for c in outside if follows_by(parse, trigger.token, c)}
    steps |= _measure_numbers(parse, trigger, outside)
    if noun and trigger.preposition:
        lead_on(parse, trigger, outside, steps)
    elif noun and not trigger.turned:
        owner = find_owner(parse, trigger.token)
        if owner in steps:
            steps[owner] = _OWNED
    return steps


def _find_ends(
    parse: Parse, trigger: Trigger, outside: list[Candidate], steps: Mapping[int, int]
) -> tuple[list[Candidate], list[Candidate]]:
    """The candidates that are near enough to be the subject, and those to be the object."""
    noun = trigger.form == "noun"
    near, far = (_NEAR, _FAR)
    if noun:
        near, far = (1, _IS) if trigger.turned else (_IS, _HAS)
    dated = near if noun else 2  # the time of another verb is another's
    objects = [
        c
        for c in outside
        if steps[c.head] <= (near if c.end.iri else dated)
        and (noun or c.end.iri or not _is_of_verb_above(parse, trigger.token, c.head))
        and may_be_end(parse, trigger, c, is_object=True)
        and not _is_of_conjunct(parse, trigger.token, c.head)
    ]
    subjects = [
        c
        for c in outside
        if steps[c.head] <= far
        and c.end.iri
        and may_be_end(parse, trigger, c, is_object=False)
        and (noun or not _is_of_conjunct(parse, trigger.token, c.head))
    ]
    return subjects, objects


def _measure_numbers(parse: Parse, trigger: Trigger, outside: list[Candidate]) -> dict[int, int]:
    """Steps to the numbers of which the words tell what they count, whatever the tree says: "an
    apoapsis of 418, a periapsis of 260"."""
    owners = {c.head: find_counted(parse, c.head) for c in outside if c.end.iri is None}
    told = {head: owner for head, owner in owners.items() if owner is not None}
    return {head: 0 if owner == trigger.token else NOWHERE for head, owner in told.items()}


def _opens_bracket(parse: Parse, c: Candidate, token: int) -> bool:
    """True for a name that a bracket opens with where the words stand outside: "the editor, Ada
    Berg (Orbis University)"."""
    if c.start < 1 or parse.text[c.start - 1] != "(" or c.end.iri is None:
        return False
    inside = (t for t in range(c.start, min(c.start + _ASIDE, len(parse))) if parse.text[t] == ")")
    return not c.start <= token < next(inside, len(parse))


def _steps_to(parse: Parse, token: int, c: Candidate) -> int:
    """Steps to a candidate, through what it is said to be or to do where that is nearer: inside a
    title the tree is often wrong."""
    steps = count_steps(parse, token, c.head)
    if c.via < 0:
        return steps
    beside = c.via == c.start - 1
    return min(steps, (not beside) + count_steps(parse, token, c.via))


def _is_of_conjunct(parse: Parse, token: int, below: int) -> bool:
    """True for what stands under something joined to a token: the 3 in "a length of 5 and a height
    of 3" is no length, and nobody is a scientist of Orbis who is "a scientist, fellow of Orbis"."""
    here, edge = below, ""
    while here != token and parse.head[here] != here:
        if parse.dep[here] == "agent" and parse.head[here] == agent_verb(parse, token):
            return False
        edge, here = parse.dep[here], parse.head[here]
    apposed = edge == "appos" and parse.lower[parse.head[below]] == "of"
    return here == token and (edge == "conj" or apposed)


def _is_of_verb_above(parse: Parse, verb: int, time: int) -> bool:
    """True for a time or number of a verb that another hangs on: in "joined in 2012 and was born in
    Oslo" nobody is born in 2012."""
    here = time
    while parse.pos[here] not in ("VERB", "AUX") and parse.head[here] != here:
        here = parse.head[here]
    return here != verb and find_branch(parse, here, verb) is not None


def _choose(
    parse: Parse,
    trigger: Trigger,
    ends: list[Candidate],
    types: Types,
    kinds: Mapping[str, Types],
    typed: bool,
) -> list[Candidate]:
    """The candidates of these types; unless ``typed``, also those that may be for all that is
    known, right beside the words that say so. Words of comments and near words say only what is
    both of these types and right beside; so do all words where anything is of these types."""
    spoken = trigger.spoken
    if not spoken.by and tells_nothing(spoken.domain) and tells_nothing(spoken.range):
        return [c for c in ends if fits(c, types, kinds) and _is_beside(parse, trigger, c)]
    if spoken.by:
        return [c for c in ends if surely_fits(c, types, kinds) and _is_beside(parse, trigger, c)]
    return [
        c
        for c in ends
        if fits(c, types, kinds)
        or (not typed and may_be(c, types, kinds) and _is_beside(parse, trigger, c))
    ]


def _is_beside(parse: Parse, trigger: Trigger, c: Candidate) -> bool:
    """True for a candidate that the words of a property govern or describe."""
    if trigger.form == "noun":
        owned = owns(parse, c.head, trigger.token)
        return owned or is_said_of(parse, trigger.token, c.head)
    describes = parse.dep[trigger.token] in ("acl", "relcl")
    return slot_of(parse, c.head)[1] == trigger.token or (
        describes and parse.head[trigger.token] == c.head
    )


def _take_best(
    parse: Parse,
    trigger: Trigger,
    costs: list[tuple[float, Candidate, Candidate]],
    objects: list[Candidate],
    typed: bool,
) -> Iterator[Pair]:
    """The cheapest pair, and its subject with the other objects in one coordination."""
    least, subject, object_ = min(costs, key=lambda c: (c[0], c[1].head, c[2].head))
    for other in objects:
        joined = _differ(subject, other) and _coordinated(parse, object_.head, other.head)
        if other is object_ or joined:
            yield Pair(trigger, subject, other, round(least), typed)


def _only_describes(parse: Parse, trigger: Trigger, s: Candidate, o: Candidate) -> bool:
    """True for a noun before a name that tells what that is by itself: "a song by producer Ada
    Berg" makes nobody the producer of the song; "the song's producer Ada Berg" does."""
    if trigger.form != "noun" or trigger.turned or o.via != trigger.token or o.via != o.start - 1:
        return False
    return not (owns(parse, s.head, trigger.token) or s.stop == trigger.first)


def _only_classes(parse: Parse, trigger: Trigger, s: Candidate, o: Candidate) -> bool:
    """True for a noun that tells what the object is, and not that the subject has it: "phone" of
    "a phone, the Motorola X1", "book" of "wrote book reviews for the Globe"; "Lund's book Helix"
    tells both."""
    noun = trigger.token
    lemma = parse.lemma[noun].lower()
    if trigger.form != "noun" or trigger.turned or trigger.preposition:
        return False
    kind = type_of_label(lemma)
    if kind not in _MADE or kind not in trigger.spoken.range or is_in_label(trigger.spoken, lemma):
        return False
    stands = {noun, first_conjunct(parse, noun)}
    made = slot_of(parse, s.head)[0] == "agent" or follows_by(parse, noun, s)
    has = made or owns(parse, s.head, noun) or parse.head[s.head] in stands
    beside = o.via in stands or parse.head[o.head] in stands or o.via > o.head
    return not (has and (beside or any(is_said_of(parse, n, o.head) for n in stands)))


def _is_one_branch(parse: Parse, trigger: Trigger, s: Candidate, o: Candidate) -> bool:
    """True for two things that one phrase of a verb holds: in "was released for Norvik in Helix"
    neither is what was released."""
    if trigger.form == "noun" or s.via > s.head:
        return False
    one, other = (find_branch(parse, trigger.token, c.head) for c in (s, o))
    return one is not None and one == other


def _is_done(parse: Parse, trigger: Trigger, s: Candidate, o: Candidate) -> bool:
    """False where an active verb has another subject or another object, and for what a noun is of
    where that is neither right beside nor what the sentence is about."""
    if trigger.form == "noun":
        return is_about(parse, trigger.token, s, turned=trigger.turned)
    doer, done = (o, s) if trigger.turned else (s, o)
    if trigger.form == "verb" and not is_passive(parse, trigger.token):
        return may_do(parse, trigger.token, doer, done)
    return is_undergoer(parse, trigger.token, done if trigger.form == "verb" else doer)


def _differ(one: Candidate, other: Candidate) -> bool:
    return one.head != other.head and (one.end.iri is None or one.end.iri != other.end.iri)


def _cost(
    parse: Parse, trigger: Trigger, s: Candidate, o: Candidate, steps: Mapping[int, int]
) -> float:
    """Steps to both ends; less for the subject of the clause and for names, more for what follows
    where something is owned."""
    cost = float(steps[s.head] + steps[o.head])
    owner, owned = (o, s) if trigger.turned else (s, o)
    if trigger.form == "noun" and owns(parse, owner.head, trigger.token):
        cost -= 1.5
    if (
        trigger.form == "noun"
        and owns(parse, owned.head, trigger.token)
        and owned.end.type is not None
    ):
        cost += 2
    if parse.dep[s.head] in NOUN_SUBJECTS or s.via > s.head:
        cost -= 0.5
    cost += sum(parse.dep[c.head] == "appos" and c.end.type == "place" for c in (s, o))
    return cost + (0 if s.named else 1.5) + abs(o.head - trigger.token) / 100


def _coordinated(parse: Parse, one: int, other: int) -> bool:
    return first_conjunct(parse, one) == first_conjunct(parse, other)
