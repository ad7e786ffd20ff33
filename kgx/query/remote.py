"""Asking endpoints elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pyoxigraph as ox

from kgx.endpoint.address import Endpoint
from kgx.endpoint.client import Answer, fetch_answer, first_words
from kgx.errors import QueryError
from kgx.query.answer import read_answer
from kgx.query.parameters import Ask
from kgx.query.result import Result

_SKIPPED = re.compile(r"#[^\n\r]*|<[^<>\s]*>|[\w.-]*:")
_FORM = re.compile(r"\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
_DECLARED = re.compile(r"\bPREFIX\s+([\w.-]*):", re.IGNORECASE)
_USED = re.compile(r"([A-Za-z][\w.-]*):")


def ask_endpoint(endpoint: Endpoint, names: Mapping[str, str]) -> Ask:
    """A function that answers queries from an endpoint.

    Args:
        endpoint: Where to ask.
        names: Prefix to namespace, for what the query does not declare.
    """

    def ask(sparql: str) -> Result:
        answer = fetch_answer(endpoint, declare_prefixes(sparql, names), graph=is_graph(sparql))
        return _read_answer(endpoint, answer, names)

    return ask


def is_graph(sparql: str) -> bool:
    """Whether a query answers with triples.

    >>> is_graph("PREFIX ask: <urn:select> CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }")
    True
    """
    form = _FORM.search(_SKIPPED.sub(" ", sparql))
    return form is not None and form[1].upper() in ("CONSTRUCT", "DESCRIBE")


def declare_prefixes(sparql: str, names: Mapping[str, str]) -> str:
    """A query with the prefixes it uses and does not declare, on its first line.

    >>> declare_prefixes("ASK { ent:a ?p ?o }", {"ent": "https://e.example/", "x": "urn:x"})
    'PREFIX ent: <https://e.example/> ASK { ent:a ?p ?o }'
    """
    wanted = set(_USED.findall(sparql)) - set(_DECLARED.findall(sparql))
    known = sorted(wanted & names.keys())
    return "".join(f"PREFIX {prefix}: <{names[prefix]}> " for prefix in known) + sparql


def _mend_ask(result: Result) -> Result:
    """Virtuoso 7 answers ASK with a table of one number."""
    if result.names != ("__ASK_RETVAL",):
        return result
    return Result("ask", answer=any(str(row[0]) == "1" for row in result), prefixes=result.prefixes)


def _read_answer(endpoint: Endpoint, answer: Answer, names: Mapping[str, str]) -> Result:
    rows = ox.QueryResultsFormat.from_media_type(answer.media_type)
    triples = ox.RdfFormat.from_media_type(answer.media_type)
    try:
        if rows is not None:
            result = read_answer(ox.parse_query_results(answer.data, format=rows), names)
            return _mend_ask(result)
        if triples is not None:
            quads = ox.parse(answer.data, format=triples, base_iri=endpoint.url, lenient=True)
            return read_answer((quad.triple for quad in quads), names)
    except (SyntaxError, ValueError, OSError) as err:
        reason = " ".join(str(err).split())[:200]
        raise QueryError(
            f"{endpoint.url}: answers malformed {answer.media_type}: {reason}"
        ) from err
    raise QueryError(
        f"{endpoint.url}: answers {answer.media_type or 'nothing'}, not results of SPARQL: is it "
        f"the address of an endpoint? It says: {first_words(answer)}"
    )
