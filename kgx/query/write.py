"""Answers as text, in the formats of the SPARQL 1.1 recommendations and for people."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import rdflib
from rdflib import XSD, BNode, URIRef
from rdflib.term import Node

from kgx.errors import QueryError
from kgx.query.frames import BINARY
from kgx.query.result import Result, as_rows, need_form
from kgx.rdf.files import FORMATS, write_rdf
from kgx.rdf.formats import find_format
from kgx.rdf.spell import TripleTerm, blank_label, spell_term
from kgx.rdf.xml import mend_text

_XML = "http://www.w3.org/2005/sparql-results#"


_PLACES = ("subject", "predicate", "object")


def write_result(result: Result, format: str = "table", *, width: int | None = None) -> str:
    """A result as text.

    Args:
        result: Of any form.
        format: One of `RESULT_FORMATS`, or for CONSTRUCT and DESCRIBE one of the RDF formats.
        width: Of a table, in characters; cells are cut to fit. Unbounded by default.

    Raises:
        QueryError: The format is unknown, or cannot hold this form of result.

    >>> write_result(Result("ask", answer=True))
    'yes\\n'
    """
    name = format.lower()
    if result.form == "graph" and (name == "xml" or find_format(name)):
        return write_rdf(result.graph, None, name) or ""
    if name == "table":
        return write_table(result, width=width)
    if name in BINARY:
        raise QueryError(f"{name} is no text: kgx.query.write_{name} makes its bytes")
    if name not in _WRITERS:
        known = ", ".join(sorted({*RESULT_FORMATS, *BINARY, *FORMATS}))
        if find_format(name):
            need_form(result, name, "graph")
        raise QueryError(f"unknown format {format!r} for results: take one of {known}")
    return _WRITERS[name](result)


def write_table(result: Result, *, width: int | None = None) -> str:
    """An aligned table; ``yes`` or ``no`` for ASK."""
    from rich.console import Console

    from kgx.query.table import show_result

    file = StringIO()
    console = Console(
        file=file,
        width=width or 100_000,
        color_system=None,
        highlight=False,
        force_jupyter=False,  # else a notebook shows the table and the file stays empty
    )
    console.print(show_result(result))
    return "".join(line.rstrip() + "\n" for line in file.getvalue().splitlines())


def write_csv(result: Result) -> str:
    """SPARQL 1.1 Query Results CSV: bare values. Triples are rows of three."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    rows = as_rows(result)
    writer.writerow(rows[0].names if rows else result.names)
    writer.writerows([_bare(term) for term in row] for row in rows)
    return file.getvalue()


def _bare(term: Node | None) -> str:
    if isinstance(term, BNode):
        return blank_label(term)
    return "" if term is None else str(term)


def write_tsv(result: Result) -> str:
    """SPARQL 1.1 Query Results TSV: values as in Turtle. Triples are rows of three."""
    rows = as_rows(result)
    names = rows[0].names if rows else result.names
    lines = ["\t".join(f"?{name}" for name in names)]
    lines += ["\t".join("" if t is None else spell_term(t) for t in row) for row in rows]
    return "".join(line + "\n" for line in lines)


def write_json(result: Result) -> str:
    """SPARQL 1.1 Query Results JSON."""
    need_form(result, "json", "select", "ask")
    if result.form == "ask":
        return json.dumps({"head": {}, "boolean": result.answer}) + "\n"
    bindings = [
        {
            name: _json_term(term)
            for name, term in zip(row.names, row, strict=True)
            if term is not None
        }
        for row in result.rows
    ]
    whole = {"head": {"vars": [*result.names]}, "results": {"bindings": bindings}}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _json_term(term: Node) -> dict[str, Any]:
    if isinstance(term, TripleTerm):
        parts = zip(_PLACES, term.triple, strict=True)
        return {"type": "triple", "value": {name: _json_term(part) for name, part in parts}}
    kind = {"type": _term_type(term), "value": str(term)}
    if isinstance(term, rdflib.Literal):
        if term.language:
            kind["xml:lang"] = term.language
        elif term.datatype and term.datatype != XSD.string:
            kind["datatype"] = str(term.datatype)
    return kind


def _term_type(term: Node) -> str:
    if isinstance(term, URIRef):
        return "uri"
    return "bnode" if isinstance(term, BNode) else "literal"


def write_xml(result: Result) -> str:
    """SPARQL 1.1 Query Results XML."""
    need_form(result, "xml", "select", "ask")
    head = "".join(f'<variable name="{name}"/>' for name in result.names)
    body = (
        f"<boolean>{str(result.answer).lower()}</boolean>"
        if result.form == "ask"
        else f"<results>\n{_xml_rows(result)}</results>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="{_XML}">\n'
        f"<head>{head}</head>\n{body}\n</sparql>\n"
    )


def _xml_rows(result: Result) -> str:
    rows = []
    for row in result.rows:
        cells = [
            f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
            for name, term in zip(row.names, row, strict=True)
            if term is not None
        ]
        rows.append(f"<result>{''.join(cells)}</result>\n")
    return "".join(rows)


def _xml_term(term: Node) -> str:
    parts = _json_term(term)
    if isinstance(term, TripleTerm):
        inner = zip(_PLACES, map(_xml_term, term.triple), strict=True)
        return f"<triple>{''.join(f'<{tag}>{text}</{tag}>' for tag, text in inner)}</triple>"
    tag = parts["type"]
    keys = {key: value for key, value in parts.items() if key in ("xml:lang", "datatype")}
    more = "".join(f" {key}={quoteattr(value)}" for key, value in keys.items())
    return f"<{tag}{more}>{escape(mend_text(parts['value']), {chr(13): '&#13;'})}</{tag}>"


def write_markdown(result: Result) -> str:
    """A Markdown table, IRIs with their prefixes."""
    if result.form == "ask":
        return ("yes" if result.answer else "no") + "\n"
    rows = as_rows(result)
    names = rows[0].names if rows else result.names
    lines = [names, ["---"] * len(names), *(row.values() for row in result.to_table())]
    return "".join(f"| {' | '.join(map(_markdown_cell, line))} |\n" for line in lines)


def _markdown_cell(text: str) -> str:
    marked = text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")
    return " ".join(marked.split())


_WRITERS: dict[str, Callable[[Result], str]] = {
    "csv": write_csv,
    "tsv": write_tsv,
    "json": write_json,
    "xml": write_xml,
    "markdown": write_markdown,
    "md": write_markdown,
}
RESULT_FORMATS = ("table", "csv", "tsv", "json", "xml", "markdown")
"""What the solutions of a SELECT are written as."""
