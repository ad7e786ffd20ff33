"""The typed relations and how each is said: ``data/relations.toml``."""

import functools
import tomllib
from dataclasses import dataclass, field
from importlib.resources import files
from typing import Any, get_args

from kgx.errors import RuleError
from kgx.types import EntityType

KGX = "https://w3id.org/kgx-extract/"
SCHEMA = "https://schema.org/"
WIKIDATA = "http://www.wikidata.org/prop/direct/"

_NAME = "data/relations.toml"


@dataclass(frozen=True, slots=True)
class Relation:
    """A typed relation; see the data file for the meaning of each field."""

    id: str
    label: str
    comment: str
    domain: tuple[EntityType, ...] = ()
    range: tuple[EntityType, ...] = ()
    inverse: str = ""
    symmetric: bool = False
    schema: str = ""
    wikidata: str = ""
    verbs: tuple[str, ...] = ()
    reversed: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    nouns_reversed: tuple[str, ...] = ()

    @property
    def iri(self) -> str:
        """Its term in the vocabulary."""
        return KGX + self.id

    @property
    def equivalents(self) -> tuple[str, ...]:
        """The same relation in schema.org and Wikidata."""
        found = (
            (SCHEMA + self.schema) if self.schema else "",
            (WIKIDATA + self.wikidata if self.wikidata else ""),
        )
        return tuple(iri for iri in found if iri)

    def fits(self, subject: str, object_: str | None) -> bool:
        """True if ends of these coarse types may stand in it; None is a literal."""
        return (not self.domain or subject in self.domain) and (
            not self.range or object_ in self.range
        )


@dataclass(frozen=True, slots=True)
class Relations:
    """The relations by id and by the words that say them, each with whether it is reversed."""

    by_id: dict[str, Relation]
    active: dict[str, list[tuple[Relation, bool]]] = field(default_factory=dict)
    passive: dict[str, list[tuple[Relation, bool]]] = field(default_factory=dict)
    nouns: dict[str, list[tuple[Relation, bool]]] = field(default_factory=dict)
    dates: dict[str, list[tuple[Relation, bool]]] = field(default_factory=dict)


@functools.cache
def load_relations() -> Relations:
    """Read and check the data file.

    Raises:
        RuleError: A relation lacks a field, has an unknown one, or names an unknown type.
    """
    raw = tomllib.loads(files("kgx.annotate").joinpath(_NAME).read_text(encoding="utf-8"))
    found = Relations({})
    for row in raw.get("relation", []):
        relation = _read(row)
        if relation.id in found.by_id:
            raise RuleError(f"{_NAME}: relation {relation.id!r} comes twice")
        found.by_id[relation.id] = relation
        for table, words, turned in (
            (found.active, relation.verbs, False),
            (found.active, relation.reversed, True),
            (found.passive, relation.passive, False),
            (found.dates, relation.dates, False),
            (found.nouns, relation.nouns, False),
            (found.nouns, relation.nouns_reversed, True),
        ):
            for word in words:
                table.setdefault(word, []).append((relation, turned))
    return found


def _read(row: dict[str, Any]) -> Relation:
    fields: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items()}
    try:
        relation = Relation(**fields)
    except TypeError as err:
        raise RuleError(f"{_NAME}: relation {row.get('id')!r}: {err}") from err
    for type_ in (*relation.domain, *relation.range):
        if type_ not in get_args(EntityType):
            raise RuleError(f"{_NAME}: relation {relation.id!r}: unknown type {type_!r}")
    return relation
