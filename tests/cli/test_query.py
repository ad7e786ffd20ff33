"""``kgx query``, ``path``, ``show`` and ``stats``: what a graph answers."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
from cli_samples import run


def test_query_answers(graph: Path) -> None:
    sparql = "SELECT ?name WHERE { ent:ada-berg rdfs:label ?name }"
    result = run("query", graph, sparql)
    assert (result.code, result.out.split()) == (0, ["name", "Ada", "Berg"])


def test_query_takes_a_file_and_writes_by_suffix(graph: Path, tmp_path: Path) -> None:
    question = tmp_path / "names.rq"
    question.write_text("SELECT ?name WHERE { ent:ada-berg rdfs:label ?name }")
    done = run("query", graph, "--file", question, "-o", tmp_path / "names.csv")
    assert (done.code, done.out) == (0, "")
    assert (tmp_path / "names.csv").read_text() == "name\nAda Berg\n"


@pytest.mark.parametrize(
    ("format", "start"),
    [("csv", "name"), ("json", "{"), ("xml", "<?xml"), ("markdown", "| name"), ("table", "name")],
)
def test_query_takes_a_format(graph: Path, format: str, start: str) -> None:
    sparql = "SELECT ?name WHERE { ent:ada-berg rdfs:label ?name }"
    assert run("query", graph, sparql, "--to", format).out.startswith(start)


def test_query_asks_and_constructs(graph: Path) -> None:
    assert run("query", graph, "ASK { ent:ada-berg a schema:Person }").out == "yes\n"
    out = run("query", graph, "DESCRIBE ent:ada-berg").out
    assert len(rdflib.Graph().parse(data=out, format="turtle")) > 0


def test_query_reads_standard_input(graph: Path) -> None:
    sparql = "ASK { ent:ada-berg a schema:Person }"
    result = run("query", "-", sparql, "--format", "ttl", feed=graph.read_bytes())
    assert result.out == "yes\n"


def test_path_shows_each_step_with_its_sentence(graph: Path) -> None:
    result = run("path", graph, "Ada Berg", "Rize Tea")
    assert result.code == 0
    assert result.out.startswith("Ada Berg ")
    assert "Leaf Company" in result.out


def test_show_tells_of_an_entity(graph: Path) -> None:
    result = run("show", graph, "Ada Berg")
    assert result.code == 0
    assert result.out.startswith("Ada Berg  person\n")
    assert "“Ada Berg was born in Vienna in 1970.”" in result.out


def test_stats_counts(graph: Path) -> None:
    result = run("stats", graph)
    assert (result.code, result.out.split()[:2]) == (0, ["documents", "1"])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["query", "{graph}", "SELECT ?x WHERE { ?x"], "malformed SPARQL"),
        (["query", "{graph}", "INSERT DATA { ent:a a kgx:B }"], "INSERT is an update"),
        (["query", "no.db", "ASK {}"], "no.db: cannot be read: No such file"),
        (["query", "{graph}", "SELECT ?x WHERE { nope:x ?x 1 }"], "nope"),
        (["query", "{graph}", "--file", "no.rq"], "no.rq: cannot be read: No such file"),
        (["query", "no.ttl", "ASK {}"], "no.ttl: cannot be read: No such file"),
        (["query", "bad.ttl", "ASK {}"], "bad.ttl"),
        (["query", "{graph}", "ASK {}", "--to", "docx"], "unknown format 'docx'"),
        (["show", "{graph}", "Ada Burg"], "no entity named 'Ada Burg'; nearest: Ada Berg"),
        (["path", "{graph}", "Ada Burg", "Vienna"], "no entity named 'Ada Burg'; nearest: Ada"),
        (["path", "{graph}", "Ada Berg", "Timo Salo"], "no path of at most 6 steps"),
        (["stats", "bad.ttl"], "bad.ttl"),
        (["stats", "no.ttl"], "no.ttl: cannot be read: No such file"),
        (["show", "no.jsonl", "Ada"], "no.jsonl: cannot be read: No such file"),
    ],
)
def test_a_bad_question_is_one_line(
    graph: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    arguments: list[str],
    message: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("bad.ttl").write_text("ent:x a \n")
    result = run(*(a.format(graph=graph) if a == "{graph}" else a for a in arguments))
    assert (result.code, result.out) == (1, "")
    assert message in result.err
    assert result.err.count("\n") == 1
