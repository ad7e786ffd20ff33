"""Surnames that two share: "Emil and Otto Strauss" are Emil Strauss and Otto Strauss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from kgx.annotate.coreference.nominals import Candidate
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.words import given_names

_TITLES = ("NN", "NNP")
_Text = tuple[tuple[str, ...], str]


def share_surnames(parse: Parse, names: Sequence[Candidate], texts: Sequence[_Text]) -> list[_Text]:
    """The words and types of names, a given name with the surname of the one that "and" joins to
    it, where it is met but once.

    Args:
        names: In order of appearance.
        texts: The words and the type of each.
    """
    met = Counter(words[:1] for words, type_ in texts if type_ == "person")
    shared = list(texts)
    for n, (one, other) in enumerate(pairwise(names)):
        (first, type_), (second, _) = texts[n], texts[n + 1]
        joined = other.start == one.end + 1 and parse.lower[one.end] in ("and", "&")
        people = type_ == other.type == "person" and len(first) == 1 and len(second) == 2
        given = people and {first[0].lower(), second[0].lower()} <= given_names()
        titled = one.start > 0 and parse.tag[one.start - 1] in _TITLES
        if joined and given and not titled and met[first] == 1:
            shared[n] = (first[0], second[1]), type_
    return shared
