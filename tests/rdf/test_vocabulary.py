"""The vocabulary and the shapes."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from graph_samples import make_annotations
from rdflib import OWL, RDF, RDFS, BNode, Dataset, Graph, Literal, URIRef

from kgx.check import validate
from kgx.errors import RuleError
from kgx.graph import build_graph
from kgx.rdf import shapes, to_rdf, vocabulary
from kgx.rdf.html import vocabulary_html
from kgx.rdf.vocabulary import parse_relations, read_generals, read_relations
from kgx.vocab import KGX, OA, VOCABULARY

TERMS = sorted(name for name in KGX.__annotations__ if not name.startswith("_"))


@pytest.fixture(scope="module")
def terms() -> Graph:
    return vocabulary()


@pytest.fixture(scope="module")
def rdf() -> Dataset:
    return to_rdf(build_graph(make_annotations()))


@pytest.mark.parametrize("name", TERMS)
def test_every_term_has_a_label_and_a_comment(terms: Graph, name: str) -> None:
    assert len(list(terms.objects(KGX[name], RDFS.label))) == 1
    assert len(list(terms.objects(KGX[name], RDFS.comment))) == 1


def test_every_term_used_in_the_vocabulary_is_defined(terms: Graph) -> None:
    used = {term for triple in terms for term in triple if str(term).startswith(VOCABULARY)}
    assert {term for term in used if (term, RDFS.label, None) not in terms} == set()


def test_every_term_of_the_file_is_in_the_code(terms: Graph) -> None:
    relations = set(terms.subjects(RDF.type, OWL.ObjectProperty))
    coded = {KGX[name] for name in TERMS} | {URIRef(VOCABULARY)} | relations
    relations |= set(terms.subjects(RDF.type, OWL.DatatypeProperty))
    relations |= {URIRef(VOCABULARY + general["id"]) for general in read_generals()}
    defined = {s for s in terms.subjects() if str(s).startswith(VOCABULARY)} - relations
    assert defined <= coded


def test_the_vocabulary_has_no_blank_node(terms: Graph) -> None:
    assert not [term for triple in terms for term in triple if isinstance(term, BNode)]


def test_every_property_of_ours_in_the_output_is_defined(terms: Graph, rdf: Dataset) -> None:
    made_up = {VOCABULARY + name for name in ("employees",)}  # of the sample, not of the vocabulary
    ours = {str(p) for p in rdf.predicates() if str(p).startswith(VOCABULARY)}
    assert {p for p in ours if (URIRef(p), RDFS.label, None) not in terms} <= made_up


def test_the_output_conforms(rdf: Dataset) -> None:
    assert validate(rdf) == []


@pytest.mark.parametrize(
    ("predicate", "value", "part"),
    [
        (KGX.polarity, Literal("yes"), "polarity"),
        (KGX.confidence, Literal("1.5"), "confidence"),
        (KGX.modality, None, "modality"),
        (RDF.object, None, "object"),
        (OA.exact, None, "exact"),
        (OA.hasSource, None, "hasSource"),
        (OA.start, Literal(99999), "start"),
        (RDFS.label, None, "label"),
        (KGX.mentions, Literal(-1), "mentions"),
    ],
)
def test_what_does_not_conform_is_found(
    rdf: Dataset, predicate: URIRef, value: Literal | None, part: str
) -> None:
    broken = Graph()
    for triple in rdf.triples((None, None, None)):
        broken.add(triple)
    subject = next(iter(sorted(broken.subjects(predicate))))
    broken.remove((subject, predicate, None))
    if value is not None:
        broken.add((subject, predicate, value))
    assert any(part in line and str(subject)[:20] in line for line in validate(broken))


def test_an_event_has_a_participant(rdf: Dataset) -> None:
    event = min(rdf.subjects(RDF.type, KGX.Event))
    kept = ("confidence", "modality", "polarity")
    broken = Graph()
    for subject, predicate, value in rdf.triples((None, None, None)):
        own = subject == event and str(predicate).startswith(VOCABULARY)
        if not own or str(predicate).removeprefix(VOCABULARY) in kept:
            broken.add((subject, predicate, value))
    assert [line for line in validate(broken) if "an event has a participant" in line]


def test_shapes_name_only_terms_there_are(terms: Graph) -> None:
    named = {t for triple in shapes() for t in triple if str(t).startswith(VOCABULARY)}
    plain = {term for term in named if not str(term).endswith("Shape")}
    assert {term for term in plain if (term, RDFS.label, None) not in terms} == set()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[[relation]\n", "relations.toml: "),
        ('[[relation]]\nlabel = "a"\n', "relation 1: 'id' is missing"),
        ('[[relation]]\nid = "a"\n', "relation 'a': 'label' is missing"),
        ('[[relation]]\nid = "a"\nlabel = 1\n', "relation 'a': 'label' is no str"),
        (
            '[[relation]]\nid = "a"\nlabel = "a"\nrange = ["thing"]\n',
            "relation 'a': 'range' names no type of entity: 'thing'",
        ),
        ('[[relation]]\nid = "a"\nlabel = "a"\n' * 2, "the relation 'a' is there twice"),
    ],
)
def test_a_malformed_relation_is_named(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "relations.toml"
    path.write_text(text)
    with pytest.raises(RuleError, match=message):
        parse_relations(path)


def test_the_page_has_every_term() -> None:
    page = lxml.html.fromstring(vocabulary_html())
    terms = {str(t) for t in vocabulary().subjects(RDFS.isDefinedBy, None)}
    sections = {VOCABULARY + name for name in page.xpath("//section/@id")}
    assert sections == terms
    inner = {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")}
    assert {VOCABULARY + name for name in inner} <= terms
    assert not page.xpath("//script | //link | //img")


def test_an_inverse_is_one_either_way(terms: Graph) -> None:
    pairs = {(one, other) for one, other in terms.subject_objects(OWL.inverseOf)}
    assert pairs == {(other, one) for one, other in pairs}
    named = {
        (URIRef(VOCABULARY + r["id"]), r["inverse"]) for r in read_relations() if "inverse" in r
    }
    assert {(one, URIRef(VOCABULARY + other)) for one, other in named} <= pairs


def test_a_relation_is_a_kind_of_its_general_predicate(terms: Graph) -> None:
    kinds = set(terms.subject_objects(RDFS.subPropertyOf))
    assert (URIRef(VOCABULARY + "killed"), URIRef(VOCABULARY + "harms")) in kinds
    assert (URIRef(VOCABULARY + "lowers"), URIRef(VOCABULARY + "changes")) in kinds
