"""Quick layers predict what those of spaCy do, and train as they do."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import numpy as np
import pytest
from spacy.lang.en import English
from spacy.language import Language
from spacy.ml.models.tok2vec import CharacterEmbed, MaxoutWindowEncoder, build_Tok2Vec_model
from thinc.api import LayerNorm, Maxout, Model

from kgx.annotate.load import MODEL, load_model
from kgx.annotate.words.layers import quicken_layers

TEXTS = [
    ["The mill by the mill sold the mills; The MILL, it didn't sell: mill , mill."],
    ["She saw the quorbled snorf.", "", "The snorf saw her, she saw 3.5 snorfs\n\n\tthere."],
    [" "],
]


@pytest.fixture(scope="module")
def quick() -> Language:
    nlp = load_model(MODEL)
    quicken_layers(nlp)
    return nlp


def embedding_layers(nlp: Language) -> Iterator[Model[Any, Any]]:
    for name in ("tok2vec", "ner"):
        model: Model[Any, Any] = nlp.get_pipe(name).model  # type: ignore[attr-defined]
        yield next(node.get_ref("embed") for node in model.walk() if node.has_ref("embed"))


@pytest.mark.parametrize("texts", TEXTS)
def test_vectors_are_those_of_spacy_bit_by_bit(
    plain: Language, quick: Language, texts: list[str]
) -> None:
    for usual, quickened in zip(embedding_layers(plain), embedding_layers(quick), strict=True):
        docs = [quick.make_doc(text) for text in texts]
        expected, found = usual.predict(docs), quickened.predict(docs)
        assert [len(rows) for rows in found] == [len(doc) for doc in docs]
        assert all(map(np.array_equal, found, expected))


def test_a_token_spelled_alike_with_another_norm_is_another_kind(
    plain: Language, quick: Language
) -> None:
    doc = quick.make_doc("he said she said it")
    doc[2].norm_ = "he"
    for usual, quickened in zip(embedding_layers(plain), embedding_layers(quick), strict=True):
        (rows,) = quickened.predict([doc])
        assert np.array_equal(rows, usual.predict([doc])[0])
        assert np.array_equal(rows[1], rows[3])
        assert not np.array_equal(rows[0], rows[2])


def test_only_kinds_are_embedded(quick: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []
    layer = next(embedding_layers(quick))
    inner = next(part for part in layer.walk() if part.name == "maxout")
    forward = inner._func

    def watch(inner: Model[Any, Any], rows: Any, is_train: bool) -> Any:
        sizes.append(len(rows))
        return forward(inner, rows, is_train)

    monkeypatch.setattr(inner, "_func", watch)
    layer.predict([quick.make_doc("as far as far"), quick.make_doc("far")])
    assert sizes == [3]  # the last word has no space after it


def test_in_training_every_token_is_embedded(quick: Language) -> None:
    layer = next(embedding_layers(quick))
    (rows,), backprop = layer([quick.make_doc("far and far")], is_train=True)
    backprop([rows])  # raises where gradients are not of the size of the batch


@pytest.mark.parametrize(
    "usual", [Maxout(5, 5, nP=1), Maxout(5, 5, nP=2), Maxout(5, 5, nP=3), LayerNorm(5)]
)
@pytest.mark.parametrize("is_train", [True, False])
def test_a_layer_and_its_gradients_are_those_of_thinc(
    usual: Model[Any, Any], is_train: bool
) -> None:
    draw = np.random.default_rng(5)
    rows, gradient = (draw.normal(size=(7, 5)).astype("float32") for _ in range(2))
    usual.initialize(rows)
    for name in usual.param_names:
        values: Any = usual.get_param(name)
        usual.set_param(name, draw.normal(size=values.shape).astype("float32"))
    nlp, quickened = English(), usual.copy()
    nlp.add_pipe("tok2vec").model = quickened  # type: ignore[attr-defined]
    quicken_layers(nlp)
    assert isinstance(quickened._func, partial)
    (expected, back), (found, quick_back) = (m(rows, is_train) for m in (usual, quickened))
    assert np.array_equal(found, expected)
    assert np.array_equal(quick_back(gradient), back(gradient))
    for name in usual.param_names:
        assert np.array_equal(quickened.get_grad(name), usual.get_grad(name))


def test_layers_that_read_characters_are_left_alone(plain: Language) -> None:
    layer = CharacterEmbed(32, 100, nM=8, nC=4, include_static_vectors=False, feature="LOWER")
    model = build_Tok2Vec_model(layer, MaxoutWindowEncoder(32, 1, 2, 1))
    nlp = English()
    nlp.add_pipe("tok2vec").model = model  # type: ignore[attr-defined]
    quicken_layers(nlp)
    assert model.get_ref("embed") is layer
    assert not isinstance(layer._func, partial)
