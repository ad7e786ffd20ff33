"""RDF goes from any form to any other and comes back the same."""

from __future__ import annotations

import io
from itertools import product
from pathlib import Path

import pyoxigraph as ox
import pytest
from graph_samples import make_annotations
from store_samples import lines, make_documents, put

from kgx.annotations import write_annotations
from kgx.errors import WriteError
from kgx.graph import build_graph
from kgx.query import query
from kgx.rdf import write_graph
from kgx.store import convert, diff, open_oxigraph
from kgx.store.diff import Standing
from kgx.types import Annotation

DATASETS = ("nq", "trig", "jsonld", "db")
BARE = ("ttl", "nt", "rdf")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples in every form, and their canonical N-Quads."""
    made = tmp_path_factory.mktemp("forms")
    write_graph(build_graph(make_annotations()), made / "whole.nq")
    for suffix in ("trig", "jsonld", "db"):
        convert(made / "whole.nq", made / f"whole.{suffix}")
    for suffix in ("nq", "trig", "db"):
        convert(made / "whole.nq", made / f"whole12.{suffix}", form="1.2")
    write_graph(build_graph(make_annotations()), made / "bare.nt")
    for suffix in ("ttl", "rdf"):
        convert(made / "bare.nt", made / f"bare.{suffix}")
    for suffix in ("nt", "ttl"):
        convert(made / "bare.nt", made / f"bare12.{suffix}", form="1.2")
    return made


@pytest.mark.parametrize(
    ("source", "target"),
    list(product(["whole.nq", "whole.trig", "whole.jsonld", "whole.db"], DATASETS)),
)
def test_datasets_go_there_and_back(source: str, target: str, folder: Path, tmp_path: Path) -> None:
    convert(folder / source, tmp_path / f"there.{target}")
    convert(tmp_path / f"there.{target}", tmp_path / "back.nq")
    assert (tmp_path / "back.nq").read_bytes() == (folder / "whole.nq").read_bytes()


@pytest.mark.parametrize(
    ("source", "target"), list(product(["whole12.nq", "whole12.trig", "whole12.db"], ["nq", "db"]))
)
def test_rdf_12_datasets_go_there_and_back(
    source: str, target: str, folder: Path, tmp_path: Path
) -> None:
    convert(folder / source, tmp_path / f"there.{target}")
    convert(tmp_path / f"there.{target}", tmp_path / "same.nq")
    assert (tmp_path / "same.nq").read_bytes() == (folder / "whole12.nq").read_bytes()
    convert(tmp_path / f"there.{target}", tmp_path / "old.nq", form="1.1")
    assert (tmp_path / "old.nq").read_bytes() == (folder / "whole.nq").read_bytes()


@pytest.mark.parametrize("source", ["bare.nt", "bare.ttl", "bare.rdf", "bare12.nt", "bare12.ttl"])
def test_single_graphs_go_there_and_back(source: str, folder: Path, tmp_path: Path) -> None:
    convert(folder / source, tmp_path / "back.nt", form="1.1")
    assert (tmp_path / "back.nt").read_bytes() == (folder / "bare.nt").read_bytes()


def test_json_ld_gets_the_form_it_can_hold(folder: Path, tmp_path: Path) -> None:
    convert(folder / "whole12.nq", tmp_path / "a.jsonld")
    convert(tmp_path / "a.jsonld", tmp_path / "a.nq")
    assert (tmp_path / "a.nq").read_bytes() == (folder / "whole.nq").read_bytes()
    with pytest.raises(WriteError, match="no triple terms"):
        convert(folder / "whole.nq", tmp_path / "b.jsonld", form="1.2")


def test_annotations_are_a_source(folder: Path, tmp_path: Path) -> None:
    write_annotations(make_annotations(), tmp_path / "a.jsonl")
    convert(tmp_path / "a.jsonl", tmp_path / "a.nq")
    assert (tmp_path / "a.nq").read_bytes() == (folder / "whole.nq").read_bytes()


def test_a_store_of_documents_is_copied_with_its_documents(tmp_path: Path) -> None:
    put(tmp_path / "s", make_documents())
    convert(tmp_path / "s", tmp_path / "t", form="1.2")
    convert(tmp_path / "t", tmp_path / "u", form="1.1")
    assert lines(tmp_path / "u") == lines(tmp_path / "s") != lines(tmp_path / "t")
    assert put(tmp_path / "u", make_documents()).unchanged == 3
    sparql = "SELECT ?o { ?c rdf:reifies <<( ent:ida-holm ?p ?o )>> }"
    assert query(tmp_path / "t", sparql)[0]["o"]


def test_a_store_made_from_rdf_takes_no_documents(folder: Path) -> None:
    with pytest.raises(WriteError, match="made from RDF"):
        put(folder / "whole.db", make_documents())


def test_a_store_is_not_overwritten(folder: Path) -> None:
    with pytest.raises(WriteError, match="is there already"):
        convert(folder / "whole.nq", folder / "whole.db")


def test_an_unknown_suffix_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(WriteError, match="unknown RDF suffix"):
        convert(folder / "whole.nq", tmp_path / "a.docx")


XSD = "http://www.w3.org/2001/XMLSchema#"
SPELLINGS = [
    ("01", "integer"),
    ("+1", "integer"),
    ("1", "int"),
    ("1.50", "decimal"),
    ("1e3", "double"),
    ("1", "boolean"),
    ("2024-06-15T10:00:00+00:00", "dateTime"),
    ("P12M", "duration"),
    ("x", "integer"),
    ("2024-06-15Z", "date"),
    ("12345678901234567890123", "integer"),
]


def test_numbers_and_times_keep_their_spelling_in_a_store(tmp_path: Path) -> None:
    text = "".join(
        f'<urn:s{n}> <urn:p> "{value}"^^<{XSD}{name}> .\n'
        f'<urn:c> <urn:says> <<( <urn:a> <urn:p{n}> "{value}"^^<{XSD}{name}> )>> <urn:g> .\n'
        for n, (value, name) in enumerate(SPELLINGS)
    )
    (tmp_path / "a.nq").write_text(text)
    convert(tmp_path / "a.nq", tmp_path / "a.db")
    convert(tmp_path / "a.db", tmp_path / "b.nq")
    assert (tmp_path / "b.nq").read_text() == "".join(sorted(text.splitlines(keepends=True)))


def test_one_value_in_two_spellings_stays_two(tmp_path: Path) -> None:
    text = "".join(f'<urn:s> <urn:p> "{v}"^^<{XSD}decimal> .\n' for v in ("1", "1.0", "1.00"))
    (tmp_path / "a.nq").write_text(text)
    convert(tmp_path / "a.nq", tmp_path / "a.db")
    convert(tmp_path / "a.db", tmp_path / "b.nq")
    assert (tmp_path / "b.nq").read_text() == "".join(sorted(text.splitlines(keepends=True)))


def test_blank_nodes_get_canonical_names(tmp_path: Path) -> None:
    (tmp_path / "a.nq").write_text("_:x <urn:p> _:y .\n_:y <urn:q> <urn:o> _:x .\n")
    (tmp_path / "b.nq").write_text("_:b <urn:q> <urn:o> _:a .\n_:a <urn:p> _:b .\n")
    for name in "ab":
        convert(tmp_path / f"{name}.nq", tmp_path / f"{name}2.nq")
    assert (tmp_path / "a2.nq").read_bytes() == (tmp_path / "b2.nq").read_bytes()
    assert "_:c14n0" in (tmp_path / "a2.nq").read_text()


def test_blank_nodes_of_two_files_stay_apart(tmp_path: Path) -> None:
    (tmp_path / "a.nt").write_text("_:x <urn:p> <urn:a> .\n")
    (tmp_path / "b.nt").write_text("_:x <urn:p> <urn:b> .\n")
    assert convert([tmp_path / "a.nt", tmp_path / "b.nt"], tmp_path / "c.db") == 2
    with open_oxigraph(tmp_path / "c.db") as store:
        assert len({quad.subject for quad in store}) == 2


def test_turtle_has_sorted_prefixes_and_blocks(folder: Path) -> None:
    text = (folder / "bare.ttl").read_text()
    heads = [line for line in text.splitlines() if line.startswith("@prefix")]
    assert heads == sorted(heads) and "@prefix ent: <https://example.org/kg/> ." in heads
    file = io.BytesIO()
    convert(folder / "bare.rdf", file, to="ttl")
    assert len(list(ox.parse(file.getvalue(), format=ox.RdfFormat.TURTLE))) == len(
        (folder / "bare.nt").read_text().splitlines()
    )


# diff


def test_a_diff_names_what_appeared_vanished_and_changed(tmp_path: Path) -> None:
    harbour, _, visit = make_annotations()
    put(tmp_path / "old", make_documents(2))
    write_annotations([harbour, visit], tmp_path / "new.jsonl")
    changes = {
        change.predicate.rpartition("/")[2]: change
        for change in diff(tmp_path / "old", tmp_path / "new.jsonl")
    }
    assert changes["visit"].kind == "vanished"
    assert changes["sell-to"].kind == "appeared"
    assert changes["sell-to"].after == (Standing("positive", "possible"),)
    assert changes["employer"].kind == "changed"
    assert changes["employer"].before[0] == Standing("positive", "asserted")
    assert str(changes["employer"].after[0]).startswith("asserted by https://")


def test_nothing_differs_from_itself_in_another_form(folder: Path) -> None:
    for name in ("whole.trig", "whole12.trig", "bare.ttl", "whole.db", "whole12.db"):
        assert diff(folder / "whole.nq", folder / name) == []
    assert diff(build_graph([Annotation("a")]), folder / "whole.nq")
