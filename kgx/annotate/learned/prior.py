"""How much a text speaks of what rules know: where it hardly does, claims must be surer.

Rules are learned from texts chosen for what they say: passages on lives and firms, of which nearly
every sentence states some relation. In a text that seldom does, a pair that looks like one of
theirs is less likely to be one. The odds of a claim are therefore lowered by the rate of such
claims in the rest of its text, held against the usual one (Saerens et al. 2002).
"""

from __future__ import annotations

import math
from collections.abc import Sequence, Set
from dataclasses import dataclass

from kgx.types import Claim

_BELIEF = 2.0
"""Sentences of the usual rate that are added to those of a text, so that a short one has a rate."""


@dataclass(frozen=True, slots=True)
class Rate:
    """What a text states of relations that rules know.

    Attributes:
        stated: Claims of the grammar, and learned ones each as far as it is sure.
        sentences: How many the text has.
    """

    stated: float
    sentences: int


def rate_of(
    claims: Sequence[Claim], learned: Sequence[Claim], known: Set[str], sentences: int
) -> Rate:
    """The rate of a text.

    Args:
        claims: Those of the grammar.
        known: The predicates of the relations that the rules know.
    """
    own = sum(not known.isdisjoint((c.predicate, *c.predicates)) for c in claims)
    return Rate(own + math.fsum(c.confidence for c in learned), sentences)


def lower_odds(rate: Rate, confidence: float, usual: float | None) -> float:
    """What to add to the log-odds of one of the learned claims of a text, at most 0.

    Args:
        confidence: Of the claim, which tells nothing of the rest of its text.
        usual: Claims a sentence in the texts the rules were learned from; None if they were not
            chosen.
    """
    if not usual:
        return 0.0
    rest = rate.stated - confidence + _BELIEF * usual
    return min(0.0, math.log(rest / (rate.sentences + _BELIEF) / usual))


def lower_confidence(confidence: float, odds: float) -> float:
    """The confidence when that is added to its log-odds."""
    if not odds:
        return confidence
    return round(1 / (1 + (1 - confidence) / confidence * math.exp(-odds)), 3)
