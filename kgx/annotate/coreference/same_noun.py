"""Which thing was called by the same noun before: "a mill ... the mill"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kgx.annotate.coreference.nominals import Candidate, words
from kgx.annotate.coreference.salience import HEAD_WINDOW, WINDOW
from kgx.annotate.coreference.things import Thing
from kgx.records import quick

_PASSING = 0.4
"""The salience of what was no subject of the sentence before, at most."""


@quick
@dataclass(frozen=True, slots=True)
class Around:
    """What the text says around a noun phrase.

    Attributes:
        owner: The number of the thing that owns it, or -1.
        body: The number of the body that its owner speaks for, or -1.
        capitals: Its modifiers that are written with a capital, in lower case.
        places: Numbers of the things that the gazetteer says are what a noun for a place says.
        subject: It is a subject: only then may it say something new ("the Oslo-based firm").
        closed: Nothing follows that narrows it.
        told_apart: A clause follows that says which are meant ("the people who eat there").
        several: Its head is written as a plural.
        own: It is said to be somebody's *own*, which tells it from another's.
    """

    owner: int
    body: int
    capitals: frozenset[str]
    places: frozenset[int]
    subject: bool
    closed: bool
    told_apart: bool
    several: bool
    own: bool


def find_same_noun(nominal: Candidate, around: Around, fitting: Sequence[Thing]) -> Thing | None:
    """The last thing called by the same noun, one of the same number first."""
    owner = around.owner
    counted = [t for t in fitting if nominal.numbers and nominal.numbers <= t.numbers]
    for thing in (*reversed(counted), *reversed(fitting)):
        far = nominal.sentence - thing.last
        owned = owner in thing.owners or (_may_own(around, thing) and far <= WINDOW)
        near = far <= HEAD_WINDOW or bool(thing.names)
        if nominal.label not in thing.nouns or _is_kind_only(nominal, thing):
            continue
        if nominal.article == "possessive" and (_is_bare(thing) or _is_other(nominal, thing)):
            continue  # "knowledge ... their knowledge"
        if near and (owned or nominal.article != "possessive"):
            return _find_called_so(nominal, thing, fitting) or thing
    return None


def _find_called_so(nominal: Candidate, thing: Thing, fitting: Sequence[Thing]) -> Thing | None:
    """The one body that the text called "the bank" before, rather than one in whose name the word
    stands and that was spoken of in passing: "economists at Orbis Bank"."""
    plain = nominal.type == "organization" and nominal.article == "definite"
    if not plain or thing.salience(nominal.sentence) > _PASSING or calls(nominal, thing):
        return None
    called = [t for t in fitting if nominal.sentence - t.last <= HEAD_WINDOW and calls(nominal, t)]
    return called[0] if len(called) == 1 and (called[0].names or thing.names) else None


def calls(nominal: Candidate, thing: Thing) -> bool:
    """True for a thing that was called by the same noun, with nothing that narrows it."""
    mentions = (m for m in thing.mentions if m.form == "nominal" and not m.modifiers)
    return any(m.label == nominal.label and m.article == "definite" for m in mentions)


def _is_other(nominal: Candidate, thing: Thing) -> bool:
    """True for a name that ends with a noun for something else: "its capital" is no Orbis
    Capital."""
    return bool(thing.names) and nominal.type not in (None, thing.type)


def _may_own(around: Around, thing: Thing) -> bool:
    """True where somebody may have what was said to be nobody's: "a dog ... her dog", not "the role
    ... her role in the film" and not the party that another leads."""
    first = thing.mentions[0] if thing.mentions else None
    plain = around.closed or (first is not None and first.article == "possessive")
    other = thing.type == "organization" and around.body not in (-1, thing.number)
    return around.owner >= 0 and not thing.owners and plain and not around.own and not other


def _is_bare(thing: Thing) -> bool:
    """True for what was first spoken of without an article and has no name."""
    first = thing.mentions[0] if thing.mentions else None
    bare = first is not None and first.form == "nominal" and first.article == "bare"
    return bare and not thing.names


def _is_kind_only(nominal: Candidate, thing: Thing) -> bool:
    """True for a kind narrower than the phrase is ("case studies ... the studies"), and for what is
    no place or body without an article ("at school")."""
    if not _is_bare(thing):
        return False
    first = thing.mentions[0]
    return not first.modifiers <= nominal.modifiers or (
        not first.plural and first.label in words("bare_activities")
    )
