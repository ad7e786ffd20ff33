"""Requests of the SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl

from starlette.requests import Request

_FORM = "application/x-www-form-urlencoded"
_DIRECT = {"application/sparql-query": "query", "application/sparql-update": "update"}


class BadRequestError(Exception):
    """A request that is not as it should be: a status of HTTP and one line."""

    def __init__(self, status: int, message: str) -> None:
        super().__init__(message)
        self.status, self.message = status, message


@dataclass(frozen=True, slots=True)
class Operation:
    """A query or an update.

    Attributes:
        default, named: The graphs that the request names; None where it names none.
    """

    kind: Literal["query", "update"]
    text: str
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None


async def read_body(request: Request, limit: int) -> bytes:
    """The body of a request.

    Raises:
        BadRequestError: It is larger than ``limit`` bytes.
    """
    told = request.headers.get("content-length", "0")
    if not told.isdigit() or int(told) > limit:
        raise BadRequestError(413, f"a request has at most {limit:,} bytes")
    pieces, size = [], 0
    async for piece in request.stream():
        size += len(piece)
        if size > limit:
            raise BadRequestError(413, f"a request has at most {limit:,} bytes")
        pieces.append(piece)
    return b"".join(pieces)


async def read_operation(request: Request, limits: tuple[int, int]) -> Operation | None:
    """What a request asks for; None for a GET that asks for nothing.

    Args:
        request: To the endpoint.
        limits: Bytes of a query, and of an update.

    Raises:
        BadRequestError: It is no request of the protocol.
    """
    pairs = parse_qsl(request.url.query, keep_blank_values=True)
    if request.method in ("GET", "HEAD"):
        if any(key == "update" for key, _ in pairs):
            raise BadRequestError(400, "updates are posted")
        if not any(key == "query" for key, _ in pairs):
            return None
        return _read_pairs(pairs)
    media = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = _decode(request, await read_body(request, max(limits)))
    operation = _read_post(media, pairs, body)
    bound = limits[0] if operation.kind == "query" else limits[1]
    if len(operation.text.encode()) > bound:
        raise BadRequestError(413, f"a {operation.kind} has at most {bound:,} bytes")
    return operation


def _read_post(media: str, pairs: list[tuple[str, str]], body: str) -> Operation:
    if media == _FORM:
        return _read_pairs(parse_qsl(body, keep_blank_values=True) + pairs)
    if media in _DIRECT:
        return _read_pairs([*pairs, (_DIRECT[media], body)])
    raise BadRequestError(
        415, f"a POST is {_FORM}, application/sparql-query or application/sparql-update"
    )


def _decode(request: Request, body: bytes) -> str:
    kind = request.headers.get("content-type", "").lower().replace(" ", "").replace('"', "")
    charset = kind.partition("charset=")[2].partition(";")[0] or "utf-8"
    if charset not in ("utf-8", "utf8", "us-ascii"):
        raise BadRequestError(415, "SPARQL is UTF-8")
    try:
        return body.decode()
    except UnicodeDecodeError as err:
        raise BadRequestError(400, f"SPARQL is UTF-8: {err.reason} at byte {err.start}") from err


def _read_pairs(pairs: list[tuple[str, str]]) -> Operation:
    queries = [value for key, value in pairs if key == "query"]
    updates = [value for key, value in pairs if key == "update"]
    if len(queries) + len(updates) != 1:
        raise BadRequestError(400, "a request has one query or one update")
    kind: Literal["query", "update"] = "query" if queries else "update"
    keys = ("default-graph-uri", "named-graph-uri")
    if kind == "update":
        keys = ("using-graph-uri", "using-named-graph-uri")
    default, named = (tuple(value for key, value in pairs if key == name) for name in keys)
    if not default and not named:
        return Operation(kind, (queries or updates)[0])
    return Operation(kind, (queries or updates)[0], default, named)
