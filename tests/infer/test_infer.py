"""Rules that infer: what follows, from what, and what bad rules say."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib import PROV, RDF, URIRef
from typer.testing import CliRunner

from kgx.cli import app
from kgx.errors import QueryError, RuleError
from kgx.infer import Inference, infer, read_rule, shipped_rules, to_dataset
from kgx.infer.rules import parse_rule
from kgx.query import query
from kgx.query.ask import load_store
from kgx.rdf import vocabulary
from kgx.vocab import KGX, prefixes

BASE = "https://example.org/kg/"
HEAD = "".join(f"@prefix {p}: <{n}> .\n" for p, n in prefixes().items())
NEAR = "CONSTRUCT { ?b rel:near ?a } WHERE { ?a rel:near ?b }"


def load(body: str) -> ox.Store:
    graph = rdflib.Graph().parse(data=HEAD + body, format="turtle")
    return load_store(graph)[0]


def short(found: list[Inference]) -> set[tuple[str, str]]:
    """Triples as the last parts of their IRIs, with the rule."""
    return {(" ".join(str(t).rpartition("/")[2] for t in one.triple), one.rule) for one in found}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "ent:quay kgx:locatedIn ent:oslo . ent:oslo kgx:locatedIn ent:viken .",
            ("quay locatedIn viken", "located-in"),
        ),
        (
            "ent:orbis kgx:headquarters ent:oslo . ent:oslo kgx:country ent:norway .",
            ("orbis country norway", "country"),
        ),
        ("ent:ada kgx:spouse ent:carl .", ("carl spouse ada", "symmetric")),
        ("ent:orbis kgx:owns ent:helix .", ("helix ownedBy orbis", "inverse")),
        ("ent:orbis kgx:chairperson ent:ada .", ("orbis leader ada", "broader")),
        ("ent:orbis kgx:chiefExecutive ent:ada .", ("ada employer orbis", "leader-employer")),
        ("ent:eva kgx:child ent:ada, ent:carl .", ("ada sibling carl", "siblings")),
        (
            "ent:tug kgx:manufacturer ent:orbis . ent:orbis kgx:country ent:norway .",
            ("tug countryOfOrigin norway", "origin"),
        ),
        (
            "ent:tug kgx:instanceOf concept:tug ; a kgx:Product . "
            "concept:tug skos:broader concept:ship . ent:orbis kgx:makes concept:tug .",
            ("tug manufacturer orbis", "only-maker"),
        ),
    ],
)
def test_what_follows(body: str, expected: tuple[str, str]) -> None:
    assert expected in short(infer(load(body), shipped_rules(), vocabulary=vocabulary()))


@pytest.mark.parametrize(
    "body",
    [
        "ent:tug kgx:instanceOf concept:tug ; a kgx:Product . "
        "concept:tug skos:broader concept:ship . "
        "ent:orbis kgx:makes concept:tug . ent:helix kgx:makes concept:tug .",
        "ent:tug kgx:instanceOf concept:tug ; a kgx:Product . "
        "concept:tug skos:broader concept:ship . ent:orbis kgx:makes concept:tug . "
        "ent:helix a kgx:Organization ; kgx:sells ent:tug .",
        "ent:tug kgx:instanceOf concept:ship ; a kgx:Product . ent:orbis kgx:makes concept:ship .",
        "ent:tug kgx:manufacturer ent:orbis . ent:orbis kgx:country ent:norway, ent:chile .",
    ],
)
def test_where_several_are_in_question_nothing_follows(body: str) -> None:
    found = infer(load(body), shipped_rules(), vocabulary=vocabulary())
    assert not [one for one in found if one.rule in ("only-maker", "origin")]


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        (
            "ent:orbis a kgx:Organization ; kgx:locatedIn ent:norway . "
            "ent:norway a schema:Country .",
            "country-around",
        ),
        (
            "ent:eva kgx:child ent:ada, ent:child . ent:child rdfs:label 'daughter' .",
            "siblings",
        ),
        ("event:1 a kgx:Event ; kgx:agent ent:ada .", "broader"),
        ("event:1 a kgx:Event ; kgx:participant ent:ada .", "inverse"),
    ],
)
def test_what_only_looks_so_is_not_inferred(body: str, rule: str) -> None:
    found = infer(load(body), shipped_rules(), vocabulary=vocabulary())
    assert rule not in {one.rule for one in found}


def test_what_is_stated_is_not_inferred_and_nothing_twice() -> None:
    store = load("ent:ada kgx:spouse ent:carl . ent:carl kgx:spouse ent:ada .")
    found = infer(store, shipped_rules(), vocabulary=vocabulary())
    assert "carl spouse ada" not in {line for line, _ in short(found)}
    assert len({one.triple for one in found}) == len(found)


def test_premises_are_the_triples_it_follows_from() -> None:
    store = load("ent:quay kgx:locatedIn ent:oslo . ent:oslo kgx:locatedIn ent:viken .")
    (one,) = [i for i in infer(store, shipped_rules()) if i.rule == "located-in"]
    place = URIRef("https://w3id.org/kgx-extract/locatedIn")
    ent = rdflib.Namespace(BASE)
    assert one.premises == ((ent.oslo, place, ent.viken), (ent.quay, place, ent.oslo))


def test_inferences_name_their_rule_and_the_claims_they_follow_from() -> None:
    store = load(
        "ent:ada rel:near ent:carl . claim:1 a kgx:Claim ; rdf:subject ent:ada ; "
        "rdf:predicate rel:near ; rdf:object ent:carl . "
        "claim:2 rdf:subject ent:ada ; rdf:predicate rel:far ; rdf:object ent:carl ."
    )
    dataset = to_dataset(infer(store, [parse_rule("near.rq", NEAR)]), store)
    graph = dataset.graph(URIRef(BASE + "inferred"))
    (name,) = graph.subjects(RDF.type, KGX.Inference)
    assert str(graph.value(name, KGX.derivedBy)) == "near"
    assert [str(s) for s in graph.objects(name, PROV.wasDerivedFrom)] == [BASE + "claim/1"]
    assert {str(g) for *_, g in dataset.quads()} == {BASE + "inferred"}


def test_the_order_of_the_graph_changes_nothing() -> None:
    lines = [f"ent:p{i} kgx:locatedIn ent:p{i + 1} ." for i in range(6)]
    runs = [infer(load("\n".join(body)), shipped_rules()) for body in (lines, lines[::-1])]
    assert runs[0] == runs[1]


def test_rules_without_end_are_stopped_with_a_note() -> None:
    longer = 'BIND(IRI(CONCAT(STR(?b), "x")) AS ?c)'
    text = f"CONSTRUCT {{ ?a rel:next ?c }} WHERE {{ ?a rel:next ?b . {longer} }}"
    notes: list[str] = []
    found = infer(load("ent:a rel:next ent:b ."), [parse_rule("n.rq", text)], on_note=notes.append)
    assert len(found) >= 20
    assert "without end" in notes[0]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("CONSTRUCT { ?a", "mine.rq: is no SPARQL"),
        ("SELECT * WHERE { ?a ?b ?c }", "mine.rq: is no CONSTRUCT query"),
        ("CONSTRUCT { ?a nope:b ?c } WHERE { ?a ?b ?c }", "mine.rq: is no SPARQL"),
        ("CONSTRUCT { ?a rel:b [] } WHERE { ?a ?b ?c }", "about a blank node"),
    ],
)
def test_bad_rules_are_told_in_one_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "mine.rq"
    path.write_text(text)
    with pytest.raises(RuleError) as caught:
        read_rule(path)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_the_command_writes_what_follows_alone(tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text(HEAD + "ent:ada rel:near ent:carl .")
    (tmp_path / "mine.rq").write_text(NEAR)
    arguments = ["infer", str(tmp_path / "g.ttl"), "--rule", str(tmp_path / "mine.rq")]
    done = CliRunner().invoke(app, [*arguments, "--only-mine", "-o", str(tmp_path / "i.nq")])
    assert done.exit_code == 0
    assert "1 statement inferred" in done.stderr
    written = (tmp_path / "i.nq").read_text()
    assert f"<{BASE}carl> <{BASE}relation/near> <{BASE}ada> <{BASE}inferred> ." in written
    assert f"<{BASE}ada> <{BASE}relation/near> <{BASE}carl>" not in written


# ------------------------------------------------------------------ with a query, with extracting

PLACES = HEAD + "ent:quay kgx:locatedIn ent:oslo . ent:oslo kgx:locatedIn ent:viken ."
WITHIN = "SELECT ?what WHERE { ?what kgx:locatedIn ent:viken } ORDER BY ?what"


def test_a_query_asks_what_follows_too_where_it_is_told_to() -> None:
    graph = rdflib.Graph().parse(data=PLACES, format="turtle")
    plain = query(graph, WITHIN).to_table()
    inferred = query(graph, WITHIN, rules=shipped_rules()).to_table()
    assert [row["what"] for row in plain] == ["ent:oslo"]
    assert [row["what"] for row in inferred] == ["ent:oslo", "ent:quay"]
    assert len(graph) == 2


def test_what_follows_is_in_a_graph_of_its_own_with_its_rule() -> None:
    graph = rdflib.Graph().parse(data=PLACES, format="turtle")
    text = f"SELECT ?rule WHERE {{ GRAPH <{BASE}inferred> {{ ?one kgx:derivedBy ?rule }} }}"
    rules = {row["rule"] for row in query(graph, text, rules=shipped_rules()).to_table()}
    assert "located-in" in rules


def test_the_command_query_infers(tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text(PLACES)
    run = CliRunner().invoke
    plain = run(app, ["query", str(tmp_path / "g.ttl"), WITHIN, "--to", "csv"])
    shipped = run(app, ["query", str(tmp_path / "g.ttl"), WITHIN, "--to", "csv", "--infer"])
    assert plain.stdout.count("\n") == 2
    assert shipped.stdout.count("\n") == 3
    (tmp_path / "mine.rq").write_text(
        "CONSTRUCT { ?a kgx:locatedIn ent:viken } WHERE { ?a kgx:locatedIn ent:oslo }"
    )
    mine = ["--infer-rule", str(tmp_path / "mine.rq")]
    own = run(app, ["query", str(tmp_path / "g.ttl"), WITHIN, "--to", "csv", *mine])
    assert own.stdout == shipped.stdout


def test_a_store_is_asked_with_what_follows_and_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "g.ttl").write_text(PLACES)
    done = CliRunner().invoke(
        app, ["convert", str(tmp_path / "g.ttl"), "-o", str(tmp_path / "g.db")]
    )
    assert done.exit_code == 0, done.output
    path = str(tmp_path / "g.db")
    assert len(query(path, WITHIN, rules=shipped_rules())) == 2
    assert len(query(path, WITHIN)) == 1


def test_an_endpoint_is_not_asked_with_rules() -> None:
    with pytest.raises(QueryError, match="not over an endpoint"):
        query("http://127.0.0.1:9/query", WITHIN, rules=shipped_rules())


def test_extracting_writes_what_follows_into_a_graph_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ada Berg married Timo Salo in Oslo.\n")
    plain, more = str(tmp_path / "plain.nq"), str(tmp_path / "more.nq")
    run = CliRunner().invoke
    assert run(app, ["extract", str(tmp_path / "a.txt"), "-q", "-o", plain]).exit_code == 0
    done = run(app, ["extract", str(tmp_path / "a.txt"), "--infer", "-o", more])
    assert done.exit_code == 0, done.output
    assert "inferred" in done.stderr
    stated = set(Path(plain).read_text().splitlines())
    written = set(Path(more).read_text().splitlines())
    assert stated < written
    assert all(line.endswith(f"<{BASE}inferred> .") for line in written - stated)
    spouse = f"<{BASE}timo-salo> <https://w3id.org/kgx-extract/spouse> <{BASE}ada-berg>"
    assert sum(line.startswith(spouse) for line in written) == 1
    again = run(app, ["infer", plain, "-q", "-o", str(tmp_path / "apart.nq")])
    assert again.exit_code == 0
    assert set((tmp_path / "apart.nq").read_text().splitlines()) == written - stated


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--store", "s.db"], "kgx query --infer"),
        (["--to", "jsonl"], "annotations hold what texts say"),
        (["--rdf12"], "leave out --rdf12"),
    ],
)
def test_where_extracting_cannot_infer(arguments: list[str], message: str) -> None:
    done = CliRunner().invoke(app, ["extract", "a.txt", "--infer", *arguments])
    assert done.exit_code == 2
    assert message in " ".join(done.stderr.replace("│", " ").split())
