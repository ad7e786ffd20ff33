"""The SPARQL 1.1 Protocol, after the W3C's protocol tests.

The names in brackets are those of https://www.w3.org/2009/sparql/docs/tests/data-sparql11/protocol/.
Not expressed: the tests of ``using-graph-uri``, which are refused (``USING`` in the update does the
same), and ``query_post_direct`` variants with a UTF-16 body, which are refused with 415 as well.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import rdflib
import requests

from kgx.query import list_queries, query

ASK = "ASK {}"
FORM = "application/x-www-form-urlencoded"
TOKEN = {"Authorization": "Bearer t0ken"}
JSON = "application/sparql-results+json"


def post(url: str, data: str | bytes | dict[str, Any], kind: str, **more: Any) -> requests.Response:
    headers = {"Content-Type": kind, **more.pop("headers", {})}
    return requests.post(url, data=data, headers=headers, timeout=30, **more)


def test_query_via_get(served: str) -> None:
    """[query_get]"""
    response = requests.get(f"{served}/sparql", params={"query": ASK}, timeout=30)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == JSON
    assert response.json()["boolean"] is True


def test_query_via_url_encoded_post(served: str) -> None:
    """[query_post_form]"""
    assert post(f"{served}/sparql", {"query": ASK}, FORM).json()["boolean"] is True


def test_query_via_post_directly(served: str) -> None:
    """[query_post_direct]"""
    response = post(f"{served}/sparql", ASK, "application/sparql-query")
    assert response.json()["boolean"] is True


def test_query_with_a_charset(served: str) -> None:
    """[query_content_type_select and others: parameters of the media type are understood]"""
    kind = 'application/sparql-query; charset="UTF-8"'
    sparql = 'ASK { FILTER(STRLEN("é") = 1) }'.encode()
    assert post(f"{served}/sparql", sparql, kind).json()["boolean"] is True


@pytest.mark.parametrize(
    ("sparql", "accept", "kind"),
    [
        ("SELECT * { ?s kgx:exports ?o }", "", JSON),  # [query_content_type_select]
        (ASK, "", JSON),  # [query_content_type_ask]
        ("DESCRIBE ent:chile", "", "text/turtle; charset=utf-8"),  # [query_content_type_describe]
        ("CONSTRUCT WHERE { ?s kgx:exports ?o }", "", "text/turtle; charset=utf-8"),
        # [query_content_type_construct]
        ("SELECT * { ?s kgx:exports ?o }", "text/csv", "text/csv; charset=utf-8"),
        (
            "SELECT * {}",
            "application/sparql-results+xml, */*;q=0.1",
            "application/sparql-results+xml",
        ),
        ("SELECT * {}", "application/json", JSON),
        ("SELECT * {}", "text/turtle, application/sparql-results+json;q=0.5", JSON),
        ("CONSTRUCT WHERE { ?s kgx:exports ?o }", "application/ld+json", "application/ld+json"),
        ("CONSTRUCT WHERE { ?s kgx:exports ?o }", "application/rdf+xml", "application/rdf+xml"),
        ("CONSTRUCT WHERE { ?s kgx:exports ?o }", "application/n-triples", "application/n-triples"),
    ],
)
def test_the_media_type_is_negotiated(served: str, sparql: str, accept: str, kind: str) -> None:
    headers = {"Accept": accept} if accept else {"Accept": "*/*"}
    response = requests.get(f"{served}/sparql", {"query": sparql}, headers=headers, timeout=30)
    assert (response.status_code, response.headers["Content-Type"]) == (200, kind)
    assert "Accept" in response.headers["Vary"]


@pytest.mark.parametrize(
    ("accept", "sparql"),
    [("image/png", ASK), ("text/turtle", ASK), ("text/csv", "DESCRIBE ent:chile")],
)
def test_what_nobody_can_have_is_406(served: str, accept: str, sparql: str) -> None:
    headers = {"Accept": accept}
    response = requests.get(f"{served}/sparql", {"query": sparql}, headers=headers, timeout=30)
    assert response.status_code == 406


def test_every_format_is_read_by_others(served: str) -> None:
    sparql = "SELECT ?who ?what { ?who kgx:exports ?what }"
    found = {}
    for accept in (JSON, "application/sparql-results+xml", "text/csv", "text/tab-separated-values"):
        response = requests.get(
            f"{served}/sparql", {"query": sparql}, headers={"Accept": accept}, timeout=30
        )
        found[accept.rpartition("/")[2]] = response.content
    rows = json.loads(found["sparql-results+json"])["results"]["bindings"]
    assert rows[0]["who"]["value"].endswith("norvik-yards")
    ElementTree.fromstring(found["sparql-results+xml"])
    assert found["csv"].startswith(b"who,what\r\nhttps://")
    assert found["tab-separated-values"].startswith(b"?who\t?what\n<https://")


@pytest.mark.parametrize(
    ("method", "data", "kind", "status"),
    [
        ("PUT", None, None, 405),  # [bad_query_method]
        ("POST", "query=ASK%20%7B%7D&query=ASK%20%7B%7D", FORM, 400),  # [bad_multiple_queries]
        ("POST", "query=ASK%20%7B%7D", "text/plain", 415),  # [bad_query_wrong_media_type]
        ("POST", "ASK {}", None, 415),  # [bad_query_missing_form_type, _missing_direct_type]
        ("POST", "ASK {}".encode("utf-16"), "application/sparql-query; charset=UTF-16", 415),
        # [bad_query_non_utf8]
        ("POST", "query=ASK%20%7B", FORM, 400),  # [bad_query_syntax]
        ("POST", b"ASK { FILTER('\xff' = '') }", "application/sparql-query", 400),
        ("POST", "", FORM, 400),
        ("POST", "query=ASK%20%7B%7D&update=CLEAR%20ALL", FORM, 400),
    ],
)
def test_bad_queries(
    served: str, method: str, data: str | bytes | None, kind: str | None, status: int
) -> None:
    headers = {"Content-Type": kind} if kind else {}
    response = requests.request(method, f"{served}/sparql", data=data, headers=headers, timeout=30)
    assert response.status_code == status
    assert response.text.strip()


def test_a_query_is_got_once(served: str) -> None:
    """[bad_multiple_queries]"""
    response = requests.get(f"{served}/sparql?query=ASK%20%7B%7D&query=ASK%20%7B%7D", timeout=30)
    assert response.status_code == 400


GRAPH = "https://example.org/kg/document/visit-txt"


def graph_of(url: str, name: str) -> str:
    sparql = f'SELECT ?g {{ GRAPH ?g {{ ?g dcterms:identifier "{name}" }} }}'
    return str(query(f"{url}/sparql", sparql)[0][0])


def count(url: str, sparql: str, **params: Any) -> int:
    response = requests.get(
        f"{url}/sparql", {"query": sparql, **params}, headers={"Accept": "text/csv"}, timeout=30
    )
    assert response.status_code == 200, response.text
    return int(response.text.split()[1])


ALL = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
NAMED = "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }"


def test_the_dataset_of_the_protocol(served: str) -> None:
    """[query_dataset_default_graph, _default_graphs_get, _named_graphs_get, _full]"""
    one, two = graph_of(served, "visit.txt"), graph_of(served, "harbour.txt")
    alone = [count(served, ALL, **{"default-graph-uri": graph}) for graph in (one, two)]
    both = count(served, ALL, **{"default-graph-uri": [one, two]})
    assert min(alone) > 0 and max(alone) < both <= sum(alone) < count(served, ALL)
    assert count(served, NAMED, **{"named-graph-uri": [one, two]}) == 2
    assert count(served, ALL, **{"named-graph-uri": one}) == 0
    assert count(served, NAMED, **{"default-graph-uri": one}) == 0
    assert count(served, NAMED, **{"default-graph-uri": one, "named-graph-uri": two}) == 1


def test_the_dataset_of_a_post(served: str) -> None:
    """[query_dataset_default_graphs_post, _named_graphs_post]"""
    one = graph_of(served, "visit.txt")
    expected = count(served, ALL, **{"default-graph-uri": one})
    url, accept = f"{served}/sparql", {"Accept": "text/csv"}
    in_form = post(url, {"query": ALL, "default-graph-uri": one}, FORM, headers=accept)
    in_address = post(
        url, ALL, "application/sparql-query", headers=accept, params={"default-graph-uri": one}
    )
    assert int(in_form.text.split()[1]) == int(in_address.text.split()[1]) == expected


def test_the_dataset_of_the_protocol_goes_before_that_of_the_query(served: str) -> None:
    """[query_multiple_dataset]"""
    one, two = graph_of(served, "visit.txt"), graph_of(served, "harbour.txt")
    inside = f"SELECT (COUNT(*) AS ?n) FROM <{two}> {{ ?s ?p ?o }}"
    assert count(served, inside, **{"default-graph-uri": one}) == count(
        served, ALL, **{"default-graph-uri": one}
    )
    assert count(served, inside) == count(served, ALL, **{"default-graph-uri": two})


def test_update_via_post_directly_and_in_a_form(writable: str) -> None:
    """[update_post_direct, update_post_form]"""
    url = f"{writable}/sparql"
    direct = "INSERT DATA { ent:a rdfs:label 'direct' }"
    kind = "application/sparql-update; charset=UTF-8"
    assert post(url, direct, kind, headers=TOKEN).status_code == 204
    form = {"update": "INSERT DATA { ent:a rdfs:label 'form' }"}
    assert post(url, form, FORM, headers=TOKEN).status_code == 204
    labels = query(url, "SELECT ?l { ent:a rdfs:label ?l } ORDER BY ?l")
    assert [str(row[0]) for row in labels] == ["direct", "form"]


def test_updates_are_understood_as_a_whole(writable: str) -> None:
    """[update_base_uri, and the forms of SPARQL 1.1 Update]"""
    url = f"{writable}/sparql"
    for update in (
        "BASE <http://b.example/> INSERT DATA { <a> <p> 1 ; <q> 2 } ;",
        "PREFIX x: <http://b.example/> DELETE DATA { x:a x:p 1 } ; "
        "INSERT DATA { GRAPH x:g { x:a x:r 3 } }",
        "# one\nPREFIX x: <http://b.example/>\nDELETE { x:a x:q ?v } INSERT { x:a x:t ?v } "
        "WHERE { x:a x:q ?v } # ok",
        "COPY <http://b.example/g> TO <http://b.example/h>",
    ):
        response = post(url, update, "application/sparql-update", headers=TOKEN)
        assert response.status_code == 204, response.text
    found = query(url, "SELECT ?p { <http://b.example/a> ?p ?o } ORDER BY ?p")
    assert [str(row[0]) for row in found] == ["http://b.example/r", "http://b.example/t"]
    assert query(url, "ASK { GRAPH <http://b.example/h> { ?s ?p 3 } }")
    clear = (
        "PREFIX x: <http://b.example/> DROP GRAPH x:g ; DROP GRAPH x:h ; DELETE WHERE { x:a ?p ?o }"
    )
    assert post(url, clear, "application/sparql-update", headers=TOKEN).status_code == 204
    assert not query(url, "ASK { <http://b.example/a> ?p ?o }")


@pytest.mark.parametrize(
    ("method", "data", "kind", "status"),
    [
        ("GET", None, None, 400),  # [bad_update_get]
        ("POST", "update=CLEAR%20ALL&update=CLEAR%20ALL", FORM, 400),  # [bad_multiple_updates]
        ("POST", "update=CLEAR%20ALL", "text/plain", 415),  # [bad_update_wrong_media_type]
        ("POST", "CLEAR ALL", None, 415),  # [bad_update_missing_form_type]
        ("POST", "CLEAR ALL".encode("utf-16"), "application/sparql-update; charset=UTF-16", 415),
        # [bad_update_non_utf8]
        ("POST", "update=CLEAR%20XXX", FORM, 400),  # [bad_update_syntax]
        (
            "POST",
            "update=CLEAR%20ALL&using-graph-uri=urn%3Ag",
            FORM,
            400,
        ),  # [bad_update_dataset_conflict]
    ],
)
def test_bad_updates(
    writable: str, method: str, data: str | bytes | None, kind: str | None, status: int
) -> None:
    before = count(writable, ALL)
    url = f"{writable}/sparql" + ("?update=CLEAR%20ALL" if method == "GET" else "")
    headers = {**TOKEN, **({"Content-Type": kind} if kind else {})}
    response = requests.request(method, url, data=data, headers=headers, timeout=30)
    assert response.status_code == status
    assert count(writable, ALL) == before


def test_it_describes_itself(served: str, writable: str) -> None:
    service = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
    for url, updates in ((served, False), (writable, True)):
        response = requests.get(f"{url}/sparql", headers={"Accept": "text/turtle"}, timeout=30)
        graph = rdflib.Graph().parse(data=response.text, format="turtle")
        languages = set(graph.objects(None, service.supportedLanguage))
        assert (service.SPARQL11Update in languages) is updates
        assert list(graph.objects(None, service.endpoint)) == [rdflib.URIRef(f"{url}/sparql")]


def test_kgx_asks_what_kgx_serves(served: str, store: Path) -> None:
    for named in list_queries():
        if not any(parameter.required for parameter in named.parameters):
            there = query(f"{served}/sparql", named.name).to_table()
            assert there == query(store, named.name).to_table()


def test_named_queries_over_http(served: str) -> None:
    listed = requests.get(f"{served}/queries", timeout=30).json()
    assert [one["name"] for one in listed] == [named.name for named in list_queries()]
    response = requests.get(
        f"{served}/queries/says",
        {"speaker": "ida holm"},
        headers={"Accept": "text/csv"},
        timeout=30,
    )
    assert "We will not sell to Peru" in response.text
    wrong = requests.get(f"{served}/queries/says", {"speaker": "Nobody"}, timeout=30)
    assert (wrong.status_code, wrong.text[:35]) == (400, "no entity is called 'Nobody': kgx q")
    assert requests.get(f"{served}/queries/xyz", timeout=30).status_code == 400


def test_it_tells_its_health_and_texts(served: str) -> None:
    assert requests.get(f"{served}/health", timeout=30).json() == {"status": "ok"}
    about = requests.get(f"{served}/about", timeout=30).json()
    assert about["triples"] > 100 and about["prefixes"]["ent"] == "https://example.org/kg/"
    document = graph_of(served, "visit.txt")
    text = requests.get(f"{served}/text", {"document": document}, timeout=30)
    assert text.text.startswith("Jordan lies east")
    assert requests.get(f"{served}/text", {"document": "urn:x"}, timeout=30).status_code == 404
