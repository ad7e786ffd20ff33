"""How much a graph tells of where it comes from."""

from __future__ import annotations

from pathlib import Path

import pytest
from graph_samples import make_annotations
from rdflib import PROV, RDF, Literal
from typer.testing import CliRunner

from kgx.check import validate, verify
from kgx.cli import app
from kgx.graph import build_graph
from kgx.rdf import from_rdf, read_rdf, to_rdf, write_graph
from kgx.rdf.provenance import Level, Provenance
from kgx.types import Document
from kgx.vocab import KGX, NIF, OA

FULL = Provenance("full", "en_model 1.0", "abc")


def test_none_is_plain_triples_alone() -> None:
    graph = build_graph(make_annotations())
    plain = to_rdf(graph, provenance=Provenance("none"))
    whole = to_rdf(graph)
    told = set(whole.triples((None, None, None)))
    assert set(plain.triples((None, None, None))) < told
    assert not list(plain.subjects(RDF.type, KGX.Claim))
    assert not list(plain.subjects(RDF.type, OA.SpecificResource))
    stated = {(s, t) for s, t, e in graph.edges(data=True) if e["asserted"]}
    kept = from_rdf(plain)
    assert {(s, t) for s, t in kept.edges()} == stated


def test_full_says_what_made_each_claim() -> None:
    rdf = to_rdf(build_graph(make_annotations()), provenance=FULL)
    claims = set(rdf.subjects(RDF.type, KGX.Claim))
    (activity,) = set(rdf.subjects(RDF.type, PROV.Activity))
    assert claims and set(rdf.subjects(PROV.wasGeneratedBy, activity)) == claims
    assert rdf.value(activity, KGX.model) == Literal("en_model 1.0")
    assert set(rdf.objects(activity, PROV.used)) == set(rdf.subjects(RDF.type, KGX.Document))


def test_full_says_passages_in_nif() -> None:
    rdf = to_rdf(build_graph(make_annotations()), provenance=FULL)
    for phrase in rdf.subjects(RDF.type, NIF.Phrase):
        (position,) = [s for s in rdf.objects(phrase, OA.hasSelector) if (s, OA.start, None) in rdf]
        assert int(rdf.value(phrase, NIF.beginIndex)) == int(rdf.value(position, OA.start))
        assert rdf.value(phrase, NIF.referenceContext) == rdf.value(phrase, OA.hasSource)


@pytest.mark.parametrize("level", ["none", "claims", "full"])
def test_every_level_conforms(level: Level) -> None:
    rdf = to_rdf(build_graph(make_annotations()), provenance=Provenance(level, "m", "s"))
    assert validate(rdf) == []


def test_the_graph_comes_back_from_full() -> None:
    graph = build_graph(make_annotations())
    back = from_rdf(to_rdf(graph, provenance=FULL))
    assert set(to_rdf(back).quads()) == set(to_rdf(graph).quads())


@pytest.mark.parametrize("level", ["none", "claims", "full"])
def test_the_command(tmp_path: Path, level: str) -> None:
    (tmp_path / "note.txt").write_text("Ada Berg founded Norvik in Oslo.")
    target = tmp_path / "g.ttl"
    arguments = [str(tmp_path / "note.txt"), "--provenance", level, "-o", str(target)]
    assert CliRunner().invoke(app, ["extract", *arguments]).exit_code == 0
    rdf = read_rdf(target)
    assert bool(list(rdf.subjects(RDF.type, KGX.Claim))) == (level != "none")
    models = {str(m) for m in rdf.objects(None, KGX.model)}
    assert models == ({"en_core_web_md 3.7.1"} if level == "full" else set())
    if level != "none":
        done = verify(rdf, [Document("note.txt", "Ada Berg founded Norvik in Oslo.")])
        assert done.mismatches == done.missing == ()


def test_an_unknown_level_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Ada Berg founded Norvik.")
    result = CliRunner().invoke(app, ["extract", str(tmp_path / "note.txt"), "--provenance", "all"])
    assert result.exit_code == 2


def test_stream_and_memory_agree(tmp_path: Path) -> None:
    from kgx.rdf import stream_quads

    annotations = list(make_annotations())
    write_graph(build_graph(annotations), tmp_path / "g.nq", provenance=FULL)
    lines = set((tmp_path / "g.nq").read_text(encoding="utf-8").splitlines())
    streamed = stream_quads(annotations, provenance=FULL)
    assert {" ".join(part for part in quad if part) + " ." for quad in streamed} == lines
