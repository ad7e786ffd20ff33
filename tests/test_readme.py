"""The README tells the truth: its commands and code run, and print what it shows."""

from __future__ import annotations

import re
from pathlib import Path
from pkgutil import resolve_name

import pytest
from readme import README, ROOT, find_blocks, keep_seconds, quote_file, run_python, run_readme
from typer.main import get_command

import kgx
from kgx.cli import app

TEXT = README.read_text(encoding="utf-8")


def test_blocks_print_what_is_shown(tmp_path: Path) -> None:
    """Where this fails because something got better, ``make readme`` writes it anew."""
    printed = find_blocks(run_readme(TEXT, tmp_path))
    assert [block.body for block in printed] == [block.body for block in find_blocks(TEXT)]


def test_what_is_shown_of_the_sample_article_is_its_text() -> None:
    article = (ROOT / "seeds/01-engine-exports.txt").read_text(encoding="utf-8")
    quoted = " ".join(line[2:] for line in TEXT.splitlines() if line.startswith("> "))
    assert quoted
    assert all(part.strip() in article for part in quoted.split("…"))


def test_every_command_is_told_of() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    assert [name for name in commands if f"kgx {name} " not in TEXT] == []


def test_functions_it_names_exist() -> None:
    named = set(re.findall(r"kgx\.([a-z_]+)\(", TEXT))
    assert named <= set(kgx.__all__)
    assert len(named) > 5


def test_parts_of_stages_it_names_exist() -> None:
    named = set(re.findall(r"\bkgx\.((?:store|view)[.\w]+)", TEXT))
    for name in named:
        resolve_name(f"kgx.{name}")
    assert named


def test_make_targets_it_names_exist() -> None:
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    named = set(re.findall(r"\bmake (\w+) ", "".join(b.body for b in find_blocks(TEXT))))
    assert {"run", "test"} <= named <= targets


def test_links_to_files_lead_somewhere() -> None:
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", TEXT) if "://" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


# --- the machinery


@pytest.mark.parametrize(
    ("shown", "printed", "kept"),
    [
        ("in 1.2 s\n", "in 9.9 s\n", "in 1.2 s\n"),
        ("", "in 9.9 s\n", "in 9.9 s\n"),
        ("3 claims in 1.2 s\n", "4 claims in 9.9 s\n", "4 claims in 1.2 s\n"),
    ],
)
def test_seconds_stay_and_counts_do_not(shown: str, printed: str, kept: str) -> None:
    assert keep_seconds(shown, printed) == kept


def test_a_wrong_output_is_replaced(tmp_path: Path) -> None:
    readme = (
        "```console\n$ echo tea\nfish\n$ echo rice\nrice\n```\n\n```python\nprint(1 + 1)\n```\n\n"
    )
    readme += "```text\n3\n```\n"
    right = readme.replace("fish", "tea").replace("3\n", "2\n")
    assert run_readme(readme, tmp_path) == right


def test_code_that_prints_nothing_shows_nothing(tmp_path: Path) -> None:
    readme = "```python\ntea = 1\n```\n\n```text\nfish\n```\n"
    assert run_readme(readme, tmp_path) == readme.replace("fish\n", "")


def test_a_failing_command_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="cannot be read: No such file"):
        run_readme("```console\n$ kgx stats nothing.ttl\n```\n", tmp_path)


def test_python_blocks_share_their_names(tmp_path: Path) -> None:
    names: dict[str, object] = {}
    run_python("tea = 1", names, tmp_path)
    assert run_python("print(tea)", names, tmp_path) == "1\n"


def test_a_missing_paragraph_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "a.ttl").write_text("ent:a a x .\n\nent:b a y .\n")
    assert quote_file("a.ttl: ent:b + y", tmp_path) == "ent:b a y .\n"
    with pytest.raises(RuntimeError, match="no paragraph with ent:c"):
        quote_file("a.ttl: ent:c", tmp_path)
