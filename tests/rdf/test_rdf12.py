"""Claims as triple terms and back, and what RDF 1.1 cannot hold."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
from graph_samples import make_annotations
from hypothesis import given
from hypothesis import strategies as st

from kgx.errors import WriteError
from kgx.graph import build_graph
from kgx.query import query, write_result
from kgx.rdf import read_graph, read_rdf, to_rdf, write_graph
from kgx.rdf.quads import spell_line
from kgx.rdf.rdf12 import REIFIES, change_form, split_term, to_rdf11, to_rdf12
from kgx.rdf.sort import read_line, sort_lines, spell_quads
from kgx.rdf.stream import stream_quads
from kgx.rdf.terms import make_text

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
WHOLE = [
    ("<c>", f"<{RDF}type>", f"<{RDF}Statement>"),
    ("<c>", f"<{RDF}subject>", "<a>"),
    ("<c>", f"<{RDF}predicate>", "<p>"),
    ("<c>", f"<{RDF}object>", '"x )>> y"@en'),
]
FOLDED = [("<c>", REIFIES, '<<( <a> <p> "x )>> y"@en )>>')]


def test_a_statement_becomes_a_triple_term_and_back() -> None:
    assert to_rdf12(WHOLE) == FOLDED
    assert sorted(to_rdf11(FOLDED)) == sorted(WHOLE)


@pytest.mark.parametrize("missing", range(4))
def test_a_statement_that_lacks_a_part_stays(missing: int) -> None:
    parts = [*WHOLE[:missing], *WHOLE[missing + 1 :]]
    assert to_rdf12(parts) == parts


def test_a_statement_with_a_part_too_many_stays() -> None:
    parts = [*WHOLE, ("<c>", f"<{RDF}object>", "<b>")]
    assert to_rdf12(parts) == parts


@pytest.mark.parametrize(
    ("triples", "message"),
    [
        ([*FOLDED, ("<c>", REIFIES, "<<( <a> <p> <b> )>>")], "more than one statement"),
        ([("<c>", "<says>", "<<( <a> <p> <b> )>>")], "is no statement of a claim"),
        ([("<c>", REIFIES, "<<( <a> <p> <<( <a> <p> <b> )>> )>>")], "is no statement"),
        ([("<c>", "<p>", '"x"@ar--rtl')], "has a direction"),
    ],
)
def test_what_rdf_11_cannot_hold_is_one_clear_line(
    triples: list[tuple[str, str, str]], message: str
) -> None:
    with pytest.raises(WriteError, match=message):
        list(to_rdf11(triples))


def test_all_claims_of_a_graph_go_there_and_back() -> None:
    quads = sorted(set(stream_quads(make_annotations())), key=lambda quad: (quad[3], *quad))
    new = list(change_form(quads, "1.2"))
    assert sum(predicate == REIFIES for _, predicate, _, _ in new) == 10
    assert not any(predicate == f"<{RDF}subject>" for _, predicate, _, _ in new)
    back = change_form(sorted(new, key=lambda quad: (quad[3], *quad)), "1.1")
    assert set(back) == set(quads)


@pytest.mark.parametrize("format", ["ttl", "trig", "nq", "nt"])
def test_files_of_rdf_12_are_read_as_the_same_graph(format: str, tmp_path: Path) -> None:
    graph = build_graph(make_annotations())
    path = tmp_path / f"graph.{format}"
    write_graph(graph, path, form="1.2")
    assert "rdf:reifies" in path.read_text() or REIFIES in path.read_text()
    old, new = to_rdf(graph), read_rdf(path)
    assert {q[:3] for q in new.quads()} == {q[:3] for q in old.quads()}
    assert set(read_graph(path).edges(keys=True)) == set(graph.edges(keys=True))


def test_triple_terms_are_asked_in_sparql_12(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    write_graph(build_graph(make_annotations()), path, form="1.2")
    found = query(
        path,
        "SELECT ?what ?m { ?c rdf:reifies <<( ent:norvik-yards rel:sell-to ?what )>> ; "
        "kgx:modality ?m } ORDER BY ?what",
    )
    assert found.to_table() == [
        {"what": "ent:jordan", "m": "kgx:possible"},
        {"what": "ent:peru", "m": "kgx:planned"},
    ]


def test_a_triple_term_is_shown_in_every_format_of_results(tmp_path: Path) -> None:
    path = tmp_path / "graph.nt"
    path.write_text(f'<urn:r> {REIFIES} <<( <urn:a> <urn:p> "x<y" )>> .\n')
    found = query(path, "SELECT ?t { ?r ?p ?t }")
    assert found.to_table() == [{"t": "<<( <urn:a> <urn:p> x<y )>>"}]
    assert '<<( <urn:a> <urn:p> "x<y" )>>' in write_result(found, "tsv")
    assert '"type": "triple"' in write_result(found, "json")
    assert "<triple><subject><uri>urn:a</uri></subject>" in write_result(found, "xml")
    for format in ("json", "xml"):
        data = write_result(found, format).encode()
        kind = {"json": ox.QueryResultsFormat.JSON, "xml": ox.QueryResultsFormat.XML}[format]
        (solution,) = ox.parse_query_results(data, format=kind)  # type: ignore[misc]
        assert isinstance(solution["t"], ox.Triple)
    whole = query(path, "CONSTRUCT { ?r ?p ?t } WHERE { ?r ?p ?t }")
    assert "<<(" in write_result(whole, "nt")


@pytest.mark.parametrize("format", ["jsonld", "rdf"])
def test_formats_without_triple_terms_say_so(format: str) -> None:
    with pytest.raises(WriteError, match="take ttl, trig, nq or nt"):
        write_graph(build_graph(make_annotations()), None, format, form="1.2")


@given(st.text())
def test_any_text_survives_in_a_triple_term(text: str) -> None:
    term = f"<<( <urn:a> <urn:p> {make_text(text)} )>>"
    line = spell_line(("<urn:c>", REIFIES, term, "<urn:g>"))
    assert read_line(line) == ("<urn:c>", REIFIES, term, "<urn:g>")
    assert split_term(term) == ("<urn:a>", "<urn:p>", make_text(text))
    (again,) = spell_quads(ox.parse(line.encode(), format=ox.RdfFormat.N_QUADS))
    assert again == line


@given(st.lists(st.text(alphabet="abc\u2028\u00a0é😀", max_size=3)), st.integers(1, 5))
def test_lines_are_sorted_on_disk_as_in_memory(texts: list[str], run: int) -> None:
    lines = [f"{text}\n" for text in texts]
    assert list(sort_lines(lines, run=run)) == sorted(set(lines))
