"""Names that go on beyond the model's span: legal forms, years, nicknames, teams."""

from __future__ import annotations

import re

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.clubs import with_club_word
from kgx.annotate.names.known_names import known_products
from kgx.annotate.names.words import Name, given_names, is_capitalised, words_in
from kgx.annotate.words.gazetteer import nation_of, places_named
from kgx.annotate.words.wordlists import read_set
from kgx.annotate.words.years import is_season, is_year

_OPENING, _CLOSING = frozenset('"“‘«'), frozenset('"”’»')
_DEVICE = re.compile(r"i[A-Z][A-Za-z]+")
_VERSION = re.compile(r"\d{1,2}[A-Z]{0,2}s?|\d{3}")
_MODEL = re.compile(r"[A-Z]{1,2}\d{1,2}")
_FIGURE = re.compile(r"\d{1,2}")
_LONG_FIGURE = re.compile(r"\d{1,4}")
_FIGURED = frozenset({"ORG", "PRODUCT", "LOC", "FAC", "WORK_OF_ART", "EVENT", ""})
_DASHES = frozenset("-–—/:%")
_TYPE_NUMBER = re.compile(r"\d{3}s?")
_MAKERS = frozenset({"ORG", "PRODUCT", "PERSON", ""})
_LONGEST_PLACE = 3
"""Words of a place that ends the name of a body, at most."""
_LONGEST_NUMBER = 4
"""Digits of the number that ends a name."""
_SHORTEST_BRANCH = 3
"""Words of the land that a branch is named by, with "in the", at least: one may be a mere place."""
_SYLLABLE = 6
"""Letters of a syllable of a given name, at most."""
_LONGEST_TEAM = 6
"""Words between a country and its team: Norway women's national under-21 football team."""


def complete_name(parse: Parse, name: Name) -> Name:
    """A name with what stands beside it and belongs to it."""
    for complete in (
        _with_legal_form,
        _with_article,
        _with_people,
        _with_team,
        _with_year,
        _with_number,
        _with_number_before,
        _with_version,
        _with_figure,
        _with_kind,
        _with_nickname,
        _with_syllable,
        _with_storm,
        _with_branch,
        _with_part_of_world,
        _with_reign,
        _with_place,
        _with_district,
        _with_field,
        with_club_word,
    ):
        longer = complete(parse, name)
        if longer is not None:
            return longer
    return name


def _with_legal_form(parse: Parse, name: Name) -> Name | None:
    """The mark of a legal form or generation, or "family"."""
    end, size = name.end, len(parse)
    legal = read_set("coreference.toml", "legal", "generations")
    comma = end + 1 < size and parse.text[end] == ","
    if comma and parse.text[end + 1] in words_in("suffixes"):
        return Name(name.start, end + 2, name.label, name.title)
    for length in (1, 3):
        if "".join(parse.text[end : end + length]) in legal:
            return Name(name.start, end + length, name.label, name.title)
    if end < size and parse.lower[end] == "family" and parse.head[end - 1] == end:
        return Name(name.start, end + 1, "NORP")
    return None


def _with_article(parse: Parse, name: Name) -> Name | None:
    """The article or the nationality that is part of a place's name: *The* Hague, *French*
    Guiana."""
    before = name.start - 1
    if before < parse.sent[name.start]:
        return None
    if parse.text[before] != "The" and nation_of(parse.text[before]) is None:
        return None
    whole = " ".join(parse.text[before : name.end])
    return (
        Name(before, name.end, "GPE") if any(p.name == whole for p in places_named(whole)) else None
    )


def _with_people(parse: Parse, name: Name) -> Name | None:
    """A republic with the people whose it says it is: the *People's* Republic of China."""
    before = name.start - 2
    if before < parse.sent[name.start] or parse.text[name.start] not in ("Republic", "Democratic"):
        return None
    owned = parse.text[before] == "People" and parse.text[before + 1] in ("'s", "’s")
    return Name(before, name.end, name.label) if owned else None


