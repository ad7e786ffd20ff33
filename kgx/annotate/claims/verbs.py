"""What a clause of a verb states: who did what to whom, argument by argument."""

from collections.abc import Iterator

from kgx.annotate.claims.age_claims import draft_age
from kgx.annotate.claims.amounts import count_at
from kgx.annotate.claims.boards import draft_board
from kgx.annotate.claims.copulas import draft_adjective
from kgx.annotate.claims.dated import draft_date, draft_term
from kgx.annotate.claims.deed import Deed, verb_of
from kgx.annotate.claims.descriptions import describe
from kgx.annotate.claims.drafts import Context, Draft, base_of, draft_typed, marker_of, state
from kgx.annotate.claims.edgeless import is_equated, is_left_so, is_score, turns
from kgx.annotate.claims.examples import with_examples
from kgx.annotate.claims.joint import draft_joint, draft_victory
from kgx.annotate.claims.kin import draft_kin, kin_noun
from kgx.annotate.claims.named_roles import draft_included
from kgx.annotate.claims.object_words import (
    draft_through,
    draft_vague,
    object_said,
    words_with,
)
from kgx.annotate.claims.objects import (
    can_act,
    common_noun,
    hands_deed_on,
    is_property,
    is_shared_sum,
    is_verdict,
    is_where,
    researches,
    what_is_made,
)
from kgx.annotate.claims.origins import draft_nationality
from kgx.annotate.claims.passives import draft_complement, draft_handed, draft_passive
from kgx.annotate.claims.posts import (
    draft_installed,
    draft_office,
    draft_post,
    is_installed,
    succeeds,
)
from kgx.annotate.claims.referents import End
from kgx.annotate.claims.slots import WEAK_ROLES, is_tally, is_worth_edge
from kgx.annotate.claims.whereabouts import draft_whereabouts, is_carried, place_object
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.grammar.phrases import conjuncts, is_nominal, phrase_words
from kgx.annotate.words.participles import participle_of
from kgx.annotate.words.wordlists import read_set
from kgx.records import changed

_PARTY = frozenset({"to", "from", "with", "against", "for", "on"})
"""Prepositions after an object that bring in whom one deals with: "sold engines to Brazil"."""

_TOLD = frozenset({"", "to", "about", "of", "against"})
"""Prepositions, or none, of what takes part where something is said."""


def draft_verb(context: Context, clause: Clause) -> Iterator[Draft]:
    """The statements of a clause of a verb, in the order of its arguments."""
    parse, base = context.referents.parse, base_of(context, clause)
    subject = context.refer(clause.subject)
    if is_equated(parse, clause):
        return
    yield from draft_date(context, clause, base, subject)
    yield from draft_age(context, clause, subject)
    yield from draft_joint(context, clause, base, subject)
    yield from draft_victory(context, clause, subject)
    says = base == "say" or any(a.role == "topic" for a in clause.arguments)
    turned = base in read_set("verbs.toml", "turning") and turns(clause)
    deed = Deed(context, clause, base, subject, says, turned)
    for part in with_examples(context, clause.arguments):
        if is_left_so(parse, base, part):
            continue
        if part.role == "time":
            yield from _draft_terms(deed, part)
            yield from _draft_event(deed, part)
        if part.role not in WEAK_ROLES:
            marker = marker_of(context, clause, part)
            for one in _apart(context, part) if marker == "between" else [part]:
                yield from _draft_argument(deed, one, marker)
    if deed.theme is not None and deed.taker is not None:  # "awarded her the Orbis Prize"
        yield from draft_handed(context, base, deed.theme, deed.taker)


def _apart(context: Context, part: Phrase) -> list[Phrase]:
    """ "Between Peru and Chile" is one phrase of two parties: each of them."""
    parse = context.referents.parse
    return [
        part if head == part.head else changed(part, head=head, tokens=phrase_words(parse, head))
        for head in conjuncts(parse, part.head)
    ]


def _draft_terms(deed: Deed, part: Phrase) -> Iterator[Draft]:
    """ "Sentenced to four years": of the subject, or of whom it is done to."""
    context, clause, relations = deed.context, deed.clause, deed.context.relations
    table = relations.passive if clause.passive else relations.active
    yield from draft_term(context, clause, deed.base, deed.subject, part, table)
    if not clause.passive:
        yield from draft_term(context, clause, deed.base, deed.theme, part, relations.passive)


def _draft_event(deed: Deed, part: Phrase) -> Iterator[Draft]:
    """ "Served in the Crimean War": the time is an event that somebody took part in."""
    context, clause = deed.context, deed.clause
    event = context.refer(part) if context.referents.label_at[part.head] == "EVENT" else None
    if event is not None and deed.subject is not None and not clause.passive:
        key = f"{deed.base} {marker_of(context, clause, part)}"
        yield from draft_typed(context, context.relations.active, key, deed.subject, event)


