"""``kgx_ontology``: claims in the terms of a user's ontology, and in no others.

What the clauses say is kept where a property says the same (`Phrasebook`) and its ends are of the
classes asked for; then each sentence is searched for words of properties whose ends stand near.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.certainty import is_sure
from kgx.annotate.claims import all_mentions, document_id, read_referents
from kgx.annotate.class_types import Types
from kgx.annotate.lemmas import find_lemma, lemma_tables
from kgx.annotate.parts import Clause
from kgx.annotate.referents import End, Referents
from kgx.annotate.relations import load_relations
from kgx.annotate.sayings import Phrasebook, Spoken, write_phrasebook
from kgx.annotate.spans import widen_names
from kgx.annotate.term_ends import (
    Candidate,
    describe,
    find_candidates,
    find_unfit,
    fits,
    may_fit,
)
from kgx.annotate.term_labels import spell_offices, spell_towns
from kgx.annotate.term_pairs import Pair, find_pairs
from kgx.annotate.term_spread import Around, find_around, find_at_level, spread_claims
from kgx.annotate.triggers import Index
from kgx.annotate.wordlists import read_set
from kgx.iris import BASE, claim_iri, slug
from kgx.ontology import read_ontology
from kgx.types import Claim, Entity

_NEGATORS = frozenset({"no", "not", "n't", "n’t", "never", "nobody", "nothing"})
_SURE, _STEP = 0.6, 0.05
_UNTYPED = 0.8


@dataclass(frozen=True, slots=True)
class Terms:
    """What mapping in any doc needs at hand.

    Attributes:
        coined: Properties by the last part of a coined predicate, each with whether it is turned.
    """

    book: Phrasebook
    index: Index
    coined: dict[str, list[tuple[Spoken, bool]]]
    base: str


@Language.factory("kgx_ontology", assigns=["doc._.kgx_claims", "doc._.kgx_propositions"])
def make_ontology(nlp: Language, name: str, path: str, base: str = BASE) -> Callable[[Doc], Doc]:
    """The component that restates claims in the terms of the ontology at ``path``."""
    book = write_phrasebook(read_ontology(Path(path)), load_relations(), lemma_tables(nlp))
    tables = lemma_tables(nlp)

    def participle(words: str) -> str:
        first, *rest = words.split()
        return slug(" ".join((find_lemma(tables, first, "verb") or first, *rest)))

    terms = Terms(book, Index(book), _coin(book), base)

    def restate(doc: Doc) -> Doc:
        referents = read_referents(doc, base)
        wider = widen_names(referents)
        doc._.kgx_entities = referents.entities
        doc._.kgx_claims = [_rename(claim, wider) for claim in doc._.kgx_claims]
        kinds = describe(doc, referents)
        candidates = list(find_candidates(doc, referents))
        found: dict[tuple[str, str, str | None], Claim] = {}
        around = find_around(doc)
        said = list(_from_claims(doc, terms, kinds, around, find_unfit(referents), participle))
        told = {(c.predicate, c.start - len(c.prefix), c.subject) for c in said}
        near = _from_words(doc, referents, candidates, terms, kinds, around)
        new = (c for c in near if (c.predicate, c.start - len(c.prefix), c.subject) not in told)
        every = (*said, *new)
        spread = spread_claims(doc, referents, book, candidates, around, every)
        for claim in (_judge_title(doc, c) for c in spread if not _is_of_itself(doc, c)):
            found.setdefault((claim.subject, claim.predicate, claim.object or claim.value), claim)
        doc._.kgx_claims = list(found.values())
        doc._.kgx_propositions = [
            replace(p, event=None) if p.event == p.id else p for p in doc._.kgx_propositions
        ]  # what no term tells is not told
        doc._.kgx_mentions = all_mentions(referents, doc._.kgx_mentions)
        spell_offices(doc)
        spell_towns(doc, referents)
        _classify(doc, terms)
        return doc

    return restate


def _rename(claim: Claim, wider: dict[str, str]) -> Claim:
    """A claim about the whole name where it was read about a part of it."""
    if claim.subject not in wider and claim.object not in wider:
        return claim
    object_ = wider.get(claim.object or "", claim.object or "") or None
    return replace(claim, subject=wider.get(claim.subject, claim.subject), object=object_)


def _coin(book: Phrasebook) -> dict[str, list[tuple[Spoken, bool]]]:
    """Properties by the coined predicates that say them."""
    found: dict[str, list[tuple[Spoken, bool]]] = defaultdict(list)
    for words, properties in book.nouns.items():
        # "X is the author of Y" coins a predicate from X to Y; the property leads from Y to X
        found[slug(f"{words} of")] += [(spoken, not turned) for spoken, turned in properties]
    for table in (book.verbs, book.passives):
        for words, properties in table.items():
            found[slug(words)] += properties
    return dict(found)


# ------------------------------------------------------------------ from what clauses say


def _from_claims(
    doc: Doc,
    terms: Terms,
    kinds: dict[str, Types],
    around: Around,
    unfit: frozenset[str],
    participle: Callable[[str], str],
) -> Iterator[Claim]:
    """The claims of the clauses that a property says too, in its direction."""
    entities = doc._.kgx_entities

    def candidate(iri: str | None, claim: Claim) -> Candidate:
        if iri is None:
            return Candidate(-1, End(None, None, claim.value, claim.datatype), True)
        entity = entities[iri]
        return Candidate(-1, End(iri, entity.type), entity.type != "concept", is_sure(entity))

    for claim in doc._.kgx_claims:
        if claim.predicate in terms.book.spoken:  # learned rules speak its terms already
            yield claim
            continue
        words = claim.predicate.rsplit("/", 1)[-1]
        lemmas = participle(words.replace("-", " "))
        relation = claim.rule.removeprefix("learned ")
        if relation == "instanceOf" and _is_genre(entities[claim.object or ""]):
            relation = "genre"
        tables = (terms.book.relations, relation), (terms.coined, words), (terms.coined, lemmas)
        for spoken, turned in next((t[key] for t, key in tables if key in t), []):
            if turned and claim.object is None:
                continue
            ends = (claim.object, claim.subject) if turned else (claim.subject, claim.object)
            subject, object_ = candidate(ends[0], claim), candidate(ends[1], claim)
            typed = fits(subject, spoken.domain, kinds) and fits(object_, spoken.range, kinds)
            if not typed and not may_fit(subject, object_, spoken, kinds):
                continue
            if not unfit.isdisjoint(ends):
                continue
            end = object_.end
            if ends[1]:
                iri = find_at_level(spoken, ends[1], around, entities)
                if iri is None:
                    continue
                end = End(iri, None)
            surely = claim if typed else replace(claim, confidence=_doubt(claim.confidence))
            yield _restate(doc, surely, spoken, ends[0] or "", end, terms.base)


def _is_genre(class_: Entity) -> bool:
    """True for a class of works that is a genre: "X is a historical novel"."""
    words = class_.label.lower().split()
    last = {" ".join(words[-n:]) for n in (1, 2)}
    return not last.isdisjoint(read_set("nouns.toml", "genres"))


def _restate(
    doc: Doc, claim: Claim, spoken: Spoken, subject: str, object_: End, base: str
) -> Claim:
    property_ = spoken.property
    value = read_value(object_.value, spoken) if object_.iri is None else None
    parts = (subject, property_.id, object_.iri or value or "")
    place = (str(claim.start), str(claim.end))
    return replace(
        claim,
        id=claim_iri(document_id(doc), *parts, *place, base=base),
        subject=subject,
        predicate=property_.id,
        predicates=property_.parents,
        object=object_.iri,
        value=value,
        datatype=None if value is None else object_.datatype,
    )


def _is_of_itself(doc: Doc, claim: Claim) -> bool:
    """True where both ends are called the same: one thing that was taken for two."""
    entities = doc._.kgx_entities
    label = entities[claim.subject].label.lower()
    return claim.object is not None and entities[claim.object].label.lower() == label


def _judge_title(doc: Doc, claim: Claim) -> Claim:
    """The claim as its sentence has it without a word of its title that would deny: "No Reflection
    is a song". Any denial that is left counts."""
    whole = rest = claim.prefix + claim.quote + claim.suffix
    for iri in (claim.subject, claim.object):
        label = doc._.kgx_entities[iri].label if iri else ""
        if not _NEGATORS.isdisjoint(label.lower().split()):
            rest = rest.replace(label, "")
    if rest == whole:
        return claim
    denied = not _NEGATORS.isdisjoint(re.findall(r"n['’]t|\w+", rest.lower()))
    return replace(claim, polarity="negative" if denied else "positive")


