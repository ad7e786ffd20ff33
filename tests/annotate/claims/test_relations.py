"""The typed relations: how each is said, which ends it takes, and what a bad table says."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from spacy.language import Language
from typer.testing import CliRunner

from kgx.annotate.claims.relations import Relation, index_relations, load_relations
from kgx.annotate.run import annotate
from kgx.cli import app
from kgx.errors import RuleError
from kgx.rdf.page import vocabulary_page
from kgx.records import changed
from kgx.types import Document

ROOT = Path(__file__).parents[3]


def typed(nlp: Language, text: str) -> set[str]:
    """The claims in typed relations that stand, as "subject relation object"."""
    annotation = next(iter(annotate([Document("d", text)], nlp)))
    label = {e.id: e.label for e in annotation.entities}
    return {
        f"{label[c.subject]} | {c.rule} | {label.get(c.object or '', c.value)}"
        for c in annotation.claims
        if c.rule != "coined" and c.stands
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Berg founded Leaf Company in 1999.", "Leaf Company | founder | Ada Berg"),
        ("Ada Berg founded Leaf Company in 1999.", "Leaf Company | foundingDate | 1999"),
        ("Leaf Company was founded by Ada Berg.", "Leaf Company | founder | Ada Berg"),
        ("Timo Salo married Anna Lind in Oslo.", "Timo Salo | spouse | Anna Lind"),
        (
            "Lars Holm, chief executive of Norvik, resigned.",
            "Norvik | chiefExecutive | Lars Holm",
        ),
        (
            "Ingrid Moen, the daughter of Lars Moen, sings.",
            "Lars Moen | child | Ingrid Moen",
        ),
        (
            "Lars Holm served as mayor of Oslo from 1990 to 1994.",
            "Oslo | headOfGovernment | Lars Holm",
        ),
        ("Lars Holm worked as a teacher in Bergen.", "Lars Holm | occupation | teacher"),
        ("Anna Lind was elected president in 2003.", "Anna Lind | position | president"),
        (
            "Anna Lind became prime minister of Norway in 2001.",
            "Norway | headOfGovernment | Anna Lind",
        ),
        ("Anna Lind is a Norwegian novelist.", "Anna Lind | citizenship | Norway"),
        (
            "Anna Lind is a member of the Labour Party.",
            "Anna Lind | memberOfParty | Labour Party",
        ),
        (
            "The novel “Silent Harbour” was published by Harbour Press in 1988.",
            "Silent Harbour | publisher | Harbour Press",
        ),
        ("“Silent Harbour” is a novel by Anna Lind.", "Silent Harbour | author | Anna Lind"),
        (
            "Norvik, a subsidiary of Orbis Group, makes trucks.",
            "Norvik | subsidiaryOf | Orbis Group",
        ),
        ("Anna Lind received the Bergen Prize in 2003.", "Anna Lind | award | Bergen Prize"),
        ("Anna Lind won the Golden Bear in Berlin.", "Anna Lind | award | Golden Bear"),
        (
            "Lars Holm graduated from Oslo University.",
            "Lars Holm | educatedAt | Oslo University",
        ),
        (
            "Anna Lind was named director of the Oslo Museum.",
            "Oslo Museum | manager | Anna Lind",
        ),
        ("Air pollution leads to lung disease.", "air pollution | causes | lung disease"),
        ("Timo Salo joined the Norvik Navy in 1950.", "Timo Salo | militaryBranch | Norvik Navy"),
    ],
)
def test_a_relation_is_said_so(nlp: Language, text: str, expected: str) -> None:
    assert expected in typed(nlp, text)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("The committee founded its verdict on the report.", "founder"),
        ("Lars Holm received a letter from Anna Lind.", "educatedAt"),
        ("Lars Holm, the former chief executive of Norvik, resigned.", "chiefExecutive"),
        ("Lars Holm won the argument.", "award"),
        ("Lars Holm, the deputy prime minister of Norway, resigned.", "headOfGovernment"),
        ("Lars Holm, vice chairman of Norvik, resigned.", "chairperson"),
        ("Lars Holm signed the guest book.", "signed"),
        ("Norvik was not founded by Ada Berg.", "founder"),
    ],
)
def test_ends_that_do_not_fit_are_left_alone(nlp: Language, text: str, relation: str) -> None:
    assert not [claim for claim in typed(nlp, text) if f"| {relation} |" in claim]


def test_the_table_is_read_and_every_broader_relation_is_there() -> None:
    relations = load_relations().by_id
    assert len(relations) >= 120
    assert all(r.broader in relations for r in relations.values() if r.broader)


def test_every_relation_says_what_it_means_in_words_of_its_own() -> None:
    relations = load_relations().by_id.values()
    assert [r.id for r in relations if not r.comment.endswith(".")] == []
    assert [label for label, n in Counter(r.label for r in relations).items() if n > 1] == []


@pytest.mark.parametrize(
    ("relations", "message"),
    [
        ([Relation("a", "a", "A."), Relation("a", "a", "A.")], "'a' comes twice"),
        ([Relation("a", "a", "A.", broader="b")], "'a': no broader relation 'b'"),
        (
            [
                Relation("a", "a", "A.", ("person", "group"), ("work",), verbs=("run",)),
                Relation("b", "b", "B.", ("work",), ("person",), reversed=("run",)),
            ],
            "'b': 'run' never says it, because a come first",
        ),
        (
            [
                Relation("a", "a", "A.", ("person",), nouns=("hub",)),
                Relation("b", "b", "B.", ("place",), nouns=("hub",)),
                Relation("c", "c", "C.", ("person", "place"), ("event",), nouns=("hub",)),
            ],
            "'c': 'hub' never says it, because a and b come first",
        ),
        (
            [
                Relation("a", "a", "A.", ("place",), ("amount",), measures=("size",)),
                Relation("b", "b", "B.", ("place",), ("number",), measures=("size",)),
            ],
            "'b': 'size' never says it",
        ),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(
    relations: list[Relation], message: str
) -> None:
    with pytest.raises(RuleError, match=re.escape(message)):
        index_relations(relations)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (Relation("a", "a", "A.", ("person",), verbs=("run",)), Relation("b", "b", "B.")),
        (Relation("a", "a", "A.", named=True), Relation("b", "b", "B.")),
        (Relation("a", "a", "A.", object_words=("party",)), Relation("b", "b", "B.")),
        (Relation("a", "a", "A.", dimension="mass"), Relation("b", "b", "B.", dimension="length")),
    ],
)
def test_a_narrower_relation_may_come_before_one_that_is_said_so_too(
    first: Relation, second: Relation
) -> None:
    both = [changed(one, verbs=("run",)) for one in (first, second)]
    assert [relation.id for relation, _ in index_relations(both).active["run"]] == ["a", "b"]


def test_the_page_is_what_the_command_writes() -> None:
    written = (ROOT / "kgx" / "rdf" / "vocabulary.md").read_text(encoding="utf-8")
    assert written == vocabulary_page(), "run: kgx vocabulary --to md -o kgx/rdf/vocabulary.md"


def test_the_command_writes_terms_and_page(tmp_path: Path) -> None:
    run = CliRunner()
    assert "kgx:spouse a rdf:Property" in run.invoke(app, ["vocabulary"]).stdout
    page = tmp_path / "page.md"
    assert run.invoke(app, ["vocabulary", "-o", str(page)]).exit_code == 0
    assert page.read_text(encoding="utf-8") == vocabulary_page()
