"""Which classes of an ontology entities are of.

Properties ask for classes of what they tell of. Besides, a noun that an entity is said to be tells
one ("the port city of Norvik", "Helix is a novel"), by its own name or as a kind of it in WordNet,
and so does what kind of place a place is; else its type does, where a class is called after that
alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc

from kgx.annotate.claims.referents import Referents
from kgx.annotate.terms.class_types import Types, accepts, load_levels, load_plain, types_of
from kgx.annotate.terms.ends import CLASSES, find_describing, find_predicate
from kgx.annotate.terms.sayings import Phrasebook
from kgx.annotate.words.noun_kinds import climb_kinds, first_meaning
from kgx.iris import SCHEMA
from kgx.ontology.terms import Ontology, label_words
from kgx.records import changed
from kgx.types import Claim, Entity

_OF_MANY = frozenset({"AdministrativeArea"})
"""Kinds of places that several nouns name which do not mean the same: a state, a county."""


@dataclass(frozen=True, slots=True)
class ClassIndex:
    """The classes of an ontology by what tells them.

    Attributes:
        nouns: By label in lower case.
        meanings: By the most frequent meaning of a label, as `noun_kinds` numbers them.
        plain: By the coarse type or the class of schema.org that they are all of.
        types: The coarse types of the classes that were asked for, by IRI: to find those of all
            classes of a large ontology takes long.
    """

    ontology: Ontology
    nouns: Mapping[str, str]
    meanings: Mapping[int, str]
    plain: Mapping[str, str]
    types: dict[str, Types] = field(default_factory=dict)

    def types_of(self, class_: str) -> Types:
        """The coarse types of a class."""
        if class_ not in self.types:
            self.types[class_] = types_of(self.ontology, (class_,))
        return self.types[class_]


def index_classes(ontology: Ontology) -> ClassIndex:
    """Find what tells each class of an ontology."""
    nouns: dict[str, str] = {}
    for class_ in ontology.classes.values():
        for label in class_.labels:
            nouns.setdefault(label_words(label), class_.id)
    meanings: dict[int, str] = {}
    for noun, iri in nouns.items():
        meaning = first_meaning(noun)
        if meaning is not None:
            meanings.setdefault(meaning, iri)
    return ClassIndex(ontology, nouns, meanings, dict(_find_plain(nouns)))


def _find_plain(nouns: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The class that is called as a type or a kind of places is, for each that has one."""
    words: dict[str, list[str]] = defaultdict(list, load_plain())
    for noun, level in load_levels().items():
        if level not in _OF_MANY:
            words[SCHEMA + level].append(noun)
    for type_, names in words.items():
        iri = next((nouns[name] for name in names if name in nouns), None)
        if iri is not None:
            yield type_, iri


def find_nouns(doc: Doc, referents: Referents) -> dict[str, tuple[str, ...]]:
    """The nouns that entities are said to be, by IRI: by claims, by the words beside a name, and by
    those of the name: "Norvik Institute", "University of Norvik"."""
    entities, parse = referents.entities, referents.parse
    found: dict[str, dict[str, None]] = defaultdict(dict)
    for claim in doc._.kgx_claims:
        if claim.rule in CLASSES and claim.object is not None and claim.stands:
            label = entities[claim.object].label.lower()
            found[claim.subject].update(dict.fromkeys((label, label.rsplit(" ", 1)[-1])))
    for mention in referents.at.values():
        if mention.form != "name":
            continue
        for via in (find_describing(parse, mention), find_predicate(parse, mention)):
            if via >= 0 and parse.pos[via] == "NOUN":
                found[mention.entity].setdefault(parse.lemma[via].lower())
    for iri, entity in entities.items():
        words = entity.label.lower().split()
        if len(words) > 1 and entity.type not in ("person", "concept"):
            found[iri].setdefault(
                words[words.index("of", 1) - 1] if "of" in words[1:] else words[-1]
            )
    return {iri: tuple(nouns) for iri, nouns in found.items()}


def classify(
    doc: Doc, book: Phrasebook, index: ClassIndex, nouns: Mapping[str, tuple[str, ...]]
) -> None:
    """Give the entities of a doc the classes of an ontology, each before those above it. What it
    has no class for keeps its own.

    Args:
        nouns: What entities are said to be, by IRI.
    """
    asked: dict[str, dict[str, None]] = defaultdict(dict)
    for iri, class_ in _find_asked(doc._.kgx_claims, book):
        asked[iri].setdefault(class_)
    entities: dict[str, Entity] = doc._.kgx_entities
    for iri, entity in entities.items():
        told = () if entity.type == "concept" else _find_told(entity, nouns.get(iri, ()), index)
        own = [t for t in entity.types if t in index.ontology.classes]
        classes = _with_above(index.ontology, (*own, *asked[iri], *told))
        if classes:
            entities[iri] = changed(entity, types=classes)


def _find_asked(claims: Iterable[Claim], book: Phrasebook) -> Iterator[tuple[str, str]]:
    """The ends of claims with the class that the property asks for, where that is one."""
    for claim in claims:
        spoken = book.spoken[claim.predicate]
        domain = () if spoken.default else spoken.property.domain
        for iri, classes in ((claim.subject, domain), (claim.object, spoken.property.range)):
            known = len(classes) == 1 and classes[0] in book.ontology.classes
            if iri is not None and known and claim.stands:
                yield iri, classes[0]


def _find_told(entity: Entity, nouns: tuple[str, ...], index: ClassIndex) -> Iterator[str]:
    """The classes that tell what an entity is, as far as its type allows them."""
    kinds = (*entity.types, entity.type)
    told = [index.plain[kind] for kind in kinds if kind in index.plain]
    told += filter(None, (_class_of(noun, index) for noun in nouns))
    yield from (class_ for class_ in told if accepts(index.types_of(class_), entity.type))


def _class_of(noun: str, index: ClassIndex) -> str | None:
    """The class called so, or the nearest that what is called so is a kind of."""
    if noun in index.nouns or " " in noun:  # a "city manager" may be City's manager
        return index.nouns.get(noun)
    return next((index.meanings[m] for m in climb_kinds(noun) if m in index.meanings), None)


def _with_above(ontology: Ontology, classes: Iterable[str]) -> tuple[str, ...]:
    """Classes and those above them, the most special first."""
    found = dict.fromkeys(
        above for iri in classes for above in ontology.ancestors(iri) if above in ontology.classes
    )
    depth = {iri: len(list(ontology.ancestors(iri))) for iri in found}
    return tuple(sorted(found, key=lambda iri: -depth[iri]))
