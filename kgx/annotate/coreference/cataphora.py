"""Pronouns before the name they refer to: "When she came home, Ann Lind slept"."""

from __future__ import annotations

from kgx.annotate.coreference.discourse import Discourse, add_mention
from kgx.annotate.coreference.nominals import Candidate
from kgx.annotate.coreference.pronouns import agrees
from kgx.annotate.coreference.things import Thing
from kgx.annotate.grammar.labels import NOUN_SUBJECTS

MOST_OPEN = 8
"""Pronouns of one sentence that wait for their name, so that an endless sentence costs no more."""
_DEEPEST = 8
"""Steps up a parse from a pronoun to the verb of its sentence."""


def take_cataphors(d: Discourse, thing: Thing, name: Candidate) -> None:
    """Let open pronouns in what a sentence begins with refer to the name that is its subject."""
    if d.parse.dep[name.head] not in NOUN_SUBJECTS:
        return
    verb = d.parse.head[name.head]
    for pronoun in d.open:
        here = pronoun.sentence == name.sentence and agrees(pronoun, thing)
        if here and _is_fronted(d, pronoun.head, verb, name.start):
            add_mention(d, thing, pronoun, "the subject that its clause stands before")
    d.open = [p for p in d.open if d.thing_at[p.head] < 0]


def _is_fronted(d: Discourse, token: int, verb: int, before: int) -> bool:
    """True if a token is in a clause or phrase that stands before the subject of its verb; where
    the verb comes first, "Among its rivals is Orbis", it is somebody else's."""
    if d.parse.dep[verb] == "ROOT" and verb < before:
        return False
    for _ in range(_DEEPEST):
        up = d.parse.head[token]
        if up == verb:
            return d.parse.dep[token] in ("advcl", "prep") and d.parse.right[token] < before
        token = up
    return False
