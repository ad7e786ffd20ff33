"""Quantities in RDF: numbers to compare, with their currency at hand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from graph_samples import NORVIK, XSD, make_annotations
from rdflib import RDF, SDO, Dataset, URIRef
from rdflib import Literal as RdfLiteral

from kgx.check import validate
from kgx.graph import Graph, build_graph
from kgx.iris import quantity_iri, relation_iri
from kgx.rdf import from_rdf, to_rdf
from kgx.rdf.quads import spell_line
from kgx.rdf.stream import stream_quads
from kgx.rdf.write import spell_graph
from kgx.types import Amount, Annotation, Claim

SPEND = relation_iri("spend")
AMOUNTS = {
    "USD 1.5 million": Amount("money", "1500000", "1500000", "USD"),
    "EUR 3 million": Amount("money", "3000000", "3000000", "EUR"),
    "at least 20 MW": Amount("measure", "20", None, "MW", "MAW", "at least"),
    "10 to 12 other countries": Amount("count", "10", "12", "other countries"),
    "2/3 of the seats": Amount("fraction", "0.6667", "0.6667", "2/3"),
}


def make_claims() -> list[Annotation]:
    first, *others = make_annotations()
    model = first.claims[0]
    claims = [
        replace(
            model,
            id=f"{model.id}{n}",
            predicate=SPEND,
            predicates=(),
            object=None,
            value=label,
            datatype=XSD + "string",
            amount=amount,
        )
        for n, (label, amount) in enumerate(AMOUNTS.items())
    ]
    return [replace(first, claims=(*first.claims, *claims)), *others]


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build_graph(make_claims())


@pytest.fixture(scope="module")
def rdf(graph: Graph) -> Dataset:
    return to_rdf(graph)


def with_amounts(graph: Graph) -> dict[str | None, Claim]:
    items = [i.claim for *_, e in graph.edges(data=True) for i in e["evidence"]]
    return {claim.value: claim for claim in items if claim.amount}


def test_a_filter_finds_money_by_number_and_currency(rdf: Dataset) -> None:
    rows = rdf.query(
        """SELECT ?value WHERE { ?who ?paid ?amount . ?amount a schema:MonetaryAmount ;
           schema:value ?value ; schema:currency "USD" . FILTER(?value > 1000000) }""",
        initNs={"schema": SDO},
    )
    assert {str(row[0]) for row in rows} == {"1500000"}


def test_a_range_has_two_ends(rdf: Dataset) -> None:
    name = URIRef(quantity_iri("10 to 12 other countries"))
    ends = (rdf.value(name, SDO.minValue), rdf.value(name, SDO.maxValue))
    assert [str(end) for end in ends] == ["10", "12"]
    assert rdf.value(name, SDO.unitText) == RdfLiteral("other countries")


def test_what_is_open_has_one_end(rdf: Dataset) -> None:
    name = URIRef(quantity_iri("at least 20 MW"))
    assert (name, RDF.type, SDO.QuantitativeValue) in rdf
    assert str(rdf.value(name, SDO.minValue)) == "20"
    assert rdf.value(name, SDO.maxValue) is None and rdf.value(name, SDO.value) is None


def test_amounts_come_back(graph: Graph, rdf: Dataset) -> None:
    there, back = with_amounts(graph), with_amounts(from_rdf(rdf))
    assert {v: c.amount for v, c in back.items()} == AMOUNTS
    assert {v: c.object for v, c in back.items()} == {v: c.object for v, c in there.items()}


def test_the_stream_writes_the_same(graph: Graph) -> None:
    streamed = {spell_line(quad) for quad in stream_quads(make_claims())}
    assert streamed == {spell_line(quad) for quad in spell_graph(graph)}


def test_the_output_conforms(rdf: Dataset) -> None:
    assert validate(rdf) == []


def test_the_node_of_a_quantity_has_its_amount(graph: Graph) -> None:
    targets = [t for _, t, p in graph.out_edges(NORVIK, keys=True) if p == SPEND]
    assert {graph.nodes[t]["amount"].unit for t in targets} >= {"USD", "EUR", "MW"}
