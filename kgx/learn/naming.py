"""What the relations of examples are called in rules: terms of the vocabulary or an ontology."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from kgx.annotate.claims.relations import load_relations
from kgx.iris import BASE, relation_iri
from kgx.ontology import read_ontology


@dataclass(slots=True)
class Naming:
    """Names of relations.

    Attributes:
        names: By relation of the examples, its id in the vocabulary or its IRI.
        symmetric: Relations of the examples whose ends play the same part.
        unknown: Relations that the ontology does not have.
    """

    names: dict[str, str] = field(default_factory=dict)
    symmetric: set[str] = field(default_factory=set)
    unknown: list[str] = field(default_factory=list)


def name_relations(
    relations: Iterable[str], ontology: str | Path | None = None, base: str = BASE
) -> Naming:
    """Find each relation in the ontology by IRI, label or the end of its IRI; without an ontology,
    in the vocabulary by id, label or Wikidata property, else coin an IRI for it.

    Raises:
        ReadError: The ontology cannot be read.
    """
    naming = Naming()
    terms = _ontology_terms(ontology) if ontology is not None else _vocabulary_terms()
    for relation in relations:
        found = terms.get(relation) or terms.get(squeeze(relation))
        if found is not None:
            naming.names[relation] = found[0]
            if found[1]:
                naming.symmetric.add(relation)
        elif ontology is not None:
            naming.unknown.append(relation)
        else:
            is_iri = re.match(r"[a-z]+://", relation) is not None
            naming.names[relation] = relation if is_iri else relation_iri(relation, base)
    return naming


def squeeze(name: str) -> str:
    """A name without case, blanks, hyphens and underscores.

    >>> squeeze("place of birth"), squeeze("placeOfBirth")
    ('placeofbirth', 'placeofbirth')
    """
    return re.sub(r"[\W_]+", "", name).lower()


def _vocabulary_terms() -> dict[str, tuple[str, bool]]:
    terms: dict[str, tuple[str, bool]] = {}
    for relation in load_relations().by_id.values():
        term = (relation.id, relation.symmetric)
        for name in (relation.id, relation.label, relation.wikidata, relation.schema):
            if name:
                terms.setdefault(squeeze(name), term)
        for iri in (relation.iri, *relation.equivalents):
            terms.setdefault(iri, term)
    return terms


def _ontology_terms(path: str | Path) -> dict[str, tuple[str, bool]]:
    terms: dict[str, tuple[str, bool]] = {}
    for id_, property_ in sorted(read_ontology(Path(path)).properties.items()):
        term = (id_, property_.symmetric)
        terms.setdefault(id_, term)
        for name in (*sorted(property_.labels), re.split(r"[/#]", id_)[-1]):
            terms.setdefault(squeeze(name), term)
    return terms
