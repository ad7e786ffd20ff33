"""Train the model of what names name.

    python -m kgx.annotate.build.train_names NAMES.jsonl [MORE.jsonl ...]

A line of the files is a document: ``{"id": ..., "text": ..., "names": [[start, end, class]]}``,
offsets in code points, ``[start, end)``, classes ``PERSON``, ``ORG``, ``PLACE`` and ``MISC``.
Prints how often the rules alone and the rules with the model are right on documents held out in
turn, then trains on all of them and writes ``data/name_weights.tsv``. It needs the ``train`` extra.

The shipped weights come from the development documents of Re-DocRED (Tan et al. 2022; MIT) and of
wiki-fair v2 (Bast et al. 2022; Apache-2.0), the classes of the latter read off its Wikidata types,
and from the training folds of KnowledgeNet (Mesquita et al. 2019; CC BY-SA 4.0), the classes read
off the ends of its facts.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from kgx.annotate.load import COMPONENTS, load
from kgx.annotate.names.component import names_of
from kgx.annotate.names.model import CLASSES, Features, read_features
from kgx.annotate.names.spans import titled_tokens
from kgx.annotate.names.types import class_of_label
from kgx.annotate.names.votes import hold_vote
from kgx.errors import KgxError

WEIGHTS = Path(__file__).parents[1] / "data" / "name_weights.tsv"
FOLDS = 5
RAREST = 3
"""Names that a feature must be met on."""
SMALLEST = 0.1
"""Features whose weights are all nearer to zero are left out."""
PENALTY = 0.3
"""The inverse of the strength of the L2 penalty."""

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Example:
    """A name of a document; ``sure`` where the rules decide alone."""

    document: int
    features: Features
    class_: str
    rule: str
    sure: bool
    count: int


def main(paths: Sequence[str]) -> None:
    """Read, report and write."""
    if not paths:
        raise KgxError("give files of documents with their names: NAMES.jsonl")
    examples = list(read_examples(paths))
    for line in report_folds(examples):
        print(line)  # noqa: T201  this is a command
    fit, names = fit_model(examples)
    write_weights(fit, names)


def read_examples(paths: Iterable[str]) -> Iterator[Example]:
    """The names that the pipeline finds with the very bounds that the files give."""
    nlp = load()
    nlp.disable_pipes(*COMPONENTS[1:])
    lines = [line for path in paths for line in Path(path).read_text("utf-8").splitlines()]
    for number, line in enumerate(lines):
        row = json.loads(line)
        yield from read_document(nlp, number, row["text"], row["names"])


def read_document(
    nlp: Language, number: int, text: str, names: Iterable[tuple[int, int, str]]
) -> Iterator[Example]:
    """The names of one document."""
    doc: Doc = nlp(text)
    classes = {_trim(text, start, end): class_ for start, end, class_ in names}
    body, _ = names_of(doc, titled_tokens(doc._.kgx_parse, doc._.kgx_blocks))
    for ballot in hold_vote(doc._.kgx_parse, body).values():
        spans = [doc[n.start : n.end] for n in ballot.mentions]
        found = Counter(
            classes[s.start_char, s.end_char]
            for s in spans
            if (s.start_char, s.end_char) in classes
        )
        rule = ballot.best()
        if found and rule != "NORP":
            class_, _ = min(found.items(), key=lambda x: (-x[1], x[0]))
            features = read_features(doc._.kgx_parse, ballot)
            rule, sure = class_of_label(rule), ballot.is_sure()
            yield Example(number, features, class_, rule, sure, sum(found.values()))


def _trim(text: str, start: int, end: int) -> Span:
    for article in ("the ", "The ", "a ", "an ", "A ", "An "):
        if text.startswith(article, start):
            start += len(article)
            break
    for ending in ("'s", "’s"):
        if text[start:end].endswith(ending):
            end -= len(ending)
    return start, end


def report_folds(examples: Sequence[Example]) -> Iterator[str]:
    """How often each way is right, on documents held out in turn; names count by mentions."""
    total = sum(e.count for e in examples)
    rules = sum(e.count for e in examples if e.rule == e.class_)
    learned = both = 0
    for fold in range(FOLDS):
        fit, names = fit_model([e for e in examples if e.document % FOLDS != fold])
        held = [e for e in examples if e.document % FOLDS == fold]
        guesses = fit.predict(_matrix(held, names))
        for e, guess in zip(held, guesses, strict=True):
            learned += e.count * (guess == e.class_)
            both += e.count * ((e.rule if e.sure else guess) == e.class_)
    yield f"{len(examples)} names, {total} mentions"
    for what, right in (("rules", rules), ("model", learned), ("rules, then model", both)):
        yield f"{what}: {right / total:.3f}"


def fit_model(examples: Sequence[Example]) -> tuple[Any, list[str]]:
    """A fitted classifier and the names of its features."""
    try:
        from sklearn.linear_model import LogisticRegression
    except ImportError as err:
        raise KgxError("training needs scikit-learn: pip install 'kgx-extract[train]'") from err
    seen = Counter(name for e in examples for name in e.features)
    names = sorted(n for n, count in seen.items() if count >= RAREST and n.isprintable())
    fit = LogisticRegression(C=PENALTY, max_iter=500)
    weights = [e.count**0.5 for e in examples]
    fit.fit(_matrix(examples, names), [e.class_ for e in examples], sample_weight=weights)
    return fit, names


def _matrix(examples: Sequence[Example], names: Sequence[str]) -> Any:
    from scipy.sparse import csr_array

    column = {name: i for i, name in enumerate(names)}
    cells = [
        (row, column[name], value)
        for row, e in enumerate(examples)
        for name, value in e.features.items()
        if name in column
    ]
    rows, columns, values = zip(*cells, strict=True)
    matrix = csr_array((values, (rows, columns)), shape=(len(examples), len(names)))
    matrix.indices, matrix.indptr = (x.astype("int32") for x in (matrix.indices, matrix.indptr))
    return matrix


def write_weights(fit: Any, names: Sequence[str]) -> None:
    """Write the weights that matter, one feature a line, in the order of `CLASSES`."""
    order = [list(fit.classes_).index(c) for c in CLASSES]
    lines = []
    for i, name in enumerate(names):
        weights = [float(fit.coef_[k][i]) for k in order]
        if max(map(abs, weights)) >= SMALLEST:
            lines.append("\t".join([name, *(f"{w:.2f}" for w in weights)]))
    bias = "\t".join(f"{float(fit.intercept_[k]):.2f}" for k in order)
    WEIGHTS.write_text("\n".join([f"\t{bias}", *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KgxError as err:
        sys.exit(f"train_names: {err}")
