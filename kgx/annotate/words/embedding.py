"""What the model begins with, a vector for every token, sooner.

The vectors that spaCy's `MultiHashEmbed` makes of tokens, before it looks at their neighbours,
depend on a few attributes of the token alone, such as its spelling. Words come back, so the layer
is given every kind of token of a batch once, and tokens of a kind share what it finds.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
from spacy.attrs import ORTH
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model

Forward = Callable[..., tuple[Any, Callable[..., Any]]]

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


def quicken_embedding(nlp: Language) -> None:
    """Let the models of a pipeline embed each kind of token once a batch, where they can."""
    for layer in _find_layers(nlp):
        if not isinstance(layer._func, partial):
            layer._func = partial(_embed_kinds, layer._func)


def _find_layers(nlp: Language) -> Iterator[Model[Any, Any]]:
    """Layers of the components that embed tokens one by one, by attributes."""
    models = [getattr(component, "model", None) for _, component in nlp.pipeline]
    nodes = [node for model in models if isinstance(model, Model) for node in model.walk()]
    for layer in [node.get_ref("embed") for node in nodes if node.has_ref("embed")]:
        if _ONE_BY_ONE.issuperset(part.name for part in layer.walk() if not part.layers):
            yield layer


def _embed_kinds(
    plain: Forward, layer: Model[Any, Any], docs: list[Doc], is_train: bool
) -> tuple[Any, Callable[..., Any]]:
    """What ``plain``, the layer's own function, returns for docs of one token or more in all; in
    training it is left alone."""
    if is_train:
        return plain(layer, docs, is_train)
    vocab, columns = docs[0].vocab, _read_columns(layer, docs[0].vocab)
    table = np.concatenate([doc.to_array(columns) for doc in docs])
    seen: dict[tuple[int, ...], int] = {}
    kinds = [seen.setdefault(tuple(row), len(seen)) for row in table.tolist()]
    tokens = Kinds(vocab, columns, np.array([*seen], dtype=np.uint64))
    (found,), backprop = plain(layer, [tokens], is_train)
    return np.split(found[kinds], np.cumsum([len(doc) for doc in docs])[:-1]), backprop


def _read_columns(layer: Model[Any, Any], vocab: Vocab) -> list[int | str]:
    """The attributes of tokens that the layer looks at."""
    columns: list[int | str] = [getattr(vocab.vectors, "attr", ORTH)]
    for part in layer.walk():
        columns += part.attrs.get("columns", ())
    return columns
