"""The README tells the truth: its commands and code run, and print what it shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.main import get_command

import kgx
from kgx.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
NOTE = re.search(r"^\$ cat note.txt\n(.+\n)", README, re.MULTILINE)


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the README's commands work on."""
    place = tmp_path_factory.mktemp("readme")
    assert NOTE
    (place / "note.txt").write_text(NOTE[1], encoding="utf-8")
    (place / "seeds").symlink_to(ROOT / "seeds")
    return place


def run_shell(command: str, folder: Path) -> str:
    """What a command prints; it must succeed."""
    tools = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", f'kgx() {{ "{sys.executable}" -m kgx "$@"; }}; {command}'],
        cwd=folder,
        env={**os.environ, "PATH": tools},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def test_sessions_print_what_they_show(folder: Path) -> None:
    for block in blocks("console"):
        for command, shown in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
            pattern = ".*".join(map(re.escape, shown.split("…")))
            printed = run_shell(command, folder)
            assert re.fullmatch(pattern, printed, re.DOTALL), f"$ {command}\n{printed}"


def test_python_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    names: dict[str, object] = {}
    for block in blocks("python"):
        exec(block, names)
    assert names["graph"]


def test_every_command_is_told_of() -> None:
    commands = get_command(app).commands  # type: ignore[attr-defined]
    assert [name for name in commands if f"kgx {name} " not in README] == []


def test_functions_it_names_exist() -> None:
    named = set(re.findall(r"kgx\.([a-z_]+)\(", README))
    assert named <= set(kgx.__all__)
    assert len(named) > 5
