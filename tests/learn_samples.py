"""Examples to learn from, written for the tests: who taught whom, and who was born when."""

from __future__ import annotations

import json
from pathlib import Path

MENTORS = [
    "{a} mentored {b} in Bergen.",
    "{a}, who mentored {b}, lives in Oslo.",
    "In Bergen, {b} was mentored by {a}.",
    "{b} was mentored by {a} for a year.",
]
RIVALS = ["{a} met {b} in Bergen.", "{a} wrote to {b} about the matter.", "{a} thanked {b}."]
PEOPLE = [
    "Maria Lind", "John Carter", "Anna Berg", "Peter Novak", "Laura Rossi", "David Klein",
    "Sofia Marino", "Robert Hall", "Emma Larsen", "Thomas Weber",
]  # fmt: skip


def make_examples(count: int) -> list[dict[str, object]]:
    """Sentences that say who mentored whom, each followed by one that does not."""
    rows: list[dict[str, object]] = []
    for n in range(count):
        a, b = PEOPLE[n % 10], PEOPLE[(n * 3 + 1 + n // 10) % 10]
        if a != b:
            said = MENTORS[n % 4].format(a=a, b=b)
            rows.append({"text": said, "triples": [[a, "mentorOf", b]]})
            rows.append({"text": RIVALS[n % 3].format(a=a, b=b), "triples": []})
    return rows


def write_examples(path: Path, rows: list[dict[str, object]]) -> Path:
    """The rows as JSON lines."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path
