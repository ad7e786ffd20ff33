"""What the passive of a verb states: what is done to somebody, what one is given or named."""

from collections.abc import Iterator

from kgx.annotate.claims.deed import Deed, verb_of
from kgx.annotate.claims.descriptions import describe
from kgx.annotate.claims.drafts import Context, Draft, draft_typed, marker_of, state
from kgx.annotate.claims.referents import End, load_concept_words
from kgx.annotate.claims.relational import hold_roles
from kgx.annotate.claims.shares import draft_owned_part
from kgx.annotate.claims.slots import is_worth_edge
from kgx.annotate.claims.whereabouts import draft_whereabouts
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.words.noun_kinds import is_mostly
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

_SITES = frozenset({"place", "facility", "organization", "group"})
_NAMING = ("naming", "naming_at_birth")


def draft_handed(context: Context, base: str, theme: End, taker: End | None) -> Iterator[Draft]:
    """What typed relation there is between what is handed over, or won for somebody, and who gets
    it."""
    if taker is not None and taker.iri is not None:
        key = "award to" if base in read_set("verbs.toml", "winning_for") else f"{base} to"
        yield from draft_typed(context, context.relations.passive, key, theme, taker)


def draft_passive(deed: Deed, part: Phrase, marker: str, other: End) -> Iterator[Draft]:
    """The statements of an argument of a verb in the passive."""
    context, base, relations = deed.context, deed.base, deed.context.relations
    if part.role == "agent" or marker == "by":
        yield from _done_by(deed, part, other)
    elif not marker and _is_given(deed, part):
        given = base in read_set("verbs.toml", "granting")
        got = list(draft_handed(context, base, other, deed.subject)) if given else []
        table, done = relations.passive, verb_of(deed)
        yield from got or state(context, table, base, done, deed.subject, other)
    elif not marker:
        yield from draft_complement(deed, verb_of(deed), part, other)
    elif marker in ("with", "under") and _is_called(context, part):
        alike = deed.subject is not None and deed.subject.type == other.type != "concept"
        if deed.subject is not None and deed.subject.iri and alike:
            yield context.typed(deed.subject.iri, "alsoCalled", other)  # founded with the name
    elif _is_beside_name(deed):
        return  # "launched a phone called Kite in Berlin"
    elif is_worth_edge(context, deed.clause, part, other):
        yield from _done_at(deed, part, marker, other)


def _done_by(deed: Deed, part: Phrase, doer: End) -> Iterator[Draft]:
    """What who does something does to the subject."""
    context, base = deed.context, deed.base
    if base == "know" and _is_called(context, part):
        return  # "was known by the pen name"
    part_of = list(draft_owned_part(deed, doer)) or list(_done_through(deed, doer))
    yield from part_of
    if doer.iri is not None and not part_of:
        table = {} if _go_along(deed, doer) else context.relations.active
        yield from state(context, table, base, base, doer, deed.subject)


def _go_along(deed: Deed, doer: End) -> bool:
    """True for bodies that one is joined by, who do the same as it and are no members of it."""
    ends = {doer.type} | ({deed.subject.type} if deed.subject is not None else set())
    return deed.base == "join" and ends <= {"organization", "group"}


def _done_through(deed: Deed, doer: End) -> Iterator[Draft]:
    """ "The score for Salt Road was composed by Ida Holm": the typed relation that a verb and its
    subject say together, with what comes after the subject."""
    context, parse = deed.context, deed.context.referents.parse
    noun, active = deed.clause.subject.head, context.relations.active
    for prep in parse.children[noun]:
        inner = parse.child(prep, "pobj")
        words = f"{deed.base} {parse.lemma[noun].lower()} {parse.lower[prep]}"
        other = context.refer_to(inner) if inner is not None and words in active else None
        if other is not None and other.iri != doer.iri:
            yield from draft_typed(context, active, words, doer, other)


