"""No learned claim whose ends are surely of other classes than its property asks for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.claims.referents import read_referents
from kgx.annotate.claims.relations import load_relations
from kgx.annotate.terms.certainty import is_sure
from kgx.annotate.terms.class_types import Types, accepts
from kgx.annotate.terms.ends import describe
from kgx.annotate.terms.sayings import Phrasebook, write_phrasebook
from kgx.annotate.words.lemmas import lemma_tables
from kgx.ontology import read_ontology
from kgx.types import Claim, Entity


def make_check(nlp: Language, path: Path, base: str) -> Callable[[Doc], Doc]:
    """What drops learned claims that the ontology at ``path`` does not allow."""
    book = write_phrasebook(read_ontology(path), load_relations(), lemma_tables(nlp))
    return lambda doc: _drop_foreign(doc, book, base)


def _drop_foreign(doc: Doc, book: Phrasebook, base: str) -> Doc:
    claims: list[Claim] = doc._.kgx_claims
    if any(claim.rule.startswith("learned ") for claim in claims):
        referents = read_referents(doc, base)
        kinds = describe(doc, referents)
        doc._.kgx_claims = [c for c in claims if _is_allowed(c, book, referents.entities, kinds)]
    return doc


def _is_allowed(
    claim: Claim, book: Phrasebook, entities: Mapping[str, Entity], kinds: Mapping[str, Types]
) -> bool:
    """True if a claim is none that was learned, or nobody is sure that its ends do not fit."""
    spoken = book.spoken.get(claim.predicate)
    if spoken is None or not claim.rule.startswith("learned "):
        return True
    ends = (claim.subject, spoken.domain), (claim.object, spoken.range)
    return all(
        iri is None or _may_be(entities[iri], types, kinds.get(iri, frozenset()))
        for iri, types in ends
    )


def _may_be(entity: Entity, types: Types, more: Types) -> bool:
    """True for an entity that is of one of these types, or may be for all that is known: what a
    phrase in small letters is, its noun tells."""
    if not types or accepts(types, entity.type) or not types.isdisjoint(more):
        return True
    if entity.type == "concept":
        return not entity.label.islower()
    return entity.type == "other" or not is_sure(entity)
