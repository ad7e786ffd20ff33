"""The typed relations and how each is said: ``data/relations.toml``."""

import functools
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, get_args

from kgx.annotate.claims.generals import load_generals
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.quantity_words import dimension_of
from kgx.annotate.words.tables import read_table
from kgx.annotate.words.wordlists import read_set
from kgx.errors import RuleError
from kgx.iris import SCHEMA
from kgx.types import Amount, EntityType

KGX = "https://w3id.org/kgx-extract/"
WIKIDATA = "http://www.wikidata.org/prop/direct/"

_NAME = "relations.toml"
LITERALS = frozenset({"date", "time", "number", "integer", "text", "amount"})
"""Ranges that are no entities."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed relation; see the data file for the meaning of each field."""

    id: str
    label: str
    comment: str
    domain: tuple[str, ...] = ()
    range: tuple[str, ...] = ()
    subject_words: tuple[str, ...] = ()
    object_words: tuple[str, ...] = ()
    no_subjects: tuple[str, ...] = ()
    no_objects: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    inverse: str = ""
    broader: str = ""
    general: str = ""
    symmetric: bool = False
    transitive: bool = False
    functional: bool = False
    schema: str = ""
    wikidata: str = ""
    verbs: tuple[str, ...] = ()
    reversed: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    passive_reversed: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    nouns_reversed: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    counts: tuple[str, ...] = ()
    dimension: str = ""
    plain: tuple[str, ...] = ()
    named: bool = False
    unknown: bool = False

    @property
    def iri(self) -> str:
        """Its term in the vocabulary."""
        return KGX + self.id

    @property
    def equivalents(self) -> tuple[str, ...]:
        """The same relation in schema.org and Wikidata."""
        schema = (SCHEMA + self.schema,) if self.schema else ()
        return (*schema, WIKIDATA + self.wikidata) if self.wikidata else schema

    @property
    def further(self) -> tuple[str, ...]:
        """Further predicates under which its statements hold: equivalents, the general one."""
        return (*self.equivalents, KGX + self.general) if self.general else self.equivalents

    def fits(self, subject: str, object_: str | None) -> bool:
        """True if ends of these coarse types may stand in it; None is a literal."""
        if self.domain and subject not in self.domain:
            return False
        if object_ is None:
            return not self.range or not LITERALS.isdisjoint(self.range)
        return not self.range or object_ in self.range

    def counts_in(self, amount: Amount | None) -> bool:
        """True if this may be an amount of its."""
        return not self.dimension or (amount is not None and dimension_of(amount) == self.dimension)

    def names(self, subject: str, object_: str) -> bool:
        """True if ends of these names may stand in it."""
        if self.named and not object_[:1].isupper():
            return False  # "left the court": nobody resigned from it
        if self.no_subjects and _type_of_name(subject) in self.no_subjects:
            return False
        if self.no_objects and _type_of_name(object_) in self.no_objects:
            return False
        return _holds(subject, self.subject_words) and _holds(object_, self.object_words)


def _type_of_name(name: str) -> str:
    """What the common nouns that a name ends with, before "of", are for; empty where none tells."""
    words = name.partition(" of ")[0].split(" ")
    pair = " ".join(words[-2:]) in read_set("nouns.toml", "facility_pairs")
    return "facility" if pair else type_of_noun(words[-1]) or ""


def _holds(name: str, words: tuple[str, ...]) -> bool:
    return not words or not set(re.findall(r"\w+", name.lower())).isdisjoint(words)


Said = dict[str, list[tuple[Relation, bool]]]
"""Relations by the words that say them, in order, each with whether it is reversed."""


@dataclass(frozen=True, slots=True)
class Relations:
    """The relations by id and by the words that say them."""

    by_id: dict[str, Relation]
    active: Said = field(default_factory=dict)
    passive: Said = field(default_factory=dict)
    nouns: Said = field(default_factory=dict)
    dates: Said = field(default_factory=dict)
    measures: Said = field(default_factory=dict)
    adjectives: Said = field(default_factory=dict)
    counts: Said = field(default_factory=dict)
    properties: Said = field(default_factory=dict)


