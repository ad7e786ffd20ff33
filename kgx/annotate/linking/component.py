"""Link the places of a document to public knowledge bases.

A place is linked where the gazetteer knows its name and what it means is clear: from the region or
country named right after it ("Georgia, US", "Birmingham, Alabama"), else from the other places of
the document, else because one place of that name is far better known than the rest. Where none of
these tells, it stays unlinked. Only entities of type ``place`` are linked: not a person called
Paris, nor the Turks.
"""

from collections.abc import Callable, Iterator
from functools import cache

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.grammar import parts  # noqa: F401  registers the attributes
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.linking.nested import mention_inner_places
from kgx.annotate.linking.place_choice import (
    DOMINANT,
    Context,
    choose_place,
    count_countries,
    find_candidates,
    link_entity,
    rank,
)
from kgx.annotate.names.nationalities import mention_countries
from kgx.annotate.words.gazetteer import Place, PlaceKind, places_named
from kgx.annotate.words.wordlists import read_set
from kgx.iris import BASE
from kgx.types import Entity

_WINDOW = 5


@Language.factory("kgx_links", assigns=["doc._.kgx_entities", "doc._.kgx_mentions"])
def make_links(nlp: Language, name: str, base: str = BASE) -> Callable[[Doc], Doc]:
    """The component that gives places their ``same_as`` and classes.

    Args:
        base: What the IRIs of countries begin with that are met as nationalities only.
    """

    def link(doc: Doc) -> Doc:
        link_entities(doc)
        mention_countries(doc, base)
        mention_inner_places(doc, base)
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
    context, why = count_countries(entities, found), doc._.kgx_why
    for iri, candidates in found.items():
        fitting = tuple(p for p in candidates if p.kind not in kinds.get(iri, ()))
        place = choose_place(fitting, after.get(iri, ()), context) if fitting else None
        if place is not None:
            entities[iri] = link_entity(entities[iri], place)
        why["links", iri] = say_choice(fitting, place, after.get(iri, ()), context)
    return doc


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


def read_places_after(
    doc: Doc, found: dict[str, tuple[Place, ...]]
) -> dict[str, tuple[Place, ...]]:
    """What stands after a comma behind a mention of each entity, as in "Athens, Georgia"."""
    parse: Parse | None = doc._.kgx_parse
    text = [t.text for t in doc] if parse is None else parse.text
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
    whole = read_set("nouns.toml", "country", "no_parts")
    return (read_set("nouns.toml", "city") | read_set("nouns.toml", "region")) - whole


def read_names(text: list[str], start: int) -> Iterator[tuple[Place, ...]]:
    """The places named by the words after a comma at ``start``, the longest name first."""
    if text[start : start + 1] != [","]:
        return
    for end in range(min(start + _WINDOW, len(text)), start + 1, -1):
        places = places_named(" ".join(text[start + 1 : end]))
        if places:
            yield places
