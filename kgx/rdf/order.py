"""The order in which RDF is written: for readers first, and always the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

import rdflib
from rdflib import OWL, PROV, RDF, RDFS, SDO, SKOS, Dataset, URIRef
from rdflib.graph import DATASET_DEFAULT_GRAPH_ID
from rdflib.term import Node

from kgx.rdf.terms import CLASSES
from kgx.vocab import KGX, OA

Block: TypeAlias = Mapping[Node, list[Node]]
"""What is said of one subject: predicate to objects."""
Blocks: TypeAlias = dict[Node, Block]

SECTIONS = ("Entities", "Concepts", "Relations", "Documents", "Claims", "Events", "Further")

_SECTION_OF: dict[Node, int] = {
    **dict.fromkeys(CLASSES.values(), 0),
    KGX.Concept: 1,
    RDF.Property: 2,
    KGX.Document: 3,
    KGX.Claim: 4,
    KGX.Event: 5,
}
_FURTHER = len(SECTIONS) - 1

_FIRST = {
    predicate: rank
    for rank, predicate in enumerate(
        (
            RDF.type,
            RDFS.label,
            SKOS.prefLabel,
            SKOS.altLabel,
            RDFS.comment,
            OWL.sameAs,
            SKOS.broader,
            SDO.headline,
            SDO.datePublished,
            RDF.subject,
            RDF.predicate,
            RDF.object,
            KGX.alsoPredicate,
            KGX.polarity,
            KGX.modality,
            KGX.confidence,
            PROV.wasAttributedTo,
            KGX.time,
            OA.hasSource,
            OA.start,
            OA.end,
            OA.exact,
            OA.prefix,
            OA.suffix,
        )
    )
}
_LAST = {KGX.mentions: 1, KGX.mentionedIn: 2, KGX.rule: 3, PROV.wasDerivedFrom: 4}

_FOLLOW = (PROV.wasDerivedFrom, OA.hasSelector)
"""What these point to is written right after, so that a claim is read with its evidence."""


def group_subjects(triples: Iterable[tuple[Node, Node, Node]]) -> Blocks:
    """Triples by subject and predicate, in no order; repeated ones once."""
    grouped: dict[Node, dict[Node, dict[Node, None]]] = {}
    for subject, predicate, object_ in triples:
        grouped.setdefault(subject, {}).setdefault(predicate, {})[object_] = None
    return {s: {p: list(o) for p, o in said.items()} for s, said in grouped.items()}


def merge_graphs(data: rdflib.Graph) -> Iterator[tuple[Node, Node, Node]]:
    """The triples of all graphs of a dataset; may repeat."""
    if isinstance(data, Dataset):
        return ((s, p, o) for s, p, o, _ in data.quads())
    return iter(data)


def split_graphs(data: rdflib.Graph) -> dict[Node | None, list[tuple[Node, Node, Node]]]:
    """The triples of each graph by its name, the default graph (None) first, names sorted."""
    found: dict[Node | None, list[tuple[Node, Node, Node]]] = {None: []}
    if not isinstance(data, Dataset):
        return {None: list(data)}
    for s, p, o, name in data.quads():
        found.setdefault(None if name == DATASET_DEFAULT_GRAPH_ID else name, []).append((s, p, o))
    return dict(sorted(found.items(), key=lambda item: (item[0] is not None, str(item[0]))))


def order_predicates(block: Block) -> list[Node]:
    """Type and names first, references to places last."""
    return sorted(block, key=_predicate_rank)


def _predicate_rank(predicate: Node) -> tuple[int, int, str]:
    last = _LAST.get(predicate, 0)  # type: ignore[call-overload]
    return last, _FIRST.get(predicate, len(_FIRST)), str(predicate)  # type: ignore[call-overload]


def order_subjects(blocks: Blocks) -> Iterator[tuple[str, Node, bool]]:
    """Every subject once, as section, subject, and whether it only follows the one before.

    Claims come by subject, predicate and object; everything else by IRI.
    """
    done: set[Node] = set()
    followers = {o for block in blocks.values() for p in _FOLLOW for o in block.get(p, ())}
    heads = [(_subject_rank(subject, blocks[subject]), subject) for subject in blocks]
    heads.sort(key=lambda head: (head[1] in followers, head[0]))
    for rank, subject in heads:
        for depth, found in _follow(subject, blocks, done):
            yield SECTIONS[rank[0]], found, depth > 0


def _follow(subject: Node, blocks: Blocks, done: set[Node]) -> Iterator[tuple[int, Node]]:
    stack = [(0, subject)]
    while stack:
        depth, here = stack.pop()
        if here not in done and here in blocks:
            done.add(here)
            yield depth, here
            ends = [o for p in _FOLLOW for o in sorted(blocks[here].get(p, ()), key=str)]
            stack.extend((depth + 1, end) for end in reversed(ends))


def _subject_rank(subject: Node, block: Block) -> tuple[int, str, str, str, str]:
    classes = block.get(RDF.type, ())
    section = max((_SECTION_OF.get(c, -1) for c in classes), default=-1)
    if section < 0:
        return _FURTHER, "", "", "", str(subject)
    parts = [str(min(block.get(p, [URIRef("")]), key=str)) for p in _CLAIM_PARTS]
    return section, parts[0], parts[1], parts[2], str(subject)


_CLAIM_PARTS = (RDF.subject, RDF.predicate, RDF.object)
