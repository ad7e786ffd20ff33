"""Files to documents: what is read, under which id, and what is said where it can't be."""

from __future__ import annotations

import gzip
import io
import os
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kgx.errors import ReadError
from kgx.read import count_documents, read
from kgx.read.decode import decode
from kgx.read.tables import LONGEST_ROW
from kgx.types import Document


def write(folder: Path, files: dict[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def read_all(source: object, **options: object) -> tuple[list[Document], list[str], list[str]]:
    """Documents, errors and notes."""
    errors: list[str] = []
    notes: list[str] = []
    documents = list(
        read(source, on_error=lambda e: errors.append(str(e)), on_note=notes.append, **options)  # type: ignore[arg-type]
    )
    return documents, errors, notes


def test_a_folder_is_read_recursively_and_sorted(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "b.txt": "B.",
            "a/z.md": "Z.",
            "a/c.txt.gz": gzip.compress(b"C."),
            ".hidden.txt": "no",
            ".git/x.txt": "no",
            "photo.jpg": b"\xff\xd8",
        },
    )
    documents, errors, notes = read_all(tmp_path)
    assert [(d.id, d.text.strip()) for d in documents] == [
        ("a/c.txt.gz", "C."),
        ("a/z.md", "Z."),
        ("b.txt", "B."),
    ]
    assert errors == []
    assert len(notes) == 1 and "photo.jpg: left out" in notes[0]


def test_the_id_of_a_file_is_its_name(tmp_path: Path) -> None:
    write(tmp_path, {"deep/er/a.txt": "A."})
    assert [d.id for d in read(tmp_path / "deep/er/a.txt")] == ["a.txt"]


def test_ids_of_several_files_are_paths_below_their_common_folder(tmp_path: Path) -> None:
    write(tmp_path, {"x/a.txt": "A.", "y/a.txt": "A too."})
    documents = read([tmp_path / "x/a.txt", str(tmp_path / "y/a.txt")])
    assert [d.id for d in documents] == ["x/a.txt", "y/a.txt"]


@pytest.mark.parametrize(
    ("pattern", "ids"),
    [("*.txt", ["1.txt", "2.txt"]), ("**/*.txt", ["1.txt", "2.txt", "s/3.txt"]), ("s*", ["3.txt"])],
)
def test_a_pattern_is_expanded_and_sorted(tmp_path: Path, pattern: str, ids: list[str]) -> None:
    write(tmp_path, {"2.txt": "Two.", "1.txt": "One.", "s/3.txt": "Three."})
    found = [d.id for d in read(str(tmp_path / pattern))]
    assert found == (ids if pattern != "s*" else ["s/3.txt"])


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "A."})
    assert len(list(read([tmp_path / "a.txt", tmp_path]))) == 1


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfCaf\xc3\xa9.", "Café."),
        ("Café – “so”.".encode("cp1252") + b" Plain words." * 9, "Café – “so”."),
        ("Žofie bought tea.".encode("utf-16"), "Žofie bought tea."),
        ("Anna bought tea.".encode("utf-16-le"), "Anna bought tea."),
        (b"One.\r\nTwo.\rThree.\n", "One.\r\nTwo.\rThree.\n"),
        ("Москва объявила о начале новых переговоров с соседями.".encode("cp1251"), "Москва"),
    ],
)
def test_text_is_decoded_and_otherwise_kept(tmp_path: Path, data: bytes, text: str) -> None:
    write(tmp_path, {"a.txt": data})
    assert next(read(tmp_path / "a.txt")).text.startswith(text)


def test_a_guessed_encoding_is_noted(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "Zoë came back to the office again.".encode("cp1252")})
    documents, _, notes = read_all(tmp_path)
    assert documents[0].text.startswith("Zoë")
    assert notes == [f"{tmp_path / 'a.txt'}: not UTF-8, read as cp1252"]


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_text_is_decoded_to_itself(text: str) -> None:
    assert decode(text.encode())[0] == text.removeprefix("\ufeff")


