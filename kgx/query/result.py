"""What a query answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias, overload

import rdflib
from rdflib import URIRef
from rdflib.term import Node

from kgx.errors import QueryError
from kgx.rdf.spell import TripleTerm, compact_iri

if TYPE_CHECKING:
    import pandas
    import polars

Form: TypeAlias = Literal["select", "ask", "graph"]


@dataclass(frozen=True, slots=True)
class Row:
    """One solution: ``row["what"]``, ``row[0]``, or iterated in the order of the names.

    Values are rdflib terms, None where unbound.
    """

    names: tuple[str, ...]
    values: tuple[Node | None, ...]

    def __getitem__(self, key: str | int) -> Node | None:
        if isinstance(key, int):
            return self.values[key]
        if key not in self.names:
            raise KeyError(f"{key!r} is none of {', '.join(self.names)}")
        return self.values[self.names.index(key)]

    def __iter__(self) -> Iterator[Node | None]:
        return iter(self.values)

    def __len__(self) -> int:
        return len(self.values)


@dataclass(frozen=True, slots=True)
class Result(Sequence[Row]):
    """The answer to a query of any form.

    Attributes:
        form: ``select``, ``ask`` or ``graph`` (CONSTRUCT and DESCRIBE).
        names: The variables of a SELECT, in order.
        rows: Its solutions.
        answer: What ASK answers.
        graph: What CONSTRUCT or DESCRIBE builds.
        prefixes: Prefix to namespace, as the query could use them.
    """

    form: Form
    names: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    answer: bool = False
    graph: rdflib.Graph = field(default_factory=rdflib.Graph)
    prefixes: Mapping[str, str] = field(default_factory=dict)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        return self.rows[index]

    def __len__(self) -> int:
        return len(self.graph) if self.form == "graph" else len(self.rows)

    def __bool__(self) -> bool:
        return self.answer if self.form == "ask" else len(self) > 0

    def to_table(self) -> list[dict[str, str]]:
        """One dict a row, IRIs with their prefixes, literals as their text, unbound as ``""``."""
        table = as_rows(self)
        namespaces = {namespace: prefix for prefix, namespace in self.prefixes.items()}
        return [
            {name: show_term(term, namespaces) for name, term in zip(row.names, row, strict=True)}
            for row in table
        ]

    def to_pandas(self) -> pandas.DataFrame:
        """A data frame of Python values: IRIs as full strings, numbers and dates as such.

        Raises:
            KgxError: pandas is not installed.
        """
        from kgx.query.frames import to_pandas

        return to_pandas(self)

    def to_polars(self) -> polars.DataFrame:
        """A polars data frame; a column of values of different types is one of text.

        Raises:
            KgxError: polars is not installed.
        """
        from kgx.query.frames import to_polars

        return to_polars(self)


def as_rows(result: Result) -> Sequence[Row]:
    """The rows of any form: triples are rows too, an answer is one row.

    >>> as_rows(Result("ask", answer=True))[0]["answer"].toPython()
    True
    """
    if result.form == "select":
        return result.rows
    if result.form == "ask":
        return [Row(("answer",), (rdflib.Literal(result.answer),))]
    names = ("subject", "predicate", "object")
    return [Row(names, triple) for triple in sorted(result.graph, key=_triple_order)]


def _triple_order(triple: tuple[Node, Node, Node]) -> tuple[str, ...]:
    return tuple(term.n3() for term in triple)


def show_term(term: Node | None, namespaces: Mapping[str, str]) -> str:
    """A term for people: an IRI with its prefix, a literal as its text, unbound as ``""``."""
    if term is None:
        return ""
    if isinstance(term, TripleTerm):
        return f"<<( {' '.join(show_term(part, namespaces) for part in term.triple)} )>>"
    if isinstance(term, URIRef):
        return compact_iri(str(term), namespaces) or f"<{term}>"
    return str(term)


def need_form(result: Result, format: str, *forms: Form) -> None:
    """Refuse to write a result in a format that has no place for its form.

    Raises:
        QueryError: Its form is none of ``forms``.
    """
    if result.form not in forms:
        kind = {"select": "SELECT", "ask": "ASK", "graph": "CONSTRUCT and DESCRIBE"}
        raise QueryError(
            f"{format} cannot hold what {kind[result.form]} answers: take "
            + ("turtle, nt, jsonld" if result.form == "graph" else "table, csv, json")
        )
