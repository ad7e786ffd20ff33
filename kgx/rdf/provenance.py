"""How much a graph tells of where it comes from: nothing, its claims, or everything.

``none`` is for who wants plain triples alone. ``full`` adds to the claims what made them, as a
PROV-O activity of a software agent (W3C PROV-O 2013), and says every passage in NIF 2.0 as well
(Hellmann et al. 2013), for tools of natural language processing.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Literal, TypeAlias

from rdflib import PROV, RDF, RDFS, SDO, XSD

from kgx.graph.records import Source
from kgx.iris import digest
from kgx.rdf.terms import make_iri, make_label, make_text, make_value
from kgx.types import Claim
from kgx.vocab import KGX, NIF, VOCABULARY

Level = Literal["none", "claims", "full"]
Triple: TypeAlias = tuple[str, str, str]

_TYPE, _LABEL = make_iri(RDF.type), make_iri(RDFS.label)
_ACTIVITY, _AGENT = make_iri(PROV.Activity), make_iri(PROV.SoftwareAgent)
_USED, _ASSOCIATED, _GENERATED = map(
    make_iri, (PROV.used, PROV.wasAssociatedWith, PROV.wasGeneratedBy)
)
_APPLICATION, _VERSION = make_iri(SDO.SoftwareApplication), make_iri(SDO.softwareVersion)
_MODEL, _SETTINGS = make_iri(KGX.model), make_iri(KGX.settings)
_CONTEXT, _PHRASE, _OFFSETS = map(make_iri, (NIF.Context, NIF.Phrase, NIF.OffsetBasedString))
_BEGIN, _END, _ANCHOR, _IN = map(
    make_iri, (NIF.beginIndex, NIF.endIndex, NIF.anchorOf, NIF.referenceContext)
)
_INDEX = str(XSD.nonNegativeInteger)


@dataclass(frozen=True, slots=True)
class Provenance:
    """What to tell.

    Attributes:
        level: ``none``, ``claims`` or ``full``.
        model: The spaCy pipeline that annotated, for ``full``.
        settings: A hash of all that annotating depended on, for ``full``.
    """

    level: Level = "claims"
    model: str = ""
    settings: str = ""


CLAIMS = Provenance()


def document_provenance(source: Source, provenance: Provenance) -> Iterator[Triple]:
    """The activity that read a document, and the document as a context of NIF; none below
    ``full``."""
    if provenance.level != "full":
        return
    activity, document = _activity(source, provenance), make_iri(source.iri)
    software = make_iri(f"{VOCABULARY}software/{kgx_version()}")
    yield activity, _TYPE, _ACTIVITY
    yield activity, _LABEL, make_label("extraction")
    yield activity, _USED, document
    yield activity, _ASSOCIATED, software
    if provenance.model:
        yield activity, _MODEL, make_text(provenance.model)
    if provenance.settings:
        yield activity, _SETTINGS, make_text(provenance.settings)
    yield software, _TYPE, _AGENT
    yield software, _TYPE, _APPLICATION
    yield software, _LABEL, make_label("kgx")
    yield software, _VERSION, make_text(kgx_version())
    yield document, _TYPE, _CONTEXT
    yield document, _TYPE, _OFFSETS


def claim_provenance(
    claim: Claim, name: str, passage: str, source: Source, provenance: Provenance
) -> Iterator[Triple]:
    """What made a claim, and its passage as a phrase of NIF; none below ``full``."""
    if provenance.level != "full":
        return
    yield name, _GENERATED, _activity(source, provenance)
    yield passage, _TYPE, _PHRASE
    yield passage, _TYPE, _OFFSETS
    yield passage, _BEGIN, make_value(str(claim.start), _INDEX)
    yield passage, _END, make_value(str(claim.end), _INDEX)
    yield passage, _ANCHOR, make_text(claim.quote)
    yield passage, _IN, make_iri(source.iri)


def _activity(source: Source, provenance: Provenance) -> str:
    """One activity for all documents that were read in the same way."""
    key = digest(kgx_version(), provenance.model, provenance.settings)
    return make_iri(f"{source.base}activity/{key}")


@cache
def kgx_version() -> str:
    """The version of kgx, ``0`` where it is not installed."""
    try:
        return version("kgx-extract")
    except PackageNotFoundError:
        return "0"
