"""Answers as columns of Python values: pandas, polars, Parquet."""

from __future__ import annotations

import datetime
import decimal
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, Any

import rdflib
from rdflib import URIRef
from rdflib.term import Node

from kgx.errors import KgxError
from kgx.query.result import Result, as_rows

if TYPE_CHECKING:
    import pandas
    import polars

_KINDS = (bool, int, float, datetime.datetime, datetime.date)


def to_pandas(result: Result) -> pandas.DataFrame:
    """A data frame of Python values: IRIs as full strings, numbers and dates as such.

    Raises:
        KgxError: pandas is not installed.
    """
    try:
        import pandas
    except ImportError as err:
        raise KgxError("to_pandas needs pandas: pip install 'kgx-extract[tables]'") from err
    rows = as_rows(result)
    names = rows[0].names if rows else result.names
    return pandas.DataFrame([[_to_python(t) for t in row] for row in rows], columns=[*names])


def to_polars(result: Result) -> polars.DataFrame:
    """A polars data frame; a column of values of different types is one of text.

    Raises:
        KgxError: polars is not installed.
    """
    try:
        import polars
    except ImportError as err:
        raise KgxError("to_polars needs polars: pip install 'kgx-extract[tables]'") from err
    return polars.DataFrame(list_columns(result), strict=False)


def write_parquet(result: Result) -> bytes:
    """A Parquet file; columns as `to_polars` has them.

    Raises:
        KgxError: polars is not installed.
    """
    file = BytesIO()
    to_polars(result).write_parquet(file)
    return file.getvalue()


def list_columns(result: Result) -> dict[str, list[Any]]:
    """The values of each variable, of one Python type or all text; None where unbound.

    >>> list_columns(Result("ask", answer=True))
    {'answer': [True]}
    """
    rows = as_rows(result)
    names = rows[0].names if rows else result.names
    return {name: _one_type([row.values[at] for row in rows]) for at, name in enumerate(names)}


def _one_type(terms: list[Node | None]) -> list[Any]:
    values = [_to_python(term) for term in terms]
    found = {type(value) for value in values if value is not None}
    if len(found) <= 1 and found <= {str, *_KINDS}:
        return values
    if found <= {int, float, decimal.Decimal}:
        return [None if value is None else float(value) for value in values]
    return [None if term is None else str(term) for term in terms]


def _to_python(term: Node | None) -> Any:
    if term is None or isinstance(term, URIRef):
        return term if term is None else str(term)
    value = term.toPython() if isinstance(term, rdflib.Literal) else str(term)
    return str(value) if isinstance(value, Node) else value


BINARY: dict[str, Callable[[Result], bytes]] = {"parquet": write_parquet}
"""What is no text."""
