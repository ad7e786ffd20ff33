"""What a verb says of an argument without a preposition: its object, whom something is given, what
something is made."""

from collections.abc import Iterator

from kgx.annotate.claims.amounts import count_at
from kgx.annotate.claims.deed import Deed
from kgx.annotate.claims.drafts import Context, Draft, draft_typed, marker_of, state
from kgx.annotate.claims.joining import draft_joined
from kgx.annotate.claims.kin import draft_kin, kin_noun
from kgx.annotate.claims.named_roles import draft_included
from kgx.annotate.claims.object_words import draft_through
from kgx.annotate.claims.objects import can_act, hands_deed_on, is_shared_sum, what_is_made
from kgx.annotate.claims.origins import draft_nationality
from kgx.annotate.claims.passives import draft_complement
from kgx.annotate.claims.posts import draft_installed
from kgx.annotate.claims.referents import End
from kgx.annotate.claims.role_anchors import is_relational
from kgx.annotate.claims.shares import draft_share
from kgx.annotate.claims.whereabouts import place_object
from kgx.annotate.grammar.parts import Phrase
from kgx.annotate.words.noun_kinds import is_kind_of, is_mostly
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.participles import participle_of
from kgx.annotate.words.wordlists import read_set

_NOT_MADE = {"form": "formed", "sell": "stakes"}
"""The lists of what something is that forms it, and of what is sold and no ware, by the verb."""


def draft_bare(deed: Deed, part: Phrase, other: End) -> Iterator[Draft]:
    """The statements of an argument without a preposition."""
    context, base, theme = deed.context, deed.base, deed.theme
    made = what_is_made(deed.clause, part)
    if made is not None:
        if base in read_set("verbs.toml", "making") and theme is not None:
            yield from draft_installed(deed, theme, made.head, part)
    elif part.role == "complement":
        yield from draft_complement(deed, base, part, other)
    elif part.role == "indirect object":
        yield from _draft_taker(context, base, deed.subject, other)
        deed.taker = None if base in read_set("verbs.toml", "depriving") else other
    elif _is_equipped(deed):
        yield from _draft_taker(context, base, deed.subject, other)
        deed.theme = other
    else:
        yield from _draft_object(deed, part, other)


def _is_equipped(deed: Deed) -> bool:
    """True for who gets what follows after "with": "supplied the army with computers"."""
    marks = (marker_of(deed.context, deed.clause, a) for a in deed.clause.arguments)
    return deed.base in read_set("verbs.toml", "equipping") and "with" in marks


def _draft_object(deed: Deed, part: Phrase, other: End) -> Iterator[Draft]:
    """The statements of what the deed is done to."""
    context, clause, base, subject = deed.context, deed.clause, deed.base, deed.subject
    if _is_renamed(deed, part):
        yield from draft_through(deed, part)
        return
    deed.theme = other
    listed = list(_draft_listed(deed, part, other)) or list(draft_joined(deed, part, other))
    if listed:
        yield from listed
        return
    if _lists_parties(deed, other):
        return
    yield from place_object(context, base, subject, part, other)
    yield from draft_share(deed, part)
    changed_into = _is_changed(deed) or is_shared_sum(context.referents.parse, clause, other)
    if deed.turned or changed_into:
        return  # "made it larger", "left 30 people dead"
    hands_on = hands_deed_on(context, clause, base)
    if hands_on and can_act(context.referents.parse, part.head, other):
        return  # "forced banks to pay": nobody forced banks
    untyped = hands_on or _is_told(deed) or _is_idiom(deed, part) or _is_ahead(deed)
    table = {} if untyped else context.relations.active
    key = _key_of(deed, part, other)
    yield from state(context, table, key, base, subject, other)
    if other.type == "concept":
        yield from draft_through(deed, part)
    yield from _draft_counted(context, base, subject, other)


def _key_of(deed: Deed, part: Phrase, other: End) -> str:
    """The verb in whose words the relation to an object is found."""
    if _is_produced(deed, part, other):
        return "produce"
    if deed.base == "supply" and _takes_supplies(deed, part):
        return "supply to"
    return "play role of" if _acts(deed, other) else deed.base


def _is_produced(deed: Deed, part: Phrase, other: End) -> bool:
    """True for goods that a body makes: "makes pumps", "makes jam"; no mistakes, no calls."""
    parse, body, head = deed.context.referents.parse, deed.subject, part.head
    made = deed.base == "make" and other.type == "concept"
    able = body is not None and body.type in ("organization", "facility")
    mass = parse.tag[head] == "NN" and parse.child(head, "det", "poss", "nummod") is None
    alone = mass or parse.tag[head] == "NNS"
    return made and able and alone and _is_goods(parse.lemma[head].lower())


def _is_goods(noun: str) -> bool:
    """True for a noun for goods."""
    thing = any(is_mostly(noun, kind) for kind in ("artifact", "food", "substance"))
    said = is_kind_of(noun, "communication")
    return (thing and not said) or type_of_noun(noun) == "product"


def _takes_supplies(deed: Deed, part: Phrase) -> bool:
    """True for sites and firms, which are no wares: "supplies *refineries* and *airlines*"."""
    noun = deed.context.referents.parse.lemma[part.head].lower()
    return noun in read_set("noun_ties.toml", "premises") | read_set("coreference.toml", "trades")


def _is_changed(deed: Deed) -> bool:
    """True for the object of "turned the mill into a hotel", that nobody turned."""
    marks = {marker_of(deed.context, deed.clause, p) for p in deed.clause.arguments}
    changes = deed.base in read_set("verbs.toml", "changing")
    return changes and not marks.isdisjoint(("into", "out of"))


