"""What an ontology's check tells, and the report after an extraction."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from kgx.cli import app

HEAD = """
@prefix : <http://example.org/o#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
"""
BODY = """
:spouse a owl:ObjectProperty ; rdfs:label "spouse" ; rdfs:domain :Human ; rdfs:range :Human .
:dock a owl:ObjectProperty ; rdfs:label "home dock" ; rdfs:domain :Zyx ; rdfs:range :Human .
:P07 a owl:ObjectProperty .
:married a owl:ObjectProperty ; rdfs:label "married to" ; rdfs:domain :Human ; rdfs:range :Human .
:long a owl:ObjectProperty ; rdfs:label "has to the south east of it" ; rdfs:range :Human .
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "o.ttl").write_text(HEAD + BODY, encoding="utf-8")
    text = "Ada Berg married Carl Holm. Ada Berg visited Oslo in May."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    return tmp_path


def check(path: Path) -> dict[str, dict[str, object]]:
    done = CliRunner().invoke(app, ["ontology", "check", str(path), "--json"])
    assert done.exit_code == 0, done.output
    shown = json.loads(done.stdout)
    return {row["property"].rpartition("#")[2]: row for row in shown["properties"]}


def test_properties_are_graded_by_how_they_are_said(folder: Path) -> None:
    grades = {name: row["grade"] for name, row in check(folder / "o.ttl").items()}
    assert grades == {
        "spouse": "well",
        "married": "well",
        "dock": "own words",
        "P07": "never",
        "long": "poorly",
    }


@pytest.mark.parametrize(
    ("name", "advice"),
    [
        ("P07", "add an rdfs:label in words that texts use"),
        ("P07", "add a domain and a range: any two things fit"),
        ("long", "add a skos:altLabel of one or two words"),
        ("married", "said like spouse: narrow the domain or the range of one"),
    ],
)
def test_advice_tells_what_to_add(folder: Path, name: str, advice: str) -> None:
    assert advice in check(folder / "o.ttl")[name]["advice"]  # type: ignore[operator]


def test_what_limits_a_property_is_told(tmp_path: Path) -> None:
    path = tmp_path / "limits.ttl"
    body = """
:birthPlace a owl:ObjectProperty ; rdfs:label "birth place" ;
    rdfs:domain :Building ; rdfs:range :Place .
:country a owl:ObjectProperty ; rdfs:label "country" ; rdfs:domain :Building ; rdfs:range :Country .
:Building rdfs:label "building" . :Place rdfs:label "place" . :Country rdfs:label "country" .
"""
    path.write_text(HEAD + body, encoding="utf-8")
    found = check(path)
    clash = "kgx:birthPlace holds between other classes: look at the domain and the range"
    assert clash in found["birthPlace"]["advice"]  # type: ignore[operator]
    only = "only places known to be countries are taken"
    assert only in found["country"]["advice"]  # type: ignore[operator]


def test_the_check_reads_as_text(folder: Path) -> None:
    shown = CliRunner().invoke(app, ["ontology", "check", str(folder / "o.ttl")]).stdout
    assert "said never" in shown
    assert "classes that anything passes for: Zyx" in shown
    assert "5 properties, 3 of them said well or in their own words" in shown


def test_extracting_reports_what_the_ontology_lacks(folder: Path) -> None:
    arguments = ["extract", str(folder / "a.txt"), "--ontology", str(folder / "o.ttl")]
    report = folder / "missing.csv"
    done = CliRunner().invoke(app, [*arguments, "--to", "jsonl", "--report", str(report)])
    assert done.exit_code == 0, done.output
    assert "say what the ontology has no property for, most often: visit (1)" in done.stderr
    assert "visit,person,place,1," in report.read_text(encoding="utf-8")


def test_datatypes_are_no_classes_and_a_long_list_of_classes_is_cut(tmp_path: Path) -> None:
    asked = "".join(f":p{n} a owl:ObjectProperty ; rdfs:range :Zyx{n} .\n" for n in range(25))
    year = "<http://www.w3.org/2001/XMLSchema#gYear>"
    (tmp_path / "o.ttl").write_text(HEAD + asked + f":q rdfs:range {year} .", encoding="utf-8")
    done = CliRunner().invoke(app, ["ontology", "check", str(tmp_path / "o.ttl")])
    assert done.stdout.startswith("25 classes, 26 properties")
    assert " and 5 more\n" in done.stdout
