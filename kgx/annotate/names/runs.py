"""Names found by capitals: runs that their own words show to be one name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import takewhile

from kgx.annotate.grammar.dated import is_day_apart
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.evidence import company_evidence
from kgx.annotate.names.known_names import known_as
from kgx.annotate.names.offices import tells_holder
from kgx.annotate.names.search import Search
from kgx.annotate.names.trims import is_prefixed
from kgx.annotate.names.words import CLOSED, Name, is_capitalised, words_in
from kgx.annotate.words.gazetteer import nation_of, places_named
from kgx.annotate.words.noun_kinds import is_noun
from kgx.annotate.words.wordlists import read_lists, read_set

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_GOING_ON = ("takes_of", "takes_on", "nobles")
_POSSESSIVE = ("'s", "’s", "'", "’")


def find_runs(search: Search) -> Iterator[Name]:
    """Runs of capitalised words that their own words show to be one name: they end with a head
    word such as Group, or hold one before ``of``."""
    parse = search.parse
    for run in _runs(parse, search.titled):
        start, end = _trim_run(parse, *run)
        if end - start < 2 or not _has_head(parse, start, end):
            continue
        if parse.lower[start] in words_in("leaders") or tells_holder(parse, start, end):
            start += 1 + (parse.text[start + 1] == "-")  # Ex-Norvik
        if end - start > 1 and parse.text[start] not in _POSSESSIVE:
            yield Name(start, end, "")


def _runs(parse: Parse, titled: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words whose shape says that they are one name: joined by ``of``, ``&``,
    an apostrophe, or by nothing."""
    size, start = len(parse), 0
    while start < size:
        if titled[start] or not _opens_run(parse.text[start]) or is_prefixed(parse, start):
            start += 1
            continue
        end, body = start + 1, False
        while end < size and parse.sent[end] == parse.sent[start]:
            of = _step_of(parse, end) or _step_field(parse, end)
            step = of or _step_on(parse, start, end, body=body)
            if not step:
                break
            body = body or of > 0
            end += step
        yield start, end
        start = end


@lru_cache(maxsize=16384)
def _opens_run(word: str) -> bool:
    return is_capitalised(word) or (word[0].isdigit() and bool(_ORDINAL.fullmatch(word)))


def _step_of(parse: Parse, at: int) -> int:
    """How many tokens of a run go on with what a body is of: Ministry *of the Interior*; 0 for
    none."""
    text = parse.text
    if text[at] not in ("of", "for") or text[at - 1] not in words_in("takes_of", "nobles"):
        return 0
    if text[at] == "for" and text[at - 1] in words_in("seats"):
        return 0  # Member of Parliament for Torbay
    step = 2 if parse.lower[at + 1 : at + 2] == ["the"] and at + 2 < len(text) else 1
    return step + 1 if is_capitalised(text[min(at + step, len(text) - 1)]) else 0


def _step_field(parse: Parse, on: int) -> int:
    """How many tokens of a run go on with what a body is on: Council *on Foreign* Relations; 0 for
    none, as before a day, a place and a firm that it decides on."""
    if parse.text[on] != "on" or parse.text[on - 1] not in words_in("takes_on"):
        return 0
    field = "".join(parse.text[on + 1 : on + 2])
    dated = field in words_in("days", "calendar")
    known = nation_of(field) or places_named(field) or "ORG" in company_evidence((field,))
    return 2 if is_capitalised(field) and not dated and not known else 0


def _step_on(parse: Parse, start: int, at: int, *, body: bool) -> int:
    """How many tokens go on with a run that begins at ``start``; 0 where it ends.

    Args:
        body: Whether it says what a body is of.
    """
    text, word = parse.text, parse.text[at]
    if is_capitalised(word) and parse.pos[at] not in ("PRON", "DET"):
        return 1
    leads = at + 1 < len(text) and is_capitalised(text[at + 1])
    co = text[at - 1 : at + 1] == ["Co", "-"] and parse.lower[at + 1] in words_in("after_co")
    if co or (leads and (word == "&" or _is_tied(parse, at) or _joins(parse, at))):
        return 2
    if word == "and" and ((body and _closes_body(parse, start, at)) or _share_body(parse, at)):
        return 2
    plural = leads and word in ("'", "’") and text[at - 1].endswith("s")
    return 2 if plural and _is_plural_noun(parse, at - 1) else 0


