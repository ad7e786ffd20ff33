"""Shorter variants of propositions, for those who want every one that a sentence licenses.

A proposition with circumstances holds without them: its core alone, and its core with each, as
ClausIE (Del Corro & Gemulla 2013) lists them.
"""

from collections.abc import Iterator

from kgx.records import changed
from kgx.types import Annotation, Argument, Proposition

_CORE = frozenset({"object", "indirect object", "complement", "agent", "topic"})


def add_variants(annotation: Annotation) -> Annotation:
    """The annotation with the variants of each proposition after it, ids ``p3.1``, ``p3.2``.

    What is denied or not asserted has none: "did not sail in May" does not say that it did not
    sail.
    """
    found: list[Proposition] = []
    for said in annotation.propositions:
        found.append(said)
        if said.polarity == "positive" and said.modality == "asserted":
            found.extend(
                changed(said, id=f"{said.id}.{n}", arguments=arguments)
                for n, arguments in enumerate(_choose(said), 1)
            )
    return changed(annotation, propositions=tuple(found))


def _choose(said: Proposition) -> Iterator[tuple[Argument, ...]]:
    core = tuple(a for a in said.arguments if a.role in _CORE)
    further = [a for a in said.arguments if a.role not in _CORE]
    if core and further:
        yield core
    if len(further) > 1:
        yield from ((*core, one) for one in further)
