"""N-Triples and N-Quads, sorted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rdflib import URIRef
from rdflib.term import Node

from kgx.rdf.order import Quad
from kgx.rdf.spell import Spell, spell_term


def write_ntriples(quads: Iterable[Quad], names: Mapping[str, str]) -> Iterator[str]:
    """The lines of an N-Triples file; all graphs as one."""
    spell = _make_speller()
    return iter(sorted({f"{spell(s)} {spell(p)} {spell(o)} .\n" for s, p, o, _ in quads}))


def write_nquads(quads: Iterable[Quad], names: Mapping[str, str]) -> Iterator[str]:
    """The lines of an N-Quads file."""
    spell = _make_speller()
    lines = {
        f"{spell(s)} {spell(p)} {spell(o)} {'' if g is None else spell(g) + ' '}.\n"
        for s, p, o, g in quads
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
