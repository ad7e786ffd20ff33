"""Names found by capitals: runs that their own words show to be one name, proper nouns that the
model missed, designations of models."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache

from kgx.annotate.grammar.dated import is_day_apart
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.known_names import known_as
from kgx.annotate.names.offices import tells_holder
from kgx.annotate.names.side_nouns import defines, noun_label
from kgx.annotate.names.trims import is_prefixed
from kgx.annotate.names.words import DESIGNATION, Name, is_capitalised, is_registration, words_in
from kgx.annotate.words.gazetteer import nation_of, places_named
from kgx.annotate.words.wordlists import read_lists, read_set

Trim = Callable[[Parse, int, int, str], Name | None]

_CLOSED = frozenset("DET ADP PRON SCONJ CCONJ ADV AUX INTJ PART PUNCT SPACE NUM".split())  # noqa: SIM905
_SHORTEST_REPEATED = 3  # words of a run that a name is told by alone
_SHORTEST_LETTERS = 3  # of a name in capitals
_NUMBERED = re.compile(r"[A-Z][a-z]{3,}\d{1,3}")
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_POSSESSIVE = ("'s", "’s", "'", "’")


def find_runs(parse: Parse, titled: list[bool]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words whose shape says that they are one name: joined by ``of``, ``&``,
    an apostrophe, or by nothing."""
    size, start = len(parse), 0
    while start < size:
        if titled[start] or not _opens_run(parse.text[start]) or is_prefixed(parse, start):
            start += 1
            continue
        end, body = start + 1, False
        while end < size and parse.sent[end] == parse.sent[start]:
            of = _step_of(parse, end)
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
    (Fishermen's Union), of a saint (St. Olaf's Church) or a shore, a particle after another one."""
    before, word = parse.lower[token - 1], parse.lower[token]
    if word in ("'s", "’s"):
        saint = token > 1 and parse.text[token - 2] in words_in("leading_towns")
        named = parse.text[token + 1] in words_in("organization_heads", "facility_heads")
        plural = before.endswith(read_lists("nouns.toml")["plural_ends"])
        return plural or (saint and named) or _is_shore(parse, token)
    if word in ("bin", "ibn"):
        return parse.pos[token - 1] == "PROPN"
    return word in words_in("particles") and before in words_in("particles")


def _is_shore(parse: Parse, token: int) -> bool:
    """True for the "'s" of a bay that is called after somebody, and a body after it in turn."""
    body = not words_in("organization_heads").isdisjoint(parse.text[token + 2 : token + 3])
    shore = parse.text[token + 1] in words_in("shores")
    return body and shore and not places_named(parse.text[token - 1])


def _closes_body(parse: Parse, start: int, end: int) -> bool:
    """True where ``and`` goes on with the field of a body or with whom it unites: Ministry of Trade
    and Industry, Union of Bakers and Millers."""
    after = end + 1
    united = all(parse.lower[t].endswith("s") for t in (end - 1, after) if t < len(parse))
    bodies = words_in("fields", "unions") if united else words_in("fields")
    return (
        any(parse.text[i] in bodies for i in range(start, end))
        and after < len(parse)
        and is_capitalised(parse.text[after])
        and not places_named(parse.text[after])
        and parse.head[after] in range(start, after)
    )


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
    ended = word.endswith(read_lists("nouns.toml")["person_plural_ends"])
    persons = ended or word[:-1] in read_set("nouns.toml", "person")
    return parse.tag[token] in ("NNPS", "NNS", "NNP") and len(word) > 5 and persons


@cache
def _heads() -> frozenset[str]:
    """Words that end the name of something that is no person."""
    keys = ("organization_heads", "facility_heads", "event_heads", "law_heads", "place_heads")
    return frozenset().union(*(words_in(k) for k in keys))


def name_run(parse: Parse, start: int, end: int) -> Name | None:
    """A run that its own words show to be one name: it ends with a head word such as Group, or
    holds one before ``of``."""
    while start < end and (
        parse.pos[start] in _CLOSED and not (parse.tag[start].startswith("NNP"))
    ):
        start += 1
    while end > start + 1 and parse.text[end - 1] in words_in("not_names"):
        end -= 1
    if start == end:
        return None
    if is_day_apart(parse, start):
        start += 1
    end = _without_country(parse, start, end)
    if end - start < 2:
        return None
    heads = _heads()
    ofs = [i for i in range(start + 1, end) if parse.text[i] in ("of", "for")]
    anchor = ofs[0] - 1 if ofs else end - 1
    takes_of = words_in("takes_of", "nobles")
    if parse.text[anchor] not in heads and not (ofs and parse.text[anchor] in takes_of):
        return None
    if parse.lower[start] in words_in("leaders") or tells_holder(parse, start, end):
        start += 1 + (parse.text[start + 1] == "-")  # Ex-Norvik
    if end - start < 2 or parse.text[start] in _POSSESSIVE:
        return None
    return Name(start, end, "")


def _without_country(parse: Parse, start: int, end: int) -> int:
    """Where a run ends without the country that a part of it lies in: Salta Province *of Chile*;
    Republic of Chile and Bank of Chile are whole."""
    of = next((i for i in range(start + 2, end) if parse.text[i] == "of"), end)
    is_part = of < end and parse.lower[of - 1] in read_set("nouns.toml", "region") - {"state"}
    places = places_named(" ".join(parse.text[of + 1 : end])) if is_part else ()
    return of if places and places[0].kind in ("country", "territory") else end


def find_repeated(parse: Parse, titled: list[bool], long: Sequence[tuple[int, int]]) -> list[Name]:
    """Runs of three capitalised words or more that a text repeats: one name, whatever the parse
    makes of its words ("Heron Built Games").

    Args:
        long: The spans of several words that the model takes for names; no run breaks them up.
    """
    held = {i for start, end in long for i in range(start, end)}
    met: dict[tuple[str, ...], list[Name]] = defaultdict(list)
    for start, end in _capital_runs(parse, titled):
        words = tuple(parse.text[start:end])
        if end - start >= _SHORTEST_REPEATED and held.isdisjoint(range(start, end)):
            met[words].append(Name(start, end, ""))
    return [n for names in met.values() if len(names) > 1 for n in names]


def _capital_runs(parse: Parse, titled: list[bool]) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words within a sentence, without titles, roles and nationalities."""
    start, size = 0, len(parse)
    barred = words_in("titles", "not_names", "role_letters")
    for i in range(size + 1):
        inside = (
            i < size
            and not titled[i]
            and parse.text[i][:1].isupper()
            and parse.text[i].isalpha()
            and not parse.text[i].isupper()
            and parse.pos[i] not in _CLOSED
            and parse.text[i] not in barred
            and nation_of(parse.text[i]) is None
        )
        if inside and (i == start or parse.sent[i] == parse.sent[start]):
            continue
        if i > start:
            beside = (*parse.text[start - 1 : start], *parse.text[i : i + 1])
            if inside or not any(w[:1].isupper() and w.isalpha() for w in beside):
                yield start, i
        start = i if inside else i + 1


