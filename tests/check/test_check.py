"""Graphs against shapes and against their texts, as functions and as commands."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Literal, URIRef
from spacy.language import Language
from typer.testing import CliRunner

import kgx
from kgx.check.verify import Passage, compare_passage
from kgx.cli import app
from kgx.vocab import KGX, OA

TEXT = "Ada Berg leads Norvik. Norvik, a Danish firm, may sell its plant in Oslo to Helix."
SHAPES = """
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix kgx: <https://w3id.org/kgx-extract/> .
kgx:Strict a sh:NodeShape ; sh:targetClass kgx:Organization ;
    sh:property [ sh:path kgx:motto ; sh:minCount 1 ; sh:message "a body needs a motto" ] .
"""


@pytest.fixture(scope="module")
def folder(nlp: Language, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """note.txt, and graph.ttl and graph.nq made of it."""
    folder = tmp_path_factory.mktemp("check")
    (folder / "note.txt").write_text(TEXT, encoding="utf-8")
    rdf = kgx.to_rdf(kgx.build_graph(kgx.annotate(kgx.read(folder / "note.txt"), nlp)))
    for name in ("graph.ttl", "graph.nq"):
        kgx.write_rdf(rdf, folder / name)
    return folder


def run(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(a) for a in arguments])
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq"])
def test_what_kgx_writes_conforms(folder: Path, name: str) -> None:
    code, out = run("validate", folder / name)
    assert (code, out.endswith("triples: all conform\n")) == (0, True)


def test_shapes_of_ones_own(folder: Path) -> None:
    (folder / "shapes.ttl").write_text(SHAPES)
    code, out = run("validate", folder / "graph.ttl", "--shapes", folder / "shapes.ttl")
    assert code == 1
    assert "kg/norvik: https://w3id.org/kgx-extract/motto: a body needs a motto" in out
    assert "2 violations" in out.splitlines()[-1]  # Norvik and Helix


def test_shapes_that_are_none(folder: Path) -> None:
    with pytest.raises(kgx.KgxError, match="holds no SHACL shape"):
        run("validate", folder / "graph.ttl", "--shapes", folder / "graph.ttl")


@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq"])
def test_every_quote_is_where_the_graph_says(folder: Path, name: str) -> None:
    code, out = run("verify", folder / name, "--documents", folder / "note.txt")
    assert (code, out.endswith("passages in 1 document: all as quoted\n")) == (0, True)


def test_a_changed_text_is_noticed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(TEXT.replace("Oslo", "Rome"), encoding="utf-8")
    code, out = run("verify", folder / "graph.ttl", "--documents", tmp_path)
    assert code == 1
    assert "Rome" in out
    assert "mismatches" in out.splitlines()[-1]


def test_a_document_that_is_not_given_is_named(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "other.txt").write_text("Nothing.", encoding="utf-8")
    code, out = run("verify", folder / "graph.ttl", "--documents", tmp_path)
    assert code == 1
    assert out.startswith("note.txt: not among the documents given (")


def test_offsets_beyond_the_text_are_noticed(nlp: Language) -> None:
    document = kgx.Document("note", TEXT)
    rdf = kgx.to_rdf(kgx.build_graph(kgx.annotate([document], nlp)))
    for graph in rdf.graphs():
        for subject in list(graph.subjects(OA.end)):
            graph.set((subject, OA.end, Literal(9999)))
    done = kgx.verify(rdf, [document])
    assert len(done.mismatches) == done.passages
    assert "outside of the text" in str(done.mismatches[0])


def test_a_graph_without_passages_is_refused() -> None:
    plain = rdflib.Graph()
    plain.add((URIRef("urn:a"), KGX.mentions, URIRef("urn:b")))
    with pytest.raises(kgx.KgxError, match="nothing to verify"):
        kgx.verify(plain, [])


@given(st.text(), st.data())
def test_a_passage_cut_from_a_text_holds(text: str, data: st.DataObject) -> None:
    bounds = sorted(data.draw(st.integers(0, len(text))) for _ in range(4))
    first, start, end, last = bounds
    cut = Passage("d", start, end, "urn:p", text[start:end], text[first:start], text[end:last])
    assert compare_passage(cut, text) == ""
