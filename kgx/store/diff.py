"""What changed between two graphs: statements that appeared, vanished, or changed standing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

import networkx as nx

from kgx.graph.build import Graph
from kgx.graph.records import Evidence
from kgx.rdf.files import RdfSource
from kgx.store.reading import read_any_graph
from kgx.types import Modality, Polarity

Kind: TypeAlias = Literal["appeared", "vanished", "changed"]


@dataclass(frozen=True, slots=True, order=True)
class Standing:
    """How a statement is meant where it is claimed; ``speaker`` is an IRI, "" for the author."""

    polarity: Polarity
    modality: Modality
    speaker: str = ""

    def __str__(self) -> str:
        words = "denied" if self.polarity == "negative" else ""
        if self.modality != "asserted" or not words:
            words = f"{words} {self.modality}".strip()
        return f"{words} by {self.speaker}" if self.speaker else words


@dataclass(frozen=True, slots=True, order=True)
class Change:
    """A statement that is new, gone, or claimed otherwise.

    Attributes:
        subject, predicate: IRIs.
        object: An IRI, or a literal as N-Triples spells it.
        before, after: The standings it is claimed with, sorted; empty where it is not claimed.
    """

    subject: str
    predicate: str
    object: str
    kind: Kind
    before: tuple[Standing, ...]
    after: tuple[Standing, ...]


def diff(old: RdfSource | Graph, new: RdfSource | Graph) -> list[Change]:
    """What tells two graphs apart, by subject, predicate and object.

    How often a statement is claimed, where, and how sure it is makes no difference.

    Args:
        old: A store, an RDF file, annotations (``.jsonl``), or a graph.
        new: Likewise.

    Raises:
        QueryError: One of them cannot be read.
    """
    before, after = _list_standings(old), _list_standings(new)
    return sorted(_compare(before, after))


_Statements: TypeAlias = dict[tuple[str, str, str], tuple[Standing, ...]]


def _list_standings(source: RdfSource | Graph) -> _Statements:
    graph = source if isinstance(source, nx.MultiDiGraph) else read_any_graph(source)
    return {
        (subject, predicate, object_): _weigh(edge["evidence"])
        for subject, object_, predicate, edge in graph.edges(keys=True, data=True)
    }


def _weigh(evidence: list[Evidence]) -> tuple[Standing, ...]:
    claims = [item.claim for item in evidence]
    found = {Standing(c.polarity, c.modality, c.attributed_to or "") for c in claims}
    return tuple(sorted(found)) or (Standing("positive", "asserted"),)


def _compare(before: _Statements, after: _Statements) -> Iterator[Change]:
    for statement in before.keys() | after.keys():
        old, new = before.get(statement, ()), after.get(statement, ())
        if old != new:
            kind: Kind = "changed" if old and new else "appeared" if new else "vanished"
            yield Change(*statement, kind, old, new)
