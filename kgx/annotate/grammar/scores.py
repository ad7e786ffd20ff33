"""Scores after names: "beat Orbis 3-1", which taggers take for part of the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kgx.annotate.grammar.tree import move

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_WHOLE = re.compile(r"\d{1,3}[-–—]\d{1,3}")
_DASHES = frozenset({"-", "–", "—"})
_MOST = 3
"""Digits of a side's points at most."""


def score_before(text: list[str], start: int, end: int) -> int:
    """Where a score that ends a run of tokens begins; ``end`` where none does.

    >>> score_before(["Orbis", "3", "-", "1"], 0, 4), score_before(["Orbis", "3–1"], 0, 2)
    (1, 1)
    """
    if end - start > 1 and _WHOLE.fullmatch(text[end - 1]):
        return end - 1
    first = end - _MOST
    return first if first > start and _is_score(text, first) else end


def _is_score(text: list[str], first: int) -> bool:
    sides = (*text[first : first + 1], *text[first + 2 : first + 3])
    points = len(sides) == 2 and all(s.isdecimal() and len(s) <= _MOST for s in sides)
    return points and text[first + 1] in _DASHES


def free_names(parse: Parse) -> None:
    """Hang names on the verb that the parser hung on the score after them, in place."""
    for score in list(_find_scores(parse)):
        name = score.start - 1
        if parse.pos[name] not in ("PROPN", "NOUN"):
            continue
        top = next((t for t in score if parse.head[t] not in score), score.start)
        if parse.head[name] in score:
            _take_place(parse, name, top)
        elif parse.head[top] == name and parse.dep[score[-1]] == "dobj":
            top = score[-1]  # "beat Orbis 3 - 1" in two halves
        if parse.dep[top] in ("dobj", "nummod"):
            parse.dep[top] = "npadvmod"
        if parse.head[top] == name:
            move(parse, top, parse.head[name], "npadvmod")
        _make_object(parse, name, top)
        for t in score:
            if t != top:
                move(parse, t, top, "compound")


def _find_scores(parse: Parse) -> Iterator[range]:
    for i in range(1, len(parse)):
        if _WHOLE.fullmatch(parse.text[i]):
            yield range(i, i + 1)
        elif parse.text[i] in _DASHES and _is_score(parse.text, i - 1):
            yield range(i - 1, i + 2)


def _make_object(parse: Parse, name: int, score: int) -> None:
    """Call an object the name that the parser takes for an adverb before a score."""
    verb, first = parse.head[name], name - 1
    split = parse.dep[first] == "dobj" and parse.head[first] == verb
    if parse.dep[name] != "npadvmod" or name < verb or parse.pos[name] != "PROPN":
        return
    if split and parse.pos[first] == "PROPN":  # a name in two halves
        move(parse, first, name, "compound")
    if _is_free(parse, verb, score):
        parse.dep[name] = "dobj"


def _is_free(parse: Parse, verb: int, score: int) -> bool:
    """True for a verb without an object but the score."""
    return parse.pos[verb] == "VERB" and parse.child(verb, "dobj") in (None, score)


def _take_place(parse: Parse, name: int, top: int) -> None:
    """Let a name hang where the score above it hangs: as the object of a verb that has none."""
    above, dep = parse.head[top], parse.dep[top]
    free = _is_free(parse, above, top)
    move(
        parse,
        name,
        above if above != top else name,
        "dobj" if free and dep != "pobj" and name > above else dep,
    )
    for c in list(parse.children[top]):
        if c < name and parse.dep[c] in ("compound", "nmod", "amod", "det", "poss"):
            move(parse, c, name)
    if above != top:
        move(parse, top, above, "npadvmod")
    else:
        move(parse, top, name)
