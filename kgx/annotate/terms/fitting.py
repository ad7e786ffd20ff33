"""Whether ends are what a property asks for."""

from __future__ import annotations

from collections.abc import Mapping

from kgx.annotate.claims.referents import End
from kgx.annotate.claims.relations import LITERALS
from kgx.annotate.names.nationalities import is_country
from kgx.annotate.terms.class_types import Types, accepts, load_levels
from kgx.annotate.terms.ends import Candidate
from kgx.annotate.terms.sayings import Spoken
from kgx.iris import SCHEMA, XSD
from kgx.types import Entity

_PEOPLE = frozenset({"group", "person"})
_NOBODY = frozenset({"organization", "place", "product", "facility", "event", "concept", "work"})
"""What is taken for one of these is no person."""
_WHERE = frozenset({"place", "facility", "event"})
_CURRENCIES = "$€£¥₹ "
_MEASURED = frozenset({"number", "amount", "date"})
_LEVELS = ("Country", "City", "AdministrativeArea", "Continent")


def fits(candidate: Candidate, types: Types, kinds: Mapping[str, Types]) -> bool:
    """True if an end is of one of these types, by its own or by what it is said to be; no number is
    a date, no date a number."""
    if candidate.end.iri is None and candidate.end.datatype is not None and types <= _MEASURED:
        kind = kind_of_literal(candidate.end)
        return kind in types or (kind == "number" and "amount" in types)
    if accepts(types, candidate.end.type):
        return bool(types) or candidate.end.type is not None or candidate.end.value is not None
    more = kinds.get(candidate.end.iri or "", frozenset())
    if not types.isdisjoint(more):
        return True
    return bool(types) and types <= {"text"} and candidate.named


def kind_of_literal(end: End) -> str:
    """``number``, ``date`` or ``text``, by the datatype of a literal; an amount is a number."""
    if end.datatype in (XSD + "decimal", XSD + "integer"):
        return "number"
    if end.datatype != XSD + "string":
        return "date"
    return "number" if (end.value or "").lstrip(_CURRENCIES)[:1].isdigit() else "text"


def surely_fits(candidate: Candidate, types: Types, kinds: Mapping[str, Types]) -> bool:
    """True if an end is known to be of one of these types: it is known what it is, and no date is a
    number."""
    end = candidate.end
    if end.iri is None:
        return kind_of_literal(end) in types
    return candidate.named and end.type != "other" and fits(candidate, types, kinds)


def may_fit(
    subject: Candidate,
    object_: Candidate,
    spoken: Spoken,
    kinds: Mapping[str, Types],
    *,
    told: bool = False,
) -> bool:
    """True if both ends of a property fit, or nobody is sure that they don't; where a relation
    ``told`` of them, what it takes for a place is one."""
    return all(
        fits(c, types, kinds) or may_be(c, types, kinds, told=told)
        for c, types in ((subject, spoken.domain), (object_, spoken.range))
    )


def may_be(
    candidate: Candidate, types: Types, kinds: Mapping[str, Types], *, told: bool = False
) -> bool:
    """True for a thing of which nothing tells that it is of none of these types: a model of names
    takes titles for persons and bodies, but hardly places and events for what they are not. What it
    takes for a place is no person, nor is a body, unless a relation ``told`` of them."""
    unlikely = _WHERE if told else _NOBODY if types <= _PEOPLE else frozenset()
    if types and (types <= _WHERE or candidate.end.type in unlikely):
        return False
    said = kinds.get(candidate.end.iri or "", frozenset())
    work = candidate.end.type == "work" and "work" in said
    told = (
        candidate.sure
        or work
        or candidate.end.type == "language"
        or (types.isdisjoint(said) and not _PEOPLE.isdisjoint(said))
    )
    return not told and not types <= LITERALS | {"language"}


def is_at_level(spoken: Spoken, entity: Entity) -> bool:
    """False for a place that is not what a property asks for by name: a town for "country", a
    country for "state"."""
    level = spoken.level
    if entity.type != "place" or not level:
        return level != "Country"
    known = [name for name in _LEVELS if SCHEMA + name in entity.types]
    if known or level == "Country":
        return level in known
    last = entity.label.rsplit(" ", 1)[-1].lower()  # "Ampara District"
    return level == "City" or load_levels().get(last) == level


def may_have_it(spoken: Spoken, entity: Entity) -> bool:
    """False for a place that is no known country where only countries have a property: a village
    has no head of government."""
    return entity.type != "place" or is_country(entity) or not spoken.of_country
