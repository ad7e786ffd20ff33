"""Links to a knowledge base of the user's own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import spacy

import kgx
from kgx.annotate.grammar.parts import MentionSpan
from kgx.annotate.linking.kb import link_to_kb
from kgx.errors import ReadError
from kgx.kb import Kb, build_kb
from kgx.types import Entity, Form

ROWS = """\
id,name,type,aliases,description,popularity,same_as
n1,Norvik Yards,company,Norvik,builder of ferries in Bergen,5,
n2,Norvik,place,,a village on a fjord,1,
h1,Ida Holm,person,Holm,manager of a shipyard that builds ferries,2,
h2,Ida Holm,person,Holm,painter of birds,2,
b1,Per Lund,person,,footballer,900,
b2,Per Lund,person,,dentist,1,
o1,Orn,,,some thing,0,
k1,Kestrel,product,,,1,
k2,orBit Inc.,company,,,1,
g1,Georgia,place,,,9,http://www.wikidata.org/entity/Q230
g2,Georgia,place,,,9,http://www.wikidata.org/entity/Q1428
"""
BASE = "https://example.org/kg/kb/"
WD = "http://www.wikidata.org/entity/"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kb")
    (folder / "own.csv").write_text(ROWS, encoding="utf-8")
    build_kb([folder / "own.csv"], folder / "own.kb")
    return folder / "own.kb"


def link(kb: Kb, text: str, entity: Entity, form: Form = "name") -> Entity:
    """An entity that the first words of a text mention, after linking."""
    doc = spacy.blank("en")(text)
    doc._.kgx_entities = {entity.id: entity}
    doc._.kgx_mentions = [MentionSpan(0, 1, 0, entity.id, form)]
    link_to_kb(doc, kb)
    linked: Entity = doc._.kgx_entities[entity.id]
    assert bool(doc._.kgx_why) == (linked != entity)
    return linked


@pytest.mark.parametrize(
    ("text", "name", "type_", "expected"),
    [
        ("Norvik Yards grew.", "Norvik Yards", "organization", "n1"),
        ("Norvik Yards grew.", "Norvik Yards", "other", "n1"),
        ("Norvik grew.", "Norvik", "organization", "n1"),
        ("Norvik is small.", "Norvik", "place", "n2"),
        ("Norvik Yards grew.", "Norvik Yards", "person", None),
        ("Ida Holm spoke.", "Ida Holm", "person", None),
        ("Ida Holm spoke of ferries.", "Ida Holm", "person", "h1"),
        ("Ida Holm spoke of birds.", "Ida Holm", "person", "h2"),
        ("Holm spoke.", "Holm", "person", None),
        ("Per Lund spoke.", "Per Lund", "person", "b1"),
        ("Orn grew.", "Orn", "organization", None),
        ("Orn, some thing.", "Orn", "organization", "o1"),
        ("Kestrel grew.", "Kestrel", "product", "k1"),
        ("KESTREL grew.", "KESTREL", "product", "k1"),
        ("KesTrel grew.", "KesTrel", "product", None),
        ("orBit grew.", "orBit", "organization", "k2"),
        ("Orbit grew.", "Orbit", "organization", "k2"),
        ("Georgia grew.", "Georgia", "place", None),
        ("Nobody grew.", "Nobody", "person", None),
    ],
)
def test_link(path: Path, text: str, name: str, type_: Any, expected: str | None) -> None:
    linked = link(Kb(path), text, Entity("x", name, type_))
    assert linked.same_as == ((BASE + expected,) if expected else ())


def test_an_identifier_tells_which_it_is(path: Path) -> None:
    georgia = Entity("x", "Georgia", "place", same_as=(WD + "Q1428",))
    assert link(Kb(path), "Georgia grew.", georgia).same_as == (WD + "Q1428", BASE + "g2")


def test_another_identifier_of_the_same_base_speaks_against_it(path: Path) -> None:
    kestrel = Entity("x", "Kestrel", "product", same_as=(BASE + "k9",))
    assert link(Kb(path), "Kestrel grew.", kestrel) == kestrel


def test_an_alias_is_enough(path: Path) -> None:
    yard = Entity("x", "the Yards", "organization", aliases=("Norvik Yards",))
    assert link(Kb(path), "Yards grew.", yard).same_as == (BASE + "n1",)


def test_a_part_of_the_label_is_not_enough(path: Path) -> None:
    duo = Entity("x", "Norvik Core Duo", "organization", aliases=("Norvik",))
    assert link(Kb(path), "Norvik Core Duo grew.", duo) == duo


def test_what_is_unknown_gets_the_type_of_the_item(path: Path) -> None:
    assert link(Kb(path), "Norvik Yards grew.", Entity("x", "Norvik Yards", "other")).type == (
        "organization"
    )


def test_what_has_no_name_is_not_linked(path: Path) -> None:
    norvik = Entity("x", "Norvik Yards", "organization")
    assert link(Kb(path), "They grew.", norvik, "pronoun") == norvik


def test_a_pipeline_with_a_knowledge_base(path: Path) -> None:
    nlp = kgx.load(kb=path)
    assert nlp.pipe_names[-1] == "kgx_kb"
    texts = (
        "Norvik Yards, a company in Bergen, builds ferries.",
        "Norvik Yards sold a ferry in May.",
    )
    documents = [kgx.Document(f"d{n}", text) for n, text in enumerate(texts)]
    alone = list(kgx.annotate(documents, nlp))
    assert alone == list(kgx.annotate(documents, nlp, jobs=2, batch_size=1))
    linked = {e.label: e.same_as for found in alone for e in found.entities}
    assert linked["Norvik Yards"] == (BASE + "n1",)


def test_a_missing_index_is_said_when_the_pipeline_is_made(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file: make it with kgx kb build"):
        kgx.load(kb=tmp_path / "x.kb")
