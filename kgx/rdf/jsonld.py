"""JSON-LD with a context that says what each property holds, so that values read plainly."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from rdflib import RDF, XSD, BNode, Literal
from rdflib.term import Node

from kgx.rdf.order import (
    Block,
    Blocks,
    Quad,
    group_subjects,
    order_predicates,
    order_subjects,
)
from kgx.rdf.spell import blank_label, compact_iri
from kgx.rdf.turtle import turn_prefixes

Json: TypeAlias = "str | list[Json] | dict[str, Json]"
Kind: TypeAlias = "tuple[str, str]"

_MIXED = ("", "")
_PLAIN = ("@type", str(XSD.string))


def write_jsonld(quads: Iterable[Quad], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Pieces of a JSON-LD file; all graphs as one."""
    names = {
        namespace: prefix
        for namespace, prefix in turn_prefixes(prefixes).items()
        if prefix and namespace[-1:] in ":/?#[]@"  # what JSON-LD 1.1 takes for a prefix
    }
    blocks = group_subjects(quads)
    kinds = _find_kinds(blocks)
    used: set[str] = set()
    nodes = [
        _node(subject, blocks[subject], kinds, names, used)
        for _, subject, _ in order_subjects(blocks)
    ]
    context = _make_context(kinds, names, used)
    yield f'{{\n"@context": {_dump(context)},\n"@graph": [\n'
    yield ",\n".join(map(_dump, nodes))
    yield "\n]\n}\n"


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _find_kinds(blocks: Blocks) -> dict[Node, Kind]:
    """What all objects of a predicate are: an IRI, one datatype, one language, or mixed."""
    kinds: dict[Node, Kind] = {}
    for block in blocks.values():
        for predicate, objects in block.items():
            for object_ in objects:
                kind = _kind(object_)
                if kinds.setdefault(predicate, kind) != kind:
                    kinds[predicate] = _MIXED
    return kinds


def _kind(term: Node) -> Kind:
    if not isinstance(term, Literal):
        return "@type", "@id"
    if term.language:
        return "@language", term.language
    return "@type", str(term.datatype or XSD.string)


def _make_context(kinds: dict[Node, Kind], names: dict[str, str], used: set[str]) -> Json:
    terms: dict[str, Json] = {}
    for predicate, (key, value) in sorted(kinds.items(), key=lambda item: str(item[0])):
        if predicate != RDF.type and (key, value) not in (_MIXED, _PLAIN):
            name = _compact(str(predicate), names, used)
            held = value if value == "@id" or key == "@language" else _compact(value, names, used)
            terms[name] = {"@id": str(predicate), key: held}
    prefixes: dict[str, Json] = {p: n for n, p in sorted(names.items()) if p in used | {"ent"}}
    return {**dict(sorted(prefixes.items())), **terms}


def _compact(iri: str, names: dict[str, str], used: set[str]) -> str:
    name = compact_iri(iri, names)
    if name is None:
        return iri
    used.add(name.partition(":")[0])
    return name


def _node(
    subject: Node, block: Block, kinds: dict[Node, Kind], names: dict[str, str], used: set[str]
) -> Json:
    node: dict[str, Json] = {"@id": _reference(subject, names, used)}
    for predicate in order_predicates(block):
        if predicate == RDF.type:
            node["@type"] = [*sorted(_reference(o, names, used) for o in block[predicate])]
            continue
        key = _compact(str(predicate), names, used)
        values = [_value(o, kinds[predicate], names, used) for o in block[predicate]]
        values.sort(key=_dump)
        node[key] = values[0] if len(values) == 1 else values
    return node


def _reference(term: Node, names: dict[str, str], used: set[str]) -> str:
    if isinstance(term, BNode):
        return blank_label(term)
    return _compact(str(term), names, used)


def _value(term: Node, kind: Kind, names: dict[str, str], used: set[str]) -> Json:
    if not isinstance(term, Literal):
        name = _reference(term, names, used)
        return name if kind == ("@type", "@id") else {"@id": name}
    text = str(term).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    key, held = _kind(term)
    if kind != _MIXED or (key, held) == _PLAIN:
        return text
    return {"@value": text, key: held if key == "@language" else _compact(held, names, used)}
