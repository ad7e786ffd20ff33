"""Indexes of lists, RDF and Wikidata dumps."""

from __future__ import annotations

import bz2
import gzip
import json
import sqlite3
import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from kgx.cli import app
from kgx.errors import KgxError, ReadError, RuleError, WriteError
from kgx.kb import Columns, Kb, build_kb
from kgx.kb.item import name_keys
from kgx.kb.types import check_types

TABLE = """\
id,name,type,aliases,description,popularity,note
norvik,Norvik Yards Ltd,company,Norvik|NYL,"builder of ferries, in Bergen",12,x
https://orn.example/#it,Orn,town,,a town on a lake,3,y
"""
WD = "http://www.wikidata.org/entity/"


def build(tmp_path: Path, text: str, name: str = "list.csv", **options: Any) -> Kb:
    (tmp_path / name).write_text(text, encoding="utf-8")
    build_kb([tmp_path / name], tmp_path / "own.kb", **options)
    return Kb(tmp_path / "own.kb")


def entity(id_: str, label: str, classes: list[str], **more: Any) -> dict[str, Any]:
    """An entity as dumps have it."""

    def point(class_: str) -> dict[str, Any]:
        value = {"value": {"id": class_, "entity-type": "item"}, "type": "wikibase-entityid"}
        return {"mainsnak": {"snaktype": "value", "datavalue": value}, "rank": "normal"}

    return {
        "type": "item",
        "id": id_,
        "labels": {"en": {"language": "en", "value": label}} if label else [],
        "descriptions": {"en": {"language": "en", "value": f"about {label}"}},
        "aliases": [],
        "claims": {"P31": list(map(point, classes)), "P1": [{"anything": 1}]} if classes else [],
        "sitelinks": {"enwiki": {"site": "enwiki"}, "dewiki": {"site": "dewiki"}},
        **more,
    }


def make_dump(*entities: dict[str, Any]) -> str:
    return "[\n" + ",\n".join(map(json.dumps, entities)) + "\n]\n"


# what comes out


def test_a_table(tmp_path: Path) -> None:
    (found,) = build(tmp_path, TABLE).find("norvik yards")
    item = found.item
    assert item.id == "https://example.org/kg/kb/norvik"
    assert (item.label, item.type, item.popularity) == ("Norvik Yards Ltd", "organization", 12)
    assert item.aliases == ("Norvik", "NYL")
    assert item.description == "builder of ferries, in Bergen"


def test_ids_that_are_iris_stay(tmp_path: Path) -> None:
    assert build(tmp_path, TABLE).find("Orn")[0].item.id == "https://orn.example/#it"


@pytest.mark.parametrize(
    ("name", "by_label"),
    [("NORVIK-YARDS", True), ("Norvik Yards Ltd.", True), ("Nörvik", False), ("nyl", False)],
)
def test_names_are_found(tmp_path: Path, name: str, by_label: bool) -> None:
    (found,) = build(tmp_path, TABLE).find(name)
    assert (found.item.label, found.by_label) == ("Norvik Yards Ltd", by_label)


def test_an_unknown_name(tmp_path: Path) -> None:
    assert build(tmp_path, TABLE).find("Norvik Yards Group") == ()


def test_the_most_popular_comes_first(tmp_path: Path) -> None:
    rows = "".join(f"i{n},Orn,{n}\n" for n in (3, 9, 1))
    found = build(tmp_path, "id,name,popularity\n" + rows).find("Orn")
    assert [one.item.popularity for one in found] == [9, 3, 1]


def test_json_lines_and_other_column_names(tmp_path: Path) -> None:
    row = {"code": 7, "title": "Orn Bank", "aliases": ["OB"], "same_as": [WD + "Q7"]}
    columns = Columns("code", "title", "https://own.example/")
    kb = build(tmp_path, json.dumps(row) + "\n\n", "list.jsonl", columns=columns)
    (found,) = kb.find("OB")
    assert (found.item.id, found.item.same_as) == ("https://own.example/7", (WD + "Q7",))


def test_skos(tmp_path: Path) -> None:
    text = """\
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix t: <https://t.example/> .
t:2 skos:altLabel "ferryboat"@en ; skos:definition "a ship for short ways"@en .
t:1 skos:prefLabel "ship"@en , "Schiff"@de ; a skos:Concept .
t:2 a skos:Concept ; skos:prefLabel "ferry"@en ; skos:broader t:1 .
[] skos:prefLabel "nobody"@en .
"""
    kb = build(tmp_path, text, "thesaurus.ttl")
    (found,) = kb.find("ferryboat")
    item = found.item
    assert (item.id, item.label, item.type) == ("https://t.example/2", "ferry", "concept")
    assert item.description == "a ship for short ways"
    assert (kb.find("Schiff"), kb.find("nobody")) == ((), ())


def test_schema_org_in_json_ld(tmp_path: Path) -> None:
    row = {
        "@context": {"@vocab": "https://schema.org/"},
        "@id": "https://t.example/1",
        "@type": "Corporation",
        "name": "Orn Bank",
    }
    (found,) = build(tmp_path, json.dumps(row), "own.jsonld").find("Orn Bank")
    assert found.item.type == "organization"


