"""Train the model of what names name.

    python -m kgx.annotate.build.train_names NAMES.jsonl [MORE.jsonl ...]

A line of the files is a document: ``{"id": ..., "text": ..., "names": [[start, end, class]]}``,
offsets in code points, ``[start, end)``, classes ``PERSON``, ``ORG``, ``PLACE`` and ``MISC``; a
document may give no names, and then teaches what stands around those that its own text makes sure.
Prints how often the rules alone and the rules with the model are right on documents held out in
turn, for names that no list knows, and by the surroundings of names alone; then trains on all of
them, and on the sentences of ``lone_names.txt`` beside this file, written for this, and writes
``data/name_weights.tsv`` and ``data/name_vectors.tsv``. It needs the ``train`` extra.

The shipped weights come from the development documents of Re-DocRED (Tan et al. 2022; MIT) and of
wiki-fair v2 (Bast et al. 2022; Apache-2.0), the classes of the latter read off its Wikidata types;
from the training folds of KnowledgeNet (Mesquita et al. 2019; CC BY-SA 4.0), the classes read off
the ends of its facts; and, without given names, from MEANTIME (Minard et al. 2016; CC BY 4.0), the
essays of MINE (kg-gen, 2025; MIT) and ``seeds/``.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from spacy.vocab import Vocab

from kgx.annotate.build import DATA
from kgx.annotate.build.name_examples import Example, read_examples
from kgx.annotate.names.model import CLASSES
from kgx.annotate.names.ties import Table, unit_vector
from kgx.errors import KgxError

FOLDS = 5
RAREST = 3
"""Names that a feature must be met on."""
RAREST_TIE = 100
"""Names that a way of hanging on a word must be met on to be told by vectors."""
AXES = 60
"""How many of the main axes of the vectors of words that names hang on are looked at."""
SCALE = 0.5
"""The spread of a vector on an axis, beside features that are 0 or 1."""
SMALLEST = 0.1
"""Features whose weights are all nearer to zero are left out."""
PENALTY = 0.2
"""The inverse of the strength of the L2 penalty."""


_REPORTED = (
    ("rules", "given"),
    ("model", "given"),
    ("rules, then model", "given"),
    ("the same, of names that no list knows", "lone"),
    ("surroundings alone", "blind"),
)


@dataclass(frozen=True, slots=True)
class Space:
    """Where words stand: the mean of the vectors of all words that names hang on, and the axes on
    which these differ most, one a row, scaled to `SCALE`."""

    mean: Table
    axes: Table
    places: dict[str, Table]


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted classifier, and what its columns mean: features, then relations by axes."""

    model: Any
    features: list[str]
    relations: list[str]


def main(paths: Sequence[str]) -> None:
    """Read, report and write."""
    if not paths:
        raise KgxError("give files of documents with their names: NAMES.jsonl")
    examples, nlp = read_examples(paths)
    space = find_space(nlp.vocab, examples)
    for line in report_folds(examples, space):
        print(line)  # noqa: T201  this is a command
    fit = fit_model(examples, space)
    write_weights(fit)
    write_vectors(fit, space)


def find_space(vocab: Vocab, examples: Sequence[Example]) -> Space:
    """The main axes (Pearson 1901) of the vectors of the words that names hang on.

    Raises:
        KgxError: The vocabulary has no vectors.
    """
    words = sorted({word for e in examples for _, word in e.ties})
    vectors = {w: v for w in words if (v := unit_vector(vocab, w)) is not None}
    if not vectors:
        raise KgxError("the pipeline has no word vectors to train with: take the default model")
    table = np.array(list(vectors.values()))
    mean = table.mean(axis=0)
    _, _, axes = np.linalg.svd(table - mean, full_matrices=False)
    places = (table - mean) @ axes[:AXES].T
    scale = SCALE / (places.std() or 1.0)
    return Space(mean, axes[:AXES] * scale, dict(zip(vectors, places * scale, strict=True)))


