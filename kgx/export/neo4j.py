"""Neo4j: files for ``neo4j-admin database import``, or a Cypher script.

Entities are nodes labelled by their type, statements relationships typed by the predicate's name.
Both forms can be loaded again: nodes are matched by their IRI.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Sequence
from io import StringIO

from kgx.export.rows import NodeRow, StatementRow, node_rows, statement_rows
from kgx.graph.build import Graph

_NODES = "iri:ID", "label", "type", "classes", "aliases", "sameAs", "mentions:long", ":LABEL"
_EDGES = (
    ":START_ID",
    ":END_ID",
    ":TYPE",
    "predicate",
    "asserted:boolean",
    "confidence:double",
    "claims:long",
    "quote",
    "document",
)


def write_neo4j_csv(graph: Graph) -> Iterator[tuple[str, bytes]]:
    """``nodes.csv`` and ``relationships.csv``, with the headers that the importer reads."""
    yield "nodes.csv", _write_csv(_NODES, [_node_fields(node) for node in node_rows(graph)])
    rows = [_edge_fields(row) for row in statement_rows(graph)]
    yield "relationships.csv", _write_csv(_EDGES, rows)


def _node_fields(node: NodeRow) -> list[object]:
    names = node.label, node.type, node.classes, node.aliases, node.same_as
    return [node.id, *names, node.mentions, _label(node.type)]


def _edge_fields(row: StatementRow) -> list[object]:
    asserted = "true" if row.asserted else "false"
    ends = row.subject, row.object, _type(row)
    return [*ends, row.predicate, asserted, row.confidence, row.claims, row.quote, row.document]


def _write_csv(head: Sequence[str], rows: Sequence[Sequence[object]]) -> bytes:
    file = StringIO(newline="")
    writer = csv.writer(file, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\n")
    writer.writerow(head)
    writer.writerows(rows)
    return file.getvalue().encode("utf-8")


def write_cypher(graph: Graph) -> Iterator[str]:
    """A script of ``MERGE`` statements, one a line (openCypher 9)."""
    for node in node_rows(graph):
        names = {"label": node.label, "type": node.type, "mentions": node.mentions}
        links = {"aliases": node.aliases, "sameAs": node.same_as}
        properties = _spell_map({**names, **{k: v for k, v in links.items() if v}})
        yield f"MERGE (n:{_label(node.type)} {{iri: {_quote(node.id)}}}) SET n += {properties};\n"
    for row in statement_rows(graph):
        properties = _spell_map(
            {
                "asserted": row.asserted,
                "confidence": row.confidence,
                "claims": row.claims,
                "quote": row.quote,
                "document": row.document,
            }
        )
        subject, object_ = _quote(row.subject), _quote(row.object)
        yield (
            f"MATCH (s {{iri: {subject}}}), (o {{iri: {object_}}}) "
            f"MERGE (s)-[r:{_type(row)} {{predicate: {_quote(row.predicate)}}}]->(o) "
            f"SET r += {properties};\n"
        )


def _label(type_: str) -> str:
    return type_.capitalize()


def _type(row: StatementRow) -> str:
    """The name of a relationship: capitals and underscores, as is the custom."""
    words = re.sub(r"\W+", "_", row.label).strip("_").upper()
    return words if words[:1].isalpha() else f"REL_{words}"


def _spell_map(values: dict[str, object]) -> str:
    spelt = (
        f"{key}: {_quote(value) if isinstance(value, str) else json.dumps(value)}"
        for key, value in values.items()
    )
    return "{" + ", ".join(spelt) + "}"


def _quote(text: str) -> str:
    r"""A string of Cypher; what is not ASCII letters or the like is escaped where it must be.

    >>> print(_quote("it's a \\ and\n"))
    'it\'s a \\ and\n'
    """
    inner = json.dumps(text, ensure_ascii=False)[1:-1].replace('\\"', '"').replace("'", "\\'")
    return f"'{inner}'"
