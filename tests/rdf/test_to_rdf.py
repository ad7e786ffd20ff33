"""The shape of the RDF, and the way back."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from io import BytesIO
from itertools import permutations
from pathlib import Path

import pytest
from graph_samples import (
    CHILE,
    EMPLOYER,
    EXPORTS,
    FERRY,
    HOLM,
    JORDAN_PERSON,
    NORVIK,
    NX40,
    PERU,
    SCHEMA,
    SELL_TO,
    SHIP,
    TEXTS,
    XSD,
    make_annotations,
    make_harbour,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import OWL, PROV, RDF, RDFS, SDO, SKOS, BNode, Dataset, Graph, Literal, URIRef

from kgx.errors import QueryError
from kgx.graph import build_graph
from kgx.iris import document_iri
from kgx.rdf import (
    from_rdf,
    read_rdf,
    stream_quads,
    to_rdf,
    write_graph,
    write_rdf,
)
from kgx.rdf.terms import make_iri, make_value, read_term
from kgx.rdf.write import spell_graph
from kgx.types import Annotation, Claim, Entity, Mention
from kgx.vocab import KGX, OA


@pytest.fixture(scope="module")
def rdf() -> Dataset:
    return to_rdf(build_graph(make_annotations()))


def iri(text: str) -> URIRef:
    return URIRef(text)


@pytest.mark.parametrize(
    ("subject", "predicate", "object_"),
    [
        (CHILE, RDF.type, SDO.Country),
        (CHILE, RDF.type, KGX.Place),
        (CHILE, RDFS.label, Literal("Chile", lang="en")),
        (CHILE, OWL.sameAs, iri("http://www.wikidata.org/entity/Q298")),
        (NORVIK, SKOS.altLabel, Literal("Norvik", lang="en")),
        (NORVIK, iri(EXPORTS), iri(NX40)),
        (NORVIK, SDO.owns, iri(NX40)),
        (NORVIK, iri("http://www.wikidata.org/prop/direct/P1056"), iri(NX40)),
        (NORVIK, KGX.mentionedIn, iri(document_iri("visit.txt"))),
        (FERRY, RDF.type, SKOS.Concept),
        (FERRY, SKOS.prefLabel, Literal("ferry", lang="en")),
        (FERRY, SKOS.broader, iri(SHIP)),
        (SELL_TO, RDF.type, RDF.Property),
        (SELL_TO, RDFS.label, Literal("sell to", lang="en")),
        (document_iri("harbour.txt"), RDF.type, SDO.Article),
        (document_iri("harbour.txt"), SDO.headline, Literal("Ferries for Chile", lang="en")),
    ],
)
def test_triples(rdf: Dataset, subject: str, predicate: URIRef, object_: URIRef) -> None:
    assert (iri(subject), predicate, object_) in rdf


@pytest.mark.parametrize(
    ("subject", "predicate", "object_"),
    [
        (NORVIK, SELL_TO, PERU),  # denied and planned
        (NORVIK, SELL_TO, "https://example.org/kg/jordan"),  # possible
        (JORDAN_PERSON, None, NORVIK),  # possible
    ],
)
def test_what_no_claim_asserts_is_no_plain_triple(
    rdf: Dataset, subject: str, predicate: str | None, object_: str
) -> None:
    assert (iri(subject), predicate and iri(predicate), iri(object_)) not in rdf
    assert any((claim, RDF.subject, iri(subject)) in rdf for claim in rdf.subjects(RDF.object))


def test_a_claim_says_its_standing(rdf: Dataset) -> None:
    (claim,) = [c for c in rdf.subjects(RDF.object, iri(PERU)) if (c, RDF.type, KGX.Claim) in rdf]
    said = {p: o for p, o in rdf.predicate_objects(claim) if p != RDF.type}
    assert said[RDF.subject] == iri(NORVIK)
    assert said[RDF.predicate] == iri(SELL_TO)
    assert said[KGX.polarity] == KGX.negative
    assert said[KGX.modality] == KGX.planned
    assert said[PROV.wasAttributedTo] == iri(HOLM)
    assert said[KGX.confidence] == Literal("0.7", datatype=iri(XSD + "decimal"))


def test_evidence_slices_back_to_its_quote(rdf: Dataset) -> None:
    names = {iri(document_iri(id_)): text for id_, text in TEXTS.items()}
    quotes = 0
    for passage in rdf.subjects(RDF.type, OA.SpecificResource):
        text = names[rdf.value(passage, OA.hasSource)]
        parts = {
            p: o.toPython()
            for selector in rdf.objects(passage, OA.hasSelector)
            for p, o in rdf.predicate_objects(selector)
        }
        if OA.exact in parts:
            quotes += 1
            assert text[parts[OA.start] : parts[OA.end]] == parts[OA.exact]
            assert parts[OA.prefix] + parts[OA.exact] + parts[OA.suffix] in text
    assert quotes == 10


def test_an_event_keeps_its_participants(rdf: Dataset) -> None:
    events = {frozenset(map(str, rdf.objects(e, KGX.target))) for e in rdf.subjects(KGX.agent)}
    assert events == {frozenset({CHILE}), frozenset()}
    (event,) = rdf.subjects(KGX.target, iri(CHILE))
    assert (event, KGX.theme, iri(NX40)) in rdf
    assert len(list(rdf.subjects(KGX.statedIn, event))) == 2


def test_a_time_has_the_datatype_that_fits(rdf: Dataset) -> None:
    times = {(str(o), str(o.datatype).rpartition("/")[2]) for o in rdf.objects(None, KGX.time)}
    assert times == {("2023", "XMLSchema#gYear"), ("2024-06/..", "EDTF")}


def test_no_node_is_blank(rdf: Dataset) -> None:
    assert not [
        term for triple in rdf.triples((None,) * 3) for term in triple if isinstance(term, BNode)
    ]


def test_what_a_document_says_is_in_its_graph(rdf: Dataset) -> None:
    harbour = rdf.graph(iri(document_iri("harbour.txt")))
    orders = rdf.graph(iri(document_iri("orders 2.txt")))
    for part in (harbour, orders):
        assert (iri(NORVIK), iri(EXPORTS), iri(NX40)) in part
        assert len(list(part.subjects(RDF.type, KGX.Document))) == 1
    assert len(list(harbour.subjects(RDF.type, KGX.Claim))) == 5
    assert not list(rdf.default_graph.subjects(RDF.type, KGX.Claim))


def test_without_speakers_only_the_authors_claims_are_plain_triples() -> None:
    spoken = replace(make_harbour(), claims=make_harbour().claims[4:])
    triple = (iri(HOLM), iri(EMPLOYER), iri(NORVIK))
    graph = build_graph([spoken])
    assert triple in to_rdf(graph)
    assert triple not in to_rdf(graph, speakers=False)
    assert len(list(to_rdf(graph, speakers=False).subjects(RDF.type, KGX.Claim))) == 1
    both = build_graph(make_annotations())  # another document says it too
    assert triple in to_rdf(both, speakers=False)


def test_there_and_back_is_the_same(rdf: Dataset) -> None:
    assert write_rdf(to_rdf(from_rdf(rdf)), None, "trig") == write_rdf(rdf, None, "trig")


def test_the_graph_comes_back_with_its_evidence() -> None:
    graph = build_graph(make_annotations())
    back = from_rdf(to_rdf(graph))
    assert set(back.edges(keys=True)) == set(graph.edges(keys=True))
    assert back.graph["events"] == graph.graph["events"]
    assert back.graph["documents"] == graph.graph["documents"]
    edge, same = (g.edges[NORVIK, NX40, EXPORTS] for g in (graph, back))
    assert [
        replace(e.claim, proposition=None, predicates=tuple(sorted(e.claim.predicates)))
        for e in edge["evidence"]
    ] == [e.claim for e in same["evidence"]]
    assert same["confidence"] == edge["confidence"]
    assert back.nodes[CHILE] == graph.nodes[CHILE]


def test_a_triple_added_by_hand_is_an_edge_without_evidence(rdf: Dataset) -> None:
    added = Graph()
    for triple in rdf.triples((None, None, None)):
        added.add(triple)
    added.add((iri(CHILE), SDO.knows, iri(PERU)))
    graph = from_rdf(added)
    edge = graph.edges[CHILE, PERU, SCHEMA + "knows"]
    assert (edge["evidence"], edge["asserted"]) == ([], True)
    assert (iri(CHILE), SDO.knows, iri(PERU)) in to_rdf(graph)


def test_the_order_of_documents_changes_no_byte() -> None:
    texts = {
        write_rdf(to_rdf(build_graph(o)), None, "trig") for o in permutations(make_annotations())
    }
    assert len(texts) == 1


def test_the_seed_of_hashes_changes_no_byte(tmp_path: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "from graph_samples import make_annotations\n"
        "from kgx.graph import build_graph\nfrom kgx.rdf import to_rdf, write_rdf, FORMATS\n"
        "rdf = to_rdf(build_graph(make_annotations()))\n"
        "sys.stdout.reconfigure(encoding='utf-8')\n"
        "for name in FORMATS: write_rdf(rdf, '-', name)\n"
    )
    tests = str(Path(__file__).parents[1])
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, tests],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "77")
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 10_000


def test_write_graph_writes_what_write_rdf_does() -> None:
    graph = build_graph(make_annotations())
    for name in ("ttl", "trig", "nq", "jsonld"):
        assert write_graph(graph, None, name) == write_rdf(to_rdf(graph), None, name)


def test_one_document_at_a_time_gives_the_same_quads() -> None:
    found = make_annotations()
    assert set(stream_quads(found)) == set(spell_graph(build_graph(found)))


def test_a_base_binds_the_prefixes() -> None:
    text = write_rdf(to_rdf(build_graph([make_harbour()]), base="https://data.example/")) or ""
    assert "@prefix ent: <https://data.example/> ." in text


@pytest.mark.parametrize(
    ("drop", "message"),
    [
        (RDF.subject, "has no 22-rdf-syntax-ns/subject|has no subject"),
        (PROV.wasDerivedFrom, "has no wasDerivedFrom"),
        (KGX.polarity, "has no polarity"),
        (OA.start, "has no start"),
    ],
)
def test_a_cut_claim_is_one_clear_line(drop: URIRef, message: str) -> None:
    whole = Graph()
    for triple in to_rdf(build_graph([make_harbour()])).triples((None, None, None)):
        whole.add(triple)
    whole.remove((None, drop, None))
    with pytest.raises(QueryError, match=message):
        from_rdf(whole)


def test_rdf_of_others_is_an_empty_graph() -> None:
    graph = Graph().parse(data="<urn:a> <urn:b> <urn:c> .", format="turtle")
    assert len(from_rdf(graph)) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://e.example/a b", "https://e.example/a%20b"),
        ('https://e.example/<"x">', "https://e.example/%3C%22x%22%3E"),
        ("https://e.example/é", "https://e.example/é"),
        ("no scheme", "urn:x-kgx:no%20scheme"),
        ("https://e.example/\n", "https://e.example/%0A"),
    ],
)
def test_every_string_makes_an_iri(text: str, expected: str) -> None:
    assert read_term(make_iri(text)) == URIRef(expected)


def test_a_value_that_is_none_of_its_datatype_is_kept_without_noise(
    caplog: pytest.LogCaptureFixture,
) -> None:
    assert str(read_term(make_value("2025-02-30", XSD + "date"))) == "2025-02-30"
    assert caplog.text == ""


NASTY = st.one_of(
    st.text(),
    st.sampled_from(
        [
            'a "quoted" name',
            "line\nbreak\r\n",
            "<script>alert(1)</script>",
            "back\\slash",
            "tab\there",
            '"""',
            "\x00\x1f\x7f\ufffe",
            "] ; a <urn:x> . #",
            "@en",
            "",
        ]
    ),
)


