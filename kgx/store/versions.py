"""What the contents of a store depend on, as hashes: where one changes, they are made anew."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

from kgx.iris import BASE, digest
from kgx.types import Document

ANNOTATING = frozenset(
    {"annotate", "kb", "ontology", "annotations.py", "errors.py", "iris.py", "records.py"}
    | {"texts.py", "types.py"}
)
"""The parts of kgx that annotating depends on."""
_QUADS = {"graph", "rdf", "vocab.py", "iris.py", "types.py"}


def hash_document(document: Document, annotator: str) -> str:
    """A hash of all that the annotation of a document depends on."""
    about = (document.title, document.date, document.url)
    return digest(annotator, document.id, document.text, *(repr(part) for part in about))


def name_annotator(model: str, base: str = BASE, kb: str = "", ontology: Path | None = None) -> str:
    """A hash of all that annotating depends on beside the document.

    The code and data of kgx that annotate, the name and version of the model, the base,
    ``kb``, the seal of what else annotating reads, and the ontology.
    """
    terms = [] if ontology is None else [ontology.read_text(encoding="utf-8", errors="replace")]
    parts = [(name, data) for name, data in _hash_package() if name.split("/")[0] in ANNOTATING]
    return digest(repr(parts), version("spacy"), model, _read_meta(model), base, kb, *terms)


def name_model(model: str) -> str:
    """A spaCy pipeline, given by name or path, as the name and version that it tells of itself."""
    told = json.loads(_read_meta(model) or "{}")
    name = f"{told.get('lang', '')}_{told['name']}" if "name" in told else Path(model).name
    return f"{name} {told.get('version', '')}".strip()


def _read_meta(model: str) -> str:
    """What a spaCy pipeline tells of itself, its version with it, given its name or path."""
    folder = Path(model)
    if not folder.is_dir():
        spec = find_spec(model) if model.isidentifier() else None
        folder = Path(spec.origin).parent if spec and spec.origin else folder
    meta = folder / "meta.json"
    return meta.read_text(encoding="utf-8") if meta.is_file() else ""


@cache
def _hash_package() -> tuple[tuple[str, str], ...]:
    """The hash of every file of kgx, by its path."""
    return tuple(sorted(_hash_files(files("kgx"), "")))


def _hash_files(folder: Traversable, path: str) -> Iterator[tuple[str, str]]:
    for item in folder.iterdir():
        if item.is_dir() and item.name != "__pycache__":
            yield from _hash_files(item, f"{path}{item.name}/")
        elif item.is_file():
            yield path + item.name, digest(item.read_bytes().decode("latin-1"))


@cache
def name_writer() -> str:
    """A hash of the code that makes quads: where it changes, they are written anew."""
    return digest(repr([part for part in _hash_package() if part[0].split("/")[0] in _QUADS]))