@functools.cache
def load_relations() -> Relations:
    """Read and check the data file.

    Raises:
        RuleError: A relation lacks a field, has an unknown one, or names an unknown type or
            general predicate.
    """
    raw = read_table(_NAME)
    words: dict[str, Any] = {row.get("id"): row.get("object_words") for row in raw["relation"]}
    for row in raw["relation"]:
        if isinstance(row.get("object_words"), str):
            row["object_words"] = words.get(row["object_words"], ())
    return index_relations(map(_read, raw["relation"]))


def index_relations(relations: Iterable[Relation]) -> Relations:
    """Relations by the words that say them.

    Raises:
        RuleError: Two have one id, the broader one of a relation is none of them, or words of a
            relation never say it, because relations before it are said in the same ones.
    """
    found = Relations({})
    for relation in relations:
        if relation.id in found.by_id:
            raise RuleError(f"{_NAME}: relation {relation.id!r} comes twice")
        found.by_id[relation.id] = relation
        _index(found, relation)
    for relation in found.by_id.values():
        if relation.broader and relation.broader not in found.by_id:
            raise RuleError(
                f"{_NAME}: relation {relation.id!r}: no broader relation {relation.broader!r}"
            )
    _check_reach(found)
    return found


def _index(found: Relations, relation: Relation) -> None:
    """Add a relation, in place, behind those that are said in the same words."""
    for table, words, turned in (
        (found.active, relation.verbs, False),
        (found.active, relation.reversed, True),
        (found.passive, relation.passive, False),
        (found.passive, relation.passive_reversed, True),
        (found.dates, relation.dates, False),
        (found.nouns, relation.nouns, False),
        (found.nouns, relation.nouns_reversed, True),
        (found.measures, relation.measures, False),
        (found.adjectives, relation.adjectives, False),
        (found.counts, relation.counts, False),
        (found.properties, (relation.label, *relation.also), True),
    ):
        for word in words:
            table.setdefault(word, []).append((relation, turned))


def _check_reach(relations: Relations) -> None:
    """Of dates every relation is told, of all else the first that fits."""
    tables = ("active", "passive", "nouns", "measures", "adjectives", "counts")
    for words, said in (pair for name in tables for pair in getattr(relations, name).items()):
        for place, (relation, turned) in enumerate(said[1:], 1):
            left = _ends(relation, turned)
            masks: list[str] = []
            for earlier, other_way in said[:place]:
                taken = left & _ends(earlier, other_way)
                if taken and _takes_all(earlier, words, relation):
                    left = left - taken
                    masks.append(earlier.id)
            if not left:
                raise RuleError(
                    f"{_NAME}: relation {relation.id!r}: {words!r} never says it, because"
                    f" {' and '.join(masks)} come first and fit the same ends; put it before them"
                )


def _ends(relation: Relation, turned: bool) -> set[tuple[str, str]]:
    """The types of subject and object between which words say a relation."""
    every = get_args(EntityType)
    kinds = {"literal" if t in LITERALS else t for t in relation.range or (*every, "text")}
    ends = {(first, second) for first in relation.domain or every for second in kinds}
    return {(second, first) for first, second in ends} if turned else ends


def _takes_all(earlier: Relation, words: str, later: Relation) -> bool:
    """True if a relation asks no more of its ends than types, or no more than a later one."""
    by_name = earlier.named or earlier.subject_words or earlier.object_words
    by_name = by_name or earlier.no_subjects or earlier.no_objects
    named = words not in earlier.plain and by_name
    return not named and earlier.dimension in ("", later.dimension)


def _read(row: dict[str, Any]) -> Relation:
    fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    try:
        relation = Relation(**fields)
    except TypeError as err:
        raise RuleError(f"{_NAME}: relation {row.get('id')!r}: {err}") from err
    if relation.general and relation.general not in load_generals().ids:
        raise RuleError(
            f"{_NAME}: relation {relation.id!r}: no general predicate {relation.general!r}"
        )
    for type_ in (*relation.domain, *relation.range):
        if type_ not in get_args(EntityType) and type_ not in LITERALS:
            raise RuleError(f"{_NAME}: relation {relation.id!r}: unknown type {type_!r}")
    return relation
