"""How an argument hangs on its clause, and whether it is worth an edge."""

from kgx.annotate.claims.drafts import Context, marker_of
from kgx.annotate.claims.referents import End
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.words.wordlists import read_set

WEAK_ROLES = frozenset({"time", "manner", "topic", "cause"})
"""Roles of arguments that are told in the proposition alone."""
_PLACED = frozenset({"place", "instrument", "target", "source", "purpose", "complement"})


def is_worth_edge(context: Context, clause: Clause, part: Phrase, other: End) -> bool:
    """A prepositional argument makes an edge where it is the verb's only object, a name or an
    amount; a class of things beside an object ("with a pen") is left to the proposition."""
    first = part is clause.arguments[0] and not part.marker
    if not first and context.is_circumstance(marker_of(context, clause, part)):
        return False
    if is_tally(context, clause, part) or _is_setting(context, clause, part, other):
        return False
    if _is_afar(context, clause, part):
        return False
    if part.marker and part.role in _PLACED:
        return True
    if other.iri is None and context.referents.label_at[part.head] == "MONEY":
        return True
    return (
        first
        or other.type not in (None, "concept")
        or (other.iri is None and part.role == "purpose")
    )


def _is_afar(context: Context, clause: Clause, part: Phrase) -> bool:
    """True for what something is so far from: "lies 9 km from Lund"."""
    parse, from_ = context.referents.parse, context.referents.parse.head[part.head]
    near = from_ and parse.lemma[from_ - 1] in read_set("noun_ties.toml", "lengths")
    return bool(near) and marker_of(context, clause, part) == "from"


def _is_setting(context: Context, clause: Clause, part: Phrase, other: End) -> bool:
    """True for what a deed is called again: "ordered ships in a deal worth $2 million"."""
    noun = context.referents.parse.lemma[part.head].lower()
    told = other.type == "concept" and part is not clause.arguments[0]
    return (
        told
        and marker_of(context, clause, part) == "in"
        and noun in read_set("nouns.toml", "settings")
    )


def is_tally(context: Context, clause: Clause, part: Phrase) -> bool:
    """True for a bare number that is no end of a fact: "began playing at six", "passed the law by
    61 votes to 20"; "fell to 15" tells one."""
    vague = ("at",) if part is clause.arguments[0] else ("at", "by", "to")
    number = context.referents.label_at[part.head] == "CARDINAL"
    return number and marker_of(context, clause, part) in vague
