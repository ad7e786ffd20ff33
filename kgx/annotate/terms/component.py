"""``kgx_ontology``: claims in the terms of a user's ontology, and in no others.

What the clauses say is kept where a property says the same (`Phrasebook`) and its ends are of the
classes asked for; then each sentence is searched for words of properties whose ends stand near.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.claims.component import all_mentions, document_id, read_referents
from kgx.annotate.claims.referents import End
from kgx.annotate.claims.relations import load_relations
from kgx.annotate.terms.certainty import is_general, is_sure, may_name
from kgx.annotate.terms.claims import (
    doubt,
    find_named_values,
    find_said,
    find_tied,
    make_claim,
    read_value,
)
from kgx.annotate.terms.class_types import Types
from kgx.annotate.terms.classes import find_ranges
from kgx.annotate.terms.ends import (
    Candidate,
    describe,
    find_candidates,
    find_unfit,
    fits,
    may_fit,
    may_have_it,
    surely_fits,
)
from kgx.annotate.terms.kinds import Named, drop_longer, find_named
from kgx.annotate.terms.labels import spell_offices, spell_towns
from kgx.annotate.terms.peoples import find_peoples
from kgx.annotate.terms.sayings import Phrasebook, Spoken, write_phrasebook
from kgx.annotate.terms.spans import widen_names
from kgx.annotate.terms.spread import Around, find_around, find_at_level, spread_claims
from kgx.annotate.terms.triggers import Index
from kgx.annotate.terms.weak_sayings import add_weak_sayings
from kgx.annotate.words.lemmas import find_lemma, lemma_tables
from kgx.annotate.words.wordlists import read_set
from kgx.iris import BASE, claim_iri, slug
from kgx.ontology import read_ontology
from kgx.records import changed
from kgx.types import Claim, Entity

_NEGATORS = frozenset({"no", "not", "n't", "n’t", "never", "nobody", "nothing"})


@dataclass(frozen=True, slots=True)
class Terms:
    """What mapping in any doc needs at hand.

    Attributes:
        coined: Properties by the last part of a coined predicate, each with whether it is turned.
    """

    book: Phrasebook
    index: Index
    named: list[Named]
    peoples: list[Named]
    ranges: dict[str, list[Spoken]]
    coined: dict[str, list[tuple[Spoken, bool]]]
    base: str


@Language.factory("kgx_ontology", assigns=["doc._.kgx_claims", "doc._.kgx_propositions"])
def make_ontology(nlp: Language, name: str, path: str, base: str = BASE) -> Callable[[Doc], Doc]:
    """The component that restates claims in the terms of the ontology at ``path``."""
    tables = lemma_tables(nlp)
    book = write_phrasebook(read_ontology(Path(path)), load_relations(), tables)
    add_weak_sayings(book, nlp)

    def participle(words: str) -> str:
        first, *rest = words.split()
        return slug(" ".join((find_lemma(tables, first, "verb") or first, *rest)))

    named, peoples = find_named(book), find_peoples(book)
    terms = Terms(book, Index(book), named, peoples, find_ranges(book), _coin(book), base)

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
        near = find_said(referents, candidates, terms.index, kinds, around)
        words = (make_claim(doc, referents, f, rule=f.spoken.by or "words") for f in near)
        new = (c for c in words if (c.predicate, c.start - len(c.prefix), c.subject) not in told)
        ties = find_tied(referents, candidates, terms.ranges, kinds)
        tied = [make_claim(doc, referents, f, rule="classes") for f in ties]
        values = find_named_values(referents, candidates, terms.named, terms.peoples, kinds)
        named = [make_claim(doc, referents, f, rule="value") for f in values]
        every = drop_longer((*named, *said, *new, *tied), named, referents.entities)
        spread = spread_claims(doc, referents, book, candidates, around, every)
        for claim in (_judge_title(doc, c) for c in spread if not _is_of_itself(doc, c)):
            found.setdefault((claim.subject, claim.predicate, claim.object or claim.value), claim)
        doc._.kgx_claims = list(found.values())
        doc._.kgx_propositions = [
            changed(p, event=None) if p.event == p.id else p for p in doc._.kgx_propositions
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
    return changed(claim, subject=wider.get(claim.subject, claim.subject), object=object_)


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
        coined = relation not in terms.book.relations
        for spoken, turned in next((t[key] for t, key in tables if key in t), []):
            if turned and claim.object is None:
                continue
            ends = (claim.object, claim.subject) if turned else (claim.subject, claim.object)
            subject, object_ = candidate(ends[0], claim), candidate(ends[1], claim)
            fit = surely_fits if spoken.by else fits
            typed = fit(subject, spoken.domain, kinds) and fit(object_, spoken.range, kinds)
            if not typed and (spoken.by or not may_fit(subject, object_, spoken, kinds)):
                continue
            names = (entities[e].label if e else claim.value or "" for e in ends)
            noun = words.removesuffix("-of")
            said = noun.replace("-", " ")
            general = coined and is_general(spoken, said, noun=noun != words)
            if not may_have_it(spoken, entities[ends[0] or ""]):
                continue
            if not unfit.isdisjoint(ends) or not may_name(spoken, *names, general=general):
                continue
            end = object_.end
            if ends[1]:
                iri = find_at_level(spoken, ends[1], around, entities)
                if iri is None:
                    continue
                end = End(iri, None)
            sure = typed and not spoken.by
            surely = claim if sure else changed(claim, confidence=doubt(claim.confidence))
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
    return changed(
        claim,
        id=claim_iri(document_id(doc), *parts, *place, base=base),
        subject=subject,
        predicate=property_.id,
        predicates=property_.parents,
        object=object_.iri,
        value=value,
        datatype=None if value is None else object_.datatype,
        rule=spoken.by or claim.rule,
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
    return changed(claim, polarity="negative" if denied else "positive")


# ------------------------------------------------------------------ labels and classes


def _classify(doc: Doc, terms: Terms) -> None:
    """Give the ends of claims the classes of the ontology that its properties ask for."""
    ontology, entities = terms.book.ontology, doc._.kgx_entities
    for claim in doc._.kgx_claims:
        spoken = terms.book.spoken[claim.predicate]
        domain = () if spoken.default else spoken.property.domain
        for iri, classes in ((claim.subject, domain), (claim.object, spoken.property.range)):
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
                entities[iri] = changed(entity, types=(*own, classes[0]))
