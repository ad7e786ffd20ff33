"""The formats by name, and the one function that writes any of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kgx.atomic import open_atomic
from kgx.errors import WriteError
from kgx.export.ftm import write_ftm
from kgx.export.neo4j import write_cypher, write_neo4j_csv
from kgx.export.networks import write_cytoscape, write_gexf, write_graphml
from kgx.export.tables import write_csv, write_parquet
from kgx.graph.build import Graph


@dataclass(frozen=True, slots=True)
class Export:
    """A format: its suffix and what writes it, as pieces of a text or as files of a folder."""

    suffix: str
    text: Callable[[Graph], Iterator[str]] | None = None
    files: Callable[[Graph], Iterator[tuple[str, bytes]]] | None = None


EXPORTS: Mapping[str, Export] = {
    "graphml": Export(".graphml", write_graphml),
    "gexf": Export(".gexf", write_gexf),
    "cytoscape": Export(".cyjs", write_cytoscape),
    "cypher": Export(".cypher", write_cypher),
    "ftm": Export(".ftm.json", write_ftm),
    "neo4j": Export("", files=write_neo4j_csv),
    "csv": Export("", files=write_csv),
    "parquet": Export("", files=write_parquet),
}
"""What a graph can be exported to; those without a suffix fill a folder."""


def export_of(target: str, name: str | None = None) -> str:
    """The format that is named, or that a suffix tells.

    Raises:
        WriteError: It is unknown.

    >>> export_of("graph.gexf")
    'gexf'
    """
    if name is None:
        found = (n for n, e in EXPORTS.items() if e.suffix and target.lower().endswith(e.suffix))
        name = next(found, None)
    if name is None or name not in EXPORTS:
        if name is None and target == "-":
            raise WriteError(f"name the format with --to: {', '.join(EXPORTS)}")
        shown = target if name is None else name
        raise WriteError(f"unknown export format {shown!r}: take one of {', '.join(EXPORTS)}")
    return name


def export_graph(
    graph: Graph, target: str | Path | IO[str], format: str | None = None
) -> list[Path]:
    """Write a graph for another tool.

    Args:
        graph: As `build_graph` makes it.
        target: A file, an open text file, or for ``csv``, ``parquet`` and ``neo4j`` a folder,
            which is made; the same graph gives the same bytes.
        format: One of `EXPORTS`, where the suffix does not tell.

    Returns:
        The files written.

    Raises:
        WriteError: The format is unknown, or it cannot be written there.
        KgxError: A format needs a package that is not installed.
    """
    given = isinstance(target, (str, Path))
    name = export_of(str(target) if given else "", format)
    export = EXPORTS[name]
    if export.text is not None:
        return _write_text(export.text(graph), target)
    if export.files is None or not given:
        raise WriteError(f"{name} is several files: name a folder with --output")
    return _write_files(export.files(graph), Path(str(target)))


def _write_text(pieces: Iterator[str], target: str | Path | IO[str]) -> list[Path]:
    if not isinstance(target, (str, Path)):
        target.writelines(pieces)
        return []
    with open_atomic(target) as file:
        file.writelines(pieces)
    return [Path(target)]


def _write_files(files: Iterator[tuple[str, bytes]], folder: Path) -> list[Path]:
    made = list(files)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in made:
            (folder / f".{name}.part").write_bytes(data)
            (folder / f".{name}.part").replace(folder / name)
    except OSError as err:
        raise WriteError(f"{folder}: cannot be written: {err.strerror}") from err
    return [folder / name for name, _ in made]
