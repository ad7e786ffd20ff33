"""What a thing has, by the noun for it: "Her nationality is Swiss", "its opening date was 1950"."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.drafts import Context, Draft, draft_typed
from kgx.annotate.claims.origins import country_entity
from kgx.annotate.claims.referents import End, date_type
from kgx.annotate.claims.role_anchors import find_anchors
from kgx.annotate.claims.wording import property_name
from kgx.annotate.grammar.parts import Clause, Phrase


def draft_property(context: Context, clause: Clause, part: Phrase) -> Iterator[Draft]:
    """ "The release date of the album was 3 May", "her nationality is Swiss": a relation by its
    label or by what others call it, from the owner of the property to what that is.

    Args:
        clause: One with "be", whose subject is the noun for the property.
        part: What the property is said to be.
    """
    parse, noun = context.referents.parse, clause.subject.head
    if part.role not in ("complement", "time") or part.marker or parse.pos[noun] != "NOUN":
        return
    table, key = context.relations.properties, property_name(parse, noun)
    value = _value(context, part) if key in table else None
    if value is None:
        return
    for owner, _ in find_anchors(context, noun):
        if owner.iri is not None and owner.iri != value.iri:
            yield from draft_typed(context, table, key, value, owner)


def _value(context: Context, part: Phrase) -> End | None:
    """What a property is: a date, the country of a nationality, or what the words refer to."""
    referents, head = context.referents, part.head
    if referents.timed[head]:
        date = next((referents.times[t] for t in part.tokens if t in referents.times), "")
        return End(None, None, date, date_type(date)) if date[:4].isdecimal() else None
    country = country_entity(context, referents.parse.text[head])
    return context.refer(part) if country is None else referents.entity(country)
