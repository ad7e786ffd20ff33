"""The IRIs of entities, made from what they are: name, type, and what tells one from another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from kgx.iris import digest, slug
from kgx.types import EntityType


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that wants an IRI.

    Attributes:
        number: What it is known by.
        name: The IRI of its name.
        document: The least id of its documents.
        clear: Whether its name tells who it is; else its IRI holds a digest of that id, so that
            graphs made apart can be put together.
    """

    number: int
    name: str
    type: EntityType
    mentions: int
    same_as: tuple[str, ...]
    document: str
    clear: bool

    @property
    def own(self) -> str:
        """The IRI that nothing of another document has."""
        return own_iri(self.name, self.type, self.document)


def own_iri(name: str, type_: EntityType, document: str) -> str:
    """The IRI of an entity whose name does not tell who it is.

    Args:
        name: The IRI of its name.
        document: The id of the document that speaks of it; of several, the least.

    >>> own_iri("https://example.org/kg/holm", "person", "court.txt")
    'https://example.org/kg/holm-54e184d7'
    """
    return f"{name}-{digest(type_, document)[:8]}"


def name_entities(candidates: Sequence[Candidate]) -> dict[int, str]:
    """An IRI for each, its name's where that tells enough.

    Of several that want one the most mentioned gets it. The others have their type appended; where
    that tells too little, an identifier; where they have none, a digest of the document.
    """
    given: dict[int, str] = {}
    wanting: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        if candidate.clear:
            wanting[candidate.name].append(candidate)
        else:
            given[candidate.number] = candidate.own
    taken = {*wanting, *given.values()}
    for name in sorted(wanting):
        first, *others = sorted(wanting[name], key=_rank)
        given[first.number] = name
        types = {first.type}
        for candidate in others:
            iri = _tell_apart(candidate, types)
            while iri in taken:
                iri = f"{iri}-{candidate.type}"
            taken.add(iri)
            types.add(candidate.type)
            given[candidate.number] = iri
    return given


def _rank(candidate: Candidate) -> tuple[bool, int, str, tuple[str, ...], str]:
    of = candidate
    return of.type == "other", -of.mentions, of.type, of.same_as, of.document


def _tell_apart(candidate: Candidate, types: set[EntityType]) -> str:
    if candidate.type not in types:
        return f"{candidate.name}-{candidate.type}"
    if candidate.same_as:
        return f"{candidate.name}-{slug(candidate.same_as[0].rstrip('/').rpartition('/')[2])}"
    return candidate.own
