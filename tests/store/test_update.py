"""A store holds what its documents say, however they came in, and whatever stopped it."""

from __future__ import annotations

import multiprocessing
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import permutations
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

import pyoxigraph as ox
import pytest
import store_samples
from store_samples import annotate, lines, make_documents, put

from kgx.errors import KgxError, QueryError, WriteError
from kgx.graph import build_graph
from kgx.query import query
from kgx.rdf.quads import spell_line
from kgx.rdf.write import spell_graph
from kgx.store import (
    engine,
    is_store,
    name_annotator,
    open_oxigraph,
    read_lines,
    read_stored,
    records,
    remove_documents,
    update,
)
from kgx.types import Document

DOCUMENTS = make_documents()


@pytest.mark.parametrize("order", list(permutations(DOCUMENTS)))
def test_the_order_of_documents_changes_nothing(order: list[Document], tmp_path: Path) -> None:
    put(tmp_path / "together", DOCUMENTS)
    for document in order:
        put(tmp_path / "apart", [document])
    assert lines(tmp_path / "apart") == lines(tmp_path / "together")


def test_a_store_holds_what_the_graph_says(tmp_path: Path) -> None:
    put(tmp_path / "s", DOCUMENTS)
    graph = build_graph(annotate(DOCUMENTS))
    assert lines(tmp_path / "s") == sorted({spell_line(quad) for quad in spell_graph(graph)})


def test_removing_leaves_what_was_there_before(tmp_path: Path) -> None:
    put(tmp_path / "s", DOCUMENTS[:2])
    before = lines(tmp_path / "s")
    put(tmp_path / "s", DOCUMENTS)
    assert lines(tmp_path / "s") != before
    done = remove_documents(tmp_path / "s", [DOCUMENTS[2].id])
    assert (lines(tmp_path / "s"), done.removed) == (before, 1)


def test_pruning_takes_out_what_is_no_longer_there(tmp_path: Path) -> None:
    put(tmp_path / "s", DOCUMENTS)
    done = put(tmp_path / "s", DOCUMENTS[1:], prune=True)
    put(tmp_path / "t", DOCUMENTS[1:])
    assert (lines(tmp_path / "s"), done.removed) == (lines(tmp_path / "t"), 1)


def test_nothing_is_pruned_where_nothing_was_read(tmp_path: Path) -> None:
    put(tmp_path / "s", DOCUMENTS)
    assert put(tmp_path / "s", [], prune=True).removed == 0


def test_replacing_a_document_replaces_its_graph(tmp_path: Path) -> None:
    put(tmp_path / "s", DOCUMENTS)
    later = make_documents(1, day="2025-01-01")
    done = put(tmp_path / "s", later)
    put(tmp_path / "t", [*later, *DOCUMENTS[1:]])
    assert (done.replaced, done.added) == (1, 0)
    assert lines(tmp_path / "s") == lines(tmp_path / "t")


def test_unchanged_documents_are_not_annotated_again(tmp_path: Path) -> None:
    put(tmp_path / "s", DOCUMENTS)

    def refuse(documents: object) -> list[object]:
        raise AssertionError("nothing is to be annotated")

    done = update.update_store(tmp_path / "s", DOCUMENTS, refuse)  # type: ignore[arg-type]
    assert (done.unchanged, done.written) == (3, 0)


def test_only_what_differs_is_written(tmp_path: Path) -> None:
    put(tmp_path / "s", make_documents(30))
    assert put(tmp_path / "s", make_documents(31)).written < 15


def test_another_way_of_annotating_annotates_again(tmp_path: Path) -> None:
    put(tmp_path / "s", DOCUMENTS)
    done = update.update_store(tmp_path / "s", DOCUMENTS, annotate, annotator="other")
    assert done.replaced == 3
    assert name_annotator("en_core_web_md") != name_annotator("en_core_web_sm")
    assert name_annotator("m") != name_annotator("m", "https://other.example/")


@pytest.mark.parametrize(
    "settings",
    [
        {"speakers": False},
        {"min_confidence": 0.75},
        {"form": "1.2"},
        {"apart": True},
        {"rulings": "different,Norvik Yards,Norvik Yards,harbour.txt,visit.txt"},
    ],
)
def test_settings_hold_for_the_whole_store(settings: dict[str, object], tmp_path: Path) -> None:
    put(tmp_path / "s", DOCUMENTS[:2])
    put(tmp_path / "s", DOCUMENTS[2:], **settings)
    put(tmp_path / "t", DOCUMENTS, **settings)
    put(tmp_path / "plain", DOCUMENTS)
    assert lines(tmp_path / "s") == lines(tmp_path / "t") != lines(tmp_path / "plain")
    remove_documents(tmp_path / "s", [DOCUMENTS[0].id])
    put(tmp_path / "u", DOCUMENTS[1:], **settings)
    assert lines(tmp_path / "s") == lines(tmp_path / "u")


