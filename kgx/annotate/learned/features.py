"""What a pair of anchors looks like, as features that read as words.

A feature is a group and a value: ``top: marry`` says that the path between the two ends in the
parse turns at the lemma "marry". The groups follow those of feature-based relation extraction
(Zhou et al. 2005; Mintz et al. 2009): the path in the dependency parse, the words between and
around the ends, the words of the ends, their types, and their distance.

| group | value |
|---|---|
| ``path`` | the whole path from subject to object: ``<nsubj found >dobj`` |
| ``route`` | the same without lemmas |
| ``up``, ``top``, ``down`` | a lemma on the way up from the subject, at the turn, on the way down |
| ``rival`` | ``subject``: a verb on the path has another subject |
| ``between``, ``back`` | a lemma between the ends, subject first or object first |
| ``pair``, ``backpair`` | two such lemmas in a row |
| ``left``, ``right`` | a lemma within two words before the first or after the second end |
| ``subject``, ``object`` | a lower-case word of an end |
| ``types`` | the types of subject and object |
| ``forms`` | their forms |
| ``kinds`` | the most specific classes of both |
| ``gap`` | words between, in steps, and which end is first |
| ``others`` | how many other anchors stand between |
| ``like`` | how many things of the type of an end stand between |
| ``near`` | of `near_features`, where ends are cut as those of examples |
| ``known`` | ``subject`` or ``object``: that end is one of the names of the relation |

The further groups, of things of a whole text, are those of ``kgx.annotate.learned.across``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.learned.anchor import Anchor
from kgx.records import quick

GROUPS = (
    "path", "route", "up", "top", "down", "rival", "between", "back", "pair", "backpair", "left",
    "right", "subject", "object", "types", "forms", "kinds", "gap", "others", "like", "near",
    "known", "apart", "opens", "main", "land", "name", "isa", "says",
)  # fmt: skip
FURTHEST = 30
"""Tokens between the ends of a pair, at most."""
LONGEST = 10
"""Steps of each side of a path, at most; a longer one has no features of the path."""
_MOST_STEPS = 6
_JOINED = frozenset({"conj", "appos"})
_MOST_WORDS = 12
_MANY = 3
_GAPS = (0, 1, 3, 7, 14)
_STEPS = ("0", "1", "2-3", "4-7", "8-14", "15+")


Feature = tuple[str, str]
"""A group and a value."""


@quick
@dataclass(frozen=True, slots=True)
class Path:
    """The way between two tokens in the parse.

    Conjuncts and appositions stand where what they are joined to stands: in "Ada studied and
    taught in Bursa, a city", "Ada", "taught" and "city" are as near as in "Ada taught in a city".

    Attributes:
        up: The tokens below the turn on the side of the first, which is the first of them.
        up_deps: What each is to the next.
        top: Where it turns; one of the two tokens where one governs the other.
        down: The tokens below the turn on the other side; the last is the second token.
        down_deps: What each is to the one before.
    """

    up: tuple[int, ...]
    up_deps: tuple[str, ...]
    top: int
    down: tuple[int, ...]
    down_deps: tuple[str, ...]

    @property
    def inner(self) -> tuple[int, ...]:
        """The tokens between the two ends, in order."""
        tokens = (*self.up, self.top, *self.down)
        return tokens[1:-1]


def find_path(parse: Parse, start: int, end: int) -> Path | None:
    """The path between two tokens of a sentence; None where it is too long."""
    above, below = _climb(parse, start), [end]
    here = end
    while here not in above:
        up = parse.head[here]
        if up == here or len(below) > LONGEST:
            return None
        below.append(up)
        here = up
    up_side, up_deps, left = _join(parse, above[: above.index(here)], here)
    down_side, down_deps, right = _join(parse, below[:-1], here)
    top = right if right != here else left
    return Path(tuple(up_side), tuple(up_deps), top, tuple(down_side[::-1]), tuple(down_deps[::-1]))


def _climb(parse: Parse, token: int) -> list[int]:
    head, above = parse.head, [token]
    while head[token] != token and len(above) <= LONGEST:
        token = head[token]
        above.append(token)
    return above


def _join(parse: Parse, side: list[int], top: int) -> tuple[list[int], list[str], int]:
    """One side of a path, from its end to below the top, with conjuncts and appositions put where
    what they are joined to stands; and what the top is then."""
    kept, deps = [], []
    held: int | None = None
    for token in side:
        here = token if held is None else held
        if parse.dep[token] in _JOINED:
            held = here
            continue
        kept.append(here)
        deps.append(parse.dep[token])
        held = None
    return kept, deps, top if held is None else held


def pair_features(
    parse: Parse,
    path: Path | None,
    subject: Anchor,
    object_: Anchor,
    kinds: tuple[str, str],
    others: Sequence[Anchor],
) -> list[Feature]:
    """The features of a pair, as group and value; a feature may come twice.

    Args:
        path: From the head of the subject to that of the object.
        kinds: The most specific class of each end.
        others: The other anchors between them.
    """
    return [
        *(() if path is None else _path_features(parse, path)),
        *_word_features(parse, subject, object_),
        *[("subject", w) for w in end_words(parse, subject)],
        *[("object", w) for w in end_words(parse, object_)],
        ("types", f"{subject.type} {object_.type}"),
        ("forms", f"{subject.form} {object_.form}"),
        ("kinds", " ".join(kinds)),
        ("others", str(min(len(others), _MANY))),
        *_rivals(subject, object_, others),
    ]


def _rivals(subject: Anchor, object_: Anchor, others: Sequence[Anchor]) -> Iterator[Feature]:
    for name, end in (("subject", subject), ("object", object_)):
        like = {a.key for a in others if a.type == end.type and a.key != end.key}
        if like:
            yield "like", f"{name} {min(len(like), _MANY)}"


def _path_features(parse: Parse, path: Path) -> list[Feature]:
    route = [f"<{dep}" for dep in path.up_deps] + [f">{dep}" for dep in path.down_deps]
    tokens = path.inner
    inner = [parse.plain[t] for t in tokens]
    turn = len(path.up) - 1  # where the top is among the inner tokens
    found = [
        ("up" if n < turn else "top" if n == turn else "down", lemma)
        for n, lemma in enumerate(inner)
    ]
    if any(has_rival(parse, path, t) for t in tokens):
        found.append(("rival", "subject"))
    if len(route) <= _MOST_STEPS:
        steps = [word for edge, lemma in zip(route, inner, strict=False) for word in (edge, lemma)]
        found.append(("path", " ".join([*steps, *route[-1:]])))
        found.append(("route", " ".join(route)))
    return found


def has_rival(parse: Parse, path: Path, token: int) -> bool:
    """True if a verb on the way has a subject that is not on the way."""
    return parse.pos[token] in ("VERB", "AUX") and any(
        parse.dep[c] in ("nsubj", "nsubjpass") and c not in path.up and c not in path.down
        for c in parse.children[token]
    )


def _word_features(parse: Parse, subject: Anchor, object_: Anchor) -> list[Feature]:
    forward = subject.start < object_.start
    first, second = (subject, object_) if forward else (object_, subject)
    between = [
        parse.plain[t] for t in range(first.end, second.start) if not parse.text[t].isspace()
    ]
    step = _STEPS[bisect_left(_GAPS, len(between))]
    found = [("gap", f"{step} {'subject' if forward else 'object'} first")]
    one, two = ("between", "pair") if forward else ("back", "backpair")
    if len(between) <= _MOST_WORDS:
        found += [(one, w) for w in between]
        found += [(two, f"{a} {b}") for a, b in pairwise(between)]
    start, end = parse.sent[first.start], parse.sent_end[second.end - 1]
    before = range(max(start, first.start - 2), first.start)
    after = range(second.end, min(end, second.end + 2))
    found += [("left", parse.plain[t]) for t in before]
    found += [("right", parse.plain[t]) for t in after]
    return found


def near_features(parse: Parse, subject: Anchor, object_: Anchor) -> list[Feature]:
    """What stands right before and after each end, what it hangs on, and whether it opens its
    sentence: it tells the part of an end where much stands between both."""
    ends = ("subject", subject), ("object", object_)
    return [("near", f"{end} {value}") for end, anchor in ends for value in _near(parse, anchor)]


def _near(parse: Parse, anchor: Anchor) -> Iterator[str]:
    start, end, head = anchor.start, anchor.end, anchor.head
    before = [parse.plain[t] for t in range(max(parse.sent[start], start - 3), start)]
    yield from (f"after {' '.join(before[-n:])}" for n in range(1, len(before) + 1))
    if end < parse.sent_end[end - 1]:
        yield f"before {parse.plain[end]}"
    above = parse.head[head]
    yield f"{parse.dep[head]} of {parse.plain[above]}"
    if parse.pos[above] == "ADP":
        yield f"{parse.dep[head]} of {parse.plain[parse.head[above]]} {parse.plain[above]}"
    if not any(parse.text[t][:1].isalnum() for t in range(parse.sent[start], start)):
        yield "first"
    yield f"{anchor.form} {anchor.type}"


def end_words(parse: Parse, anchor: Anchor) -> list[str]:
    """The words of an end that are no number, at most the last six."""
    words = parse.lower[max(anchor.start, anchor.end - 6) : anchor.end]
    return [w for w in words if not w.isdigit()]
