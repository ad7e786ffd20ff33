"""What a verb says of an argument after a preposition: "sold engines to Brazil"."""

from collections.abc import Iterator

from kgx.annotate.claims.deed import Deed
from kgx.annotate.claims.drafts import Context, Draft, state
from kgx.annotate.claims.joining import draft_moved
from kgx.annotate.claims.object_words import has_object, object_said, words_with
from kgx.annotate.claims.objects import is_property, is_where, researches
from kgx.annotate.claims.referents import End
from kgx.annotate.claims.slots import is_tally, is_worth_edge
from kgx.annotate.claims.whereabouts import draft_whereabouts, is_carried
from kgx.annotate.clauses.stand_ins import spread_out
from kgx.annotate.grammar.parts import Phrase
from kgx.annotate.words.participles import participle_of
from kgx.annotate.words.wordlists import read_lists, read_set

_PARTY = frozenset({"to", "from", "with", "against", "for", "on"})
"""Prepositions after an object that bring in whom one deals with: "sold engines to Brazil"."""


def draft_after(deed: Deed, part: Phrase, marker: str, other: End) -> Iterator[Draft]:
    """The statements of an argument after a preposition."""
    context, clause, base = deed.context, deed.clause, deed.base
    subject, theme, active = deed.subject, deed.theme, deed.context.relations.active
    if is_tally(context, clause, part) or (base == "have" and not has_object(clause)):
        return  # "has debts of $4 million to Orbis", of which the debt is told apart
    if instead := _draft_instead(deed, part, marker, other):
        yield from instead
        return
    where = is_where(marker, theme, other)
    if not where:
        yield from _draft_theme(context, base, marker, theme, other)
    yield from draft_whereabouts(context, base, marker, subject, part, other, active)
    if marker == "as" and _names_no_role(base, other):
        return
    untyped = researches(context, clause, base, theme) or is_carried(context, clause, base)
    untyped = untyped or _says_else(context, base, marker, theme)
    table = {} if untyped and not object_said(deed, marker) else active
    if marker == "in" and other.type == "organization" and _is_sum(theme, "percent"):
        deed.stake = "stake"  # "sold its remaining 5% in Orbis"
    key, coined = words_with(deed, marker)
    alone = where or theme is None or theme.iri is None or key in table
    party = marker in _PARTY and other.type not in (None, "concept")
    if (alone or party) and is_worth_edge(context, clause, part, other):
        yield from state(context, table, key, coined, subject, other)


def _draft_instead(deed: Deed, part: Phrase, marker: str, other: End) -> list[Draft]:
    """What few verbs say of an argument, and nothing else: "belongs to", "moved to" of a player."""
    subject = deed.subject
    if deed.base == "belong" and subject is not None and is_property(subject, marker, other):
        return [deed.context.typed(other.iri, "owns", subject)]
    instead = list(draft_moved(deed, marker, other)) or list(_draft_within(deed, part, marker))
    return instead or list(_draft_bought(deed, marker, other))


def _draft_within(deed: Deed, part: Phrase, marker: str) -> Iterator[Draft]:
    """ "Works in the field of botany": what a verb says of what the noun behind it is of."""
    context, parse = deed.context, deed.context.referents.parse
    words = f"{deed.base} {marker} {parse.lemma[part.head]} of"
    of = parse.below(part.head, "of") if words in context.relations.active else None
    for head in () if of is None else spread_out(parse, of):
        yield from state(
            context, context.relations.active, words, words, deed.subject, context.refer_to(head)
        )


def _draft_bought(deed: Deed, marker: str, other: End) -> Iterator[Draft]:
    """ "Paid $4 billion for Orbis" bought it."""
    paid = deed.base == "pay" and _is_sum(deed.theme, "money") and deed.taker is None
    body = marker == "for" and other.type == "organization"
    if paid and body and deed.subject is not None:
        yield deed.context.typed(deed.subject.iri, "acquired", other)


def _is_sum(theme: End | None, kind: str) -> bool:
    """True for an amount of a kind."""
    return theme is not None and theme.amount is not None and theme.amount.kind == kind


def _says_else(context: Context, base: str, marker: str, theme: End | None) -> bool:
    """True for a verb and a preposition that say something else where there is an object: who takes
    a firm over from somebody replaces nobody, and nobody beats whom he loses a mill to."""
    if theme is None or f"{base} {marker}" not in read_lists("verbs.toml")["objectless"]:
        return False
    last = context.name(theme).partition(" of ")[0].rpartition(" ")[2]
    contests = read_set("coreference.toml", "contests") | read_set("verbs.toml", "fought_for")
    return base != "lose" or last.removesuffix("s") not in contests


def _names_no_role(base: str, other: End) -> bool:
    """True for what comes after "as" and is no role: "as Orbis rose"."""
    return other.type != "concept" and base not in read_set("verbs.toml", "naming_as")


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
