"""Runs of tags that are noun phrases and prepositional phrases, whatever the parse says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kgx.annotate.words.gazetteer import places_named
from kgx.annotate.words.wordlists import read_set
from kgx.records import quick

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

Kind = Literal["person", "organization", "place", "time", "number", "name", "common"]

_OF_LABEL: dict[str, Kind] = {
    **dict.fromkeys(["PERSON"], "person"),
    **dict.fromkeys(["ORG"], "organization"),
    **dict.fromkeys(["GPE", "LOC", "FAC", "NORP"], "place"),
    **dict.fromkeys(["DATE", "TIME"], "time"),
    **dict.fromkeys(["MONEY", "PERCENT", "QUANTITY", "CARDINAL"], "number"),
}
_INSIDE = frozenset({"JJ", "JJR", "JJS", "CD", "$", "NN", "NNS", "NNP", "NNPS", "POS", "HYPH"})
_OPENING = frozenset({"DT", "PDT", "PRP", "PRP$", "$"})
_ENDING = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "JJ"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD", "PRP"})
_PERSONAL = frozenset({"i", "he", "she", "they", "we", "him", "her", "them", "us"})
_NAMED = frozenset({"person", "organization", "place", "name"})


@quick
@dataclass(frozen=True, slots=True)
class Chunk:
    """A noun phrase with what follows it after "of", bare or after a preposition.

    Attributes:
        start, end: Tokens of the noun phrase, ``[start, end)``.
        head: Its head noun.
        prep: The preposition before it, None for a bare one.
        kind: What it seems to stand for.
    """

    start: int
    end: int
    head: int
    prep: int | None
    kind: Kind


def find_chunks(parse: Parse, labels: list[str], start: int, end: int) -> list[Chunk]:
    """The phrases that tokens ``[start, end)`` wholly divide into; none if they do not.

    Args:
        labels: For each token the OntoNotes label of the name it is in, "" outside.
    """
    found: list[Chunk] = []
    at = start
    while at < end:
        prep = at if parse.tag[at] in ("IN", "TO") and parse.dep[at] != "mark" else None
        first = at if prep is None else at + 1
        stop = _phrase_end(parse, first, end)
        while stop + 1 < end and parse.lower[stop] == "of" and stop > first:
            stop = max(stop, _phrase_end(parse, stop + 1, end))
        head = _head(parse, first, stop)
        if head is None:
            return []
        found.append(Chunk(first, stop, head, prep, _kind(parse, labels, first, head)))
        at = stop
    return found


def split_name(parse: Parse, labels: list[str], chunk: Chunk) -> list[Chunk]:
    """ "Jones silver", "her brother silver" and "Togo Benin" in two; any other chunk alone."""
    last = chunk.end - 1
    before = range(chunk.start, last)
    cut = _cut_nations(parse, chunk)
    if cut is not None:
        first = Chunk(chunk.start, cut, cut - 1, chunk.prep, "place")
        return [first, Chunk(cut, chunk.end, last, None, "place")]
    named = before and all(parse.tag[t] in ("NNP", "NNPS") for t in before)
    owned = len(before) == 2 and parse.tag[chunk.start] == "PRP$"
    related = owned and parse.lemma[last - 1].lower() in read_set("nouns.toml", "person")
    if not (named or related) or parse.tag[last] not in ("NN", "NNS"):
        return [chunk]
    name = Chunk(
        chunk.start, last, last - 1, chunk.prep, _kind(parse, labels, chunk.start, last - 1)
    )
    return [name, Chunk(last, chunk.end, last, None, _kind(parse, labels, last, last))]


def _cut_nations(parse: Parse, chunk: Chunk) -> int | None:
    """Where a run of names is two countries: "Togo | Benin", not "Papua New Guinea"."""
    run = range(chunk.start, chunk.end)
    if not 1 < len(run) <= 6 or any(parse.tag[t] not in ("NNP", "NNPS") for t in run):
        return None
    if is_nation(parse, chunk.start, chunk.end):
        return None
    cuts = range(chunk.start + 1, chunk.end)
    pairs = (c for c in cuts if is_nation(parse, chunk.start, c) and is_nation(parse, c, chunk.end))
    return next(pairs, None)


def is_nation(parse: Parse, start: int, end: int) -> bool:
    """True for the name of a country, and of nothing else."""
    places = places_named(" ".join(parse.text[start:end]))
    return bool(places) and places[0].kind == "country"


def kind_at(parse: Parse, labels: list[str], head: int) -> Kind:
    """What the phrase of a head seems to stand for."""
    return _kind(parse, labels, head, head)


def is_alike(one: Kind, other: Kind) -> bool:
    """True if two phrases could do the same in two clauses."""
    return one == other or ("name" in (one, other) and {one, other} <= _NAMED)


def is_named(kind: Kind) -> bool:
    """True for what a name or a noun for a person stands for."""
    return kind in _NAMED


def is_measure(kind: Kind) -> bool:
    """True for times and numbers, which nothing else parallels."""
    return kind in ("time", "number")


def _phrase_end(parse: Parse, start: int, end: int) -> int:
    """The end of the noun phrase that starts at a token; that token if none does."""
    at = start
    while at < end:
        tag = parse.tag[at]
        opens = tag in _OPENING or (tag == "CD" and _counts(parse, at, end))
        if at > start and opens and parse.tag[at - 1] in _ENDING:
            break
        hyphened = tag == "RB" and parse.tag[at + 1 : at + 2] == ["HYPH"]  # "far-right"
        if tag not in _INSIDE and tag not in _OPENING and not hyphened:
            break
        at += 1
    return at


def _counts(parse: Parse, number: int, end: int) -> bool:
    """True for the number of "8 percent" after a noun, not of "Flight 12"."""
    return number + 1 < end and parse.tag[number + 1] in ("NN", "NNS", "CD")


def _head(parse: Parse, start: int, end: int) -> int | None:
    of = next((t for t in range(start, end) if parse.lower[t] == "of"), end)
    nouns = [t for t in range(start, of) if parse.tag[t] in _NOUNS]
    if nouns:
        return nouns[-1]
    return of - 1 if of > start and parse.tag[of - 1] in ("JJ", "DT") else None


def _kind(parse: Parse, labels: list[str], start: int, head: int) -> Kind:
    known = _OF_LABEL.get(labels[head])
    if known is not None:
        return known
    if parse.lower[head] in _PERSONAL:
        return "person"
    if parse.tag[head] in ("NNP", "NNPS"):
        return "name"
    if parse.lemma[head].lower() in read_set("nouns.toml", "person"):
        return "person"
    return "number" if any(parse.tag[t] == "CD" for t in range(start, head + 1)) else "common"
