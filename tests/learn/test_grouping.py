"""Folds that keep what is said of one thing together."""

from __future__ import annotations

from kgx.learn.grouping import fold_examples
from kgx.learn.label import Pair


def pair(example: int, subject: str, relation: str | None = "owner") -> Pair:
    facts = {} if relation is None else {relation: 0}
    types = ("organization", "person")
    return Pair(example, 0, (subject, "ann"), types, frozenset(), frozenset(), facts)


def test_examples_of_one_subject_are_in_one_fold() -> None:
    folds = fold_examples([pair(n, "mill" if n < 4 else f"firm{n}") for n in range(8)], 3)
    assert len({folds[n] for n in range(4)}) == 1
    assert {folds[n] for n in range(4, 8)} == {0, 1, 2} - {folds[0]}


def test_examples_hang_together_through_others() -> None:
    pairs = [pair(0, "mill"), pair(1, "mill"), pair(1, "bank"), pair(2, "bank"), pair(3, "firm")]
    folds = fold_examples(pairs, 2)
    assert folds[0] == folds[1] == folds[2] != folds[3]


def test_a_pair_that_states_nothing_ties_nothing() -> None:
    folds = fold_examples([pair(0, "mill"), pair(1, "mill", None)], 2)
    assert folds[0] != folds[1]


def test_where_all_hang_together_they_are_dealt_out() -> None:
    folds = fold_examples([pair(n, "mill") for n in range(6)], 3)
    assert sorted(folds.values()) == [0, 0, 1, 1, 2, 2]