def _with_team(parse: Parse, name: Name) -> Name | None:
    """A country's team: Norway national football team, Norway women's handball team."""
    word = " ".join(parse.text[name.start : name.end])
    words = parse.lower[name.end : min(name.end + _LONGEST_TEAM, parse.sent_end[name.start])]
    placed = bool(places_named(word))
    told = "national" in words[:3] and (placed or nation_of(word) is not None)
    if not told and not (placed and words[:1] in (["women"], ["men"])):
        return None
    last = next((i for i, w in enumerate(words) if w in words_in("teams")), None)
    return None if last is None else Name(name.start, name.end + last + 1, "ORG")


def _with_year(parse: Parse, name: Name) -> Name | None:
    """The year of an event: 2012 Harbour Games."""
    before = name.start - 1
    is_event = parse.text[name.end - 1] in words_in("event_heads")
    if not is_event or before < parse.sent[name.start]:
        return None
    if not is_year(parse.text[before]) and not is_season(parse.text[before]):
        return None
    return Name(before, name.end, "EVENT")


def _with_number(parse: Parse, name: Name) -> Name | None:
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


def _with_number_before(parse: Parse, name: Name) -> Name | None:
    """The number of a unit before it: *No. 214* Squadron."""
    digits, first = name.start - 1, parse.text[name.start]
    unit = first in words_in("numbered") or parse.text[name.end - 1] in words_in("numbered")
    if not unit or digits <= parse.sent[name.start] or not parse.text[digits].isdigit():
        return None
    mark = digits - 1
    start = mark - (parse.text[mark] == ".")
    numbered = parse.text[start] in ("No", "No.")
    return Name(start, name.end, name.label) if numbered else None


def _with_figure(parse: Parse, name: Name) -> Name | None:
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


def _with_kind(parse: Parse, name: Name) -> Name | None:
    """The word for what it is that a product's name ends in: Norvik *OS*."""
    end = name.end
    kind = parse.text[end] if end < parse.sent_end[name.start] else ""
    tied = parse.dep[end - 1] == "compound" and parse.head[end - 1] == end
    fits = kind in words_in("product_heads") and name.label in _MAKERS
    return Name(name.start, end + 1, "PRODUCT") if fits and tied else None


def _with_version(parse: Parse, name: Name) -> Name | None:
    """The version of a known product or a device, or the model of a maker: iPhone 4, Windows 7,
    Tessaro E1."""
    end = name.end
    maker = name.label in _MAKERS and end - name.start == 1
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


def _with_nickname(parse: Parse, name: Name) -> Name | None:
    """A person's nickname between given name and surname: Karl “Kalle” Moen."""
    end = name.end
    inner = parse.text[end : end + 4]
    if name.label != "PERSON" or len(inner) < 4 or parse.sent_end[name.start] < end + 4:
        return None
    quoted = inner[0] in _OPENING and inner[2] in _CLOSING
    if not quoted or not is_capitalised(inner[1]) or not is_capitalised(inner[3]):
        return None
    return Name(name.start, end + 4, "PERSON", name.title)


def _with_syllable(parse: Parse, name: Name) -> Name | None:
    """The rest of a given name that the tokenizer cuts at its hyphen: Han Min-*seo*."""
    end, last = name.end, parse.text[name.end - 1]
    hyphen, rest = (*parse.text[end : end + 2], "", "")[:2]
    if name.label not in ("PERSON", "") or end - name.start < 2 or hyphen != "-":
        return None
    small = rest.isalpha() and rest.islower() and rest not in words_in("hyphened")
    tied = parse.dep[end - 1] == "compound" and parse.head[end - 1] == end + 1
    tied = tied or len(set(parse.head[end - 1 : end + 2])) == 1  # a lost parser
    if not (small and tied and max(len(last), len(rest)) <= _SYLLABLE):
        return None
    return Name(name.start, end + 2, "PERSON", name.title)


def _with_storm(parse: Parse, name: Name) -> Name | None:
    """What a storm or an operation is called, with the word for it: *Storm* Ingrid."""
    before = name.start - 1
    if name.end - name.start > 1 or before < parse.sent[name.start]:
        return None
    led = parse.text[before] in words_in("leading_events") and parse.dep[before] == "compound"
    return Name(before, name.end, "EVENT") if led else None


