"""The SPARQL 1.1 Graph Store HTTP Protocol, after the W3C's tests for it."""

from __future__ import annotations

from pathlib import Path

import pytest
import rdflib
import requests
from rdflib.compare import isomorphic

from kgx.endpoint.address import Endpoint
from kgx.endpoint.push import push
from kgx.query import query

TOKEN = {"Authorization": "Bearer t0ken"}
TURTLE = {**TOKEN, "Content-Type": "text/turtle"}
ONE = '@prefix x: <urn:x:> . x:a x:name "Ada \\"of\\" Ålesund" ; x:knows [ x:name "b\\n" ] .'
TWO = "@prefix x: <urn:x:> . x:a x:age 30 ."


def send(method: str, url: str, data: str | None = None, **headers: str) -> requests.Response:
    return requests.request(
        method, url, data=data.encode() if data else None, headers=TURTLE | headers, timeout=30
    )


def got(url: str) -> rdflib.Graph:
    response = requests.get(url, headers={"Accept": "application/n-triples"}, timeout=30)
    assert response.status_code == 200, response.text
    return rdflib.Graph().parse(data=response.text, format="nt")


@pytest.mark.parametrize("name", ["?graph=urn:x:graph", "/people/ada.ttl", "?graph=http://a%27b/c"])
def test_a_graph_from_put_to_delete(writable: str, name: str) -> None:
    """[put__initial_state, get_of_put, put__existing, post__existing, delete, head]"""
    url = f"{writable}/graphs{name}"
    assert requests.get(url, timeout=30).status_code == 404, requests.get(url, timeout=30).text
    assert send("PUT", url, ONE).status_code == 201
    assert isomorphic(got(url), rdflib.Graph().parse(data=ONE))
    assert requests.head(url, timeout=30).status_code == 200
    assert send("PUT", url, TWO).status_code == 204
    assert isomorphic(got(url), rdflib.Graph().parse(data=TWO))
    assert send("POST", url, ONE).status_code == 204
    assert isomorphic(got(url), rdflib.Graph().parse(data=ONE) + rdflib.Graph().parse(data=TWO))
    assert query(f"{writable}/sparql", "ASK { <urn:x:a> <urn:x:age> 30 }")
    assert send("DELETE", url).status_code == 204
    assert send("DELETE", url).status_code == 404
    assert requests.get(url, timeout=30).status_code == 404, requests.get(url, timeout=30).text
    assert not query(f"{writable}/sparql", "ASK { <urn:x:a> ?p ?o }")


def test_what_is_in_no_graph(writable: str) -> None:
    """[put__default_graph, get_of_put__default_graph]"""
    url = f"{writable}/graphs?default"
    before = got(url)
    assert len(before) > 10
    assert send("POST", url, TWO).status_code == 204
    assert len(got(url)) == len(before) + 1
    assert send("PUT", url, before.serialize(format="turtle")).status_code == 204
    assert isomorphic(got(url), before)


def test_what_another_graph_says_too_stays(writable: str) -> None:
    for name in ("one", "two"):
        send("PUT", f"{writable}/graphs?graph=urn:x:{name}", TWO)
    send("DELETE", f"{writable}/graphs?graph=urn:x:one")
    assert len(query(f"{writable}/sparql", "SELECT * { <urn:x:a> <urn:x:age> ?age }")) == 1
    send("DELETE", f"{writable}/graphs?graph=urn:x:two")
    assert not query(f"{writable}/sparql", "ASK { <urn:x:a> ?p ?o }")


def test_an_empty_graph_is_there(writable: str) -> None:
    """[put__empty_graph, get_of_put__empty_graph]"""
    url = f"{writable}/graphs?graph=urn:x:empty"
    assert send("PUT", url, "").status_code == 201
    assert len(got(url)) == 0
    send("DELETE", url)


@pytest.mark.parametrize(
    ("data", "kind", "status"),
    [
        ("<a> <b>", "text/turtle", 400),
        (TWO, "text/html", 415),
        ("<urn:a> <urn:b> 1 <urn:g> .", "application/n-quads", 415),
        ('{"@id": "urn:a", "urn:b": 1}', "application/ld+json", 201),
        (
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>',
            "application/rdf+xml",
            201,
        ),
    ],
)
def test_what_is_sent(writable: str, data: str, kind: str, status: int) -> None:
    """[put__mismatched_payload and the media types]"""
    url = f"{writable}/graphs?graph=urn:x:sent"
    assert send("PUT", url, data, **{"Content-Type": kind}).status_code == status
    send("DELETE", url)


@pytest.mark.parametrize(
    "name",
    ["", "?graph=urn:a&graph=urn:b", "?graph=urn:a&default", "?graph=not an iri", "?graph=x"],
)
def test_a_request_names_one_graph(writable: str, name: str) -> None:
    assert requests.get(f"{writable}/graphs{name}", timeout=30).status_code == 400


def test_a_json_ld_context_is_not_fetched(writable: str) -> None:
    data = '{"@context": "http://127.0.0.1:1/context.jsonld", "@id": "urn:a", "name": "b"}'
    url = f"{writable}/graphs?graph=urn:x:sent"
    response = send("PUT", url, data, **{"Content-Type": "application/ld+json"})
    assert response.status_code == 400


@pytest.mark.parametrize("graph_store", [True, False])
def test_kgx_pushes_to_what_kgx_serves(
    writable: str, nquads: Path, monkeypatch: pytest.MonkeyPatch, graph_store: bool
) -> None:
    monkeypatch.setenv("KGX_ENDPOINT_TOKEN", "t0ken")
    there = Endpoint(f"{writable}/{'graphs' if graph_store else 'sparql'}")
    count = push(nquads, there, graph_store=graph_store, replace=True)
    sparql = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert int(str(query(f"{writable}/sparql", sparql)[0][0])) == count
