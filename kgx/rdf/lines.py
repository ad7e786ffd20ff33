"""N-Triples and N-Quads, sorted."""

from __future__ import annotations

from collections.abc import Iterator

import rdflib
from rdflib import URIRef
from rdflib.term import Node

from kgx.rdf.order import merge_graphs, split_graphs
from kgx.rdf.spell import Spell, spell_term


def write_ntriples(data: rdflib.Graph) -> Iterator[str]:
    """The lines of an N-Triples file; the graphs of a dataset as one."""
    spell = _make_speller()
    return iter(sorted({f"{spell(s)} {spell(p)} {spell(o)} .\n" for s, p, o in merge_graphs(data)}))


def write_nquads(data: rdflib.Graph) -> Iterator[str]:
    """The lines of an N-Quads file."""
    spell = _make_speller()
    lines = {
        f"{spell(s)} {spell(p)} {spell(o)}{tail} .\n"
        for name, triples in split_graphs(data).items()
        for tail in ["" if name is None else f" {spell(name)}"]
        for s, p, o in triples
    }
    return iter(sorted(lines))


def _make_speller() -> Spell:
    known: dict[URIRef, str] = {}

    def spell(term: Node) -> str:
        if not isinstance(term, URIRef):
            return spell_term(term)
        if term not in known:
            known[term] = spell_term(term)
        return known[term]

    return spell