def _with_part_of_world(parse: Parse, name: Name) -> Name | None:
    """A people of a part of the world, which is no country's: *South* American."""
    before, word = name.start - 1, parse.text[name.start]
    if name.end - name.start > 1 or before < parse.sent[name.start]:
        return None
    whole = f"{parse.text[before]} {word}"
    part = word in words_in("continental") or word == "Americans"
    if not part or parse.text[before] not in words_in("parts_of_world"):
        return None
    return None if nation_of(whole) else Name(before, name.end, "NORP")


def _with_branch(parse: Parse, name: Name) -> Name | None:
    """A group with the land that its branch is named by: Al-Qaeda *in the Arabian Peninsula*."""
    at, last = name.end, parse.sent_end[name.start]
    group = " ".join(parse.text[name.start : at]).replace(" - ", "-")
    if group not in words_in("branched") or parse.lower[at : at + 2] != ["in", "the"]:
        return None
    end = at + 2
    while end < last and is_capitalised(parse.text[end]):
        end += 1
    return Name(name.start, end, "ORG") if end - at > _SHORTEST_BRANCH else None


def _with_reign(parse: Parse, name: Name) -> Name | None:
    """The number of a ruler who is the first of a name: Aldric *I* ruled; not who says "I"."""
    end = name.end
    if parse.text[end : end + 1] != ["I"] or parse.sent_end[name.start] <= end:
        return None
    ruler = name.title or parse.text[name.start - 1] in words_in("royal_titles")
    given = not name.label and parse.lower[end - 1] in given_names()
    speaks = end + 1 < len(parse) and parse.tag[end + 1] in ("VBP", "MD")
    single = end - name.start == 1 or parse.text[name.start] in words_in("titles")
    if speaks or not single or not (ruler or given or name.label == "PERSON"):
        return None
    return Name(name.start, end + 1, "PERSON", name.title)


def _with_place(parse: Parse, name: Name) -> Name | None:
    """The places that a body's name ends in without a comma: Food Watch Norland *Elvania*."""
    end = name.end
    if name.label != "ORG" or end - name.start < 2 or end >= parse.sent_end[name.start]:
        return None
    if parse.text[end][:1].islower() or parse.text[end] in ("(", ",", "'s", "’s"):
        return None
    for size in range(min(_LONGEST_PLACE, parse.sent_end[end] - end), 0, -1):
        ties = parse.dep[end - 1] == "compound" and parse.head[end - 1] == end + size - 1
        if ties and places_named(" ".join(parse.text[end : end + size])):
            return Name(name.start, end + size, "ORG")
    return None


def _with_district(parse: Parse, name: Name) -> Name | None:
    """What a comma sets apart in a town's full name: Washington, *D.C.*"""
    end = name.end + 2
    known = end <= parse.sent_end[name.start] and is_place_in_full(parse, name.start, end)
    return Name(name.start, end, name.label or "GPE") if known else None


def is_place_in_full(parse: Parse, start: int, end: int) -> bool:
    """True for one name of a place with a comma in it: Washington, D.C."""
    inside = "," in parse.text[start:end]
    return inside and bool(places_named(" ".join(parse.text[start:end]).replace(" ,", ",")))


def _with_field(parse: Parse, name: Name) -> Name | None:
    """What a prize is for: Harbour Prize *in Literature*, Harbour Medal *for Physiology or
    Medicine*."""
    at, last = name.end, parse.sent_end[name.start]
    prize = parse.text[at - 1] in words_in("prizes") and at - name.start > 1
    if not prize or at + 1 >= last or parse.text[at] not in ("in", "for"):
        return None
    end = at + 1
    while end < last and (is_capitalised(parse.text[end]) or parse.text[end] in ("and", "or", "-")):
        end += 1
    field = parse.text[end - 1] in words_in("prize_fields")
    return Name(name.start, end, "MISC") if field else None
