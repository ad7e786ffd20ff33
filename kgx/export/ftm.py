"""FollowTheMoney entities, one JSON object a line; for Aleph, OpenAleph and their tools.

People and bodies are ``Person``, ``Company`` and the like; what is asserted between them is an
interval entity where the schema has one (``Ownership``, ``Directorship``, ``Employment``,
``Membership``, ``Family``) and else an ``UnknownLink`` with the predicate as its role. Each comes
with the quote it was read in (``summary``) and its document (``sourceUrl`` where known).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kgx.graph.build import Graph
from kgx.graph.records import Evidence
from kgx.iris import digest
from kgx.view.text import label_predicate
from kgx.vocab import VOCABULARY

SCHEMATA: Mapping[str, str] = {
    "person": "Person",
    "organization": "Organization",
    "place": "Address",
    "facility": "RealEstate",
    "product": "Asset",
    "law": "Thing",
    "event": "Event",
}
"""FollowTheMoney schema by type of entity; other entities are left out."""

_BODIES = frozenset({"Person", "Organization"})


@dataclass(frozen=True, slots=True)
class Link:
    """How a relation is said: the schema and the properties of subject and object."""

    schema: str
    subject: str
    object: str


LINKS: Mapping[str, Link] = {
    "owns": Link("Ownership", "owner", "asset"),
    "ownedBy": Link("Ownership", "asset", "owner"),
    "subsidiary": Link("Ownership", "owner", "asset"),
    "subsidiaryOf": Link("Ownership", "asset", "owner"),
    "parentOrganization": Link("Ownership", "asset", "owner"),
    "leads": Link("Directorship", "director", "organization"),
    "leader": Link("Directorship", "organization", "director"),
    "ledBy": Link("Directorship", "organization", "director"),
    "chiefExecutive": Link("Directorship", "organization", "director"),
    "chairperson": Link("Directorship", "organization", "director"),
    "employer": Link("Employment", "employee", "employer"),
    "employs": Link("Employment", "employer", "employee"),
    "memberOf": Link("Membership", "member", "organization"),
    "spouse": Link("Family", "person", "relative"),
    "sibling": Link("Family", "person", "relative"),
    "childOf": Link("Family", "person", "relative"),
    "parent": Link("Family", "person", "relative"),
    "child": Link("Family", "person", "relative"),
}
"""By the name of a term of the kgx vocabulary."""

_UNKNOWN = Link("UnknownLink", "subject", "object")
_PERSON_ENDS = frozenset({"director", "employee", "person", "relative"})


def write_ftm(graph: Graph) -> Iterator[str]:
    """Entities, then links between people and bodies, each a line of JSON."""
    schemata: dict[str, str] = {}
    for iri in sorted(graph):
        node = graph.nodes[iri]
        schema = SCHEMATA.get(node["type"])
        if schema is not None:
            schemata[iri] = schema
            yield _line(_entity(iri, node, schema))
    for subject, target, predicate, edge in sorted(
        graph.edges(keys=True, data=True), key=lambda e: (e[0], e[2], e[1])
    ):
        ends = schemata.get(subject), schemata.get(target)
        if edge["asserted"] and edge["evidence"] and _BODIES.issuperset(ends):
            yield _line(_link(graph, subject, target, predicate, edge["evidence"], schemata))


def _line(entity: dict[str, Any]) -> str:
    return json.dumps(entity, ensure_ascii=False, sort_keys=True) + "\n"


def _entity(iri: str, node: Mapping[str, Any], schema: str) -> dict[str, Any]:
    if schema == "Address":
        properties = {"full": [node["label"]], "name": [node["label"]]}
    else:
        properties = {"name": [node["label"]]}
    if node["aliases"]:
        properties["alias"] = list(node["aliases"])
    wikidata = [same.rpartition("/")[2] for same in node["same_as"] if "wikidata.org" in same]
    if wikidata:
        properties["wikidataId"] = wikidata
    return {"id": _id(iri), "schema": schema, "properties": properties}


def _link(
    graph: Graph,
    subject: str,
    target: str,
    predicate: str,
    evidence: list[Evidence],
    schemata: Mapping[str, str],
) -> dict[str, Any]:
    link = LINKS.get(predicate.removeprefix(VOCABULARY), _UNKNOWN)
    ends = {link.subject: schemata[subject], link.object: schemata[target]}
    if any(schema != "Person" for end, schema in ends.items() if end in _PERSON_ENDS):
        link = _UNKNOWN
    best = max(evidence, key=lambda item: (item.claim.confidence, item.claim.id))
    properties = {
        link.subject: [_id(subject)],
        link.object: [_id(target)],
        "role": [label_predicate(graph, predicate)],
        "summary": sorted({item.claim.quote for item in evidence}),
    }
    if link.schema == "Family":
        properties["relationship"] = properties.pop("role")
    urls = sorted({item.document.url for item in evidence if item.document.url})
    if urls:
        properties["sourceUrl"] = urls
    time = best.claim.time
    if time and "/" not in time and time[:1].isdigit():
        properties["date"] = [time]
    return {
        "id": _id(f"{subject} {predicate} {target}"),
        "schema": link.schema,
        "properties": properties,
    }


def _id(iri: str) -> str:
    return f"kgx-{digest(iri)}"
