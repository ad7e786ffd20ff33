"""Where pairs are claimed to state a relation, and how sure their scores are."""

from __future__ import annotations

import math
from collections.abc import Sequence

from kgx.learn.rivals import UNHEARD, Group


def choose_threshold(groups: Sequence[Group], wanted: float) -> tuple[float, float, float]:
    """The threshold with the best F1, or the least that reaches the wanted precision, with the
    precision and recall there; groups count with their weight."""
    whole = sum(g.holds for g in groups)
    right = seen = 0.0
    best = (-1.0, 0.0, 0.0, 0.0)
    ranked = sorted((g for g in groups if g.score > UNHEARD), key=lambda g: (-g.score, g.holds))
    for group in ranked:
        seen += 1.0 if group.holds else group.count
        right += group.holds
        precision, recall = right / seen, right / max(1, whole)
        value = 2 * precision * recall / (precision + recall) if right else 0.0
        if wanted and right >= 3:
            value = recall if precision >= wanted else min(0.0, precision - wanted)
        if group.holds and value > best[0]:
            best = (value, group.score, precision, recall)
    return round(best[1] - 0.005, 2), round(best[2], 3), round(best[3], 3)


def measure(groups: Sequence[Group], threshold: float) -> tuple[float, float]:
    """Precision and recall at a threshold; groups count with their weight."""
    found = [g for g in groups if g.score >= threshold]
    right = sum(g.holds for g in found)
    seen = sum(1.0 if g.holds else g.count for g in found)
    whole = sum(g.holds for g in groups)
    return round(right / max(1e-9, seen), 3), round(right / max(1, whole), 3)


def calibrate(groups: Sequence[Group]) -> tuple[float, float]:
    """Scale and shift that make the sigmoid of a score a probability (Platt 1999), by Newton's
    method."""
    rows = [(g.score, float(g.holds), 1.0 if g.holds else g.count) for g in groups]
    rows = [row for row in rows if row[0] > UNHEARD]
    a, b = 1.0, 0.0
    for _ in range(30):
        g0 = g1 = h00 = h01 = 0.0
        h11 = 1e-6
        for x, y, w in rows:
            p = 1 / (1 + math.exp(-max(-30.0, min(30.0, a * x + b))))
            d, v = w * (p - y), w * p * (1 - p)
            g0, g1 = g0 + d * x, g1 + d
            h00, h01, h11 = h00 + v * x * x, h01 + v * x, h11 + v
        slope = h00 * h11 - h01 * h01
        if slope <= 1e-9:
            break
        da, db = (h11 * g0 - h01 * g1) / slope, (h00 * g1 - h01 * g0) / slope
        a, b = a - da, b - db
        if abs(da) + abs(db) < 1e-6:
            break
    return (round(a, 3), round(b, 3)) if 0.05 < a < 5 else (1.0, 0.0)
