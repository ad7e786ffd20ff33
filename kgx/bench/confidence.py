"""Whether confidence means what it says: how sure propositions are against the tuples that people
wrote, and how sure claims are against what somebody who read them found."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kgx.annotate.build.tuples import Tuple, make_tuple, measure_agreement
from kgx.errors import KgxError
from kgx.types import Annotation, Proposition


@dataclass(frozen=True, slots=True)
class Bin:
    """Propositions, or claims, whose confidence is in ``[low, high)``.

    Attributes:
        count: How many.
        confidence, agreement: Their means, in [0, 1].
    """

    low: float
    high: float
    count: int
    confidence: float
    agreement: float


@dataclass(frozen=True, slots=True)
class Reliability:
    """A reliability curve and its expected calibration error (Guo et al. 2017)."""

    bins: tuple[Bin, ...]
    count: int
    error: float


def measure_reliability(
    annotations: Iterable[Annotation], gold: Mapping[str, Sequence[Tuple]], *, bins: int = 10
) -> Reliability:
    """Hold the confidence of propositions against their agreement with tuples people wrote.

    Documents without gold are left out.

    Raises:
        KgxError: No document of the annotations has both gold and a proposition.
    """
    points = [
        (said.confidence, measure_agreement(_spell(said), gold[annotation.id]))
        for annotation in annotations
        if annotation.id in gold
        for said in annotation.propositions
    ]
    if not points:
        raise KgxError("no proposition to measure: no document with propositions has gold tuples")
    return _draw_curve(points, bins)


def measure_claims(
    annotations: Iterable[Annotation], readings: Mapping[str, bool], *, bins: int = 10
) -> Reliability:
    """Hold the confidence of claims against what somebody who read them found.

    Raises:
        KgxError: None of the claims that were read is in the annotations.
    """
    points = [
        (claim.confidence, float(readings[claim.id]))
        for annotation in annotations
        for claim in annotation.claims
        if claim.id in readings
    ]
    if not points:
        raise KgxError("no claim to measure: the annotations have none of those that were read")
    return _draw_curve(points, bins)


def _draw_curve(points: Sequence[tuple[float, float]], bins: int) -> Reliability:
    found = [_fill_bin(points, i, bins) for i in range(bins)]
    full = tuple(one for one in found if one.count)
    error = sum(one.count * abs(one.confidence - one.agreement) for one in full) / len(points)
    return Reliability(full, len(points), error)


def _spell(said: Proposition) -> Tuple:
    return make_tuple(said.relation.text, [said.subject.text, *(a.text for a in said.arguments)])


def _fill_bin(points: Sequence[tuple[float, float]], number: int, bins: int) -> Bin:
    inside = [p for p in points if min(int(p[0] * bins), bins - 1) == number]
    count = len(inside)
    sure = sum(p[0] for p in inside) / count if count else 0.0
    right = sum(p[1] for p in inside) / count if count else 0.0
    return Bin(number / bins, (number + 1) / bins, count, sure, right)


def say_reliability(measured: Reliability, what: str = "propositions") -> str:
    """The curve and the error as lines of text.

    Args:
        what: What was measured, as the head of its column.
    """
    lines = [f"{'confidence':<12}{what:>12}{'mean':>8}{'agreement':>11}"]
    lines += [
        f"{one.low:.1f} to {one.high:.1f}"
        f"{one.count:>14,}{one.confidence:>8.3f}{one.agreement:>11.3f}"
        for one in measured.bins
    ]
    lines.append(f"expected calibration error {measured.error:.3f} of {measured.count:,} {what}")
    return "\n".join(lines)
