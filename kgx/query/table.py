"""The answer to a query as a table for a terminal."""

from __future__ import annotations

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from kgx.query.result import Result, as_rows, show_term


def show_result(result: Result) -> RenderableType:
    """The answer to a query: an aligned table; ``yes`` or ``no``; the triples it builds."""
    if result.form == "ask":
        return Text("yes" if result.answer else "no")
    namespaces = {namespace: prefix for prefix, namespace in result.prefixes.items()}
    names = result.names if result.form == "select" else ("subject", "predicate", "object")
    table = Table(box=None, pad_edge=False, header_style="bold")
    for name in names:
        table.add_column(Text(name), overflow="ellipsis", no_wrap=True)
    for row in as_rows(result):
        table.add_row(*(Text(one_line(show_term(term, namespaces))) for term in row))
    return table


def one_line(text: str) -> str:
    """White space of any kind as single spaces; control characters, which steer terminals, gone."""
    spaced = "".join(" " if char.isspace() else char for char in text)
    return "".join(char for char in spaced if char.isprintable() or char == " ")