def _acts(deed: Deed, other: End) -> bool:
    """True for "played Ellen Pike in the film Low Tide"; in the final they met."""
    context = deed.context
    if deed.base not in ("play", "portray") or other.type != "person":
        return False
    inside = [
        p for p in deed.clause.arguments if marker_of(context, deed.clause, p) in ("in", "on")
    ]
    films, lemma = read_set("works.toml", "films"), context.referents.parse.lemma
    named = (context.refer(p) for p in inside)
    return any(lemma[p.head] in films for p in inside) or any(
        end is not None and end.type == "work" for end in named
    )


def _is_ahead(deed: Deed) -> bool:
    """True for who "led the league with 20 goals" or "in scoring", and is at its head in that."""
    context, parse = deed.context, deed.context.referents.parse
    if deed.base != "lead":
        return False
    for part in deed.clause.arguments:
        marker = marker_of(context, deed.clause, part)
        counted = marker == "with" and any(parse.tag[t] == "CD" for t in part.tokens)
        common = parse.tag[part.head] in ("NN", "NNS", "VBG") and part.role != "time"
        if counted or (marker == "in" and common and type_of_noun(parse.lemma[part.head]) is None):
            return True
    return False


def _is_renamed(deed: Deed, part: Phrase) -> bool:
    """True for "changed its name to Helix", which tells what else it is called and no more."""
    name = deed.context.referents.parse.lemma[part.head] in read_set("noun_ties.toml", "names")
    marks = (marker_of(deed.context, deed.clause, a) for a in deed.clause.arguments)
    return name and deed.base in read_set("verbs.toml", "renaming") and "to" in marks


def _draft_listed(deed: Deed, part: Phrase, other: End) -> Iterator[Draft]:
    """What an object says that is kin, a number, a nationality or a part, and nothing else."""
    context, base, subject = deed.context, deed.base, deed.subject
    relative = kin_noun(context.referents.parse, part.head)
    kin = [] if relative is None else list(draft_kin(context, other, relative))
    if kin:
        deed.theme, deed.kin = None, True
    listed = kin or list(_draft_number(deed, part))
    listed = listed or list(draft_nationality(context, base, subject, part.head))
    yield from listed or draft_included(context, deed.clause, base, other)


def _lists_parties(deed: Deed, other: End) -> bool:
    """True for "speakers include Ann Lind" and "rivals include carmakers": who or what is named, or
    is to somebody what the subject says, is one of several and no part of them."""
    parse, noun = deed.context.referents.parse, deed.clause.subject.head
    several = deed.base == "include" and parse.tag[noun] == "NNS"
    said = parse.lemma[noun]
    role = said in deed.context.relations.nouns and is_relational(said)
    return several and (role or other.type not in (None, "concept"))


def _is_told(deed: Deed) -> bool:
    """True for "rumours include a new phone", of which that is no part."""
    if deed.base != "include":
        return False
    nouns, parse = deed.context.lexicon.nouns, deed.context.referents.parse
    told = nouns.get(parse.lemma[deed.clause.subject.head].lower(), frozenset())
    return not told.isdisjoint(("told", "possible"))


def _is_idiom(deed: Deed, part: Phrase) -> bool:
    """True for "took over the office", which buys nothing, for "discovered a plot", which invents
    none, and for "cut the ribbon", which is no less for it; who cuts costs or jobs reduces them;
    and for "sold its stake in Orbis", which is no ware. What "forms the border" is the border."""
    noun = deed.context.referents.parse.lemma[part.head]
    if deed.base == "take over":
        return noun in read_set("roles.toml", "taken_over")
    if deed.base == "discover":
        firm = deed.subject is not None and deed.subject.type == "organization"
        lists = ("found_out", "deposits") if firm else ("found_out",)
        return noun in read_set("noun_ties.toml", *lists)
    if deed.base in _NOT_MADE:
        return noun in read_set("noun_ties.toml", _NOT_MADE[deed.base])
    return deed.base == "cut" and noun not in read_set("noun_ties.toml", "lessened")


def _draft_number(deed: Deed, part: Phrase) -> Iterator[Draft]:
    """ "Employs 140 people, most of them women": how many, whoever they are."""
    context, subject = deed.context, deed.subject
    verbs = context.relations.active.get(deed.base, ())
    if subject is None or not any(relation.dimension for relation, _ in verbs):
        return
    number = count_at(context.referents, part.head, part.tokens)
    if number is not None:
        yield from draft_typed(context, context.relations.active, deed.base, subject, number)


def _draft_taker(context: Context, base: str, subject: End | None, taker: End) -> Iterator[Draft]:
    """ "Gave her a prize" gave it to her, "fined her a million" fined her."""
    deprived = base in read_set("verbs.toml", "depriving")
    key = base if deprived else f"{base} to"
    whole = not deprived or base in read_set("verbs.toml", "fining")
    table = context.relations.active if whole else {}
    yield from state(context, table, key, key, subject, taker)


def _draft_counted(context: Context, base: str, subject: End | None, thing: End) -> Iterator[Draft]:
    """ "30,000 people fled the city": a number of people is no node, so what they did it to is."""
    amount = None if subject is None or subject.iri is not None else subject.amount
    bears = base in read_set("verbs.toml", "bearing")
    if subject is None or amount is None or thing.iri is None or bears:
        return
    if (amount.kind == "count" and amount.unit) or " of " in (subject.value or ""):
        yield context.coin(thing.iri, f"{participle_of(base)} by", subject, "")