def _draft_argument(deed: Deed, part: Phrase, marker: str) -> Iterator[Draft]:
    """The statements of an argument, with the preposition before it if any."""
    context, theme = deed.context, deed.theme
    if _is_aside(deed, part, marker):
        return
    office = list(draft_office(deed, marker, part))
    if office:
        deed.office = part.head
        yield from office
        return
    if _is_no_end(deed, part, marker):
        return
    if marker == "as" and deed.subject is not None and succeeds(deed):
        yield from describe(context, deed.subject, deed.clause.subject.head, part)
        return
    if marker and theme is not None and is_installed(deed.base, marker, theme):
        yield from draft_installed(deed, theme, part.head, part)
        return
    if deed.kin and marker == "with":
        return
    board = list(draft_board(deed, part, marker))
    if board:
        yield from board
        return
    other = context.refer(part)
    if other is None:
        yield from _draft_nameless(deed, part, marker)
    elif marker == "at" and deed.office is not None and other.type == "organization":
        yield from draft_post(deed, deed.office, other)
    elif deed.clause.passive:
        yield from draft_passive(deed, part, marker, other)
    elif marker:
        yield from _draft_after(deed, part, marker, other)
    else:
        yield from _draft_bare(deed, part, other)


def _is_aside(deed: Deed, part: Phrase, marker: str) -> bool:
    """True for an argument that takes no part in the deed."""
    if deed.says and marker not in _TOLD:
        return True
    if marker.startswith("compared"):
        return True
    if marker == "of" and part.head < deed.clause.head:
        return True  # "of the ten ships, she sold two"
    if marker == "with" and _comes_along(deed, part):
        return True
    return marker == "from to" or (
        marker != "" and not is_nominal(deed.context.referents.parse, part.head)
    )


def _comes_along(deed: Deed, part: Phrase) -> bool:
    """True for what is named again in "bought the firm and with it the brand"."""
    lower = deed.context.referents.parse.lower
    return lower[part.head] == "it" and lower[part.head - 2] == "and"


def _is_no_end(deed: Deed, part: Phrase, marker: str) -> bool:
    """True for a score, and for what somebody calls the object."""
    if is_score(deed.context.referents.parse, deed.subject, part):
        return True
    return deed.turned and not deed.clause.passive and is_verdict(deed.base, marker, part)


def _draft_nameless(deed: Deed, part: Phrase, marker: str) -> Iterator[Draft]:
    """The statements of an argument that refers to nothing: an adjective, a noun that is light."""
    parse = deed.context.referents.parse
    if not marker and parse.pos[part.head] == "ADJ":
        verb = verb_of(deed)
        yield from draft_adjective(deed.context, deed.subject, part.head, verb)
    elif not marker and part.role in ("object", "complement"):
        yield from draft_vague(deed, part)
        noun = common_noun(parse, part.head)
        lasts = noun in read_set("nouns.toml", "spans")
        deed.light = deed.light or ("" if lasts else noun)


def _draft_bare(deed: Deed, part: Phrase, other: End) -> Iterator[Draft]:
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
    deed.theme = other
    relative = kin_noun(context.referents.parse, part.head)
    kin = [] if relative is None else list(draft_kin(context, other, relative))
    if kin:
        deed.theme, deed.kin = None, True
    listed = kin or list(_draft_number(deed, part))
    listed = listed or list(draft_nationality(context, base, subject, part.head))
    listed = listed or list(draft_included(context, clause, base, other))
    if listed:
        yield from listed
        return
    yield from place_object(context, base, subject, part, other)
    noun = context.referents.parse.lemma[part.head]
    if noun in read_set("noun_ties.toml", "stakes"):
        deed.stake = noun
        yield from draft_vague(deed, part)
    elif noun in read_set("noun_ties.toml", "percentages"):
        yield from _draft_share(deed, part, noun)
    if deed.turned or is_shared_sum(context.referents.parse, clause, other):
        return  # "made it larger", "left 30 people dead"
    hands_on = hands_deed_on(context, clause, base)
    if hands_on and can_act(context.referents.parse, part.head, other):
        return  # "forced banks to pay": nobody forced banks
    office = base == "take over" and noun in read_set("roles.toml", "taken_over")
    untyped = hands_on or office or _is_told(deed) or _is_cut_up(base, noun)
    table = {} if untyped else context.relations.active
    yield from state(context, table, base, base, subject, other)
    if other.type == "concept":
        yield from draft_through(deed, part)
    yield from _draft_counted(context, base, subject, other)


