"""What a clause of a verb states: who did what to whom, argument by argument."""

from collections.abc import Iterator

from kgx.annotate.claims.age_claims import draft_age
from kgx.annotate.claims.bare_arguments import draft_bare
from kgx.annotate.claims.boards import draft_board
from kgx.annotate.claims.copulas import draft_adjective
from kgx.annotate.claims.dated import draft_date, draft_term
from kgx.annotate.claims.deed import Deed, verb_of
from kgx.annotate.claims.drafts import Context, Draft, base_of, draft_typed, marker_of
from kgx.annotate.claims.edgeless import is_equated, is_left_so, is_score, turns
from kgx.annotate.claims.examples import with_examples
from kgx.annotate.claims.joint import draft_joint, draft_victory
from kgx.annotate.claims.object_words import draft_vague, has_object, with_state
from kgx.annotate.claims.objects import common_noun, is_verdict
from kgx.annotate.claims.oblique_arguments import draft_after
from kgx.annotate.claims.passives import draft_handed, draft_passive
from kgx.annotate.claims.posts import (
    draft_had,
    draft_installed,
    draft_office,
    draft_post,
    draft_successor,
    had_as,
    is_installed,
    succeeds,
)
from kgx.annotate.claims.slots import WEAK_ROLES
from kgx.annotate.claims.there import draft_there
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.grammar.phrases import conjuncts, is_nominal, phrase_words
from kgx.annotate.words.participles import participle_of
from kgx.annotate.words.wordlists import read_set
from kgx.records import changed

_TOLD = frozenset({"", "to", "about", "of", "against"})
"""Prepositions, or none, of what takes part where something is said."""


def draft_verb(context: Context, clause: Clause) -> Iterator[Draft]:
    """The statements of a clause of a verb, in the order of its arguments."""
    base, subject = base_of(context, clause), context.refer(clause.subject)
    if subject is not None and subject.iri is not None:
        base, clause = with_state(context, clause, base)
    if is_equated(context.referents.parse, clause):
        return
    yield from draft_date(context, clause, base, subject)
    yield from draft_age(context, clause, subject)
    yield from draft_there(context, clause, base, subject)
    yield from draft_joint(context, clause, base, subject)
    yield from draft_victory(context, clause, subject)
    says = base == "say" or any(a.role == "topic" for a in clause.arguments)
    turned = base in read_set("verbs.toml", "turning") and turns(clause)
    deed = Deed(context, clause, base, subject, says, turned)
    had = had_as(deed)
    if had is not None:
        yield from draft_had(deed, *had)
    else:
        yield from _draft_arguments(deed)


def _draft_arguments(deed: Deed) -> Iterator[Draft]:
    context, base = deed.context, deed.base
    for part in with_examples(context, deed.clause.arguments):
        if is_left_so(context.referents.parse, base, part):
            continue
        if part.role == "time":
            yield from _draft_terms(deed, part)
            yield from _draft_event(deed, part)
        if part.role not in WEAK_ROLES:
            marker = marker_of(context, deed.clause, part)
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
    if _takes_no_part(deed, part, marker):
        return
    office = list(draft_office(deed, marker, part))
    if office:
        deed.office = part.head
        yield from office
    elif _is_no_end(deed, part, marker):
        return
    elif marker == "as" and deed.subject is not None and succeeds(deed):
        yield from draft_successor(deed, deed.subject, part)
    elif marker and deed.theme is not None and is_installed(deed.base, marker, deed.theme):
        yield from draft_installed(deed, deed.theme, part.head, part)
    else:
        said = list(draft_board(deed, part, marker)) or list(_draft_borne(deed, part))
        yield from said or _draft_end(deed, part, marker)


