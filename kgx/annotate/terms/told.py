"""What clauses say that a property of an ontology says too, in its direction and between ends of
its classes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from kgx.annotate.claims.component import document_id
from kgx.annotate.claims.referents import End
from kgx.annotate.terms.certainty import is_general, is_sure, may_name, says_others
from kgx.annotate.terms.claims import doubt
from kgx.annotate.terms.class_types import Types
from kgx.annotate.terms.ends import Candidate, type_as_end
from kgx.annotate.terms.fitting import fits, may_fit, may_have_it, surely_fits
from kgx.annotate.terms.instances import ClassIndex
from kgx.annotate.terms.kinds import Named
from kgx.annotate.terms.literals import write_literal
from kgx.annotate.terms.sayings import Phrasebook, Spoken
from kgx.annotate.terms.spread import Around, find_at_level
from kgx.annotate.terms.triggers import Index
from kgx.annotate.words.wordlists import read_set
from kgx.iris import claim_iri, slug
from kgx.records import changed
from kgx.types import Claim, Entity

Coined = dict[str, list[tuple[Spoken, bool]]]
"""Properties by the last part of a coined predicate, each with whether it is turned."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What mapping in any doc needs at hand.

    Attributes:
        coined: Properties by what a subject is or does.
        undergone: Properties by what is done to it, with the verb in its plain form.
    """

    book: Phrasebook
    index: Index
    named: list[Named]
    peoples: list[Named]
    ranges: dict[str, list[Spoken]]
    coined: Coined
    undergone: Coined
    classes: ClassIndex
    base: str


def coin_predicates(book: Phrasebook) -> Coined:
    """Properties by the coined predicates that say them, but for passives."""
    found: Coined = defaultdict(list)
    for words, properties in book.nouns.items():
        # "X is the author of Y" coins a predicate from X to Y; the property leads from Y to X
        found[slug(f"{words} of")] += [(spoken, not turned) for spoken, turned in properties]
    for words, properties in book.verbs.items():
        found[slug(words)] += properties
    return dict(found)


def coin_passives(book: Phrasebook) -> Coined:
    """Properties by the coined predicates that say them in the passive: "sold to" is of what is
    sold, "sell to" of who sells."""
    return {slug(words): properties for words, properties in book.passives.items()}


def find_told(
    doc: Doc,
    terms: Terms,
    kinds: Mapping[str, Types],
    around: Around,
    unfit: frozenset[str],
    participle: Callable[[str], str],
) -> Iterator[Claim]:
    """The claims of the clauses that a property says too, in its direction.

    Args:
        kinds: What entities are besides their own type, by IRI.
        unfit: IRIs of what is no end.
        participle: A coined predicate with its verb in the plain form.
    """
    entities = doc._.kgx_entities
    done = _find_done(doc)
    for claim in doc._.kgx_claims:
        if claim.predicate in terms.book.spoken:  # learned rules speak its terms already
            yield claim
            continue
        acts = done.get((claim.proposition, claim.subject), claim.object) != claim.object
        for spoken, turned, words in _find_spoken(terms, claim, entities, participle, acts=acts):
            ends = (claim.object, claim.subject) if turned else (claim.subject, claim.object)
            if ends[0] is None or not unfit.isdisjoint(ends):
                continue
            typed = _judge_ends(claim, (ends[0], ends[1]), spoken, kinds, entities, words)
            iri = find_at_level(spoken, ends[1], around, entities) if ends[1] else None
            if typed is None or (ends[1] and iri is None):
                continue
            literal = End(None, None, claim.value, claim.datatype, claim.amount)
            end = write_literal(End(iri, None) if iri else literal, spoken)
            if end is None:
                continue
            sure = claim if typed else changed(claim, confidence=doubt(claim.confidence))
            yield _restate(doc, sure, spoken, ends[0], end, terms.base)


def _find_done(doc: Doc) -> dict[tuple[str | None, str | None], str | None]:
    """What each subject of a proposition does something to, by the proposition and the subject."""
    return {
        (p.id, p.subject.entity): argument.entity
        for p in doc._.kgx_propositions
        for argument in p.arguments
        if argument.role == "object" and argument.entity is not None
    }


def _find_spoken(
    terms: Terms,
    claim: Claim,
    entities: Mapping[str, Entity],
    participle: Callable[[str], str],
    *,
    acts: bool,
) -> Iterator[tuple[Spoken, bool, str]]:
    """The properties that a claim says, each with whether it is turned, and with the words that say
    so where no relation does.

    Args:
        acts: Its subject does something to another than its object.
    """
    words = claim.predicate.rsplit("/", 1)[-1]
    lemmas = participle(words.replace("-", " "))
    relation = claim.rule.removeprefix("learned ")
    if relation == "instanceOf" and _is_genre(entities[claim.object or ""]):
        relation = "genre"
    known = relation in terms.book.relations
    coined = [(terms.coined, words), (terms.coined, lemmas)]
    if not acts:
        coined.append((terms.undergone, lemmas))
    tables = [(terms.book.relations, relation), *coined]
    key = next((key for table, key in tables if key in table), "")
    every = [terms.book.relations] if known else [t for t, k in coined if k == key]
    for spoken, turned in (found for table in every for found in table.get(key, ())):
        yield spoken, turned, "" if known else key.replace("-", " ")


def _judge_ends(
    claim: Claim,
    ends: tuple[str, str | None],
    spoken: Spoken,
    kinds: Mapping[str, Types],
    entities: Mapping[str, Entity],
    words: str,
) -> bool | None:
    """True if both ends are of the classes of a property for sure, False if they may be for all
    that is known, None if they are not."""

    def candidate(iri: str | None) -> Candidate:
        if iri is None:
            return Candidate(-1, End(None, None, claim.value, claim.datatype), True)
        entity = entities[iri]
        return Candidate(
            -1,
            End(iri, type_as_end(entity, entity.type)),
            entity.type != "concept",
            is_sure(entity),
        )

    subject, object_ = candidate(ends[0]), candidate(ends[1])
    fit = surely_fits if spoken.by else fits
    typed = fit(subject, spoken.domain, kinds) and fit(object_, spoken.range, kinds)
    said, noun = words.removesuffix(" of"), words.endswith(" of")
    others = bool(words) and says_others(spoken, said, noun=noun)
    general = bool(words) and is_general(spoken, said, noun=noun)
    may_be = not (spoken.by or others) and may_fit(subject, object_, spoken, kinds, told=not words)
    names = (entities[e].label if e else claim.value or "" for e in ends)
    told = may_name(spoken, *names, general=general)
    if not (typed or may_be) or not told or not may_have_it(spoken, entities[ends[0]]):
        return None
    return typed and not spoken.by


def _is_genre(class_: Entity) -> bool:
    """True for a class of works that is a genre: "X is a historical novel"."""
    words = class_.label.lower().split()
    last = {" ".join(words[-n:]) for n in (1, 2)}
    return not last.isdisjoint(read_set("works.toml", "genres"))


def _restate(
    doc: Doc, claim: Claim, spoken: Spoken, subject: str, object_: End, base: str
) -> Claim:
    property_ = spoken.property
    parts = (subject, property_.id, object_.iri or object_.value or "")
    place = (str(claim.start), str(claim.end))
    return changed(
        claim,
        id=claim_iri(document_id(doc), *parts, *place, base=base),
        subject=subject,
        predicate=property_.id,
        predicates=property_.parents,
        object=object_.iri,
        value=object_.value,
        datatype=object_.datatype,
        amount=object_.amount,
        rule=spoken.by or claim.rule,
    )
