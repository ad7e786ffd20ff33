"""How sure a clause is: a log-linear model of what can go wrong in reading it.

Each feature is a property one can see in the parse; its weight is in ``data/confidence.toml``. The
sigmoid of their sum is the probability that a careful reader finds subject, relation and arguments
right, as far as crowd-sourced tuples tell (CaRB, Bhardwaj et al. 2019, development part).
"""

import functools
import math
import tomllib
from collections.abc import Iterator, Mapping
from importlib.resources import files

from kgx.annotate.parse import Parse
from kgx.annotate.parts import Clause
from kgx.errors import RuleError

_NAME = "data/confidence.toml"
_LONG_SUBJECT = 10
_LONG_ARGUMENTS = 20
_MANY = 4


@functools.cache
def load_weights(name: str = _NAME) -> Mapping[str, float]:
    """The weight of each feature, ``bias`` included, from a file of the package.

    Raises:
        RuleError: A weight is no number, or there is no bias.
    """
    raw = tomllib.loads(files("kgx.annotate").joinpath(name).read_text(encoding="utf-8"))
    for key, value in raw.items():
        if not isinstance(value, int | float):
            raise RuleError(f"{name}: {key} = {value!r}: must be a number")
    if "bias" not in raw:
        raise RuleError(f"{name}: there is no bias")
    return raw


def grade_clause(parse: Parse, clause: Clause) -> float:
    """The probability that a clause is read right, in (0, 1)."""
    weights = load_weights()
    total = weights["bias"] + sum(weights.get(f, 0.0) for f in clause_features(parse, clause))
    return 1.0 / (1.0 + math.exp(-total))


def clause_features(parse: Parse, clause: Clause) -> Iterator[str]:
    """The names of the features that hold of a clause."""
    yield clause.kind
    if clause.modality != "asserted":
        yield clause.modality
    if clause.polarity == "negative":
        yield "negative"
    if not clause.arguments:
        yield "no arguments"
    elif len(clause.arguments) >= _MANY:
        yield "many arguments"
    if clause.kind in ("verb", "copula"):
        yield from _verb_features(parse, clause)
    yield from _shape_features(parse, clause)
    if len(clause.subject.tokens) > _LONG_SUBJECT:
        yield "long subject"
    if sum(len(a.tokens) for a in clause.arguments) > _LONG_ARGUMENTS:
        yield "long arguments"
    if parse.pos[clause.subject.head] == "PRON":
        yield "pronoun"
    yield from (f"first {a.role}" for a in clause.arguments[:1])


def _verb_features(parse: Parse, clause: Clause) -> Iterator[str]:
    verb = clause.head
    own = "own" if parse.head[clause.subject.head] == verb else "far"
    yield f"as {parse.dep[verb]}"
    yield f"as {parse.dep[verb]}, {own} subject"
    yield f"tag {parse.tag[verb]}"
    if clause.passive:
        yield "passive"
    if parse.lower[clause.relation[0]] == "to":
        yield "bare infinitive"
    if parse.tag[verb] == "VBG" and len(clause.relation) == 1:
        yield "bare participle"
    if parse.head[clause.subject.head] != verb:
        yield "subject from elsewhere"
    if clause.subject.head > verb:
        yield "subject after verb"
    if len(clause.relation) > 2:
        yield "long relation"


def _shape_features(parse: Parse, clause: Clause) -> Iterator[str]:
    """How long the parts are, which come together, and where the clause ends."""
    size = sum(len(a.tokens) for a in clause.arguments)
    yield f"argument words {_bucket(size, 4, 28)}"
    yield f"sentence words {_bucket(parse.sent_end[clause.head] - parse.sent[clause.head], 12, 60)}"
    yield "roles " + " + ".join(a.role for a in clause.arguments[:2])
    last = max((a.tokens[-1] for a in clause.arguments if a.tokens), default=clause.head)
    after = min(last + 1, len(parse) - 1)
    if after >= parse.sent_end[clause.head] - 1:
        yield "ends the sentence"
    else:
        yield f"before {parse.dep[after]}"


def _bucket(count: int, width: int, most: int) -> int:
    """The lowest count of the bucket a count falls into."""
    return min(count, most) // width * width
