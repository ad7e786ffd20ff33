"""Numbers that belong to names: years of events, numbers of units and flights, versions."""

from __future__ import annotations

import re

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.scores import has_points
from kgx.annotate.names.known_names import known_products
from kgx.annotate.names.words import MAKERS, Name, is_capitalised, words_in
from kgx.annotate.words.wordlists import read_set
from kgx.annotate.words.years import is_season, is_year

_DEVICE = re.compile(r"i[A-Z][A-Za-z]+")
_VERSION = re.compile(r"\d{1,2}[A-Z]{0,2}s?|\d{3}")
_MODEL = re.compile(r"[A-Z]{1,2}\d{1,2}")
_FIGURE = re.compile(r"\d{1,2}")
_LONG_FIGURE = re.compile(r"\d{1,4}")
_TYPE_NUMBER = re.compile(r"\d{3}s?")
_FIGURED = frozenset({"ORG", "PRODUCT", "LOC", "FAC", "WORK_OF_ART", "EVENT", ""})
_DASHES = frozenset([*"-–—/:%", "per"])
"""What goes on with a figure: dashes, and what makes a share of it, "58 *per* cent"."""
_LONGEST_NUMBER = 4
"""Digits of the number that ends a name."""


def with_year(parse: Parse, name: Name) -> Name | None:
    """The year of an event: 2012 Harbour Games."""
    before = name.start - 1
    is_event = parse.text[name.end - 1] in words_in("event_heads")
    if not is_event or before < parse.sent[name.start]:
        return None
    if not is_year(parse.text[before]) and not is_season(parse.text[before]):
        return None
    return Name(before, name.end, "EVENT")


def with_number(parse: Parse, name: Name) -> Name | None:
    """The number of a unit, a flight, a road: Orbis Air Flight 12."""
    end = name.end
    word = parse.text[end - 1]
    numbered = word in words_in("numbered") and (
        end - name.start > 1 or word in words_in("facility_heads")
    )
    if not numbered or end >= parse.sent_end[name.start]:
        return None
    digits = parse.text[end]
    counts = end + 1 < len(parse) and parse.tag[end + 1] == "NNS"
    if not digits.isdigit() or len(digits) > _LONGEST_NUMBER or counts:
        return None
    return Name(name.start, end + 1, name.label, name.title)


def with_number_before(parse: Parse, name: Name) -> Name | None:
    """The number of a unit before it: *No. 214* Squadron."""
    digits, first = name.start - 1, parse.text[name.start]
    unit = first in words_in("numbered") or parse.text[name.end - 1] in words_in("numbered")
    if not unit or digits <= parse.sent[name.start] or not parse.text[digits].isdigit():
        return None
    mark = digits - 1
    start = mark - (parse.text[mark] == ".")
    numbered = parse.text[start] in ("No", "No.")
    return Name(start, name.end, name.label) if numbered else None


def with_figure(parse: Parse, name: Name) -> Name | None:
    """The figure that tells one thing from others of its kind: the Zephyr *9*, Polar *2*; after an
    article also a long one: the Zephyr *500*."""
    end = name.end
    dated = parse.text[end - 1] in words_in("days", "calendar", "not_names")
    figured = name.label in _FIGURED or (name.label == "PERSON" and end - name.start == 1)
    led = end - name.start == 1 and parse.lower[name.start - 1] == "the"
    figure = _LONG_FIGURE if led and name.label != "NORP" else _FIGURE
    if dated or not figured or end >= parse.sent_end[name.start]:
        return None
    tied = parse.dep[end] == "nummod" and parse.head[end] == end - 1
    if _is_of_kind(parse, name):
        return Name(name.start, end + 1, "PRODUCT")
    if not tied or not figure.fullmatch(parse.text[end]) or not _ends_phrase(parse, end + 1):
        return None
    if has_points(parse.text, end):
        return None  # "Halden Town 3, Lund Rovers 1"
    return Name(name.start, end + 1, name.label, name.title)


def _is_of_kind(parse: Parse, name: Name) -> bool:
    """True for a name with a figure before one thing that is so called: the *Ibis* 2 rocket."""
    kind = name.end + 1
    heads = parse.head[name.end - 1 : kind] == [kind, kind] and parse.tag[kind] == "NN"
    known = heads and parse.lemma[kind] in read_set("nouns.toml", "product")
    return known and _FIGURE.fullmatch(parse.text[name.end]) is not None


def _ends_phrase(parse: Parse, after: int) -> bool:
    """True where a noun phrase is over: no noun or figure goes on with it, nor a score."""
    if after >= len(parse):
        return True
    word = parse.text[after]
    return parse.pos[after] not in ("NOUN", "PROPN", "NUM", "ADJ", "SYM") and word not in _DASHES


def with_version(parse: Parse, name: Name) -> Name | None:
    """The version of a known product or a device, or the model of a maker: iPhone 4, Windows 7,
    Tessaro E1."""
    end = name.end
    maker = name.label in MAKERS and end - name.start == 1
    if maker and _is_model(parse, end) and parse.head[end - 1] == end:
        return Name(name.start, end + 1, "PRODUCT")
    words = parse.text[name.start : end]
    if words[-1] in words_in("numbering_makers") and (last := _end_of_type(parse, end)):
        return Name(name.start, last, "PRODUCT")
    known = " ".join(words) in known_products() or _DEVICE.fullmatch(words[-1])
    if not known or end >= parse.sent_end[name.start] or not _VERSION.fullmatch(parse.text[end]):
        return None
    return Name(name.start, end + 1, "PRODUCT")


def _end_of_type(parse: Parse, number: int) -> int:
    """Where the number of an airliner or a car ends, with its variant, "Boeing *737-800*", "Boeing
    *787 Dreamliner*"; 0 for one that counts something."""
    last = parse.sent_end[number - 1]
    if number >= last or not _TYPE_NUMBER.fullmatch(parse.text[number]):
        return 0
    end = number + 1
    if end + 1 < last and parse.text[end] == "-" and parse.text[end + 1][:1].isdigit():
        end += 2
    if end < last and parse.tag[end] in ("NNS", "JJ"):
        return 0
    return end + (end < last and is_capitalised(parse.text[end]))


def _is_model(parse: Parse, token: int) -> bool:
    """True for a letter or two with a number."""
    word = parse.text[token] if token < len(parse) else ""
    return _MODEL.fullmatch(word) is not None and word not in words_in("not_designations")
