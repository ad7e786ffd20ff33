"""Ontologies in every form they come in, and what is said of what can't be read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rdflib import Graph

from kgx.errors import ReadError
from kgx.ontology import Ontology, read_ontology, read_prefixes

HEAD = """
@prefix : <http://example.org/o#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""
BASE = "http://example.org/o#"
PLAIN = ":Ship a owl:Class . :sails a rdf:Property ; rdfs:domain :Ship ; rdfs:label 'sails to' ."


def read(folder: Path, body: str, name: str = "o.ttl") -> Ontology:
    path = folder / name
    path.write_text(HEAD + body, encoding="utf-8")
    return read_ontology(path)


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("o.ttl", "turtle"),
        ("o.rdf", "xml"),
        ("o.owl", "xml"),
        ("o.nt", "nt"),
        ("o.jsonld", "json-ld"),
    ],
)
def test_every_syntax_gives_the_same(tmp_path: Path, name: str, format: str) -> None:
    graph = Graph().parse(data=HEAD + PLAIN, format="turtle")
    graph.serialize(tmp_path / name, format=format)
    found = read_ontology(tmp_path / name).properties[BASE + "sails"]
    assert (found.labels, found.domain) == (("sails to",), (BASE + "Ship",))


def test_a_syntax_that_is_only_tried_says_nothing(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    Graph().parse(data=HEAD + PLAIN, format="turtle").serialize(tmp_path / "o.owl", format="xml")
    read_ontology(tmp_path / "o.owl")
    assert not caplog.records


def test_turtle_in_a_file_called_owl_is_read(tmp_path: Path) -> None:
    assert BASE + "sails" in read(tmp_path, PLAIN, "o.owl").properties


@pytest.mark.parametrize(
    ("body", "labels"),
    [
        (":p a rdf:Property ; rdfs:label 'sails'@en, 'segelt'@de .", ("sails",)),
        (
            ":p a rdf:Property ; rdfs:label 'sails' ; skos:altLabel 'goes to' .",
            ("sails", "goes to"),
        ),
        (":hasHome_port a rdf:Property .", ("hasHome_port",)),
        (":p a rdf:Property ; rdfs:label '  ' .", ("p",)),
        ("[] sh:path :p ; sh:name 'home port' .", ("home port",)),
    ],
)
def test_labels_are_english_or_the_words_of_the_iri(
    tmp_path: Path, body: str, labels: tuple[str, ...]
) -> None:
    (found,) = read(tmp_path, body).properties.values()
    assert found.labels == labels


@pytest.mark.parametrize(
    "body",
    [
        ":p a rdf:Property ; rdfs:domain [ a owl:Class ; owl:unionOf ( :A :B ) ] .",
        ":p a rdf:Property ; schema:domainIncludes :A, :B .",
        ":S a sh:NodeShape ; sh:targetClass :A, :B ; sh:property [ sh:path :p ] .",
        ":p a rdf:Property ; rdfs:domain :A, :B .",
    ],
)
def test_a_domain_may_be_several_classes(tmp_path: Path, body: str) -> None:
    assert set(read(tmp_path, body).properties[BASE + "p"].domain) == {BASE + "A", BASE + "B"}


def test_values_of_shapes_are_ranges(tmp_path: Path) -> None:
    either = "sh:or ( [ sh:class :B ] [ sh:class :C ] )"
    body = f":S sh:targetClass :A ; sh:property [ sh:path :p ; {either} ] ."
    assert set(read(tmp_path, body).properties[BASE + "p"].range) == {BASE + "B", BASE + "C"}


def test_concepts_of_a_scheme_are_classes(tmp_path: Path) -> None:
    body = PLAIN + ":Tug a skos:Concept ; skos:prefLabel 'tug' ; skos:broader :Ship ."
    ontology = read(tmp_path, body)
    assert tuple(ontology.ancestors(BASE + "Tug")) == (BASE + "Tug", BASE + "Ship")


@pytest.mark.parametrize(
    ("body", "note"),
    [
        (":A rdfs:subClassOf :B . :B rdfs:subClassOf :A .", "is below itself"),
        (":A rdfs:subClassOf [ a owl:Restriction ; owl:onProperty :sails ] .", "without a name"),
        ("<http://example.org/o> owl:imports <http://example.org/far> .", "which is not fetched"),
        (":sails rdfs:domain :Port .", "sails has 2 of domain: any of them will do"),
        (":old a rdf:Property ; owl:deprecated true .", "1 deprecated"),
        (":A a owl:Class ; owl:unionOf _:l . _:l rdf:first :B ; rdf:rest _:l .", ""),
    ],
)
def test_what_is_odd_is_noted_and_the_rest_is_read(tmp_path: Path, body: str, note: str) -> None:
    ontology = read(tmp_path, PLAIN + body)
    assert BASE + "sails" in ontology.properties
    assert any(note in line for line in ontology.notes) or not note


def test_an_import_beside_the_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "more.ttl").write_text(HEAD + ":docks a rdf:Property .", encoding="utf-8")
    body = PLAIN + "<http://example.org/o> owl:imports <http://example.org/more> ."
    ontology = read(tmp_path, body)
    assert BASE + "docks" in ontology.properties
    assert ontology.notes == ()


def test_a_class_below_itself_has_each_ancestor_once(tmp_path: Path) -> None:
    ontology = read(tmp_path, PLAIN + ":A rdfs:subClassOf :B . :B rdfs:subClassOf :A .")
    assert tuple(ontology.ancestors(BASE + "A")) == (BASE + "A", BASE + "B")


def test_of_deep_hierarchies_the_nearest_thousand_classes_are_climbed(tmp_path: Path) -> None:
    body = "".join(f":C{i} rdfs:subClassOf :C{i + 1} .\n" for i in range(3000))
    ontology = read(tmp_path, PLAIN + body)
    above = list(ontology.ancestors(BASE + "C0"))
    assert above == [f"{BASE}C{i}" for i in range(1000)]


def test_a_list_of_terms_in_json_is_read(tmp_path: Path) -> None:
    path = tmp_path / "o.json"
    concepts = [{"qid": "Q1", "label": "ship"}]
    relations = [{"pid": "P1", "label": "home port", "domain": "Q1", "range": ""}]
    path.write_text(json.dumps({"id": "x", "concepts": concepts, "relations": relations}))
    (found,) = read_ontology(path).properties.values()
    assert found.labels == ("home port",)
    assert found.domain == ("urn:ontology:x:Q1",)


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("o.ttl", "@prefix : <", "o.ttl: is not turtle"),
        ("o.ttl", "", "defines no property"),
        ("o.owl", "no ontology at all", "o.owl: is not turtle or xml or json-ld"),
        ("o.json", "{", "o.json:1: not JSON"),
        ("o.json", '{"relations": [{"label": "a"}]}', "relations, entry 1: 'pid' is missing"),
    ],
)
def test_bad_files_are_told_in_one_line(tmp_path: Path, name: str, text: str, message: str) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        read_ontology(path)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match=r"no\.ttl: cannot be read"):
        read_ontology(tmp_path / "no.ttl")


@pytest.mark.parametrize(("name", "bound"), [("o.ttl", True), ("o.owl", True), ("o.json", False)])
def test_prefixes_are_those_that_the_file_binds(tmp_path: Path, name: str, bound: bool) -> None:
    path = tmp_path / name
    path.write_text(HEAD + PLAIN, encoding="utf-8")
    assert (read_prefixes(path).get("") == BASE) == bound
