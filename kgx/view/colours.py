"""One colour for each type of entity, in every picture."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "person": "#f9c784",
        "organization": "#9ecae9",
        "place": "#a8d8a0",
        "facility": "#cfe3a4",
        "product": "#f4a6a0",
        "work": "#d9b8e8",
        "event": "#f7e08b",
        "group": "#e8c9a8",
        "law": "#b7c4d9",
        "language": "#c7e8dc",
        "concept": "#e6e6e6",
        "other": "#d4d0c8",
        "literal": "#ffffff",
    }
)
"""By entity type, and for the values that are no entities ``literal``; light enough for black
words to be read on."""
