"""Verbs that say a relation of things of some classes alone: ``data/made.toml``."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from dataclasses import dataclass

from kgx.annotate.claims.relations import load_relations
from kgx.annotate.terms.label_sayings import Saying
from kgx.annotate.words.tables import read_table
from kgx.errors import RuleError

_NAME = "made.toml"


@dataclass(frozen=True, slots=True)
class Made:
    """The words of the labels of classes, and the verbs for what is done to their things."""

    classes: frozenset[str]
    verbs: tuple[str, ...]


@functools.cache
def load_made() -> dict[str, Made]:
    """The verbs by the id of the relation that they say.

    Raises:
        RuleError: A key is no relation, or one of ``classes`` and ``verbs`` is missing.
    """
    raw = read_table(_NAME)
    for key, row in raw.items():
        if key not in load_relations().by_id or row.keys() != {"classes", "verbs"}:
            raise RuleError(f"{_NAME}: {key}: a relation with classes and verbs is wanted")
    return {k: Made(frozenset(row["classes"]), tuple(row["verbs"])) for k, row in raw.items()}


def say_made(told: list[Saying], subjects: tuple[str, ...]) -> Iterator[Saying]:
    """How the relations that say a property are said of the classes of its subjects alone.

    Args:
        subjects: What those classes are called, in words.
    """
    asked = {saying.words for saying in told if saying.form == "relation" and not saying.turned}
    for relation, made in load_made().items():
        every = all(made.classes & set(name.split()) for name in subjects)
        if relation in asked and subjects and every:
            yield from (Saying("verb", verb, True, "derived") for verb in made.verbs)
