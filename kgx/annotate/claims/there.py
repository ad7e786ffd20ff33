"""Where "there" is: the last place that a clause before went to or was in."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.drafts import Context, Draft, draft_typed
from kgx.annotate.claims.referents import End
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import Clause

_WHERE = frozenset({"in", "at", "to", "into"})


def draft_there(
    context: Context, clause: Clause, base: str, subject: End | None
) -> Iterator[Draft]:
    """ "Moved to Lund and died *there*": what "in Lund" would say in a typed relation."""
    there = _there(context.referents.parse, clause.head)
    place = None if there is None or subject is None else _place_before(context, there)
    if place is not None and subject is not None and place.iri != subject.iri:
        table = context.relations.passive if clause.passive else context.relations.active
        yield from draft_typed(context, table, f"{base} in", subject, place)


def _there(parse: Parse, verb: int) -> int | None:
    """The "there" behind a verb that says where."""
    after = (c for c in parse.children[verb] if c > verb and parse.dep[c] == "advmod")
    return next((c for c in after if parse.lower[c] == "there"), None)


def _place_before(context: Context, there: int) -> End | None:
    """The nearest that something before is in or goes to, in this sentence or the one before, where
    that is a place with a name; times aside, and what a noun is in that is no place."""
    referents, parse = context.referents, context.referents.parse
    first = parse.sent[max(0, parse.sent[there] - 1)]
    for prep in range(there - 1, first - 1, -1):
        noun = parse.child(prep, "pobj") if parse.lower[prep] in _WHERE else None
        if noun is None or referents.timed[noun]:
            continue
        named = referents.at.get(noun)
        found = None if named is None else referents.entity(named.entity)
        if found is not None and found.type == "place":
            return found
        if parse.pos[parse.head[prep]] == "VERB":
            return None
    return None
