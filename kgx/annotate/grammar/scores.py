"""Scores after names: "beat Orbis 3-1", which taggers take for part of the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from kgx.annotate.grammar.tree import move

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_WHOLE = re.compile(r"\d{1,3}[-–—]\d{1,3}")
_DASHES = frozenset({"-", "–", "—"})
_WINDOW = 12
"""Tokens before and after a side that a result has at most."""
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


def find_sides(text: Sequence[str]) -> Iterator[tuple[range, range]]:
    """The words before the points of each of two sides, where a line or a sentence is no more than
    a result: "Orbis Town 3, Helix Rovers 1".

    >>> next(find_sides(["Orbis", "Town", "3", ",", "Helix", "1", "."]))
    (range(0, 2), range(4, 5))
    """
    for points in range(1, len(text) - 2):
        first = _capitals_before(text, points) if _is_points(text, points) else range(0)
        if not first or (first.start and not _ends_line(text[first.start - 1], ":")):
            continue
        opens = points + 1 + (text[points + 1] == ",")
        last = next((t for t in range(opens, len(text)) if not _is_capital(text[t])), opens)
        over = last + 1 >= len(text) or _ends_line(text[last + 1], "(")
        if opens < last and _is_points(text, last) and over:
            yield first, range(opens, last)


def has_points(text: Sequence[str], end: int) -> bool:
    """True for what ends where the points of a side stand."""
    start = max(0, end - _WINDOW)
    near = find_sides(text[start : end + _WINDOW])
    ends = {t.stop for sides in near for t in sides if sides[0].start or not start}
    return end - start in ends


def _ends_line(word: str, mark: str) -> bool:
    return word in (".", ";", mark) or word.isspace()


def _is_points(text: Sequence[str], token: int) -> bool:
    return text[token].isdecimal() and len(text[token]) <= _MOST


def _is_capital(word: str) -> bool:
    return word[:1].isupper()


def _capitals_before(text: Sequence[str], end: int) -> range:
    start = end
    while start and _is_capital(text[start - 1]):
        start -= 1
    return range(start, end)


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
