"""Couples, whom "they" may mean though no "and" joins them: "Ann Lind married Bo Berg"."""

from __future__ import annotations

from kgx.annotate.coreference.discourse import Discourse, add_thing, keep_in_mind
from kgx.annotate.coreference.nodes import label_of
from kgx.annotate.coreference.nominals import Candidate, words
from kgx.annotate.coreference.salience import role_of
from kgx.annotate.coreference.things import Thing
from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.grammar.parse import Parse
from kgx.records import changed

_BESIDE = ("appos", "compound", "nmod")
_DEEPEST = 3
"""Steps up from a verb to the subject: "moved to Oslo and was *married* to"."""


def note_couple(d: Discourse, name: Candidate) -> None:
    """Keep in mind as two those of whom one marries or meets the other, when the other is named."""
    subject = _who_marries(d.parse, name.head)
    if subject is None or d.thing_at[subject] < 0 or d.thing_at[name.head] < 0:
        return
    both = [d.things[d.thing_at[t]] for t in (subject, name.head)]
    if both[0] is both[1] or not all(_is_one(t) for t in both):
        return
    start = min(subject, name.start)
    said = changed(name, start=start, head=subject, form="nominal", label="and")
    said = changed(said, plural=True, gender="")
    couple = add_thing(d, said)
    couple.called = " and ".join(label_of(d.parse, t) for t in both)
    couple.members = tuple(t.number for t in both)
    couple.add(said, role_of(d.parse, subject))
    couple.quote = d.quote_at[name.head]
    couple.nouns.clear()
    keep_in_mind(d, couple)


def _is_one(thing: Thing) -> bool:
    return thing.type == "person" and not thing.plural and bool(thing.names)


def _who_marries(parse: Parse, name: int) -> int | None:
    """The subject of a verb for what two do together whose object a name is or stands beside, and
    of "was married to"."""
    token = name
    while parse.dep[token] in _BESIDE and parse.head[token] != token:
        token = parse.head[token]
    verb = parse.head[token]
    told = parse.dep[token] == "dobj" and parse.lemma[verb] in words("pairing")
    if parse.dep[token] == "pobj" and parse.lower[verb] == "to":
        verb = parse.head[verb]
        told = parse.lower[verb] == "married"
    for _ in range(_DEEPEST if told else 0):
        if parse.child(verb, "neg") is not None:
            return None
        subject = parse.child(verb, *NOUN_SUBJECTS)
        if subject is not None or parse.dep[verb] not in ("conj", "acomp"):
            return subject
        verb = parse.head[verb]
    return None
