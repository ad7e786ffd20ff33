"""Messages between the server and the processes that work for it: JSON, then bytes."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field
from typing import BinaryIO, TypeAlias

import msgspec

HEAD = struct.Struct(">II")
"""The lengths of the JSON and of the bytes."""


@dataclass(frozen=True, slots=True)
class Task:
    """A query to answer.

    Attributes:
        rows: The media type for solutions and truth values, None if none is acceptable.
        triples: The same for triples.
        prefixes: Prefix to namespace, which the query need not declare.
        default: IRIs of the graphs that are its default graph; all of them if None.
        named: IRIs of the graphs that ``GRAPH`` finds; all of them if None.
    """

    sparql: str
    rows: str | None = "application/sparql-results+json"
    triples: str | None = "application/n-triples"
    prefixes: dict[str, str] = field(default_factory=dict)
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """How it went: a status of HTTP; the media type of the bytes, or a message where it failed."""

    status: int
    media_type: str = ""
    message: str = ""


Message: TypeAlias = Task | Reply


def pack(message: Message, data: bytes = b"") -> bytes:
    """A message as bytes."""
    head = msgspec.json.encode(message)
    return HEAD.pack(len(head), len(data)) + head + data


def read_task(file: BinaryIO) -> Task | None:
    """The next task; None where there are no more."""
    start = file.read(HEAD.size)
    if len(start) < HEAD.size:
        return None
    length, _ = HEAD.unpack(start)
    return msgspec.json.decode(file.read(length), type=Task)