def find_missed(parse: Parse, taken: list[bool], titled: list[bool], trim: Trim) -> Iterator[Name]:
    """Runs of proper nouns that nothing covers."""
    i, size = 0, len(parse)
    while i < size:
        degree = i and taken[i - 1] and parse.text[i] in words_in("degrees")
        if taken[i] or titled[i] or degree or not _is_proper(parse, i):
            i += 1
            continue
        end = i + 1
        while (
            end < size
            and not taken[end]
            and parse.sent[end] == parse.sent[i]
            and _is_proper(parse, end)
        ):
            end += 1
        name = None if _is_office(parse, i, end, taken) else trim(parse, i, end, "PERSON")
        if name is not None and _is_worth(parse, name):
            yield Name(name.start, name.end, "", name.title)
            taken[name.start : name.end] = [True] * (name.end - name.start)
        i = end


def find_defined(parse: Parse, taken: list[bool], titled: list[bool]) -> Iterator[Name]:
    """One word that opens a sentence which says what place or body it is, however it is tagged:
    *Norvik* is a town in Maine; and letters: *NSRA*, the space agency, left."""
    for token in dict.fromkeys(parse.sent):
        verb = parse.head[token]
        if not (taken[token] or titled[token]) and _are_letters_of(parse, token):
            yield Name(token, token + 1, "")
            taken[token] = True
        if taken[token] or titled[token] or parse.dep[token] != "nsubj" or verb != token + 1:
            continue
        noun = parse.child(verb, "attr") if parse.lemma[verb] == "be" else None
        if noun is not None and parse.tag[token] in _NOUNS and defines(parse, noun):
            yield Name(token, token + 1, "")
            taken[token] = True


def _are_letters_of(parse: Parse, token: int) -> bool:
    """True for letters that a noun for a body with an article follows behind a comma."""
    word, noun = parse.text[token], parse.child(token, "appos")
    if noun is None or len(word) < _SHORTEST_LETTERS or not (word.isupper() and word.isalpha()):
        return False
    told = parse.text[token + 1] == "," and parse.child(noun, "det") is not None
    return told and noun_label(parse, noun) == "ORG"


def _is_office(parse: Parse, start: int, end: int, taken: list[bool]) -> bool:
    """True for the field of an office whose holder is named next: Minister of *Roads* Ann Lind."""
    if start < 2 or parse.lower[start - 1] not in ("of", "for"):
        return False
    held, heads = parse.text[start - 2], words_in("organization_heads")
    office = held in words_in("titles")
    field = held in heads and parse.text[start] in words_in("office_fields")
    followed = end < len(parse) and taken[end] and parse.sent[end] == parse.sent[start]
    return (office or field) and followed


def _is_proper(parse: Parse, token: int) -> bool:
    return parse.tag[token] in ("NNP", "NNPS") and is_capitalised(parse.text[token])


def _is_worth(parse: Parse, name: Name) -> bool:
    """True unless a run is one word that capitals alone make a name of."""
    if name.end - name.start > 1 or name.title:
        return True
    word = parse.text[name.start]
    after = parse.text[name.end : min(name.end + 2, parse.sent_end[name.start])]
    called = parse.lower[name.start] in read_set("nouns.toml", "person")
    if called and len(after) > 1 and all(w.istitle() for w in after):
        return False  # Advocate Ann Lind
    return not word.isupper() and len(word) > 2 and name.start != parse.sent[name.start]


def find_designations(parse: Parse, taken: list[bool]) -> Iterator[Name]:
    """Designations of models, what aircraft are registered by, and words that end in a number
    (*Kupito24*), that nothing covers."""
    stop = words_in("not_designations")
    for i, word in enumerate(parse.text):
        if taken[i] or not (word[0].isupper() or word[0].isdigit()):
            continue
        shaped = word[0].isupper() and DESIGNATION.fullmatch(word) and word not in stop
        parted = parse.text[i + 1 : i + 2] == ["-"] and is_registration(
            "".join(parse.text[i : i + 3])
        )
        end = i + 3 if parted else i + 1
        model = shaped or parted or is_registration(word)
        if not any(taken[i:end]) and (model or (_NUMBERED.fullmatch(word) and word not in stop)):
            yield Name(i, end, "PRODUCT" if model else "")
            taken[i:end] = [True] * (end - i)
