"""RDF to files and back."""

from __future__ import annotations

import gzip
import io
import json
import os
import shutil
import subprocess
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from graph_samples import make_annotations
from rdflib import BNode, Dataset, Literal, URIRef
from rdflib.compare import isomorphic, to_isomorphic

from kgx.annotations import write_annotations
from kgx.errors import QueryError, WriteError
from kgx.graph import build_graph
from kgx.rdf import FORMATS, format_of, read_graph, read_rdf, to_rdf, write_graph, write_rdf

RDFLIB_NAMES = {
    "ttl": "turtle",
    "nt": "nt",
    "nq": "nquads",
    "trig": "trig",
    "jsonld": "json-ld",
    "rdf": "xml",
}


@pytest.fixture(scope="module")
def rdf() -> Dataset:
    return to_rdf(build_graph(make_annotations()))


def flat(data: rdflib.Graph) -> rdflib.Graph:
    """All triples of all graphs as one graph."""
    graph = rdflib.Graph()
    for triple in data.triples((None, None, None)):
        graph.add(triple)
    return graph


@pytest.mark.parametrize("name", FORMATS)
def test_rdflib_and_oxigraph_read_the_same(rdf: Dataset, name: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph.{name}"
    assert write_rdf(rdf, path) is None
    dataset = Dataset(default_union=True)
    dataset.parse(path, format=RDFLIB_NAMES[name])
    ours = read_rdf(path)
    assert isomorphic(flat(dataset), flat(rdf))
    assert isomorphic(flat(ours), flat(rdf))


@pytest.mark.parametrize("name", ["nq", "trig"])
def test_datasets_keep_their_graphs(rdf: Dataset, name: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph.{name}"
    write_rdf(rdf, path)
    assert {tuple(map(str, quad)) for quad in read_rdf(path).quads()} == {
        tuple(map(str, quad)) for quad in rdf.quads()
    }


@pytest.mark.parametrize("name", FORMATS)
def test_the_graph_comes_back_from_every_format(name: str, tmp_path: Path) -> None:
    graph = build_graph(make_annotations())
    write_graph(graph, tmp_path / f"graph.{name}")
    back = read_graph(tmp_path / f"graph.{name}")
    assert write_graph(back, None, name) == (tmp_path / f"graph.{name}").read_text("utf-8")


def test_annotations_are_a_graph_too(tmp_path: Path) -> None:
    write_annotations(make_annotations(), tmp_path / "a.jsonl")
    graph = read_graph(tmp_path / "a.jsonl")
    assert write_graph(graph) == write_graph(build_graph(make_annotations()))


def test_several_files_are_one_graph(tmp_path: Path) -> None:
    for number, annotation in enumerate(make_annotations()):
        write_graph(build_graph([annotation]), tmp_path / f"{number}.ttl")
    graph = read_graph([tmp_path / f"{number}.ttl" for number in range(3)])
    assert len(graph.graph["documents"]) == 3


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ttl", "ttl"),
        ("Turtle", "ttl"),
        ("n-triples", "nt"),
        ("json-ld", "jsonld"),
        ("rdfxml", "rdf"),
        ("xml", "rdf"),
        ("a/b.nq", "nq"),
        ("a.trig.gz", "trig"),
        (Path("x.jsonld"), "jsonld"),
    ],
)
def test_format_of(name: str | Path, expected: str) -> None:
    assert format_of(name) == expected


@pytest.mark.parametrize("name", ["doc", "graph.docx", "", "graph"])
def test_an_unknown_format_names_those_there_are(name: str) -> None:
    with pytest.raises(WriteError, match=r"unknown format .*: take one of ttl, nt, nq"):
        format_of(name)


def test_a_failed_write_leaves_the_old_file(rdf: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("old")
    bad = rdflib.Graph()
    bad.add((URIRef("urn:a b"), URIRef("urn:p"), Literal("x")))
    with pytest.raises(WriteError, match="'urn:a b' is no IRI"):
        write_rdf(bad, path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("target", [".", "none/graph.ttl"])
def test_an_unwritable_target_is_one_line(rdf: Dataset, tmp_path: Path, target: str) -> None:
    with pytest.raises(WriteError, match="cannot be written") as caught:
        write_rdf(rdf, tmp_path / target, "ttl")
    assert "\n" not in str(caught.value)


def test_standard_output_and_open_files(rdf: Dataset, capsys: pytest.CaptureFixture[str]) -> None:
    file = io.StringIO()
    write_rdf(rdf, "-", "nt")
    write_rdf(rdf, file, "nt")
    assert capsys.readouterr().out == file.getvalue() == write_rdf(rdf, None, "nt")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "bad.ttl",
            b"@prefix a: <urn:a> .\na:b a:c\n  a:d a:e .\n",
            r"bad\.ttl, line \d: not ttl: ",
        ),
        ("bad.nt", b"<urn:a> <urn:b> <urn:c> .\nnonsense\n", r"bad\.nt, line 2: not nt: "),
        ("bad.rdf", b"<rdf:RDF>", r"bad\.rdf.*: not rdf: "),
        ("bad.jsonld", b"{", r"bad\.jsonld.*: not jsonld: "),
        ("bad.ttl.gz", b"no gzip", r"bad\.ttl\.gz: cannot be read: "),
        ("bad.ttl", b"\xff\xfe\x00", r"bad\.ttl"),
        ("bad.doc", b"", r"bad\.doc: unknown RDF suffix: name one of ttl, nt"),
    ],
)
def test_malformed_rdf_is_one_line(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(QueryError, match=message) as caught:
        read_rdf(tmp_path / name)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"none\.ttl: cannot be read: No such file"):
        read_rdf(tmp_path / "none.ttl")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").mkdir()
    with pytest.raises(QueryError, match=r"a\.ttl: cannot be read: Is a directory"):
        read_rdf(tmp_path / "a.ttl")


