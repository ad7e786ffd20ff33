"""``kgx query``: SPARQL and named queries."""

from __future__ import annotations

import io
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, cast

import typer

from kgx.cli.explore import GraphFormat
from kgx.cli.infer import choose_rules
from kgx.cli.options import GraphBase, Infer, InferRules, Output, ServiceHosts
from kgx.cli.output import print_shown
from kgx.errors import QueryError
from kgx.texts import read_whole

if TYPE_CHECKING:
    from kgx.query import NamedQuery, Result

EPILOG = """\b
Examples:
  kgx query graph.ttl 'SELECT ?what WHERE { ent:kale-group kgx:exports ?what }'
  kgx query a.ttl b.nq --file exports.rq --to csv -o exports.csv
  kgx query --list
  kgx query news.db leaders org="Kale Group"
  kgx query news.db --infer 'SELECT ?firm WHERE { ?firm kgx:country ent:turkiye }'
  kgx query http://localhost:7878/query speakers --timeout 10
"""

_PARAMETER = re.compile(r"([A-Za-z_]\w*)=(.*)", re.DOTALL)


def query(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="GRAPH... QUERY [NAME=VALUE...]",
            help="Stores or RDF files (- is standard input), or the address of an endpoint; then "
            "SPARQL or the name of a query, unless --file has it; then its parameters.",
            show_default=False,
        ),
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--file", "-f", metavar="FILE", help="A file with the query.")
    ] = None,
    list_: Annotated[
        bool, typer.Option("--list", help="List the named queries and their parameters.")
    ] = False,
    to: Annotated[
        str | None,
        typer.Option(
            metavar="FORMAT",
            help="table, csv, tsv, json, xml, markdown, parquet; for graphs ttl, nt, "
            "jsonld, rdfxml.",
            show_default="by suffix, else table or ttl",
        ),
    ] = None,
    output: Output = "-",
    format: GraphFormat = None,
    base: GraphBase = None,
    service: ServiceHosts = None,
    timeout: Annotated[
        float, typer.Option(metavar="SECONDS", min=0.1, help="For each request to an endpoint.")
    ] = 60.0,
    infer: Infer = False,
    infer_rule: InferRules = None,
) -> None:
    """Ask a graph with SPARQL, or with a named query.

    SELECT, ASK, CONSTRUCT and DESCRIBE. The prefixes of kgx (ent: kgx: claim: schema: prov: rdfs:
    skos: wd: and so on) need not be declared.

    An endpoint that asks for credentials gets those in KGX_ENDPOINT_USER and KGX_ENDPOINT_PASSWORD,
    or KGX_ENDPOINT_TOKEN.
    """
    if list_:
        _list_queries()
        return
    sources, sparql, parameters = _split_words(words or [], file)
    from kgx.query import query as ask

    result = ask(
        sources,
        sparql,
        parameters=parameters,
        format=format,
        base=base,
        services=service or (),
        timeout=timeout,
        rules=choose_rules(infer, infer_rule),
    )
    _write_result(result, to, output)


def _split_words(
    words: list[str], file: Path | None
) -> tuple[list[str], str, dict[str, str] | None]:
    """Sources, query and parameters, which are the last words that look like ``name=value``."""
    parameters: dict[str, str] = {}
    rest = [*words]
    while len(rest) > (1 if file else 2) and (found := _PARAMETER.fullmatch(rest[-1])):
        parameters[found[1]] = found[2]
        rest.pop()
    if (file is None and len(rest) < 2) or not rest:
        raise typer.BadParameter("a graph and a query are needed: kgx query graph.ttl 'SELECT ...'")
    if file is None:
        return rest[:-1], rest[-1], parameters or None
    return rest, read_whole(file, QueryError), parameters or None


def _list_queries() -> None:
    from kgx.query import list_queries

    for named in list_queries():
        typer.echo(_describe_query(named))


def _describe_query(named: NamedQuery) -> str:
    lines = [f"{named.name}: {named.summary}"]
    for one in named.parameters:
        needed = ", required" if one.required else ""
        lines.append(f"  {one.name}=  {one.about} ({one.type}{needed})")
    example = "".join(
        f' {name}="{value}"' if " " in value else f" {name}={value}"
        for name, value in named.example.items()
    )
    return "\n".join([*lines, f"  kgx query news.db {named.name}{example}"])


def _write_result(result: Result, to: str | None, output: str) -> None:
    """Print a result, or write it to a file in the format its suffix names."""
    from kgx.query import write_result

    if output == "-" and to is None and result.form != "graph" and sys.stdout.isatty():
        from kgx.query.table import show_result

        print_shown(show_result(result))
        return
    suffix = Path(output).suffix.lstrip(".").lower() if output != "-" else ""
    plain = "ttl" if result.form == "graph" else "table"
    format = to or {"md": "markdown", "txt": "table"}.get(suffix, suffix or plain)
    if format.lower() == "parquet":
        _write_parquet(result, output)
        return
    text = write_result(result, format)
    if output == "-":
        typer.echo(text, nl=not text.endswith("\n"))
        return
    from kgx.atomic import open_atomic

    with open_atomic(output) as file:
        file.write(text if text.endswith("\n") else text + "\n")


def _write_parquet(result: Result, output: str) -> None:
    from kgx.atomic import open_atomic
    from kgx.query import write_parquet

    data = write_parquet(result)
    if output == "-":
        sys.stdout.buffer.write(data)
        return
    with open_atomic(output) as file:
        cast("io.TextIOWrapper", file).buffer.write(data)
