"""SPARQL over RDF."""

from __future__ import annotations

import csv
import datetime
import io
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
import rdflib
from graph_samples import CHILE, HOLM, NORVIK, NX40, make_annotations
from rdflib import Dataset, Literal, URIRef

from kgx.errors import QueryError
from kgx.graph import build_graph
from kgx.query import Result, query, write_parquet, write_result
from kgx.rdf import FORMATS, to_rdf, write_graph

EXPORTS = "SELECT ?who ?what WHERE { ?who kgx:exports ?what }"


@pytest.fixture(scope="module")
def rdf() -> Dataset:
    return to_rdf(build_graph(make_annotations()))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("graphs")
    for name in FORMATS:
        write_graph(build_graph(make_annotations()), path / f"graph.{name}")
    return path


def names_of(sparql: str) -> Result:
    """A query of its own values."""
    return query(rdflib.Graph(), sparql)


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_answers_the_same_once(folder: Path, name: str) -> None:
    result = query(folder / f"graph.{name}", EXPORTS)
    assert [tuple(map(str, row)) for row in result] == [(NORVIK, NX40)]


def test_a_statement_of_two_documents_counts_once(rdf: Dataset) -> None:
    result = query(rdf, "SELECT (COUNT(*) AS ?n) WHERE { ?s kgx:exports ?o }")
    assert result[0]["n"] == Literal(1)


def test_graph_reaches_the_documents(rdf: Dataset) -> None:
    result = query(rdf, "SELECT ?g WHERE { GRAPH ?g { ?s kgx:exports ?o } } ORDER BY ?g")
    assert len(result) == 2
    assert "harbour" in str(result[0]["g"])


def test_rows_by_name_by_place_and_in_order(rdf: Dataset) -> None:
    (row,) = query(rdf, EXPORTS)
    assert row["who"] == row[0] == URIRef(NORVIK)
    assert (list(row), len(row)) == ([URIRef(NORVIK), URIRef(NX40)], 2)
    with pytest.raises(KeyError, match="'whom' is none of who, what"):
        row["whom"]


def test_unbound_is_none(rdf: Dataset) -> None:
    (row,) = query(rdf, "SELECT ?a ?b WHERE { BIND(1 AS ?a) OPTIONAL { ?b kgx:no ?c } }")
    assert row["b"] is None


@pytest.mark.parametrize(("what", "answer"), [("nx-40", True), ("chile", False)])
def test_ask(rdf: Dataset, what: str, answer: bool) -> None:
    result = query(rdf, f"ASK {{ ent:norvik-yards kgx:exports ent:{what} }}")
    assert (result.form, bool(result)) == ("ask", answer)
    assert write_result(result) == ("yes\n" if answer else "no\n")


def test_construct_builds_a_graph(rdf: Dataset) -> None:
    result = query(rdf, "CONSTRUCT { ?o ent:exportedBy ?s } WHERE { ?s kgx:exports ?o }")
    assert set(result.graph) == {
        (URIRef(NX40), URIRef("https://example.org/kg/exportedBy"), URIRef(NORVIK))
    }
    assert "ent:nx-40 ent:exportedBy ent:norvik-yards ." in write_result(result, "turtle")
    assert write_result(result, "nt").startswith(f"<{NX40}>")


def test_describe_tells_of_a_node(rdf: Dataset) -> None:
    result = query(rdf, "DESCRIBE ent:chile")
    assert (URIRef(CHILE), rdflib.RDFS.label, Literal("Chile", lang="en")) in result.graph


def test_several_sources_are_one(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "more.ttl").write_text(f"<{CHILE}> <urn:near> <{HOLM}> .")
    sources = [folder / "graph.ttl", str(tmp_path / "more.ttl")]
    assert query(sources, "ASK { ?a kgx:exports ?b . ?c <urn:near> ?d }")


