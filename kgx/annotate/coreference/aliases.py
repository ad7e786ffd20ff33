"""Names of one thing: same words, surnames, short forms, acronyms, two names of a place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from functools import cache

from kgx.annotate.coreference.short_forms import LONG_ACRONYM, NameWords, short_forms
from kgx.annotate.names.evidence import best_place
from kgx.annotate.names.known_names import is_club
from kgx.annotate.names.words import core_of, fold_words, folded_words_in, words_in
from kgx.annotate.words.gazetteer import nation_of
from kgx.annotate.words.wordlists import read_set

NameKey = tuple[NameWords, str]
"""A name, folded or as printed, with its type."""
_REIGN = re.compile("(?=[ivx]{2}|v|x)x{0,3}(?:ix|iv|v?i{0,3})")
"""The number of a ruler, small, from the second on."""
_COUNTRIES = {"us": ("united", "states"), "uk": ("united", "kingdom")}
_GAMES = ("olympics", "paralympics")
_CUT_BY_RULE = ("event", "place")
"""Types whose short forms are never just their first words: each has its rule."""
_ABBREVIATED = ("organization", "place", "other", "event", "facility", "law", "work", "product")
"""Types whose names are shortened to their initials."""


def cluster_names(
    names: Sequence[NameKey], apart: Collection[tuple[NameWords, NameWords]] = ()
) -> list[int]:
    """Which names are of one thing.

    Args:
        names: The words and the type of each name, in order of appearance.
        apart: The words of names that are no short forms, each with those of the fuller name.

    Returns:
        For each name the position of the name that stands for its cluster.
    """
    keys = _without_reigns([(_spell_out(fold_words(w)), t) for w, t in names])
    first: dict[NameKey, int] = {}
    for n, key in enumerate(keys):
        first.setdefault(key, n)
    parent: dict[NameKey, NameKey] = {}
    place_of: dict[str, NameKey] = {}
    for key in first:
        if key[1] == "place":
            place = best_place(" ".join(names[first[key]][0]))
            if place is not None and place.same_as and place.kind in ("country", "territory"):
                full = place_of.setdefault(place.same_as[0], key)
                if full != key:
                    parent[key] = full
    index = _index_parts(first, {tuple(_spell_out(fold_words(w)) for w in pair) for pair in apart})
    count = Counter(keys)
    for key in first:
        if key not in parent:
            full_key = _full_name(key, first, index, names, count)
            if full_key is not None and _root(full_key, parent) != key:
                parent[key] = full_key
    return [first[_root(key, parent)] for key in keys]


def _spell_out(name: NameWords) -> NameWords:
    """A folded name with the country it begins with and the games it ends in, in full: U.S. Navy,
    2012 Olympics."""
    if len(name) > 1 and name[0] in _COUNTRIES:
        name = (*_COUNTRIES[name[0]], *name[1:])
    return (*name[:-1], name[-1][:-1], "games") if name[-1] in _GAMES else name


def _without_reigns(keys: list[NameKey]) -> list[NameKey]:
    """Keys without the number of a ruler who is the only one of a name: Aldric I is Aldric, unless
    there is an Aldric II."""
    first = [type_ == "person" and len(name) == 2 and name[1] == "i" for name, type_ in keys]
    others = {n[0] for n, t in keys if t == "person" and len(n) > 1 and _REIGN.fullmatch(n[1])}
    return [
        ((key[0][0],), key[1]) if reigns and key[0][0] not in others else key
        for key, reigns in zip(keys, first, strict=True)
    ]


def _root(key: NameKey, parent: dict[NameKey, NameKey]) -> NameKey:
    while key in parent:
        key = parent[key]
    return key


def _index_parts(
    first: dict[NameKey, int], apart: Collection[tuple[NameWords, ...]]
) -> dict[NameKey, list[NameKey]]:
    """The longer names by the shorter forms they may be met in, in order of appearance."""
    index: dict[NameKey, list[NameKey]] = defaultdict(list)
    for key in first:
        name, type_ = key
        forms = short_forms(name, type_)
        if type_ == "product" and (name[:1], "organization") in first and len(name) > 1:
            forms = [*forms, name[1:]]  # the Kite, of the Orbis Kite of Orbis
        for form in dict.fromkeys(forms):
            if form != name and (form, name) not in apart:
                index[form, type_].append(key)
    return index


def _full_name(
    key: NameKey,
    first: dict[NameKey, int],
    index: dict[NameKey, list[NameKey]],
    names: Sequence[NameKey],
    count: Counter[NameKey],
) -> NameKey | None:
    """The full name that a name shortens: one before its first mention, the person most often
    named in full, else the next after.

    A short form that several names share belongs to none where they differ, unless one of them
    came before it alone.
    """
    name, type_ = key
    here, written = first[key], names[first[key]][0][0]
    fulls = _fuller_names(key, first, index, written, names)
    ranks = words_in("royal_titles", "ranks")
    if type_ == "person" and not fulls and len(name) == 2 and written in ranks:
        return _full_name_of_last(key, first, index)
    if type_ == "product":
        fulls = [f for f in fulls if not any(_ends_with(g[0], f[0]) for g in fulls)]
    same = [f for f in fulls if core_of(f[0]) == name]
    if same or not fulls:
        return same[0] if same else None
    before = [f for f in fulls if first[f] < here]
    if type_ == "person":
        return _choose_person(name, before, fulls, first, count)
    if before:
        return before[-1] if len({core_of(f[0]) for f in before}) == 1 else None
    acronym = _is_acronym(key, written)
    near = [f for f in fulls if len(core_of(f[0])) <= len(name) + 1 or acronym]
    alike = len({core_of(f[0]) for f in fulls}) == 1
    return near[0] if near and alike else None  # "Boeing" is not Boeing Commercial Airplanes


def _choose_person(
    name: NameWords,
    before: list[NameKey],
    fulls: list[NameKey],
    first: dict[NameKey, int],
    count: Counter[NameKey],
) -> NameKey:
    """The person most often named in full before, else the next after; by surname first."""
    if before:
        return max(before, key=lambda f: (_same_surname(f[0], name), count[f], -first[f]))
    return min(fulls, key=lambda f: (not _same_surname(f[0], name), first[f]))


def _is_acronym(key: NameKey, written: str) -> bool:
    """True for one word in capitals, but for a town in the capitals of a dateline.

    Args:
        written: The first word of the name as the text has it.
    """
    name, type_ = key
    town = type_ == "place" and len(written) > 3 and best_place(written.title())
    return len(name) == 1 and written.replace(".", "").isupper() and not town


_FROM_PLACES = ("place", "organization", "law", "event")
"""Types of names that what looks like a place may shorten: *Paris* for the Paris Agreement."""


def _fuller_names(
    key: NameKey,
    first: dict[NameKey, int],
    index: dict[NameKey, list[NameKey]],
    written: str,
    names: Sequence[NameKey],
) -> list[NameKey]:
    """All names that a name may shorten, of the types that it may be of."""
    name, type_ = key
    acronym = _is_acronym(key, written)
    types: tuple[str, ...] = _FROM_PLACES if type_ == "place" else (type_,)
    if type_ == "other" or (acronym and len(name[0]) >= LONG_ACRONYM and type_ != "person"):
        types = (type_, *(t for t in _ABBREVIATED if t != type_))
    forms = [name, _letters(name)] if acronym else [name]
    fulls = [f for t in types for form in forms for f in index.get((form, t), []) if f != key]
    if acronym:
        town = type_ == "place"
        return [f for f in fulls if not (town and _spells(names[first[f]][0], name[0]))]
    return [f for f in fulls if _may_shorten(key, f, names[first[f]][0], first[f] < first[key])]


def _spells(words: NameWords, word: str) -> bool:
    """True for a name that has a word in small letters: LUND is no acronym of Lund University."""
    return any(w.casefold() == word and not w.isupper() for w in words)


def _may_shorten(key: NameKey, full: NameKey, words: NameWords, before: bool) -> bool:
    """True where a name may stand for a fuller one that begins or ends as it does; see
    `_may_be_cut`."""
    name, type_ = key
    called = full[1] == "event" and name[0] in folded_words_in("leading_events")
    return (full[1] == type_ or called) and (
        full[1] == "person" or _may_be_cut(words, full, name, before)
    )


def _ends_with(name: NameWords, end: NameWords) -> bool:
    return len(name) > len(end) and name[-len(end) :] == end


def _may_be_cut(words: NameWords, full: NameKey, short: NameWords, before: bool) -> bool:
    """False where the words that a short form leaves out tell a part from the whole: Orbis Europe
    and Orbis Pictures are not Orbis, and US Army is not US.

    Args:
        before: The full name came first; only then may it lose more than a word for its form.
    """
    core = core_of(full[0])
    if core[: len(short)] != short or len(core) == len(short) or full[1] in _CUT_BY_RULE:
        return True
    kept, rest = words[: len(short)], words[len(short) : len(core)]
    if kept[-1] in words_in("continental"):
        return False  # European, of any commission
    left = set(core[len(short) :])
    if left <= _forms():
        return True
    place = best_place(" ".join(kept))
    if before and is_club(kept) and is_club(words):
        return True  # Bayern Munich
    if not before or (place is not None and place.kind in ("country", "territory", "continent")):
        return False
    if kept[-1] in words_in("organization_heads") or left & read_set(
        "coreference.toml", "divisions"
    ):
        return False
    return nation_of(kept[-1]) is None and best_place(" ".join(rest)) is None


@cache
def _forms() -> frozenset[str]:
    return read_set("coreference.toml", "forms")


def _full_name_of_last(
    key: NameKey,
    first: dict[NameKey, int],
    index: dict[NameKey, list[NameKey]],
) -> NameKey | None:
    """The full name of Lord Byron: the one other name that ends, or is, Byron."""
    last = (key[0][-1:], "person")
    fulls = [f for f in index.get(last, []) if f != key and f[0][0] not in key[0][:1]]
    if not fulls and last in first:
        return None
    return fulls[0] if len(fulls) == 1 else None


def _letters(name: NameWords) -> NameWords:
    return (name[0].replace(".", ""),)


def _same_surname(full: NameWords, short: NameWords) -> bool:
    return core_of(full)[-1] == short[-1]
