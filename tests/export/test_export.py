"""Exports, each opened by a library that reads its format."""

from __future__ import annotations

import csv
import json
import os
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from typer.testing import CliRunner

import kgx
from kgx.cli import app
from kgx.export import EXPORTS, export_graph
from kgx.export.neo4j import _quote
from kgx.graph.build import Graph
from kgx.types import Annotation, Claim, Entity

BASE = "https://example.org/kg/"
ODD = 'O\'Hara \\ "& Söhne" <b>\x07\n,;`'


def claim(number: int, subject: str, predicate: str, **more: Any) -> Claim:
    return Claim(
        id=f"{BASE}claim/{number}",
        proposition=None,
        subject=BASE + subject,
        predicate=predicate,
        predicates=(),
        start=number,
        end=number + 3,
        quote="“Ada\nleads”",
        prefix="",
        suffix="",
        **{"object": None, "value": None, "datatype": None, **more},
    )


@pytest.fixture(scope="module")
def graph() -> Graph:
    entities = (
        Entity(BASE + "ada", "Ada Berg", "person", ("https://schema.org/Person",)),
        Entity(BASE + "odd", ODD, "organization", aliases=("=cmd()",)),
        Entity(BASE + "oslo", "Oslo", "place", same_as=("http://www.wikidata.org/entity/Q585",)),
    )
    leads, coined = kgx.vocab.VOCABULARY + "leads", BASE + "relation/open-in"
    claims = (
        claim(1, "ada", leads, object=BASE + "odd", time="2024-05"),
        claim(2, "odd", coined, object=BASE + "oslo", modality="planned"),
        claim(3, "ada", BASE + "relation/cost", value="12"),
    )
    return kgx.build_graph([Annotation("a", entities=entities, claims=claims)])


def text_of(graph: Graph, format: str) -> str:
    file = StringIO()
    export_graph(graph, file, format)
    return file.getvalue()


