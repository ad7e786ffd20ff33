"""General predicates in place of those coined from a text's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from kgx.types import Annotation, Claim
from kgx.vocab import VOCABULARY


def find_general(predicate: str, claims: Iterable[Claim]) -> str:
    """The general predicate that a coined one is a kind of, as its claims tell; else itself."""
    if predicate.startswith(VOCABULARY):
        return predicate
    further = (iri for claim in claims for iri in claim.predicates)
    return min((iri for iri in further if iri.startswith(VOCABULARY)), default=predicate)


def generalise(annotation: Annotation) -> Annotation:
    """The annotation with the general predicate of each claim first and the coined one beside it,
    so that what is said in different words is one statement. A claim keeps its IRI; one that has no
    general predicate stays as it is.

    >>> further = (f"{VOCABULARY}helps",)
    >>> claim = Claim("c", None, "a", "rel:aid", further, "b", None, None, 0, 0, "", "", "")
    >>> (one,) = generalise(Annotation("d", claims=(claim,))).claims
    >>> one.predicate == f"{VOCABULARY}helps", one.predicates
    (True, ('rel:aid',))
    """
    return replace(annotation, claims=tuple(map(_generalise_claim, annotation.claims)))


def _generalise_claim(claim: Claim) -> Claim:
    general = find_general(claim.predicate, [claim])
    others = tuple(iri for iri in (claim.predicate, *claim.predicates) if iri != general)
    return replace(claim, predicate=general, predicates=others)
