"""A small learned model of what a name names: a log-linear one over sparse features of its words
and of all its mentions in a document.

``python -m kgx.annotate.build.train_names`` trains it and writes ``data/name_weights.tsv``.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.context import head_of
from kgx.annotate.names.evidence import SURE, best_place
from kgx.annotate.names.votes import Ballot
from kgx.annotate.names.words import Name, given_names
from kgx.errors import RuleError

Features = dict[str, float]

CLASSES = ("PERSON", "ORG", "PLACE", "MISC")
"""What the model tells apart; places are cities, lands, waters and buildings, ``MISC`` the rest."""
MOST_MENTIONS = 20
"""Mentions of a name that features are read from."""

_FILE = "name_weights.tsv"


def score_classes(features: Features) -> dict[str, float]:
    """The score of each class: the logarithm of its probability, up to a constant."""
    weights = load_weights()
    totals = list(weights[""])  # what holds for any name
    for name, value in features.items():
        for i, weight in enumerate(weights.get(name, ())):
            totals[i] += weight * value
    return dict(zip(CLASSES, totals, strict=True))


@cache
def load_weights() -> dict[str, tuple[float, ...]]:
    """The weights of each feature, in the order of `CLASSES`; the first line has no feature."""
    path = files("kgx.annotate") / "data" / _FILE
    weights: dict[str, tuple[float, ...]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        name, *cells = line.split("\t")
        try:
            weights[name] = tuple(float(cell) for cell in cells)
        except ValueError as err:
            raise RuleError(f"{path}, line {number}: no weights: train the model again") from err
        if len(weights[name]) != len(CLASSES):
            raise RuleError(f"{path}, line {number}: {len(CLASSES)} weights must follow {name!r}")
    return weights


def read_features(parse: Parse, ballot: Ballot) -> Features:
    """What the model knows of a name: its words, its surroundings, what the rules say of it."""
    mentions = ballot.mentions
    words = parse.text[mentions[0].start : mentions[0].end]
    features: Features = {f"vote {label}": w / SURE for label, w in ballot.votes.items()}
    one = "one " if len(words) == 1 else ""
    for label, count in Counter(n.label or "none" for n in mentions).items():
        features[f"model {one}{label}"] = count / len(mentions)
    place = best_place(" ".join(words))
    if place is not None:
        features[f"place {place.kind}{' common' if place.common else ''}"] = 1.0
        features["people"] = math.log10(max(place.population, 1)) / 6
    said = [f"{kind}: {label}" for kind, label in ballot.told if kind not in ("model", "places")]
    said += [f"longer: {x}" for x in ballot.longer]
    said += _read_words(words)
    for name in mentions[:MOST_MENTIONS]:
        said += _read_context(parse, name)
    features.update(dict.fromkeys(said, 1.0))
    return features


def _read_words(words: Sequence[str]) -> Iterator[str]:
    """What the words of a name are and look like."""
    lower = [w.lower() for w in words]
    size = len(words)
    yield f"size {min(size, 4)}"
    yield f"first {lower[0]}"
    yield f"last {lower[-1]}"
    yield f"ends {lower[-1][-3:]}"
    yield f"ends {lower[-1][-2:]}"
    yield from (f"within {w}" for w in lower[1:-1])
    if lower[0] in given_names():
        yield f"given {min(size, 3)}"
    if size == 1 and words[0].isupper():
        yield "capitals"
    if any(c.isdigit() for w in words for c in w):
        yield "digit"
    if any(len(w) == 2 and w[1] == "." for w in words):
        yield "initial"


def _read_context(parse: Parse, name: Name) -> Iterator[str]:
    """The words around a mention and those it hangs on."""
    start, end, first, last = (
        name.start,
        name.end,
        parse.sent[name.start],
        parse.sent_end[name.start],
    )
    lower, dep = parse.lower, parse.dep
    if start > first:
        yield f"after {lower[start - 1]}"
    if start > first + 1:
        yield f"after {lower[start - 2]} {lower[start - 1]}"
    if end < last:
        yield f"before {lower[end]}"
    if end + 1 < last:
        yield f"before {lower[end]} {lower[end + 1]}"
    head = head_of(parse, start, end)
    up = parse.head[head]
    yield f"is {dep[head]}"
    if up != head:
        yield f"{dep[head]} of {parse.lemma[up].lower()}"
    if dep[head] == "pobj":
        yield f"{parse.lemma[parse.head[up]].lower()} {lower[up]}"
    for child in parse.children[head]:
        if dep[child] == "appos" and child >= end:
            yield f"called {parse.lemma[child].lower()}"
        elif child < start and dep[child] in ("compound", "amod", "nmod"):
            yield f"modified {parse.lemma[child].lower()}"
