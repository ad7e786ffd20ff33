"""The examples in docstrings run."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest

MODULES = [
    "kgx.annotations",
    "kgx.graph.build",
    "kgx.graph.paths",
    "kgx.iris",
    "kgx.query.ask",
    "kgx.query.result",
    "kgx.query.write",
    "kgx.rdf.files",
    "kgx.rdf.formats",
    "kgx.rdf.spell",
    "kgx.rdf.terms",
    "kgx.rdf.write",
    "kgx.vocab",
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    found = doctest.testmod(import_module(name))
    assert found.attempted > 0
    assert found.failed == 0
