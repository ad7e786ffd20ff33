"""From a draft to a claim: its standing, its evidence, and how sure it is."""

from __future__ import annotations

from kgx.annotate.claims.confidence import Seen, grade
from kgx.annotate.claims.drafts import Draft
from kgx.annotate.claims.referents import Referents
from kgx.annotate.grammar.parts import Clause
from kgx.iris import claim_iri
from kgx.types import Claim, Proposition


def make_claim(
    referents: Referents,
    document: str,
    one: Draft,
    span: tuple[int, int],
    around: tuple[int, int],
    *,
    clause: Clause | None = None,
    said: Proposition | None = None,
    speaker: str | None = None,
) -> Claim:
    """A draft as a claim.

    Args:
        span: Where it is read, in code points, ``[start, end)``.
        around: What surrounds it, most often its sentence.
        clause: What gives it its standing; without one the author asserts it.
        said: The proposition it is made from, if any.
        speaker: The IRI of who says so; None for the author.
    """
    (before, after), text = around, referents.text
    polarity = "positive" if clause is None else clause.polarity
    modality = "asserted" if clause is None else clause.modality
    seen = Seen(one.rule, polarity, modality, one.object.iri, text[before:after])
    return write_claim(
        (text, document, referents.base),
        one,
        span,
        around,
        clause=clause,
        proposition=None if said is None else said.id,
        speaker=speaker,
        confidence=grade(seen, said),
    )


def write_claim(
    read: tuple[str, str, str],
    one: Draft,
    span: tuple[int, int],
    around: tuple[int, int],
    *,
    clause: Clause | None,
    proposition: str | None,
    speaker: str | None,
    confidence: float,
) -> Claim:
    """A draft as a claim that is so sure.

    Args:
        read: The text, the id of its document, and what IRIs begin with.
        proposition: The id of what it is made from, if any.
    """
    (start, end), (before, after), (text, document, base) = span, around, read
    parts = (one.subject, one.predicate, one.object.iri or one.object.value or "")
    return Claim(
        id=claim_iri(document, *parts, str(start), str(end), base=base),
        proposition=proposition,
        subject=one.subject,
        predicate=one.predicate,
        predicates=one.predicates,
        object=one.object.iri,
        value=one.object.value,
        datatype=one.object.datatype,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[before:start],
        suffix=text[end:after],
        polarity="positive" if clause is None else clause.polarity,
        modality="asserted" if clause is None else clause.modality,
        attributed_to=speaker,
        time=None if clause is None else clause.time,
        confidence=confidence,
        rule=one.rule,
        amount=one.object.amount,
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
