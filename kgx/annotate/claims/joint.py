"""What two do to each other: "Orbis and Helix merged", "Ann Lind and Tom Berg married"; whom one
beat."""

from collections.abc import Iterator

from kgx.annotate.claims.drafts import Context, Draft, marker_of, state
from kgx.annotate.claims.referents import End
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause, Phrase
from kgx.annotate.grammar.phrases import conjuncts, is_alternative
from kgx.annotate.words.wordlists import read_set


def draft_joint(
    context: Context, clause: Clause, base: str, subject: End | None
) -> Iterator[Draft]:
    """The statement that the first of two coordinated subjects does with the other what neither
    does to anything else."""
    parse = context.referents.parse
    if subject is None or base not in read_set("verbs.toml", "reciprocal"):
        return
    if any(_is_done_to(context.referents.parse, p) for p in clause.arguments):
        return
    both = conjuncts(parse, clause.subject.head)
    if len(both) != 2 or is_alternative(parse, both):
        return
    other = context.refer_to(both[1])
    if (
        other is None
        or None in (subject.type, other.type)
        or "concept" in (subject.type, other.type)
    ):
        return
    table = context.relations.active
    key = base if base in table else f"{base} with"
    yield from state(context, table, key, key, subject, other)


def _is_done_to(parse: Parse, part: Phrase) -> bool:
    """True for an object, and for whom something is done with."""
    after = parse.lower[parse.head[part.head]] if parse.dep[part.head] == "pobj" else ""
    return after == "with" or (part.role == "object" and not after)


def draft_victory(context: Context, clause: Clause, subject: End | None) -> Iterator[Draft]:
    """ "Went top with a 2-0 win over Orbis", "after a victory over Orbis": whom somebody beat."""
    parse = context.referents.parse
    if subject is None or subject.iri is None or subject.type not in ("person", "organization"):
        return
    for part in clause.arguments:
        won = parse.lemma[part.head].lower() in read_set("noun_ties.toml", "victories")
        if not won or marker_of(context, clause, part) not in ("with", "after", "following"):
            continue
        if parse.child(part.head, "poss") is not None:
            continue  # "after Helix's win over Orbis"
        over = [c for c in parse.children[part.head] if parse.lower[c] in ("over", "against")]
        beaten = parse.child(over[0], "pobj") if over else None
        other = None if beaten is None else context.refer_to(beaten)
        if other is not None and other.iri != subject.iri and other.type == subject.type:
            yield context.typed(subject.iri, "defeated", other)
