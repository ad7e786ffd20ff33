"""What a run of ``kgx extract`` tells on standard error: a bar, notes, errors, a summary."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from kgx.errors import KgxError

if TYPE_CHECKING:
    from rich.progress import Progress

    from kgx.ontology.unmapped import Unmapped
    from kgx.store import Update
    from kgx.types import Annotation


class Run:
    """What happens in a run, counted and told on standard error."""

    def __init__(self, progress: Progress | None, quiet: bool, *, mapped: bool) -> None:
        self.annotated = self.skipped = self.claims = 0
        self.statements: int | None = None
        self.update: Update | None = None
        self._progress, self._quiet = progress, quiet
        self._task = progress.add_task("loading", total=None) if progress else None
        self._shown = 0.0
        self._entities: set[str] = set()
        self.unmapped = _start_unmapped() if mapped else None

    def expect(self, total: int | None) -> None:
        """Say how many documents there are, where that is known."""
        if self._progress and self._task is not None:
            self._progress.update(self._task, total=total, refresh=True)

    def skip(self, err: KgxError) -> None:
        """Count a document that was left out, and say why."""
        self.skipped += 1
        self._say(f"kgx: error: {err}")

    def note(self, text: str) -> None:
        """Say something by the way, unless it is to be quiet."""
        if not self._quiet:
            self._say(f"kgx: note: {text}")

    def tally(self, annotations: Iterable[Annotation]) -> Iterator[Annotation]:
        """Pass annotations on, counting what is in them and moving the bar."""
        for annotation in annotations:
            self.annotated += 1
            self.claims += len(annotation.claims)
            self._entities.update(entity.id for entity in annotation.entities)
            if self.unmapped is not None:
                self.unmapped.add(annotation)
            self._move()
            yield annotation

    def summarize(self, seconds: float) -> str:
        """The line that ends a run."""
        skipped = f" ({self.skipped:,} skipped)" if self.skipped else ""
        if self.update is not None:
            return f"kgx: {_summarize_update(self.update)}{skipped} in {seconds:.1f} s"
        parts = [
            f"{count(self.annotated, 'document')}{skipped}",
            count(len(self._entities), "entity", "entities"),
            count(self.claims, "claim"),
        ]
        if self.statements is not None:
            parts.append(count(self.statements, "statement"))
        return f"kgx: {', '.join(parts)} in {seconds:.1f} s"

    def _move(self) -> None:
        """Move the bar, at most ten times a second."""
        now = time.monotonic()
        if self._progress and self._task is not None and now - self._shown > 0.1:
            self._shown = now
            done = self.annotated + self.skipped
            words = f"{count(self.annotated, 'document')}, {count(self.claims, 'claim')}"
            self._progress.update(self._task, completed=done, description=words, refresh=True)

    def _say(self, line: str) -> None:
        if self._progress:
            self._progress.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            typer.echo(line, err=True)


def _start_unmapped() -> Unmapped:
    from kgx.ontology.unmapped import Unmapped

    return Unmapped()


@contextmanager
def show_progress(quiet: bool) -> Iterator[Progress | None]:
    """A progress bar on standard error, if that is a terminal."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    # no thread of its own: workers are forked while it shows
    progress = Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False)
    with progress:
        yield progress


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 document", "2,000 documents"."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _summarize_update(update: Update) -> str:
    counts = {
        "added": update.added,
        "replaced": update.replaced,
        "unchanged": update.unchanged,
        "removed": update.removed,
    }
    said = [f"{count:,} {word}" for word, count in counts.items() if count]
    return f"documents: {', '.join(said) or 'none'}"
