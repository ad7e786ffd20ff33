"""How the annotations of a store become quads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from kgx.iris import BASE
from kgx.rdf.provenance import Level
from kgx.rdf.rdf12 import Form


@dataclass(frozen=True, slots=True)
class Settings:
    """How annotations become quads; one for the whole store, the last one given holds.

    Attributes:
        base: What the IRIs of documents begin with.
        speakers: As in `to_rdf`.
        min_confidence: Claims less sure than this are left out.
        form: Whether claims are statements (RDF 1.1) or triple terms (RDF 1.2).
        provenance: How much is told of where the quads come from: none, claims, full.
        model, annotator: The spaCy pipeline and a hash of all that annotating depends on, for full.
        apart: Whether to merge nothing across documents.
        rulings: The text of the user's rulings on merges.
    """

    base: str = BASE
    speakers: bool = True
    min_confidence: float = 0.0
    form: Form = "1.1"
    provenance: Level = "claims"
    model: str = ""
    annotator: str = ""
    apart: bool = False
    rulings: str = ""


def read_store_settings(found: dict[str, str]) -> Settings:
    """The settings of a store, from their texts."""
    usual = Settings()
    return Settings(
        base=found.get("base", usual.base),
        speakers=found.get("speakers", str(usual.speakers)) == "True",
        min_confidence=float(found.get("min_confidence", usual.min_confidence)),
        form=cast("Form", found.get("form", usual.form)),
        provenance=cast("Level", found.get("provenance", usual.provenance)),
        model=found.get("model", usual.model),
        annotator=found.get("annotator", usual.annotator),
        apart=found.get("apart", str(usual.apart)) == "True",
        rulings=found.get("rulings", usual.rulings),
    )
