"""The most specific class of an anchor: ``City`` for a place the gazetteer knows."""

from __future__ import annotations

from collections.abc import Mapping

from kgx.annotate.learned.anchor import Anchor
from kgx.types import Entity


def kind_of(entities: Mapping[str, Entity], anchor: Anchor) -> str:
    """The last part of the first class IRI of an entity; the type for any other anchor."""
    entity = anchor.makes or (entities.get(anchor.iri) if anchor.iri is not None else None)
    if entity is None or not entity.types:
        return anchor.type
    return entity.types[0].rpartition("/")[2].rpartition("#")[2]