@pytest.mark.parametrize(("format", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_networks_open_in_networkx(graph: Graph, format: str, read: Any) -> None:
    found = read(BytesIO(text_of(graph, format).encode()))
    assert set(found) == set(graph)
    assert found.number_of_edges() == 3
    assert found.nodes[BASE + "odd"]["type"] == "organization"
    edges = {edge["label"]: edge["asserted"] for _, _, edge in found.edges(data=True)}
    assert edges == {"leads": True, "open in": False, "cost": True}


def test_gexf_holds_no_clock(graph: Graph) -> None:
    assert "lastmodified" not in text_of(graph, "gexf")


def test_cytoscape_opens_in_networkx(graph: Graph) -> None:
    found = nx.cytoscape_graph(json.loads(text_of(graph, "cytoscape")))
    assert set(found) == set(graph)
    assert found.number_of_edges() == 3


def test_cypher_is_what_a_parser_of_cypher_takes(graph: Graph) -> None:
    from antlr4 import CommonTokenStream, InputStream
    from antlr4_cypher import CypherLexer, CypherParser

    lines = text_of(graph, "cypher").splitlines()
    assert len(lines) == len(graph) + graph.number_of_edges()
    for line in lines:
        parser = CypherParser(CommonTokenStream(CypherLexer(InputStream(line))))
        parser.removeErrorListeners()
        parser.script()
        assert parser.getNumberOfSyntaxErrors() == 0, line


def test_a_cypher_string_cannot_be_left() -> None:
    assert _quote("a'}) DETACH DELETE n //") == "'a\\'}) DETACH DELETE n //'"
    assert _quote("\\") == "'\\\\'"


def test_neo4j_files_fit_each_other(graph: Graph, tmp_path: Path) -> None:
    export_graph(graph, tmp_path / "neo", "neo4j")
    nodes = list(csv.DictReader((tmp_path / "neo/nodes.csv").open(newline="")))
    edges = list(csv.DictReader((tmp_path / "neo/relationships.csv").open(newline="")))
    ids = {node["iri:ID"] for node in nodes}
    assert {edge[end] for edge in edges for end in (":START_ID", ":END_ID")} <= ids
    assert {edge[":TYPE"] for edge in edges} == {"LEADS", "OPEN_IN", "COST"}
    assert {node[":LABEL"] for node in nodes} == {"Person", "Organization", "Place", "Literal"}


@pytest.mark.parametrize("format", ["csv", "parquet"])
def test_tables_open_in_polars_and_pandas(graph: Graph, tmp_path: Path, format: str) -> None:
    import pandas
    import polars

    export_graph(graph, tmp_path / "t", format)
    readers = [polars.read_parquet] if format == "parquet" else [polars.read_csv, pandas.read_csv]
    for reader in readers:
        tables = {
            name: reader(tmp_path / "t" / f"{name}.{format}")
            for name in ("entities", "statements", "claims")
        }
        assert [len(table) for table in tables.values()] == [3, 3, 3]
        assert list(tables["claims"]["modality"]) == ["asserted", "planned", "asserted"]
        assert list(tables["claims"]["start"]) == [1, 2, 3]


def test_csv_is_no_program(graph: Graph, tmp_path: Path) -> None:
    export_graph(graph, tmp_path / "t", "csv")
    rows = csv.DictReader((tmp_path / "t/entities.csv").open(newline=""))
    assert [row["aliases"] for row in rows if row["aliases"]] == ["'=cmd()"]


def test_people_and_bodies_are_followed_to_the_money(graph: Graph) -> None:
    lines = [json.loads(line) for line in text_of(graph, "ftm").splitlines()]
    schemata = [line["schema"] for line in lines]
    assert schemata == ["Person", "Organization", "Address", "Directorship"]
    link, ada, odd = lines[3]["properties"], lines[0]["id"], lines[1]["id"]
    assert (link["director"], link["organization"], link["date"]) == ([ada], [odd], ["2024-05"])


def test_followthemoney_takes_the_entities(graph: Graph) -> None:
    if not os.environ.get("CI"):  # its ICU has to be compiled, which not every machine can
        pytest.importorskip("followthemoney")
    import followthemoney

    for line in text_of(graph, "ftm").splitlines():
        raw = json.loads(line)
        entity = followthemoney.model.get_proxy(raw, cleaned=False)
        entity.schema.validate(raw)
        for name, values in raw["properties"].items():
            assert len(entity.get(name)) == len(values), (raw["schema"], name)


@pytest.mark.parametrize("format", sorted(EXPORTS))
def test_the_same_graph_gives_the_same_bytes(graph: Graph, tmp_path: Path, format: str) -> None:
    once = export_graph(graph, tmp_path / f"one{EXPORTS[format].suffix}", format)
    again = export_graph(graph, tmp_path / f"two{EXPORTS[format].suffix}", format)
    assert [p.read_bytes() for p in once] == [p.read_bytes() for p in again] != []


def test_the_command(graph: Graph, tmp_path: Path) -> None:
    kgx.write_rdf(kgx.to_rdf(graph), tmp_path / "g.ttl")
    arguments = ["export", str(tmp_path / "g.ttl"), "-o", str(tmp_path / "g.gexf")]
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 0
    assert nx.read_gexf(tmp_path / "g.gexf").number_of_edges() == 3


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-o", "x.foo"], "unknown export format 'x.foo'"),
        (["--to", "foo"], "unknown export format 'foo'"),
        (["--to", "csv"], "name a folder"),
    ],
)
def test_what_cannot_be_written(
    graph: Graph, tmp_path: Path, arguments: list[str], message: str
) -> None:
    kgx.write_rdf(kgx.to_rdf(graph), tmp_path / "g.ttl")
    with pytest.raises(kgx.WriteError, match=message):
        CliRunner().invoke(
            app, ["export", str(tmp_path / "g.ttl"), *arguments], catch_exceptions=False
        )
