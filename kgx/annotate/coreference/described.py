"""Phrases that say something new of what was just named: "the Oslo-based firm", "the Kenyan
runner", "the 24-year-old"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from kgx.annotate.coreference.nominals import Candidate, nations_in, words
from kgx.annotate.coreference.salience import choose
from kgx.annotate.coreference.things import Thing
from kgx.annotate.words.gazetteer import places_named
from kgx.annotate.words.wordlists import read_set

_CALLED_SO = ("trades", "callings", "players")
_CUT, _MARGIN = 0.3, 0.25


def is_news(nominal: Candidate, capitals: Collection[str]) -> bool:
    """True for a phrase that may say something new of what was just named: "the Oslo-based
    shipping company", "the Kenyan runner", "the 24-year-old striker", "the carmaker"."""
    if nominal.label in words("national"):
        return False
    if not nominal.modifiers and not nominal.numbers:
        return nominal.label in read_set("coreference.toml", *_CALLED_SO)
    based = bool(capitals) and "based" in nominal.modifiers
    of_place = based or bool(nations_in(capitals)) or any(places_named(w.title()) for w in capitals)
    told = bool(nominal.numbers) or of_place
    return nominal.label in words("descriptive") or (told and nominal.type != "place")


def find_described(
    nominal: Candidate, capitals: Collection[str], near: Sequence[Thing], *, subject: bool
) -> Thing | None:
    """The one of several things with a name that a phrase says something new of.

    Args:
        capitals: The modifiers that are written with a capital, in lower case.
        near: The things of the phrase's type named in the last sentences.
        subject: The phrase is a subject. Others tell somebody's age or where somebody is based, or
            say nothing new.
    """
    here, nations = nominal.sentence, nations_in(capitals)
    based = bool(capitals) and "based" in nominal.modifiers
    aged = nominal.type == "person" and bool(nominal.numbers)
    if not (subject or based or aged):
        return None
    if nations:
        own = [t for t in near if not nations.isdisjoint(t.nations)]
        near = own or [t for t in near if not t.nations]
    elif based:
        towns = {p.country for word in capitals for p in places_named(word.title())}
        near = [t for t in near if not towns.isdisjoint(t.nations)] or near
    if len(near) == 1:
        return choose(near, here, _CUT, _MARGIN)
    before = [t for t in near if t.last < here]  # who is named in a sentence is named again
    none_here = len(before) == len(near)
    told = based or aged
    last = [t for t in before if here - t.last == 1 and (told or len(t.mentions) > 1)]
    if len(last) == 1 and none_here and _spoke_last(near, here):
        return choose(last, here, _CUT, _MARGIN)
    return choose(before, here, _CUT, _MARGIN) if told or (nations and none_here) else None


def _spoke_last(near: Sequence[Thing], here: int) -> bool:
    """True where the sentence before speaks of one thing of several."""
    return [here - t.last for t in near].count(1) == 1
