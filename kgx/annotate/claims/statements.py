"""From clauses to binary statements between what their arguments refer to: a rule for each kind."""

from collections.abc import Iterator

from kgx.annotate.claims.beside_names import is_called_before
from kgx.annotate.claims.copulas import draft_copula
from kgx.annotate.claims.descriptions import draft_description
from kgx.annotate.claims.drafts import Context, Draft, state
from kgx.annotate.claims.featured import name_players
from kgx.annotate.claims.joint import draft_joint
from kgx.annotate.claims.kin import draft_kin
from kgx.annotate.claims.launches import send_off
from kgx.annotate.claims.measures import draft_measures, draft_owned
from kgx.annotate.claims.referents import End, Referents
from kgx.annotate.claims.relational import hold_roles, place_of
from kgx.annotate.claims.verbs import draft_verb
from kgx.annotate.claims.whereabouts import draft_premises
from kgx.annotate.claims.wording import preposition_of
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.words.wordlists import read_set

_SIDES = {"nsubj": "attr", "attr": "nsubj"}
"""What stands on the other side of "is"."""


def draft(context: Context, clause: Clause) -> Iterator[Draft]:
    """The binary statements of a clause."""
    if clause.kind in ("verb", "copula"):
        measures, rest = draft_measures(context, clause)
        draft_clause = draft_verb if clause.kind == "verb" else draft_copula
        drafts = name_players(context, clause, draft_clause(context, rest))
        yield from send_off(context, clause, drafts)
        yield from measures
    elif clause.kind in ("role", "apposition"):
        yield from draft_description(context, clause)
    elif clause.kind == "possessive":
        yield from _draft_possessive(context, clause)
    elif clause.kind == "inclusion":
        yield from _draft_inclusion(context, clause)
    elif clause.kind == "nominal":
        yield from _draft_deed(context, clause)


def _draft_inclusion(context: Context, clause: Clause) -> Iterator[Draft]:
    """ "Left two sons, among them the painter Max Berg": whose kin the one is."""
    one = context.refer(clause.arguments[0])
    if one is not None:
        yield from draft_kin(context, one, clause.subject.head)


def _draft_possessive(context: Context, clause: Clause) -> Iterator[Draft]:
    """ "Türkiye's KTJ-3200": only where both ends are named."""
    referents = context.referents
    owner, thing = context.refer(clause.subject), clause.arguments[0]
    if owner is None or owner.iri is None or _is_named_after(referents, thing.head):
        return
    yield from draft_owned(context, owner, thing)
    yield from _draft_unit(context, owner, thing)
    yield from _draft_site(context, owner, thing)
    yield from draft_premises(context, owner, thing.head)
    context.refer(thing)  # "his grandfather" becomes an entity here
    named = referents.at.get(thing.head)
    if (
        named is not None
        and named.form == "nominal"
        and referents.entities[named.entity].type == "person"
    ):
        yield from hold_roles(context, referents.entity(named.entity), thing.head)
        return
    other = context.refer(thing)
    if other is None or other.type in (None, "concept", "person") or other.iri == owner.iri:
        return
    if named is None or named.form == "name" or is_called_before(referents, named):
        yield from _draft_ownership(context, clause, owner, other)


def _draft_ownership(context: Context, clause: Clause, owner: End, other: End) -> Iterator[Draft]:
    """What an owner is to what is theirs, by the types of both."""
    if owner.type == "place" and other.type in ("product", "work"):
        yield context.typed(other.iri, "countryOfOrigin", owner)
    elif owner.type == "place":
        yield from place_of(context, other, owner)
    elif context.referents.parse.lower[clause.subject.head] in ("its", "their"):
        return  # whose it is, is less sure than who "his" is
    elif owner.type in ("person", "organization") and other.type == "work":
        yield context.typed(other.iri, "creator", owner)
    elif (owner.type, other.type) == ("person", "organization"):
        yield context.typed(owner.iri, "affiliation", other)
    elif owner.type != "concept" and other.type not in ("place", "group", "other", "event"):
        yield context.coin(owner.iri or "", "have", other, context.generals.find("have"))