def test_wikidata_types_through_subclasses(tmp_path: Path) -> None:
    below = {"P279": [{"mainsnak": {"datavalue": {"value": {"id": "Q783794"}}}}]}
    dump = make_dump(
        entity("Q901", "Orn Bank", ["Q900"]),
        entity("Q900", "orn kind of company", [], claims=below),
        entity("Q902", "Ida Holm", ["Q5"]),
        entity("Q903", "Orn (disambiguation)", ["Q4167410"]),
        entity("Q904", "", ["Q5"]),
        entity("Q905", "Odd", ["Q123456789"]),
        entity("P31", "instance of", [], type="property"),
    )
    kb = build(tmp_path, dump, "dump.json")
    types = {name: kb.find(name)[0].item.type for name in ("Orn Bank", "Ida Holm", "Odd")}
    assert types == {"Orn Bank": "organization", "Ida Holm": "person", "Odd": None}
    assert kb.find("Ida Holm")[0].item.popularity == 2
    assert kb.find("Orn (disambiguation)") == kb.find("instance of") == ()
    assert kb.meta["items"] == "4"


def test_wikidata_in_another_language(tmp_path: Path) -> None:
    labels = {"labels": {"de": {"value": "Schiff"}, "en": {"value": "ship"}}}
    kb = build(tmp_path, make_dump(entity("Q1", "x", [], **labels)), "d.json", language="de")
    assert kb.find("Schiff")[0].item.label == "Schiff"
    assert kb.find("ship") == ()


@pytest.mark.parametrize(("pack", "suffix"), [(gzip.compress, "gz"), (bz2.compress, "bz2")])
def test_packed_files(tmp_path: Path, pack: Any, suffix: str) -> None:
    path = tmp_path / f"dump.json.{suffix}"
    path.write_bytes(pack(make_dump(entity("Q1", "Ida Holm", ["Q5"])).encode()))
    build_kb([path], tmp_path / "own.kb")
    assert Kb(tmp_path / "own.kb").find("Ida Holm")[0].item.id == WD + "Q1"


def test_what_is_not_popular_can_be_left_out(tmp_path: Path) -> None:
    kb = build(tmp_path, TABLE, min_popularity=5)
    assert kb.find("Orn") == ()
    assert kb.meta["items"] == "1"


def test_several_sources(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,name\n1,Orn\n")
    (tmp_path / "b.tsv").write_text("id\tname\n2\tLund\n")
    assert build_kb([tmp_path / "a.csv", tmp_path / "b.tsv"], tmp_path / "own.kb").items == 2


def test_how_many_items_were_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("id,name\n" + "".join(f"{n},Orn {n}\n" for n in range(7000)))
    told: list[int] = []
    build_kb([tmp_path / "a.csv"], tmp_path / "own.kb", tell=told.append)
    assert told == [5000, 7000]


def test_the_same_list_makes_the_same_bytes(tmp_path: Path) -> None:
    first = build(tmp_path, TABLE)
    data = (tmp_path / "own.kb").read_bytes()
    assert (build(tmp_path, TABLE).seal, (tmp_path / "own.kb").read_bytes()) == (first.seal, data)
    assert build(tmp_path, TABLE.replace("lake", "sea")).seal != first.seal


def test_memory_does_not_grow_with_the_list(tmp_path: Path) -> None:
    def peak(rows: int) -> int:
        with (tmp_path / "long.csv").open("w") as file:
            file.write("id,name,description\n")
            file.writelines(f"i{n},Name {n},about number {n}\n" for n in range(rows))
        tracemalloc.start()
        build_kb([tmp_path / "long.csv"], tmp_path / "own.kb")
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(60_000) < 1.3 * peak(15_000)


# what goes wrong: one line, and nothing is written


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "id,label\n1,x\n", "a.csv, line 1: no column 'name'; there are 'id', 'label'"),
        ("a.csv", "name\nx\n", "a.csv, line 1: no column 'id'"),
        ("a.csv", "", "a.csv: empty: the first row has to name the columns"),
        ("a.csv", "id,name\n1,x\n2\n", "a.csv, line 3: 1 cells where the first row names 2"),
        ("a.csv", "id,name\n1,\n", "a.csv, line 2: no name"),
        ("a.csv", "id,name\n,x\n", "a.csv, line 2: no id"),
        ("a.csv", 'id,name\n1,"x\n2,y\n', "a.csv, line 2: malformed row"),
        ("a.csv", "id,name,type\n1,x,gadget\n", "a.csv, line 2: 'gadget' is no type"),
        ("a.csv", "id,name,popularity\n1,x,-2\n", "a.csv, line 2: popularity '-2' is no number"),
        ("a.csv", "id,name\n1,x\n2,y\n1,z\n", "a.csv, line 4: the id https://example.org/kg/kb/1"),
        ("a.jsonl", '{"id": 1, "name": "x"}\n{"id": 2\n', "a.jsonl, line 2: no JSON object"),
        ("a.jsonl", "[1]\n", "a.jsonl, line 1: no JSON object"),
        ("a.jsonl", '{"id": [], "name": "x"}\n', "a.jsonl, line 1: id is no text but list"),
        ("a.jsonl", '{"id": 1, "name": "x", "aliases": [2]}\n', "a.jsonl, line 1: aliases is no"),
        ("a.ttl", "<urn:a> <urn:b>\n", "a.ttl, line"),
        ("a.json", "[\n{,\n]\n", "a.json, line 2: no entity of Wikidata"),
        ("a.xyz", "x", "a.xyz: unknown suffix"),
    ],
)
def test_bad_input_is_one_line(tmp_path: Path, name: str, text: str, message: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "own.kb").write_text("before")
    with pytest.raises(ReadError) as caught:
        build_kb([tmp_path / name], tmp_path / "own.kb")
    said = str(caught.value)
    assert said.startswith(f"{tmp_path}/{message}"), said
    assert "\n" not in said
    assert (tmp_path / "own.kb").read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([name, "own.kb"])


