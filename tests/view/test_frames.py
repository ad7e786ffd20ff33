"""Graphs as data frames."""

from __future__ import annotations

import sys
from dataclasses import replace

import pytest
from graph_samples import SELL_TO, TEXTS, make_harbour, make_orders, make_visit

from kgx.errors import KgxError
from kgx.graph import Graph, build_graph
from kgx.view.frames import frame_claims, frame_entities
from kgx.vocab import VOCABULARY


@pytest.fixture(scope="module")
def graph() -> Graph:
    return build_graph([make_visit(), make_harbour(), make_orders()])


def test_every_claim_is_a_row(graph: Graph) -> None:
    count = sum(len(item.claims) for item in (make_harbour(), make_orders(), make_visit()))
    assert len(frame_claims(graph)) == count


def test_claims_are_in_the_order_of_the_texts(graph: Graph) -> None:
    claims = frame_claims(graph)
    places = [*zip(claims["document"], claims["start"], claims["end"], strict=True)]
    assert places == sorted(places)


def test_the_offsets_of_a_row_slice_back_to_its_quote(graph: Graph) -> None:
    for row in frame_claims(graph).to_dict("records"):
        assert TEXTS[row["document"]][row["start"] : row["end"]] == row["quote"]


def test_a_row_has_labels_and_standing(graph: Graph) -> None:
    claims = frame_claims(graph)
    denied = claims[(claims["subject"] == "Norvik Yards") & (claims["polarity"] == "negative")]
    [row] = denied.to_dict("records")
    assert (row["predicate"], row["object"], row["said by"]) == ("sell to", "Peru", "Ida Holm")


def test_entities_are_ranked_by_mentions(graph: Graph) -> None:
    entities = frame_entities(graph)
    assert entities.iloc[0]["label"] == "Norvik Yards"
    assert (entities["mentions"].diff().dropna() <= 0).all()


def test_an_empty_graph_gives_empty_frames_with_columns() -> None:
    assert [*frame_claims(build_graph([])).columns][:3] == ["subject", "predicate", "object"]


def test_a_claim_has_its_general_predicate() -> None:
    one = make_harbour()
    further = (VOCABULARY + "givesTo",)
    claims = tuple(replace(c, predicates=further) for c in one.claims if c.predicate == SELL_TO)
    frame = frame_claims(build_graph([replace(one, claims=claims)]))
    assert {*frame["general"]} == {"gives to"}
    assert frame_entities(build_graph([])).empty


def test_without_pandas_the_extra_is_named(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(KgxError, match=r"kgx-extract\[notebook\]"):
        frame_claims(graph)
