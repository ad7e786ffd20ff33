"""Link the places of a document to public knowledge bases.

A place is linked where the gazetteer knows its name and what it means is clear: from the region or
country named right after it ("Georgia, US", "Birmingham, Alabama"), else from the other places of
the document, else because one place of that name is far better known than the rest. Where none of
these tells, it stays unlinked. Only entities of type ``place`` are linked: not a person called
Paris, nor the Turks.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate import parts  # noqa: F401  registers the attributes
from kgx.annotate.gazetteer import Place, PlaceKind, nation_of, places_named
from kgx.annotate.nationalities import mention_countries
from kgx.annotate.nested import mention_inner_places
from kgx.annotate.parse import Parse
from kgx.annotate.wordlists import read_set
from kgx.iris import BASE
from kgx.types import Entity

DOMINANT = 10
"""How many times the people of the next a city must have to be meant by the name alone."""

LARGE = 300_000
"""People of a city whose name means other things too, to be meant by it in a doubtful text."""

SCHEMA = "https://schema.org/"

_CLASSES: dict[PlaceKind, str] = {
    "country": SCHEMA + "Country",
    "territory": SCHEMA + "AdministrativeArea",
    "continent": SCHEMA + "Continent",
    "city": SCHEMA + "City",
    "region": SCHEMA + "State",
}
_ACROSS_BORDERS = SCHEMA + "Place"
_STATE_RANK = 600_000
_WINDOW = 5

Context = dict[str, int]
"""How many entities and adjectives of the document speak for a country, by ISO code."""


@Language.factory("kgx_links", assigns=["doc._.kgx_entities", "doc._.kgx_mentions"])
def make_links(nlp: Language, name: str, base: str = BASE) -> Callable[[Doc], Doc]:
    """The component that gives places their ``same_as`` and classes.

    Args:
        base: What the IRIs of countries begin with that are met as nationalities only.
    """

    def link(doc: Doc) -> Doc:
        link_entities(doc)
        mention_countries(doc, base)
        mention_inner_places(doc)
        return doc

    return link


def link_entities(doc: Doc) -> Doc:
    """Set ``same_as`` and ``types`` of the places in ``doc._.kgx_entities``."""
    entities: dict[str, Entity] = doc._.kgx_entities
    found = {
        iri: candidates
        for iri, entity in entities.items()
        if entity.type == "place" and (candidates := find_candidates(entity))
    }
    if not found:
        return doc
    after = read_places_after(doc, found)
    kinds = read_kinds(doc, found)
    context = count_countries(entities, found)
    for iri, candidates in found.items():
        fitting = tuple(p for p in candidates if p.kind not in kinds.get(iri, ()))
        place = choose_place(fitting, after.get(iri, ()), context) if fitting else None
        if place is not None:
            entities[iri] = link_entity(entities[iri], place)
        doc._.kgx_why["links", iri] = say_choice(fitting, place, after.get(iri, ()), context)
    return doc


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


def say_choice(
    candidates: tuple[Place, ...], place: Place | None, after: tuple[Place, ...], context: Context
) -> str:
    """Why a place was chosen, or none, in words."""
    count = len(candidates)
    if place is None:
        return f"left open: nothing tells which of {count} places of the name it is"
    if count == 1:
        return f"the only place of the name, a {place.kind}"
    if place.country in {p.country for p in after}:
        return f"the {place.kind} in {after[0].name}, which is named after it; of {count}"
    if place != candidates[0] or rank(candidates[1]) * DOMINANT > rank(place):
        votes = context.get(place.country, 0)
        return f"the {place.kind} in the country of {votes} others the text names; of {count}"
    return f"the {place.kind}, by far the best known of {count}"


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


def read_places_after(
    doc: Doc, found: dict[str, tuple[Place, ...]]
) -> dict[str, tuple[Place, ...]]:
    """What stands after a comma behind a mention of each entity, as in "Athens, Georgia"."""
    text = doc._.kgx_parse.text if doc._.kgx_parse is not None else [t.text for t in doc]
    after: dict[str, tuple[Place, ...]] = {}
    for mention in doc._.kgx_mentions:
        if mention.entity in found and mention.entity not in after:
            places = next(read_names(text, mention.end), ())
            if places:
                after[mention.entity] = places
    return after


def read_kinds(doc: Doc, found: dict[str, tuple[Place, ...]]) -> dict[str, frozenset[PlaceKind]]:
    """The kinds of places that an entity is not, by what the text calls it: what is a province is
    no country."""
    ruled_out: dict[str, frozenset[PlaceKind]] = {}
    parse: Parse | None = doc._.kgx_parse
    if parse is None:
        return ruled_out
    for mention in doc._.kgx_mentions:
        if mention.entity in found and mention.form == "name":
            for noun in find_nouns(parse, mention.head):
                if noun in _parts():
                    ruled_out[mention.entity] = frozenset({"country", "continent"})
    return ruled_out


def find_nouns(parse: Parse, head: int) -> Iterator[str]:
    """The nouns that a clause or an apposition calls a name by."""
    up = parse.head[head]
    if parse.dep[head] == "nsubj" and parse.lemma[up] == "be":
        attr = parse.child(up, "attr")
        if attr is not None:
            yield parse.lemma[attr]
    appos = parse.child(head, "appos")
    if appos is not None:
        yield parse.lemma[appos]


@cache
def _parts() -> frozenset[str]:
    """Nouns for what lies within a country."""
    whole = read_set("nouns.toml", "country") | {"territory", "area", "region", "capital", "port"}
    return (read_set("nouns.toml", "city") | read_set("nouns.toml", "region")) - whole


def read_names(text: list[str], start: int) -> Iterator[tuple[Place, ...]]:
    """The places named by the words after a comma at ``start``, the longest name first."""
    if text[start : start + 1] != [","]:
        return
    for end in range(min(start + _WINDOW, len(text)), start + 1, -1):
        places = places_named(" ".join(text[start + 1 : end]))
        if places:
            yield places


def link_entity(entity: Entity, place: Place) -> Entity:
    """The entity with the identifiers and the class of a place; its label stays the text's."""
    across = place.kind == "region" and not place.country
    kind = _ACROSS_BORDERS if across else _CLASSES[place.kind]
    types = (kind, *(t for t in entity.types if t != kind))
    same_as = (*entity.same_as, *(s for s in place.same_as if s not in entity.same_as))
    return replace(entity, types=types, same_as=same_as)
