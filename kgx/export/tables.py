"""CSV and Parquet: a folder with entities, statements and claims."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import astuple, fields
from io import BytesIO, StringIO
from typing import Any

from kgx.errors import KgxError
from kgx.export.rows import ClaimRow, NodeRow, StatementRow, claim_rows, node_rows, statement_rows
from kgx.graph.build import Graph

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def list_tables(graph: Graph) -> Iterator[tuple[str, list[str], list[tuple[Any, ...]]]]:
    """The tables of a graph: name, columns, rows."""
    entities = (node for node in node_rows(graph) if node.type != "literal")
    for name, kind, rows in (
        ("entities", NodeRow, entities),
        ("statements", StatementRow, statement_rows(graph)),
        ("claims", ClaimRow, claim_rows(graph)),
    ):
        columns = [field.name for field in fields(kind)]
        yield name, columns, [astuple(row) for row in rows]


def write_csv(graph: Graph) -> Iterator[tuple[str, bytes]]:
    """``entities.csv``, ``statements.csv`` and ``claims.csv``, in UTF-8 (RFC 4180).

    A text that a spreadsheet would run as a formula gets an apostrophe in front.
    """
    for name, columns, rows in list_tables(graph):
        file = StringIO(newline="")
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows([[_disarm(value) for value in row] for row in rows])
        yield f"{name}.csv", file.getvalue().encode("utf-8")


def _disarm(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def write_parquet(graph: Graph) -> Iterator[tuple[str, bytes]]:
    """``entities.parquet``, ``statements.parquet`` and ``claims.parquet``.

    Raises:
        KgxError: polars is not installed.
    """
    try:
        import polars
    except ImportError as err:
        raise KgxError("Parquet needs polars: pip install 'kgx-extract[tables]'") from err
    for name, columns, rows in list_tables(graph):
        file = BytesIO()
        table = {column: [row[at] for row in rows] for at, column in enumerate(columns)}
        polars.DataFrame(table, strict=False).write_parquet(file)
        yield f"{name}.parquet", file.getvalue()
