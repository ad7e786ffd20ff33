"""What the tests of commands share: a folder of texts, a graph of them, one pipeline."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from cli_samples import FAR, LEAF, TOLD, run_apart
from spacy.language import Language


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "leaf.txt").write_text(LEAF, encoding="utf-8")
    (tmp_path / "in" / "told.txt").write_text(TOLD, encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def loaded_once(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands in this process get the shared pipeline instead of loading their own."""
    module = importlib.import_module("kgx.annotate.load")

    def load(model: str = module.MODEL, *, base: str = module.BASE, **more: object) -> Language:
        plain = model == module.MODEL and base == module.BASE and not any(more.values())
        return nlp if plain else real(model, base=base, **more)

    real = module.load
    monkeypatch.setattr(module, "load", load)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A graph of the two texts, made by the command in a process of its own."""
    place = tmp_path_factory.mktemp("graph")
    (place / "leaf.txt").write_text(LEAF + TOLD + FAR, encoding="utf-8")
    done = run_apart("extract", place / "leaf.txt", "-o", place / "graph.ttl")
    assert done.returncode == 0, done.stderr
    yield place / "graph.ttl"
