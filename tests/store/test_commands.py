"""``kgx extract --store``, ``store``, ``convert``, ``diff``, and the others on a store."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import Result
from graph_samples import TEXTS
from store_samples import annotate, lines
from typer.testing import CliRunner

from kgx.bench.rdf import measure_rdf, say_report
from kgx.cli import app, extract, writing
from kgx.errors import KgxError, QueryError
from kgx.rdf.quads import spell_line
from kgx.rdf.stream import stream_quads
from kgx.types import Annotation, Document


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Articles, which are annotated as the samples are."""

    def fake(_: object, documents: Iterable[Document], __: object) -> Iterator[Annotation]:
        return annotate(documents)

    monkeypatch.setattr(extract, "annotate_with", fake)
    monkeypatch.setattr(writing, "annotate_with", fake)
    (tmp_path / "in").mkdir()
    for name, text in TEXTS.items():
        (tmp_path / "in" / name).write_text(text, encoding="utf-8")
    return tmp_path


def run(*arguments: object) -> Result:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if isinstance(result.exception, KgxError):
        raise result.exception
    return result


def test_a_corpus_goes_to_a_store_and_out_again(folder: Path) -> None:
    first = run("extract", folder / "in", "--store", folder / "news.db")
    assert (first.exit_code, "3 added" in first.stderr) == (0, True)
    again = run("extract", folder / "in", "--store", folder / "news.db")
    assert "documents: 3 unchanged" in again.stderr
    run("extract", folder / "in", "-o", folder / "plain.nq")
    run("convert", folder / "news.db", "-o", folder / "stored.nq")
    assert (folder / "plain.nq").read_bytes() == (folder / "stored.nq").read_bytes()


def test_documents_are_listed_removed_and_pruned(folder: Path) -> None:
    run("extract", folder / "in", "--store", folder / "news.db")
    listed = run("store", "list", folder / "news.db").stdout.splitlines()
    assert [line.split("\t")[0] for line in listed] == sorted(TEXTS)
    assert "1 removed" in run("store", "remove", folder / "news.db", "visit.txt").stderr
    before = lines(folder / "news.db")
    run("extract", folder / "in", "--store", folder / "news.db")
    (folder / "in" / "visit.txt").unlink()
    pruned = run("extract", folder / "in", "--store", folder / "news.db", "--prune")
    assert "2 unchanged, 1 removed" in pruned.stderr
    assert lines(folder / "news.db") == before


def test_nothing_is_pruned_where_a_document_cannot_be_read(folder: Path) -> None:
    run("extract", folder / "in", "--store", folder / "news.db")
    (folder / "in" / "visit.txt").write_bytes(b"\x00\x01\x02" * 100)
    done = run("extract", folder / "in", "--store", folder / "news.db", "--prune")
    assert (done.exit_code, "nothing is removed" in done.stderr) == (3, True)
    assert len(run("store", "list", folder / "news.db").stdout.splitlines()) == 3


def test_stores_are_asked_shown_and_counted(folder: Path) -> None:
    run("extract", folder / "in", "--store", folder / "news.db")
    sparql = "SELECT ?what { ent:norvik-yards kgx:exports ?what }"
    assert "ent:nx-40" in run("query", folder / "news.db", sparql).stdout
    assert "NX-40" in run("show", folder / "news.db", "Norvik Yards").stdout
    assert "Chile" in run("path", folder / "news.db", "NX-40", "Chile").stdout
    assert "3" in run("stats", folder / "news.db").stdout


def test_rdf_12_is_written_converted_and_asked(folder: Path) -> None:
    run("extract", folder / "in", "--rdf12", "-o", folder / "new.ttl")
    run("convert", folder / "new.ttl", "--rdf11", "-o", folder / "old.ttl")
    run("convert", folder / "old.ttl", "--rdf12", "-o", folder / "again.nt")
    run("convert", folder / "new.ttl", "-o", folder / "new.nt")
    assert (folder / "again.nt").read_bytes() == (folder / "new.nt").read_bytes()
    sparql = "ASK { ?c rdf:reifies <<( ent:norvik-yards kgx:exports ent:nx-40 )>> }"
    assert "yes" in run("query", folder / "new.ttl", sparql).stdout
    assert "no" in run("query", folder / "old.ttl", sparql).stdout


def test_a_diff_is_told_as_text_and_json(folder: Path) -> None:
    run("extract", folder / "in" / "harbour.txt", "-o", folder / "old.ttl")
    run("extract", folder / "in", "--store", folder / "new.db")
    text = run("diff", folder / "old.ttl", folder / "new.db")
    assert "+ jordan-28f7e349 visit norvik-yards  (possible)" in text.stdout
    assert "statements: 3 appeared, 0 vanished, 1 changed" in text.stderr
    rows = [
        json.loads(line)
        for line in run(
            "diff", folder / "old.ttl", folder / "new.db", "--to", "json"
        ).stdout.splitlines()
    ]
    assert {row["kind"] for row in rows} == {"appeared", "changed"}


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract", "in", "--prune"),
        ("extract", "in", "--store", "a.db", "-o", "a.ttl"),
        ("convert", "in", "--rdf11", "--rdf12"),
        ("diff", "in", "in", "--to", "docx"),
    ],
)
def test_wrong_use_is_told(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_missing_store_is_one_clear_line(folder: Path) -> None:
    with pytest.raises(QueryError, match="no store of kgx"):
        run("store", "list", folder / "nowhere.db")


def test_the_benchmark_finds_both_the_same() -> None:
    report = measure_rdf(2000)
    assert report.same
    assert {row.name for row in report.rows} >= {"write nq", "write ttl", "load"}
    assert "read back the same: yes" in say_report(report)


def test_a_stream_reads_annotations_twice() -> None:
    with pytest.raises(ValueError, match="not an iterator"):
        next(map(spell_line, stream_quads(iter([Annotation("a")]))))
