"""Layers of the model, sooner, where nothing is trained; on the processor, not on a GPU.

The vectors that spaCy's `MultiHashEmbed` makes of tokens, before it looks at their neighbours,
depend on a few attributes of the token alone, such as its spelling. Words come back, so the layer
is given every kind of token of a batch once, and tokens of a kind share what it finds. Maxout
layers (Goodfellow et al. 2013) do not note which piece was the largest, and layers that normalise
(Ba et al. 2016) find the mean of a row once: only training asks for more.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial, reduce
from typing import Any

import numpy as np
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model, NumpyOps

Layer = Model[Any, Any]
Forward = Callable[[Layer, Any, bool], tuple[Any, Callable[..., Any]]]
Predict = Callable[[Forward, Layer, Any], Any]

_ONE_BY_ONE = frozenset(
    {"extract_features", "list2ragged", "ints-getitem", "hashembed", "static_vectors"}
    | {"maxout", "layernorm", "dropout", "ragged2list"}
)
"""Layers that look at every token by itself."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """Kinds of tokens, which the layer reads as if they were a doc.

    Attributes:
        columns: Attributes of tokens that tell kinds apart.
        table: A row for each kind, with the values of the columns.
    """

    vocab: Vocab
    columns: list[int | str]
    table: np.ndarray[Any, np.dtype[np.uint64]]

    def __len__(self) -> int:
        return len(self.table)

    def to_array(self, asked: int | list[int | str]) -> np.ndarray[Any, np.dtype[np.uint64]]:
        """The values of one attribute, or a column for each of several, as those of a doc."""
        if isinstance(asked, list):
            return self.table[:, [self.columns.index(column) for column in asked]]
        return self.table[:, self.columns.index(asked)]


def quicken_layers(nlp: Language) -> None:
    """Let the models of a pipeline take less time to predict the same."""
    for layer in _find_layers(nlp):
        if layer.name == "maxout":
            _quicken(layer, _find_largest)
        if layer.name == "layernorm":
            _quicken(layer, _normalize)
        if layer.has_ref("embed") and _embeds_one_by_one(layer.get_ref("embed")):
            _quicken(layer.get_ref("embed"), _embed_kinds)


def _find_layers(nlp: Language) -> Iterator[Layer]:
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model) and isinstance(model.ops, NumpyOps):
            yield from model.walk()


def _embeds_one_by_one(layer: Layer) -> bool:
    return _ONE_BY_ONE.issuperset(part.name for part in layer.walk() if not part.layers)


def _quicken(layer: Layer, predict: Predict) -> None:
    if not isinstance(layer._func, partial):
        layer._func = partial(_forward, layer._func, predict)


def _forward(
    plain: Forward, predict: Predict, layer: Layer, given: Any, is_train: bool
) -> tuple[Any, Callable[..., Any]]:
    """What ``plain``, the layer's own function, returns; gradients are for training."""
    if is_train:
        return plain(layer, given, is_train)
    return predict(plain, layer, given), lambda found: plain(layer, given, is_train)[1](found)


def _find_largest(_: Forward, layer: Layer, rows: Any) -> Any:
    """The largest piece of every output, for each row."""
    weights: Any = layer.get_param("W")  # outputs, pieces, inputs
    bias: Any = layer.get_param("b")
    pieces = weights.shape[1]
    found: Any = layer.ops.gemm(rows, weights.reshape(bias.size, -1), trans2=True)
    found += bias.reshape(-1)
    return reduce(np.maximum, [found[:, piece::pieces] for piece in range(pieces)])


def _normalize(_: Forward, layer: Layer, rows: Any) -> Any:
    """Rows around their mean, in their standard deviation, then scaled and shifted."""
    found = rows - rows.mean(axis=1, keepdims=True)
    found *= (np.square(found).mean(axis=1, keepdims=True) + 1e-08) ** -0.5
    found *= layer.get_param("G")
    found += layer.get_param("b")
    return found


def _embed_kinds(plain: Forward, layer: Layer, docs: list[Doc]) -> list[Any]:
    """The vectors of the tokens of each doc, where there are tokens at all."""
    vocab, columns = docs[0].vocab, _read_columns(layer, docs[0].vocab)
    table = np.concatenate([doc.to_array(columns) for doc in docs])
    rows = table.view(f"V{table.itemsize * len(columns)}").ravel().tolist()  # of bytes
    seen: dict[bytes, int] = {}
    kinds = [seen.setdefault(row, len(seen)) for row in rows]
    firsts = np.frombuffer(b"".join(seen), dtype=table.dtype).reshape(len(seen), -1)
    (found,), _ = plain(layer, [Kinds(vocab, columns, firsts)], False)
    return np.split(found[kinds], np.cumsum([len(doc) for doc in docs])[:-1])


def _read_columns(layer: Layer, vocab: Vocab) -> list[int | str]:
    """The attributes of tokens that the layer looks at."""
    columns: list[int | str] = [getattr(vocab.vectors, "attr", ORTH)]
    for part in layer.walk():
        columns += part.attrs.get("columns", ())
    return columns
