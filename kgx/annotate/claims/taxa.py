"""What group of living things one belongs to: "a genus of beetles in the family Carabidae"."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.drafts import Context, Draft
from kgx.annotate.claims.referents import End
from kgx.annotate.words.wordlists import read_set

_INSIDE = frozenset({"of", "in", "within", "from"})


def draft_taxon(context: Context, subject: End, noun: int) -> Iterator[Draft]:
    """The name behind a rank, "the family Carabidae", that what something is comes from.

    Args:
        noun: The head of what the subject is said to be.
    """
    if subject.type in ("person", "place", "facility"):
        return
    parse, ranks = context.referents.parse, read_set("noun_ties.toml", "ranks_of_life")
    for prep in parse.children[noun]:
        name = parse.child(prep, "pobj") if parse.lower[prep] in _INSIDE and prep > noun else None
        if name is None or not any(parse.lower[c] in ranks for c in parse.children[name]):
            continue
        group = context.refer_to(name)
        if group is not None and group.iri not in (None, subject.iri):
            yield context.typed(subject.iri, "parentTaxon", group)
