"""The commands: what they print, where they write, and how they end."""

from __future__ import annotations

import importlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from learn_samples import make_examples, write_examples
from spacy.language import Language
from typer.testing import CliRunner

from kgx.cli import app
from kgx.errors import KgxError

LEAF = (
    "Leaf Company has bought Rize Tea, a plantation in Türkiye, its chief executive Ada Berg said "
    "on Friday. Leaf Company did not buy Hill Tea. Rize Tea exports tea to Brazil.\n\n"
    "“Carl Holm founded Hill Tea,” said Ada Berg.\n"
)
TOLD = "Ada Berg was born in Vienna in 1970. She founded Leaf Company in 1999.\n"
FAR = "\nTimo Salo married Anna Lind in Oslo.\n"


class Result:
    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "leaf.txt").write_text(LEAF, encoding="utf-8")
    (tmp_path / "in" / "told.txt").write_text(TOLD, encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def loaded_once(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands in this process get the shared pipeline instead of loading their own."""
    module = importlib.import_module("kgx.annotate.load")

    def load(model: str = module.MODEL, *, base: str = module.BASE, **more: object) -> Language:
        plain = model == module.MODEL and base == module.BASE and not any(more.values())
        return nlp if plain else real(model, base=base, **more)

    real = module.load
    monkeypatch.setattr(module, "load", load)


def run(*arguments: object, feed: str | bytes | None = None) -> Result:
    """Run a command in this process, as ``main`` does."""
    result = CliRunner().invoke(app, [str(a) for a in arguments], input=feed)
    if isinstance(result.exception, KgxError):
        return Result(1, result.stdout, f"{result.stderr}kgx: error: {result.exception}\n")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Result(result.exit_code, result.stdout, result.stderr)


def run_apart(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    """Run a command in a process of its own."""
    command = [sys.executable, "-m", "kgx", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)  # type: ignore[call-overload, no-any-return]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A graph of the two texts, made by the command in a process of its own."""
    place = tmp_path_factory.mktemp("graph")
    (place / "leaf.txt").write_text(LEAF + TOLD + FAR, encoding="utf-8")
    done = run_apart("extract", place / "leaf.txt", "-o", place / "graph.ttl")
    assert done.returncode == 0, done.stderr
    yield place / "graph.ttl"


# --- extract


def test_extract_writes_a_graph_and_sums_up(folder: Path) -> None:
    result = run("extract", folder / "in", "-o", folder / "graph.ttl")
    assert (result.code, result.out) == (0, "")
    assert result.err.startswith("kgx: 2 documents, ")
    assert all(word in result.err for word in ("entities", "claims", "statements in "))
    graph = rdflib.Graph().parse(folder / "graph.ttl")
    labels = {str(label) for label in graph.objects(None, rdflib.RDFS.label)}
    assert {"Ada Berg", "Leaf Company"} <= labels


@pytest.mark.parametrize(
    ("suffix", "reads_as"),
    [
        ("ttl", "turtle"),
        ("nt", "nt"),
        ("nq", "nquads"),
        ("trig", "trig"),
        ("jsonld", "json-ld"),
        ("rdf", "xml"),
    ],
)
def test_extract_takes_the_format_from_the_suffix(folder: Path, suffix: str, reads_as: str) -> None:
    target = folder / f"graph.{suffix}"
    assert run("extract", folder / "in", "-o", target, "-q").code == 0
    assert len(rdflib.Dataset().parse(target, format=reads_as)) > 0


@pytest.mark.parametrize("format", ["ttl", "nt", "nq", "trig", "jsonld", "rdfxml", "jsonl"])
def test_extract_takes_a_format_and_writes_to_standard_output(folder: Path, format: str) -> None:
    result = run("extract", folder / "in", "--to", format, "-q")
    assert (result.code, result.err) == (0, "")
    assert "Ada Berg" in result.out


def test_extract_reads_standard_input(folder: Path) -> None:
    result = run("extract", "-", "--to", "jsonl", feed=LEAF.encode())
    annotation = json.loads(result.out)
    assert annotation["id"] == "stdin"
    assert {"Rize Tea", "Ada Berg"} <= {entity["label"] for entity in annotation["entities"]}


def test_extract_reads_named_columns(folder: Path) -> None:
    table = folder / "t.csv"
    table.write_text(f'key,body,day\na,"{TOLD.strip()}",2024-05-06\n', encoding="utf-8")
    columns = ("--text-column", "body", "--id-column", "key", "--date-column", "day")
    annotation = json.loads(run("extract", table, "--to", "jsonl", *columns).out)
    assert (annotation["id"], annotation["date"]) == ("a", "2024-05-06")


def test_extract_with_jobs_writes_the_same_bytes(folder: Path) -> None:
    assert run("extract", folder / "in", "-o", folder / "1.nq").code == 0
    assert run("extract", folder / "in", "-o", folder / "2.nq", "--jobs", "2").code == 0
    assert (folder / "1.nq").read_bytes() == (folder / "2.nq").read_bytes()


def test_extract_is_the_same_under_another_hash_seed(folder: Path) -> None:
    command = [sys.executable, "-m", "kgx", "extract", folder / "in", "-q", "-o"]
    runs = [
        subprocess.Popen(
            [*command, folder / f"{seed}.ttl"], env={**os.environ, "PYTHONHASHSEED": seed}
        )
        for seed in ("1", "2")
    ]
    assert [process.wait() for process in runs] == [0, 0]
    assert (folder / "1.ttl").read_bytes() == (folder / "2.ttl").read_bytes()


def test_extract_leaves_out_unsure_claims(folder: Path) -> None:
    every = run("extract", folder / "in", "--to", "jsonl").out
    sure = run("extract", folder / "in", "--to", "jsonl", "--min-confidence", "1").out
    assert sum(len(json.loads(line)["claims"]) for line in every.splitlines()) > 0
    assert all(c["confidence"] >= 1 for a in sure.splitlines() for c in json.loads(a)["claims"])


def test_extract_makes_iris_from_a_base(folder: Path) -> None:
    out = run("extract", folder / "in", "--to", "nt", "--base", "https://leaf.example/x/").out
    assert "<https://leaf.example/x/ada-berg>" in out
    assert "https://example.org/kg/" not in out


def test_extract_can_leave_out_what_speakers_assert(folder: Path) -> None:
    every = run("extract", folder / "in", "--to", "nt").out.splitlines()
    own = run("extract", folder / "in", "--to", "nt", "--no-speakers").out.splitlines()
    assert set(own) < set(every)


def test_a_bad_document_is_reported_skipped_and_counted(folder: Path) -> None:
    (folder / "in" / "empty.txt").write_text(" \n")
    (folder / "in" / "image.txt").write_bytes(bytes(range(256)))
    result = run("extract", folder / "in", "-o", folder / "graph.ttl")
    assert result.code == 3
    assert "kgx: error: empty.txt: empty\n" in result.err
    assert "image.txt: binary data, not text\n" in result.err
    assert "kgx: 2 documents (2 skipped), " in result.err
    assert (folder / "graph.ttl").stat().st_size > 0


def test_a_document_longer_than_the_pipeline_takes_is_skipped(
    folder: Path, nlp: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nlp, "max_length", 120)
    result = run("extract", folder / "in", "--to", "jsonl")
    assert result.code == 3
    assert [json.loads(line)["id"] for line in result.out.splitlines()] == ["told.txt"]
    assert (
        f"leaf.txt: {len(LEAF)} characters are more than the 120 the pipeline takes" in result.err
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nope.txt"], "nope.txt: no such file or folder"),
        (["in/laef.txt"], "in/laef.txt: no such file or folder; did you mean in/leaf.txt?"),
        (["void"], "void: an empty folder"),
        (["*.nope"], "*.nope: no file matches this pattern"),
        (["in", "--format", "docx"], "unknown format 'docx': kgx reads text, markdown, html, "),
        (
            ["in", "--to", "docx"],
            "unknown format 'docx': take one of ttl, nt, nq, trig, jsonld, rdf, jsonl",
        ),
        (["in", "-o", "out.docx"], "unknown format 'out.docx': take one of ttl, nt, "),
        (["in", "-o", "no/such/out.ttl"], "no/such/out.ttl: cannot be written: No such file"),
        (["in", "-o", "void", "--to", "ttl"], "void: cannot be written: it is a folder"),
        (["in", "--model", "en_nope"], "no spaCy pipeline 'en_nope'"),
        (["empty.txt"], "empty.txt: empty"),
        (["image.txt"], "image.txt: binary data, not text"),
        (["rows.jsonl"], "rows.jsonl:1: malformed JSON"),
        (
            ["rows.csv"],
            "rows.csv:1: no column 'text'; there are 'id', 'body': name it with --text-column",
        ),
        (
            ["rows.csv", "--text-column", "boddy", "--date-column", "day"],
            "no column 'boddy', 'day'; there are 'id', 'body': name it with --text-column and "
            "--date-column",
        ),
    ],
)
def test_bad_input_is_one_line_and_no_output(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(folder)
    Path("void").mkdir()
    Path("empty.txt").touch()
    Path("image.txt").write_bytes(bytes(range(256)))
    Path("rows.jsonl").write_text('{"text": \n')
    Path("rows.csv").write_text("id,body\n1,Ada\n")
    before = sorted(folder.rglob("*"))
    output = [] if "-o" in arguments else ["-o", "out.ttl" if "--to" not in arguments else "out"]
    result = run("extract", *arguments, *output)
    assert (result.code, result.out) == (1, "")
    assert result.err.startswith("kgx: error: ")
    assert message in result.err
    assert result.err.count("\n") == 1
    assert sorted(folder.rglob("*")) == before


def wait_for(found: object, seconds: float = 30) -> None:
    """Wait until a function returns something true."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if found():  # type: ignore[operator]
            return
        time.sleep(0.05)
    pytest.fail("it did not come about in time")


@pytest.mark.parametrize(
    ("sign", "jobs", "code"),
    [(signal.SIGINT, 1, 130), (signal.SIGINT, 2, 130), (signal.SIGTERM, 2, 143)],
)
def test_an_interrupted_run_leaves_no_half_written_file(
    folder: Path, sign: signal.Signals, jobs: int, code: int
) -> None:
    table = folder / "many.jsonl"
    table.write_text("".join(json.dumps({"text": LEAF}) + "\n" for _ in range(3_000)))
    target = folder / "out" / "all.jsonl"
    target.parent.mkdir()
    command = [sys.executable, "-m", "kgx", "extract", table, "-o", target, "--jobs", str(jobs)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, start_new_session=True)
    wait_for(lambda: any(f.stat().st_size for f in target.parent.iterdir()))
    (process.send_signal if sign == signal.SIGTERM else lambda s: os.killpg(process.pid, s))(sign)
    _, said = process.communicate(timeout=30)
    assert (process.returncode, said) == (code, "")
    assert list(target.parent.iterdir()) == []


def test_a_closed_pipe_ends_quietly(folder: Path) -> None:
    command = f"{sys.executable} -m kgx extract {folder}/in --to nt -q | head -n 1"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


# --- query, path, show, stats


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


# --- the rest


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


def test_extract_links_to_a_knowledge_base(folder: Path) -> None:
    (folder / "own.csv").write_text("id,name,type\nleaf,Leaf Company,company\n")
    assert run("kb", "build", folder / "own.csv", "-o", folder / "own.kb").code == 0
    done = run("extract", folder / "in" / "leaf.txt", "--to", "jsonl", "--kb", folder / "own.kb")
    linked = {e["label"]: e["same_as"] for e in json.loads(done.out)["entities"]}
    assert linked["Leaf Company"] == ["https://example.org/kg/kb/leaf"]


def test_a_store_is_annotated_again_with_another_knowledge_base(folder: Path) -> None:
    (folder / "own.csv").write_text("id,name,type\nleaf,Leaf Company,company\n")
    run("kb", "build", folder / "own.csv", "-o", folder / "own.kb")
    source, store = folder / "in" / "leaf.txt", folder / "s"
    assert "1 added" in run("extract", source, "--store", store).err
    assert "1 replaced" in run("extract", source, "--store", store, "--kb", folder / "own.kb").err
    assert "1 unchanged" in run("extract", source, "--store", store, "--kb", folder / "own.kb").err


# ------------------------------------------------------------------ learning


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