def _is_named_after(referents: Referents, noun: int) -> bool:
    """True for the noun of "its chair is Ann Lind", "its chair is the trader Ann Lind", "she is its
    chair" and "has Ann Lind as its chair", which the name says more of."""
    parse, above = referents.parse, referents.parse.head[noun]
    name = None
    if parse.lemma[above] == "be" and parse.dep[noun] in _SIDES:
        name = parse.child(above, _SIDES[parse.dep[noun]])
    elif parse.lower[above] == "as" and parse.lemma[parse.head[above]] == "have":
        name = parse.child(parse.head[above], "dobj")
    found = [name, None if name is None else parse.child(name, "appos")]
    mentions = (referents.at.get(t) for t in found if t is not None)
    return any(mention is not None and mention.form == "name" for mention in mentions)


def _draft_unit(context: Context, owner: End, thing: Phrase) -> Iterator[Draft]:
    """ "Orbis's Helix unit": a body that is part of another."""
    referents, parse = context.referents, context.referents.parse
    if parse.lemma[thing.head] not in read_set("noun_ties.toml", "units"):
        return
    for c in parse.children[thing.head]:
        name = referents.at.get(c) if parse.dep[c] == "compound" and c < thing.head else None
        if name is not None and name.form == "name" and name.entity != owner.iri:
            part = referents.entity(name.entity)
            if (part.type, owner.type) == ("organization", "organization"):
                yield context.typed(part.iri, "subsidiaryOf", owner)


def _draft_site(context: Context, owner: End, thing: Phrase) -> Iterator[Draft]:
    """ "Orbis's Arden refinery", "its Arden refinery": a works that a firm runs."""
    referents, parse = context.referents, context.referents.parse
    noun = parse.lemma[thing.head].lower()
    if noun not in read_set("noun_ties.toml", "works_run") or parse.tag[thing.head] != "NN":
        return
    before = (c for c in parse.children[thing.head] if c < thing.head and c in referents.at)
    named = (referents.at[c] for c in before if parse.dep[c] == "compound")
    types = [referents.entities[m.entity].type for m in named if m.form == "name"]
    called = types and types[0] not in ("facility", "person")
    works = context.refer(thing) if called and owner.type == "organization" else None
    if works is not None and works.type == "concept":
        yield context.typed(owner.iri, "operates", works)
    elif works is not None and works.type == "facility":
        yield context.typed(works.iri, "operator", owner)


def _is_of_verb(context: Context, clause: Clause, marker: str, place: End) -> bool:
    """True for the place of "signed a trade deal in Lima", where the verb says what was done."""
    parse, noun = context.referents.parse, clause.head
    borne = parse.dep[noun] == "dobj" and parse.head[noun] < noun
    own = clause.subject.head not in parse.children[noun]
    where = marker in ("in", "at") and place.type in ("place", "facility")
    return borne and own and where


def _draft_deed(context: Context, clause: Clause) -> Iterator[Draft]:
    parse, relations = context.referents.parse, context.relations
    subject = context.refer(clause.subject)
    verb = context.lexicon.nominals[parse.lemma[clause.head]]
    yield from draft_joint(context, clause, verb, subject)
    for part in clause.arguments:
        if part.role in ("time", "manner"):
            continue
        other = context.refer(part)
        marker = preposition_of(context.referents, part)
        if marker in ("", "by") or other is None:
            continue
        if part.role != "object" and other.type == "concept" and marker != "with":
            continue
        of = marker == "of"
        key = verb if of else f"{verb} {marker}"
        table = relations.passive if clause.passive else relations.active
        if _is_of_verb(context, clause, marker, other) or marker == "after":
            continue
        yield from state(context, table, key, f"{clause.lemma} {marker}", subject, other)
