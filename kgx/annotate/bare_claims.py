"""Claims that no clause states: a row of a table says them, or a noun with its complement."""

from __future__ import annotations

from kgx.annotate.drafts import Draft
from kgx.annotate.referents import Referents
from kgx.iris import claim_iri
from kgx.types import Claim


def claim_without_clause(
    referents: Referents,
    document: str,
    one: Draft,
    span: tuple[int, int],
    confidence: float,
    sentence: tuple[int, int] | None = None,
) -> Claim:
    """A draft as an asserted claim of the author.

    Args:
        span: Where it is read, in code points, ``[start, end)``.
        sentence: What surrounds it, the span itself where that is None.
    """
    start, end = span
    before, after = sentence or span
    parts = (one.subject, one.predicate, one.object.iri or one.object.value or "")
    return Claim(
        id=claim_iri(document, *parts, str(start), str(end), base=referents.base),
        proposition=None,
        subject=one.subject,
        predicate=one.predicate,
        predicates=one.predicates,
        object=one.object.iri,
        value=one.object.value,
        datatype=one.object.datatype,
        start=start,
        end=end,
        quote=referents.text[start:end],
        prefix=referents.text[before:start],
        suffix=referents.text[end:after],
        confidence=confidence,
        rule=one.rule,
    )


def sentence_around(referents: Referents, start: int, end: int) -> tuple[int, int]:
    """Offsets of the sentences around tokens, both inclusive, white space at the edges left out."""
    parse = referents.parse
    first, last = parse.sent[start], parse.sent_end[end] - 1
    while last > end and parse.tag[last] == "_SP":
        last -= 1
    while first < start and parse.tag[first] == "_SP":
        first += 1
    return referents.starts[first], referents.ends[last]