def report_folds(examples: Sequence[Example], space: Space) -> Iterator[str]:
    """How often each way is right, on documents held out in turn; names count by mentions."""
    right: Counter[str] = Counter()
    for fold in range(FOLDS):
        fit = fit_model([e for e in examples if e.document % FOLDS != fold], space)
        held = [e for e in examples if e.document % FOLDS == fold]
        for e, guess in zip(held, fit.model.predict(_matrix(held, fit, space)), strict=True):
            if e.source == "given":
                right["rules"] += e.count * (e.rule == e.class_)
                right["model"] += e.count * (guess == e.class_)
            both = e.rule if e.sure and e.source != "blind" else guess
            right[e.source] += e.count * (both == e.class_)
    total: Counter[str] = Counter()
    for e in examples:
        total[e.source] += e.count
    yield f"{sum(e.source == 'given' for e in examples)} names, {total['given']} mentions"
    for what, source in _REPORTED:
        yield f"{what}: {right[what if what in right else source] / (total[source] or 1):.3f}"


def fit_model(examples: Sequence[Example], space: Space) -> Fit:
    """A classifier fitted to examples. Raises `KgxError` where scikit-learn is not installed."""
    try:
        from sklearn.linear_model import LogisticRegression
    except ImportError as err:
        raise KgxError("training needs scikit-learn: pip install 'kgx-extract[train]'") from err
    seen = Counter(name for e in examples for name in e.features)
    names = sorted(n for n, count in seen.items() if count >= RAREST and n.isprintable())
    ties = Counter(relation for e in examples for relation, _ in e.ties)
    relations = sorted(r for r, count in ties.items() if count >= RAREST_TIE)
    fit = Fit(LogisticRegression(C=PENALTY, max_iter=500), names, relations)
    weights = [e.weight for e in examples]
    matrix = _matrix(examples, fit, space)
    fit.model.fit(matrix, [e.class_ for e in examples], sample_weight=weights)
    return fit


def _matrix(examples: Sequence[Example], fit: Fit, space: Space) -> Any:
    from scipy.sparse import csr_array, hstack

    column = {name: i for i, name in enumerate(fit.features)}
    cells = [
        (row, column[name], value)
        for row, e in enumerate(examples)
        for name, value in e.features.items()
        if name in column
    ]
    rows, columns, values = zip(*cells, strict=True)
    told = csr_array((values, (rows, columns)), shape=(len(examples), len(fit.features)))
    width = len(space.axes)
    start = {relation: i * width for i, relation in enumerate(fit.relations)}
    tied = np.zeros((len(examples), width * len(start)))
    for row, e in enumerate(examples):
        for relation, word in e.ties:
            if relation in start and word in space.places:
                at = start[relation]
                tied[row, at : at + width] += space.places[word]
    matrix = csr_array(hstack([told, csr_array(tied)])) if start else told
    matrix.indices, matrix.indptr = (x.astype("int32") for x in (matrix.indices, matrix.indptr))
    return matrix


def write_weights(fit: Fit) -> None:
    """Write the weights that matter, one feature a line, in the order of `CLASSES`."""
    order = _order(fit)
    lines = []
    for i, name in enumerate(fit.features):
        weights = [float(fit.model.coef_[k][i]) for k in order]
        if max(map(abs, weights)) >= SMALLEST:
            lines.append("\t".join([name, *(f"{w:.2f}" for w in weights)]))
    bias = "\t".join(f"{float(fit.model.intercept_[k]):.2f}" for k in order)
    text = "\n".join([f"\t{bias}", *lines]) + "\n"
    (DATA / "name_weights.tsv").write_text(text, encoding="utf-8")


def write_vectors(fit: Fit, space: Space) -> None:
    """Write the mean and the axes, then the weights of each relation on them, a line a class."""
    lines = [_join("", row) for row in (space.mean, *space.axes)]
    width, first = len(space.axes), len(fit.features)
    for i, relation in enumerate(fit.relations):
        at = first + i * width
        lines += [_join(relation, fit.model.coef_[k][at : at + width]) for k in _order(fit)]
    (DATA / "name_vectors.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _order(fit: Fit) -> list[int]:
    return [list(fit.model.classes_).index(c) for c in CLASSES]


def _join(name: str, numbers: Sequence[float] | Table) -> str:
    return "\t".join([name, *(f"{float(x):.3f}" for x in numbers)])


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KgxError as err:
        sys.exit(f"train_names: {err}")
