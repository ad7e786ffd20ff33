"""What ends of claims are called in the terms of an ontology: as the text writes them out."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from kgx.annotate.claims.referents import Referents
from kgx.annotate.words.gazetteer import nation_of, places_named
from kgx.annotate.words.noun_kinds import is_noun
from kgx.annotate.words.wordlists import read_set
from kgx.iris import SCHEMA
from kgx.records import changed
from kgx.types import Entity

_ARTICLE = r"\s+(?:(?:the|an?)\s+)?"
_ORDINAL = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth"
    r"|(?:twenty|thirty|forty|fifty)(?:-\w+)?|\w+teenth|eleventh|twelfth)"
)
_WITH_STATE = frozenset({"US", "CA", "AU"})
"""Countries whose towns are called with their state: "Albany, Oregon"."""


def spell_offices(doc: Doc) -> None:
    """Give concepts that are ends of claims the label that the text has, without the number of
    who holds an office: "president of the Republic" of "the fifth president of the Republic"."""
    entities = doc._.kgx_entities
    for iri in sorted({iri for c in doc._.kgx_claims for iri in (c.subject, c.object) if iri}):
        entity = entities[iri]
        if entity.type == "concept" and " of " in entity.label:
            label = _drop_describing(_drop_number(entity.label))
            words = map(re.escape, label.split())
            found = re.search(rf"\b{_ARTICLE.join(words)}\b", doc.text, re.IGNORECASE)
            if found is not None:
                entities[iri] = changed(entity, label=" ".join(found.group().split()))


def _drop_number(label: str) -> str:
    """An office without a number before it, unless that is part of it: "first lady"."""
    number, _, rest = label.partition(" ")
    office = rest.split(" of ")[0]
    numbered = office.lower() in read_set("roles.toml", "numbered")
    deputy = number.lower() in ("first", "second", "third") and numbered
    whole = deputy or is_noun(f"{number} {office}".lower())
    return label if whole or not _ORDINAL.fullmatch(number.lower()) else rest


def _drop_describing(label: str) -> str:
    """An office without what tells of its holder: "president of the Republic" of "white president
    of the Republic"; "prime minister" keeps its first word."""
    first, _, rest = label.partition(" ")
    office = rest.split(" of ")[0]
    tells = first.lower() in read_set("roles.toml", "of_holders") or bool(nation_of(first))
    tells = tells or bool(nation_of(first.rsplit("-", 1)[-1]))  # "African-American president"
    if not tells or not office or is_noun(f"{first} {office}".lower()):
        return label
    return _drop_describing(rest)


def spell_towns(doc: Doc, referents: Referents) -> None:
    """Give towns that the text names with their state that name: many share the short one."""
    parse, entities = referents.parse, doc._.kgx_entities
    names = {m.start: m for m in referents.at.values() if m.form == "name"}
    for mention in names.values():
        state = names.get(mention.end + 1)
        town = entities[mention.entity]
        if state is None or town.type != "place" or parse.text[mention.end] != ",":
            continue
        if _is_state(entities[state.entity]) and not _is_state(town):
            label = f"{town.label}, {entities[state.entity].label}"
            if "," not in town.label:
                entities[mention.entity] = changed(town, label=label)


def _is_state(entity: Entity) -> bool:
    if SCHEMA + "AdministrativeArea" not in entity.types:
        return False
    return any(
        place.country in _WITH_STATE and not set(place.same_as).isdisjoint(entity.same_as)
        for place in places_named(entity.label)
    )
