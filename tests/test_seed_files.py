"""The sample articles and the facts expected of them fit together.

What is checked here is the gold, not the extractor: every article has its facts, every fact is
well formed, and every name a fact uses is one the article uses or one derived from its words.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, get_args

import frontmatter
import pytest
import trafilatura

from kgx.types import EntityType, Modality, Polarity

Json = dict[str, Any]

ROOT = Path(__file__).parents[1]
SEEDS = ROOT / "seeds"
GOLD: dict[str, Json] = json.loads(
    (ROOT / "tests" / "seeds" / "facts.json").read_text(encoding="utf-8")
)
ARTICLES = sorted(path.name for path in SEEDS.iterdir())

STATEMENT_KEYS = {"id", "subject", "relation", "object"}
STANDING_KEYS = {"polarity", "modality", "by", "time"}

# Country of a nationality or the like: the one kind of name no word of the article spells.
COUNTRY_OF = {
    "Canada": "Canadian",
    "Denmark": "Danish",
    "Finland": "Finnish",
    "Japan": "Japanese",
    "Malta": "Maltese",
    "Netherlands": "Dutch",
    "Poland": "Polish",
    "Turkey": "Türkiye",
}
# "40 million euros" may be read as 40000000, "four years" as P4Y, "4 May 1932" as 1932-05-04.
LITERAL = re.compile(r"P\d+Y|\d{4,}|\d{4}-\d{2}(-\d{2})?|\d+\.\d+")


def read_article(name: str) -> str:
    """The words a reader sees: no front matter, no mark-up, no page furniture."""
    text = (SEEDS / name).read_text(encoding="utf-8")
    if name.endswith(".html"):
        body = trafilatura.extract(text, include_comments=False)
        assert body, f"no article found in {name}"
        return str(body)
    if name.endswith(".md"):
        text = frontmatter.loads(text).content
        text = re.sub(r"\]\([^)]*\)|[*|\[\]]", " ", text)
    return text


def fold(text: str) -> str:
    """Case, quotation marks and runs of spaces do not tell two names apart."""
    return " ".join(text.replace("’", "'").split()).casefold()


def occurs(name: str, text: str) -> bool:
    """True if the text holds the name as whole words; a plural -s is no difference."""
    return re.search(rf"(?<!\w){re.escape(fold(name))}s?(?!\w)", fold(text)) is not None


def derives(name: str, text: str) -> bool:
    """True if every word of the name is one of the text's, or the name is derived from one."""
    if LITERAL.fullmatch(name) or occurs(COUNTRY_OF.get(name, name), text):
        return True
    words = [word for word in name.split() if word not in {"&", "of", "and"}]
    return all(
        occurs(stem, text) or occurs(re.sub("y$", "ies", stem), text)
        for stem in (re.sub(r"^[€$]|['’]s$|[,.]$", "", word) for word in words)
    )


def statements_of(name: str) -> list[Json]:
    gold = GOLD[name]
    return [*gold["facts"], *gold["never"]]


def stands(fact: Json) -> bool:
    """True if the fact is to be asserted plainly."""
    positive = fact.get("polarity", "positive") == "positive"
    return positive and "asserted" in fact.get("modality", ["asserted"])


def meet(one: Json, other: Json) -> bool:
    """True if one claim could have the ends of both, in either direction."""
    ends = [{fold(n) for n in each[end]} for each in (one, other) for end in ("subject", "object")]
    a, b, c, d = ends
    return bool((a & c and b & d) or (a & d and b & c))


def test_every_article_has_its_facts() -> None:
    assert len(ARTICLES) == 12
    assert sorted(GOLD) == ARTICLES


def test_articles_are_numbered_from_one() -> None:
    assert [int(name[:2]) for name in ARTICLES] == list(range(1, 13))


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_has_100_to_300_words(name: str) -> None:
    assert 100 <= len(re.findall(r"\w+(?:['’.,-]\w+)*", read_article(name))) <= 300


@pytest.mark.parametrize("name", ARTICLES)
def test_an_article_is_clean_text(name: str) -> None:
    raw = (SEEDS / name).read_bytes()
    text = raw.decode("utf-8")
    assert raw.endswith(b"\n") and not raw.startswith(b"\xef\xbb\xbf")
    assert "\r" not in text and "\t" not in text and "�" not in text
    assert not re.search(r"[ \t]\n", text), "a line ends in a space"


@pytest.mark.parametrize("name", ARTICLES)
def test_gold_has_enough_of_each_kind(name: str) -> None:
    gold = GOLD[name]
    assert set(gold) == {"entities", "facts", "never", "same_as"}
    assert 6 <= len(gold["entities"]) <= 10
    assert 8 <= len(gold["facts"]) <= 14
    assert 2 <= len(gold["never"]) <= 4


