"""A small learned model of what a name names: a log-linear one over its words and over all its
mentions in a document, with the vectors of the words that these hang on.

``python -m kgx.annotate.build.train_names`` trains it and writes ``data/name_weights.tsv`` and
``data/name_vectors.tsv``.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from spacy.vocab import Vocab

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import head_of
from kgx.annotate.names.evidence import SURE, best_place
from kgx.annotate.names.ties import Tie, read_ties, score_tie
from kgx.annotate.names.votes import Ballot
from kgx.annotate.names.words import Name, given_names
from kgx.annotate.words.tables import read_weights
from kgx.errors import RuleError

Features = dict[str, float]

CLASSES = ("PERSON", "ORG", "PLACE", "MISC")
"""What the model tells apart; places are cities, lands, waters and buildings, ``MISC`` the rest."""
MOST_MENTIONS = 20
"""Mentions of a name that features are read from."""

_FILE = "name_weights.tsv"
_NEAR = 25  # tokens
_BY_HEART = frozenset({"model", "words", "company", "places", "club"})
"""Evidence that lists and the pipeline's own model have by heart."""
_RELATIVES = frozenset({"who", "whom", "which", "where"})
_PRONOUNS = (
    dict.fromkeys(("he", "his", "him", "himself", "she", "her", "hers", "herself"), "he")
    | dict.fromkeys(("it", "its", "itself"), "it")
    | dict.fromkeys(("they", "their", "them", "themselves"), "they")
)


def score_classes(
    features: Features, ties: Iterable[Tie] = (), vocab: Vocab | None = None
) -> dict[str, float]:
    """The score of each class: the logarithm of its probability, up to a constant.

    Args:
        ties: Scored by the vectors of ``vocab``, where it is given.
    """
    weights = load_weights()
    totals = list(weights[""])  # what holds for any name
    for name, value in features.items():
        for i, weight in enumerate(weights.get(name, ())):
            totals[i] += weight * value
    for relation, word in ties if vocab is not None else ():
        for i, score in enumerate(score_tie(vocab, relation, word)):
            totals[i] += score
    return dict(zip(CLASSES, totals, strict=True))


@cache
def load_weights() -> dict[str, tuple[float, ...]]:
    """The weights of each feature, in the order of `CLASSES`; the first line has no feature.

    Raises:
        RuleError: A line of the file has no weights, or not one for each class.
    """
    weights = {name: tuple(row) for name, row in read_weights(_FILE)}
    wrong = next((name for name, row in weights.items() if len(row) != len(CLASSES)), None)
    if wrong is not None:
        raise RuleError(f"{_FILE}: {len(CLASSES)} weights must follow {wrong!r}")
    return weights


def read_features(parse: Parse, ballot: Ballot, ties: Sequence[Tie]) -> Features:
    """What the model knows of a name: its words, its surroundings, what the rules say of it."""
    mentions = ballot.mentions
    words = parse.text[mentions[0].start : mentions[0].end]
    features: Features = {f"vote {label}": w / SURE for label, w in ballot.votes.items()}
    one = "one " if len(words) == 1 else ""
    for label, count in Counter(n.label or "none" for n in mentions).items():
        features[f"model {one}{label}"] = count / len(mentions)
        if len(words) > 1 and words[0].lower() in given_names():
            features[f"given, model {label}"] = count / len(mentions)
    place = best_place(" ".join(words))
    if place is not None:
        features[f"place {place.kind}{' common' if place.common else ''}"] = 1.0
        features["people"] = math.log10(max(place.population, 1)) / 6
    said = [f"{kind}: {label}" for kind, label in ballot.told if kind not in ("model", "places")]
    said += [f"longer: {x}" for x in ballot.longer]
    said += [*_read_shape(words), *_read_words(words)]
    said += _read_surroundings(parse, mentions, ties)
    features.update(dict.fromkeys(said, 1.0))
    return features


def read_blind(parse: Parse, ballot: Ballot, ties: Sequence[Tie]) -> Features:
    """What the model would know of a name of one word that no list has, no longer name tells and
    the pipeline's own model never met."""
    mentions = ballot.mentions
    told = {(k, label): w for (k, label), w in ballot.told.items() if k not in _BY_HEART}
    votes: Counter[str] = Counter()
    for (_, label), weight in told.items():
        votes[label] += weight  # type: ignore[assignment]
    features: Features = {f"vote {label}": w / SURE for label, w in votes.items()}
    said = [f"{kind}: {label}" for kind, label in told]
    said += _read_shape(parse.text[mentions[0].start : mentions[0].end])
    said += _read_surroundings(parse, mentions, ties)
    features.update(dict.fromkeys(said, 1.0))
    return features


def ties_of(parse: Parse, ballot: Ballot) -> list[Tie]:
    """How the mentions of a name hang on other words, each way once."""
    ties = (t for name in ballot.mentions[:MOST_MENTIONS] for t in read_ties(parse, name))
    return list(dict.fromkeys(ties))


def _read_shape(words: Sequence[str]) -> Iterator[str]:
    """What the words of a name look like."""
    last = words[-1].lower()
    yield f"size {min(len(words), 4)}"
    yield f"ends {last[-3:]}"
    yield f"ends {last[-2:]}"
    if len(words) == 1 and words[0].isupper():
        yield "capitals"


def _read_words(words: Sequence[str]) -> Iterator[str]:
    """Which words a name has."""
    lower = [w.lower() for w in words]
    yield f"first {lower[0]}"
    yield f"last {lower[-1]}"
    yield from (f"within {w}" for w in lower[1:-1])
    if lower[0] in given_names():
        yield f"given {min(len(words), 3)}"
    if any(c.isdigit() for w in words for c in w):
        yield "digit"
    if any(len(w) == 2 and w[1] == "." for w in words):
        yield "initial"


def _read_surroundings(
    parse: Parse, mentions: Sequence[Name], ties: Sequence[Tie]
) -> Iterator[str]:
    """The words around mentions, those they hang on, and the pronoun that comes next."""
    yield from (f"{relation} > {word}" for relation, word in ties)
    for name in mentions[:MOST_MENTIONS]:
        yield from _read_beside(parse, name)
        if pronoun := next_pronoun(parse, name.end):
            yield f"pronoun {pronoun}"


def _read_beside(parse: Parse, name: Name) -> Iterator[str]:
    """The one or two words before a mention and after it."""
    start, end, lower = name.start, name.end, parse.lower
    first, last = parse.sent[start], parse.sent_end[start]
    yield f"is {parse.dep[head_of(parse, start, end)]}"
    if start > first:
        yield f"after {lower[start - 1]}"
    if start > first + 1:
        yield f"after {lower[start - 2]} {lower[start - 1]}"
    if end < last:
        yield f"before {lower[end]}"
    if end + 1 < last:
        yield f"before {lower[end]} {lower[end + 1]}"


def next_pronoun(parse: Parse, end: int) -> str:
    """The kind of the first pronoun of the sentence after a name, else of the one that opens the
    next sentence; ``who`` and its like only right behind the name; empty for none."""
    last = parse.sent_end[end - 1]
    for word in parse.lower[end : min(end + 2, last)]:
        if word in _RELATIVES:
            return word
    for word in parse.lower[end : min(end + _NEAR, last)]:
        if word in _PRONOUNS:
            return f"same {_PRONOUNS[word]}"
    opener = parse.lower[last] if last < len(parse) else ""
    return f"next {_PRONOUNS[opener]}" if opener in _PRONOUNS else ""
