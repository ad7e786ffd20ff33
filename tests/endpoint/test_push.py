"""Loading real stores of other makers, and asking them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from graph_samples import make_annotations
from rdflib import Literal
from servers import run_oxigraph, run_virtuoso
from typer.testing import CliRunner

from kgx.cli import app
from kgx.endpoint.address import Endpoint
from kgx.endpoint.push import push
from kgx.errors import QueryError, WriteError
from kgx.graph import build_graph
from kgx.query import query
from kgx.rdf import write_graph

PASSWORD = "a secret"
HOME = "https://example.org/kg/"
COUNT = f"""SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?g) AS ?graphs)
WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER (STRSTARTS(STR(?g), "{HOME}")) }}"""


@pytest.fixture(scope="module")
def nquads(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("push") / "graph.nq"
    write_graph(build_graph(make_annotations()), path)
    return path


@pytest.fixture(scope="module")
def oxigraph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with run_oxigraph(tmp_path_factory.mktemp("oxigraph")) as url:
        yield url


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with run_virtuoso(tmp_path_factory.mktemp("virtuoso"), PASSWORD) as url:
        yield url


@pytest.fixture
def credentials(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KGX_ENDPOINT_USER", "dba")
    monkeypatch.setenv("KGX_ENDPOINT_PASSWORD", PASSWORD)


def count_in(url: str) -> tuple[object, object]:
    (row,) = query(url, COUNT)
    return row[0], row[1]


@pytest.mark.parametrize(("path", "graph_store"), [("/update", False), ("/store", True)])
def test_oxigraph_takes_all_of_it(
    oxigraph: str, nquads: Path, path: str, graph_store: bool
) -> None:
    there = Endpoint(oxigraph + path)
    count = push(nquads, there, graph_store=graph_store, replace=True, default_graph=HOME)
    assert count == len(nquads.read_text().splitlines())
    assert count_in(f"{oxigraph}/query") == (Literal(count), Literal(4))
    again = push(nquads, there, graph_store=graph_store, replace=True, default_graph=HOME)
    assert (again, count_in(f"{oxigraph}/query")) == (count, (Literal(count), Literal(4)))


@pytest.mark.parametrize("update", [True, False])
def test_the_default_graph_and_triple_terms(oxigraph: str, tmp_path: Path, update: bool) -> None:
    path = tmp_path / "graph.nt"
    path.write_text('<urn:a> <urn:b> "x" .\n<urn:c> <urn:says> <<( <urn:a> <urn:b> "x" )>> .\n')
    there = Endpoint(oxigraph + ("/update" if update else "/store"))
    assert push(path, there, graph_store=not update, replace=True) == 2
    assert len(query(f"{oxigraph}/query", "SELECT * { ?s ?p ?o }")) == 2
    assert query(f"{oxigraph}/query", "ASK { ?s ?p <<( ?a <urn:b> ?c )>> }")


def test_replacing_takes_the_old_away(oxigraph: str, tmp_path: Path) -> None:
    path, there = tmp_path / "graph.nq", Endpoint(f"{oxigraph}/update")
    for value in ("old", "new"):
        path.write_text(f'<urn:a> <urn:b> "{value}" <urn:replaced> .\n')
        push(path, there, replace=True)
    (row,) = query(f"{oxigraph}/query", "SELECT ?o { GRAPH <urn:replaced> { ?s ?p ?o } }")
    assert str(row[0]) == "new"


@pytest.mark.parametrize(
    ("path", "graph_store"), [("/sparql-auth", False), ("/sparql-graph-crud-auth", True)]
)
@pytest.mark.usefixtures("credentials")
def test_virtuoso_takes_all_of_it(
    virtuoso: str, nquads: Path, path: str, graph_store: bool
) -> None:
    there = Endpoint(virtuoso + path)
    count = push(nquads, there, graph_store=graph_store, replace=True, default_graph=HOME)
    assert count_in(f"{virtuoso}/sparql") == (Literal(count), Literal(4))


@pytest.mark.usefixtures("credentials")
def test_virtuoso_answers_named_queries_as_we_do(virtuoso: str, nquads: Path) -> None:
    push(nquads, Endpoint(f"{virtuoso}/sparql-auth"), replace=True, default_graph=HOME)
    given = {"speaker": "ida holm"}
    assert (
        query(f"{virtuoso}/sparql", "says", parameters=given).to_table()
        == query(nquads, "says", parameters=given).to_table()
        != []
    )
    assert query(f"{virtuoso}/sparql", "ASK { ?s a kgx:Person }")
    assert not query(f"{virtuoso}/sparql", "ASK { ?s a kgx:Nobody }")
    built = query(f"{virtuoso}/sparql", "CONSTRUCT WHERE { ?s kgx:exports ?o }")
    assert built.to_table() == query(nquads, "CONSTRUCT WHERE { ?s kgx:exports ?o }").to_table()


def test_bad_and_missing_credentials_are_one_line(
    virtuoso: str, nquads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there = Endpoint(f"{virtuoso}/sparql-auth")
    with pytest.raises(QueryError, match=r"asks for credentials \(401\): set KGX_ENDPOINT_USER"):
        push(nquads, there)
    monkeypatch.setenv("KGX_ENDPOINT_USER", "dba")
    monkeypatch.setenv("KGX_ENDPOINT_PASSWORD", "wrong")
    with pytest.raises(QueryError, match=r"refuses the credentials of KGX_ENDPOINT_USER"):
        push(nquads, there)


def test_blank_nodes_are_not_taken_apart(tmp_path: Path) -> None:
    path = tmp_path / "blank.nt"
    path.write_text("".join(f"_:a <urn:p> <urn:{i}> .\n" for i in range(1_500)))
    with pytest.raises(WriteError, match="the default graph: too large to send whole"):
        push(path, Endpoint("http://127.0.0.1:1/update"))


def test_the_command_says_how_much(oxigraph: str, nquads: Path) -> None:
    url = f"{oxigraph}/update"
    result = CliRunner().invoke(app, ["push", str(nquads), "--to", url])
    assert result.exit_code == 0
    assert f"quads to {url} in" in result.stderr
