"""What names are looked for in, and what every finder of names is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.words import Name

_OVERLONG = frozenset({"WORK_OF_ART", "EVENT", "LAW"})
"""Labels of the model whose spans go on too far."""


@dataclass(frozen=True, slots=True)
class Search:
    """A parsed text, with what is known of its names so far.

    Attributes:
        entities: Spans and labels of the model in order, name labels only.
        titled: Per token, whether its block is in title case or capitals, where a capital says
            nothing.
        unheard: Tokens that open sentences and are no English words.
        taken: Per token, whether a name covers it that was found before.
    """

    parse: Parse
    entities: Sequence[tuple[int, int, str]]
    titled: Sequence[bool]
    unheard: Sequence[int]
    taken: list[bool]

    @property
    def long(self) -> list[tuple[int, int]]:
        """The spans of several words that the model takes for names, which nothing breaks up."""
        return [(s, e) for s, e, label in self.entities if e - s > 1 and label not in _OVERLONG]

    def is_free(self, start: int, end: int) -> bool:
        """True where no name found before covers a token of ``[start, end)``."""
        return not any(self.taken[start:end])

    def take(self, names: Iterable[Name]) -> Iterator[Name]:
        """Those of the names that none found before covers; from now on they cover what they stand
        on."""
        for name in names:
            if self.is_free(name.start, name.end):
                self.taken[name.start : name.end] = [True] * (name.end - name.start)
                yield name


Finder = Callable[[Search], Iterable[Name]]
"""Finds names of one sort, whatever covers them: the search takes those that are free."""
