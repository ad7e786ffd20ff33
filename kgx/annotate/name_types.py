"""What a name names: one label a name over all its mentions in a document.

Rules decide where they are strong, a learned model where they are not.
"""

from __future__ import annotations

from collections.abc import Sequence

from kgx.annotate.name_model import read_features, score_classes
from kgx.annotate.name_votes import UNTYPED, Ballot, hold_vote, name_key
from kgx.annotate.name_words import Name
from kgx.annotate.parse import Parse

__all__ = ["UNTYPED", "class_of_label", "label_names", "name_key"]

_WITHIN = {
    "PERSON": ("PERSON",),
    "ORG": ("ORG",),
    "PLACE": ("GPE", "LOC", "FAC"),
    "MISC": ("WORK_OF_ART", "EVENT", "PRODUCT", "LAW", "LANGUAGE"),
}
"""The labels of each of the model's classes."""
_SOME = 0.5  # the votes that a label of the rest needs


def class_of_label(label: str) -> str:
    """The model's class that a label is of.

    >>> class_of_label("FAC"), class_of_label("MISC")
    ('PLACE', 'MISC')
    """
    return next((c for c, labels in _WITHIN.items() if label in labels), "MISC")


def label_names(parse: Parse, names: Sequence[Name]) -> list[str]:
    """One label for each name, the same for all mentions of a name."""
    ballots = hold_vote(parse, names)
    labels = {key: _decide(parse, ballot) for key, ballot in ballots.items()}
    return [labels[name_key(parse.text[n.start : n.end])] for n in names]


def _decide(parse: Parse, ballot: Ballot) -> str:
    if ballot.is_sure():
        return ballot.best()
    scores = score_classes(read_features(parse, ballot))
    class_ = max(scores, key=lambda c: (scores[c], c))
    label = max(_WITHIN[class_], key=lambda x: ballot.votes.get(x, 0.0))
    return label if class_ != "MISC" or ballot.votes.get(label, 0.0) >= _SOME else UNTYPED
