"""To whom things go: "to" hangs on the verb that brings them or on the noun for what is brought."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.tree import last_below, move
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_MOST_NOUNS = 3
"""Nouns, each of the one before, that are looked at before "to"."""


def hand_receiver(parse: Parse, to: int) -> None:
    """Hang "to" on what it belongs to, in place."""
    _free_gift(parse, to)
    _free_delivery(parse, to)
    _hold_plea(parse, to)
    _hold_goal(parse, to)
    _hold_receiver(parse, to)


def part_gift(parse: Parse, gift: int) -> None:
    """Give a verb, in place, what somebody named right before gets: "won Ann Lind | the Hale
    Prize"."""
    name, article = parse.head[gift], parse.child(gift, "det")
    verb = parse.head[name]
    apart = parse.dep[name] != "dobj" or parse.tag[name] != "NNP" or article != name + 1
    if not apart and parse.lemma[verb] in read_set("verbs.toml", "granting", "winning_for"):
        parse.dep[name] = "dative"
        move(parse, gift, verb, "dobj")


def free_share(parse: Parse, number: int) -> None:
    """Make an object, in place, of the share that a parser takes for a part of the name of who gets
    it: "give Orbis | 58 per cent"."""
    taker, per = parse.head[number], number + 1
    verb = parse.head[taker]
    if parse.lower[per : per + 1] != ["per"] or taker > number or parse.pos[verb] != "VERB":
        return
    if parse.dep[taker] in ("dobj", "dative") and parse.head[per] == verb:
        parse.dep[taker] = "dative"
        move(parse, number, verb, "dobj")
        move(parse, per, number)


def _free_gift(parse: Parse, to: int) -> None:
    """Hang on a verb of giving, in place, who is given what comes before: "granted licences for
    mining | to Peru"."""
    near, taker = parse.head[to], parse.child(to, "pobj")
    prep = parse.head[near]
    gift = parse.head[prep]
    verb = parse.head[gift]
    inside = parse.dep[near] == "pobj" and parse.dep[prep] == "prep" and parse.dep[gift] == "dobj"
    if not inside or taker is None or parse.tag[taker] != "NNP":
        return
    gives = parse.lemma[verb] in read_set("verbs.toml", "granting")
    if gives and not any(parse.lower[c] == "to" for c in parse.children[verb]):
        move(parse, to, verb)


def _free_delivery(parse: Parse, to: int) -> None:
    """Hang on a verb, in place, to whom it brings its object: "supplied pumps | to the army"; not
    what that noun asks for itself: "provided access to the port"."""
    thing = parse.head[to]
    verb, noun = parse.head[thing], parse.lemma[thing].lower()
    bare = parse.dep[thing] == "dobj" and to == thing + 1 and parse.pos[thing] == "NOUN"
    asks = noun in read_set("complements.toml", "to")
    if bare and not asks and parse.lemma[verb] in read_set("verbs.toml", "delivering"):
        move(parse, to, verb)


def _hold_plea(parse: Parse, to: int) -> None:
    """Hang a charge on what one pleads, in place: "pleaded guilty in May | to fraud"."""
    verb = parse.head[to]
    plea = parse.child(verb, "acomp", "oprd") if parse.lemma[verb] == "plead" else None
    if plea is not None and plea < to:
        move(parse, to, plea)


def _hold_goal(parse: Parse, to: int) -> None:
    """Hang on a noun, in place, whom it goes to, where its verb takes it nowhere: "halted aid | to
    Mali"."""
    verb, goal = parse.head[to], parse.child(to, "pobj")
    noun = parse.child(verb, "dobj")
    if noun is None or goal is None or last_below(parse, noun) != to - 1:
        return
    counted = parse.pos[goal] in ("NUM", "SYM") or parse.child(goal, "nummod") is not None
    going = "travels" if parse.lemma[verb] != "send" else "admitting"
    if parse.lemma[noun] in read_set("noun_ties.toml", "admitting", going):
        move(parse, to, noun)  # "won a scholarship | to Lund", "led a mission | to Mali"
        return
    stops = parse.lemma[verb] in read_set("verbs.toml", "stinting")
    if stops and not counted and parse.lemma[noun] in read_set("noun_ties.toml", "directed"):
        move(parse, to, noun)


def _hold_receiver(parse: Parse, to: int) -> None:
    """Hang on a noun, in place, whom goes what it is of: "agreed on the sale of jets | to Mali"."""
    verb, noun = parse.head[to], to - 1
    if parse.pos[verb] != "VERB" or parse.lemma[verb] in read_set("verbs.toml", "delivering"):
        return
    for _ in range(_MOST_NOUNS):
        link = parse.head[noun]
        if parse.dep[noun] != "pobj" or parse.dep[link] != "prep" or parse.lower[link] != "of":
            return
        noun = parse.head[link]
        if parse.lemma[noun] in read_set("noun_ties.toml", "directed") and noun > verb:
            move(parse, to, noun)
            return
