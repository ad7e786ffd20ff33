"""Entities of many documents: which are one, why, and what the one is called.

A table of merges, made from all documents in any order, is all that a document's claims need to
know of the others. Nothing is lost in it: the annotations stay as they are, and another table can
be made from them, with other rulings of the user or without any merge.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kgx.graph.clusters import Clusters, Join, Reason
from kgx.graph.corpus import Corpus, list_nodes, read_corpus
from kgx.graph.naming import Candidate, name_entities
from kgx.graph.rename import rename_entities
from kgx.graph.rulings import Ruling
from kgx.graph.support import join_units
from kgx.graph.tally import Tally, add_entity, bare_entity, choose_type, make_entity
from kgx.graph.units import Unit, Units, make_units
from kgx.types import Annotation, Entity, EntityType

__all__ = ["Merge", "Merges", "apply_merges", "bare_entity", "merge_table"]

EntityKey = tuple[str, EntityType]
"""An entity as a document calls it: IRI and type."""


@dataclass(frozen=True, slots=True, order=True)
class Merge:
    """Why entities of several documents, or of several names, are one.

    Attributes:
        entity: The final IRI.
        reason: ``identifier``, ``name``, ``context`` or ``user``.
        basis: What the reason rests on: the IRI in a knowledge base, the name, what else the
            documents share, the user's ruling.
    """

    entity: str
    reason: Reason
    basis: str


@dataclass(frozen=True, slots=True)
class Merges:
    """The entities of all documents.

    Attributes:
        names: The final IRI of what documents call so, where it is another.
        own: The same by document, where documents mean different things by it.
        entities: By final IRI, sorted.
        mentions: How often each is mentioned.
        merges: The ids of the documents that each brought together.
        joined: The merges by document, sorted.
    """

    names: Mapping[EntityKey, str]
    own: Mapping[str, Mapping[EntityKey, str]]
    entities: Mapping[str, Entity]
    mentions: Mapping[str, int]
    merges: Mapping[Merge, tuple[str, ...]]
    joined: Mapping[str, Sequence[Merge]]

    def rename(self, document: str, entities: Iterable[EntityKey]) -> dict[str, str]:
        """The final IRIs of the entities of a document by their own, where these differ."""
        own = self.own.get(document, {})
        found = {key: own.get(key) or self.names.get(key) for key in entities}
        return {iri: final for (iri, _), final in found.items() if final}


def merge_table(
    annotations: Iterable[Annotation], *, rulings: Sequence[Ruling] = (), apart: bool = False
) -> Merges:
    """Merge the entities of documents; their order changes nothing.

    Entities of different documents are one if the user says so; if they are linked to the same
    thing; if they have the same name and type, and the name tells who they are; or if they share a
    name and enough of what else their documents speak of. Concepts are one by name.

    Args:
        annotations: Read once, lazily.
        rulings: The user's word, which goes before everything else.
        apart: Whether to merge nothing: the entities of each document are then its own.

    Raises:
        KgxError: Rulings contradict each other.
    """
    corpus = read_corpus(annotations)
    units = make_units(corpus, () if apart else rulings, apart=apart)
    clusters = Clusters(units.units) if apart else join_units(corpus, units, rulings)
    members: dict[int, list[int]] = defaultdict(list)
    for number in range(len(units.units)):
        members[clusters.find(number)].append(number)
    tallies = {root: _tally(corpus, units, numbers) for root, numbers in members.items()}
    finals = name_entities(
        [_candidate(corpus, units, root, members[root], tallies[root], apart) for root in members]
    )
    table = _Table(finals)
    for root, tally in tallies.items():
        table.entities[finals[root]] = make_entity(finals[root], tally)
        table.mentions[finals[root]] = tally.mentions
    for iri in sorted(corpus.bare - table.entities.keys()):
        table.entities[iri], table.mentions[iri] = bare_entity(iri), 0
    _note_names(corpus, units, clusters, table)
    _note_merges(corpus, units, clusters, table)
    return table.finish()


@dataclass(slots=True)
class _Table:
    finals: Mapping[int, str]
    names: dict[EntityKey, str] = field(default_factory=dict)
    own: dict[str, dict[EntityKey, str]] = field(default_factory=lambda: defaultdict(dict))
    entities: dict[str, Entity] = field(default_factory=dict)
    mentions: dict[str, int] = field(default_factory=dict)
    merges: dict[Merge, set[str]] = field(default_factory=lambda: defaultdict(set))

    def finish(self) -> Merges:
        merges = {merge: tuple(sorted(self.merges[merge])) for merge in sorted(self.merges)}
        joined: dict[str, list[Merge]] = defaultdict(list)
        for merge, documents in merges.items():
            for document in documents:
                joined[document].append(merge)
        entities = {iri: self.entities[iri] for iri in sorted(self.entities)}
        return Merges(self.names, dict(self.own), entities, self.mentions, merges, dict(joined))


def _tally(corpus: Corpus, units: Units, numbers: Sequence[int]) -> Tally:
    """What the units of a cluster tell; a clear name goes before all others as the label."""
    tally = Tally()
    clear = any(units.units[number].clear for number in numbers)
    for number in numbers:
        unit = units.units[number]
        for sense, mentions in unit.senses.items():
            weight = max(mentions, unit.within[sense]) if unit.clear or not clear else 0
            add_entity(tally, corpus.senses[sense].entity, mentions, weight)
    return tally


def _candidate(
    corpus: Corpus, units: Units, root: int, numbers: Sequence[int], tally: Tally, apart: bool
) -> Candidate:
    """The cluster as one that wants an IRI: that of its most mentioned clear name."""
    found = [units.units[number] for number in numbers]
    best = min(found, key=lambda unit: (not unit.clear, -unit.senses.total(), unit.key))
    least = min(corpus.documents[document] for unit in found for document in unit.documents)
    clear = best.clear and not (apart and best.alone)
    same_as = tuple(sorted(tally.same_as))
    return Candidate(root, best.name, choose_type(tally), tally.mentions, same_as, least, clear)


def _note_names(corpus: Corpus, units: Units, clusters: Clusters, table: _Table) -> None:
    """What each document's entities are called in the end."""
    finals: dict[EntityKey, set[str]] = defaultdict(set)
    for document, sense, _ in list_nodes(corpus):
        entity = corpus.senses[sense].entity
        root = clusters.find(units.find(document, sense))
        finals[entity.id, entity.type].add(table.finals[root])
    for document, sense, _ in list_nodes(corpus):
        entity = corpus.senses[sense].entity
        key = entity.id, entity.type
        if len(finals[key]) > 1:
            root = clusters.find(units.find(document, sense))
            table.own[corpus.documents[document]][key] = table.finals[root]
        elif finals[key] != {entity.id}:
            table.names[key] = min(finals[key])


