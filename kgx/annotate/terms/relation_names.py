"""The relations kgx knows by what a property that means the same may be called."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kgx.annotate.claims.relations import LITERALS, Relation, Relations
from kgx.annotate.terms.class_types import Types, accepts
from kgx.annotate.words.noun_kinds import is_kind_of, load_noun_kinds
from kgx.annotate.words.noun_types import type_of_noun
from kgx.ontology.terms import label_words


class Named(NamedTuple):
    """A relation by one of its names, or by words that only say it."""

    relation: Relation
    turned: bool
    called: bool


Names = dict[str, list[Named]]
"""Relations by what means the same, the surest first."""


def name_relations(relations: Relations) -> Iterator[tuple[str, Named]]:
    """Relations by what a property that means the same may be called; later ones win, so the surest
    come last."""
    for name, (relation, turned) in _list_words(relations):
        yield name, Named(relation, turned, called=False)
    for name, (relation, turned) in _list_names(relations):
        yield name, Named(relation, turned, called=True)


def _list_words(relations: Relations) -> Iterator[tuple[str, tuple[Relation, bool]]]:
    """Relations by what says them. Verbs are called "to ...": many a noun leads elsewhere than the
    verb of its form, as from a book to its author."""
    every = relations.by_id.values()
    for r in reversed(tuple(every)):
        for verb in (*r.verbs, *r.passive):
            yield f"to {verb}", (r, False)
        for verb in r.reversed:
            yield f"to {verb}", (r, True)
            yield f"to {verb} by", (r, False)
        for noun in r.nouns_reversed:
            yield noun, (r, False)
        for noun in r.nouns:
            yield noun, (r, True)
            yield f"{noun} of", (r, False)


def _list_names(relations: Relations) -> Iterator[tuple[str, tuple[Relation, bool]]]:
    every = relations.by_id.values()
    for r in every:
        if r.inverse:
            yield label_words(r.inverse), (r, True)
    for r in every:
        yield from ((label_words(name), (r, False)) for name in r.also)
    for r in every:
        yield label_words(r.id), (r, False)
        yield r.label.lower(), (r, False)
        for iri in (r.iri, *r.equivalents):
            yield iri, (r, False)
        for code in (r.wikidata, r.schema):
            if code:
                yield code, (r, False)
    for r in every:
        if r.schema:
            yield label_words(r.schema), (r, False)


def agree(found: tuple[Relation, bool], domain: Types, range_: Types) -> bool:
    """True if a relation may hold between ends of these types."""
    relation, turned = found
    first, second = (range_, domain) if turned else (domain, range_)
    dated = "date" in relation.range and (not second or "date" in second)
    return dated or (_meet(relation.domain, first) and _meet(relation.range, second))


def _meet(types: tuple[str, ...], asked: Types) -> bool:
    return (
        not types
        or not asked
        or any(accepts(asked, t) for t in types if t not in LITERALS)
        or not asked.isdisjoint(types)
        or ("amount" in types and "number" in asked)
    )


def says_more(named: Named, words: str) -> bool:
    """True for a relation that means more than the noun that a property is called by: not every
    leader is a commander, and who is a member no drummer."""
    relation = named.relation
    nouns = {*relation.nouns, *relation.nouns_reversed}
    if named.called or words not in nouns or type_of_noun(words) != "person":
        return False
    general = {relation.label, label_words(relation.id), *relation.also}
    if any(is_kind_of(words, noun) for noun in general - {words}):
        return True
    meanings = load_noun_kinds().meanings
    own, others = set(meanings.get(words, ())), nouns - {words}
    return len(others) > 1 and all(own.isdisjoint(meanings.get(noun, ())) for noun in others)
