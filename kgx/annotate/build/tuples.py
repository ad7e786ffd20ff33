"""Tuples that people wrote down for a sentence, and how far a proposition agrees with them.

Agreement is word precision slot by slot, as CaRB measures it (Bhardwaj et al. 2019).
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kgx.errors import KgxError

_BE = frozenset({"be", "is", "am", "are", "was", "were", "been", "being"})


@dataclass(frozen=True, slots=True)
class Tuple:
    """The words of a relation, of its first argument, and of the others together."""

    relation: Sequence[str]
    first: Sequence[str]
    others: Sequence[str]


def make_tuple(relation: str, arguments: Sequence[str]) -> Tuple:
    """A tuple from the text of its parts.

    >>> make_tuple("works for", ["Ada", "Orbis", "in Lund"]).others
    ['Orbis', 'in', 'Lund']
    """
    first = arguments[0].split() if arguments else []
    return Tuple(relation.split(), first, " ".join(arguments[1:]).split())


def measure_agreement(said: Tuple, gold: Iterable[Tuple]) -> float:
    """The share of a tuple's words that the gold tuple closest to it has in the same slot, in
    [0, 1].

    None of its words agree with a gold tuple whose relation shares no word with its own, or that
    has arguments where it has none. Forms of "be" count as one word.
    """
    return max((_agree(said, one) for one in gold), default=0.0)


def share_agreement(said: Sequence[Tuple], gold: Sequence[Tuple]) -> list[float]:
    """The agreement of each tuple with the gold tuple that is its own, in [0, 1].

    Each gold tuple goes to one tuple, the closest pairs first: who says again what another says
    better has none.
    """
    pairs = [(_agree(s, g), m, n) for m, s in enumerate(said) for n, g in enumerate(gold)]
    shares = [0.0] * len(said)
    taken: set[int] = set()
    given: set[int] = set()
    for agreement, m, n in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if agreement and m not in taken and n not in given:
            shares[m] = agreement
            taken.add(m)
            given.add(n)
    return shares


def _agree(said: Tuple, gold: Tuple) -> float:
    relation = _shared(_fold(said.relation), _fold(gold.relation))
    if not relation or (gold.others and not said.others):
        return 0.0
    slots = [(said.first, gold.first), (said.others, gold.others)]
    counted = slots if gold.others else slots[:1]
    right = relation + sum(_shared(*pair) for pair in counted)
    return right / (len(said.relation) + sum(len(mine) for mine, _ in counted))


def _fold(words: Sequence[str]) -> list[str]:
    return ["be" if word in _BE else word for word in words]


def _shared(mine: Sequence[str], theirs: Sequence[str]) -> int:
    return (Counter(mine) & Counter(theirs)).total()


def read_tuples(path: str | Path) -> dict[str, list[Tuple]]:
    """The tuples of each document: one JSON object a line, ``{"id": ..., "tuples": [{"rel": ...,
    "args": [...]}, ...]}``.

    Raises:
        KgxError: The file can't be read, or a line is something else.
    """
    found: dict[str, list[Tuple]] = {}
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as err:
        raise KgxError(f"{path}: cannot be read: {err}") from err
    for number, line in enumerate(lines, 1):
        try:
            row = json.loads(line)
            found[row["id"]] = [make_tuple(t["rel"], t["args"]) for t in row["tuples"]]
        except (ValueError, KeyError, TypeError, AttributeError) as err:
            raise KgxError(
                f'{path}:{number}: must be {{"id": ..., "tuples": [{{"rel": ..., "args": [...]}}]}}'
            ) from err
    return found
