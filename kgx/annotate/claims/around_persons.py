"""What stands around a person's name and tells of them: "Ann Lind (Green Party)", "Ann Lind, of
Orbis,", "Orbis's Ann Lind", "Lund-born Ann Lind", "Ann Lind, 34, from Lund, won"."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.beside_names import belong
from kgx.annotate.claims.concept_ties import claim_on_concept
from kgx.annotate.claims.drafts import Context, Draft
from kgx.annotate.claims.lives import read_life
from kgx.annotate.claims.origins import draft_seat
from kgx.annotate.grammar.marks import is_bracketed
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import MentionSpan
from kgx.annotate.names.nationalities import is_country
from kgx.annotate.words.wordlists import read_set
from kgx.types import Claim

_OWNS = frozenset({"'s", "’s", "'", "’"})


def read_around(context: Context, document: str) -> Iterator[Claim]:
    """Claims that no clause states, each read off a person's name and what is right around it."""
    referents = context.referents
    names = [m for m in referents.at.values() if m.form == "name"]
    starts, ends = {m.start: m for m in names}, {m.end: m for m in names}
    told: set[str] = set()
    for name in names:
        if referents.entities[name.entity].type == "person":
            lived = () if name.entity in told else tuple(read_life(context, name, starts))
            for one, near in (
                *_after(context, name, starts),
                *_before(context, name, ends),
                *lived,
            ):
                yield claim_on_concept(referents, document, one, name.head, near)
            if lived:
                told.add(name.entity)


def _after(
    context: Context, name: MentionSpan, starts: dict[int, MentionSpan]
) -> Iterator[tuple[Draft, int]]:
    """ "(Green Party)", ", of Lund,", ", 34, from Lund," and ", of Orbis," after a name."""
    referents, lower = context.referents, context.referents.parse.lower
    body, home = starts.get(name.end + 1), name.end + _skip_age(referents.parse, name.end)
    if body is not None and is_bracketed(referents.parse, body.start, body.end):
        belongs = referents.entities[body.entity].type == "organization"
        yield from [(belong(context, name, body), body.head)] if belongs else []
    if lower[home : home + 1] != [","] or lower[home + 1 : home + 2] not in (["of"], ["from"]):
        return
    other = starts.get(home + 2 + (lower[home + 2 : home + 3] == ["the"]))
    if other is None or lower[other.end : other.end + 1] not in ([","], ["."], [";"], ["and"]):
        return
    entity = referents.entities[other.entity]
    if referents.label_at[other.head] == "GPE" and not is_country(entity):
        yield context.typed(name.entity, "residence", referents.entity(entity.id)), other.head
    elif entity.type == "organization" and lower[home + 1] == "of":
        yield belong(context, name, other), other.head


def _skip_age(parse: Parse, token: int) -> int:
    """How many tokens an age takes that a comma brings in."""
    age = parse.text[token + 1 : token + 2]
    return 2 if parse.text[token : token + 1] == [","] and age and age[0].isdecimal() else 0


def _before(
    context: Context, name: MentionSpan, ends: dict[int, MentionSpan]
) -> Iterator[tuple[Draft, int]]:
    """ "Orbis's", "Peru's" and "Lund-born" before a name."""
    referents, lower = context.referents, context.referents.parse.lower
    owner, town = ends.get(name.start - 1), ends.get(name.start - 2)
    if owner is not None and lower[name.start - 1] in _OWNS:
        entity = referents.entities[owner.entity]
        party = entity.type == "group" and context.is_party(entity)
        if entity.type == "organization" or party:
            yield belong(context, name, owner), owner.head
        elif is_country(entity):
            land = referents.entity(entity.id)
            yield context.typed(name.entity, "citizenship", land), owner.head
            if referents.parse.lower[name.start] in read_set("roles.toml", "rulers"):
                ruler = referents.entity(name.entity)
                yield context.typed(land.iri, "headOfState", ruler), owner.head
    if town is not None and lower[name.start - 2 : name.start] == ["-", "born"]:
        for one in draft_seat(context, referents.entity(name.entity), (name.start - 1,)):
            yield one, town.head
