"""What the ends of relations are called in examples, as something to learn from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from kgx.annotate.learned.names import is_name, spell
from kgx.learn.examples import Example
from kgx.learn.label import Feature, Pair

Names = Mapping[tuple[str, int], Counter[str]]
"""Names of ends, by relation and whether it is the subject (0) or the object (1), each with the
number of facts that have it."""
OBJECT: Feature = ("known", "object")
_ENDS: tuple[Feature, Feature] = (("known", "subject"), OBJECT)
_OFTEN = 2
"""Facts that have a name for the end of a relation, at least, for it to be known."""


def count_names(examples: Iterable[Example]) -> Names:
    """The names that often are an end of a relation."""
    counts: dict[tuple[str, int], Counter[str]] = {}
    for example in examples:
        for fact in example.facts:
            for n, end in enumerate((fact.subject, fact.object)):
                if end.spans and not end.exact and is_name(end.text):
                    counts.setdefault((fact.relation, n), Counter())[end.text] += 1
    return {
        key: Counter({name: n for name, n in found.items() if n >= _OFTEN})
        for key, found in counts.items()
    }


def list_names(names: Names, relation: str, end: int) -> tuple[str, ...]:
    """The names that a relation knows of an end, in their order."""
    return tuple(sorted(names.get((relation, end), ())))


def add_known(
    pairs: Sequence[Pair], holds: Sequence[bool], names: Names, relation: str
) -> list[frozenset[Feature]]:
    """The features of pairs and, where an end is a name that the relation knows, that it is; known
    from other facts than the one that a pair states, as it will be in texts to come."""
    counts = [
        {spell(name): n for name, n in names.get((relation, end), Counter()).items()}
        for end in (0, 1)
    ]
    return [
        pair.features.union(
            feature
            for feature, table, name in zip(_ENDS, counts, pair.names, strict=True)
            if table.get(name, 0) - h >= _OFTEN
        )
        for pair, h in zip(pairs, holds, strict=True)
    ]
