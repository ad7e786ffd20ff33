"""Examples to learn from: texts with the triples they state, one JSON object a line.

    {"text": "Ada Lovelace was born in London.",
     "triples": [["Ada Lovelace", "birthPlace", "London"]]}

A triple is a list of three or an object with ``subject``, ``relation`` and ``object``. An end is a
string, a span ``[start, end)`` of code points, or a list of the spans of all its mentions.
``annotated`` lists the parts of the text where what is not given is known to be false, each with
``start``, ``end`` and ``relations``; without it that is the whole text, for all relations.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from kgx.errors import ReadError
from kgx.learn.lines import read_lines

Span = tuple[int, int]

_PIECE = re.compile(r"\w+|[^\w\s]")
_MANY, _HARDLY = 50, 1.2
_BLANKS = r"\s*"
_LOOSE = {".": r"\.?", ",": ",?", "&": "(?:&|and)", "and": "(?:&|and)"}
_PLAIN = str.maketrans("–—−‐‑‘’“”", "-----''\"\"")


@dataclass(frozen=True, slots=True)
class Said:
    """An end of a triple: its string, and where in the text it stands.

    ``exact`` is True where the spans were given for this very triple: it holds between these
    mentions, and not only between the things they refer to.
    """

    text: str
    spans: tuple[Span, ...]
    exact: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """A triple that a text states."""

    subject: Said
    relation: str
    object: Said


@dataclass(frozen=True, slots=True)
class Scope:
    """A part of a text, ``[start, end)``, where all facts of these relations are given."""

    start: int
    end: int
    relations: frozenset[str]


@dataclass(frozen=True, slots=True)
class Example:
    """A text with its facts; ``scopes`` is None where the whole text was read for all relations."""

    id: str
    text: str
    facts: tuple[Fact, ...]
    scopes: tuple[Scope, ...] | None = None


def read_examples(path: str | Path) -> Iterator[Example]:
    """The examples of a JSONL file, plain or gzipped, lazily.

    Raises:
        ReadError: The file cannot be read or a line is no example; the message names the line.
    """
    for number, row in read_lines(Path(path)):
        yield _read_row(row, f"{path}, line {number}", str(number))


def merge_texts(examples: Iterable[Example]) -> list[Example]:
    """The examples, those of one text as one with the facts of all, in the order of the first:
    files with a triple a line give a text as often as it has triples."""
    found: dict[tuple[str, tuple[Scope, ...] | None], Example] = {}
    for example in examples:
        first = found.setdefault((example.text, example.scopes), example)
        if first is not example:
            facts = tuple(dict.fromkeys((*first.facts, *example.facts)))
            found[example.text, example.scopes] = replace(first, facts=facts)
    return list(found.values())


def seem_partial(examples: Sequence[Example]) -> bool:
    """True if examples seem to give some facts of their texts and not all: many texts, hardly one
    with two facts, none that was looked through in vain."""
    judged = [example for example in examples if example.scopes is None]
    facts = sum(len(example.facts) for example in judged)
    return (
        len(judged) >= _MANY
        and all(example.facts for example in judged)
        and facts < _HARDLY * len(judged)
    )


def open_scopes(examples: Iterable[Example]) -> list[Example]:
    """The examples, none read for all relations: what they do not give may yet be true."""
    return [replace(e, scopes=()) if e.scopes is None else e for e in examples]


def _read_row(row: Any, place: str, number: str) -> Example:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ReadError(f'{place}: an example is an object with a "text" and its "triples"')
    unknown = row.keys() - {"id", "text", "triples", "annotated"}
    if unknown:
        raise ReadError(
            f"{place}: unknown key {min(unknown)!r}; there are id, text, triples, annotated"
        )
    try:
        facts = tuple(_read_fact(row["text"], triple) for triple in row.get("triples", []))
        scopes = _read_scopes(row.get("annotated"))
    except (KeyError, TypeError, ValueError) as err:
        raise ReadError(f"{place}: {err}") from err
    return Example(str(row.get("id", number)), row["text"], facts, scopes)


def _read_fact(text: str, raw: Any) -> Fact:
    if isinstance(raw, dict):
        raw = [raw.get("subject"), raw.get("relation"), raw.get("object")]
    if not isinstance(raw, list) or len(raw) != 3 or not isinstance(raw[1], str) or not raw[1]:
        raise ValueError(f"a triple is [subject, relation, object], not {raw!r}")
    return Fact(_read_said(text, raw[0]), raw[1], _read_said(text, raw[2]))


def _read_said(text: str, raw: Any) -> Said:
    if isinstance(raw, str):
        return Said(raw, find_spans(text, raw))
    if isinstance(raw, list) and len(raw) == 2 and all(type(n) is int for n in raw):
        span = _check_span(text, raw)
        return Said(text[span[0] : span[1]], (span,), exact=True)
    if isinstance(raw, list) and raw and all(isinstance(s, list) and len(s) == 2 for s in raw):
        spans = tuple(_check_span(text, s) for s in raw)
        return Said(text[spans[0][0] : spans[0][1]], spans)
    raise ValueError(f"an end of a triple is a string, a span or a list of spans, not {raw!r}")


def _check_span(text: str, raw: Any) -> Span:
    start, end = raw
    if type(start) is not int or type(end) is not int or not 0 <= start < end <= len(text):
        raise ValueError(f"the span {raw!r} is not within the text of {len(text)} characters")
    return start, end


def _read_scopes(raw: Any) -> tuple[Scope, ...] | None:
    if raw is None:
        return None
    if not isinstance(raw, list):
        raise ValueError(f"annotated must be a list, not {raw!r}")
    return tuple(Scope(int(s["start"]), int(s["end"]), frozenset(s["relations"])) for s in raw)


def find_spans(text: str, said: str) -> tuple[Span, ...]:
    """Where a string stands in a text, as whole words, blanks aside: as it is written, else in any
    case, else without what encyclopedias put after a name in brackets to tell it from others, else
    without accents and with other dashes, full stops and commas, else without what follows a comma.

    >>> find_spans("Albany lies in Georgia.", "Georgia_(U.S._state)")
    ((15, 22),)
    >>> find_spans("Written by Jose R Munoz.", "José R. Muñoz")
    ((11, 23),)
    """
    name = said.replace("_", " ").strip().strip('"')
    short = re.sub(r"\s*\([^)]*\)$", "", name)
    loose = [_LOOSE.get(piece, re.escape(piece)) for piece in _PIECE.findall(_fold(short).lower())]
    return (
        _find_pieces(text, _escape(name), 0)
        or _find_pieces(text, _escape(name), re.IGNORECASE)
        or _find_pieces(text, _escape(short), re.IGNORECASE)
        or _find_pieces(_fold(text), loose, re.IGNORECASE)
        or _find_pieces(text, _escape(short.split(",")[0]), re.IGNORECASE)
    )


def _escape(name: str) -> list[str]:
    return [re.escape(piece) for piece in _PIECE.findall(name)]


def _find_pieces(text: str, pieces: list[str], flags: int) -> tuple[Span, ...]:
    if not pieces:
        return ()
    shape = re.compile(rf"(?<!\w){_BLANKS.join(pieces)}(?!\w)", flags)
    return tuple((m.start(), m.end()) for m in shape.finditer(text) if m.group())


def _fold(text: str) -> str:
    """A text of the same length without accents, its dashes and quotation marks plain."""
    plain = "".join(unicodedata.normalize("NFD", c)[0] for c in text)
    return plain.translate(_PLAIN)
