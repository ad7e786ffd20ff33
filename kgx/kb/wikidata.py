"""Items from a Wikidata JSON dump: an array with one entity a line, packed or not, as a stream.

https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html describes it. Only what an index
needs is decoded. How many Wikipedias have a page on a thing is how popular it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from kgx.errors import ReadError
from kgx.kb.files import read_lines
from kgx.kb.item import Item

ENTITY = "http://www.wikidata.org/entity/"

_OTHER_LANGUAGE = "mul"  # labels for all languages


@dataclass(frozen=True, slots=True)
class Subclass:
    """That one class is a subclass of another, both as IRIs."""

    child: str
    parent: str


class _Text(msgspec.Struct):
    value: str


class _Id(msgspec.Struct):
    id: str = ""


class _Value(msgspec.Struct):
    value: _Id


class _Snak(msgspec.Struct):
    datavalue: _Value | None = None


class _Statement(msgspec.Struct):
    mainsnak: _Snak
    rank: str = "normal"


class _Claims(msgspec.Struct):
    P31: list[_Statement] = []
    P279: list[_Statement] = []


def read_dump(path: Path, language: str = "en") -> Iterator[tuple[int, Item | Subclass]]:
    """The items with a label in a language, and which classes are below which, with their lines.

    Raises:
        ReadError: The file or a line cannot be read; names the line.
    """
    decode = msgspec.json.Decoder(_make_entity(language)).decode
    for number, line in read_lines(path):
        text = line.strip().rstrip(b",").strip(b"\xef\xbb\xbf")
        if text in (b"", b"[", b"]"):
            continue
        try:
            entity = decode(text)
        except (msgspec.DecodeError, UnicodeError) as err:
            raise ReadError(f"{path}, line {number}: no entity of Wikidata: {err}") from err
        for found in _read_entity(entity):
            yield number, found


@cache
def _make_entity(language: str) -> Any:
    """The type of an entity; a map without entries is an empty list in dumps."""

    def texts(kind: Any, default: Any) -> Any:
        names = (language, _OTHER_LANGUAGE)
        fields = [(f"in_{n}", kind | None if default is None else kind, default) for n in names]
        keys = {f"in_{name}": name for name in names}
        return msgspec.defstruct("Texts", fields, rename=keys)

    one, many = texts(_Text, None), texts(list[_Text], ())
    return msgspec.defstruct(
        "Entity",
        [
            ("id", str),
            ("type", str, "item"),
            ("labels", one | list[Any], []),
            ("descriptions", one | list[Any], []),
            ("aliases", many | list[Any], []),
            ("claims", _Claims | list[Any], []),
            ("sitelinks", dict[str, msgspec.Raw] | list[Any], []),
        ],
    )


def _read_entity(entity: Any) -> Iterator[Item | Subclass]:
    claims = entity.claims if isinstance(entity.claims, _Claims) else _Claims()
    id_ = ENTITY + entity.id
    for parent in _targets(claims.P279):
        yield Subclass(id_, parent)
    label = _first(entity.labels)
    if entity.type == "item" and label:
        yield Item(
            id=id_,
            label=label,
            types=tuple(_targets(claims.P31)),
            aliases=tuple(text.value for group in _all(entity.aliases) for text in group),
            description=_first(entity.descriptions),
            popularity=float(len(entity.sitelinks)),
        )


def _targets(statements: list[_Statement]) -> Iterator[str]:
    for statement in statements:
        value = statement.mainsnak.datavalue
        if value is not None and value.value.id and statement.rank != "deprecated":
            yield ENTITY + value.value.id


def _all(texts: Any) -> list[Any]:
    if isinstance(texts, list):
        return []
    return [found for name in texts.__struct_fields__ if (found := getattr(texts, name))]


def _first(texts: Any) -> str:
    return next((str(text.value) for text in _all(texts)), "")
