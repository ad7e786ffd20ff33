"""The README's commands and code, run; what they print, put in its place.

``python tests/readme.py`` writes the README anew with what is printed now. What runs:

- a ``console`` block, line by line: after ``$`` a command, below it what it prints, both streams;
- a ``python`` block, and the ``text`` block right after it is what it prints; one block may use
  the names of those before it;
- a ``turtle`` block after ``<!-- FILE: WORDS; WORDS -->``: of that file, for each WORDS the first
  paragraph that begins with the first of them and holds the others.

All of it works in one folder, in order. Other blocks are shown as they are. Seconds differ from run
to run, so the README keeps those it has.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"

_BLOCK = re.compile(
    r"(?:^<!-- (?P<note>.+) -->\n)?^```(?P<language>\w+)\n(?P<body>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_COMMAND = re.compile(r"^\$ (?P<command>.+)\n(?P<shown>(?:(?!\$ ).*\n)*)", re.MULTILINE)
_SECONDS = re.compile(r"\d+\.\d s\b")


@dataclass(frozen=True, slots=True)
class Block:
    """A fenced block: what it is, its text, where its text is in the README, the comment above."""

    language: str
    body: str
    start: int
    end: int
    note: str = ""


def find_blocks(readme: str) -> list[Block]:
    """All fenced blocks in order."""
    return [
        Block(found["language"], found["body"], *found.span("body"), found["note"] or "")
        for found in _BLOCK.finditer(readme)
    ]


def run_readme(readme: str, folder: Path) -> str:
    """The README with what its blocks print now.

    Args:
        readme: Its text.
        folder: An empty folder to work in.
    """
    (folder / "seeds").symlink_to(ROOT / "seeds")
    parts, done, names = [], 0, {}
    printed: str | None = None  # by the block before, where that is code
    for block in find_blocks(readme):
        body = block.body
        if block.language == "console":
            body = _COMMAND.sub(lambda found: _run_line(found, folder), body)
        elif block.language == "text" and printed is not None:
            body = printed
        elif block.language == "turtle" and block.note:
            body = quote_file(block.note, folder)
        printed = run_python(body, names, folder) if block.language == "python" else None
        parts += [readme[done : block.start], keep_seconds(block.body, body)]
        done = block.end
    return "".join(parts) + readme[done:]


def _run_line(found: re.Match[str], folder: Path) -> str:
    return f"$ {found['command']}\n{run_shell(found['command'], folder)}"


def run_shell(command: str, folder: Path) -> str:
    """What a command prints on both streams.

    Raises:
        RuntimeError: It failed.
    """
    done = subprocess.run(
        ["bash", "-c", f'kgx() {{ "{sys.executable}" -m kgx "$@"; }}; {command}'],
        cwd=folder,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"$ {command}\n{done.stdout}")
    return done.stdout


def run_python(code: str, names: dict[str, object], folder: Path) -> str:
    """What code prints; ``names`` gets the names it defines."""
    printed = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(printed):
        exec(code, names)
    return "".join(line.rstrip() + "\n" for line in printed.getvalue().splitlines())


def quote_file(note: str, folder: Path) -> str:
    """The paragraphs of a file that a comment asks for.

    Raises:
        RuntimeError: One of them is not there.
    """
    name, _, wanted = note.partition(": ")
    paragraphs = (folder / name).read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    found = []
    for words in wanted.split("; "):
        first, *others = words.split(" + ")
        fits = [p for p in paragraphs if p.startswith(first) and all(word in p for word in others)]
        if not fits:
            raise RuntimeError(f"{name}: no paragraph with {words}")
        found.append(fits[0])
    return "\n\n".join(found) + "\n"


def keep_seconds(shown: str, printed: str) -> str:
    """What is printed, with the seconds that were shown."""
    times = iter(_SECONDS.findall(shown))
    return _SECONDS.sub(lambda found: next(times, found[0]), printed)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        README.write_text(
            run_readme(README.read_text(encoding="utf-8"), Path(place)), encoding="utf-8"
        )
