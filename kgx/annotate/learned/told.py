"""What the grammar tells of the sentences that learned rules read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from kgx.annotate.grammar.parts import MentionSpan
from kgx.annotate.words.wordlists import read_set
from kgx.types import Claim, Entity

KIN = ("child", "spouse")
"""Relations that two do not have who are kin of another kind."""
_GROUPS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("spouse", "sibling", "relative"), KIN),
    **dict.fromkeys(("child", "father", "mother"), ("spouse",)),
    **dict.fromkeys(("acquired", "owns", "subsidiary"), ("bought",)),
    **dict.fromkeys(("leader", "chiefExecutive", "chairperson", "manager"), ("led",)),
    "educatedAt": ("taught",),
    "operatesIn": ("works",),
    "left": ("left", "parted"),
    "listedOn": ("listed",),
}
"""Keys of `Told.related` for both ends of what rules tell."""


_JOINED = frozenset({"memberOf", "playsFor", "employer", "affiliation"})


@dataclass(frozen=True, slots=True)
class Told:
    """What the claims of the grammar say, by where their sentence starts.

    Attributes:
        ends: Predicates with the objects they are said with.
        pairs: Two ends that some claim relates, both ways round.
        held: Predicates with the subjects they are said of.
        related: Two ends that a claim relates, both ways round, by how: "bought" where one took
            over the other, "led" where one heads the other, "taught" where one went to school at
            the other, "parted" where one left the other, "left" where for a third, "listed" where
            its shares are, "owned" where the first owns or took over the second, "works" where one
            has branches in the other, or lies there and has no seat; and by "child" and "spouse"
            where one cannot be that of the other.
        at: Persons by the head tokens of their mentions.
        until: Entities by the token after a name of theirs.
    """

    ends: frozenset[tuple[int, str, str]]
    pairs: frozenset[tuple[int, str, str]]
    held: frozenset[tuple[int, str, str]]
    related: Mapping[str, frozenset[tuple[int, str, str]]]
    at: Mapping[int, str]
    until: Mapping[int, str]


def read_told(doc: Doc, claims: Sequence[Claim]) -> Told:
    """What claims say, for verdicts to be held against."""
    entities: dict[str, Entity] = doc._.kgx_entities
    mentions: list[MentionSpan] = doc._.kgx_mentions
    at = {m.head: m.entity for m in mentions if entities[m.entity].type == "person"}
    ends: set[tuple[int, str, str]] = set()
    pairs: set[tuple[int, str, str]] = set()
    held: set[tuple[int, str, str]] = set()
    for claim in claims:
        where, end = sentence_of(claim), claim.object or claim.value or ""
        both = {(where, claim.subject, end), (where, end, claim.subject)}
        pairs |= both
        ends.update((where, p, end) for p in (claim.predicate, *claim.predicates))
        held.add((where, claim.predicate, claim.subject))
    until = {m.end: m.entity for m in mentions if m.form == "name"}
    joined = {(where, who) for where, p, who in held if p.rpartition("/")[2] in _JOINED}
    related = _relate(entities, claims)
    left = (x for x in related["left"] if not joined.isdisjoint((x[:2], x[::2])))
    related["left"] = frozenset(left)
    return Told(frozenset(ends), frozenset(pairs), frozenset(held), related, at, until)


def _relate(
    entities: Mapping[str, Entity], claims: Sequence[Claim]
) -> dict[str, frozenset[tuple[int, str, str]]]:
    """The two ends of claims by how they are related, as `Told.related` has them."""
    groups: dict[str, set[tuple[int, str, str]]] = {
        group: set() for group in (*KIN, "owned", *(g for one in _GROUPS.values() for g in one))
    }
    sited = {c.subject for c in claims if c.rule == "instanceOf" and _is_sited(entities, c)}
    for claim in claims:
        where, end = sentence_of(claim), claim.object or claim.value or ""
        both = {(where, claim.subject, end), (where, end, claim.subject)}
        for group in _GROUPS.get(claim.rule, ()):
            groups[group] |= both
        if claim.rule in ("country", "locatedIn") and claim.subject in sited:
            groups["works"] |= both
        if claim.rule in ("acquired", "owns"):
            groups["owned"].add((where, claim.subject, end))
        if claim.rule in ("father", "mother"):
            groups["child"].add((where, claim.subject, end))  # whose mother she is is no parent
        if claim.rule == "child":
            groups["child"].add((where, end, claim.subject))
    return {group: frozenset(found) for group, found in groups.items()}


def _is_sited(entities: Mapping[str, Entity], claim: Claim) -> bool:
    """True for a claim that something is a school, a church or the like, which lies somewhere and
    has no seat."""
    noun = entities[claim.object or ""].label.rsplit(" ", 1)[-1]
    return noun in read_set("learned.toml", "sited")


def sentence_of(claim: Claim) -> int:
    """Where the sentence of a claim starts."""
    return claim.start - len(claim.prefix)
