"""Whom "by" brings in, and the verb or the noun that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.labels import FINITE
from kgx.annotate.grammar.tree import move
from kgx.annotate.words.noun_types import type_of_noun
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_GIVERS = ("person", "organization", "place")


def hand_agent(parse: Parse, by: int) -> None:
    """Hang "by" and a name on what it belongs to, in place."""
    if parse.lower[by] != "by":
        return
    if parse.dep[by] == "prep":
        _free_agent(parse, by)
        _give_agent(parse, by)
        _hang_on_work(parse, by)
    else:
        _hand_up(parse, by)
    _hand_down(parse, by)


def _free_agent(parse: Parse, by: int) -> None:
    """Make of "by" and a name after somebody or somewhere, or after a charge, in place, the agent
    of a passive: "was given to the museum | by Ann Lind", "was accused of fraud | by Orbis"."""
    noun, name = by - 1, parse.child(by, "pobj")
    if name is None or parse.pos[name] != "PROPN" or parse.dep[noun] != "pobj":
        return
    named = parse.pos[noun] == "PROPN" or type_of_noun(parse.lemma[noun]) in _GIVERS
    prep = parse.head[noun]
    verb = parse.head[prep]
    passive = parse.child(verb, "auxpass") is not None and parse.child(verb, "agent") is None
    charged = parse.lemma[verb] in read_set("verbs.toml", "charging", "accusing")
    if (named or charged) and passive and prep > verb:
        move(parse, by, verb, "agent")


def _hand_up(parse: Parse, by: int) -> None:
    """Hang on the passive verb, in place, whom a parser takes for the agent of the active one below
    it: "was seen leaving | by Ann Lind"."""
    verb = parse.head[by]
    above = parse.head[verb]
    active = parse.tag[verb] == "VBG" and parse.child(verb, "auxpass") is None
    passive = parse.child(above, "auxpass") is not None and parse.child(above, "agent") is None
    if active and passive and parse.dep[verb] in ("xcomp", "advcl") and above < verb < by:
        move(parse, by, above)


def _give_agent(parse: Parse, by: int) -> None:
    """Give a participle, in place, the second "by" of its noun: "an album by Orbis, released in
    May, | by Helix"."""
    noun = parse.head[by]
    near = [c for c in parse.children[noun] if noun < c < by]
    first = next((c for c in near if parse.lower[c] == "by"), by)
    done = [c for c in near if parse.dep[c] == "acl" and parse.tag[c] == "VBN" and c > first]
    if done and parse.child(done[-1], "agent") is None:
        move(parse, by, done[-1], "agent")


def _hang_on_work(parse: Parse, by: int) -> None:
    """Hang on the noun for a work, in place, whom it is by: "is an opera in two acts | by Ida
    Berg"."""
    above, name = parse.head[by], parse.child(by, "pobj")
    within = parse.dep[above] == "pobj" and parse.lower[parse.head[above]] == "in"
    work = parse.head[parse.head[above]] if within else parse.child(above, "attr")
    if work is None or name is None or parse.tag[name] != "NNP" or not work < by:
        return
    if parse.pos[work] == "NOUN" and type_of_noun(parse.lemma[work]) == "work":
        move(parse, by, work)


def _hand_down(parse: Parse, by: int) -> None:
    """Hang on the noun before it, in place, a name after "by": no active verb has a doer there."""
    verb, name, noun = parse.head[by], parse.child(by, "pobj"), by - 1
    if name is None or not any(parse.tag[t][:3] == "NNP" for t in (name, *parse.children[name])):
        return
    passive = parse.child(verb, "auxpass") is not None
    doer = parse.child(verb, "nsubj", "nsubjpass")
    active = (doer is not None or parse.tag[verb] == "VBG") and not passive
    if parse.pos[verb] != "VERB" or not active or not verb < noun:
        return
    thing = parse.child(verb, "dobj")
    if parse.pos[noun] == "PROPN" and thing is not None and parse.child(thing, "prep") is not None:
        noun = thing  # "blocked the purchase of Helix | by Orbis"
    inside = parse.dep[noun] == "pobj" and parse.head[parse.head[noun]] == verb
    right_behind = parse.tag[verb] in FINITE and parse.head[noun] == verb + 1  # "headed in a cross"
    inside = inside and (parse.dep[by] == "prep" or right_behind)
    if parse.pos[noun] == "NOUN" and (inside or (thing is not None and verb < thing <= noun)):
        move(parse, by, noun, "prep")