def test_what_is_stored_can_be_read_and_asked(tmp_path: Path) -> None:
    put(tmp_path / "s", DOCUMENTS)
    assert [one.id for one in read_stored(tmp_path / "s")] == sorted(d.id for d in DOCUMENTS)
    assert is_store(tmp_path / "s") and is_store(str(tmp_path / "s"))
    assert not is_store(tmp_path)
    sparql = "SELECT ?what { ent:norvik-yards kgx:exports ?what }"
    assert query(tmp_path / "s", sparql).to_table() == [{"what": "ent:nx-40"}]
    in_graphs = "SELECT DISTINCT ?g { GRAPH ?g { ?c a kgx:Claim } }"
    assert len(query(tmp_path / "s", in_graphs)) == 3
    twice = "SELECT (count(*) AS ?n) { ent:norvik-yards kgx:exports ?what }"
    assert query(tmp_path / "s", twice).to_table() == [{"n": "1"}]  # two documents say so
    assert len(query([tmp_path / "s", tmp_path / "s"], in_graphs)) == 3


def test_many_may_read_at_once(tmp_path: Path) -> None:
    put(tmp_path / "s", DOCUMENTS)
    with open_oxigraph(tmp_path / "s") as one, open_oxigraph(tmp_path / "s") as other:
        assert len(one) == len(other) > 300


# bad stores


def test_a_store_in_use_is_one_clear_line(tmp_path: Path) -> None:
    put(tmp_path / "s", DOCUMENTS)
    with (
        update.open_update(tmp_path / "s"),
        pytest.raises(QueryError, match="in use by another kgx"),
    ):
        lines(tmp_path / "s")
    with (
        open_oxigraph(tmp_path / "s"),
        pytest.raises(QueryError, match="in use by another kgx"),
    ):
        put(tmp_path / "s", DOCUMENTS[:1])
    assert len(lines(tmp_path / "s")) > 300


def test_a_store_another_program_has_open_is_one_clear_line(tmp_path: Path) -> None:
    put(tmp_path / "s", DOCUMENTS)
    script = "import pyoxigraph,sys; s=pyoxigraph.Store(sys.argv[1]); print(1,flush=True); input()"
    held = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path / "s" / "oxigraph")],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert held.stdout and held.stdout.readline()
    with pytest.raises(QueryError, match="in use by another program"):
        put(tmp_path / "s", DOCUMENTS[:1])
    held.communicate(b"\n")
    assert len(lines(tmp_path / "s")) > 300


def corrupt_records(path: Path) -> None:
    (path / records.FILE).write_bytes(b"no database at all" * 1000)


def corrupt_pages(path: Path) -> None:
    data = bytearray((path / records.FILE).read_bytes())
    data[4096:] = b"\xa5" * (len(data) - 4096)
    (path / records.FILE).write_bytes(data)


def make_older(path: Path) -> None:
    with sqlite3.connect(path / records.FILE) as connection:
        connection.execute("UPDATE setting SET value = '0' WHERE name = 'format'")


def make_foreign(path: Path) -> None:
    (path / records.FILE).unlink()
    with sqlite3.connect(path / records.FILE) as connection:
        connection.execute("CREATE TABLE mine (x)")


def corrupt_engine(path: Path) -> None:
    (path / engine.FOLDER / "CURRENT").write_text("nonsense")


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (corrupt_records, "annotations.sqlite: damaged"),
        (corrupt_pages, "annotations.sqlite: damaged"),
        (make_older, "a store of format 0"),
        (make_foreign, "no store of kgx"),
        (corrupt_engine, "oxigraph: damaged"),
    ],
)
def test_a_spoilt_store_is_one_clear_line(
    spoil: Callable[[Path], None], message: str, tmp_path: Path
) -> None:
    put(tmp_path / "s", DOCUMENTS)
    spoil(tmp_path / "s")
    for use in (lambda: lines(tmp_path / "s"), lambda: put(tmp_path / "s", DOCUMENTS[:1])):
        with pytest.raises(KgxError, match=message) as raised:
            use()
        assert "\n" not in str(raised.value)


def test_the_quads_are_made_anew_where_they_are_lost(tmp_path: Path) -> None:
    put(tmp_path / "s", DOCUMENTS)
    before = lines(tmp_path / "s")
    corrupt_engine(tmp_path / "s")
    shutil.rmtree(tmp_path / "s" / engine.FOLDER)
    put(tmp_path / "s", DOCUMENTS[:1])
    assert lines(tmp_path / "s") == before


