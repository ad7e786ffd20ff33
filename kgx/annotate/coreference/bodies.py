"""The body that a person speaks for or leads: chair *of Orbis*, *its* leader."""

from __future__ import annotations

from kgx.annotate.coreference.discourse import Discourse
from kgx.annotate.coreference.nominals import Candidate, words
from kgx.annotate.coreference.things import Thing

_FEW = 4
"""Names and roles of a person that are looked at."""


def note_bodies(d: Discourse) -> None:
    """Note which named body each person speaks for."""
    for noun in d.bodies:
        person = d.thing_of(noun)
        if person is not None and person.body < 0:
            _note_body(d, person, noun)


def _note_body(d: Discourse, person: Thing, noun: int) -> None:
    for body in (d.thing_of(t) for t in d.bodies[noun]):
        if body is not None and body.type == "organization" and body.names:
            person.body = body.number
            return


def find_own_body(d: Discourse, nominal: Candidate, owner: int) -> Thing | None:
    """The body that "her company" is, of whom the text says that she leads it or works for it."""
    person = d.things[owner] if owner >= 0 else None
    own = nominal.label in words("own_bodies") and nominal.end == nominal.head + 1
    if not own or person is None or person.type != "person" or nominal.modifiers or nominal.plural:
        return None
    if person.body < 0 and not person.nouns & words("agents_of_bodies"):
        heads = [m.head for m in person.mentions[:_FEW] if m.form == "name"]
        for noun in (*person.roles[:_FEW], *heads):
            if noun in d.bodies and person.body < 0:
                _note_body(d, person, noun)
    body = d.things[person.body] if person.body >= 0 else None
    return body if body is not None and _may_be_called(nominal.label, body) else None


def _may_be_called(label: str, body: Thing) -> bool:
    """True for a noun that any firm goes by, for one that the body goes by, and for one of a body
    of which no noun is known."""
    if label in words("parties") or body.nouns & words("parties"):
        return label in words("parties") and bool(body.nouns & words("parties"))
    known = body.nouns & (words("own_bodies") - words("general"))
    return not known or label in known or label in words("general")