def _note_merges(corpus: Corpus, units: Units, clusters: Clusters, table: _Table) -> None:
    """Why each entity of several documents is one."""
    for number, unit in enumerate(units.units):
        if unit.clear and unit.named and unit.type != "concept" and len(set(unit.documents)) > 1:
            entity = table.finals[clusters.find(number)]
            merge = (
                Merge(entity, "identifier", min(unit.same_as))
                if unit.same_as
                else Merge(entity, "name", table.entities[entity].label)
            )
            table.merges[merge].update(corpus.documents[n] for n in unit.documents)
    for join in clusters.joins:
        entity = table.finals[clusters.find(join.one)]
        label = table.entities[entity].label
        merge = Merge(entity, join.reason, label if join.reason == "name" else join.basis)
        for unit in _brought(units.units, join):
            table.merges[merge].update(corpus.documents[n] for n in unit.documents)


def _brought(units: Sequence[Unit], join: Join) -> list[Unit]:
    """The units whose documents a join is about: not those of a clear name that context or the
    user added another to."""
    both = [units[join.one], units[join.other]]
    alone = [unit for unit in both if unit.alone]
    return both if join.reason in ("identifier", "name") else alone or both


def apply_merges(annotation: Annotation, merges: Merges) -> Annotation:
    """The annotation with the final IRIs of its entities; itself where none changes."""
    keys = [(entity.id, entity.type) for entity in annotation.entities]
    new = merges.rename(annotation.id, keys)
    return rename_entities(annotation, new) if new else annotation
