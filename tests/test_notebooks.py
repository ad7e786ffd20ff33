"""The notebooks run from top to bottom, and are kept without what running them left behind."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def read_notebook(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


def outputs_of(notebook: Any) -> list[Any]:
    return [output for cell in notebook.cells for output in cell.get("outputs", ())]


def run(name: str) -> Any:
    """A notebook, run where a reader would run it."""
    notebook = read_notebook(ROOT / "notebooks" / name)
    resources = {"metadata": {"path": str(ROOT / "notebooks")}}
    return NotebookClient(notebook, timeout=300, resources=resources).execute()


@pytest.fixture(scope="module")
def run_notebook() -> Any:
    """The first notebook, run once."""
    return run("1_first_graph.ipynb")


def test_there_are_notebooks() -> None:
    assert NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_kept_without_outputs(path: Path) -> None:
    notebook = read_notebook(path)
    nbformat.validate(notebook)
    assert outputs_of(notebook) == []
    assert all(cell.get("execution_count") is None for cell in notebook.cells)


def test_the_first_notebook_shows_what_it_says(run_notebook: Any) -> None:
    shown = [output.get("data", {}) for output in outputs_of(run_notebook)]
    html = "".join(data.get("text/html", "") for data in shown)
    assert sum("image/png" in data for data in shown) == 1
    assert html.count('<mark class="entity"') > 20
    assert html.count("<table") == 2


def test_the_first_notebook_finds_path_and_answers(run_notebook: Any) -> None:
    printed = "".join(output.get("text", "") for output in outputs_of(run_notebook))
    assert "Kale Group – " in printed
    assert " – Brazil" in printed
    assert "Sibel Zorlu" in printed.split("organization", 1)[1]


def test_nothing_in_the_first_notebook_warns(run_notebook: Any) -> None:
    assert [output for output in outputs_of(run_notebook) if output.get("name") == "stderr"] == []


def test_the_second_notebook_keeps_a_corpus_and_answers() -> None:
    outputs = outputs_of(run("2_corpus_and_questions.ipynb"))
    printed = "".join(output.get("text", "") for output in outputs)
    tables = [output["data"]["text/html"] for output in outputs if "data" in output]
    count = len(list((ROOT / "seeds").iterdir()))
    assert printed == f"{count} documents added\n{count} documents unchanged\n"
    assert len(tables) == 7
    assert "ent:osman-okyay" in tables[2]
    assert all("ent:" in table for table in tables[2:5])
