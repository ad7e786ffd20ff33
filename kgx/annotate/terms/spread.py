"""What a claim in the terms of an ontology tells of more than its own end.

It holds of the others in a list ("for the Amiga, the Atari ST and the MSX"), and where it places
something, of what lies around that place ("in Perth, Australia").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc

from kgx.annotate.claims.component import document_id
from kgx.annotate.claims.referents import Referents
from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.names.nationalities import is_country
from kgx.annotate.terms.ends import Candidate
from kgx.annotate.terms.fitting import is_at_level
from kgx.annotate.terms.lists import find_lists
from kgx.annotate.terms.sayings import Phrasebook, Spoken
from kgx.iris import claim_iri
from kgx.records import changed
from kgx.types import Claim, Entity

_AROUND = frozenset({"country", "locatedIn"})
_WITHIN = frozenset(
    [
        *("locatedIn", "country", "residence", "birthPlace", "deathPlace", "burialPlace", "setIn"),
        *("headquarters", "foundingPlace", "madeIn", "publishedIn"),
    ]
)
"""Relations that hold of what lies around a place if they hold of the place."""

Around = Mapping[str, tuple[str, ...]]
"""Places by what lies in them, the nearest first."""


def find_around(doc: Doc) -> Around:
    """What the text says lies around a place, from its claims before they are restated."""
    entities = doc._.kgx_entities
    found: dict[str, list[str]] = defaultdict(list)
    for claim in doc._.kgx_claims:
        if claim.predicate.rpartition("/")[2] in _AROUND and claim.object and claim.stands:
            both = entities[claim.subject], entities[claim.object]
            if all(e.type == "place" for e in both) and claim.object not in found[claim.subject]:
                found[claim.subject].append(claim.object)
    return {iri: tuple(outer) for iri, outer in found.items() if outer}


def holds_around(spoken: Spoken) -> bool:
    """True for a property that holds of what lies around a place if it holds of the place."""
    return any(s.form == "relation" and s.words in _WITHIN for s in spoken.sayings)


def find_at_level(
    spoken: Spoken, iri: str, around: Around, entities: Mapping[str, Entity]
) -> str | None:
    """What a property may have for an object where the text tells of ``iri``: that itself, or for a
    place of another kind what lies around it, such as the country of a town; None if neither."""
    outer = around.get(iri, ())
    inside = spoken.level == "Country" and _is_inside(outer, entities)
    if is_at_level(spoken, entities[iri]) and not inside:
        return iri
    outer = outer if holds_around(spoken) else ()
    return next((o for o in outer if is_at_level(spoken, entities[o])), None)


def _is_inside(outer: tuple[str, ...], entities: Mapping[str, Entity]) -> bool:
    """True for what the text places in a country, as a state in "Georgia, United States"."""
    return any(is_country(entities[iri]) for iri in outer)


def spread_claims(
    doc: Doc,
    referents: Referents,
    book: Phrasebook,
    candidates: list[Candidate],
    around: Around,
    claims: Iterable[Claim],
) -> Iterator[Claim]:
    """The claims, each followed by what it tells of others."""
    heads: dict[tuple[int, str], int] = {}
    members: dict[int, list[Candidate]] = defaultdict(list)
    lists = find_lists(referents.parse, candidates)
    for c in candidates:
        if c.end.iri is not None and c.head in lists:
            sentence = referents.starts[referents.parse.sent[c.head]]
            heads.setdefault((sentence, c.end.iri), c.head)
            members[lists[c.head]].append(c)
    for claim in claims:
        yield claim
        if claim.object is None:
            continue
        spoken = book.spoken[claim.predicate]
        head = heads.get((claim.start - len(claim.prefix), claim.object))
        beside = [] if head is None else list(_beside(referents, members[lists[head]], claim))
        outer = around.get(claim.object, ()) if holds_around(spoken) else ()
        for iri in dict.fromkeys((*beside, *outer)):
            told = iri in (claim.object, claim.subject)
            level = find_at_level(spoken, iri, around, referents.entities)
            if not told and level == iri:
                yield move_claim(doc, claim, iri, referents.base)


def _beside(referents: Referents, members: list[Candidate], claim: Claim) -> Iterator[str]:
    """The others in a list, where they are things of the same kind for all that is known; places
    are told apart by commas from what they lie in."""
    parse = referents.parse
    own = referents.entities[claim.object or ""].type
    if own == "place":
        return
    for c in members:
        apart = {own, c.end.type} & {"place", "concept", "group"}
        if parse.dep[c.head] not in NOUN_SUBJECTS and not apart and c.end.iri:
            yield c.end.iri


def move_claim(doc: Doc, claim: Claim, object_: str, base: str) -> Claim:
    """The claim with another object, a little less sure."""
    place = (str(claim.start), str(claim.end))
    parts = (claim.subject, claim.predicate, object_)
    id_ = claim_iri(document_id(doc), *parts, *place, base=base)
    return changed(claim, id=id_, object=object_, confidence=round(claim.confidence * 0.8, 3))