@settings(max_examples=60, deadline=None)
@given(NASTY, NASTY, NASTY, st.sampled_from(["ttl", "nt", "nq", "trig", "jsonld"]))
def test_any_text_round_trips(name: str, alias: str, quote: str, format: str) -> None:
    entity = Entity("https://example.org/kg/e", name, "work", aliases=(alias,))
    claim = Claim(
        *("https://example.org/kg/claim/1", None, entity.id, "https://e.example/p", ()),
        *(None, quote, None, 3, 3 + len(quote), quote, name, alias),
        attributed_to=entity.id,
        rule=name,
    )
    made = Annotation(
        name,
        title=alias,
        url=quote,
        mentions=(Mention(0, 1, entity.id),),
        entities=(entity,),
        claims=(claim,),
    )
    graph = build_graph([made])
    text = write_graph(graph, None, format) or ""
    back = from_rdf(read_rdf(BytesIO(text.encode()), format))
    ((subject, _, before),) = graph.edges(data=True)
    ((_, _, edge),) = back.edges(data=True)
    assert back.nodes[subject]["label"] == name
    assert back.graph["documents"][name].title == alias
    assert edge["evidence"][0].claim == before["evidence"][0].claim
    assert write_graph(back, None, format) == text


def test_reading_values_back_warns_of_nothing(caplog: pytest.LogCaptureFixture) -> None:
    entity = Entity("https://example.org/kg/e", "Orn", "work")
    about = Claim(
        *("https://example.org/kg/claim/1", None, entity.id, "https://e.example/p", ()),
        *(None, "some 20 {odd} words", None, 0, 1, "x", "", ""),
    )
    made = Annotation(
        "d", mentions=(Mention(0, 1, entity.id),), entities=(entity,), claims=(about,)
    )
    assert from_rdf(to_rdf(build_graph([made]))).number_of_edges() == 1
    assert caplog.records == []
