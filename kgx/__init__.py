"""Text in, a knowledge graph you can check out.

::

    files ─read─▶ Document ─annotate─▶ Annotation ─build_graph─▶ networkx ─to_rdf─▶ rdflib ─query─▶
                  └───── one document at a time ─────┘ └──────────── all documents ────────────┘

>>> import kgx
>>> nlp = kgx.load()                                        # a spaCy pipeline
>>> documents = [kgx.Document("note", "Ada Berg runs Leaf, a tea company in Rize.")]
>>> annotations = list(kgx.annotate(documents, nlp))        # what each document says
>>> graph = kgx.build_graph(annotations)                    # a networkx.MultiDiGraph
>>> rdf = kgx.to_rdf(graph)                                 # an rdflib.Dataset
>>> result = kgx.query(rdf, "SELECT ?who WHERE { ?who a schema:Person }")

``kgx.read`` gives documents from files; ``kgx.write_rdf`` and ``kgx.write_annotations`` write, and
each has its ``read_``.

Names are imported when they are first used, so that ``import kgx`` costs nothing.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kgx.annotate.annotation import to_annotation
    from kgx.annotate.load import load
    from kgx.annotate.run import annotate
    from kgx.annotations import (
        read_annotations,
        write_annotation,
        write_annotations,
    )
    from kgx.check import validate, verify
    from kgx.errors import (
        AnnotateError,
        KgxError,
        QueryError,
        ReadError,
        RuleError,
        WriteError,
    )
    from kgx.graph import build_graph, describe_graph, find_entity, find_path
    from kgx.query import query, write_result
    from kgx.rdf import from_rdf, read_graph, read_rdf, to_rdf, write_rdf
    from kgx.read import read
    from kgx.types import (
        Annotation,
        Argument,
        Claim,
        Document,
        Entity,
        Mention,
        Proposition,
        Relation,
        Time,
    )

_HOMES = {
    "kgx.annotate.annotation": ("to_annotation",),
    "kgx.annotate.load": ("load",),
    "kgx.annotate.run": ("annotate",),
    "kgx.annotations": ("read_annotations", "write_annotation", "write_annotations"),
    "kgx.check": ("validate", "verify"),
    "kgx.errors": (
        "AnnotateError",
        "KgxError",
        "QueryError",
        "ReadError",
        "RuleError",
        "WriteError",
    ),
    "kgx.graph": ("build_graph", "describe_graph", "find_entity", "find_path"),
    "kgx.query": ("query", "write_result"),
    "kgx.rdf": ("from_rdf", "read_graph", "read_rdf", "to_rdf", "write_rdf"),
    "kgx.read": ("read",),
    "kgx.types": (
        "Annotation",
        "Argument",
        "Claim",
        "Document",
        "Entity",
        "Mention",
        "Proposition",
        "Relation",
        "Time",
    ),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "AnnotateError",
    "Annotation",
    "Argument",
    "Claim",
    "Document",
    "Entity",
    "KgxError",
    "Mention",
    "Proposition",
    "QueryError",
    "ReadError",
    "Relation",
    "RuleError",
    "Time",
    "WriteError",
    "annotate",
    "build_graph",
    "describe_graph",
    "find_entity",
    "find_path",
    "from_rdf",
    "load",
    "query",
    "read",
    "read_annotations",
    "read_graph",
    "read_rdf",
    "to_annotation",
    "to_rdf",
    "validate",
    "verify",
    "write_annotation",
    "write_annotations",
    "write_rdf",
    "write_result",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module 'kgx' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


class _Package(ModuleType):
    """Keeps ``kgx.read``, ``kgx.annotate`` and ``kgx.query`` the functions they are.

    The folders of these stages have the same names, and Python puts a folder into its parent under
    its name as soon as anything in it is imported.
    """

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOME and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package
