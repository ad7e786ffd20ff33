"""One anchor."""

from __future__ import annotations

from dataclasses import dataclass

from kgx.records import quick
from kgx.types import Entity


@quick
@dataclass(frozen=True, slots=True)
class Anchor:
    """A span of tokens ``[start, end)`` that can be an end of a claim.

    Attributes:
        type: An entity's coarse type; ``date`` or ``number`` for a literal.
        form: ``name``, ``nominal``, ``pronoun``, ``relative``, ``nationality`` or ``literal``; of
            the spans of `kgx.annotate.learned.spans`, ``run``, ``title``, ``quote``, ``opening``,
            ``phrase`` or ``office``.
        key: What two anchors of the same thing share: an entity's IRI or a literal's value.
        iri: None for a literal.
        makes: The entity it stands for where the doc has none of it yet: the country of a
            nationality, a person without a name.
        also: The other tokens that are pronouns for that person.
    """

    start: int
    end: int
    head: int
    type: str
    form: str
    key: str
    iri: str | None
    value: str | None = None
    datatype: str | None = None
    makes: Entity | None = None
    also: tuple[int, ...] = ()
