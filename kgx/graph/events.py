"""What binary claims do not hold, as events: facts with three or more participants, and deeds that
one takes part in alone."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping

from rdflib import XSD

from kgx.graph.records import Event, EventRole, Participant, Source
from kgx.iris import event_iri
from kgx.types import Annotation, Argument, EntityType, Proposition, Relation, Role, Time
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

PREPOSITIONS: Mapping[str, EventRole] = {
    "to": "target",
    "into": "target",
    "from": "source",
    "with": "participant",
    "in": "place",
    "at": "place",
    "near": "place",
}
"""What the object of a relation that ends in a preposition is; in others it is the theme."""

_FEWEST = 3
"""Fewer participants are a binary claim, which says it all."""

_WORDED = frozenset({"agent", "theme", "recipient"})
"""Parts that a happening keeps in the text's words where they name no entity."""


def find_events(annotation: Annotation, source: Source, base: str) -> dict[str, Event]:
    """The events of a document, by the ids of the propositions that tell of them.

    Propositions tell of one if a claim was read in each and they have three or more different
    participants together (entities, times, amounts), one of them an entity; or if one is a
    happening that no claim tells. What several tell alike is one event, with the participants of
    all.
    """
    claimed = {claim.proposition for claim in annotation.claims}
    kinds = {entity.id: entity.type for entity in annotation.entities}
    groups: dict[str, list[Proposition]] = {}
    for said in annotation.propositions:
        if said.id in claimed or said.event == said.id:
            groups.setdefault(said.event or said.id, []).append(said)
    events = {}
    for group in groups.values():
        found = [p for said in group for p in _find_participants(said, annotation.times, kinds)]
        named = {(p.entity, p.value) for p in found}
        alone = group[0].event == group[0].id
        if (alone or len(named) >= _FEWEST) and any(p.entity for p in found):
            event = _make_event(group, found, source, base)
            events.update({said.id: event for said in group})
    return events


def _make_event(
    group: list[Proposition], participants: list[Participant], source: Source, base: str
) -> Event:
    """An event, named and placed as it is told first, standing as it is told most surely."""
    first = group[0]
    best = min(group, key=lambda said: (said.modality != "asserted", -said.confidence))
    return Event(
        id=event_iri(source.id, first.id, base),
        label=first.relation.lemma or first.relation.text,
        document=source,
        start=first.start,
        end=first.end,
        participants=tuple(sorted(set(participants))),
        polarity=first.polarity,
        modality=best.modality,
        attributed_to=best.attributed_to,
        confidence=best.confidence,
    )


def _find_participants(
    said: Proposition, times: tuple[Time, ...], kinds: Mapping[str, EntityType]
) -> list[Participant]:
    by_agent = any(argument.role == "agent" for argument in said.arguments)
    passive = by_agent or said.subject.role == "object"
    doer: EventRole = "theme" if passive else "agent"
    alone = said.event == said.id
    found = []
    if said.subject.entity:
        found.append(Participant(doer, said.subject.entity))
    elif alone:
        found.append(_make_text(doer, said.subject))
    for argument in said.arguments:
        role = _find_role(argument, said.relation, kinds)
        read = list(_read_argument(argument, role, times))
        if alone and not read and role in _WORDED:
            read = [_make_text(role, argument)]
        found.extend(read)
    if said.time and not any(participant.role == "time" for participant in found):
        found.append(_make_time(said.time))
    return found


def _find_role(
    argument: Argument, relation: Relation, kinds: Mapping[str, EntityType]
) -> EventRole:
    """The part an argument plays; the object of "export to" is no theme but a target."""
    verb, _, preposition = relation.lemma.rpartition(" ")
    role = PREPOSITIONS.get(preposition) if verb and argument.role == "object" else None
    if role == "place" and kinds.get(argument.entity or "") not in ("place", "facility"):
        role = None
    return role or ROLES[argument.role]


def _read_argument(
    argument: Argument, role: EventRole, times: tuple[Time, ...]
) -> Iterator[Participant]:
    if argument.entity and role != "time":
        yield Participant(role, argument.entity)
    elif argument.role == "time":
        values = {time.value for time in _times_in(times, argument) if _is_date(time.value)}
        yield from map(_make_time, sorted(values))
    elif argument.role == "amount":
        yield _make_text(role, argument)


def _make_text(role: EventRole, argument: Argument) -> Participant:
    return Participant(role, value=argument.text, datatype=str(XSD.string))


def _is_date(value: str) -> bool:
    """False for what can't be dated, and for "now" and "recently"."""
    return bool(value) and not value.endswith("_REF")


def _make_time(value: str) -> Participant:
    return Participant("time", value=value, datatype=time_datatype(value))


def _times_in(times: tuple[Time, ...], argument: Argument) -> Iterator[Time]:
    """The times, of those in order, that an argument holds."""
    if argument.start is None or argument.end is None:
        return
    for place in range(bisect_left(times, argument.start, key=_start), len(times)):
        if times[place].start >= argument.end:
            return
        if times[place].end <= argument.end:
            yield times[place]


def _start(time: Time) -> int:
    return time.start
