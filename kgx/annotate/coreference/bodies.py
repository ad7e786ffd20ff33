"""The body that a person speaks for or leads: chair *of Orbis*, *its* leader."""

from __future__ import annotations

from kgx.annotate.coreference.discourse import Discourse
from kgx.annotate.coreference.nominals import Candidate, words
from kgx.annotate.coreference.roles import speaks
from kgx.annotate.coreference.things import Thing

_FEW = 4
"""Names and roles of a person that are looked at."""
_DEEPEST = 8
"""Steps up a parse from a noun to the verb of saying over it."""


def note_bodies(d: Discourse) -> None:
    """Note which named body each person speaks for."""
    for noun in d.bodies:
        person = d.thing_of(noun)
        if person is not None and person.body < 0:
            _note_body(d, person, noun)


def _note_body(d: Discourse, person: Thing, noun: int) -> None:
    if d.parse.lemma[noun].lower() in words("past_members"):
        return  # who graduated from a university does not speak for it
    for body in (d.thing_of(t) for t in d.bodies[noun]):
        if body is not None and body.type in ("organization", "group") and body.names:
            person.body = body.number
            return


def find_own_body(d: Discourse, nominal: Candidate, owner: int) -> Thing | None:
    """The body that "her company" is, of whom the text says that she leads it or works for it."""
    person = d.things[owner] if owner >= 0 else None
    own = nominal.label in words("own_bodies") and nominal.end == nominal.head + 1
    if not own or person is None or person.type != "person" or nominal.modifiers or nominal.plural:
        return None
    body = body_of(d, person)
    return d.things[body] if body >= 0 and _may_be_called(nominal.label, d.things[body]) else None


def find_speakers_body(d: Discourse, nominal: Candidate) -> Thing | None:
    """The body that "the company" is in what somebody says who speaks for one: "Ann Lind, chair of
    Orbis, said the company would"."""
    plain = nominal.article == "definite" and not nominal.modifiers and not nominal.complement
    if not plain or nominal.type != "organization" or nominal.label not in words("general"):
        return None
    speaker = _speaker_over(d, nominal.head)
    body = -1 if speaker is None or speaker.type != "person" else body_of(d, speaker)
    return d.things[body] if body >= 0 and not d.things[body].nouns & words("parties") else None


def _speaker_over(d: Discourse, token: int) -> Thing | None:
    """Who says the clause that a token is in; None for the speaker's own words about themself."""
    quote = d.quotes[d.quote_at[token]] if d.quote_at[token] >= 0 else None
    if quote is not None:
        return d.thing_of(quote.speaker) if quote.speaker is not None else None
    for _ in range(_DEEPEST):
        up = d.parse.head[token]
        if up == token:
            return None
        clause = d.parse.dep[token] == "ccomp"
        subject = d.parse.child(up, "nsubj") if clause else None
        if subject is not None and speaks(d.parse, subject):
            return d.thing_of(subject)
        token = up
    return None


def body_of(d: Discourse, person: Thing) -> int:
    """The number of the named body that a person speaks for, unless they work for another as well;
    -1 for none."""
    if person.body < 0 and not person.nouns & words("agents_of_bodies"):
        heads = [m.head for m in person.mentions[:_FEW] if m.form == "name"]
        for noun in (*person.roles[:_FEW], *heads):
            if noun in d.bodies and person.body < 0:
                _note_body(d, person, noun)
    return person.body


def _may_be_called(label: str, body: Thing) -> bool:
    """True for a noun that any firm goes by, for one that the body goes by, and for one of a body
    of which no noun is known."""
    if label in words("parties") or body.nouns & words("parties"):
        return label in words("parties") and bool(body.nouns & words("parties"))
    known = body.nouns & (words("own_bodies") - words("general"))
    return not known or label in known or label in words("general")
