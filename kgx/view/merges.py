"""Merges as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from rich.console import Group, RenderableType
from rich.text import Text

from kgx.graph.build import Graph
from kgx.graph.merge import Merge
from kgx.query.table import one_line
from kgx.view.text import label_of

_WORDS = {
    "identifier": "linked to the same",
    "name": "same name",
    "context": "same surroundings",
    "user": "as you said",
}
_MOST = 8  # documents that are named


@dataclass(frozen=True, slots=True)
class Row:
    """A merge, the label of its entity, and the ids of its documents."""

    merge: Merge
    label: str
    documents: tuple[str, ...]


def list_merges(graph: Graph, *, entity: str | None = None, reason: str | None = None) -> list[Row]:
    """The merges of a graph by label, then as they are sorted.

    Args:
        graph: As `build_graph` makes it.
        entity: The IRI of the only entity to list.
        reason: The only reason to list.
    """
    rows = [
        Row(merge, label_of(graph, merge.entity), documents)
        for merge, documents in graph.graph["merges"].items()
        if entity in (None, merge.entity) and reason in (None, merge.reason)
    ]
    return sorted(rows, key=lambda row: (row.label, row.merge))


def show_merges(graph: Graph, rows: Sequence[Row]) -> RenderableType:
    """An entity a block: its label, type and IRI, then each reason with its documents."""
    if not rows:
        return Text("nothing is merged", style="dim")
    lines: list[Text] = []
    for iri, group in groupby(rows, key=lambda row: row.merge.entity):
        type_ = str(graph.nodes[iri]["type"]) if iri in graph else "other"
        head = label_of(graph, iri), "bold"
        lines.append(Text.assemble(head, "  ", (type_, "cyan"), "  ", (iri, "dim")))
        lines += map(_show_row, group)
    return Group(*lines)


def _show_row(row: Row) -> Text:
    shown = ", ".join(map(one_line, row.documents[:_MOST]))
    more = len(row.documents) - _MOST
    return Text.assemble(
        f"  {_WORDS[row.merge.reason]}: ",
        (one_line(row.merge.basis), "green"),
        f"  in {shown}{f' and {more} more' if more > 0 else ''}",
    )
