"""Named queries and their parameters."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import rdflib
from click.testing import Result as Outcome
from graph_samples import make_annotations
from hypothesis import given
from hypothesis import strategies as st
from rdflib import Dataset
from typer.testing import CliRunner

from kgx.cli import app
from kgx.errors import KgxError, QueryError, RuleError
from kgx.graph import build_graph
from kgx.query import find_named, list_queries, parse_named, query
from kgx.rdf import to_rdf, write_graph
from kgx.rdf.vocabulary import vocabulary

QUERIES = {named.name: named for named in list_queries()}
# Parameters that find something in the sample graph.
GIVEN: dict[str, dict[str, str]] = {
    "changes": {"since": "2024-01-01"},
    "claims": {"entity": "Norvik Yards"},
    "connections": {"from": "Ida Holm", "to": "NX-40"},
    "denied": {"entity": "Peru"},
    "entities": {"type": "kgx:Person"},
    "events": {"entity": "Chile"},
    "about": {"entity": "Norvik Yards"},
    "document": {"id": "harbour.txt"},
    "find": {"name": "nor"},
    "neighbours": {"entity": "Norvik Yards"},
    "planned": {"entity": "Jordan"},
    "says": {"speaker": "Ida Holm", "about": "Peru"},
    "statements": {"predicate": "exports"},
    "timeline": {"entity": "NX-40"},
    "documents": {},
    "generals": {},
    "predicates": {},
    "speakers": {},
}


@pytest.fixture(scope="module")
def rdf() -> Dataset:
    return to_rdf(build_graph(make_annotations()))


@pytest.fixture(scope="module")
def rdf12(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rdf12") / "graph.nq"
    write_graph(build_graph(make_annotations()), path, form="1.2")
    return path


@pytest.mark.parametrize("name", GIVEN)
def test_each_query_finds_something(rdf: Dataset, name: str) -> None:
    assert query(rdf, name, parameters=GIVEN[name])


@pytest.mark.parametrize("name", QUERIES)
def test_each_query_answers_alike_on_triple_terms(rdf: Dataset, rdf12: Path, name: str) -> None:
    given = GIVEN.get(name, {})
    assert (
        query(rdf, name, parameters=given).to_table()
        == query(rdf12, name, parameters=given).to_table()
    )


@pytest.mark.parametrize("name", QUERIES)
def test_each_query_is_sparql_as_it_stands(rdf: Dataset, name: str) -> None:
    assert query(rdf, QUERIES[name].sparql).form == "select"


@pytest.mark.parametrize("name", QUERIES)
def test_each_query_is_documented(name: str) -> None:
    named = QUERIES[name]
    assert named.summary.endswith(".")
    required = {one.name for one in named.parameters if one.required}
    assert required <= named.example.keys()


def test_who_leads_what() -> None:
    data = """
        @prefix ent: <https://example.org/kg/> . @prefix kgx: <https://w3id.org/kgx-extract/> .
        @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
        @prefix oa: <http://www.w3.org/ns/oa#> . @prefix prov: <http://www.w3.org/ns/prov#> .
        ent:c rdf:subject ent:mill ; rdf:predicate kgx:chairperson ;
            rdf:object ent:ada ; kgx:polarity kgx:positive ; kgx:modality kgx:asserted ;
            kgx:confidence 0.8 ; prov:wasDerivedFrom ent:e .
        ent:d rdf:subject ent:mill ; rdf:predicate kgx:leader ; rdf:object ent:bo ;
            kgx:polarity kgx:negative ; kgx:modality kgx:asserted ; kgx:confidence 0.9 ;
            prov:wasDerivedFrom ent:e .
        ent:e oa:hasSource ent:doc ; oa:hasSelector [ oa:exact "its chair" ] ."""
    found = query(rdflib.Graph().parse(data=data), "leaders", parameters={"org": "ent:mill"})
    (row,) = found.to_table()
    assert (row["person"], row["predicate"], row["quote"]) == (
        "ent:ada",
        "kgx:chairperson",
        "its chair",
    )


TELLING = """
@prefix ent: <https://example.org/kg/> . @prefix kgx: <https://w3id.org/kgx-extract/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix oa: <http://www.w3.org/ns/oa#> . @prefix prov: <http://www.w3.org/ns/prov#> .
"""


def tell(
    id_: str, source: str, said: str, polarity: str = "positive", modality: str = "asserted"
) -> str:
    predicate, object_ = said.split()
    return (
        f"ent:{id_} rdf:subject ent:mill ; rdf:predicate kgx:{predicate} ; rdf:object {object_} ; "
        f"kgx:polarity kgx:{polarity} ; kgx:modality kgx:{modality} ; "
        f"prov:wasDerivedFrom ent:e{id_} . "
        f'ent:e{id_} oa:hasSource ent:{source} ; oa:hasSelector [ oa:exact "{id_}" ] .'
    )


@pytest.mark.parametrize(
    ("claims", "quotes"),
    [
        (
            [("yes", "d1", "makes ent:rope"), ("no", "d2", "makes ent:rope", "negative")],
            ("yes", "no"),
        ),
        (
            [("a", "d1", "headquarters ent:bergen"), ("b", "d2", "headquarters ent:oslo")],
            ("a", "b"),
        ),
        ([("a", "d1", 'foundingDate "1901"'), ("b", "d2", 'foundingDate "1899"')], ("b", "a")),
        ([("yes", "d1", "makes ent:rope"), ("also", "d2", "makes ent:rope")], None),
        ([("a", "d1", "makes ent:rope"), ("b", "d2", "makes ent:nets")], None),
        ([("a", "d1", "headquarters ent:oslo"), ("b", "d1", "headquarters ent:rome")], None),
        ([("a", "d1", "age 4"), ("b", "d2", "age 5", "positive", "possible")], None),
        ([("a", "d1", "age 4"), ("b", "d2", "age 4", "negative", "planned")], None),
    ],
    ids=["denied", "place", "date", "same", "two facts", "one source", "possible", "planned"],
)
def test_sources_that_disagree(
    claims: list[tuple[str, ...]], quotes: tuple[str, str] | None
) -> None:
    data = rdflib.Graph().parse(data=TELLING + "".join(tell(*claim) for claim in claims))
    found = [(r["quote"], r["otherQuote"]) for r in query(data, "disagreements").to_table()]
    assert found == ([] if quotes is None else [quotes])


@pytest.mark.parametrize("name", ["Norvik Yards", "norvik  YARDS", "ent:norvik-yards"])
def test_an_entity_by_name_or_iri(rdf: Dataset, name: str) -> None:
    assert query(rdf, "neighbours", parameters={"entity": name})


@pytest.mark.parametrize(
    ("name", "given", "message"),
    [
        ("leadders", {}, "no query is named 'leadders': take one of about, changes"),
        ("leaders", {"firm": "X"}, "leaders has no parameter 'firm': it takes org, person"),
        ("claims", {}, "claims needs entity=...: the subject or the object"),
        ("claims", {"entity": "Norvig Yards"}, "no entity is called 'Norvig Yards': did you mean"),
        ("claims", {"entity": "Zzz"}, "no entity is called 'Zzz': kgx query ... find"),
        ("changes", {"since": "May 2024"}, "since='May 2024' is no day: write it as 2025-04-01"),
        ("entities", {"type": "Person"}, "type='Person' is no IRI"),
        ("entities", {"type": "<a b>"}, "type='<a b>' is no IRI"),
        ("entities", {"type": 'http://a"b'}, "'http://a\"b' is no IRI"),
    ],
)
def test_what_is_given_wrongly_is_one_line(
    rdf: Dataset, name: str, given: dict[str, str], message: str
) -> None:
    with pytest.raises(QueryError) as raised:
        query(rdf, name, parameters=given)
    assert str(raised.value).startswith(message)
    assert "\n" not in str(raised.value)


EVIL = [
    '" } DROP ALL #',
    "a\\",
    'x" . ?s ?p ?o . FILTER(1=1) #',
    "ent:a } ?s ?p ?o { <x",
    "<https://example.org/kg/a> } ?s ?p ?o { <x>",
    "line\nbreak",
    "<script>alert(1)</script>",
    "'''\"\"\"",
]


@pytest.mark.parametrize("text", EVIL)
def test_what_is_given_cannot_become_sparql(rdf: Dataset, text: str) -> None:
    assert not query(rdf, "find", parameters={"name": text})
    for name, key in (("claims", "entity"), ("entities", "type")):
        with pytest.raises(QueryError, match=r"is no IRI|is called"):
            query(rdf, name, parameters={key: text})


@given(st.text(min_size=1))
def test_any_text_is_found_as_it_is(text: str) -> None:
    label = rdflib.Literal(text)
    graph = rdflib.Graph()
    thing = rdflib.URIRef("https://example.org/kg/thing")
    graph.add((thing, rdflib.RDFS.label, label))
    graph.add((thing, rdflib.URIRef("https://w3id.org/kgx-extract/mentions"), rdflib.Literal(1)))
    assert len(query(graph, "find", parameters={"name": text})) == 1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("#+ summary = \nASK {}", "q: its lines #+ are no TOML"),
        ('#+ title = "A"\nASK {}', "q: unknown key 'title'"),
        ("#+ parameters.x = 1\nASK {}", "q: the parameter 'x' has no text 'about'"),
        ('#+ parameters.x = {about = "a", type = "node"}\nASK {}', "q: the type of 'x' is none of"),
        ('#+ parameters.x = {about = "a", type = "text"}\nASK {}', "q: 'x' has to be a parameter"),
        ("ASK { VALUES $y { UNDEF } }", "q: 'y' has to be a parameter"),
        ('#+ example = { z = "1" }\nASK {}', "q: the example gives what is no parameter"),
    ],
)
def test_a_file_that_is_not_as_it_should_be(text: str, message: str) -> None:
    with pytest.raises(RuleError) as raised:
        parse_named("q", text)
    assert str(raised.value).startswith(message)


def test_a_named_query_is_found_by_name() -> None:
    assert find_named("leaders").parameters[0].name == "org"


@pytest.fixture(scope="module")
def turtle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ttl") / "graph.ttl"
    write_graph(build_graph(make_annotations()), path)
    return path


def run(*arguments: object) -> Outcome:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if isinstance(result.exception, KgxError):
        raise result.exception
    return result


def test_the_command_lists_them() -> None:
    listed = run("query", "--list").stdout
    assert "leaders: Who leads what" in listed
    assert '  kgx query news.db leaders org="Kale Group"' in listed
    assert "  since=  the first day, as 2025-04-01 (date, required)" in listed


def test_the_command_takes_parameters(turtle: Path) -> None:
    out = run("query", turtle, "says", "speaker=Ida Holm", "--to", "csv").stdout
    assert (
        out.splitlines()[0] == "speaker,subject,predicate,object,polarity,modality,document,quote"
    )
    assert "We will not sell to Peru" in out


def test_a_file_of_ones_own_takes_parameters(turtle: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.rq"
    own.write_text(
        '#+ parameters.who = { type = "entity", about = "who" }\n'
        "SELECT ?n { VALUES $who { UNDEF } ?who kgx:mentions ?n }"
    )
    one = run("query", turtle, "--file", own, "who=Peru", "--to", "csv").stdout
    all_ = run("query", turtle, "--file", own, "--to", "csv").stdout
    assert len(one.splitlines()) == 2 < len(all_.splitlines())


def test_sparql_with_an_equals_sign_is_no_parameter(turtle: Path) -> None:
    assert run("query", turtle, "ASK { FILTER(1=1) }").stdout == "yes\n"


def test_every_term_of_kgx_is_in_its_vocabulary() -> None:
    known = {str(term) for term in vocabulary().subjects()}
    for named in QUERIES.values():
        for term in re.findall(r"\bkgx:(\w+)", named.sparql):
            assert f"https://w3id.org/kgx-extract/{term}" in known, f"{named.name}: kgx:{term}"


def test_a_thing_is_found_by_another_of_its_names(rdf: Dataset) -> None:
    (row,) = query(rdf, "find", parameters={"name": "norvik"}).to_table()
    assert row["label"] == "Norvik Yards"