def _draft_share(deed: Deed, part: Phrase, noun: str) -> Iterator[Draft]:
    """ "Owns 12 percent of Orbis": a stake in it, where that is told of what has stakes."""
    of = deed.context.referents.parse.below(part.head, "of")
    body = None if of is None else deed.context.refer_to(of)
    if body is not None and deed.subject is not None and deed.subject.iri is not None:
        key = f"{deed.base} {noun} of"
        yield from draft_typed(deed.context, deed.context.relations.active, key, deed.subject, body)


def _is_told(deed: Deed) -> bool:
    """True for "rumours include a new phone", of which that is no part."""
    if deed.base != "include":
        return False
    nouns, parse = deed.context.lexicon.nouns, deed.context.referents.parse
    told = nouns.get(parse.lemma[deed.clause.subject.head].lower(), frozenset())
    return not told.isdisjoint(("told", "possible"))


def _is_cut_up(base: str, noun: str) -> bool:
    """True for "cut the ribbon", which is no less for it; who cuts costs or jobs reduces them."""
    return base == "cut" and noun not in read_set("noun_ties.toml", "lessened")


def _draft_number(deed: Deed, part: Phrase) -> Iterator[Draft]:
    """ "Employs 140 people, most of them women": how many, whoever they are."""
    context, subject = deed.context, deed.subject
    verbs = context.relations.active.get(deed.base, ())
    if subject is None or not any(relation.dimension for relation, _ in verbs):
        return
    number = count_at(context.referents, part.head, part.tokens)
    if number is not None:
        yield from draft_typed(context, context.relations.active, deed.base, subject, number)


def _draft_after(deed: Deed, part: Phrase, marker: str, other: End) -> Iterator[Draft]:
    """The statements of an argument after a preposition."""
    context, clause, base = deed.context, deed.clause, deed.base
    subject, theme, active = deed.subject, deed.theme, deed.context.relations.active
    if is_tally(context, clause, part):
        return
    if base == "belong" and subject is not None and is_property(subject, marker, other):
        yield context.typed(other.iri, "owns", subject)
        return
    where = is_where(marker, theme, other)
    if not where:
        yield from _draft_theme(context, base, marker, theme, other)
    yield from draft_whereabouts(context, base, marker, subject, part, other, active)
    if marker == "as" and _names_no_role(base, other):
        return
    untyped = researches(context, clause, base, theme) or is_carried(context, clause, base)
    untyped = untyped or (base == "take over" and theme is not None)  # replaces nobody
    table = {} if untyped and not object_said(deed, marker) else active
    key, coined = words_with(deed, marker)
    alone = where or theme is None or theme.iri is None or key in table
    party = marker in _PARTY and other.type not in (None, "concept")
    if (alone or party) and is_worth_edge(context, clause, part, other):
        yield from state(context, table, key, coined, subject, other)


def _names_no_role(base: str, other: End) -> bool:
    """True for what comes after "as" and is no role: "as Orbis rose"."""
    return other.type != "concept" and base not in read_set("verbs.toml", "naming_as")


def _draft_taker(context: Context, base: str, subject: End | None, taker: End) -> Iterator[Draft]:
    """ "Gave her a prize" gave it to her, "fined her a million" fined her."""
    deprived = base in read_set("verbs.toml", "depriving")
    key = base if deprived else f"{base} to"
    table = {} if deprived else context.relations.active
    yield from state(context, table, key, key, subject, taker)


def _draft_counted(context: Context, base: str, subject: End | None, thing: End) -> Iterator[Draft]:
    """ "30,000 people fled the city": a number of people is no node, so what they did it to is."""
    amount = None if subject is None or subject.iri is not None else subject.amount
    bears = base in read_set("verbs.toml", "bearing")
    if subject is None or amount is None or thing.iri is None or bears:
        return
    if (amount.kind == "count" and amount.unit) or " of " in (subject.value or ""):
        yield context.coin(thing.iri, f"{participle_of(base)} by", subject, "")


def _draft_theme(
    context: Context, base: str, marker: str, theme: End | None, other: End
) -> Iterator[Draft]:
    """ "Sold the engine to Brazil": the engine was sold to Brazil."""
    whom = theme is not None and theme.type in ("person", "organization", "group")
    by_means = marker == "by" and other.iri is not None and whom  # "told her by letter"
    if (
        theme is not None
        and not by_means
        and not context.is_circumstance(marker)
        and base not in read_set("verbs.toml", "staying")
    ):
        done = f"{participle_of(base)} {marker}"
        thing = context.name(theme).partition(" of ")[0].rpartition(" ")[2]
        carried_out = base == "make" and thing in read_set("verbs.toml", "carried_out")
        table = {} if carried_out else context.relations.passive  # "made her debut in Paris"
        yield from state(context, table, f"{base} {marker}", done, theme, other)
