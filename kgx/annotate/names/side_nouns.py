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


_PAIRS = (
    ("organization_pairs", "ORG"),
    ("product_pairs", "PRODUCT"),
    ("facility_pairs", "FAC"),
)


@cache
def pair_labels() -> dict[str, str]:
    """The label of a noun with the word before it, where the noun alone says something else."""
    return {pair: label for key, label in _PAIRS for pair in read_set("nouns.toml", key)}


def noun_label(parse: Parse, token: int) -> str | None:
    """The label that a common noun gives a name beside it; None where it tells nothing."""
    if token > 1 and parse.tag[token - 1] == "HYPH":
        whole = side_labels().get(f"{parse.lower[token - 2]}-{parse.lower[token]}")
        if whole is not None:
            return whole  # start-up
    if parse.pos[token] not in ("NOUN", "PROPN"):
        return None
    lemma = parse.lemma[token].lower()
    label = side_labels().get(lemma)
    if token and (pair := pair_labels().get(f"{parse.lower[token - 1]} {lemma}")):
        return pair
    ends = read_lists("nouns.toml")["person_ends"]
    return "PERSON" if label is None and lemma.endswith(ends) else label
