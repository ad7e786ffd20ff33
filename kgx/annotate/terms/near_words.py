"""Words near to those of a label: near-synonyms that WordNet and the model's word vectors agree on.

Vectors alone say too little: of the pairs of words of the relations kgx knows whose cosine is .8 or
more, only .76 of the verbs and .63 of the nouns say the same ("buy" is as near to "sell", "father"
to "mother"). Of nouns that share a frequent meaning in WordNet and have a cosine of .6 or more, 27
of 30 do, and the others ("supplier" and "provider") are near. Verbs are near where they fold into
one (`kgx.annotate.claims.generals.Generals.fold`): 50 of 53 such pairs say the same.
"""

from __future__ import annotations

import functools
from collections import defaultdict
from collections.abc import Iterator

import numpy as np
from spacy.vocab import Vocab

from kgx.annotate.claims.generals import load_generals
from kgx.annotate.terms.label_sayings import Saying
from kgx.annotate.words.noun_kinds import load_noun_kinds
from kgx.records import changed

ALIKE = 0.6
"""The least cosine of two nouns that share a meaning."""
_FREQUENT = 3


def say_near(vocab: Vocab, saying: Saying) -> Iterator[Saying]:
    """A saying in the words near to its own, in order of the alphabet; none for nouns of several
    words and where the model has no vectors."""
    if saying.form == "noun":
        words = near_nouns(vocab, saying.words)
    elif saying.form in ("verb", "passive"):
        words = near_verbs(saying.words)
    else:
        return
    yield from (changed(saying, words=near, source="vectors") for near in words)


def near_nouns(vocab: Vocab, noun: str) -> list[str]:
    """The nouns that share a frequent meaning with a noun and whose vectors are like its own."""
    meanings = load_noun_kinds().meanings.get(noun, ())[:_FREQUENT]
    own = vocab.get_vector(noun) if vocab.has_vector(noun) else None
    if own is None:
        return []
    others = {other for meaning in meanings for other in _nouns_by_meaning()[meaning]} - {noun}
    return sorted(other for other in others if _likeness(vocab, own, other) >= ALIKE)


def _likeness(vocab: Vocab, own: object, other: str) -> float:
    if not vocab.has_vector(other):
        return -1.0
    one, two = np.asarray(own, dtype="float64"), np.asarray(vocab.get_vector(other), "float64")
    return float(one @ two / (np.linalg.norm(one) * np.linalg.norm(two)))


@functools.cache
def _nouns_by_meaning() -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for noun, meanings in load_noun_kinds().meanings.items():
        for meaning in meanings[:_FREQUENT]:
            found[meaning].append(noun)
    return found


def near_verbs(words: str) -> list[str]:
    """A verb with its preposition as the verbs say it that fold into the same."""
    verb, _, rest = words.partition(" ")
    same = load_generals().same
    head = same.get(verb, verb)
    others = {other for other, folded in same.items() if folded == head} | {head}
    return sorted(f"{other} {rest}".rstrip() for other in others - {verb} if " " not in other)
