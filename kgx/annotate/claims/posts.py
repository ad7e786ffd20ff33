"""Whom somebody makes what, and where: "was named chair at Orbis", "promoted her to captain"."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.boards import find_governed
from kgx.annotate.claims.classes import is_trade
from kgx.annotate.claims.deed import Deed, verb_of
from kgx.annotate.claims.descriptions import describe
from kgx.annotate.claims.drafts import Draft, marker_of
from kgx.annotate.claims.referents import End, load_concept_words
from kgx.annotate.claims.relational import hold_role_at
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.words.wordlists import read_set

_MADE = {"as": "installing", "to": "promoting"}
"""The lists of verbs after whose object a role comes after a preposition."""


def draft_office(deed: Deed, marker: str, part: Phrase) -> Iterator[Draft]:
    """ "Became the mayor of Oslo", "was elected president", "resigned as chair": what a person is
    or was."""
    context, subject = deed.context, deed.subject
    if subject is None or subject.type != "person":
        return
    if part.role not in ("complement", "object") or not _is_office(deed, part):
        return
    said = f"{verb_of(deed)} {marker}".strip()
    if said in read_set("verbs.toml", "taking"):
        yield from describe(context, subject, deed.clause.subject.head, part)
    elif said in read_set("verbs.toml", "giving_up") and _is_given_up(deed.clause):
        office = context.refer(part) if part.head > deed.clause.head else None
        position = context.relations.by_id["position"]
        if office is not None and position.names("", context.name(office)):
            yield context.typed(subject.iri, position.id, office)


def _is_given_up(clause: Clause) -> bool:
    """True for a deed that is told to be so; what a clause denies, plans or supposes would deny,
    plan or suppose the office too."""
    return clause.polarity == "positive" and clause.modality == "asserted"


def _is_office(deed: Deed, part: Phrase) -> bool:
    noun = deed.context.referents.parse.lemma[part.head].lower()
    return noun in load_concept_words()["person"] or is_trade(noun)


def succeeds(deed: Deed) -> bool:
    """True where a person takes somebody's place: "succeeded her as chair of Orbis"."""
    person = deed.subject is not None and deed.subject.type == "person"
    return person and not deed.clause.passive and deed.base in read_set("verbs.toml", "succeeding")


def draft_successor(deed: Deed, person: End, part: Phrase) -> Iterator[Draft]:
    """ "Replaced her as chair", and whose chair where a body named somebody to do so."""
    context, verb = deed.context, deed.clause.head
    parse = context.referents.parse
    yield from describe(context, person, deed.clause.subject.head, part)
    above = parse.head[verb] if parse.dep[verb] == "xcomp" else verb
    namer = parse.child(above, "nsubj") if above != verb else None
    if namer is None or parse.lemma[above] not in read_set("verbs.toml", "installing"):
        return
    bodies = list(find_governed(context.referents, namer))
    body = bodies[0] if bodies else context.refer_to(namer)
    if body is not None and body.type == "organization" and body.iri != person.iri:
        held = hold_role_at(context, person, part.head, body)
        yield from (one for one in held if one.rule not in ("coined", "employer"))


def draft_post(deed: Deed, office: int, body: End) -> Iterator[Draft]:
    """ "Was named chair at Orbis": whose chair somebody became."""
    if deed.subject is not None:
        yield from hold_role_at(deed.context, deed.subject, office, body)


def is_installed(base: str, marker: str, theme: End) -> bool:
    """True for a person whom somebody made something: "appointed Ann Lind as its chair"."""
    kind = _MADE.get(marker)
    return theme.type == "person" and kind is not None and base in read_set("verbs.toml", kind)


def draft_installed(deed: Deed, theme: End, head: int, part: Phrase) -> Iterator[Draft]:
    """ "Named Ann Lind chair": what she is, and whose if the role itself does not tell.

    Args:
        theme: The person.
        head: The token that the person is named by.
        part: The role.
    """
    context, body = deed.context, deed.subject
    told = list(describe(context, theme, head, part))
    yield from told
    if body is None or body.type != "organization" or theme.iri is None:
        return
    if any(theme.iri == d.object.iri or d.rule == "employer" for d in told):
        return  # "named her chair of Helix"
    for one in hold_role_at(context, theme, part.head, body):
        if one.rule == "represents" and _governs(deed):
            continue  # "the Senate confirmed her as ambassador"
        if one.rule == "replaces":
            continue  # "named her as his successor": the body has none
        works = deed.base in read_set("verbs.toml", "engaging") and not _governs(deed)
        if one.rule not in ("coined", "employer") or (one.rule == "employer" and works):
            yield one


def had_as(deed: Deed) -> tuple[End, int, Phrase] | None:
    """What somebody has, named, with its head, and as what: "has | Oslo | as its | capital"; None
    for others."""
    context, clause = deed.context, deed.clause
    had = next((p for p in clause.arguments if p.role == "object"), None)
    role = next((p for p in clause.arguments if p.role == "complement" and p.marker), None)
    if deed.base != "have" or clause.passive or had is None or role is None:
        return None
    thing = context.refer(had)
    if thing is None or thing.iri is None or thing.type in ("concept", "language"):
        return None
    return (thing, had.head, role) if marker_of(context, clause, role) == "as" else None


def draft_had(deed: Deed, thing: End, head: int, role: Phrase) -> Iterator[Draft]:
    """ "Has Oslo as its capital": what it is, and to whom.

    Args:
        head: The token that the thing is named by.
    """
    context, owner = deed.context, deed.subject
    told = list(describe(context, thing, head, role)) if thing.type == "person" else []
    yield from told
    ends = {end for d in told for end in (d.subject, d.object.iri)}
    if owner is not None and owner.iri not in ends:
        held = hold_role_at(context, thing, role.head, owner)
        yield from (one for one in held if one.rule != "coined")


def _governs(deed: Deed) -> bool:
    """True for a body that fills offices elsewhere: a parliament, a court."""
    parse = deed.context.referents.parse
    return parse.lemma[deed.clause.subject.head].lower() in read_set("roles.toml", "governing")
