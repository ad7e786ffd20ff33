"""Claims in the terms of an ontology that no clause states: made where the words of a property
stand, or a value that it is named after."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from kgx.annotate.claims.component import document_id
from kgx.annotate.claims.referents import End, Referents
from kgx.annotate.grammar.parts import Clause
from kgx.annotate.terms.certainty import is_general, may_name, says_others
from kgx.annotate.terms.class_types import Types
from kgx.annotate.terms.classes import find_ties
from kgx.annotate.terms.ends import Candidate
from kgx.annotate.terms.fitting import may_have_it
from kgx.annotate.terms.held import find_held
from kgx.annotate.terms.kinds import Named, find_values
from kgx.annotate.terms.literals import write_literal
from kgx.annotate.terms.pairs import Pair, find_pairs
from kgx.annotate.terms.peoples import find_members
from kgx.annotate.terms.sayings import Spoken
from kgx.annotate.terms.spread import Around, find_at_level
from kgx.annotate.terms.triggers import Index
from kgx.iris import claim_iri
from kgx.types import Claim

_SURE, _STEP = 0.6, 0.05
_UNTYPED = 0.8


@dataclass(frozen=True, slots=True)
class Found:
    """What a property says of two ends, with the tokens that tell so, and how sure that is."""

    spoken: Spoken
    subject: Candidate
    object: End
    tokens: tuple[int, ...]
    confidence: float


def find_said(
    referents: Referents,
    candidates: list[Candidate],
    index: Index,
    kinds: Mapping[str, Types],
    around: Around,
) -> Iterator[Found]:
    """What the words of properties say of the ends nearest to them."""
    for pair in find_pairs(referents.parse, index, candidates, kinds):
        end, spoken = pair.object.end, pair.trigger.spoken
        if end.iri is not None:
            iri = find_at_level(spoken, end.iri, around, referents.entities)
            if iri is None:
                continue
            end = end if iri == end.iri else End(iri, None)
        about = referents.entities[pair.subject.end.iri or ""]
        written = write_literal(end, spoken)
        if written is None or not may_have_it(spoken, about):
            continue
        subject = about.label
        named = end.value or "" if end.iri is None else referents.entities[end.iri].label
        words, noun = _words_of(referents, pair), pair.trigger.form == "noun"
        untold = not pair.typed and says_others(spoken, words, noun=noun)
        general = is_general(spoken, words, noun=noun)
        if untold or not may_name(spoken, subject, named, general=general):
            continue
        confidence = round(max(_SURE - _STEP * pair.steps, 0.2), 3)
        tokens = (pair.trigger.token, pair.trigger.first, pair.subject.head, pair.object.head)
        sure = confidence if pair.typed and not spoken.by else doubt(confidence)
        yield Found(spoken, pair.subject, written, tokens, sure)


def _words_of(referents: Referents, pair: Pair) -> str:
    """The words that say a property, as a phrasebook has them."""
    parse, trigger = referents.parse, pair.trigger
    before = parse.lower[trigger.first : trigger.token]
    return " ".join((*before, parse.lemma[trigger.token].lower(), trigger.preposition)).rstrip()


def find_named_values(
    referents: Referents,
    candidates: list[Candidate],
    properties: list[Named],
    peoples: list[Named],
    kinds: Mapping[str, Types],
) -> Iterator[Found]:
    """What is told by the values that properties are named after, and by names of peoples."""
    every = (
        *find_values(referents, candidates, properties, kinds),
        *find_held(referents, candidates, properties, kinds),
        *find_members(referents.parse, candidates, peoples, kinds),
    )
    for value in every:
        tokens = (value.subject.head, value.start, value.stop - 1)
        yield Found(value.named.spoken, value.subject, value.object, tokens, _SURE)


def find_tied(
    referents: Referents,
    candidates: list[Candidate],
    ranges: Mapping[str, list[Spoken]],
    kinds: Mapping[str, Types],
) -> Iterator[Found]:
    """What the classes of two ends tell, where one property alone can tie them."""
    for tie in find_ties(referents.parse, candidates, ranges, kinds):
        tokens = (tie.via, tie.subject.head, tie.object.head)
        yield Found(tie.spoken, tie.subject, tie.object.end, tokens, doubt(_SURE))


def make_claim(doc: Doc, referents: Referents, found: Found, *, rule: str) -> Claim:
    """The claim that a property says of two ends, as the clause around it has it."""
    spoken, parse = found.spoken, referents.parse
    first, last = min(found.tokens), max(found.tokens)
    clause = _clause_at(doc._.kgx_clauses, last if rule == "value" else found.tokens[0])
    start, end = referents.starts[first], referents.ends[last]
    subject, object_ = found.subject.end.iri or "", found.object
    parts = (subject, spoken.property.id, object_.iri or object_.value or "")
    speaker = None if clause is None or clause.speaker is None else referents.at.get(clause.speaker)
    return Claim(
        id=claim_iri(document_id(doc), *parts, str(start), str(end), base=referents.base),
        proposition=None,
        subject=subject,
        predicate=spoken.property.id,
        predicates=spoken.property.parents,
        object=object_.iri,
        value=object_.value,
        datatype=object_.datatype,
        start=start,
        end=end,
        quote=referents.text[start:end],
        prefix=referents.text[referents.starts[parse.sent[first]] : start],
        suffix=referents.text[end : referents.ends[parse.sent_end[last] - 1]],
        polarity="positive" if clause is None else clause.polarity,
        modality="asserted" if clause is None else clause.modality,
        attributed_to=None if speaker is None else speaker.entity,
        time=None if clause is None else clause.time,
        confidence=found.confidence,
        rule=rule,
        amount=object_.amount,
    )


def _clause_at(clauses: list[Clause], token: int) -> Clause | None:
    """The smallest clause around a token: it tells whether what is said there is so."""
    around = [c for c in clauses if c.start <= token < c.end]
    return min(around, key=lambda c: (c.end - c.start, c.start), default=None)


def doubt(confidence: float) -> float:
    """The confidence of a claim whose ends only its words tell to be of the classes asked for."""
    return round(confidence * _UNTYPED, 3)
