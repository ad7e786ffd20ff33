"""Annotations to quads one document at a time, for what does not fit in memory.

What a document says depends on no other document but through the table of merges. So a corpus of any
size goes to N-Quads in two passes: one makes the table, one writes; the quads are those of
`to_rdf`, repeated where several documents name a predicate.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgx.graph.build import event_of, source_of
from kgx.graph.events import find_events
from kgx.graph.merge import Merges, apply_merges
from kgx.graph.records import Evidence
from kgx.iris import BASE
from kgx.rdf.write import (
    Quad,
    claim_quads,
    document_quads,
    entity_quads,
    event_quads,
    mention_quads,
)
from kgx.types import Annotation


def merged_quads(merges: Merges) -> Iterator[Quad]:
    """The quads of all entities: the default graph, but for the names of predicates."""
    for iri, entity in merges.entities.items():
        yield from entity_quads(entity, merges.mentions[iri])


def annotation_quads(
    annotation: Annotation, merges: Merges, *, base: str = BASE, speakers: bool = True
) -> Iterator[Quad]:
    """The quads of one document.

    Args:
        annotation: As it was made, before any merging.
        merges: The table of the whole corpus, which `merge_table` makes.
        base: What the IRIs of documents and events begin with.
        speakers: As in `to_rdf`.
    """
    merged, source = apply_merges(annotation, merges), source_of(annotation, base)
    events = find_events(merged, source, base)
    yield from document_quads(source)
    for entity in merged.entities:
        yield from mention_quads(entity.id, source)
    for event in events.values():
        yield from event_quads(event)
    for claim in merged.claims:
        evidence = Evidence(claim, source, event_of(events, claim))
        yield from claim_quads(evidence, speakers=speakers)
