"""Files import only from stages upstream of theirs, and looking at kgx costs nothing."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import kgx
from kgx.store.versions import ANNOTATING

PACKAGE = Path(kgx.__file__).parent

SHARED = {"types", "errors", "iris", "vocab", "atomic", "records", "texts"}
# What each stage may import besides what is shared and itself.
UPSTREAM: dict[str, set[str]] = {
    "read": set(),
    "kb": set(),
    "ontology": set(),
    "annotate": {"kb", "ontology"},
    "annotations": set(),
    "graph": {"annotations"},
    "rdf": {"annotations", "graph"},
    "store": {"annotations", "graph", "rdf"},
    "endpoint": {"annotations", "graph", "rdf", "store"},
    "query": {"annotations", "graph", "rdf", "store", "endpoint", "infer"},
    "check": {"annotations", "graph", "rdf", "store", "endpoint", "query"},
    "export": {"annotations", "graph", "rdf", "store", "endpoint", "query", "view"},
    "view": {"annotations", "graph", "rdf", "store", "query"},
    "serve": {"annotations", "graph", "rdf", "store", "query"},
    "learn": {"read", "annotate", "annotations", "ontology"},
    "evaluate": {"annotations"},
    "infer": {"annotations", "graph", "rdf"},
    "bench": {"annotate", "annotations", "graph", "rdf", "store", "query"},
    "cli": {
        "read",
        "kb",
        "ontology",
        "annotate",
        "annotations",
        "graph",
        "rdf",
        "store",
        "endpoint",
        "query",
        "serve",
        "view",
        "check",
        "export",
        "learn",
        "bench",
        "evaluate",
        "infer",
    },
    "__main__": {"cli"},
    **{name: set() for name in SHARED},
}
PLAIN_DATA = ("read", "kb", "annotations", "graph", "rdf", "store", "query", "view", *SHARED)
FILES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def stage_of(file: Path) -> str:
    return file.parts[0].removesuffix(".py")


def imported_modules(file: Path) -> set[str]:
    """Full names of all modules a file imports, wherever in it."""
    modules = set()
    for node in ast.walk(ast.parse((PACKAGE / file).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            modules |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            modules |= {f"{node.module}.{alias.name}" for alias in node.names}
    return modules


@pytest.mark.parametrize("file", [f for f in FILES if f.name != "__init__.py" or f.parent.parts])
def test_a_file_imports_from_upstream_only(file: Path) -> None:
    stage = stage_of(file)
    used = {name.split(".")[1] for name in imported_modules(file) if name.startswith("kgx.")}
    assert used <= {stage, *SHARED, *UPSTREAM[stage]}


@pytest.mark.parametrize("file", [f for f in FILES if stage_of(f) in PLAIN_DATA])
def test_only_annotating_needs_spacy(file: Path) -> None:
    assert not any(name.split(".")[0] in ("spacy", "thinc") for name in imported_modules(file))


def test_a_store_knows_what_annotating_depends_on() -> None:
    known = {part.removesuffix(".py") for part in ANNOTATING}
    inside = [imported_modules(file) for file in FILES if stage_of(file) in known]
    used = {name.split(".")[1] for names in inside for name in names if name.startswith("kgx.")}
    assert used <= {*known, "atomic"}  # writing a file whole annotates nothing


def test_every_stage_is_listed() -> None:
    assert {stage_of(file) for file in FILES} - {"__init__"} <= UPSTREAM.keys()


HEAVY = "{'spacy', 'rdflib', 'networkx', 'pyoxigraph', 'numpy'} & {*sys.modules}"


def test_help_imports_nothing_heavy() -> None:
    ask = "import atexit, runpy, sys; sys.argv[1:] = ['--help'];"
    ask += f"atexit.register(lambda: print('heavy:', *{HEAVY}));"
    command = [sys.executable, "-c", f"{ask} runpy.run_module('kgx', run_name='__main__')"]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert told.splitlines()[-1].split() == ["heavy:"]


def test_importing_kgx_imports_nothing_heavy() -> None:
    heavy = "{'spacy', 'rdflib', 'networkx', 'typer', 'rich', 'numpy'} & {*sys.modules}"
    command = f"import sys, kgx; dir(kgx); sys.exit(len({heavy}))"
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0


@pytest.mark.parametrize("name", kgx.__all__)
def test_public_names_are_there_and_documented(name: str) -> None:
    assert getattr(kgx, name).__doc__


@pytest.mark.parametrize("name", ["read", "annotate", "query"])
def test_functions_named_like_folders_stay_functions(name: str) -> None:
    command = (
        f"import kgx.{name}, kgx.annotate.load, kgx, importlib;"
        f"assert callable(kgx.{name}), kgx.{name};"
        f"importlib.reload(importlib.import_module('kgx.{name}'));"
        f"assert callable(kgx.{name}), kgx.{name}"
    )
    subprocess.run([sys.executable, "-c", command], check=True)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'kgx' has no attribute 'raed'"):
        _ = kgx.raed  # type: ignore[attr-defined]


@pytest.mark.skipif(os.environ.get("CI") != "true", reason="the source tree is fine at home")
def test_the_installed_package_is_tested() -> None:
    assert "site-packages" in kgx.__file__


# The packages of kgx/annotate in the order of the flow: each imports from those before it.
STAGES = (
    "words",
    "grammar",
    "layout",
    "names",
    "times",
    "coreference",
    "linking",
    "clauses",
    "standing",
    "claims",
    "terms",
    "learned",
    "build",
)


@pytest.mark.parametrize("package", STAGES)
def test_a_stage_of_annotating_imports_only_from_those_before_it(package: str) -> None:
    allowed = STAGES[: STAGES.index(package) + 1]
    for file in (PACKAGE / "annotate" / package).rglob("*.py"):
        for module in imported_modules(file.relative_to(PACKAGE)):
            if module.startswith("kgx.annotate.") and package != "build":
                assert module.split(".")[2] in allowed, f"{file} imports {module}"
