"""Rivals: pairs of a sentence that cannot all state a relation, as its examples tell.

A song has one album in a sentence, and an album many songs: where a relation has one subject for an
object, only the surest of several subjects is claimed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

UNHEARD = -99.0
"""The score of what is never claimed."""
_CHOICES: tuple[tuple[str, ...], ...] = ((), ("subject",), ("object",), ("subject", "object"))


@dataclass(slots=True)
class Group:
    """All pairs of a sentence that relate the same two things: one claim, if any.

    Attributes:
        where: Its example and the first token of its sentence.
        ends: The keys of subject and object.
    """

    where: tuple[int, int]
    ends: tuple[str, str]
    score: float = UNHEARD
    holds: bool = False
    count: float = 0.0


def choose_single(groups: Sequence[Group]) -> tuple[tuple[str, ...], list[Group]]:
    """The ends of which there is one in a sentence for each other end, chosen so that the claims
    above the best threshold have the best F1; and the groups, rivals that lose unheard."""
    choices = [(single, silence_rivals(groups, single)) for single in _CHOICES]
    return max(choices, key=lambda choice: best_f1(choice[1]))


def silence_rivals(groups: Sequence[Group], single: Sequence[str]) -> list[Group]:
    """The groups; those that a surer rival stands beside are not heard."""
    found = list(groups)
    for end in single:
        other = 1 if end == "subject" else 0
        best: dict[tuple[tuple[int, int], str], float] = {}
        for g in found:
            key = g.where, g.ends[other]
            best[key] = max(best.get(key, UNHEARD), g.score)
        found = [
            g if g.score >= best[g.where, g.ends[other]] else replace(g, score=UNHEARD)
            for g in found
        ]
    return found


def best_f1(groups: Sequence[Group]) -> float:
    """The F1 at the best threshold."""
    whole = sum(g.holds for g in groups)
    right = seen = best = 0.0
    for g in sorted(groups, key=lambda g: (-g.score, g.holds)):
        if g.score > UNHEARD:
            right += g.holds
            seen += 1.0 if g.holds else g.count
            best = max(best, 2 * right / (seen + whole))
    return best