def _done_at(deed: Deed, part: Phrase, marker: str, other: End) -> Iterator[Draft]:
    """Where, with what or what for something was done to the subject."""
    context, base = deed.context, deed.base
    noun = context.referents.parse.lemma[deed.clause.subject.head].lower()
    carried_out = base == "make" and noun in read_set("verbs.toml", "carried_out")
    carried_out = carried_out or (marker == "for" and _is_second(deed, part))
    idle = carried_out or _is_used_there(deed, part, marker)
    table = {} if idle else context.relations.passive  # "the draw was made in Geneva"
    key, done = f"{base} {marker}", f"{verb_of(deed)} {marker}"
    yield from state(context, table, key, done, deed.subject, other)
    yield from draft_whereabouts(context, base, marker, deed.subject, part, other, table)


def _is_used_there(deed: Deed, part: Phrase, marker: str) -> bool:
    """True for where something is used: "in many cultures it was used", "is used in schools"; what
    is used in rituals is used for them, and what is used in bread is in it."""
    noun = deed.context.referents.parse.lemma[part.head].lower()
    there = part.head < deed.clause.head or type_of_noun(noun) in _SITES or is_mostly(noun, "food")
    return (deed.base, marker) == ("use", "in") and there


def _is_second(deed: Deed, part: Phrase) -> bool:
    """True for a second "for", which tells why: "shortlisted for the prize for her novel"."""
    before = (p for p in deed.clause.arguments if p.head < part.head)
    return any(marker_of(deed.context, deed.clause, p) == "for" for p in before)


def _is_beside_name(deed: Deed) -> bool:
    """True for what comes after the name in "a phone called Kite", which tells of another verb."""
    parse, verb = deed.context.referents.parse, deed.clause.head
    named = parse.dep[verb] == "acl" and parse.child(verb, "oprd", "attr") is not None
    return named and verb_of(deed) in read_set("verbs.toml", *_NAMING)


def _is_given(deed: Deed, part: Phrase) -> bool:
    """True for the object of a passive, "was awarded the society's medal", which is no office."""
    noun = deed.context.referents.parse.lemma[part.head].lower()
    names = verb_of(deed) in read_set("verbs.toml", *_NAMING)
    return part.role == "object" and not names and noun not in load_concept_words()["person"]


def _draft_naming(context: Context, clause: Clause, subject: End, other: End) -> Iterator[Draft]:
    """ "A firm called Orbis": Orbis is a firm; "Orbis, known as Helix": another name."""
    known = context.referents.entities[subject.iri or ""]
    if known.type != "concept" and known.label[:1].isupper():
        if other.type != "concept" and other.iri != subject.iri:
            yield context.typed(subject.iri or "", "alsoCalled", other)
    elif other.type != "concept":
        yield from describe(context, other, clause.arguments[0].head, clause.subject)


def draft_complement(deed: Deed, verb: str, part: Phrase, other: End) -> Iterator[Draft]:
    """ "X became chair of Y", "X was named chair of Y": the role, under the verb that gives it."""
    context, subject = deed.context, deed.subject
    if subject is None or subject.iri is None:
        return
    called = deed.clause.passive and verb in read_set("verbs.toml", *_NAMING)
    if called and other.iri is not None:
        described = context.refer_to(deed.clause.subject.head) or subject
        yield from _draft_naming(context, deed.clause, described, other)
        return
    anchored = list(hold_roles(context, subject, part.head))
    if not anchored and deed.clause.passive and other.type == "other":  # "was appointed CBE"
        anchored = list(draft_typed(context, context.relations.passive, deed.base, subject, other))
    if anchored:
        yield from anchored
    elif other.iri != subject.iri:
        yield context.coin(subject.iri, verb, other, context.generals.prepositions["as"])


def _is_called(context: Context, part: Phrase) -> bool:
    """True for a name, or the noun "name" before it."""
    parse = context.referents.parse
    near = (part.head, parse.head[part.head], *parse.children[part.head])
    nouns = {parse.lemma[t] for t in near}
    return not nouns.isdisjoint(read_set("noun_ties.toml", "names"))