def test_markdown_keeps_blocks_and_front_matter(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.md": "---\ntitle: Tea  is dearer\ndate: 2025-06-15\nurl: https://x.example/1\n---\n"
            "# Tea\n\nPrices *rose* in\n[Rize](http://y.example).\n\n* green\n* black\n\n"
            "1. first\n2. second\n\n| who | what |\n|---|---|\n| Ada | tea |\n\n"
            "```\ncode\n```\n![alt](p.png)\n\n> Quoted words.\n"
        },
    )
    assert next(read(tmp_path / "a.md")) == Document(
        id="a.md",
        text="Tea\n\nPrices rose in Rize.\n\n- green\n- black\n1. first\n2. second\n\nwho\twhat\n"
        "Ada\ttea\n\nQuoted words.\n",
        title="Tea is dearer",
        date="2025-06-15",
        url="https://x.example/1",
    )


def test_bad_front_matter_is_noted_and_the_body_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "---\ntitle: Tea: dearer: now\n---\nAda sells tea.\n"})
    documents, errors, notes = read_all(tmp_path)
    assert [d.text for d in documents] == ["Ada sells tea.\n"]
    assert errors == []
    assert "front matter is not valid YAML" in notes[0]


HTML = """<html><head><title>Tea is dearer - The Leaf</title>
<meta property="article:published_time" content="2025-06-15T08:00:00Z">
<meta property="og:title" content="Tea is dearer">
<link rel="canonical" href="https://leaf.example/tea"></head>
<body><nav><a href="/">Home</a><a href="/x">Subscribe now</a></nav><article><h1>Tea is dearer</h1>
<p>The Leaf Company raised the price of tea on Friday, its chief executive Ada Berg said.</p>
<p>It is the second rise this year, after a poor harvest in the hills of the north.</p>
<ul><li>green tea costs four crowns</li><li>black tea costs three crowns</li></ul>
<p>Shops in the capital said they expected fewer buyers for as long as the price stays up.</p>
</article><footer>Copyright The Leaf</footer></body></html>"""


def test_html_gives_the_main_content(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": HTML})
    document = next(read(tmp_path / "a.html"))
    assert "raised the price of tea" in document.text
    assert "\n\nIt is the second rise" in document.text
    assert "Subscribe" not in document.text
    assert (document.title, document.date, document.url) == (
        "Tea is dearer",
        "2025-06-15",
        "https://leaf.example/tea",
    )


def test_html_without_main_content_gives_all_its_text(tmp_path: Path) -> None:
    write(tmp_path, {"a.html": "<html><body><div>Ada met Bo.</div></body></html>"})
    documents, _, _ = read_all(tmp_path)
    assert [d.text.strip() for d in documents] == ["Ada met Bo."]


def test_html_declares_its_encoding(tmp_path: Path) -> None:
    page = HTML.replace("<head>", '<head><meta charset="iso-8859-2">').replace("Berg", "Bělá")
    write(tmp_path, {"a.html": page.encode("iso-8859-2")})
    assert "Ada Bělá" in next(read(tmp_path / "a.html")).text


def test_json_lines_give_documents(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "a.jsonl": '{"id": "x", "text": "One.", "date": "June 5, 2024", "title": "T", "k": 1}\n'
            '\r\n{"text": "Two.", "url": "http://u.example", "date": null}\r\n'
            '{"id": 7, "text": "Three."}'
        },
    )
    assert list(read(tmp_path)) == [
        Document("x", "One.", title="T", date="2024-06-05"),
        Document("a.jsonl:3", "Two.", url="http://u.example"),
        Document("7", "Three."),
    ]


@pytest.mark.parametrize(("name", "mark"), [("a.csv", ","), ("a.tsv", "\t")])
@pytest.mark.parametrize("zipped", [False, True])
def test_tables_give_documents(tmp_path: Path, name: str, mark: str, zipped: bool) -> None:
    table = (
        f'key{mark}body{mark}day\r\nx{mark}"One\r\nmore."{mark}2024-06-05\r\n{mark}Two.{mark}\r\n'
    )
    data = b"\xef\xbb\xbf" + table.encode()
    if zipped:
        name, data = f"{name}.gz", gzip.compress(data)
    write(tmp_path, {name: data})
    found = list(read(tmp_path, text_column="body", id_column="key", date_column="day"))
    assert found == [
        Document("x", "One\r\nmore.", date="2024-06-05"),
        Document(f"{name}:4", "Two."),
    ]


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


