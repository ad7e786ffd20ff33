"""Ties: how the sentence ties a name to words, and what the vectors of those words say of it.

Names that no list knows are told by what they do and what is done to them: one *buys* a firm and
*marries* a person. A word seldom met in training speaks through its likeness to others, by the word
vectors of the pipeline; a pipeline without such vectors goes by the words alone. Contexts of this
kind are those of Levy and Goldberg (2014), "Dependency-Based Word Embeddings".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

import numpy as np
import numpy.typing as npt
from spacy.strings import get_string_id
from spacy.vocab import Vocab

from kgx.annotate.grammar.labels import PREMODIFIERS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import first_conjunct, head_of
from kgx.annotate.names.words import Name
from kgx.annotate.words.tables import read_weights
from kgx.errors import RuleError

Tie = tuple[str, str]
"""How a name hangs on a word, and the word's lemma in lower case."""
Table = npt.NDArray[np.float64]

NO_SCORES = (0.0, 0.0, 0.0, 0.0)

_FILE = "name_vectors.tsv"
_DIGITS = 3
_WHAT_IT_DOES = frozenset({"dobj", "attr", "acomp", "xcomp"})


def read_ties(parse: Parse, name: Name) -> Iterator[Tie]:
    """The ties of a mention: what stands beside it, what it hangs on, what that one hangs on."""
    head = head_of(parse, name.start, name.end)
    for child in parse.children[head]:
        if parse.dep[child] == "appos" and child >= name.end:
            yield "called", parse.plain[child]
        elif parse.dep[child] in PREMODIFIERS and child < name.start:
            yield "modified", parse.plain[child]
    first = first_conjunct(parse, head)
    dep, up = parse.dep[first], parse.head[first]
    if dep == "pobj":
        yield from _after_preposition(parse, up)
    elif up != first:
        yield dep, parse.plain[up]
        yield from _beyond(parse, dep, up)


def _after_preposition(parse: Parse, prep: int) -> Iterator[Tie]:
    """What a preposition hangs on, and the object of that verb: *sold* the *mill* to X."""
    prep = first_conjunct(parse, prep)
    word = "agent" if parse.dep[prep] == "agent" else parse.lower[prep]
    up = parse.head[prep]
    yield word, parse.plain[up]
    thing = parse.child(up, "dobj") if parse.pos[up] == "VERB" else None
    if thing is not None:
        yield f"what {word}", parse.plain[thing]


def _beyond(parse: Parse, dep: str, up: int) -> Iterator[Tie]:
    """What else the word says that a name hangs on: X *reported* a *loss*; somebody's *wife*
    *said*."""
    if dep == "nsubj":
        for child in parse.children[up]:
            if parse.dep[child] in _WHAT_IT_DOES:
                yield "does", parse.plain[child]
    elif dep == "dobj":
        subject = parse.child(up, "nsubj")
        if subject is not None:
            yield "by", parse.plain[subject]
    elif dep == "poss":
        yield f"its {parse.dep[up]}", parse.plain[parse.head[up]]


@lru_cache(maxsize=32768)
def score_tie(vocab: Vocab, relation: str, word: str) -> tuple[float, ...]:
    """What the vector of a tie's word adds to the score of each class of the model."""
    axes, mean, weights = load_axes()
    table = weights.get(relation)
    vector = unit_vector(vocab, word)
    if table is None or vector is None or vector.shape != mean.shape:
        return NO_SCORES
    return tuple(round(float(x), _DIGITS) for x in table @ (axes @ (vector - mean)))


def unit_vector(vocab: Vocab, word: str) -> Table | None:
    """The vector of a word with length one; ``None`` for a word without one."""
    key = get_string_id(word)  # asking by the word itself would let the vocabulary grow
    if key not in vocab.vectors:
        return None
    vector = np.asarray(vocab.vectors[key], dtype="float64")
    size = float(np.linalg.norm(vector))
    return vector / size if size else None


@cache
def load_axes() -> tuple[Table, Table, dict[str, Table]]:
    """The axes on which vectors are read, the mean that they start from, and for each relation a
    table of weights, one row a class and one column an axis.

    In the file a line without a name is an axis, the first of them the mean; the others hold
    a relation and its weights, a line for each class in the order of `model.CLASSES`.

    Raises:
        RuleError: The file has none, or lines of another length.
    """
    axes: list[list[float]] = []
    rows: dict[str, list[list[float]]] = {}
    for name, row in read_weights(_FILE):
        (rows.setdefault(name, []) if name else axes).append(row)
    tables = {name: np.array(table) for name, table in rows.items()}
    if any(t.shape != (len(NO_SCORES), len(axes) - 1) for t in tables.values()):
        raise RuleError(f"{_FILE}: tables of another size: train the model again")
    return np.array(axes[1:]), np.array(axes[0]), tables
