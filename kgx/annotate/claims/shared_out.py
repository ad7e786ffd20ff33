"""What is told of several as one thing is told of each: "*They* had a son" of Ann and of Bo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kgx.iris import claim_iri
from kgx.records import changed
from kgx.types import Claim

Members = Mapping[str, tuple[str, ...]]
"""By the IRI of what "and" joins or a couple, the IRIs of those it is made of."""


def share_out(claim: Claim, members: Members, document: str, base: str) -> Iterator[Claim]:
    """The claim of each of those that its ends are made of; amounts and dates are of all together.

    Args:
        document: The id of the claim's document.
        base: What the IRIs of claims begin with.
    """
    subjects = members.get(claim.subject)
    objects = members.get(claim.object or "")
    if claim.object is None or (subjects is None and objects is None):
        yield claim
        return
    for subject in subjects or (claim.subject,):
        for object_ in objects or (claim.object,):
            if subject != object_:
                place = str(claim.start), str(claim.end)
                id_ = claim_iri(document, subject, claim.predicate, object_, *place, base=base)
                yield changed(claim, id=id_, subject=subject, object=object_)
