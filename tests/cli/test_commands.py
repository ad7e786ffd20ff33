"""The commands: what they print, where they write, and how they end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_samples import run, run_apart
from learn_samples import make_examples, write_examples


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["query", "graph.ttl"], "a graph and a query are needed"),
        (["extract", "in", "--report", "missing.csv"], "name it with --ontology"),
    ],
)
def test_what_is_left_out_of_a_command_is_asked_for(arguments: list[str], message: str) -> None:
    result = run(*arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err


def test_help_keeps_lines_apart() -> None:
    assert "\n    different,Smith,Smith,court.txt,match.txt\n" in run("merges", "--help").out


def test_bench_speed_prints_its_figures(folder: Path) -> None:
    result = run("bench", "speed", folder / "in", "--rounds", "1")
    assert result.code == 0
    assert result.out.startswith("2 documents, ")
    assert all(word in result.out for word in ("bare spaCy", "ratio", "parser", "kgx_claims"))


COMMANDS = ["extract", "query", "path", "show", "stats", "bench speed"]


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_help_has_an_example(command: str, option: str) -> None:
    result = run(*command.split(), option)
    assert result.code == 0
    assert f"kgx {command or 'extract'} " in result.out.split("Example")[1]


def test_version() -> None:
    assert run("--version").out.startswith("kgx 0.")


def test_a_misspelt_option_is_wrong_use() -> None:
    result = run("extract", "x.txt", "--outptu", "y.ttl")
    assert result.code == 2
    assert "No such option" in result.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no /dev/full")
@pytest.mark.parametrize("to", ["nt", "jsonl"])
def test_a_full_disk_is_one_line(folder: Path, to: str) -> None:
    done = run_apart("extract", folder / "in", "--to", to, "-o", "/dev/full")
    assert done.returncode == 1
    assert done.stderr == "kgx: error: /dev/full: cannot be written: No space left on device\n"


def test_errors_reach_the_terminal_as_one_line(tmp_path: Path) -> None:
    done = run_apart("extract", tmp_path / "no.txt")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == f"kgx: error: {tmp_path / 'no.txt'}: no such file or folder\n"


def test_a_store_is_annotated_again_with_another_knowledge_base(folder: Path) -> None:
    (folder / "own.csv").write_text("id,name,type\nleaf,Leaf Company,company\n")
    run("kb", "build", folder / "own.csv", "-o", folder / "own.kb")
    source, store = folder / "in" / "leaf.txt", folder / "s"
    assert "1 added" in run("extract", source, "--store", store).err
    assert "1 replaced" in run("extract", source, "--store", store, "--kb", folder / "own.kb").err
    assert "1 unchanged" in run("extract", source, "--store", store, "--kb", folder / "own.kb").err


def test_learning_and_applying(tmp_path: Path) -> None:
    examples = write_examples(tmp_path / "examples.jsonl", make_examples(12))
    rules = tmp_path / "rules.toml"
    learned = run("learn", examples, "-o", rules)
    assert (learned.code, learned.err) == (0, "")
    assert "patterns" in learned.out
    (tmp_path / "note.txt").write_text("Clara Holm mentored Lena Fisk.", encoding="utf-8")
    out = run("extract", tmp_path / "note.txt", "--rules", rules, "--to", "jsonl", "-q").out
    assert '"learned mentorof"' in out
    shown = run("rules", "test", rules, examples, "--show", "1").out
    assert "mentorof" in shown and "right: " in shown
    explained = run("rules", "explain", rules, "Clara Holm mentored Lena Fisk.").out
    assert explained.startswith("Clara Holm – ") and "path: <nsubj mentor >dobj" in explained
    said = run("explain", "-", "Lena Fisk", "--rules", rules, feed="Clara Holm mentored Lena Fisk.")
    assert "claim: Clara Holm – mentorof – Lena Fisk" in said.out
    assert "rule: learned mentorof" in said.out and "path: <nsubj mentor >dobj" in said.out


def test_an_ontology_without_the_relations_of_the_examples_is_told(tmp_path: Path) -> None:
    examples = write_examples(tmp_path / "examples.jsonl", make_examples(4))
    ontology = tmp_path / "o.ttl"
    ontology.write_text("<http://e.org/o#pilot> a <http://www.w3.org/2002/07/owl#ObjectProperty> .")
    result = run("learn", examples, "--ontology", ontology, "-o", tmp_path / "rules.toml")
    assert result.code == 1
    assert "o.ttl: has none of the relations that the examples state" in result.err


def test_triples_that_are_not_in_their_text_are_counted(tmp_path: Path) -> None:
    rows = make_examples(12)
    rows.append({"text": "Nothing here.", "triples": [["Ann", "mentorOf", "Bob"]]})
    examples = write_examples(tmp_path / "examples.jsonl", rows)
    result = run("learn", examples, "-o", tmp_path / "rules.toml", "-q")
    assert result.code == 3
    assert "examples.jsonl, example 25: 'Ann' is not in the text: skipped" in result.err
    assert "kgx: 1 triple skipped" in result.err


def test_an_article_is_shown_with_its_mentions(folder: Path) -> None:
    done = run("show", folder / "in" / "leaf.txt", "--no-concepts")
    assert done.out.startswith("[Leaf Company]₁ has bought [Rize Tea]₂")
    assert "“[Carl Holm]" in done.out
    listed = [line.split()[:4] for line in done.out.splitlines()]
    assert ["1", "Leaf", "Company", "organization"] in listed


def test_a_graph_is_not_shown_as_an_article(graph: Path) -> None:
    done = run("show", graph)
    assert (done.code, "is a graph: name an entity to show" in done.err) == (2, True)


def test_articles_can_come_from_a_pipe() -> None:
    assert run("show", "-", feed="Ada Berg was born in Vienna.").out.startswith("[Ada Berg]₁ was")


def test_a_mention_is_explained(folder: Path) -> None:
    lines = run("explain", folder / "in" / "leaf.txt", "Türkiye").out.splitlines()
    assert lines[0].startswith(
        "Türkiye  “Leaf Company has bought Rize Tea, a plantation in Türkiye"
    )
    assert "  type: place" in lines
    assert any(line.startswith("  link: http://www.wikidata.org/entity/Q43") for line in lines)
    assert "    kgx_links: the only place of the name, a country" in lines


def test_a_mention_that_is_not_there(folder: Path) -> None:
    done = run("explain", folder / "in" / "leaf.txt", "Brasil")
    assert (done.code, "perhaps 'Brazil'" in done.err) == (1, True)


def test_frames_and_variants(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("Norvik sold the mill to Helix in May.", encoding="utf-8")
    (tmp_path / "frames.toml").write_text('[sell]\nto = "indirect object"\n', encoding="utf-8")
    result = run(
        "extract",
        tmp_path / "note.txt",
        *("--to", "jsonl", "--variants", "--frames", tmp_path / "frames.toml"),
    )
    said = json.loads(result.out)["propositions"]
    assert [p["id"] for p in said] == ["p1", "p1.1"]
    assert "indirect object" in [a["role"] for a in said[0]["arguments"]]
