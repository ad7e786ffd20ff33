"""``kgx merges``, and graphs that are made with other merges or none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from graph_samples import HOLM, NORVIK, make_annotations
from typer.testing import CliRunner

from kgx.annotations import write_annotations
from kgx.check import validate
from kgx.cli import app
from kgx.errors import ReadError
from kgx.graph import build_graph
from kgx.graph.naming import own_iri
from kgx.rdf import from_rdf, read_graph, to_rdf, write_graph


@pytest.fixture
def annotations(tmp_path: Path) -> Path:
    write_annotations(make_annotations(), tmp_path / "a.jsonl")
    return tmp_path / "a.jsonl"


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    write_graph(build_graph(make_annotations()), tmp_path / "graph.ttl")
    return tmp_path / "graph.ttl"


def run(*arguments: object) -> str:
    result = CliRunner().invoke(app, [str(a) for a in arguments], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_each_merge_has_its_reason_and_documents(graph: Path) -> None:
    lines = run("merges", graph).splitlines()
    assert lines[0] == f"Ida Holm  person  {HOLM}"
    assert lines[1] == "  same name: Ida Holm  in harbour.txt, orders 2.txt"
    assert f"Norvik Yards  organization  {NORVIK}" in lines


def test_merges_of_one_entity(graph: Path) -> None:
    assert len(run("merges", graph, "Ida Holm").splitlines()) == 2


def test_merges_of_a_reason(graph: Path) -> None:
    assert run("merges", graph, "--reason", "user") == "nothing is merged\n"


def test_merges_as_json(graph: Path) -> None:
    first = json.loads(run("merges", graph, "--to", "json").splitlines()[0])
    assert first == {
        "entity": HOLM,
        "label": "Ida Holm",
        "reason": "name",
        "basis": "Ida Holm",
        "documents": ["harbour.txt", "orders 2.txt"],
    }


def test_a_file_tells_what_annotations_tell(graph: Path, annotations: Path) -> None:
    assert run("merges", graph) == run("merges", annotations)


@pytest.mark.parametrize(("option", "value"), [("--to", "xml"), ("--reason", "luck")])
def test_wrong_use(graph: Path, option: str, value: str) -> None:
    result = CliRunner().invoke(app, ["merges", str(graph), option, value])
    assert (result.exit_code, value in result.stderr) == (2, True)


def test_merges_go_through_rdf() -> None:
    made = build_graph(make_annotations())
    back = from_rdf(to_rdf(made))
    assert back.graph["merges"] == made.graph["merges"] != {}
    assert validate(to_rdf(made)) == []


def test_annotations_without_any_merge(annotations: Path, tmp_path: Path) -> None:
    run("convert", annotations, "--no-merge", "-o", tmp_path / "apart.nq")
    assert run("merges", tmp_path / "apart.nq") == "nothing is merged\n"
    iri = own_iri(HOLM, "person", "harbour.txt")
    assert read_graph(tmp_path / "apart.nq").nodes[iri]["documents"] == ("harbour.txt",)


def test_annotations_with_rulings(annotations: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("different,Ida Holm,Ida Holm,harbour.txt,orders 2.txt\n")
    run("convert", annotations, "--merges", tmp_path / "mine.csv", "-o", tmp_path / "mine.nq")
    labels = [node["label"] for _, node in read_graph(tmp_path / "mine.nq").nodes(data=True)]
    assert labels.count("Ida Holm") == 2


def test_rulings_that_are_none(annotations: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("like,Ida Holm,Holm\n")
    with pytest.raises(ReadError, match=r"mine\.csv, line 1: 'like' is neither"):
        run("convert", annotations, "--merges", tmp_path / "mine.csv")


def test_rulings_and_no_merge_exclude_each_other(annotations: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.csv").write_text("same,Ida Holm,Holm\n")
    arguments = ["convert", str(annotations), "--merges", str(tmp_path / "mine.csv"), "--no-merge"]
    assert CliRunner().invoke(app, arguments).exit_code == 2
