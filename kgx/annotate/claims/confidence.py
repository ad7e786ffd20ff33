"""How sure a claim is: the share of claims like it that a careful reader found right.

A log-linear model of a few things one can see in a claim and its proposition; the weights, in
``data/claim_confidence.toml``, were fitted on claims that were drawn at random from news, essays,
speeches and sample articles and read against their sentences (`kgx.learn.claim_confidence`).
"""

from __future__ import annotations

import functools
from typing import NamedTuple

from kgx.annotate.clauses.confidence import load_weights, weigh
from kgx.annotate.words.wordlists import read_set
from kgx.types import Claim, Modality, Polarity, Proposition

_NAME = "claim_confidence.toml"
_KINDS = {"coined": "coined", "of": "of", "complement": "of", "table": "table"}
"""Rules that are graded apart; what a noun's complement says is right as often as with "of"."""
_WIDTH, _MOST = 15, 60  # words of a sentence
_MANY = 3


class Seen(NamedTuple):
    """What the grade of a claim looks at beside its proposition.

    Attributes:
        object: The IRI of the object; None for a literal.
        around: The sentences it was read in.
    """

    rule: str
    polarity: Polarity
    modality: Modality
    object: str | None
    around: str


def grade(seen: Seen, said: Proposition | None) -> float:
    """The probability that a claim is right: its ends, its predicate and its standing, in (0, 1).

    Args:
        said: The proposition it is made from, None where it has none.
    """
    return round(weigh(load_weights(_NAME), _features(seen, said)), 3)


def claim_features(claim: Claim, said: Proposition | None) -> list[str]:
    """The names of the features that hold of a claim."""
    return _features(look_at(claim), said)


def look_at(claim: Claim) -> Seen:
    """What the grade of a claim that is made looks at."""
    around = claim.prefix + claim.quote + claim.suffix
    return Seen(claim.rule, claim.polarity, claim.modality, claim.object, around)


def _features(seen: Seen, said: Proposition | None) -> list[str]:
    found = [f"rule {_KINDS.get(seen.rule, 'typed')}", seen.modality]
    if seen.polarity == "negative":
        found.append("negative")
    found += _width(seen.around)
    return found if said is None else found + _proposition_features(seen, said)


@functools.lru_cache(maxsize=64)  # the claims of a sentence are graded in turn
def _width(around: str) -> list[str]:
    longer = min(len(around.split()), _MOST + 1)
    return [f"over {n} words" for n in range(_WIDTH, longer, _WIDTH)]


def _proposition_features(seen: Seen, said: Proposition) -> list[str]:
    found = []
    if said.relation.start is None:
        found.append("noun-borne")
    if said.subject.text.lower() in _pronouns():
        found.append("pronoun")
    if len(said.arguments) >= _MANY:
        found.append("many arguments")
    if seen.object is not None:
        roles = [a.role for a in said.arguments if a.entity == seen.object]
        found.append(f"role {roles[0] if roles else 'none'}")
    found.append(f"proposition over {min(int(said.confidence * 5), 3) / 5:.1f}")
    return found


@functools.cache
def _pronouns() -> frozenset[str]:
    kinds = ("masculine", "feminine", "neuter", "plural")
    return frozenset().union(*(read_set("coreference.toml", kind) for kind in kinds))
