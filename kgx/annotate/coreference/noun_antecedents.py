"""Which thing a noun phrase refers to: the same noun, another word for it, a word of a name, what
"and" joins, or the one thing of its type in mind.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kgx.annotate.coreference.described import find_described, is_news
from kgx.annotate.coreference.nominals import Candidate, nations_in, words
from kgx.annotate.coreference.salience import WINDOW, choose, score
from kgx.annotate.coreference.same_noun import Around, calls, find_same_noun
from kgx.annotate.coreference.things import Thing
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_lists

TYPE_WINDOW = 2
"""Sentences back in which "the company" finds a company."""

_CUT, _MARGIN = 0.2, 0.3
_CLOSE = 0.2  # the margin where the sentence before speaks of one of them alone
_AHEAD = 1.3  # how much more in mind than a thing of the same noun one of the type must be
_MADE = ("work", "product", "facility", "event")
_YEAR = 4  # digits
_TOPIC = 3
"""Mentions that make a thing the topic, and how many times those of the next they must be."""
_FAR = 2  # sentences on, what was said once of something else is no longer meant
_BY_TYPE = "the most salient thing of the noun's type"


Found = tuple[Thing | None, str]
"""A thing and why it is the one."""


def find_noun_antecedent(nominal: Candidate, around: Around, things: Sequence[Thing]) -> Found:
    """The thing that a noun phrase with an article refers to; None where it is the first to speak
    of it.

    Args:
        things: What was mentioned in the last sentences, the last mentioned last.
    """
    if nominal.label == "old":
        aged = _find_aged(nominal, things)
        if aged is not None:
            return aged, "the person of that age"
        return _find_by_type(nominal, around, things), _BY_TYPE
    years = _years(nominal)
    fitting = [] if around.told_apart else [t for t in things if _fits(nominal, years, t)]
    same = find_same_noun(nominal, around, fitting)
    alike = same is None
    same = _find_other_noun(nominal, around.owner, fitting) if same is None else same
    why = f"said with {'a like' if alike else 'the same'} noun before"
    if nominal.article == "possessive":
        return same, why
    if same is None:
        return _find_another(nominal, around, things)
    if not same.names:
        topic = _find_longer_spoken_of(nominal, same, things)
        return (same, why) if topic is None else (topic, "what the text speaks of and calls so")
    other = None if nominal.modifiers else _find_by_type(nominal, around, things)
    meant = bool(nominal.modifiers) or _is_meant(nominal, around, same, other, things, alike=alike)
    return (same, why) if meant else (other, _BY_TYPE)


def _is_meant(
    nominal: Candidate,
    around: Around,
    same: Thing,
    other: Thing | None,
    things: Sequence[Thing],
    *,
    alike: bool,
) -> bool:
    """True for what was called by a noun before, unless another of the noun's type, if any, is more
    in mind.

    Args:
        alike: Whether it was called by another noun, like this one.
    """
    if other is not None and _is_fund(nominal, other, same):
        return True
    if other is not None and not alike and _is_of_other_trade(nominal, other):
        return True
    if same.type in _MADE and other is not None and nominal.label not in other.nouns:
        return True  # a film, with another title told in passing
    if alike and _has_rival(nominal, around, same, things, 1 - _MARGIN):
        return False
    if other is None:
        firm = nominal.label in words("firms") and not calls(nominal, same)
        return not firm or not _has_rival(nominal, around, same, things, _AHEAD)
    here = nominal.sentence
    return score(other, here) <= _AHEAD * score(same, here)


def _has_rival(
    nominal: Candidate, around: Around, thing: Thing, things: Sequence[Thing], factor: float
) -> bool:
    """True where another body is in mind, times a factor, as one that the noun or one like it was
    said of: the airline, when a carmaker speaks of "the company"; no fund is, when a firm does."""
    here, least = nominal.sentence, factor * score(thing, nominal.sentence)
    return nominal.type == "organization" and any(
        t is not thing and score(t, here) > least and not _is_fund(nominal, t, thing)
        for t in things
        if here - t.last <= TYPE_WINDOW and _is_named_of(nominal, around.places, t)
    )


def _is_of_other_trade(nominal: Candidate, thing: Thing) -> bool:
    """True for a tour operator that was just named, when "the airline" speaks of another."""
    trades = words("trades")
    return nominal.label in trades - thing.nouns and not trades.isdisjoint(thing.nouns)


def _is_fund(nominal: Candidate, thing: Thing, firm: Thing) -> bool:
    """True for who puts money into a firm that was called "a company" when "the company" is met."""
    called = nominal.label in words("firms") and not _ends_with("financiers", firm)
    return called and _ends_with("financiers", thing)


def _find_another(nominal: Candidate, around: Around, things: Sequence[Thing]) -> Found:
    """The thing that no noun said before leads to."""
    if nominal.plural:
        return _find_joined(nominal, around, things), "what 'and' joins"
    by_word = _find_by_word(nominal, around.capitals, things)
    if by_word is not None:
        return by_word, "a word that names or describes it"
    return _find_by_type(nominal, around, things), _BY_TYPE


def _fits(nominal: Candidate, years: set[str], thing: Thing) -> bool:
    """Number and gender, and no word that narrows a phrase more than the thing was narrowed."""
    return (
        thing.plural == nominal.plural
        and nominal.modifiers <= thing.words
        and (not thing.numbers or nominal.numbers <= thing.numbers)
        and (not years or years <= thing.numbers | thing.words)
        and (not nominal.complement or nominal.complement in thing.complements)
        and not (thing.gender and nominal.gender and thing.gender != nominal.gender)
    )


def _years(nominal: Candidate) -> set[str]:
    """The years that narrow a phrase: "the 1999 storm" is not any storm of before."""
    return {n for n in nominal.numbers if len(n) == _YEAR and n.isdecimal()}


def _find_longer_spoken_of(
    nominal: Candidate, thing: Thing, things: Sequence[Thing]
) -> Thing | None:
    """The topic that a noun said of something else but once comes back to: "Gotham ... the city ...
    a new city by the sea ... the city"."""
    first = thing.mentions[0]
    near = nominal.sentence - thing.last < _FAR
    if len(thing.mentions) > 1 or first.article != "indefinite" or near:
        return None
    alike = {nominal.label} | synonyms().get(nominal.label, frozenset())
    named = [
        t
        for t in things
        if t.names
        and len(t.mentions) >= _TOPIC
        and not alike.isdisjoint(t.nouns)
        and _fits(nominal, _years(nominal), t)
    ]
    return named[0] if len(named) == 1 else None


