"""The namespaces and terms kgx writes. A misspelt term is an error, not a new term."""

# ruff: noqa: N815  the terms are spelt as in the vocabularies

from __future__ import annotations

import re
from datetime import date, datetime

from rdflib import DCTERMS, OWL, PROV, RDF, RDFS, SDO, SKOS, XSD, Namespace, URIRef
from rdflib.namespace import DefinedNamespace

from kgx.iris import BASE

VOCABULARY = "https://w3id.org/kgx-extract/"


class KGX(DefinedNamespace):
    """The terms of ``vocabulary.ttl``. The relations of ``relations.toml`` are not among them."""

    _NS = Namespace(VOCABULARY)
    _fail = True

    # classes
    Entity: URIRef
    Person: URIRef
    Organization: URIRef
    Place: URIRef
    Facility: URIRef
    Product: URIRef
    Work: URIRef
    NamedEvent: URIRef
    Group: URIRef
    Law: URIRef
    Language: URIRef
    Concept: URIRef
    Other: URIRef
    Document: URIRef
    Claim: URIRef
    Inference: URIRef
    Event: URIRef
    Polarity: URIRef
    Modality: URIRef

    # standing
    polarity: URIRef
    positive: URIRef
    negative: URIRef
    modality: URIRef
    asserted: URIRef
    possible: URIRef
    planned: URIRef
    conditional: URIRef
    question: URIRef
    demanded: URIRef
    confidence: URIRef

    # claims and documents
    model: URIRef
    settings: URIRef
    statedIn: URIRef
    alsoPredicate: URIRef
    rule: URIRef
    derivedBy: URIRef
    mentionedIn: URIRef
    mentions: URIRef

    # merges
    Merge: URIRef
    into: URIRef
    reason: URIRef
    basis: URIRef
    joins: URIRef

    # quantities
    amountKind: URIRef
    hedge: URIRef

    # roles
    role: URIRef
    agent: URIRef
    theme: URIRef
    recipient: URIRef
    attribute: URIRef
    place: URIRef
    time: URIRef
    manner: URIRef
    cause: URIRef
    purpose: URIRef
    instrument: URIRef
    source: URIRef
    target: URIRef
    amount: URIRef
    topic: URIRef
    participant: URIRef


class NIF(DefinedNamespace):
    """NIF 2.0, as far as kgx writes it."""

    _NS = Namespace("http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#")
    _fail = True

    Context: URIRef
    Phrase: URIRef
    OffsetBasedString: URIRef
    beginIndex: URIRef
    endIndex: URIRef
    anchorOf: URIRef
    referenceContext: URIRef


class OA(DefinedNamespace):
    """The terms of the Web Annotation vocabulary that evidence uses."""

    _NS = Namespace("http://www.w3.org/ns/oa#")
    _fail = True

    SpecificResource: URIRef
    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    hasSource: URIRef
    hasSelector: URIRef
    start: URIRef
    end: URIRef
    exact: URIRef
    prefix: URIRef
    suffix: URIRef


EDTF = "http://id.loc.gov/datatypes/edtf/EDTF"
"""The datatype of a time that is no XSD date: an interval, a season, an uncertain year."""

_NAMESPACES = {
    "kgx": VOCABULARY,
    "schema": str(SDO),
    "wd": "http://www.wikidata.org/entity/",
    "wdt": "http://www.wikidata.org/prop/direct/",
    "skos": str(SKOS),
    "prov": str(PROV),
    "oa": str(OA),
    "nif": str(NIF),
    "dcterms": str(DCTERMS),
    "owl": str(OWL),
    "rdf": str(RDF),
    "rdfs": str(RDFS),
    "xsd": str(XSD),
    "edtf": "http://id.loc.gov/datatypes/edtf/",
}


def prefixes(base: str = BASE) -> dict[str, str]:
    """Prefix to namespace, for everything kgx writes below ``base``.

    >>> prefixes()["rel"]
    'https://example.org/kg/relation/'
    """
    return {
        "ent": base,
        "concept": f"{base}concept/",
        "qty": f"{base}quantity/",
        "rel": f"{base}relation/",
        "claim": f"{base}claim/",
        "inference": f"{base}inference/",
        "event": f"{base}event/",
        "merge": f"{base}merge/",
        "activity": f"{base}activity/",
        "evidence": f"{base}evidence/",
        "doc": f"{base}document/",
        **_NAMESPACES,
    }


_YEAR = re.compile(r"-?\d{4}")
_MONTH = re.compile(r"-?\d{4}-(0[1-9]|1[0-2])")


def time_datatype(value: str) -> str:
    """The IRI of the datatype of an ISO 8601 / EDTF value: XSD where it fits, else EDTF.

    >>> time_datatype("2026-04"), time_datatype("2012/..")
    ('http://www.w3.org/2001/XMLSchema#gYearMonth', 'http://id.loc.gov/datatypes/edtf/EDTF')
    """
    if _YEAR.fullmatch(value) and value.isascii():
        return str(XSD.gYear)
    if _MONTH.fullmatch(value) and value.isascii():
        return str(XSD.gYearMonth)
    return _day_datatype(value)


def _day_datatype(value: str) -> str:
    if len(value) == 10 and _parses(date.fromisoformat, value):
        return str(XSD.date) if value.count("-") == 2 and "W" not in value else EDTF
    if value[10:11] == "T" and value.count(":") == 2 and _parses(datetime.fromisoformat, value):
        return str(XSD.dateTime)
    return EDTF


def _parses(parse: object, value: str) -> bool:
    try:
        parse(value)  # type: ignore[operator]
    except ValueError:
        return False
    return value.isascii()
