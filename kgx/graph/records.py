"""What the graph keeps on its edges and beside its nodes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from kgx.types import Claim, Modality, Polarity

EventRole = Literal[
    "agent",
    "theme",
    "recipient",
    "attribute",
    "place",
    "time",
    "manner",
    "cause",
    "purpose",
    "instrument",
    "source",
    "target",
    "amount",
    "topic",
    "participant",
]


@dataclass(frozen=True, slots=True)
class Source:
    """A document without its text; ``iri`` is the name of its graph."""

    id: str
    iri: str
    title: str | None = None
    date: str | None = None
    url: str | None = None

    @property
    def base(self) -> str:
        """What its IRI and those of its claims begin with."""
        return self.iri.rpartition("document/")[0]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A claim, the document that makes it, and the IRI of the event it is part of, if any."""

    claim: Claim
    document: Source
    event: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Participant:
    """Who or what takes part in an event: an entity's IRI, or a value with its datatype."""

    role: EventRole
    entity: str = ""
    value: str = ""
    datatype: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """What a proposition tells of that binary claims do not hold, with its standing.

    ``start`` and ``end`` are the proposition's, in code points, ``[start, end)``.
    """

    id: str
    label: str
    document: Source
    start: int
    end: int
    participants: tuple[Participant, ...]
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    attributed_to: str | None = None
    confidence: float = 1.0
