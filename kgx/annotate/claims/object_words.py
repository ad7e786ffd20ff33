"""What a verb says together with the common noun of its object: "filed a lawsuit against", "plays a
role in", "moved its headquarters to"."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.deed import Deed, verb_of
from kgx.annotate.claims.drafts import Context, Draft, draft_typed, state
from kgx.annotate.claims.objects import common_noun, degree, is_part_seat
from kgx.annotate.claims.referents import End, load_concept_words
from kgx.annotate.clauses.stand_ins import spread_out
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.words.noun_kinds import is_mostly
from kgx.annotate.words.wordlists import read_set
from kgx.records import changed

_STATES = frozenset({"at", "in", "into", "off", "on", "out of", "to", "under"})
"""Prepositions of states: "on hold", "to court"."""


def draft_through(deed: Deed, part: Phrase) -> Iterator[Draft]:
    """ "Filed a lawsuit against Orbis": the typed relation that a verb and its object say together,
    with what comes after the object."""
    context, noun = deed.context, deed.context.referents.parse.lemma[part.head].lower()
    if degree(context, deed.clause) == "honorary degree":
        return  # nobody studied for it
    if is_part_seat(context.referents.parse, part.head):
        return
    table = context.relations.active
    for prep, head in _after(deed, part):
        words = f"{verb_of(deed)} {noun} {prep}"
        other = context.refer_to(head) if words in table else None
        if deed.subject is not None and other is not None and other.iri != deed.subject.iri:
            yield from draft_typed(context, table, words, deed.subject, other)


def object_said(deed: Deed, marker: str) -> str:
    """The common noun of the object, with the noun before it or not, where a relation is said with
    it: "took a job at", "play home games at"."""
    head, noun = _find_noun(deed)
    if not noun or is_part_seat(deed.context.referents.parse, head):
        return ""
    before = deed.context.referents.parse.lower[head - 1]
    known = deed.context.relations.active
    both = (n for n in (f"{before} {noun}", noun) if f"{deed.base} {n} {marker}" in known)
    return next(both, "")


def has_object(clause: Clause) -> bool:
    """True for a clause with an object of its own."""
    return any(p.role == "object" and not p.marker for p in clause.arguments)


def _find_noun(deed: Deed) -> tuple[int, str]:
    """The head of the object and its common noun, empty where it has none."""
    parse = deed.context.referents.parse
    thing = next((p for p in deed.clause.arguments if p.role == "object" and not p.marker), None)
    return (-1, "") if thing is None else (thing.head, common_noun(parse, thing.head))


def words_with(deed: Deed, marker: str) -> tuple[str, str]:
    """The verb with a preposition, and with the object between if that is light, a share of
    something or what one has, "take place in", "have debts to": what to look a relation up by, and
    what to coin one of."""
    if marker == "in" and _runs_sites(deed):
        return "operate in", "operate in"
    light = deed.light or (deed.stake if marker == "in" else "")
    light = light or (_find_noun(deed)[1] if deed.base == "have" else "")
    coined = f"{deed.base} {light} {marker}" if light else f"{deed.base} {marker}"
    between = light or degree(deed.context, deed.clause) or object_said(deed, marker)
    return (f"{deed.base} {between} {marker}" if between else coined), coined


def with_state(context: Context, clause: Clause, base: str) -> tuple[str, Clause]:
    """The verb with the state it brings its object to, and the clause without that: "put the mill |
    on hold" did nothing else to the mill."""
    thing = next((p for p in clause.arguments if p.role == "object" and not p.marker), None)
    if thing is None or base not in read_set("verbs.toml", "resulting"):
        return base, clause
    parse = context.referents.parse
    for part in clause.arguments:
        marker = " ".join(parse.lower[t] for t in part.marker)
        ends = parse.lower[part.head] in read_set("verbs.toml", "ending")  # "to a halt"
        bare = parse.tag[part.head] == "NN" and (part.tokens == (part.head,) or ends)
        made = marker == "into" and is_mostly(parse.lower[part.head], "substance")  # "into wine"
        made = made or parse.child(part.head, "conj") is not None
        if bare and not made and marker in _STATES and thing.head < part.marker[0]:
            rest = tuple(p for p in clause.arguments if p is not part)
            return f"{base} {marker} {parse.lower[part.head]}", changed(clause, arguments=rest)
    return base, clause


def _runs_sites(deed: Deed) -> bool:
    """True for a body that "runs factories" somewhere, and so works there."""
    body = deed.subject is not None and deed.subject.type == "organization"
    running = body and not deed.clause.passive and deed.base in read_set("verbs.toml", "running")
    return running and _find_noun(deed)[1] in read_set("noun_ties.toml", "premises")


def draft_vague(deed: Deed, part: Phrase) -> Iterator[Draft]:
    """ "Play a role in pollination": where the object names nothing, what it is of or in is the
    other end; what is done to somebody is not."""
    context, noun = deed.context, common_noun(deed.context.referents.parse, part.head)
    if noun in load_concept_words()["person"] or noun in read_set("nouns.toml", "spans"):
        return
    for prep, head in _after(deed, part) if noun else ():
        if prep != "by" and not context.is_circumstance(prep):
            words, other = f"{verb_of(deed)} {noun} {prep}", context.refer_to(head)
            if not _is_where(prep, other):
                active = context.relations.active
                yield from state(context, active, words, words, deed.subject, other)


def _is_where(preposition: str, other: End | None) -> bool:
    """True for "signed a pact in Lima", which tells where and not of what the pact is."""
    return preposition in ("in", "at") and other is not None and other.type in ("place", "facility")


def _after(deed: Deed, part: Phrase) -> Iterator[tuple[str, int]]:
    """The prepositions after a noun, each with the heads of what it brings in."""
    parse = deed.context.referents.parse
    for prep in parse.children[part.head]:
        inner = parse.child(prep, "pobj")
        if inner is not None and inner in part.tokens:
            yield from ((parse.lower[prep], head) for head in spread_out(parse, inner))
