"""How much a thing is in mind, and which of several is most.

A thing's salience is the sum of the roles of its mentions, halved about once a sentence (after
Lappin and Leass 1994).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from kgx.annotate.coreference.things import Thing
from kgx.annotate.grammar.labels import SUBJECTS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.words.wordlists import read_set

WINDOW = 3
"""Sentences back in which a pronoun finds its antecedent."""
HEAD_WINDOW = 20
"""Sentences back in which a noun phrase finds one with the same head."""

_ROLES = {
    "nsubj": 1.0,
    "nsubjpass": 0.9,
    "dobj": 0.8,
    "dative": 0.6,
    "ROOT": 0.6,
    "poss": 0.5,
    "compound": 0.2,
    "nmod": 0.2,
}
_EMBEDDED = 0.8  # a subject of a clause within another
_OTHER_ROLE = 0.4
_ASIDE = 0.5  # what is left of what a relative clause says of a subject
_QUOTED = 0.8  # what is left of what somebody said, outside of the quotation
_NAMED = 0.15
_MENTION = 0.03  # for each of the first mentions
_MOST_MENTIONS = 6
_DEEPEST = 4  # steps up a parse


def role_of(parse: Parse, head: int) -> float:
    """What a mention adds to the salience of its thing: subjects most."""
    for _ in range(_DEEPEST):  # "the owner, Ann Lind, and her son were": subjects
        up = parse.head[head]
        if parse.dep[head] not in ("conj", "cc") and (
            parse.dep[head] != "appos" or parse.pos[up] != "NOUN"
        ):
            break
        head = up
    dep = parse.dep[head]
    if dep == "attr" and parse.child(parse.head[head], "expl") is not None:
        return _ROLES["nsubj"]  # "there is Ann, who"
    if dep == "pobj" and _is_of_share(parse, head):
        return _ROLES["nsubjpass"]
    role = _ROLES.get(dep, _OTHER_ROLE) * (_ASIDE if _is_in_aside(parse, head) else 1.0)
    if dep == "nsubj":
        verb = parse.head[head]
        if parse.dep[verb] not in ("ROOT", "ccomp", "conj"):
            role = _EMBEDDED
    return role


def _is_of_share(parse: Parse, head: int) -> bool:
    """True for the firm in "Shares in *Orbis* fell", whom the clause is about."""
    prep = parse.head[head]
    share = parse.head[prep]
    told = parse.lower[prep] in ("in", "of", "at") and parse.dep[share] in SUBJECTS
    return told and parse.lemma[share].lower() in read_set("nouns.toml", "results")


def _is_in_aside(parse: Parse, head: int) -> bool:
    """True for an object within a relative clause about a subject: "Lind, who chairs *the board*,
    voted against it"."""
    up = parse.head[head]
    verb = parse.head[up] if parse.dep[head] == "pobj" else up
    about = parse.dep[parse.head[verb]] in SUBJECTS
    return about and parse.dep[head] in ("dobj", "pobj") and parse.dep[verb] == "relcl"


def choose(
    things: Sequence[Thing],
    sentence: int,
    cut: float,
    margin: float,
    quote: int = -1,
    favoured: Mapping[int, float] = MappingProxyType({}),
) -> Thing | None:
    """The most salient thing, if it passes the cut and leads by the margin.

    Args:
        quote: The quotation from which one looks back, or -1.
        favoured: What is added to the scores of things, by their numbers.
    """
    ranked = sorted(
        ((score(t, sentence, quote) + favoured.get(t.number, 0.0), t.number) for t in things),
        reverse=True,
    )
    if not ranked or ranked[0][0] < cut:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < margin * ranked[0][0]:
        return None
    number = ranked[0][1]
    return next(t for t in things if t.number == number)


def score(thing: Thing, sentence: int, quote: int = -1) -> float:
    """How much a thing is in mind at a sentence, seen from a quotation or, with -1, from none."""
    found = thing.salience(sentence) + _MENTION * min(len(thing.mentions), _MOST_MENTIONS)
    if thing.quote >= 0 and thing.quote != quote:
        found *= _QUOTED
    return found + (_NAMED if thing.names else 0.0)
