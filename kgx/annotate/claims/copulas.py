"""What a clause with "be" says: what something is, where, and how."""

from collections.abc import Iterator
from itertools import chain

from kgx.annotate.claims.age_claims import draft_age
from kgx.annotate.claims.concepts import refer
from kgx.annotate.claims.descriptions import describe
from kgx.annotate.claims.drafts import Context, Draft, marker_of, state
from kgx.annotate.claims.edgeless import is_idle
from kgx.annotate.claims.kin import draft_among
from kgx.annotate.claims.named_roles import draft_identity
from kgx.annotate.claims.origins import mark_nationality
from kgx.annotate.claims.properties import draft_property
from kgx.annotate.claims.referents import End, load_concept_words
from kgx.annotate.claims.relational import hold_roles
from kgx.annotate.claims.slots import WEAK_ROLES, is_worth_edge
from kgx.annotate.claims.whereabouts import draft_seated
from kgx.annotate.clauses.stand_ins import spread_out
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.grammar.phrases import is_nominal, phrase_words
from kgx.annotate.words.noun_kinds import is_kind_of
from kgx.annotate.words.wordlists import read_set


def draft_copula(context: Context, clause: Clause) -> Iterator[Draft]:
    """The drafts of a clause with "be": who is who, what something is, where and how it is."""
    parse = context.referents.parse
    subject = context.refer(clause.subject)
    named = any(part.role == "complement" for part in clause.arguments)
    identities = [
        list(draft_property(context, clause, part)) or list(draft_identity(context, clause, part))
        for part in clause.arguments
    ]
    yield from chain.from_iterable(identities)
    if subject is None or subject.iri is None:
        return
    for part, identity in zip(clause.arguments, identities, strict=True):
        if part.role in WEAK_ROLES or identity or (named and _is_where(parse, part)):
            continue
        marker, complement = marker_of(context, clause, part), part.role == "complement"
        among = [] if marker else list(draft_among(context, subject, part.head))
        if marker:
            yield from _draft_after(context, clause, subject, part, marker)
        elif complement and among:
            yield from among
        elif complement and is_nominal(parse, part.head):
            yield from _draft_noun(context, clause, subject, part)
        elif complement:
            yield from draft_adjective(context, subject, part.head)
    yield from draft_age(context, clause, subject)


def _is_where(parse: Parse, part: Phrase) -> bool:
    """True for Peru in "Peru, where Lind is the leader" and "In Peru, the peso was weak", which do
    not say where Lind or the peso is."""
    if not part.marker:
        return False
    fronted = parse.lower[part.marker[0]] == "in" and part.head < parse.head[part.marker[0]]
    return fronted or parse.lower[part.marker[0]] == "where"


def _draft_after(
    context: Context, clause: Clause, subject: End, part: Phrase, marker: str
) -> Iterator[Draft]:
    """Where and with whom something is: "is in Oslo", "is head of finance at Orbis"."""
    parse = context.referents.parse
    if parse.lemma[part.head] in context.lexicon.nominals:
        return  # "is in talks with": the noun tells it
    if marker == "with" and part.marker and parse.text[part.marker[0] - 1] == ",":
        return  # "is costly, with few firms able to pay"
    if marker == "among":  # "among her pupils were Ann Lind and Bo Falk"
        held = list(hold_roles(context, subject, part.head))
        if held:
            yield from held
            return
    other = context.refer(part)
    if other is None:
        return
    if marker == "at" and _holds_office(context, clause, subject, other):
        yield context.typed(subject.iri, "employer", other)
        return
    seated = list(draft_seated(context, clause, marker, other))
    if seated:
        yield from seated
        return
    if not is_idle(context, clause, part, other) and is_worth_edge(context, clause, part, other):
        key = f"be {marker}"
        yield from state(context, context.relations.active, key, key, subject, other)


def _draft_noun(context: Context, clause: Clause, subject: End, part: Phrase) -> Iterator[Draft]:
    """What something is, and to whom: "is heir to the throne"."""
    parse = context.referents.parse
    it = parse.lower[clause.subject.head] == "it"
    if it and (_singles_out(parse, part.head) or _is_one_more(parse, part.head, subject)):
        return
    whom = _to_whom(context, part.head)
    key = f"be {parse.lemma[part.head]} to"
    for head in whom:
        other = context.refer_to(head)
        yield from state(context, context.relations.active, key, key, subject, other)
    if whom:
        return
    yield from describe(context, subject, clause.subject.head, part)
    for adjective in _adjectives_after(parse, part):
        yield from draft_adjective(context, subject, adjective)


def _adjectives_after(parse: Parse, part: Phrase) -> list[int]:
    """What tells more of a noun after it: "is a tree native to Chile"."""
    after = [c for c in parse.children[part.head] if c > part.head and parse.dep[c] == "amod"]
    return [c for c in after if parse.pos[c] == "ADJ" and parse.child(c, "prep") is not None]


def _to_whom(context: Context, noun: int) -> list[int]:
    """What comes after "to" in "home to the museum", "heir to the throne"."""
    parse = context.referents.parse
    if parse.lemma[noun] not in read_set("noun_ties.toml", "to_whom"):
        return []
    below = parse.below(noun, "to")
    return [] if below is None else spread_out(parse, below)


def draft_adjective(
    context: Context, subject: End | None, adjective: int, verb: str = ""
) -> Iterator[Draft]:
    """ "X is responsible for Y", "X is Turkish"; after another verb "X pleaded guilty to Y"."""
    if subject is None:
        return
    parse, referents = context.referents.parse, context.referents
    if parse.text[adjective][:1].isupper() and referents.label_at[adjective] != "LANGUAGE":
        yield from mark_nationality(context, subject, [adjective])
    for prep in parse.children[adjective]:
        object_ = parse.child(prep, "pobj") if parse.dep[prep] == "prep" else None
        for one in () if object_ is None else spread_out(parse, object_):
            other = refer(referents, one, phrase_words(parse, one))
            compared = parse.tag[adjective] in ("JJR", "JJS")  # "the youngest of"
            said = parse.lower[adjective] if compared else parse.lemma[adjective].lower()
            words = f"{said} {parse.lower[prep]}"
            coined = f"{verb} {words}" if verb else words
            table = context.relations.active
            yield from state(context, table, f"{verb or 'be'} {words}", coined, subject, other)


def _holds_office(context: Context, clause: Clause, subject: End, other: End | None) -> bool:
    """True for what a person is somebody at: "is head of finance at Orbis"."""
    if other is None or (subject.type, other.type) != ("person", "organization"):
        return False
    persons, parse = load_concept_words()["person"], context.referents.parse
    roles = (p for p in clause.arguments if p.role == "complement" and not p.marker)
    return any(parse.lemma[p.head].lower() in persons for p in roles)


def _is_one_more(parse: Parse, noun: int, subject: End) -> bool:
    """True for what "it was the third strike this year" counts, which is no place and nobody."""
    counted = read_set("modifiers.toml", "ranking")
    ranked = any(parse.lower[c] in counted for c in parse.children[noun] if c < noun)
    happens = is_kind_of(parse.lemma[noun].lower(), "event")
    return ranked and happens and subject.type not in ("event", "concept", None)


def _singles_out(parse: Parse, noun: int) -> bool:
    """True for "the fan" alone, which says which thing it was and not what it is."""
    deps = [parse.dep[c] for c in parse.children[noun]]
    article = parse.child(noun, "det")
    plain = not {"prep", "relcl", "acl", "amod", "poss"} & {*deps}
    return plain and article is not None and parse.lower[article] == "the"
