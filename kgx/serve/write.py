"""A process that changes a store made from RDF, once: all of an update happens, or nothing.

The default graph of a store holds every triple, those of no graph too, which have a graph of their
own. So an update runs between two others that take this apart and put it together again, in one
transaction; it may be ended at any moment.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

import msgspec
import pyoxigraph as ox

from kgx.errors import KgxError
from kgx.serve.frames import Reply
from kgx.store.engine import SHARED, open_engine
from kgx.store.records import open_records

_BEFORE = f"""DROP DEFAULT ;
INSERT {{ ?s ?p ?o }} WHERE {{ GRAPH {SHARED} {{ ?s ?p ?o }} }} ;
DROP SILENT GRAPH {SHARED} ;
"""
_AFTER = f"""INSERT {{ GRAPH {SHARED} {{ ?s ?p ?o }} }} WHERE {{ ?s ?p ?o }} ;
INSERT {{ ?s ?p ?o }} WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}"""

_PROLOGUE = re.compile(
    r"(?:\s|#[^\n\r]*|PREFIX\s+[^\s:<]*:\s*<[^>]*>|BASE\s*<[^>]*>)*+", re.IGNORECASE
)
"""What declares prefixes and base, which Oxigraph takes at the start only."""


def main() -> None:
    """Read an update from standard input, as a JSON object, and write the reply.

    Arguments: the store; ``update``, or ``graph`` for an update that keeps the default graph right.
    """
    path, kind = Path(sys.argv[1]), sys.argv[2]
    given = msgspec.json.decode(sys.stdin.buffer.read(), type=Change)
    try:
        with open_records(path, write=True), open_engine(path, write=True) as store:
            apply_change(store, given, whole=kind == "update")
            store.flush()
        reply = Reply(200)
    except (SyntaxError, ValueError) as err:
        reply = Reply(400, message=f"malformed update: {_say(err)}")
    except KgxError as err:
        reply = Reply(503, message=str(err))
    except (RuntimeError, OSError) as err:
        reply = Reply(500, message=f"the update fails: {_say(err)}")
    sys.stdout.buffer.write(msgspec.json.encode(reply))


class Change(msgspec.Struct, frozen=True):
    """An update and the prefixes that it need not declare."""

    text: str
    prefixes: dict[str, str] = {}


def apply_change(store: ox.Store, change: Change, *, whole: bool) -> None:
    """Change a store in one transaction.

    Args:
        store: Laid out as `kgx.store.engine` does.
        change: What to do.
        whole: Whether the update may do anything, and not what `graph_update` makes.

    Raises:
        SyntaxError: The update is malformed.
        RuntimeError: It fails; nothing has changed.
    """
    if not whole:
        store.update(change.text, prefixes=change.prefixes)
        return
    _check(change)
    start = len(_PROLOGUE.match(change.text)[0])  # type: ignore[index]  # it matches anything
    text = f"{change.text[:start]}{_BEFORE}{change.text[start:]}\n"
    try:
        store.update(f"{text};\n{_AFTER}", prefixes=change.prefixes)
    except SyntaxError:  # it ends with a semicolon, or is empty
        store.update(text + _AFTER, prefixes=change.prefixes)


def _check(change: Change) -> None:
    """Find syntax errors in the update alone, so that they tell its own lines."""
    try:
        ox.Store().update(change.text, prefixes=change.prefixes)
    except (RuntimeError, OSError):
        return


def graph_update(graph: str | None, triples: str | None, *, replace: bool) -> str:
    """The update that writes or drops one graph and keeps the default graph right.

    Args:
        graph: Its IRI, as SPARQL spells it; None for what is in no graph.
        triples: N-Triples to put there; None to drop the graph.
        replace: Whether what is there goes.
    """
    name = graph or str(SHARED)
    parts = []
    if replace:
        parts.append(
            f"DELETE {{ ?s ?p ?o }} WHERE {{ GRAPH {name} {{ ?s ?p ?o }} FILTER NOT EXISTS "
            f"{{ GRAPH ?other {{ ?s ?p ?o }} FILTER (?other != {name}) }} }}"
        )
        parts.append(f"DROP SILENT GRAPH {name}")
    if triples is not None:
        parts.append(f"INSERT DATA {{ {triples} GRAPH {name} {{ {triples} }} }}")
        if graph is not None:
            parts.insert(-1, f"CREATE SILENT GRAPH {name}")
    return " ;\n".join(parts)


def _say(err: Exception) -> str:
    return " ".join(str(err).split())[:500]


if __name__ == "__main__":
    main()
