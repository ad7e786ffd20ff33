"""Names that go on beyond the model's span: legal forms, years, nicknames, teams."""

from __future__ import annotations

from collections.abc import Callable

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.clubs import with_club_word
from kgx.annotate.names.numbered import (
    with_figure,
    with_number,
    with_number_before,
    with_version,
    with_year,
)
from kgx.annotate.names.placed import (
    with_article,
    with_branch,
    with_campus,
    with_district,
    with_part_of_world,
    with_place,
)
from kgx.annotate.names.words import MAKERS, Name, given_names, is_capitalised, words_in
from kgx.annotate.words.gazetteer import nation_of, places_named
from kgx.annotate.words.wordlists import read_set

_OPENING, _CLOSING = frozenset('"“‘«'), frozenset('"”’»')
_SYLLABLE = 6
"""Letters of a syllable of a given name, at most."""
_LONGEST_TEAM = 6
"""Words between a country and its team: Norway women's national under-21 football team."""


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


def _with_kind(parse: Parse, name: Name) -> Name | None:
    """The word for what it is that a product's name ends in: Norvik *OS*."""
    end = name.end
    kind = parse.text[end] if end < parse.sent_end[name.start] else ""
    tied = parse.dep[end - 1] == "compound" and parse.head[end - 1] == end
    fits = kind in words_in("product_heads") and name.label in MAKERS
    return Name(name.start, end + 1, "PRODUCT") if fits and tied else None


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


def _with_origin(parse: Parse, name: Name) -> Name | None:
    """Where somebody of one name is of, who goes by it: Constance *of Sicily*."""
    end, given = name.end, parse.lower[name.end - 1] in given_names()
    titled = end - name.start == 2 and parse.text[name.start] in words_in("royal_titles")
    if end - name.start > 1 + titled or not given or name.label not in ("PERSON", ""):
        return None
    last = parse.sent_end[name.start]
    if end + 1 >= last or parse.text[end] != "of" or parse.tag[end + 1] != "NNP":
        return None
    after = parse.text[end + 2] if end + 2 < last else ""
    alone = not is_capitalised(after) and after not in ("'s", "’s", "-", "–", "&")
    body = parse.text[end + 1].isupper() or is_capitalised(parse.text[name.start - 1])
    started = name.start == parse.sent[name.start] or not body
    return Name(name.start, end + 2, "PERSON", name.title) if alone and started else None


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


_COMPLETIONS: tuple[Callable[[Parse, Name], Name | None], ...] = (
    _with_legal_form,
    with_article,
    _with_people,
    _with_team,
    with_year,
    with_number,
    with_number_before,
    with_version,
    with_figure,
    _with_kind,
    _with_nickname,
    _with_syllable,
    _with_storm,
    with_branch,
    with_campus,
    with_part_of_world,
    _with_reign,
    _with_origin,
    with_place,
    with_district,
    _with_field,
    with_club_word,
)
"""The first that has more of a name has all of it."""


def complete_name(parse: Parse, name: Name) -> Name:
    """A name with what stands beside it and belongs to it."""
    for complete in _COMPLETIONS:
        longer = complete(parse, name)
        if longer is not None:
            return longer
    return name
