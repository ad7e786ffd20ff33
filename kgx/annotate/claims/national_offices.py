"""Offices of a country told by a nationality: "the Peruvian president, Ann Lind", "the Peruvian
capital, Lima"."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.drafts import Context, Draft
from kgx.annotate.claims.origins import country_entity, mark_nationality
from kgx.annotate.claims.referents import End
from kgx.annotate.claims.relational import draft_role, name_role, role_words
from kgx.annotate.claims.role_anchors import is_over_branch
from kgx.annotate.grammar.labels import PREMODIFIERS
from kgx.annotate.names.evidence import best_place
from kgx.annotate.names.nationalities import is_country
from kgx.annotate.words.wordlists import read_set


def draft_national_office(context: Context, subject: End, head: int) -> Iterator[Draft]:
    """That a person is head or minister, or a city the capital, of the country whose nationality
    stands before a role.

    Only of roles that one holds over a country: a Peruvian governor governs a part of Peru, the
    president of a Peruvian club a club.
    """
    referents, parse = context.referents, context.referents.parse
    if subject.type not in ("person", "place") or subject.iri is None:
        return
    passing = read_set("roles.toml", "in_office")
    label = " ".join(w for w in role_words(referents, head).split() if w not in passing)
    if label.endswith(" minister") and label != "prime minister":
        yield from _draft_minister(context, subject, head, label)
    if label not in read_set("roles.toml", "national"):
        return
    if subject.type == "place":
        yield from _draft_bare_capital(context, subject, head)
    for nation in _before(context, head):
        country = country_entity(context, parse.text[nation])
        if country is not None:
            yield from draft_role(context, subject, label, referents.entity(country))


def _draft_bare_capital(context: Context, city: End, head: int) -> Iterator[Draft]:
    """ "The capital, Lima" in a text that names the country that the city is known to lie in."""
    parse, entities = context.referents.parse, context.referents.entities
    alone = [parse.lower[c] for c in parse.children[head] if c < head] == ["the"]
    known = best_place(context.name(city)) if alone and parse.lower[head] == "capital" else None
    if known is None or not known.country:
        return
    for land in [e for e in entities.values() if is_country(e)]:
        place = best_place(land.label)
        if place is not None and place.country == known.country:
            yield context.typed(city.iri, "capitalOf", context.referents.entity(land.id))


def _draft_minister(context: Context, subject: End, head: int, label: str) -> Iterator[Draft]:
    """ "Peruvian Foreign Minister Ann Lind": whose foreign minister she is."""
    parse = context.referents.parse
    before = [c for c in parse.children[head] if c < head and parse.dep[c] in PREMODIFIERS]
    if subject.type == "person":
        for citizen in mark_nationality(context, subject, before):
            yield name_role(context, subject, label, citizen.object)


def _before(context: Context, head: int) -> list[int]:
    """The nationality before a role, if nothing before it tells of another body."""
    parse = context.referents.parse
    told = read_set("roles.toml", "in_office") | {"prime"}
    before = [c for c in parse.children[head] if c < head and parse.dep[c] in PREMODIFIERS]
    named = [c for c in before if parse.lower[c] not in told and not is_over_branch(parse, head, c)]
    return named if len(named) == 1 and parse.text[named[0]][:1].isupper() else []
