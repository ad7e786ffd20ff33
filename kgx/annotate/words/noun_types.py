"""What common nouns name: their coarse types and the genders of persons."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from kgx.annotate.words.wordlists import read_lists, read_set
from kgx.types import EntityType

Gender = Literal["m", "f", ""]

_TYPES: tuple[tuple[str, EntityType], ...] = (
    ("person", "person"),
    ("organization", "organization"),
    ("place", "place"),
    ("facility", "facility"),
    ("product", "product"),
    ("work", "work"),
    ("event", "event"),
    ("law", "law"),
)


@cache
def noun_types() -> dict[str, EntityType]:
    """What a common noun refers to; the first list that holds it counts."""
    types: dict[str, EntityType] = {}
    for key, type_ in _TYPES:
        for noun in sorted(read_set("nouns.toml", key) - read_set("nouns.toml", "either")):
            types.setdefault(noun, type_)
    return types


@lru_cache(maxsize=8192)
def type_of_noun(lemma: str) -> EntityType | None:
    """What a common noun refers to, by the lists, else by its end; None if nothing tells."""
    type_ = noun_types().get(lemma)
    if type_ is not None:
        return type_
    lists = read_lists("nouns.toml")
    if lemma.endswith(lists["person_ends"]):
        return "person"
    return "organization" if lemma.endswith(lists["organization_ends"]) else None


@cache
def noun_genders() -> dict[str, Gender]:
    """The gender of nouns for persons that have one."""
    genders: dict[str, Gender] = dict.fromkeys(read_set("nouns.toml", "male"), "m")
    genders.update(dict.fromkeys(read_set("nouns.toml", "female"), "f"))
    return genders
