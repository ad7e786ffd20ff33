"""What tests share: the default pipeline, loaded once."""

from __future__ import annotations

import pytest
from spacy.language import Language

from kgx.annotate.load import load


@pytest.fixture(scope="session")
def nlp() -> Language:
    return load()