def read_value(value: str | None, spoken: Spoken) -> str | None:
    """A literal as its range asks for it: of "12 floors" the number, where it is a number."""
    if value is None or "number" not in spoken.range or "text" in spoken.range:
        return value
    digits = "".join(c for c in value if c.isdigit() or c in ".-")
    return digits.strip(".") or value


# ------------------------------------------------------------------ from words and what stands near


def _from_words(
    doc: Doc,
    referents: Referents,
    candidates: list[Candidate],
    terms: Terms,
    kinds: dict[str, Types],
    around: Around,
) -> Iterator[Claim]:
    clauses = doc._.kgx_clauses
    for pair in find_pairs(referents.parse, terms.index, candidates, kinds):
        end, spoken = pair.object.end, pair.trigger.spoken
        if end.iri is not None:
            iri = find_at_level(spoken, end.iri, around, referents.entities)
            if iri is None:
                continue
            if iri != end.iri:
                pair = replace(pair, object=replace(pair.object, end=End(iri, None)))
        yield _claim(doc, referents, pair, _clause_at(clauses, pair.trigger.token), terms.base)


def _clause_at(clauses: list[Clause], token: int) -> Clause | None:
    """The smallest clause around a token: it tells whether what is said there is so."""
    around = [c for c in clauses if c.start <= token < c.end]
    return min(around, key=lambda c: (c.end - c.start, c.start), default=None)