def _find_other_noun(nominal: Candidate, owner: int, fitting: Sequence[Thing]) -> Thing | None:
    """The one thing near by that is called by a noun which may stand for the same."""
    alike = synonyms().get(nominal.label, frozenset())
    found = [
        t
        for t in fitting
        if nominal.sentence - t.last <= WINDOW
        and not alike.isdisjoint(t.nouns)
        and not (nominal.type == "organization" and _is_owned(t))
        and (nominal.article != "possessive" or owner in t.owners)
    ]
    return found[0] if len(found) == 1 else None


def _is_owned(thing: Thing) -> bool:
    """True for "its shoe business", which is not the company."""
    first = thing.mentions[0] if thing.mentions else None
    possessive = first is not None and first.article == "possessive"
    return not thing.names and (possessive or bool(thing.owners))


@cache
def synonyms() -> dict[str, frozenset[str]]:
    """Nouns that may stand for the same thing, by each of them."""
    found: dict[str, frozenset[str]] = {}
    for line in read_lists("coreference.toml")["same"]:
        wide, _, narrow = line.partition(":")
        for noun in wide.split():
            found[noun] = found.get(noun, frozenset()) | frozenset([*wide.split(), *narrow.split()])
        for noun in narrow.split():
            found[noun] = found.get(noun, frozenset()) | frozenset(wide.split())
    return found


def _find_aged(nominal: Candidate, things: Sequence[Thing]) -> Thing | None:
    """The one person of an age: "the 56-year-old"."""
    aged = [t for t in things if t.type == "person" and nominal.numbers & t.numbers]
    return aged[0] if len(aged) == 1 else None


def _find_joined(nominal: Candidate, around: Around, things: Sequence[Thing]) -> Thing | None:
    """What "and" joined: "the two companies" after "Volvo and Saab"."""
    pair = nominal.label in words("pairs") and not around.several
    type_ = "person" if pair else nominal.type
    if nominal.modifiers or type_ is None or nominal.complement:
        return None
    for thing in reversed(things):
        if type_ == "place" and thing.number not in around.places:
            continue  # "France and Italy have reopened rail links between Lyon and Turin"
        if thing.is_joined and thing.type == type_:
            return thing if nominal.sentence - thing.last <= TYPE_WINDOW else None
    return None