def _joins(parse: Parse, token: int) -> bool:
    """True for what a name holds between two capitals: the "'s" of a plural without "s"
    (Fishermen's Union), of a saint (St. Olaf's Church), a shore or a house (Hale's Brewery), a
    particle after another one."""
    before, word = parse.lower[token - 1], parse.lower[token]
    if word in ("'s", "’s"):
        saint = token > 1 and parse.text[token - 2] in words_in("leading_towns")
        named = _ends_as_body(parse, token + 1)
        plural = before.endswith(read_lists("nouns.toml")["plural_ends"])
        return plural or (saint and named) or _is_shore(parse, token) or _is_house(parse, token)
    if word in ("bin", "ibn"):
        return parse.pos[token - 1] == "PROPN"
    return word in words_in("particles") and before in words_in("particles")


def _ends_as_body(parse: Parse, first: int) -> bool:
    """True where one to three capitals end as the names of bodies and of what is built do: St.
    Olaf's *Catholic Primary School*."""
    heads = words_in("organization_heads", "facility_heads")
    words = parse.text[first : min(first + 3, parse.sent_end[first])]
    capitals = list(takewhile(is_capitalised, words))
    return any(word in heads for word in capitals)


def _is_shore(parse: Parse, token: int) -> bool:
    """True for the "'s" of a bay that is called after somebody, and a body after it in turn."""
    body = not words_in("organization_heads").isdisjoint(parse.text[token + 2 : token + 3])
    shore = parse.text[token + 1] in words_in("shores")
    return body and shore and not places_named(parse.text[token - 1])


def _is_house(parse: Parse, token: int) -> bool:
    """True for the "'s" of a firm that is called after one word for its owner: Hale's *Brewery*."""
    owner = parse.text[token - 1]
    alone = (
        token == 1
        or not is_capitalised(parse.text[token - 2])
        or parse.sent[token - 1] == token - 1
    )
    known = places_named(owner) or nation_of(owner) or "ORG" in company_evidence((owner,))
    return parse.text[token + 1] in words_in("houses") and alone and not known


def _closes_body(parse: Parse, start: int, end: int) -> bool:
    """True where ``and`` goes on with the field of a body or with whom it unites: Ministry of Trade
    and Industry, Union of Bakers and Millers."""
    after = end + 1
    united = all(parse.lower[t].endswith("s") for t in (end - 1, after) if t < len(parse))
    bodies = words_in("fields", "unions") if united else words_in("fields")
    held = any(parse.text[i] in bodies for i in range(start, end))
    return (
        (held or _is_for_both(parse, start, end))
        and after < len(parse)
        and is_capitalised(parse.text[after])
        and not places_named(parse.text[after])
        and _is_tied_back(parse, start, after)
    )


def _is_tied_back(parse: Parse, start: int, after: int) -> bool:
    """True for a word, or the common noun that it describes, that the parse hangs on what stands
    before it: Department of Health and *Social Care*."""
    here, noun = after, parse.head[after]
    if after < noun < after + 3 and _is_common(parse.lower[noun]):
        here = noun
    return start <= parse.head[here] < after


def _is_for_both(parse: Parse, start: int, end: int) -> bool:
    """True where two common nouns tell what a body is for, or what an academy is of: Bank for
    Reconstruction *and Development*, College of Arts *and Sciences*."""
    nouns = [t for t in (end - 1, end + 1) if t < len(parse) and _is_common(parse.lower[t])]
    led, body = parse.text[end - 2], parse.text[end - 3 : end - 2]
    academy = led == "of" and not words_in("academies").isdisjoint(body)
    return (led == "for" or academy) and end - 2 > start and len(nouns) > 1


