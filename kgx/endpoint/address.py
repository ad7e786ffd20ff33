"""The address of an endpoint. Apart from the client, which takes a while to import."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where to ask.

    Attributes:
        timeout: Seconds for one request, its answer and its retries included.
        retries: How often a request is sent again, while the endpoint is busy or out of reach.
    """

    url: str
    timeout: float = 60.0
    retries: int = 3


def is_endpoint(source: object) -> bool:
    """Whether this is the address of an endpoint.

    >>> is_endpoint("https://query.example/sparql"), is_endpoint("graph.ttl")
    (True, False)
    """
    return isinstance(source, str) and source.lower().startswith(("http://", "https://"))
