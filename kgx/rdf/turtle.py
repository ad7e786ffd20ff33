"""Turtle and TriG that people like to read: a block a subject, claims with their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import rdflib
from rdflib.term import Node

from kgx.rdf.order import (
    SECTIONS,
    Block,
    group_subjects,
    merge_graphs,
    order_predicates,
    order_subjects,
    split_graphs,
)
from kgx.rdf.spell import Spell, make_speller, spell_predicate

_WIDTH = 100
_ALWAYS = {"ent"}  # readers take the base from it


def write_turtle(data: rdflib.Graph) -> Iterator[str]:
    """Pieces of a Turtle file: prefixes, then blocks; the graphs of a dataset as one."""
    used: set[str] = set()
    spell = make_speller(namespace_prefixes(data), used)
    body = list(_spell_blocks(merge_graphs(data), spell))
    yield from _spell_prefixes(data, used)
    yield from body


def write_trig(data: rdflib.Graph) -> Iterator[str]:
    """Pieces of a TriG file: prefixes, the default graph, then the named ones by name."""
    used: set[str] = set()
    spell = make_speller(namespace_prefixes(data), used)
    body = [
        piece
        for name, triples in split_graphs(data).items()
        for piece in _spell_graph(name, triples, spell)
    ]
    yield from _spell_prefixes(data, used)
    yield from body


def namespace_prefixes(data: rdflib.Graph) -> dict[str, str]:
    """Namespace to prefix; the first prefix by name where several are bound."""
    return {str(namespace): prefix for prefix, namespace in sorted(data.namespaces(), reverse=True)}


def _spell_prefixes(data: rdflib.Graph, used: set[str]) -> Iterator[str]:
    for prefix, namespace in sorted(data.namespaces()):
        if prefix in used | _ALWAYS:
            yield f"@prefix {prefix}: <{namespace}> .\n"


def _spell_graph(
    name: Node | None, triples: Iterable[tuple[Node, Node, Node]], spell: Spell
) -> Iterator[str]:
    if name is None:
        yield from _spell_blocks(triples, spell)
        return
    yield f"\n{spell(name)} {{\n"
    for piece in _spell_blocks(triples, spell):
        yield piece.replace("\n", "\n    ").replace("\n    \n", "\n\n").removesuffix("    ")
    yield "}\n"


def _spell_blocks(triples: Iterable[tuple[Node, Node, Node]], spell: Spell) -> Iterator[str]:
    blocks = group_subjects(triples)
    last = ""
    for section, subject, follows in order_subjects(blocks):
        if section != last and not follows and (last or section != SECTIONS[-1]):
            yield f"\n# {section}\n"
        last = section
        gap = "" if follows else "\n"
        yield gap + _spell_block(subject, blocks[subject], spell)


def _spell_block(subject: Node, block: Block, spell: Spell) -> str:
    lines = [
        f"{spell_predicate(predicate, spell)} {_spell_objects(block[predicate], spell)}"
        for predicate in order_predicates(block)
    ]
    return f"{spell(subject)} " + " ;\n    ".join(lines) + " .\n"


def _spell_objects(objects: Iterable[Node], spell: Spell) -> str:
    texts = sorted(map(spell, objects))
    if len(texts) > 1 and sum(map(len, texts)) > _WIDTH:
        return "\n        " + ",\n        ".join(texts)
    return ", ".join(texts)
