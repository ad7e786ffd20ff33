"""What a user says is one and what is not."""

from __future__ import annotations

from typing import Any

import pytest
from merge_samples import WD, merge, person, place, story

from kgx.errors import KgxError, ReadError
from kgx.graph.build import build_graph, find_idle
from kgx.graph.merge import Merge, apply_merges, merge_table
from kgx.graph.rulings import Ruling, Side, parse_rulings, read_rulings
from kgx.iris import BASE


def test_the_user_says_same() -> None:
    rulings = parse_rulings("ruling,one,other\nsame,Holm,Ida Holm\n")
    merges = merge(story("a", person("Holm")), story("b", person("Ida Holm")), rulings=rulings)
    assert list(merges.entities) == [BASE + "ida-holm"]
    assert merges.merges == {Merge(BASE + "ida-holm", "user", "Holm = Ida Holm"): ("a", "b")}


def test_the_user_says_different() -> None:
    rulings = parse_rulings("different,Ida Holm,Ida Holm,a,b")
    found = [story(i, person("Ida Holm")) for i in "abcd"]
    merges = merge(*found, rulings=rulings)
    assert sorted(merges.mentions.values()) == [1, 1, 2]
    assert apply_merges(found[0], merges).mentions != apply_merges(found[1], merges).mentions


def test_the_user_overrules_identifiers() -> None:
    rulings = parse_rulings("different\tGeorgia\tGeorgia\ta\tb")
    found = [story(i, place("Georgia", same_as=(WD + "Q230",))) for i in "ab"]
    assert len(merge(*found, rulings=rulings).entities) == 2


def test_a_ruling_leaves_others_merged() -> None:
    rulings = parse_rulings("different,Ida Holm,Per Lund")
    found = [story(i, person("Ida Holm"), person("Per Lund")) for i in "ab"]
    merges = merge(*found, rulings=rulings)
    assert merges.mentions == {BASE + "ida-holm": 2, BASE + "per-lund": 2}


def test_rulings_that_contradict_each_other() -> None:
    rulings = parse_rulings("different,Holm,Lund\nsame,Holm,Lund", "r.csv")
    with pytest.raises(KgxError, match=r"r\.csv, line 2: Holm = Lund, but another line"):
        merge_table([story("a", person("Holm"), person("Lund"))], rulings=rulings)


def test_rulings_about_nobody_are_told() -> None:
    rulings = parse_rulings("same,Holm,Ida Holm,a\nsame,Holm,Lund\nsame,Holm,Ida Holm,b\n")
    found = [story("a", person("Holm")), story("b", person("Ida Holm"))]
    graph = build_graph(found, rulings=rulings)
    assert [str(side) for _, side in find_idle(graph, rulings)] == ["Lund"]
    apart = build_graph(found, apart=True)
    assert [str(side) for _, side in find_idle(apart, rulings)] == ["Lund", "Holm in b"]


def test_rulings_are_read(tmp_path: Any) -> None:
    path = tmp_path / "r.csv"
    path.write_text('# mine\nsame,"Holm, Ida",Ida Holm,a.txt\n', encoding="utf-8")
    ruling = Ruling("same", Side("Holm, Ida", "a.txt"), Side("Ida Holm"), f"{path}, line 2")
    assert read_rulings(path) == (ruling,)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("similar,Holm,Lund", "r.csv, line 1: 'similar' is neither 'same' nor 'different'"),
        ("same,Holm,Lund\nsame,Holm", "r.csv, line 2: a ruling is"),
        ("same,Holm,", "r.csv, line 1: a ruling is"),
        ("same,a,b,c,d,e", "r.csv, line 1: a ruling is"),
        ('same,"a"b,c', "r.csv, line 1: malformed row"),
    ],
)
def test_rulings_that_are_none(text: str, message: str) -> None:
    with pytest.raises(ReadError) as caught:
        parse_rulings(text, "r.csv")
    assert str(caught.value).startswith(message)


def test_a_file_of_rulings_that_is_missing(tmp_path: Any) -> None:
    with pytest.raises(ReadError, match="cannot be read: No such file"):
        read_rulings(tmp_path / "none.csv")
