"""A process that answers queries, one at a time, and can be ended at any moment.

It is started with the path of an Oxigraph database and what it may use. It cannot open connections,
so that no query reaches the network, whatever the engine would do.
"""

from __future__ import annotations

import sys
from io import BytesIO
from typing import Any

import pyoxigraph as ox

from kgx.serve.confine import bound_memory, leave_network
from kgx.serve.frames import Reply, Task, pack, read_task


class _TooLargeError(Exception):
    pass


class _Bounded(BytesIO):
    """Bytes up to a limit."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self._limit = limit

    def write(self, data: Any) -> int:
        if self.tell() + len(data) > self._limit:
            raise _TooLargeError
        return super().write(data)


def main() -> None:
    """Answer tasks from standard input until it ends.

    Arguments: the database; bytes of an answer; bytes of memory; ``open`` where queries may reach
    the network.
    """
    path, answer, memory, network = sys.argv[1:]
    if network != "open":
        leave_network()
    store = ox.Store.read_only(path)
    bound_memory(int(memory))
    out = sys.stdout.buffer
    out.write(pack(Reply(200)))
    out.flush()
    while (task := read_task(sys.stdin.buffer)) is not None:
        reply, data = answer_task(store, task, int(answer))
        out.write(pack(reply, data))
        out.flush()


def answer_task(store: ox.Store, task: Task, limit: int) -> tuple[Reply, bytes]:
    """The answer to a query, in at most ``limit`` bytes."""
    try:
        answer = store.query(
            task.sparql,
            prefixes=task.prefixes,
            default_graph=_nodes(task.default),
            named_graphs=_nodes(task.named),
        )
        return _write_answer(answer, task, limit)
    except _TooLargeError:
        return Reply(413, message=f"the answer is larger than {limit:,} bytes: add LIMIT"), b""
    except (SyntaxError, ValueError) as err:
        return Reply(400, message=f"malformed query: {' '.join(str(err).split())[:500]}"), b""
    except (RuntimeError, OSError) as err:
        return Reply(500, message=f"the query fails: {' '.join(str(err).split())[:500]}"), b""


def _nodes(iris: tuple[str, ...] | None) -> Any:
    return None if iris is None else [ox.NamedNode(iri) for iri in iris]


def _write_answer(
    answer: ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples, task: Task, limit: int
) -> tuple[Reply, bytes]:
    graph = isinstance(answer, ox.QueryTriples)
    media = task.triples if graph else task.rows
    if media is None:
        return Reply(406, message="no acceptable media type has a place for this answer"), b""
    file = _Bounded(limit)
    if isinstance(answer, ox.QueryTriples):
        format = ox.RdfFormat.from_media_type(media)
        ox.serialize(answer, file, format=format, prefixes=task.prefixes)
    elif isinstance(answer, ox.QueryBoolean) and media in ("text/csv", "text/tab-separated-values"):
        file.write(b"true\n" if answer else b"false\n")  # a choice: the formats have no booleans
    else:
        answer.serialize(file, format=ox.QueryResultsFormat.from_media_type(media))
    return Reply(200, media), file.getvalue()


if __name__ == "__main__":
    main()
