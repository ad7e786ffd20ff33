"""Who "I" and "we" are in a quotation."""

from __future__ import annotations

from kgx.annotate.discourse import Discourse
from kgx.annotate.nominals import Candidate, words
from kgx.annotate.roles import find_bodies
from kgx.annotate.things import Thing


def resolve_first_person(d: Discourse) -> None:
    """In a quotation "I" is who speaks, and "we" the body that the text says the speaker speaks
    for; elsewhere they refer to no one."""
    _find_bodies(d)
    singular, plural = words("first_singular"), words("first_plural")
    parse = d.parse
    for i, number in enumerate(d.quote_at):
        if number < 0 or parse.pos[i] != "PRON":
            continue
        word = parse.lower[i]
        if word not in singular and word not in plural:
            continue
        speaker = d.quotes[number].speaker
        who = None if speaker is None else d.thing_of(speaker)
        if who is not None and word in plural:
            who = _body_of(d, who)
        elif who is not None and who.type != "person":
            who = None
        if who is not None:
            pronoun = Candidate(i, i + 1, i, "pronoun", word, d.sentences[i], plural=word in plural)
            who.mentions.append(pronoun)
            d.thing_at[i] = who.number


def _body_of(d: Discourse, speaker: Thing) -> Thing | None:
    """What a speaker means by "we"."""
    if speaker.type == "organization":
        return speaker
    return d.things[speaker.body] if speaker.body >= 0 else None


def _find_bodies(d: Discourse) -> None:
    """Note which named body each person speaks for."""
    people = [(c.head, c.start) for c in d.names.names if c.type == "person"]
    for noun, tokens in find_bodies(d.parse, people).items():
        person = d.thing_of(noun)
        if person is None or person.body >= 0:
            continue
        for body in (d.thing_of(t) for t in tokens):
            if body is not None and body.type == "organization" and body.names:
                person.body = body.number
                break
