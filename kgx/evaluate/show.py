"""An evaluation as a table to read and as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from kgx.evaluate.score import MEASURES, Evaluation, Groups, Score

_GROUPS = ("strict", "lenient", "types", "predicates", "rules", "confidences", "standing")


def to_json(evaluation: Evaluation) -> dict[str, Any]:
    """All figures as plain data, each score with its counts and its figures rounded to 4 places."""
    groups = {
        group: {name: _figures(score) for name, score in getattr(evaluation, group).items()}
        for group in _GROUPS
    }
    return {**groups, "documents": evaluation.documents, "missing": list(evaluation.missing)}


def _figures(score: Score) -> dict[str, float]:
    figures = {"precision": score.precision, "recall": score.recall, "f1": score.f1}
    return {**asdict(score), **{name: round(value, 4) for name, value in figures.items()}}


def show_evaluation(evaluation: Evaluation, *, top: int = 20) -> str:
    """A table of all measures, then one of each kind of group; ``top`` bounds the lines of one.

    A dash stands for a share of nothing: what was not found has no precision, what the gold cannot
    have, such as a rule, no recall.
    """
    lines = [
        f"{'':<28}{'precision':>10}{'recall':>10}{'F1':>10}{'right':>8}{'found':>8}{'gold':>8}"
    ]
    for strictness in ("strict", "lenient"):
        groups: Groups = getattr(evaluation, strictness)
        lines += [_line(f"{m}, {strictness}", groups[m]) for m in MEASURES if m in groups]
    for title, group in (
        ("entities by type", evaluation.types),
        ("claims by predicate", evaluation.predicates),
        ("claims by rule", evaluation.rules),
        ("standing of claims found", evaluation.standing),
    ):
        if group:
            lines += ["", title, *_section(group, top)]
    tenths = sorted(evaluation.confidences.items())
    if tenths:
        lines += ["", "claims by confidence", *(_line(name, score) for name, score in tenths)]
    if evaluation.missing:
        lines += ["", f"{len(evaluation.missing):,} gold documents were not annotated"]
    return "\n".join(lines)


def _section(groups: Groups, top: int) -> Iterator[str]:
    """The most frequent first."""
    ranked = sorted(groups.items(), key=lambda item: (-item[1].wanted, -item[1].found, item[0]))
    yield from (_line(name, score) for name, score in ranked[:top])
    if len(ranked) > top:
        yield f"  and {len(ranked) - top:,} more (--json shows all)"


def _line(name: str, score: Score) -> str:
    short = name.rpartition("/")[2] if "://" in name else name
    figures = (
        (score.precision, score.found),
        (score.recall, score.wanted),
        (score.f1, score.wanted),
    )
    shown = "".join(f"{value:>10.3f}" if of else f"{'–':>10}" for value, of in figures)
    return f"  {short[:26]:<26}{shown}{score.right:>8,}{score.found:>8,}{score.wanted:>8,}"