def test_an_open_file_needs_its_format() -> None:
    file = io.BytesIO(b"<urn:a> <urn:b> <urn:c> .")
    assert len(query(file, "SELECT * { ?s ?p ?o }", format="nt")) == 1


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(b"<urn:a> <urn:b> 1 ."))
    monkeypatch.setattr("sys.stdin", stdin)
    assert len(query("-", "SELECT * { ?s ?p ?o }")) == 1


def test_the_prefixes_of_the_source_are_known(tmp_path: Path) -> None:
    path = tmp_path / "a.ttl"
    path.write_text(
        "@prefix my: <urn:my:> . @prefix ent: <https://d.example/> .\n"
        "ent:a my:b <https://d.example/relation/c> ."
    )
    assert query(path, "ASK { ent:a my:b rel:c }")
    assert not query(path, "ASK { ent:a my:b rel:c }", base="https://else.example/")


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT ?a WHERE { ?a ?b }", r"^malformed SPARQL, line 1, column 26: "),
        ("SELECT ?a\nWHERE { ?a zz:b ?c }", r"^malformed SPARQL, line 2, column \d+: .*zz:b"),
        ("", r"^malformed SPARQL"),
        ("INSERT DATA { <urn:a> <urn:b> 1 }", r"^INSERT is an update"),
    ],
)
def test_malformed_sparql_is_one_line(rdf: Dataset, sparql: str, message: str) -> None:
    with pytest.raises(QueryError, match=message) as caught:
        query(rdf, sparql)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 300


def test_a_missing_source_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"none\.ttl: cannot be read: No such file"):
        query(tmp_path / "none.ttl", EXPORTS)


def test_a_malformed_source_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "bad.nt").write_text("<urn:a> <urn:b> 1 .\nwhat\n")
    with pytest.raises(QueryError, match=r"bad\.nt, line \d: not nt"):
        query(tmp_path / "bad.nt", EXPORTS)


VALUES = """SELECT ?iri ?text ?tagged ?number ?none WHERE {
    VALUES (?iri ?text ?tagged ?number ?none) {
        (<https://example.org/kg/a> "say \\"<b>|\\n" "thé"@fr 7 UNDEF) } }"""


def test_a_table_is_aligned_with_short_iris() -> None:
    assert write_result(names_of(EXPORTS.replace("?who", "?w"))).split() == ["w", "what"]
    lines = write_result(names_of(VALUES)).splitlines()
    assert lines[0].split() == ["iri", "text", "tagged", "number", "none"]
    assert lines[1].startswith('ent:a  say "<b>|   thé     7')
    assert lines[1].index("thé") == lines[0].index("tagged")


def test_a_narrow_table_cuts_cells(rdf: Dataset) -> None:
    text = write_result(query(rdf, "SELECT * { ?s ?p ?o }"), width=60)
    assert max(map(len, text.splitlines())) <= 60
    assert "…" in text


def test_csv() -> None:
    rows = list(csv.reader(io.StringIO(write_result(names_of(VALUES), "csv"))))
    assert rows == [
        ["iri", "text", "tagged", "number", "none"],
        ["https://example.org/kg/a", 'say "<b>|\n', "thé", "7", ""],
    ]


def test_tsv() -> None:
    lines = write_result(names_of(VALUES), "tsv").splitlines()
    assert lines[0] == "?iri\t?text\t?tagged\t?number\t?none"
    assert lines[1].split("\t") == [
        "<https://example.org/kg/a>",
        '"say \\"<b>|\\n"',
        '"thé"@fr',
        '"7"^^<http://www.w3.org/2001/XMLSchema#integer>',
        "",
    ]


def test_json() -> None:
    record = json.loads(write_result(names_of(VALUES), "json"))
    assert record["head"]["vars"] == ["iri", "text", "tagged", "number", "none"]
    (row,) = record["results"]["bindings"]
    assert row["tagged"] == {"type": "literal", "value": "thé", "xml:lang": "fr"}
    assert row["number"]["datatype"].endswith("integer")
    assert "none" not in row


