"""How far words of a sentence are from each other, and what its numbers count."""

from __future__ import annotations

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.words.wordlists import read_set

NOWHERE = 99
"""Steps between tokens that no path joins."""
_DEEPEST = 40


def count_steps(parse: Parse, one: int, other: int) -> int:
    """Steps in the tree between two tokens of a sentence; conjuncts and appositions are where what
    they go with is, and a preposition is no step."""
    up = _path_up(parse, one)
    depth = dict(up)
    for token, n in _path_up(parse, other):
        if token in depth:
            return depth[token] + n
    return NOWHERE


def _path_up(parse: Parse, token: int) -> list[tuple[int, int]]:
    """The token and those above it, each with its steps."""
    path, steps = [(token, 0)], 0
    counts = parse.dep[token] == "nummod"  # "12 metres" is one step less than its number
    while parse.head[token] != token and len(path) < _DEEPEST:
        free = parse.dep[token] in ("conj", "appos", "pobj") or (counts and len(path) == 1)
        listed = parse.dep[token] in ("conj", "appos") and parse.pos[token] == "NOUN"
        token = parse.head[token]
        steps += 0 if free else 1
        if listed and parse.pos[token] == "NUM":  # nouns are no part of what numbers count
            counted = find_counted(parse, token)
            token = token if counted is None else counted
        path.append((token, steps))
    return path


def find_counted(parse: Parse, number: int) -> int | None:
    """The noun before a number and "of", as the words stand: "floors" is no part of "a height of
    12 floors"; None where there is none."""
    of = number - 1
    while of > 0 and parse.lower[of] in read_set("modifiers.toml", "about"):
        of -= 1
    told = of > 0 and parse.lower[of] == "of" and parse.pos[of - 1] == "NOUN"
    return of - 1 if told else None


def find_branch(parse: Parse, verb: int, token: int) -> int | None:
    """The phrase of a verb that a token is in, by its first word in the tree; None for what is not
    below the verb."""
    for _ in range(_DEEPEST):
        up = parse.head[token]
        if up == verb:
            return token
        if up == token:
            return None
        token = up
    return None