@pytest.mark.parametrize(
    ("data", "documents"),
    [
        (b"Ada met Bo.\n", [Document("stdin", "Ada met Bo.\n")]),
        (
            b'{"text": "One."}\n{"text": "Two."}\n',
            [Document("stdin:1", "One."), Document("stdin:2", "Two.")],
        ),
        (b"{Ada} met Bo.", [Document("stdin", "{Ada} met Bo.")]),
    ],
)
def test_standard_input_is_text_or_json_lines(
    monkeypatch: pytest.MonkeyPatch, data: bytes, documents: list[Document]
) -> None:
    feed(monkeypatch, data)
    assert list(read("-")) == documents


def test_standard_input_takes_a_format(monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, b"# Tea\n\nIt is *dear*.")
    assert next(read("-", format="markdown")).text == "Tea\n\nIt is dear.\n"


@pytest.mark.parametrize(
    ("source", "options", "message"),
    [
        ("artcle.txt", {}, "artcle.txt: no such file or folder; did you mean .*/article.txt?"),
        ("none/x.txt", {}, "none/x.txt: no such file or folder"),
        ("*.html", {}, "no file matches this pattern"),
        ("void", {}, "void: an empty folder"),
        (
            "article.txt",
            {"format": "docx"},
            "unknown format 'docx': kgx reads text, markdown, html",
        ),
        ("Ada met Bo. " * 50, {}, "no such file or folder"),
        ("a\0b", {}, "no such file or folder"),
    ],
)
def test_a_source_that_is_not_there_is_refused(
    tmp_path: Path, source: str, options: dict[str, str], message: str
) -> None:
    write(tmp_path, {"article.txt": "A."})
    (tmp_path / "void").mkdir()
    with pytest.raises(ReadError, match=message):
        read(str(tmp_path / source), **options)  # type: ignore[arg-type]


BAD = [
    ("a.txt", b"", "a.txt: empty"),
    ("a.txt", b" \n\t\r\n", "a.txt: empty"),
    ("a.md", b"---\ntitle: x\n---\n", "a.md: empty"),
    ("a.html", b"", "a.html: empty"),
    ("a.txt", bytes(range(256)) * 4, "a.txt: binary data, not text"),
    ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "a.txt: a PDF, not text"),
    ("a.txt.gz", b"Ada met Bo.", "a.txt.gz: not a whole gzip file"),
    ("a.txt.gz", gzip.compress(b"Ada met Bo. " * 99)[:-9], "a.txt.gz: not a whole gzip file"),
    ("a.pdf", b"%PDF-1.7", "unknown kind of file '.pdf': kgx reads .txt, "),
    ("a.jsonl", b'{"text": "Good."}\n{"text": oh}\n', r"a.jsonl:2: malformed JSON: .*byte 9"),
    (
        "a.jsonl",
        b'{"text": "Good."}\n["Bad."]\n',
        "a.jsonl:2: a row is an object with named values, not a list",
    ),
    ("a.jsonl", b'{"text": null}\n', "a.jsonl:1: 'text' is not text but null"),
    ("a.jsonl", b'{"id": 1, "body": "x"}\n', "a.jsonl:1: no column 'text'; there are 'id', 'body'"),
    ("a.jsonl", b'{"text": 5}\n', "a.jsonl:1: 'text' is not text but a number"),
    ("a.jsonl", b'{"id": [1], "text": "x"}\n', "a.jsonl:1: 'id' is neither text nor"),
    ("a.jsonl", b'{"text": "a\\ud800"}\n', "a.jsonl:1: malformed JSON"),
    ("a.jsonl", b'{"id": 1, "text": "One."}\n{"id": 1, "text": "x"}', "1: an earlier document has"),
    ("a.csv", b"id,body\n1,Ada\n", "a.csv:1: no column 'text'; there are 'id', 'body'"),
    ("a.csv", b"id,text\n1,Good.\n2,Bad.,more\n", "a.csv:3: 3 cells under 2 column names"),
    ("a.csv", b'id,text\n1,Good.\n2,"Bad', "a.csv:3: malformed row"),
    ("a.csv", b"", "a.csv: empty: no row in it"),
    ("a.csv", b"id,text\n", "a.csv: empty: no row in it"),
    ("a.jsonl", b"\n", "a.jsonl: empty: no row in it"),
]