@pytest.mark.parametrize("format", ["json", "xml"])
def test_rdflib_reads_our_results(format: str) -> None:
    text = write_result(names_of(VALUES), format).encode()
    again = rdflib.query.Result.parse(io.BytesIO(text), format=format)
    (row,) = again
    assert (str(row.iri), str(row.text), row.tagged) == (
        "https://example.org/kg/a",
        'say "<b>|\n',
        Literal("thé", lang="fr"),
    )


def test_xml_is_well_formed_whatever_a_name_holds() -> None:
    graph = rdflib.Graph()
    graph.add((URIRef("urn:a"), URIRef("urn:b"), Literal("<script>\x01\r")))
    text = write_result(query(graph, "SELECT ?o { ?s ?p ?o }"), "xml")
    (literal,) = ElementTree.fromstring(text).iter(
        "{http://www.w3.org/2005/sparql-results#}literal"
    )
    assert literal.text == "<script>\ufffd\r"


def test_markdown_keeps_one_line_a_row() -> None:
    lines = write_result(names_of(VALUES), "markdown").splitlines()
    assert len(lines) == 3
    assert lines[2] == '| ent:a | say "&lt;b>\\| | thé | 7 |  |'


def test_ask_as_json_and_xml() -> None:
    yes = names_of("ASK { BIND(1 AS ?a) }")
    assert json.loads(write_result(yes, "json"))["boolean"] is True
    assert "<boolean>true</boolean>" in write_result(yes, "xml")


def test_a_graph_as_a_table_is_its_triples(rdf: Dataset) -> None:
    result = query(rdf, "CONSTRUCT WHERE { ?s kgx:exports ?o }")
    assert write_result(result).splitlines()[1].split() == [
        "ent:norvik-yards",
        "kgx:exports",
        "ent:nx-40",
    ]
    assert len(write_result(result, "csv").splitlines()) == 2


@pytest.mark.parametrize(
    ("sparql", "format", "message"),
    [
        ("SELECT * {}", "turtle", "turtle cannot hold what SELECT answers"),
        ("ASK {}", "nt", "nt cannot hold what ASK answers"),
        ("CONSTRUCT { <urn:a> <urn:b> 1 } {}", "json", "json cannot hold what CONSTRUCT"),
        ("SELECT * {}", "docx", "unknown format 'docx' for results: take one of csv"),
    ],
)
def test_formats_that_do_not_fit(sparql: str, format: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        write_result(names_of(sparql), format)


def test_to_table_and_to_pandas() -> None:
    result = names_of(
        "SELECT ?a ?b ?c { BIND(<https://example.org/kg/a> AS ?a) BIND(2.5 AS ?b)"
        ' BIND("2024-05-02"^^xsd:date AS ?c) }'
    )
    assert result.to_table() == [{"a": "ent:a", "b": "2.5", "c": "2024-05-02"}]
    frame = result.to_pandas()
    assert list(frame.columns) == ["a", "b", "c"]
    assert frame.iloc[0]["a"] == "https://example.org/kg/a"
    assert float(frame.iloc[0]["b"]) == 2.5
    assert frame.iloc[0]["c"] == datetime.date(2024, 5, 2)


def test_no_rows_keep_their_columns() -> None:
    result = names_of("SELECT ?a ?b { ?a kgx:no ?b }")
    assert not result
    assert list(result.to_pandas().columns) == ["a", "b"]
    assert write_result(result, "csv") == "a,b\r\n"


def test_to_polars_and_parquet_keep_types() -> None:
    polars = pytest.importorskip("polars")
    result = names_of(
        "SELECT * { VALUES (?n ?mixed ?day ?real) { "
        '(1 1 "2024-05-02"^^xsd:date 0.5) (2 "b" UNDEF 2) } }'
    )
    frame = polars.read_parquet(io.BytesIO(write_parquet(result)))
    assert frame.equals(result.to_polars())
    assert frame.to_dicts() == [
        {"n": 1, "mixed": "1", "day": datetime.date(2024, 5, 2), "real": 0.5},
        {"n": 2, "mixed": "b", "day": None, "real": 2.0},
    ]
