"""GraphML, GEXF and Cytoscape JSON, written by networkx."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import asdict
from io import BytesIO

import networkx as nx

from kgx.export.rows import node_rows, statement_rows
from kgx.graph.build import Graph

_CLOCK = re.compile(r' lastmodifieddate="[^"]*"')


def to_network(graph: Graph) -> Graph:
    """The graph with attributes that any format can hold: strings, numbers, truth values."""
    plain: Graph = nx.MultiDiGraph()
    for node in node_rows(graph):
        values = asdict(node)
        plain.add_node(values.pop("id"), **values)
    for number, row in enumerate(statement_rows(graph)):
        values = asdict(row)
        ends = values.pop("subject"), values.pop("object")
        plain.add_edge(*ends, key=str(number), **values)
    return plain


def write_graphml(graph: Graph) -> Iterator[str]:
    """GraphML, line by line; for yEd, igraph, Gephi."""
    for line in nx.generate_graphml(to_network(graph), named_key_ids=True):
        yield line + "\n"


def write_gexf(graph: Graph) -> Iterator[str]:
    """GEXF 1.2; for Gephi. The date that the writer puts in is taken out."""
    file = BytesIO()
    nx.write_gexf(to_network(graph), file)
    yield _CLOCK.sub("", file.getvalue().decode("utf-8"))


def write_cytoscape(graph: Graph) -> Iterator[str]:
    """Cytoscape JSON (``.cyjs``); for Cytoscape and Cytoscape.js."""
    data = nx.cytoscape_data(to_network(graph))
    yield json.dumps(data, ensure_ascii=False, indent=1) + "\n"
