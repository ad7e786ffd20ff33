"""Roads that a number tells apart: the M4 motorway, Interstate 95."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.roads import find_roads
from kgx.annotate.names.search import Search
from kgx.annotate.names.words import Name


def find_road_names(search: Search) -> Iterator[Name]:
    """Roads by their numbers; in a title a capital says nothing."""
    spans = find_roads(search.parse)
    return (Name(start, end, "FAC") for start, end in spans if not search.titled[start])
