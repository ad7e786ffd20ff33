"""Choosing a media type (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

ROWS = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)
TRIPLES = (
    "text/turtle",
    "application/n-triples",
    "application/rdf+xml",
    "application/ld+json",
)
_ALIASES = {
    "application/json": ROWS[0],
    "application/xml": ROWS[1],
    "text/xml": ROWS[1],
}
"""What else a media type for rows is asked by."""


def choose_type(accept: str, offered: Sequence[str]) -> str | None:
    """The media type that suits a client best; the first offered where all suit alike.

    Args:
        accept: Its ``Accept`` header; empty for anything.
        offered: In the order of our own preference.

    >>> choose_type("text/csv;q=0.5, application/*", ROWS)
    'application/sparql-results+json'
    """
    ranges = [_read_range(part) for part in accept.split(",")[:50] if part.strip()]
    if not ranges:
        return offered[0]
    best, chosen = 0.0, None
    for media in offered:
        quality = _rate(media, ranges)
        if quality > best:
            best, chosen = quality, media
    return chosen


def _read_range(part: str) -> tuple[str, float]:
    name, *parameters = (piece.strip().lower() for piece in part.split(";"))
    quality = 1.0
    for parameter in parameters:
        key, _, value = parameter.partition("=")
        if key == "q":
            try:
                quality = min(1.0, max(0.0, float(value)))
            except ValueError:
                quality = 0.0
    return name, quality


def _rate(media: str, ranges: Sequence[tuple[str, float]]) -> float:
    """The quality of the most specific range that fits."""
    kind = media.partition("/")[0]
    for fits in ({media}, {f"{kind}/*"}, {"*/*", "*"}):
        found = [quality for name, quality in ranges if name in fits]
        if found:
            return max(found)
    aliases = {name for name, meant in _ALIASES.items() if meant == media}
    return max((quality for name, quality in ranges if name in aliases), default=0.0)