@pytest.mark.parametrize("name", ARTICLES)
def test_statements_are_well_formed(name: str) -> None:
    for statement in statements_of(name):
        where = f"{name}: {statement['id']}"
        assert set(statement) >= STATEMENT_KEYS, where
        assert set(statement) <= STATEMENT_KEYS | STANDING_KEYS, where
        assert statement["subject"] and statement["object"], where
        assert not set(statement["subject"]) & set(statement["object"]), f"{where}: of itself"
        assert statement.get("polarity", "positive") in get_args(Polarity), where
        assert set(statement.get("modality", ["asserted"])) <= set(get_args(Modality)), where
        assert re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?", statement.get("time", "2025")), where


@pytest.mark.parametrize("name", ARTICLES)
def test_nothing_never_asserted_has_a_standing_of_its_own(name: str) -> None:
    """A `never` is always read as positive and asserted."""
    for statement in GOLD[name]["never"]:
        assert set(statement) == STATEMENT_KEYS, f"{name}: {statement['id']}"


@pytest.mark.parametrize("name", ARTICLES)
def test_ids_are_unique_in_an_article(name: str) -> None:
    ids = [statement["id"] for statement in statements_of(name)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", ARTICLES)
def test_relations_are_regular_expressions_that_tell_relations_apart(name: str) -> None:
    for statement in statements_of(name):
        pattern = re.compile(statement["relation"], re.I)
        assert not pattern.search(""), f"{name}: {statement['id']} matches anything"
        assert not pattern.search("xylograph"), f"{name}: {statement['id']} matches anything"


def test_no_fact_is_one_that_must_never_be_asserted() -> None:
    """Where both ends of a plain fact could be those of a `never`, their relations differ."""
    for name, gold in GOLD.items():
        plain = [fact for fact in gold["facts"] if stands(fact)]
        for fact, never in ((f, n) for f in plain for n in gold["never"] if meet(f, n)):
            words = re.sub(r"\\b|[\^$?()\[\]]", "", fact["relation"]).split("|")
            clash = [word for word in words if re.search(never["relation"], word, re.I)]
            assert not clash, f"{name}: {fact['id']} / {never['id']}: {clash}"


@pytest.mark.parametrize("name", ARTICLES)
def test_entities_occur_in_the_article(name: str) -> None:
    text = read_article(name)
    for entity in GOLD[name]["entities"]:
        assert set(entity) == {"names", "type"}
        assert set(entity["type"].split("|")) <= set(get_args(EntityType))
        for alias in entity["names"]:
            assert occurs(alias, text), f"{name}: no {alias!r}"


@pytest.mark.parametrize("name", ARTICLES)
def test_no_name_belongs_to_two_entities(name: str) -> None:
    names = [fold(alias) for entity in GOLD[name]["entities"] for alias in entity["names"]]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("name", ARTICLES)
def test_each_end_of_a_statement_is_in_the_article(name: str) -> None:
    text = read_article(name)
    for statement in statements_of(name):
        for end in ("subject", "object"):
            where = f"{name}: {statement['id']}: {end}"
            assert any(occurs(one, text) for one in statement[end]), where
            strange = [one for one in statement[end] if not derives(one, text)]
            assert not strange, f"{where}: {strange}"
            assert len(statement[end]) == len(set(statement[end])), f"{where}: a name twice"


@pytest.mark.parametrize("name", ARTICLES)
def test_speakers_occur_in_the_article(name: str) -> None:
    text = read_article(name)
    for statement in statements_of(name):
        for speaker in statement.get("by", []):
            assert occurs(speaker, text), f"{name}: {statement['id']}: no {speaker!r}"


@pytest.mark.parametrize("name", ARTICLES)
def test_links_are_wikidata_items_of_names_in_the_article(name: str) -> None:
    text = read_article(name)
    for link in GOLD[name]["same_as"]:
        assert occurs(link["name"], text)
        assert re.fullmatch(r"http://www\.wikidata\.org/entity/Q[1-9]\d*", link["iri"])


def test_a_name_links_to_one_item_everywhere() -> None:
    links = {(link["name"], link["iri"]) for gold in GOLD.values() for link in gold["same_as"]}
    assert len(links) == len({name for name, _ in links}) == len({iri for _, iri in links})


@pytest.mark.parametrize(
    ("alias", "text", "expected"),
    [
        ("Holm", "Holm's chief executive", True),
        ("Holm", "in Stockholm", False),
        ("contract", "two contracts", True),
        ("Kale Group’s", "the Kale Group's chair", True),
        ("Pulp", "a pulpit", False),
    ],
)
def test_occurs(alias: str, text: str, expected: bool) -> None:
    assert occurs(alias, text) is expected
