"""What a server gives each request."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of what one request may cost.

    Attributes:
        seconds: Of one query; then its process is ended.
        answer: Bytes of an answer.
        request: Bytes of a request's body; updates and graphs may have ``upload`` bytes.
        memory: Bytes that one query may take beyond what its process has at the start.
        waiting: Queries that wait for a free process; more are turned away.
    """

    seconds: float = 30.0
    answer: int = 64 << 20
    request: int = 256 << 10
    upload: int = 64 << 20
    memory: int = 2 << 30
    waiting: int = 200