def test_an_unknown_format_to_read(tmp_path: Path) -> None:
    with pytest.raises(QueryError, match="unknown RDF format 'doc'"):
        read_rdf(io.BytesIO(b""), "doc")


def test_gzip_is_read(rdf: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "graph.nt.gz"
    path.write_bytes(gzip.compress((write_rdf(rdf, None, "nt") or "").encode()))
    assert len(read_rdf(path)) == len(flat(rdf))


def test_the_prefixes_of_a_file_are_kept(rdf: Dataset) -> None:
    text = write_rdf(rdf) or ""
    again = read_rdf(io.BytesIO(text.encode()))
    assert write_rdf(again) == text


def test_literals_stay_as_spelt() -> None:
    text = '<urn:a> <urn:p> "007"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'
    assert write_rdf(read_rdf(io.BytesIO(text.encode()), "nt"), None, "nt") == text


def test_turtle_is_written_for_readers(rdf: Dataset) -> None:
    text = write_rdf(rdf) or ""
    assert text.index("# Entities") < text.index("# Concepts") < text.index("# Claims")
    assert 'ent:nx-40 a kgx:Product, schema:Product ;\n    rdfs:label "NX-40"@en ;\n' in text
    assert "kgx:confidence 0.95 ;" in text
    assert "xmlns" not in text and "ns1:" not in text
    claim = text.index("claim:", text.index("# Claims"))
    assert text.index("oa:exact", claim) < text.index("\n\nclaim:", claim)


def test_prefixes_that_nobody_uses_are_not_declared() -> None:
    graph = rdflib.Graph()
    graph.add((URIRef("urn:a"), URIRef("urn:b"), URIRef("urn:c")))
    assert write_rdf(graph) == "<urn:a> <urn:b> <urn:c> .\n"


def test_json_ld_has_a_context_that_types_values(rdf: Dataset) -> None:
    record = json.loads(write_rdf(rdf, None, "jsonld") or "")
    nodes = {node["@id"]: node for node in record["@graph"]}
    assert record["@context"]["kgx"] == "https://w3id.org/kgx-extract/"
    assert nodes["ent:norvik-yards"]["kgx:exports"] == "ent:nx-40"
    assert nodes["ent:norvik-yards"]["rdfs:label"] == "Norvik Yards"


def test_blank_nodes_of_others_are_written() -> None:
    graph = rdflib.Graph()
    graph.add((BNode("a b"), URIRef("urn:p"), BNode("x")))
    for name in ("ttl", "nt", "jsonld", "rdf"):
        again = rdflib.Graph().parse(data=write_rdf(graph, None, name), format=RDFLIB_NAMES[name])
        assert to_isomorphic(again) == to_isomorphic(graph)


def test_blank_nodes_of_several_files_stay_apart(tmp_path: Path) -> None:
    for name in ("a.nt", "b.nt"):
        (tmp_path / name).write_text("_:x <urn:p> <urn:o> .\n")
    assert len(read_rdf([tmp_path / "a.nt", tmp_path / "b.nt"])) == 2


def test_rdf_xml_has_no_character_xml_forbids() -> None:
    graph = rdflib.Graph()
    graph.add((URIRef("urn:a"), URIRef("urn:x/p"), Literal("a\x01b\r<&>", lang="en")))
    text = write_rdf(graph, None, "rdf") or ""
    again = rdflib.Graph().parse(data=text, format="xml")
    assert [str(o) for o in again.objects()] == ["a\ufffdb\r<&>"]


def test_rdf_xml_refuses_a_predicate_without_a_name() -> None:
    graph = rdflib.Graph()
    graph.add((URIRef("urn:a"), URIRef("urn:x/12"), Literal("a")))
    with pytest.raises(WriteError, match="RDF/XML cannot write the predicate 'urn:x/12'"):
        write_rdf(graph, None, "rdf")


def test_oxigraph_and_rdflib_agree_on_our_turtle(rdf: Dataset) -> None:
    text = write_rdf(rdf) or ""
    triples = {str(quad.triple) for quad in ox.parse(text, format=ox.RdfFormat.TURTLE)}
    assert len(triples) == len(flat(rdf))


IN_CI = os.environ.get("CI") == "true"


@pytest.mark.skipif(not (IN_CI or shutil.which("rapper")), reason="raptor2-utils is not installed")
@pytest.mark.parametrize(
    ("name", "known_as"),
    [("ttl", "turtle"), ("nt", "ntriples"), ("nq", "nquads"), ("rdf", "rdfxml")],
)
def test_rapper_reads_the_same(rdf: Dataset, name: str, known_as: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph.{name}"
    write_rdf(rdf, path)
    command = ["rapper", "-q", "-i", known_as, "-o", "ntriples", str(path)]
    lines = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    again = rdflib.Graph().parse(data=lines, format="nt")
    assert set(again) == set(flat(rdf))


@pytest.mark.skipif(not (IN_CI or shutil.which("serdi")), reason="serdi is not installed")
@pytest.mark.parametrize(
    ("name", "known_as"),
    [("ttl", "turtle"), ("nt", "ntriples"), ("nq", "nquads"), ("trig", "trig")],
)
def test_serd_reads_the_same(rdf: Dataset, name: str, known_as: str, tmp_path: Path) -> None:
    path = tmp_path / f"graph.{name}"
    write_rdf(rdf, path)
    command = ["serdi", "-i", known_as, "-o", "nquads", str(path)]
    lines = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    again = rdflib.Dataset(default_union=True)
    again.parse(data=lines, format="nquads")
    assert set(again.triples((None, None, None))) == set(flat(rdf))