def _is_common(word: str) -> bool:
    """True for a common noun, in the singular or the plural."""
    return is_noun(word) or is_noun(word.removesuffix("s"))


def _is_tied(parse: Parse, token: int) -> bool:
    """True for a hyphen between two parts of a name: the *Norland–Westmark* Friendship Bridge."""
    before = token - 1
    if parse.text[token] not in ("-", "–"):
        return False
    if parse.text[token] == "-" and is_double(parse, token):
        return True
    return parse.dep[before] in ("nmod", "compound", "amod") and parse.head[before] > token + 1


def is_double(parse: Parse, token: int) -> bool:
    """True for a hyphen inside one name: *Heriot-Watt* University; not between two that are known
    by themselves, or that are places or peoples."""
    sides = (parse.text[token - 1], *parse.text[token + 1 : token + 2])
    whole = len(sides) == 2 and parse.sent[token - 1] == parse.sent[token + 1]
    return whole and all(
        w[:1].isupper()
        and len(w) > 2
        and not (w.isupper() and sides[0].isupper() == sides[1].isupper())
        and known_as((w,)) is None
        and nation_of(w) is None
        and not places_named(w)
        for w in sides
    )


def _share_body(parse: Parse, token: int) -> bool:
    """True where ``and`` joins two fields of one body that the parse hangs on its last word: *Salt
    and Soda* Company."""
    field, head = token - 1, parse.head[token - 1]
    if parse.dep[field] not in ("nmod", "compound") or head <= token + 1:
        return False
    between = parse.text[token + 1 : head + 1]
    return (
        between[-1] in words_in("organization_heads")
        and parse.dep[token - 2] != "punct"
        and all(is_capitalised(w) for w in between)
        and known_as(between) is None
        and not any(nation_of(w) or places_named(w) for w in (parse.text[field], *between))
    )


def _is_plural_noun(parse: Parse, token: int) -> bool:
    """True for a plural of persons inside a name: Industrialists’, Teachers'; those of a band or a
    team own what follows."""
    word = parse.lower[token]
    if word == "years" and parse.text[token + 2 : token + 3] == ["War"]:
        return True  # the Thirty Years' War
    ended = word.endswith(read_lists("nouns.toml")["person_plural_ends"])
    persons = ended or word[:-1] in read_set("nouns.toml", "person")
    return parse.tag[token] in ("NNPS", "NNS", "NNP") and len(word) > 5 and persons


@cache
def _heads() -> frozenset[str]:
    """Words that end the name of something that is no person."""
    keys = ("organization_heads", "facility_heads", "event_heads", "law_heads", "place_heads")
    return frozenset().union(*(words_in(k) for k in keys))


def _trim_run(parse: Parse, start: int, end: int) -> tuple[int, int]:
    """A run without small words and a day before it, and what is no name or its country behind."""
    while start < end and parse.pos[start] in CLOSED and not parse.tag[start].startswith("NNP"):
        start += 1
    while end > start + 1 and parse.text[end - 1] in words_in("not_names"):
        end -= 1
    start += start < end and is_day_apart(parse, start)
    return start, _without_country(parse, start, end)


def _has_head(parse: Parse, start: int, end: int) -> bool:
    """True for a run that ends with a word such as Group, or holds one before ``of``."""
    of = next((i for i in range(start + 1, end) if parse.text[i] in ("of", "for", "on")), None)
    anchor = parse.text[end - 1 if of is None else of - 1]
    return anchor in _heads() or (of is not None and anchor in words_in(*_GOING_ON))


def _without_country(parse: Parse, start: int, end: int) -> int:
    """Where a run ends without the country that a part of it lies in: Salta Province *of Chile*;
    Republic of Chile and Bank of Chile are whole."""
    of = next((i for i in range(start + 2, end) if parse.text[i] == "of"), end)
    is_part = of < end and parse.lower[of - 1] in read_set("nouns.toml", "region") - {"state"}
    places = places_named(" ".join(parse.text[of + 1 : end])) if is_part else ()
    return of if places and places[0].kind in ("country", "territory") else end
