"""What common nouns say of a name that stands beside them: the carmaker Orbis."""

from __future__ import annotations

from functools import cache

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.words import words_in
from kgx.annotate.words.noun_kinds import is_kind_of, is_mostly
from kgx.annotate.words.noun_types import type_of_noun
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

_WHERE = frozenset({"in", "on", "of", "near"})
_DEFINED = frozenset({"GPE", "LOC", "FAC", "ORG", "PRODUCT", "WORK_OF_ART"})
_KINDS = ("animal", "plant", "disease", "imaginary being")
_MADE = ("device", "vehicle", "drug", "dispenser")
LANGUAGES = frozenset({"language", "dialect"})
"""Nouns for languages."""


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
    ("person_pairs", "PERSON"),
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
    if label == "EVENT" and parse.tag[token + 1 : token + 2] == ["NNP"]:
        label = "PRODUCT" if lemma in read_set("nouns.toml", "product") else label  # the game Orla
    if token and (pair := pair_labels().get(f"{parse.lower[token - 1]} {lemma}")):
        return pair
    kind = _kind_label(lemma) if parse.text[token].islower() else None  # no Mr Vane
    return label or _end_label(lemma) or kind


def _end_label(lemma: str) -> str | None:
    """The label that the end of a noun tells: *geochemist*, *truckmaker*."""
    lists = read_lists("nouns.toml")
    if lemma.endswith(lists["person_ends"]):
        return "PERSON"
    return "ORG" if lemma.endswith(lists["organization_ends"]) else None


@cache
def _kind_label(lemma: str) -> str | None:
    """The label that the kind of a noun in no list tells: a *turboprop*, a *painkiller*; who plays
    an instrument is none."""
    played = is_kind_of(lemma, "musical instrument")
    made = type_of_noun(lemma) is None and any(is_mostly(lemma, kind) for kind in _MADE)
    return "PRODUCT" if made and not played else None


def is_living_or_eaten(noun: str) -> bool:
    """True for nouns, known by their meanings alone, for what is no body and no product: a dish, a
    disease, a breed's animal, a character of fiction."""
    return is_kind_of(noun, "food") or any(is_mostly(noun, kind) for kind in _KINDS)


def is_rank_of_life(parse: Parse, noun: int) -> bool:
    """True for a genus, or for a family or the like of animals or plants."""
    if parse.lemma[noun] not in read_set("noun_ties.toml", "ranks_of_life"):
        return False
    kind = parse.below(noun, "of")
    living = kind is not None and any(is_mostly(parse.lemma[kind], k) for k in ("animal", "plant"))
    return parse.lemma[noun] == "genus" or living


def defines(parse: Parse, noun: int) -> bool:
    """True for what a definition says of a place, a body or a product: *a town in Maine*, *a car
    made by Orbis*."""
    article = parse.child(noun, "det")
    if article is None or parse.lower[article] not in ("a", "an") or parse.tag[noun] != "NN":
        return False
    nouns = [noun, *(c for c in parse.children[noun] if parse.dep[c] == "conj")]
    lying = [c for n in nouns for c in parse.children[n] if parse.lower[c] in words_in("lying")]
    links = [c for above in (*nouns, *lying) for c in parse.children[above]]
    near = [parse.child(c, "pobj") for c in links if parse.lower[c] in _WHERE]
    where = [*near, *(parse.below(w, "of") for w in near if w is not None)]
    made = any(parse.child(c, "agent") for c in parse.children[noun] if parse.dep[c] == "acl")
    named = made or any(parse.tag[w] in ("NNP", "NNPS") for w in where if w is not None)
    return named and noun_label(parse, noun) in _DEFINED
