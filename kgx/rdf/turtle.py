"""Turtle and TriG that people like to read: a block a subject, claims with their evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rdflib import RDF
from rdflib.term import Node

from kgx.rdf.order import (
    SECTIONS,
    Block,
    Quad,
    Triple,
    group_subjects,
    order_predicates,
    order_subjects,
    split_graphs,
)
from kgx.rdf.spell import Spell, make_speller

_TYPE = RDF.type
_WIDTH = 100
_SHORT = 140  # of a block in one line: a selector, whose IRI is long
_ALWAYS = {"ent"}  # readers take the base from it


def write_turtle(quads: Iterable[Quad], names: Mapping[str, str]) -> Iterator[str]:
    """Pieces of a Turtle file: prefixes, then blocks; all graphs as one.

    Args:
        quads: In any order; may repeat.
        names: Prefix to namespace; those that are used are declared.
    """
    used: set[str] = set()
    spell = make_speller(turn_prefixes(names), used)
    body = list(_spell_blocks(quads, spell))
    yield from _join(_spell_prefixes(names, used), body)


def write_trig(quads: Iterable[Quad], names: Mapping[str, str]) -> Iterator[str]:
    """Pieces of a TriG file: prefixes, the default graph, then the named ones by name."""
    used: set[str] = set()
    spell = make_speller(turn_prefixes(names), used)
    body = [
        piece
        for name, triples in split_graphs(quads).items()
        for piece in _spell_graph(name, triples, spell)
    ]
    yield from _join(_spell_prefixes(names, used), body)


def _join(head: list[str], body: list[str]) -> Iterator[str]:
    """The pieces of a file, without the empty line that opens a block where nothing is before."""
    yield from head
    yield from body if head else [piece.lstrip("\n") for piece in body[:1]] + body[1:]


def turn_prefixes(names: Mapping[str, str]) -> dict[str, str]:
    """Namespace to prefix; the first prefix by name where several are bound."""
    return {namespace: prefix for prefix, namespace in sorted(names.items(), reverse=True)}


def _spell_prefixes(names: Mapping[str, str], used: set[str]) -> list[str]:
    return [
        f"@prefix {prefix}: <{namespace}> .\n"
        for prefix, namespace in sorted(names.items())
        if prefix in used | _ALWAYS
    ]


def _spell_graph(name: Node | None, triples: Iterable[Triple], spell: Spell) -> Iterator[str]:
    if name is None:
        yield from _spell_blocks(triples, spell)
        return
    yield f"\n{spell(name)} {{\n"
    for piece in _spell_blocks(triples, spell):
        yield piece.replace("\n", "\n    ").replace("\n    \n", "\n\n").removesuffix("    ")
    yield "}\n"


def _spell_blocks(quads: Iterable[Triple | Quad], spell: Spell) -> Iterator[str]:
    blocks = group_subjects(quads)
    last = ""
    for section, subject, follows in order_subjects(blocks):
        if section != last and not follows and (last or section != SECTIONS[-1]):
            yield f"\n# {section}\n"
        last = section
        gap = "" if follows else "\n"
        yield gap + _spell_block(subject, blocks[subject], spell, short=follows)


def _spell_block(subject: Node, block: Block, spell: Spell, *, short: bool) -> str:
    """What is said of a subject, a line a predicate; in one line if short and it fits."""
    lines = [
        ("a" if p == _TYPE else spell(p)) + _spell_objects(block[p], spell)
        for p in order_predicates(block)
    ]
    whole = f"{spell(subject)} {' ; '.join(lines)} .\n"
    if short and len(whole) <= _SHORT and "\n" not in whole[:-1]:
        return whole
    return f"{spell(subject)} " + " ;\n    ".join(lines) + " .\n"


def _spell_objects(objects: Sequence[Node], spell: Spell) -> str:
    if len(objects) == 1:
        return f" {spell(objects[0])}"
    texts = sorted(map(spell, objects))
    if sum(map(len, texts)) > _WIDTH:
        return "\n        " + ",\n        ".join(texts)
    return " " + ", ".join(texts)
