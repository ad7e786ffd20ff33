"""What a knowledge base calls a thing, as a coarse type."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import cast, get_args

from kgx.errors import RuleError
from kgx.texts import parse_toml
from kgx.types import EntityType

_FILE = "types.toml"
_SECTIONS = ("words", "classes", "wikidata", "names", "not_things")
_OTHERWISE = ("names", "not_things")  # whose keys are no types


def type_of_word(word: str) -> EntityType | None:
    """The type of a word such as "company"; None for one that is not listed.

    >>> type_of_word("Company"), type_of_word("person"), type_of_word("gadget")
    ('organization', 'person', None)
    """
    plain = word.strip().lower()
    if plain in get_args(EntityType):
        return cast("EntityType", plain)
    return _read_section("words").get(plain)


def type_of_class(iri: str) -> EntityType | None:
    """The type of an RDF class, by its local name.

    >>> type_of_class("https://schema.org/Corporation")
    'organization'
    """
    return _read_section("classes").get(iri.rstrip("/#").rpartition("/")[2].rpartition("#")[2])


def wikidata_classes() -> Mapping[str, EntityType]:
    """The Wikidata classes that types stand for, by item."""
    return _read_section("wikidata")


def wikidata_pages() -> frozenset[str]:
    """The Wikidata classes of what is no thing: disambiguations, lists, categories."""
    return frozenset(_read_file()["not_things"]["wikidata"].split())


@cache
def legal_forms() -> frozenset[str]:
    """Words at the end of a company's name that a text leaves out, in lower case."""
    return frozenset(_read_file()["names"]["legal_forms"].split())


def rank_of(type_: EntityType) -> int:
    """The place of a type among all: of several, the least counts."""
    return get_args(EntityType).index(type_)


@cache
def _read_section(name: str) -> dict[str, EntityType]:
    found: dict[str, EntityType] = {}
    for type_, words in _read_file()[name].items():
        for word in words.split():
            found.setdefault(word, cast("EntityType", type_))
    return found


@cache
def _read_file() -> dict[str, dict[str, str]]:
    text = files("kgx.kb").joinpath("data", _FILE).read_text(encoding="utf-8")
    return check_types(text)


def check_types(text: str) -> dict[str, dict[str, str]]:
    """The sections of the data file.

    Raises:
        RuleError: It is no TOML, lacks a section, or has a key that is no type.
    """
    table = parse_toml(text, _FILE)
    for name in table.keys() ^ set(_SECTIONS):
        raise RuleError(f"{_FILE}: {name}: the sections are {', '.join(_SECTIONS)}")
    for name, section in table.items():
        for key in section:
            if name not in _OTHERWISE and key not in get_args(EntityType):
                raise RuleError(f"{_FILE}: {name}.{key}: no type of entity")
    return table
