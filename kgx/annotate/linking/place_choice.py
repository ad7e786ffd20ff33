"""Which place of a name is meant, and what an entity gets from it."""

from __future__ import annotations

from kgx.annotate.words.gazetteer import Place, PlaceKind, is_nation, nation_of, places_named
from kgx.iris import SCHEMA
from kgx.records import changed
from kgx.types import Entity

DOMINANT = 10
"""How many times the people of the next a city must have to be meant by the name alone."""

LARGE = 300_000
"""People of a city whose name means other things too, to be meant by it in a doubtful text."""


_CLASSES: dict[PlaceKind, str] = {
    "country": SCHEMA + "Country",
    "territory": SCHEMA + "AdministrativeArea",
    "continent": SCHEMA + "Continent",
    "city": SCHEMA + "City",
    "region": SCHEMA + "State",
}
_ACROSS_BORDERS = SCHEMA + "Place"
_STATE_RANK = 600_000

Context = dict[str, int]
"""How many entities and adjectives of the document speak for a country, by ISO code."""


def find_candidates(entity: Entity) -> tuple[Place, ...]:
    """The places an entity can be, by its label, else by the first alias that names any."""
    for name in (entity.label, *entity.aliases):
        places = places_named(name)
        if places:
            return places
    return ()


def choose_place(
    candidates: tuple[Place, ...], after: tuple[Place, ...], context: Context
) -> Place | None:
    """The place that is meant, None where that is not clear.

    Args:
        candidates: The places of the name, best first.
        after: What the name just after it can mean, after a comma.
        context: The countries the document speaks of.
    """
    within = {p.country for p in after if p.kind in {"country", "region"}}
    inside = [p for p in candidates if p.country in within and p not in after]
    if inside:
        return inside[0]
    best = candidates[0]
    rivals = [p for p in candidates[1:] if rank(p) * DOMINANT > rank(best)]
    if rivals:
        return choose_by_context([best, *rivals], context)
    if best.common and best.kind in {"city", "region"} and best.population < LARGE:
        return best if context.get(best.country) else None
    return best


def choose_by_context(candidates: list[Place], context: Context) -> Place | None:
    """The one candidate in the country the document speaks of most; None where two tie."""
    votes = sorted(((context.get(p.country, 0), p) for p in candidates), key=lambda v: -v[0])
    (most, place), (next_most, _) = votes[0], votes[1]
    return place if most > next_most else None


def rank(place: Place) -> int:
    """How well known a place is: people, or what stands in for them."""
    if place.kind in {"country", "territory", "continent"} and not place.common:
        return max(place.population, 1) * 1000
    if place.kind == "region":
        return _STATE_RANK if len(place.same_as) > 1 else 1
    return place.population


def count_countries(entities: dict[str, Entity], found: dict[str, tuple[Place, ...]]) -> Context:
    """Count the unambiguous places and the nationalities of a document by country."""
    counts: Context = {}
    for iri, entity in entities.items():
        country = ""
        if iri in found:
            places = found[iri]
            if len({p.country for p in places}) == 1 and not places[0].common:
                country = places[0].country
        elif entity.type == "group":
            nation = nation_of(entity.label)
            country = nation.country if nation else ""
        if country:
            counts[country] = counts.get(country, 0) + 1
    return counts


def link_entity(entity: Entity, place: Place) -> Entity:
    """The entity with the identifiers and the class of a place; its label stays the text's."""
    across = place.kind == "region" and not place.country
    kind = _ACROSS_BORDERS if across else _CLASSES["country" if is_nation(place) else place.kind]
    others = [c for k, c in _CLASSES.items() if k != "territory"]  # of other places of the name
    types = (kind, *(t for t in entity.types if t != kind and t not in others))
    same_as = (*entity.same_as, *(s for s in place.same_as if s not in entity.same_as))
    return changed(entity, types=types, same_as=same_as)
