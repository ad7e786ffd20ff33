"""Nationalities used as adjectives ("a Turkish firm"), as mentions of their countries."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Doc

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import MentionSpan, read_ents
from kgx.annotate.grammar.tree import first_conjunct
from kgx.annotate.names.languages import is_of_language
from kgx.annotate.names.words import words_in
from kgx.annotate.words.gazetteer import Place, nation_of
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set
from kgx.iris import BASE, SCHEMA, entity_iri
from kgx.records import changed
from kgx.types import Entity

_COUNTRY = SCHEMA + "Country"
_MODIFIERS = ("amod", "compound", "nmod", "acomp", "attr")


def mention_countries(doc: Doc, base: str = BASE) -> None:
    """Add to ``doc._.kgx_mentions`` the adjectives of nationality that are no mention yet, and to
    ``doc._.kgx_entities`` the countries that nothing else names.

    An adjective of several people ("German tourists") is a mention of the people, not the country.
    """
    entities: dict[str, Entity] = doc._.kgx_entities
    mentions: list[MentionSpan] = doc._.kgx_mentions
    taken = {t for m in mentions if m.form == "name" for t in range(m.start, m.end)}
    added: list[MentionSpan] = []
    known: dict[str, str] = {}
    for first, token, country in _find_adjectives(doc):
        if token in taken:
            continue
        word = doc[first : token + 1].text
        people = country is None or _is_of_people(doc._.kgx_parse, token)
        key = word if country is None or people else country.name
        if key not in known:
            known[key] = (
                people_iri(entities, word, base)
                if country is None or people
                else country_iri(entities, country, base)
            )
        added.append(MentionSpan(first, token + 1, token, known[key], "name"))
        note_nationality(doc, added[-1])
    if added:
        doc._.kgx_mentions = sorted([*mentions, *added], key=lambda m: (m.start, m.end, m.entity))


def note_nationality(doc: Doc, mention: MentionSpan) -> None:
    """Keep on the doc why a word for a nationality is a mention of a country or a people."""
    place, why = doc._.kgx_entities[mention.entity].type == "place", doc._.kgx_why
    said = "the country whose nationality it tells" if place else "the people it tells of"
    why["links", mention.start, mention.end, mention.entity] = said
    if place:
        word = doc[mention.start : mention.end].text
        why.setdefault(("links", mention.entity), f"the nationality {word!r}")


def is_country(entity: Entity) -> bool:
    """True for a country, known or made of a nationality."""
    return _COUNTRY in entity.types


def find_country(entities: Mapping[str, Entity], country: Place, base: str = BASE) -> Entity:
    """The entity of a country: the document's own where it has one, else a new one."""
    same = frozenset(country.same_as)
    for entity in entities.values():
        if entity.type == "place" and (
            entity.label == country.name or not same.isdisjoint(entity.same_as)
        ):
            return entity
    iri = entity_iri(country.name, "place", base)
    return Entity(iri, country.name, "place", (_COUNTRY, SCHEMA + "Place"), same_as=country.same_as)


def country_iri(entities: dict[str, Entity], country: Place, base: str = BASE) -> str:
    """The IRI of a country's entity, which is made where there is none."""
    found = find_country(entities, country, base)
    return found.id if entities.get(found.id) is found else _keep_entity(entities, found, base)


def people_iri(entities: dict[str, Entity], word: str, base: str = BASE) -> str:
    """The IRI of the people that an adjective names, which is made where there is none."""
    for iri, entity in entities.items():
        if entity.type == "group" and entity.label.removesuffix("s") == word:
            return iri
    return _keep_entity(entities, Entity("", word, "group"), base)


def _keep_entity(entities: dict[str, Entity], entity: Entity, base: str) -> str:
    iri = entity_iri(entity.label, entity.type, base)
    if iri in entities and entities[iri].type != entity.type:
        iri = f"{iri}-{entity.type}"
    entities.setdefault(iri, changed(entity, id=iri))
    return iri


def _find_adjectives(doc: Doc) -> Iterator[tuple[int, int, Place | None]]:
    """The first and the last token of adjectives of a nationality, with its country, or of another
    group."""
    parse: Parse = doc._.kgx_parse
    names = read_ents(doc)
    label_at = {t: label for s, e, label in names for t in range(s, e)}
    for start, end, label in names:
        if label != "NORP":
            continue
        nation = nation_of(" ".join(parse.text[start:end]))
        apart = nation is None and all(nation_of(w) for w in parse.text[start:end] if w != "-")
        for token in range(start, end) if apart else [end - 1]:
            if _is_modifier(parse, token, label_at):
                first = token if apart else start
                country = nation_of(parse.text[token]) if apart else nation
                yield first, token, country if country is not None and country.same_as else None


def _is_modifier(parse: Parse, token: int, label_at: dict[int, str]) -> bool:
    """True for a word that tells the nationality of something; not for a language, nor for a part
    of a longer name ("French Guiana", "Polish Jews")."""
    if parse.lower[token + 1 : token + 3] == ["-", "born"] or token + 1 == len(parse):
        return False
    after = label_at.get(token + 1)
    if after in ("LOC", "GPE") or (after == "NORP" and nation_of(parse.text[token + 1]) is None):
        return False
    if parse.lower[token + 1] in words_in("wholes") or is_of_language(parse, token):
        return False
    if after is None and parse.text[token + 1].istitle() and not _is_title(parse, token + 1):
        return False
    return parse.dep[first_conjunct(parse, token)] in _MODIFIERS


def _is_title(parse: Parse, token: int) -> bool:
    """True for a role in capitals: "the French President"."""
    return parse.text[token] in words_in("titles") or parse.lower[token] in _persons()


@cache
def _persons() -> frozenset[str]:
    return read_set("nouns.toml", "person")


def _is_of_people(parse: Parse, token: int) -> bool:
    """True before a noun for persons or troops; an office of the state and what somebody *is* ("is
    a Canadian writer") tell the country."""
    noun = parse.head[token]
    if parse.dep[noun] == "attr" and parse.lemma[parse.head[noun]] == "be":
        return False
    lemma = parse.lemma[noun].lower()
    if not words_in("troops").isdisjoint(parse.lemma[token + 1 : noun + 1]):
        return True
    singular = any(parse.lower[c] in ("a", "an") for c in parse.children[noun] if c < token)
    if lemma in words_in("offices") or (singular and parse.tag[noun] == "NNS"):
        return False
    return type_of_noun(lemma) == "person"
