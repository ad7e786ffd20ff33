"""The model as its makers ship it, and with what kgx puts in the place of slower components."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.load import MODEL, load_model
from kgx.annotate.words.attributes import quicken
from kgx.annotate.words.rule_lemmas import quicken_lemmas


@pytest.fixture(scope="package")
def plain() -> Language:
    return load_model(MODEL)


@pytest.fixture(scope="package")
def quick() -> Language:
    nlp = load_model(MODEL)
    quicken(nlp)
    quicken_lemmas(nlp)
    return nlp
