"""The sample articles: what comes out of them, against what a careful reader finds."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pyoxigraph
import pytest
import rdflib
from facts import Verdict, check_document, fold_name
from spacy.language import Language

from kgx.annotate.run import annotate
from kgx.graph import build_graph
from kgx.rdf import to_rdf, write_rdf
from kgx.read import read
from kgx.types import Annotation, Claim, Document, Entity

ROOT = Path(__file__).parents[1]
GOLD = json.loads((ROOT / "tests/seeds/facts.json").read_text(encoding="utf-8"))
LEAST_RIGHT = 0.70


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    return {document.id: document for document in read(ROOT / "seeds")}


@pytest.fixture(scope="module")
def annotations(documents: dict[str, Document], nlp: Language) -> dict[str, Annotation]:
    return {a.id: a for a in annotate(documents.values(), nlp)}


@pytest.fixture(scope="module")
def verdicts(annotations: dict[str, Annotation]) -> dict[str, Verdict]:
    return {name: check_document(annotations[name], gold) for name, gold in GOLD.items()}


def test_every_article_is_annotated(annotations: dict[str, Annotation]) -> None:
    assert list(annotations) == sorted(GOLD)


def test_most_facts_are_found(verdicts: dict[str, Verdict]) -> None:
    right = sum(len(verdict.right) for verdict in verdicts.values())
    missing = [f"{name}: {id_}" for name, v in verdicts.items() for id_ in v.missing]
    share = right / (right + len(missing))
    assert share >= LEAST_RIGHT, f"{share:.0%}; missing:\n" + "\n".join(missing)


def test_nothing_is_asserted_that_the_article_does_not(verdicts: dict[str, Verdict]) -> None:
    assert [f"{name}: {id_}" for name, v in verdicts.items() for id_ in v.violated] == []


def test_offsets_slice_back_to_the_text(
    documents: dict[str, Document], annotations: dict[str, Annotation]
) -> None:
    for name, annotation in annotations.items():
        text = documents[name].text
        for claim in annotation.claims:
            assert text[claim.start : claim.end] == claim.quote
            assert claim.sentence in text
        for proposition in annotation.propositions:
            parts = (proposition.subject, proposition.relation, *proposition.arguments)
            for part in parts:
                if part.start is not None:
                    assert text[part.start : part.end] == part.text


def test_claims_speak_of_entities_that_are_there(annotations: dict[str, Annotation]) -> None:
    for annotation in annotations.values():
        there = {entity.id for entity in annotation.entities}
        for claim in annotation.claims:
            ends = {claim.subject, claim.object, claim.attributed_to} - {None}
            assert ends <= there
            assert (claim.object is None) != (claim.value is None)


@pytest.fixture(scope="module")
def turtle(annotations: dict[str, Annotation], tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("seeds") / "graph.ttl"
    write_rdf(to_rdf(build_graph(annotations.values())), path)
    return path


def test_the_turtle_reads_the_same_in_rdflib_and_oxigraph(turtle: Path) -> None:
    quads = pyoxigraph.parse(path=turtle, format=pyoxigraph.RdfFormat.TURTLE)
    lines = pyoxigraph.serialize((q.triple for q in quads), format=pyoxigraph.RdfFormat.N_TRIPLES)
    assert lines
    read_by_oxigraph = rdflib.Graph().parse(data=lines.decode(), format="nt")
    assert set(read_by_oxigraph) == set(rdflib.Graph().parse(turtle, format="turtle"))


@pytest.mark.skipif(
    not shutil.which("rapper") and os.environ.get("CI") != "true",
    reason="rapper (raptor2-utils) is not installed",
)
def test_the_turtle_reads_the_same_in_rapper(turtle: Path) -> None:
    command = ["rapper", "-q", "-i", "turtle", "-o", "ntriples", turtle]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    read_by_rapper = rdflib.Graph().parse(data=done.stdout, format="nt")
    assert set(read_by_rapper) == set(rdflib.Graph().parse(turtle, format="turtle"))


KALE = Annotation(
    "x",
    entities=(
        Entity("e:kale", "Kale Group", "organization", aliases=("Kale",)),
        Entity("e:engine", "jet engine", "concept"),
        Entity("e:ada", "Ada Berg", "person", same_as=("wd:1",)),
    ),
    claims=(
        Claim(
            *("c:1", None, "e:kale", "e:makes", (), "e:engine", None, None, 0, 1, "", "", ""),
            attributed_to="e:ada",
            time="2012/..",
        ),
        Claim(
            *("c:2", None, "e:ada", "e:owns", (), "e:kale", None, None, 0, 1, "", "", ""),
            polarity="negative",
        ),
    ),
)
MAKES = {"id": "f", "subject": ["the Kale Group"], "relation": "make", "object": ["Jet engines"]}
OWNS = {"id": "f", "subject": ["Ada Berg"], "relation": "own", "object": ["Kale"]}


@pytest.mark.parametrize(
    ("gold", "right", "violated"),
    [
        ({"facts": [MAKES]}, True, False),
        ({"facts": [{**MAKES, "subject": ["jet engine"], "object": ["Kale"]}]}, True, False),
        ({"facts": [{**MAKES, "relation": "sell"}]}, False, False),
        ({"facts": [{**MAKES, "object": ["engine"]}]}, False, False),
        ({"facts": [{**MAKES, "by": ["Ada Berg"], "time": "2012"}]}, True, False),
        ({"facts": [{**MAKES, "by": ["Kale"]}]}, False, False),
        ({"facts": [{**MAKES, "time": "2013"}]}, False, False),
        ({"facts": [{**MAKES, "modality": ["planned"]}]}, False, False),
        ({"facts": [OWNS]}, False, False),
        ({"facts": [{**OWNS, "polarity": "negative"}]}, True, False),
        ({"never": [MAKES]}, False, True),
        ({"never": [OWNS]}, False, False),
        ({"entities": [{"names": ["Kale", "Kale Group"], "type": "organization"}]}, True, False),
        ({"entities": [{"names": ["Kale"], "type": "person|place"}]}, False, False),
        ({"entities": [{"names": ["Kale", "Ada Berg"], "type": "organization"}]}, False, False),
        ({"entities": [{"names": ["Kale", "Leaf"], "type": "organization"}]}, False, False),
        ({"same_as": [{"name": "Ada Berg", "iri": "wd:1"}]}, True, False),
        ({"same_as": [{"name": "Kale Group", "iri": "wd:1"}]}, False, False),
    ],
)
def test_the_checker_tells_right_from_wrong(
    gold: dict[str, object], right: bool, violated: bool
) -> None:
    verdict = check_document(KALE, gold)
    assert (bool(verdict.right), bool(verdict.violated)) == (right, violated)


@pytest.mark.parametrize(
    ("name", "folded"),
    [("the Leaf’s", "leaf"), ("boss", "boss"), ("UAVs", "uav"), ("its  Tea", "tea"), ("A", "a")],
)
def test_names_fold(name: str, folded: str) -> None:
    assert fold_name(name) == folded
