"""``kgx extract``: what it writes, what it leaves out, and how it ends."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import rdflib
from cli_samples import LEAF, TOLD, run
from spacy.language import Language


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
    process = subprocess.Popen(
        command,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(sign, signal.SIG_DFL),  # what runs tests may ignore it
    )
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


def test_extract_links_to_a_knowledge_base(folder: Path) -> None:
    (folder / "own.csv").write_text("id,name,type\nleaf,Leaf Company,company\n")
    assert run("kb", "build", folder / "own.csv", "-o", folder / "own.kb").code == 0
    done = run("extract", folder / "in" / "leaf.txt", "--to", "jsonl", "--kb", folder / "own.kb")
    linked = {e["label"]: e["same_as"] for e in json.loads(done.out)["entities"]}
    assert linked["Leaf Company"] == ["https://example.org/kg/kb/leaf"]


def test_a_graph_in_terms_of_an_ontology_has_its_prefixes(tmp_path: Path) -> None:
    ontology = tmp_path / "press.ttl"
    ontology.write_text(
        "@prefix press: <http://e.org/press#> . @prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "@prefix ent: <http://e.org/other#> .\n"  # kgx has that one for its own
        "press:Person a owl:Class . press:founderOf a owl:ObjectProperty ."
    )
    text = "Ada Berg is the founder of Leaf Company."
    for form in ([], ["--rdf12"]):
        options = ("--ontology", ontology, "-q", "--to", "ttl", *form)
        result = run("extract", "-", *options, feed=text)
        assert "ent:ada-berg a press:Person" in result.out or "ent:ada-berg a kgx" in result.out
        assert " press:founderOf ent:leaf-company" in result.out
        assert "@prefix ent: <https://example.org/kg/> ." in result.out