def _claim(doc: Doc, referents: Referents, pair: Pair, clause: Clause | None, base: str) -> Claim:
    parse, spoken = referents.parse, pair.trigger.spoken
    tokens = (pair.trigger.token, pair.trigger.first, pair.subject.head, pair.object.head)
    first, last = min(tokens), max(tokens)
    start, end = referents.starts[first], referents.ends[last]
    before = referents.starts[parse.sent[first]]
    after = referents.ends[parse.sent_end[last] - 1]
    subject, object_ = pair.subject.end.iri or "", pair.object.end
    value = read_value(object_.value, spoken) if object_.iri is None else None
    parts = (subject, spoken.property.id, object_.iri or value or "")
    speaker = None if clause is None or clause.speaker is None else referents.at.get(clause.speaker)
    confidence = round(max(_SURE - _STEP * pair.steps, 0.2), 3)
    return Claim(
        id=claim_iri(document_id(doc), *parts, str(start), str(end), base=base),
        proposition=None,
        subject=subject,
        predicate=spoken.property.id,
        predicates=spoken.property.parents,
        object=object_.iri,
        value=value,
        datatype=object_.datatype,
        start=start,
        end=end,
        quote=referents.text[start:end],
        prefix=referents.text[before:start],
        suffix=referents.text[end:after],
        polarity="positive" if clause is None else clause.polarity,
        modality="asserted" if clause is None else clause.modality,
        attributed_to=None if speaker is None else speaker.entity,
        time=None if clause is None else clause.time,
        confidence=_doubt(confidence) if not pair.typed else confidence,
        rule="words",
    )


def _doubt(confidence: float) -> float:
    """The confidence of a claim whose ends only its words tell to be of the classes asked for."""
    return round(confidence * _UNTYPED, 3)


# ------------------------------------------------------------------ labels and classes


def _classify(doc: Doc, terms: Terms) -> None:
    """Give the ends of claims the classes of the ontology that its properties ask for."""
    ontology, entities = terms.book.ontology, doc._.kgx_entities
    for claim in doc._.kgx_claims:
        property_ = ontology.properties[claim.predicate]
        for iri, classes in ((claim.subject, property_.domain), (claim.object, property_.range)):
            if (
                iri is None
                or len(classes) != 1
                or not claim.stands
                or classes[0] not in ontology.classes
            ):
                continue
            entity = entities[iri]
            if classes[0] not in entity.types:
                own = [t for t in entity.types if t in ontology.classes]
                entities[iri] = replace(entity, types=(*own, classes[0]))
