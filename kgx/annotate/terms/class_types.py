"""What the classes of an ontology are in the coarse types of kgx: ``data/classes.toml``."""

from __future__ import annotations

import functools
from typing import get_args

from kgx.annotate.claims.relations import LITERALS
from kgx.annotate.words.noun_kinds import is_mostly, is_noun
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.tables import read_table
from kgx.annotate.words.wordlists import read_set
from kgx.errors import RuleError
from kgx.iris import XSD
from kgx.ontology.terms import Ontology, label_words, local_name
from kgx.types import EntityType

_NAME = "classes.toml"
_TYPES = frozenset(get_args(EntityType)) | LITERALS

Types = frozenset[str]
"""Coarse types of entities and kinds of literals; empty: nothing is known."""

PERIODICAL: Types = frozenset({"work", "organization"})


@functools.cache
def load_class_words() -> tuple[dict[str, str], dict[str, str]]:
    """The type of a label in lower case, and of a Wikidata item.

    Raises:
        RuleError: A key is no type.
    """
    raw = read_table(_NAME)
    known = raw.pop("known")
    raw.pop("levels")
    raw.pop("kinds")
    raw.pop("plain")
    for key in (*raw, *known):
        if key not in _TYPES:
            raise RuleError(f"{_NAME}: {key!r} is no type of entity or literal")
    return (
        {word: type_ for type_, words in raw.items() for word in words},
        {item: type_ for type_, items in known.items() for item in items},
    )


@functools.cache
def load_levels() -> dict[str, str]:
    """The class of schema.org that places of a kind are of, by the noun: ``City`` for a town."""
    raw = read_table(_NAME)
    return {noun: level for level, nouns in raw["levels"].items() for noun in nouns}


@functools.cache
def load_plain() -> dict[str, list[str]]:
    """Nouns that mean a coarse type and nothing narrower, by the type."""
    plain: dict[str, list[str]] = read_table(_NAME)["plain"]
    return plain


def tells_nothing(types: Types) -> bool:
    """True for the types of ends that may be anything."""
    return not types or types >= frozenset(get_args(EntityType))


def types_of(ontology: Ontology, classes: tuple[str, ...]) -> Types:
    """The coarse types of what may be of any of these classes, or of one below them (agents are
    persons and bodies); empty where one can't be told."""
    found = [type_of_class(ontology, iri) for iri in classes]
    if None in found:
        return frozenset()
    below = (_type_of_name(c, ontology) for iri in classes for c in ontology.descendants(iri))
    found += [type_ for type_ in below if type_ is not None]
    both = PERIODICAL if any(_names_periodical(ontology, iri) for iri in classes) else frozenset()
    return both.union(t for t in found if t)


def _names_periodical(ontology: Ontology, iri: str) -> bool:
    class_ = ontology.classes.get(iri)
    labels = class_.labels if class_ else (local_name(iri),)
    return any(is_periodical(label_words(label).rsplit(" ", 1)[-1]) for label in labels)


def is_periodical(noun: str) -> bool:
    """True for a noun for what comes out again and again: a work, and the body that makes it."""
    return noun in read_set("works.toml", "periodicals")


def type_of_class(ontology: Ontology, iri: str) -> str | None:
    """The coarse type of a class: by its label, else by those above it; None if nothing tells."""
    for above in ontology.ancestors(iri):
        type_ = _type_of_name(above, ontology)
        if type_ is not None:
            return type_
    return None


def _type_of_name(iri: str, ontology: Ontology) -> str | None:
    _, items = load_class_words()
    if local_name(iri) in items:
        return items[local_name(iri)]
    class_ = ontology.classes.get(iri)
    names = class_.labels if class_ else (local_name(iri),)
    for name in names:
        type_ = _type_of_words(name)
        if type_ is not None:
            return type_
    return "text" if iri.startswith(XSD) else None


@functools.lru_cache(maxsize=8192)
def _type_of_words(name: str) -> str | None:
    return type_of_label(label_words(name))


def type_of_label(words: str) -> str | None:
    """The coarse type of what is called so, by the whole label, else by its head noun.

    >>> type_of_label("ethnic group"), type_of_label("head of state")
    ('group', 'person')
    """
    labels, _ = load_class_words()
    head = words.split(" of ")[0].rsplit(" ", 1)[-1]
    return labels.get(words) or labels.get(head) or type_of_noun(head) or type_of_kind(words, head)


@functools.lru_cache(maxsize=4096)
def type_of_kind(*nouns: str) -> str | None:
    """The coarse type of what the first known of these nouns is mostly a kind of.

    >>> type_of_kind("galleon"), type_of_kind("nocturne"), type_of_kind("wrzk")
    ('product', 'work', None)
    """
    noun = next((noun for noun in nouns if is_noun(noun)), None)
    if noun is None:
        return None
    kinds = _load_anchors().items()
    return next((t for t, names in kinds if any(is_mostly(noun, name) for name in names)), None)


@functools.cache
def _load_anchors() -> dict[str, list[str]]:
    raw = read_table(_NAME)
    kinds: dict[str, list[str]] = raw["kinds"]
    if not kinds.keys() <= _TYPES:
        raise RuleError(f"{_NAME}: kinds: {min(kinds.keys() - _TYPES)!r} is no type")
    return kinds


def accepts(types: Types, type_: str | None) -> bool:
    """True if an end of this coarse type may stand where these types are asked for.

    A name whose type nobody knows may stand anywhere but for a language, most of which are known;
    None is a literal.

    >>> accepts(frozenset({"work"}), "work"), accepts(frozenset({"work"}), "person")
    (True, False)
    """
    if not types:
        return True
    if type_ is None:
        return not types.isdisjoint(LITERALS)
    if type_ == "other":
        return not types <= LITERALS | {"language"}
    return type_ in types or (type_ == "facility" and "place" in types)
