"""Places inside longer names ("the *Bristol* Harbour Trust"): those that the text names by
themselves as well, and the towns that buildings, bays and schools are named after ("*Bergen*
Airport").

A country that a name begins with only tells whose body it is ("the *US* Congress").
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from kgx.annotate.coreference.nodes import join_words
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import MentionSpan
from kgx.annotate.linking.place_choice import (
    choose_place,
    count_countries,
    find_candidates,
    link_entity,
)
from kgx.annotate.names.nationalities import is_country
from kgx.annotate.names.votes import name_key
from kgx.annotate.names.words import words_in
from kgx.annotate.words.gazetteer import nation_of, places_named
from kgx.iris import BASE, SCHEMA, entity_iri
from kgx.types import Entity

_LONGEST = 4  # words of a place's name that is looked for
_INITIALS = 3
"""Initials that a place's name is looked for by, at least."""
_TOWN = 100_000  # people of a town that is known by its name inside a longer one
_PLACE = SCHEMA + "Place"
_OUTER = frozenset(["organization", "facility", "event"])


def mention_inner_places(doc: Doc, base: str = BASE) -> None:
    """Add to ``doc._.kgx_mentions`` the places that are named inside longer names, and to
    ``doc._.kgx_entities`` the towns among them that nothing else names."""
    parse: Parse = doc._.kgx_parse
    entities: dict[str, Entity] = doc._.kgx_entities
    mentions: list[MentionSpan] = doc._.kgx_mentions
    names = [m for m in mentions if m.form == "name"]
    places = _index_places(parse, names, entities)
    holding = _add_towns(parse, names, entities, places, base)
    added: list[MentionSpan] = []
    for m in names:
        if entities[m.entity].type in _OUTER or m in holding:
            outer = f"inside the name {join_words(parse.text[m.start : m.end])!r}"
            for inner in _keep_inner(parse, m, entities, places):
                doc._.kgx_why["links", inner.start, inner.end, inner.entity] = outer
                added.append(inner)
    if added:
        doc._.kgx_mentions = sorted([*mentions, *added], key=lambda m: (m.start, m.end, m.entity))


def _index_places(
    parse: Parse, names: list[MentionSpan], entities: dict[str, Entity]
) -> dict[str, str]:
    """The places of the doc by their names and initials."""
    places: dict[str, str] = {}
    for m in names:
        words = parse.text[m.start : m.end]
        adjective = len(words) == 1 and nation_of(words[0]) is not None
        if entities[m.entity].type == "place" and len(words) <= _LONGEST and not adjective:
            places.setdefault(name_key(words), m.entity)
            if len(letters := "".join(w[0] for w in words if w[0].isupper())) >= _INITIALS:
                places.setdefault(name_key((letters,)), m.entity)  # the University of NSW
    return places


def _keep_inner(
    parse: Parse, outer: MentionSpan, entities: dict[str, Entity], places: dict[str, str]
) -> Iterator[MentionSpan]:
    """The places inside a name, but for a country that it begins with and the sea that a body is
    called after."""
    body = entities[outer.entity].type == "organization"
    for inner in _find_inner(parse, outer, places):
        leads = inner.start == outer.start and is_country(entities[inner.entity])
        waters = body and parse.text[inner.start] in words_in("waters")  # Baltic Mutual
        if not leads and not waters:
            yield inner


def _add_towns(
    parse: Parse,
    names: list[MentionSpan],
    entities: dict[str, Entity],
    places: dict[str, str],
    base: str,
) -> set[MentionSpan]:
    """The names that hold a town; the entities of towns are made where there are none."""
    outer = (*_OUTER, "place")
    held = {
        m: spans for m in names if entities[m.entity].type in outer and (spans := _spans(parse, m))
    }
    if not held:
        return set()
    found = {i: p for i, e in entities.items() if e.type == "place" and (p := find_candidates(e))}
    context = count_countries(entities, found)
    for spans in held.values():
        for start, end in spans:
            label = join_words(parse.text[start:end])
            candidates = places_named(label)
            place = choose_place(candidates, (), context) if candidates else None
            if place is None or place.kind != "city" or place.population < _TOWN:
                continue
            iri = entity_iri(label, "place", base)
            if name_key(parse.text[start:end]) not in places and iri not in entities:
                entities[iri] = link_entity(Entity(iri, label, "place", (_PLACE,)), place)
                places[name_key(parse.text[start:end])] = iri
            break
    return set(held)


def _spans(parse: Parse, outer: MentionSpan) -> list[tuple[int, int]]:
    """Where the name of a building, bay or school may hold its town, the longest first: *Bergen*
    Airport, University of *Bergen*."""
    words, heads = parse.text[outer.start : outer.end], words_in("placed_heads")
    if len(words) < 2 or places_named(" ".join(words)):
        return []
    of = words.index("of") if "of" in words else 0
    if of and words[of - 1] in heads:
        return [(outer.start + of + 1, outer.end)]
    if of or words[-1] not in heads:
        return []
    return [(outer.start, outer.start + n) for n in range(min(len(words) - 1, _LONGEST), 0, -1)]


def _find_inner(parse: Parse, outer: MentionSpan, places: dict[str, str]) -> list[MentionSpan]:
    """The mentions of places strictly inside a name, longest first at each word."""
    found: list[MentionSpan] = []
    start = outer.start
    if parse.text[outer.end - 1] in words_in("papers"):
        return found
    while start < outer.end:
        for end in range(min(start + _LONGEST, outer.end), start, -1):
            entity = places.get(name_key(parse.text[start:end]))
            whole = end - start == outer.end - outer.start
            if entity is not None and entity != outer.entity and not whole:
                found.append(MentionSpan(start, end, end - 1, entity, "name"))
                start = end - 1
                break
        start += 1
    return found
