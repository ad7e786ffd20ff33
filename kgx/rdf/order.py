"""The order in which RDF is written: for readers first, and always the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias, get_args

from rdflib import OWL, PROV, RDF, RDFS, SDO, SKOS, URIRef
from rdflib.term import Node

from kgx.graph.records import EventRole
from kgx.rdf.terms import CLASSES
from kgx.vocab import KGX, OA

Block: TypeAlias = Mapping[Node, list[Node]]
"""What is said of one subject: predicate to objects."""
Blocks: TypeAlias = dict[Node, Block]
Triple: TypeAlias = tuple[Node, Node, Node]
Quad: TypeAlias = tuple[Node, Node, Node, Node | None]
"""Subject, predicate, object, and the name of the graph, None for the default graph."""

SECTIONS = (
    "Entities",
    "Concepts",
    "Quantities",
    "Relations",
    "Documents",
    "Merges",
    "Claims",
    "Events",
    "Further",
)

_SECTION_OF: dict[Node, int] = {
    **dict.fromkeys(CLASSES.values(), 0),
    KGX.Concept: 1,
    SDO.MonetaryAmount: 2,
    SDO.QuantitativeValue: 2,
    RDF.Property: 3,
    KGX.Document: 4,
    KGX.Merge: 5,
    KGX.Claim: 6,
    KGX.Event: 7,
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
            *(KGX[role] for role in get_args(EventRole) if role != "time"),
            KGX.time,
            KGX.polarity,
            KGX.modality,
            KGX.confidence,
            PROV.wasAttributedTo,
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


def group_subjects(quads: Iterable[Triple | Quad]) -> Blocks:
    """Triples, or quads without regard to their graph, by subject and predicate, in no order;
    repeated ones once."""
    grouped: dict[Node, dict[Node, dict[Node, None]]] = {}
    for quad in quads:
        subject, predicate, object_ = quad[:3]
        grouped.setdefault(subject, {}).setdefault(predicate, {})[object_] = None
    return {s: {p: list(o) for p, o in said.items()} for s, said in grouped.items()}


def split_graphs(quads: Iterable[Quad]) -> dict[Node | None, list[Triple]]:
    """The triples of each graph by its name, the default graph (None) first, names sorted."""
    found: dict[Node | None, list[Triple]] = {None: []}
    for s, p, o, name in quads:
        found.setdefault(name, []).append((s, p, o))
    return dict(sorted(found.items(), key=lambda item: (item[0] is not None, str(item[0]))))


def order_predicates(block: Block) -> list[Node]:
    """Type and names first, references to places last."""
    return sorted(block, key=_predicate_rank)


@lru_cache(maxsize=1 << 12)
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
            block = blocks[here]
            ends = [o for p in _FOLLOW if p in block for o in sorted(block[p], key=str)]
            stack.extend((depth + 1, end) for end in reversed(ends))


def _subject_rank(subject: Node, block: Block) -> tuple[int, str, str, str, str]:
    classes = block.get(RDF.type, ())
    section = max((_SECTION_OF.get(c, -1) for c in classes), default=-1)
    if section < 0:
        return _FURTHER, "", "", "", str(subject)
    parts = [str(min(block.get(p, [URIRef("")]), key=str)) for p in _CLAIM_PARTS]
    return section, parts[0], parts[1], parts[2], str(subject)


_CLAIM_PARTS = (RDF.subject, RDF.predicate, RDF.object)