def test_no_store_is_made_over_other_files(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("precious")
    with pytest.raises(WriteError, match="other files"):
        put(tmp_path, DOCUMENTS)
    with pytest.raises(WriteError, match="a store is a folder"):
        put(tmp_path / "thesis.txt", DOCUMENTS)
    with pytest.raises(QueryError, match="no store of kgx"):
        remove_documents(tmp_path / "missing", ["a"])
    with pytest.raises(QueryError, match="no store of kgx"):
        list(read_lines(tmp_path / "missing"))


def test_removing_what_is_not_there_changes_nothing(tmp_path: Path) -> None:
    put(tmp_path / "s", DOCUMENTS)
    with pytest.raises(QueryError, match="no document"):
        remove_documents(tmp_path / "s", [DOCUMENTS[0].id, "nowhere.txt"])
    assert put(tmp_path / "s", DOCUMENTS).unchanged == 3


# cut off


class CutOffError(Exception):
    """What ends an update where a test wants it to end."""


STEPS = ("open_parts", "erase_part", "load_quads", "close_parts", "put_annotations")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_an_update_that_breaks_off_is_finished_by_the_next(
    step: str, after: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = make_documents(9), make_documents(6, day="2024-07-01")[3:]
    put(tmp_path / "whole", old)
    put(tmp_path / "whole", new)
    put(tmp_path / "s", old)
    real = getattr(update, step)

    def cut_off(*arguments: object) -> None:
        if after:
            real(*arguments)
        raise CutOffError

    with monkeypatch.context() as patch:
        patch.setattr(update, step, cut_off)
        with pytest.raises(CutOffError):
            put(tmp_path / "s", new)
    if step in ("open_parts", "erase_part", "load_quads") and (after or step != "open_parts"):
        with sqlite3.connect(tmp_path / "s" / records.FILE) as connection:
            assert not records.is_settled(connection)
        assert lines(tmp_path / "s") == lines(tmp_path / "whole")  # a reader finishes it
    put(tmp_path / "s", new)
    assert lines(tmp_path / "s") == lines(tmp_path / "whole")


def test_a_full_disk_is_one_clear_line_and_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*arguments: object) -> None:
        raise OSError("IO error: No space left on device: While appending to file")

    put(tmp_path / "s", DOCUMENTS[:1])
    with monkeypatch.context() as patch:
        patch.setattr(update, "load_quads", fail)
        with pytest.raises(WriteError, match="the disk is full: make room and run"):
            put(tmp_path / "s", DOCUMENTS)
    put(tmp_path / "s", DOCUMENTS)
    put(tmp_path / "t", DOCUMENTS)
    assert lines(tmp_path / "s") == lines(tmp_path / "t")


def held_by_oxigraph(path: Path) -> set[str]:
    """The quads as Oxigraph itself has them."""
    return {str(quad) for quad in ox.Store.read_only(str(path / engine.FOLDER))}


def has_finished(pipe: Connection) -> bool:
    """Whether the update at the other end, which is no more, told how long it took."""
    try:
        return pipe.recv() is not None
    except EOFError:
        return False


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGKILL")
def test_an_update_killed_at_any_moment_is_finished_by_the_next(tmp_path: Path) -> None:
    """Six times; ``KGX_KILLS=20 pytest tests/store -k killed`` is the long way.

    Kills that come too late show nothing and do not count: others are tried, up to a bound.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["store_samples", "kgx.store"])
    count = 48
    put(tmp_path / "base", make_documents(count // 2))

    def start(path: Path) -> tuple[BaseProcess, Connection]:
        mine, theirs = context.Pipe()
        process = context.Process(target=store_samples.work, args=(path, count, theirs))
        process.start()
        theirs.close()
        assert mine.recv() == "begun"
        return process, mine

    shutil.copytree(tmp_path / "base", tmp_path / "whole")
    process, pipe = start(tmp_path / "whole")
    seconds = pipe.recv()
    process.join()
    whole, held = lines(tmp_path / "whole"), held_by_oxigraph(tmp_path / "whole")
    chance, wanted = random.Random(20), int(os.environ.get("KGX_KILLS", "6"))
    cut = 0
    for number in range(10 * wanted):
        path = tmp_path / str(number)
        shutil.copytree(tmp_path / "base", path)
        process, pipe = start(path)
        time.sleep(chance.uniform(0, seconds))
        process.kill()
        process.join()
        cut += not has_finished(pipe)
        process, pipe = start(path)
        process.join()
        assert process.exitcode == 0
        assert lines(path) == whole, f"kill {number}"
        assert held_by_oxigraph(path) == held, f"kill {number}"
        shutil.rmtree(path)
        if cut == wanted:
            break
    assert cut == wanted