def test_an_id_of_two_files(tmp_path: Path) -> None:
    for name in ("a.csv", "b.csv"):
        (tmp_path / name).write_text("id,name\n1,Orn\n")
    with pytest.raises(ReadError, match=r"b\.csv, line 2: the id .* is in .*a\.csv already"):
        build_kb([tmp_path / "a.csv", tmp_path / "b.csv"], tmp_path / "own.kb")


def test_a_line_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"id,name\n1,Orn\n2,\xff\n")
    with pytest.raises(ReadError, match=r"a\.csv, line 3: not UTF-8 at byte 3"):
        build_kb([tmp_path / "a.csv"], tmp_path / "own.kb")


@pytest.mark.parametrize(("pack", "suffix"), [(gzip.compress, "gz"), (bz2.compress, "bz2")])
def test_a_packed_file_that_is_cut_short(tmp_path: Path, pack: Any, suffix: str) -> None:
    path = tmp_path / f"a.csv.{suffix}"
    text = "id,name\n" + "".join(f"i{n},{n * n} {n}\n" for n in range(150_000))
    data = pack(text.encode())
    path.write_bytes(data[: int(len(data) * 0.9)])
    with pytest.raises(ReadError, match=r"cut short: .* \(after line [\d,]+\)"):
        build_kb([path], tmp_path / "own.kb")
    assert not (tmp_path / "own.kb").exists()


def test_a_packed_file_that_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "a.csv.gz").write_bytes(b"id,name\n")
    with pytest.raises(ReadError, match=r"a\.csv\.gz: damaged: Not a gzipped file"):
        build_kb([tmp_path / "a.csv.gz"], tmp_path / "own.kb")


def test_a_missing_source_and_a_missing_folder(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="cannot be read: No such file"):
        build_kb([tmp_path / "a.csv"], tmp_path / "own.kb")
    (tmp_path / "a.csv").write_text(TABLE)
    with pytest.raises(WriteError, match="cannot be written: No such file"):
        build_kb([tmp_path / "a.csv"], tmp_path / "none" / "own.kb")


def test_what_is_no_index(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="no such file: make it with kgx kb build"):
        Kb(tmp_path / "own.kb")
    (tmp_path / "own.kb").write_text("text")
    with pytest.raises(ReadError, match="no index of kgx kb build, or damaged"):
        Kb(tmp_path / "own.kb")
    sqlite3.connect(tmp_path / "other.kb").execute("CREATE TABLE x (y)").connection.close()
    with pytest.raises(ReadError, match="no index of this kgx"):
        Kb(tmp_path / "other.kb")


def test_the_command(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(TABLE)
    own = str(tmp_path / "own.kb")
    made = CliRunner().invoke(app, ["kb", "build", str(tmp_path / "a.csv"), "-o", own])
    assert made.exit_code == 0
    assert made.stderr.startswith("kgx: 2 items, 5 names, ")
    found = CliRunner().invoke(app, ["kb", "find", own, "Orn"]).stdout
    assert found == "https://orn.example/#it\tOrn\tplace\ta town on a lake\n"
    again = CliRunner().invoke(app, ["kb", "build", str(tmp_path / "none.csv"), "-o", own])
    assert isinstance(again.exception, KgxError)


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("Orn", ("orn",)),
        ("Orn Co. Ltd.", ("orn-co-ltd", "orn")),
        ("Ltd", ("ltd",)),
        ("Ørn & Sønner AS", ("orn-sonner-as", "orn-sonner")),
    ],
)
def test_keys_of_names(name: str, keys: tuple[str, ...]) -> None:
    assert name_keys(name) == keys


@pytest.mark.parametrize(
    ("text", "message"), [("= 1", "not TOML"), ("[words]", "the sections are"), ("", "sections")]
)
def test_a_data_file_that_is_wrong(text: str, message: str) -> None:
    with pytest.raises(RuleError, match=message):
        check_types(text)