def _draft_borne(deed: Deed, part: Phrase) -> Iterator[Draft]:
    """ "Bears her name", "bears the name of Ann Lind", "is named in her honour": after whom
    something is named."""
    parse, passive = deed.context.referents.parse, deed.clause.passive
    bears = deed.base in read_set("verbs.toml", "bearing_names") and not passive
    bears = bears and parse.lemma[part.head] == "name"
    honours = passive and parse.lemma[part.head] in ("honour", "honor", "memory")
    if not (bears or (honours and deed.base == "name")) or deed.subject is None:
        return
    whose = parse.child(part.head, "poss")
    whose = parse.below(part.head, "of") if whose is None else whose
    bearer = None if whose is None else deed.context.refer_to(whose)
    if bearer is not None and bearer.iri not in (None, deed.subject.iri):
        yield deed.context.typed(deed.subject.iri, "namedAfter", bearer)


def _draft_end(deed: Deed, part: Phrase, marker: str) -> Iterator[Draft]:
    """The statements of an argument by what it refers to, if to anything."""
    other = deed.context.refer(part)
    if other is None:
        yield from _draft_nameless(deed, part, marker)
    elif marker == "at" and deed.office is not None and other.type == "organization":
        yield from draft_post(deed, deed.office, other)
    elif deed.clause.passive:
        yield from draft_passive(deed, part, marker, other)
    elif marker:
        yield from draft_after(deed, part, marker, other)
    else:
        yield from draft_bare(deed, part, other)


def _takes_no_part(deed: Deed, part: Phrase, marker: str) -> bool:
    """True for an argument that takes no part in the deed."""
    if deed.says and marker not in _TOLD:
        return True
    if marker.startswith("compared") or marker in read_set("modifiers.toml", "reducing"):
        return True
    if marker == "of" and part.head < deed.clause.head:
        return True  # "of the ten ships, she sold two"
    if marker == "with" and (_comes_along(deed, part) or _is_beside(deed, part)):
        return True
    if deed.base == "include" and part.head < deed.clause.subject.head:
        return True  # "in Lund, where its rivals include Orbis"
    return marker == "from to" or (
        marker != "" and not is_nominal(deed.context.referents.parse, part.head)
    )


def _comes_along(deed: Deed, part: Phrase) -> bool:
    """True for what is named again in "bought the firm and with it the brand"."""
    lower = deed.context.referents.parse.lower
    return lower[part.head] == "it" and lower[part.head - 2] == "and"


def _is_beside(deed: Deed, part: Phrase) -> bool:
    """True for who is something beside the deed: "with Ann Lind as its head, Orbis left"."""
    lower, fronted = deed.context.referents.parse.lower, part.head < deed.clause.subject.head
    return fronted and lower[part.head + 1] == "as"


def _is_no_end(deed: Deed, part: Phrase, marker: str) -> bool:
    """True for a score, for what somebody calls the object, and for who has kin "with" another."""
    if is_score(deed.context.referents.parse, deed.subject, part) or (
        deed.kin and marker == "with"
    ):
        return True
    if not deed.turned or deed.clause.passive or _is_ruled(deed, part):
        return False
    return is_verdict(deed.base, marker, part)


def _is_ruled(deed: Deed, part: Phrase) -> bool:
    """True for what a ruling makes its object: "found the firm *guilty* of fraud"."""
    adjective = deed.context.referents.parse.pos[part.head] == "ADJ"
    return adjective and deed.base in read_set("verbs.toml", "ruling")


def _draft_nameless(deed: Deed, part: Phrase, marker: str) -> Iterator[Draft]:
    """The statements of an argument that refers to nothing: an adjective, a noun that is light."""
    parse = deed.context.referents.parse
    if not marker and parse.pos[part.head] == "ADJ":
        found = not deed.clause.passive and part.role != "object" and has_object(deed.clause)
        subject = deed.theme if found else deed.subject  # "found the firm guilty of fraud"
        verb = participle_of(deed.base) if found else verb_of(deed)
        yield from draft_adjective(deed.context, subject, part.head, verb)
    elif not marker and part.role in ("object", "complement"):
        yield from draft_vague(deed, part)
        noun = common_noun(parse, part.head)
        lasts = noun in read_set("nouns.toml", "spans")
        deed.light = deed.light or ("" if lasts else noun)