def _find_by_word(
    nominal: Candidate, capitals: frozenset[str], things: Sequence[Thing]
) -> Thing | None:
    """The named thing of the same type whose name holds a modifier ("the Aegean group"), or that
    was said to be what the modifiers say ("the Danish firm")."""
    if nominal.type in (None, "person") or nominal.complement:
        return None
    told = {w for w in capitals if not nations_in([w])}
    partial = nominal.label in words("partial")
    general = nominal.label in words("general") and bool(nominal.modifiers)
    fitting = [
        t
        for t in things
        if t.names
        and t.type == nominal.type
        and (
            (not partial and not told.isdisjoint(_name_words(t)))
            or (general and nominal.modifiers <= t.words)
        )
    ]
    return fitting[0] if len(fitting) == 1 else None


def _name_words(thing: Thing) -> set[str]:
    return {w.lower() for name in thing.names for w in name if w[:1].isupper()}


def _find_by_type(nominal: Candidate, around: Around, things: Sequence[Thing]) -> Thing | None:
    """The one thing of its type in mind: "the company" after a firm's name."""
    closed = around.closed or nominal.label == "old"
    if nominal.plural or nominal.type is None or not closed:
        return None
    here = nominal.sentence
    of_type = [t for t in things if _is_named_of(nominal, around.places, t)]
    near = [t for t in of_type if 0 <= here - t.last <= TYPE_WINDOW]
    if is_news(nominal, around.capitals):
        near = [t for t in near if not (_is_of_goods(nominal) and _ends_with("financiers", t))]
        return find_described(nominal, around.capitals, near, subject=around.subject)
    if nominal.modifiers:
        return None
    if nominal.label in words("kinds"):
        told = near or of_type  # the one that the text names, however long ago
        return told[0] if len(told) == 1 and not _is_of_known_kind(told[0]) else None
    if nominal.label not in words("general"):
        return None
    alone = [here - t.last for t in near].count(1) == 1
    return choose(near, here, _CUT, _CLOSE if alone else _MARGIN) or _find_topic(of_type)


def _is_of_known_kind(thing: Thing) -> bool:
    return any(type_of_noun(noun) == thing.type for noun in thing.nouns)


def _is_named_of(nominal: Candidate, places: frozenset[int], thing: Thing) -> bool:
    """True for a thing with a name that is what the noun says; what nothing else tells the type of
    may be a body."""
    untyped = thing.type == "other" and nominal.type == "organization"
    trades = nominal.label in words("firms") | words("trades")
    return (
        bool(thing.names)
        and not (trades and not words("idealistic").isdisjoint(thing.nouns))
        and not ((trades or nominal.label == "group") and _ends_with("public", thing))
        and (thing.type == nominal.type or untyped)
        and not thing.plural
        and not (nominal.type == "place" and thing.number not in places)
        and not (thing.gender and nominal.gender and thing.gender != nominal.gender)
        and not (nominal.numbers and thing.numbers and nominal.numbers.isdisjoint(thing.numbers))
    )


def _ends_with(key: str, thing: Thing) -> bool:
    """True for what its own name shows to be a court or a ministry, neither company nor group, or
    a fund, by the list that its last word is in."""
    ends = (name[name.index("of") - 1] if "of" in name[1:] else name[-1] for name in thing.names)
    return any(end.lower() in words(key) for end in ends)


def _is_of_goods(nominal: Candidate) -> bool:
    """True for a trade other than that with money: no fund is a carmaker or a start-up."""
    return nominal.label in words("trades") - words("of_money")


def _find_topic(of_type: Sequence[Thing]) -> Thing | None:
    """What a text is about: the thing of a type that it names far more often than any other."""
    ranked = sorted(of_type, key=lambda t: -len(t.mentions))
    least = _TOPIC - (len(ranked) == 1)  # the only one of its type
    if not ranked or len(ranked[0].mentions) < least:
        return None
    rival = len(ranked[1].mentions) if len(ranked) > 1 else 0
    return ranked[0] if len(ranked[0].mentions) >= _TOPIC * rival else None
