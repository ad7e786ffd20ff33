"""General predicates: which of them words say, what folds, and how the table of kin is built."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from rdflib import RDFS, URIRef
from spacy.language import Language
from typer.testing import CliRunner

from kgx.annotate.build.verb_kinds import (
    FOLD,
    Listed,
    Vectors,
    find_kin,
    fold_verbs,
    place_verb,
    read_listed,
    read_wordnet,
)
from kgx.annotate.claims import generals as module
from kgx.annotate.claims.generals import load_generals
from kgx.annotate.claims.relations import load_relations
from kgx.annotate.run import annotate
from kgx.cli import app
from kgx.errors import RuleError
from kgx.graph import build_graph
from kgx.graph.generals import generalise
from kgx.graph.measures import describe_graph
from kgx.iris import BASE, relation_iri
from kgx.query import query
from kgx.rdf import to_rdf
from kgx.types import Annotation, Document
from kgx.vocab import VOCABULARY


@pytest.mark.parametrize(
    ("words", "general"),
    [
        ("remark", "says"),
        ("tell", "says"),
        ("bomb", "harms"),
        ("build", "bringsAbout"),
        ("travel to", "goesTo"),
        ("travel through", "passes"),
        ("depend on", "needs"),
        ("set up", "bringsAbout"),
        ("set up with", "with"),
        ("unheardof in", "in"),
        ("play role in", "takesPartIn"),
        ("ask about", "regarding"),
        ("be about", ""),  # "is about two hours from"
        ("run out of", "loses"),
        ("step out of", "goesFrom"),
        ("nuke", "harms"),  # kin in WordNet
        ("take", ""),  # says too much
        ("unheardof", ""),
        ("lose half of", ""),
    ],
)
def test_what_a_verb_says(words: str, general: str) -> None:
    assert load_generals().find(words) == general


@pytest.mark.parametrize(
    ("words", "general"),
    [
        ("sell to", "givenTo"),
        ("send to", "givenTo"),
        ("buy from", "comesFrom"),
        ("haul into", "movedTo"),
        ("turn into", "turnsInto"),
        ("know as", "countsAs"),
        ("deal with", "with"),  # "the cards were dealt with skill": not what "deal with" says
    ],
)
def test_what_is_said_of_what_a_verb_is_done_to(words: str, general: str) -> None:
    assert load_generals().find(words, passive=True) == general


def test_opposites_are_not_one_general_predicate() -> None:
    find = load_generals().find
    for one, other in [
        ("buy", "sell"),
        ("build", "destroy"),
        ("increase", "reduce"),
        ("help", "harm"),
        ("praise", "criticize"),
        ("begin", "end"),
        ("follow", "precede"),
        ("allow", "prevent"),
        ("accept", "reject"),
    ]:
        assert find(one) != find(other)


def test_near_synonyms_fold_and_others_do_not() -> None:
    fold = load_generals().fold
    assert [fold(w) for w in ("purchase", "state", "commence in")] == ["buy", "say", "begin in"]
    assert [fold(w) for w in ("bomb", "build", "sell", "deny")] == ["bomb", "build", "sell", "deny"]


def test_no_verb_folds_into_one_that_folds() -> None:
    same = load_generals().same
    assert not set(same.values()) & set(same)


def test_every_general_predicate_can_be_said() -> None:
    table = load_generals()
    said = {g for f in table.frames.values() for g in (f.direct, *f.after.values())}
    said |= {g for f in table.frames.values() for g in f.done.values()}
    assert said - {""} | set(table.prepositions.values()) | set(table.nouns.values()) == table.ids


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"verbs": [{"words": "say", "direkt": "says"}]}, "verbs 'say': unknown key 'direkt'"),
        ({"verbs": [{"words": "say", "direct": "sayz"}]}, "no general predicate 'sayz'"),
        ({"verbs": [{"words": "say, go, say"}]}, "the verb 'say' is there twice"),
        ({"prepositions": {"in": "inn"}}, "prepositions: in: no general predicate 'inn'"),
    ],
)
def test_a_bad_table_is_one_line(
    monkeypatch: pytest.MonkeyPatch, change: dict[str, Any], message: str
) -> None:
    raw = {"general": [{"id": "says"}], "verbs": [], "prepositions": {}, "nouns": {}, "same": {}}
    empty: Mapping[str, Any] = {"like": {}, "same": {}}
    tables = {"generals.toml": raw | change, "verb_kinds.toml": empty}
    monkeypatch.setattr(module, "read_table", tables.__getitem__)
    with pytest.raises(RuleError) as raised:
        load_generals.__wrapped__()
    assert message in str(raised.value)
    assert "\n" not in str(raised.value)


# ------------------------------------------------------------------ in claims, RDF, queries


@pytest.fixture(scope="module")
def annotation(nlp: Language) -> Annotation:
    text = "Norvik purchased tools from Lowen Bank. Ada Berg nurtured the orchestra of Bergen."
    return next(iter(annotate([Document("d", text)], nlp)))


def test_a_claim_has_its_words_and_its_general_predicate(annotation: Annotation) -> None:
    found = {claim.predicate: claim.predicates for claim in annotation.claims}
    bought = relation_iri("bought from")
    assert found[bought] == (relation_iri("purchased from"), VOCABULARY + "comesFrom")
    assert found[relation_iri("nurture")] == (VOCABULARY + "helps",)


def test_a_coined_predicate_is_a_kind_of_the_general_one(annotation: Annotation) -> None:
    rdf = to_rdf(build_graph([annotation]))
    kinds = {(str(s), str(o)) for s, _, o, _ in rdf.quads((None, RDFS.subPropertyOf, None, None))}
    bought = relation_iri("bought from")
    assert (bought, VOCABULARY + "comesFrom") in kinds
    assert (relation_iri("purchased from"), bought) in kinds
    assert (relation_iri("nurture"), VOCABULARY + "helps") in kinds
    ends = {s for s, _, _, _ in rdf.quads((None, URIRef(VOCABULARY + "helps"), None, None))}
    assert ends == {URIRef(f"{BASE}ada-berg")}


def test_queries_find_claims_by_their_general_predicate(annotation: Annotation) -> None:
    rdf = to_rdf(build_graph([annotation]))
    (row,) = query(rdf, "statements", parameters={"predicate": "helps"}).to_table()
    assert (row["subject"], row["specific"]) == ("ent:ada-berg", "rel:nurture")
    rows = {row["general"]: row["claims"] for row in query(rdf, "generals").to_table()}
    assert rows["kgx:helps"] == "1"


def test_general_predicates_take_the_place_of_coined_ones(annotation: Annotation) -> None:
    general = generalise(annotation)
    found = {claim.predicate: claim.predicates for claim in general.claims}
    assert found[VOCABULARY + "helps"] == (relation_iri("nurture"),)
    others = relation_iri("bought from"), relation_iri("purchased from")
    assert found[VOCABULARY + "comesFrom"] == others
    assert [c.id for c in general.claims] == [c.id for c in annotation.claims]
    assert generalise(general) == general
    graphs = build_graph([annotation]), build_graph([general])
    plain, turned = (set(to_rdf(one).quads((None, RDFS.subPropertyOf, None))) for one in graphs)
    nurture, helps = URIRef(relation_iri("nurture")), URIRef(VOCABULARY + "helps")
    assert (nurture, helps) in {quad[::2][:2] for quad in plain & turned}


def test_the_command_puts_general_predicates_first(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ada Berg nurtured the orchestra of Bergen.\n")
    run = CliRunner().invoke
    arguments = ["extract", str(tmp_path / "a.txt"), "-q", "--to", "jsonl"]
    plain, general = (run(app, [*arguments, *more]).stdout for more in ([], ["--general"]))
    assert f'"predicate":"{relation_iri("nurture")}"' in plain.replace(": ", ":")
    assert f'"predicate":"{VOCABULARY}helps"' in general.replace(": ", ":")
    refused = run(app, ["extract", "a.txt", "--general", "--store", str(tmp_path / "s.db")])
    assert refused.exit_code == 2


def test_relations_hold_under_their_general_predicate_too(nlp: Language) -> None:
    text = "Ada Berg visited Oslo."
    claims = next(iter(annotate([Document("d", text)], nlp))).claims
    found = {claim.rule: claim.predicates[-1] for claim in claims if claim.rule != "coined"}
    assert found["visited"] == VOCABULARY + "goesTo"
    relations = load_relations().by_id
    assert relations["attacked"].further[-1] == VOCABULARY + "harms"
    assert not relations["age"].general


def test_statements_are_counted_by_general_predicate(annotation: Annotation) -> None:
    summary = describe_graph(build_graph([annotation]), top=99)
    counts = dict(summary.generals)
    assert counts[VOCABULARY + "helps"] == 1
    assert relation_iri("nurture") not in counts
    assert summary.general == len(counts)


# ------------------------------------------------------------------ the table of kin

_INDEX = """  1 the licence
grab v 1 1 @ 1 1 00000002
seize v 1 1 @ 1 1 00000002
snatch v 2 1 @ 2 1 00000002 00000003
throw v 1 1 @ 1 0 00000003
"""
_DATA = """  1 the licence
00000001 40 v 01 act 0 000 01 + 08 00 | do something
00000002 40 v 03 grab 0 seize 0 snatch 0 001 @ 00000001 v 0000 01 + 08 00 | take
00000003 40 v 02 snatch 1 throw 0 001 @ 00000001 v 0000 01 + 08 00 | fling
"""
_SENSES = """grab%2:40:00:: 00000002 1 9
seize%2:40:00:: 00000002 1 5
snatch%2:40:00:: 00000002 1 7
snatch%2:40:01:: 00000003 2 0
throw%2:40:00:: 00000003 1 4
grab%1:04:00:: 00000009 1 3
"""


@pytest.fixture
def wordnet(tmp_path: Path) -> Path:
    for name, text in (("index.verb", _INDEX), ("data.verb", _DATA), ("index.sense", _SENSES)):
        (tmp_path / name).write_text(text)
    return tmp_path


def test_a_verb_behaves_as_the_kin_of_its_main_sense(wordnet: Path) -> None:
    lexicon = read_wordnet(wordnet)
    listed = Listed({"grab": "get", "throw": "move"}, {"get": "gets", "move": "moves"})
    group, strength, share = find_kin("snatch", lexicon, listed)
    assert group == "get"
    assert 0.5 < share < 1
    assert 0 < strength <= 1
    assert find_kin("grab", lexicon, Listed({"grab": "get"}, {"get": "gets"})) == ("", 0.0, 0.0)


def test_senses_count_as_often_as_they_are_met(wordnet: Path) -> None:
    lexicon = read_wordnet(wordnet)
    assert lexicon.share("snatch", "00000002") == pytest.approx(7.5 / 7.75)
    assert lexicon.counts["snatch"] == 7


def test_listed_verbs_are_those_of_the_table() -> None:
    listed = read_listed()
    assert listed.says[listed.group["remark"]] == "says"
    assert "point out" not in listed.group


def test_kin_counts_only_where_the_vectors_agree(wordnet: Path) -> None:
    lexicon, vectors = read_wordnet(wordnet), Vectors(["grab", "seize", "snatch", "throw", "eat"])
    get = {"grab": "get", "throw": "move"}, {"get": "gets", "move": "moves", "use": "uses"}
    assert place_verb("seize", lexicon, Listed(*get), vectors) == "get"
    apart = {"grab": "get", "throw": "move", "eat": "use"}
    assert place_verb("nothing", lexicon, Listed(apart, get[1]), vectors) == ""


def test_verbs_of_one_main_sense_fold_into_the_one_met_most(wordnet: Path) -> None:
    lexicon, vectors = read_wordnet(wordnet), Vectors(["grab", "seize", "snatch", "throw"])
    listed = Listed(dict.fromkeys(("grab", "seize", "snatch"), "get"), {"get": "gets"})
    assert vectors.likeness("seize", "grab") < FOLD <= vectors.likeness("snatch", "grab")
    assert fold_verbs(lexicon, listed, vectors) == {"snatch": "grab"}
    apart = Listed({"grab": "get", "seize": "have", "snatch": "use"}, {})
    assert fold_verbs(lexicon, apart, vectors) == {}
