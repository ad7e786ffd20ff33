"""N-ary facts: what a proposition with three or more participants tells of, as an event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rdflib import XSD

from kgx.graph.records import Event, EventRole, Participant, Source
from kgx.iris import event_iri
from kgx.types import Annotation, Argument, Proposition, Role, Time
from kgx.vocab import time_datatype

ROLES: Mapping[Role, EventRole] = {
    "subject": "agent",
    "agent": "agent",
    "object": "theme",
    "indirect object": "recipient",
    "complement": "attribute",
    "place": "place",
    "time": "time",
    "manner": "manner",
    "cause": "cause",
    "purpose": "purpose",
    "instrument": "instrument",
    "source": "source",
    "target": "target",
    "amount": "amount",
    "topic": "topic",
    "other": "participant",
}
"""The grammatical role of an argument to the part it plays, as in VerbNet's broad roles."""

_FEWEST = 3
"""Fewer participants are a binary claim, which says it all."""


def find_events(annotation: Annotation, source: Source, base: str) -> dict[str, Event]:
    """The events of a document, by the id of their proposition.

    A proposition tells of one if a claim was read in it and it has three or more different
    participants (entities, times, amounts), one of them an entity.
    """
    claimed = {claim.proposition for claim in annotation.claims}
    events = {}
    for said in annotation.propositions:
        participants = _find_participants(said, annotation.times) if said.id in claimed else []
        named = {(p.entity, p.value) for p in participants}
        if len(named) >= _FEWEST and any(p.entity for p in participants):
            events[said.id] = _make_event(said, participants, source, base)
    return events


def _make_event(
    said: Proposition, participants: list[Participant], source: Source, base: str
) -> Event:
    return Event(
        id=event_iri(source.id, said.id, base),
        label=said.relation.lemma or said.relation.text,
        document=source,
        start=said.start,
        end=said.end,
        participants=tuple(sorted(set(participants))),
        polarity=said.polarity,
        modality=said.modality,
        attributed_to=said.attributed_to,
        confidence=said.confidence,
    )


def _find_participants(said: Proposition, times: tuple[Time, ...]) -> list[Participant]:
    by_agent = any(argument.role == "agent" for argument in said.arguments)
    found = []
    if said.subject.entity:
        passive = by_agent or said.subject.role == "object"
        found.append(Participant("theme" if passive else "agent", said.subject.entity))
    for argument in said.arguments:
        found.extend(_read_argument(argument, times))
    if said.time and not any(participant.role == "time" for participant in found):
        found.append(_make_time(said.time))
    return found


def _read_argument(argument: Argument, times: tuple[Time, ...]) -> Iterator[Participant]:
    role = ROLES[argument.role]
    if argument.entity:
        yield Participant(role, argument.entity)
    elif argument.role == "time":
        values = sorted({time.value for time in times if time.value and _within(time, argument)})
        yield from map(_make_time, values)
    elif argument.role == "amount":
        yield Participant(role, value=argument.text, datatype=str(XSD.string))


def _make_time(value: str) -> Participant:
    return Participant("time", value=value, datatype=time_datatype(value))


def _within(time: Time, argument: Argument) -> bool:
    if argument.start is None or argument.end is None:
        return False
    return argument.start <= time.start and time.end <= argument.end
