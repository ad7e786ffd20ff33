"""What the documents say of their entities, gathered in one pass for merging.

The same description of an entity is kept once, so that a document costs some bytes an entity.
Numbers follow the order of the documents: nothing that leaves merging may depend on them.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from kgx.iris import slug
from kgx.types import Annotation, Claim, Entity
from kgx.vocab import VOCABULARY

Fact = tuple[str, str]
"""A predicate that has one value for each thing, and the value."""

_ONE_VALUE = {VOCABULARY + name for name in ("birthDate", "deathDate", "foundingDate")}


@dataclass(frozen=True, slots=True)
class Sense:
    """An entity as a document describes it; ``named`` is false for what has noun phrases alone and
    no identifier."""

    entity: Entity
    named: bool

    @property
    def name(self) -> str:
        """Its IRI without what only tells it from others in its document."""
        return name_iri(self.entity)


def name_iri(entity: Entity) -> str:
    """The IRI of an entity without the type at its end, if that is no part of its name."""
    plain = entity.id.removesuffix(f"-{entity.type}")
    return plain if plain.rpartition("/")[2] == slug(entity.label) else entity.id


@dataclass(slots=True)
class Corpus:
    """All documents.

    Attributes:
        senses: By number.
        documents: Ids, by number.
        within: The senses in each document.
        mentions: How often each of these is mentioned there.
        links: Pairs of senses that a claim of the document relates, one after the other.
        facts: By document and sense.
        bare: IRIs that are named and described nowhere.
    """

    senses: list[Sense] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    within: list[array[int]] = field(default_factory=list)
    mentions: list[array[int]] = field(default_factory=list)
    links: list[array[int]] = field(default_factory=list)
    facts: dict[tuple[int, int], frozenset[Fact]] = field(default_factory=dict)
    bare: set[str] = field(default_factory=set)


def read_corpus(annotations: Iterable[Annotation]) -> Corpus:
    """Gather annotations, read once and lazily; those of one id are one document."""
    corpus = Corpus()
    senses: dict[Sense, int] = {}
    documents: dict[str, int] = {}
    described: set[str] = set()
    for annotation in annotations:
        if annotation.id not in documents:
            documents[annotation.id] = len(documents)
            corpus.documents.append(annotation.id)
            for arrays in (corpus.within, corpus.mentions, corpus.links):
                arrays.append(array("Q"))
        _add_document(corpus, senses, documents[annotation.id], annotation)
        described.update(entity.id for entity in annotation.entities)
        corpus.bare |= _bare_iris(annotation)
    corpus.senses = list(senses)
    corpus.bare -= described
    return corpus


def _add_document(
    corpus: Corpus, senses: dict[Sense, int], document: int, annotation: Annotation
) -> None:
    counts = Counter(mention.entity for mention in annotation.mentions)
    named = {mention.entity for mention in annotation.mentions if mention.form == "name"}
    of_iri: dict[str, int] = {}
    for entity in annotation.entities:
        alone = entity.id not in counts or bool(entity.same_as)
        sense = Sense(entity, alone or entity.id in named)
        of_iri[entity.id] = number = senses.setdefault(sense, len(senses))
        corpus.within[document].append(number)
        corpus.mentions[document].append(counts[entity.id])
    for claim in annotation.claims:
        one, other = of_iri.get(claim.subject), of_iri.get(claim.object or "")
        if one is not None and other is not None:
            corpus.links[document].extend((one, other))
        if one is not None and (fact := _read_fact(claim)):
            known = corpus.facts.get((document, one), frozenset())
            corpus.facts[document, one] = known | {fact}


def _read_fact(claim: Claim) -> Fact | None:
    """The year that a claim gives for what happens to each thing once."""
    value = claim.value or (claim.object or "").rpartition("/")[2]
    year = value[:4]
    if claim.predicate in _ONE_VALUE and claim.stands and year.isdecimal() and len(year) == 4:
        return claim.predicate, year
    return None


def _bare_iris(annotation: Annotation) -> set[str]:
    """Entities that claims or concepts name and the annotation does not describe."""
    named = {iri for entity in annotation.entities for iri in entity.broader}
    for claim in annotation.claims:
        named |= {claim.subject, claim.object or "", claim.attributed_to or ""}
    for said in annotation.propositions:
        named |= {argument.entity or "" for argument in (said.subject, *said.arguments)}
        named.add(said.attributed_to or "")
    return named - {entity.id for entity in annotation.entities} - {""}


def list_nodes(corpus: Corpus) -> Iterator[tuple[int, int, int]]:
    """Document, sense and mentions of every entity of every document."""
    for document, (senses, mentions) in enumerate(zip(corpus.within, corpus.mentions, strict=True)):
        for sense, count in zip(senses, mentions, strict=True):
            yield document, sense, count
