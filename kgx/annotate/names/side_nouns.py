"""What common nouns say of a name that stands beside them: the carmaker Orbis."""

from __future__ import annotations

from functools import cache

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.words.wordlists import read_lists, read_set

_SIDE_NOUNS = (
    ("person", "PERSON"),
    ("organization", "ORG"),
    ("sites", "ORG"),
    ("country", "GPE"),
    ("city", "GPE"),
    ("place", "LOC"),
    ("facility", "FAC"),
    ("work", "WORK_OF_ART"),
    ("event", "EVENT"),
    ("law", "LAW"),
    ("product", "PRODUCT"),
)


@cache
def shared_nouns() -> frozenset[str]:
    """Nouns for bodies that a person may be called by as well."""
    return (read_set("nouns.toml", "either") & read_set("nouns.toml", "organization")) | {"parent"}


@cache
def side_labels() -> dict[str, str]:
    """The label that a common noun gives a name beside it; the first list that holds it counts."""
    labels: dict[str, str] = {}
    for key, label in _SIDE_NOUNS:
        for noun in sorted(read_set("nouns.toml", key) - read_set("nouns.toml", "either")):
            labels.setdefault(noun, label)
    return labels


_TECHNICAL = frozenset({"programming", "scripting", "markup", "query", "assembly"})
"""What is before "language" where that is a product and none that a people speaks."""


def noun_label(parse: Parse, token: int) -> str | None:
    """The label that a common noun gives a name beside it; None where it tells nothing."""
    if parse.lower[token] == "language" and parse.lower[token - 1] in _TECHNICAL:
        return "PRODUCT"
    if parse.pos[token] not in ("NOUN", "PROPN"):
        return None
    lemma = parse.lemma[token].lower()
    label = side_labels().get(lemma)
    ends = read_lists("nouns.toml")["person_ends"]
    return "PERSON" if label is None and lemma.endswith(ends) else label