@pytest.mark.parametrize(("name", "data", "message"), BAD)
def test_a_bad_document_is_one_clear_error(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    write(tmp_path, {name: data})
    with pytest.raises(ReadError, match=message) as caught:
        list(read(tmp_path / name))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(("name", "data", "message"), [row for row in BAD if row[0] != "a.pdf"])
def test_a_bad_document_does_not_stop_the_others(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    write(tmp_path, {name: data, "z.txt": "Last."})
    documents, errors, _ = read_all(tmp_path)
    assert documents[-1] == Document("z.txt", "Last.")
    assert len(errors) == 1 and re.search(message, errors[0])


def test_a_huge_line_is_skipped_and_the_next_one_read(tmp_path: Path) -> None:
    huge = b'{"text": "' + b"x" * (50 << 20) + b'"}\n'
    write(tmp_path, {"a.jsonl": b'{"text": "One."}\n' + huge + b'{"text": "Two."}\n'})
    documents, errors, _ = read_all(tmp_path)
    assert [d.text for d in documents] == ["One.", "Two."]
    assert errors == [f"{tmp_path / 'a.jsonl'}:2: a line of more than {LONGEST_ROW:,} characters"]


def test_a_huge_line_of_a_table_is_skipped_and_the_next_one_read(tmp_path: Path) -> None:
    write(tmp_path, {"a.csv": b"text\nOne.\n" + b"x" * (20 << 20) + b"\nTwo.\n"})
    documents, errors, _ = read_all(tmp_path)
    assert [(d.id, d.text) for d in documents] == [("a.csv:2", "One."), ("a.csv:4", "Two.")]
    assert errors == [f"{tmp_path / 'a.csv'}:3: a line of more than {LONGEST_ROW:,} characters"]


def test_a_row_in_another_encoding_is_named(tmp_path: Path) -> None:
    rows = b'{"text": "One."}\n' * 70_000 + b'{"text": "Caf\xe9"}\n{"id": "z", "text": "Two."}\n'
    write(tmp_path, {"a.jsonl": rows})
    documents, errors, _ = read_all(tmp_path)
    assert documents[-1].id == "z"
    assert errors == [f"{tmp_path / 'a.jsonl'}:70001: not utf-8: byte 0xe9 at character 14"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_reported(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "A."})
    (tmp_path / "a.txt").chmod(0)
    with pytest.raises(ReadError, match=r"a.txt: Permission denied"):
        list(read(tmp_path / "a.txt"))


def test_a_folder_of_other_kinds_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"photo.jpg": b"\xff\xd8"})
    with pytest.raises(ReadError, match=r"nothing to read: no file ends in \.txt"):
        list(read(tmp_path))


def test_reading_is_lazy(tmp_path: Path) -> None:
    write(tmp_path, {"a.txt": "A.", "b.txt": b"\0\0\0"})
    documents = read(tmp_path)
    assert next(documents).id == "a.txt"


@pytest.mark.parametrize(
    ("names", "count"),
    [
        (["a.txt", "b/c.md", "d.jpg"], 2),
        (["a.txt", "b.csv"], None),
        (["a.txt", "b.jsonl.gz"], None),
    ],
)
def test_documents_are_counted_without_reading(
    tmp_path: Path, names: list[str], count: int | None
) -> None:
    write(tmp_path, dict.fromkeys(names, "x"))
    assert count_documents(tmp_path) == count
    assert count_documents([tmp_path / "a.txt"]) == 1
