"""How terms are spelt: full for N-Triples, with prefixes and shorthands for Turtle."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from rdflib import XSD, BNode, Literal, URIRef
from rdflib.term import Identifier, Node

from kgx.errors import WriteError
from kgx.iris import digest

Spell: TypeAlias = Callable[[Node], str]

_BAD_IRI = re.compile(r'[\x00-\x20<>"{}|\\^`\ud800-\udfff]')
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_BLANK = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_-]*)")
_SHORT = {
    XSD.integer: re.compile(r"[+-]?[0-9]+"),
    XSD.decimal: re.compile(r"[+-]?[0-9]*\.[0-9]+"),
    XSD.boolean: re.compile(r"true|false"),
}

_ESCAPES = {code: f"\\u{code:04X}" for code in [*range(0x20), 0x7F, 0xFFFE, 0xFFFF]}
_ESCAPES |= dict.fromkeys(range(55296, 57344), "�")  # no encoding has half a pair
_ESCAPES |= {ord(char): f"\\{name}" for char, name in zip('\\"\b\f\n\r\t', '\\"bfnrt', strict=True)}
_NEEDS_ESCAPE = re.compile('[\x00-\x1f"\\\\\x7f\ud800-\udfff\ufffe\uffff]')


class TripleTerm(Identifier):
    """A triple term of RDF 1.2, which rdflib has no class for, as queries answer it.

    Its text is its terms, bare; ``triple`` has them.
    """

    __slots__ = ("triple",)
    triple: tuple[Node, Node, Node]

    def __new__(cls, subject: Node, predicate: Node, object_: Node) -> TripleTerm:
        term: TripleTerm = super().__new__(cls, f"<<( {subject} {predicate} {object_} )>>")
        term.triple = (subject, predicate, object_)
        return term

    def n3(self, namespace_manager: object = None) -> str:
        """As N-Triples 1.2 spells it."""
        return spell_term(self)


def quote_text(text: str) -> str:
    r"""A string as Turtle and canonical N-Triples (RDF 1.2, section 4) quote it.

    >>> quote_text('a "b"\n')
    '"a \\"b\\"\\n"'
    """
    return f'"{text.translate(_ESCAPES)}"' if _NEEDS_ESCAPE.search(text) else f'"{text}"'


def spell_term(term: Node) -> str:
    """A term as N-Triples spells it.

    Raises:
        WriteError: It is no RDF 1.1 term, or an IRI with characters no IRI has.
    """
    if isinstance(term, URIRef):
        return f"<{_check_iri(term)}>"
    if isinstance(term, Literal):
        return quote_text(term) + _literal_tail(term, spell_term)
    if isinstance(term, BNode):
        return blank_label(term)
    if isinstance(term, TripleTerm):
        return f"<<( {' '.join(map(spell_term, term.triple))} )>>"
    raise WriteError(f"{term!r} is neither IRI, blank node nor literal: RDF files can't hold it")


def _check_iri(iri: URIRef) -> str:
    if _BAD_IRI.search(iri):
        raise WriteError(f"{str(iri)!r} is no IRI: percent-encode its spaces and brackets")
    return str(iri)


def blank_label(node: BNode) -> str:
    """The label of a blank node, with a digest where its own is no label."""
    return f"_:{node}" if _BLANK.fullmatch(node) else f"_:b{digest(node)}"


def _literal_tail(literal: Literal, spell: Spell) -> str:
    if literal.language:
        return f"@{literal.language}"
    if literal.datatype is None or literal.datatype == XSD.string:
        return ""
    return "^^" + spell(literal.datatype)


def make_speller(names: Mapping[str, str], used: set[str]) -> Spell:
    """A function that spells terms as Turtle does, and notes in ``used`` the prefixes it took.

    Args:
        names: Namespace to prefix.
        used: Gets the prefixes.
    """
    known: dict[URIRef, str] = {}

    def spell(term: Node) -> str:
        if isinstance(term, URIRef):
            if term not in known:
                known[term] = _spell_iri(term, names, used)
            return known[term]
        if isinstance(term, Literal):
            return _spell_literal(term, spell)
        return spell_term(term)

    return spell


def _spell_iri(iri: URIRef, names: Mapping[str, str], used: set[str]) -> str:
    name = compact_iri(iri, names)
    if name is None:
        return spell_term(iri)
    used.add(name.partition(":")[0])
    return name


def compact_iri(iri: str, names: Mapping[str, str]) -> str | None:
    """``prefix:local``, or None where no prefix fits or the rest needs escapes."""
    cut = max(iri.rfind("/"), iri.rfind("#")) + 1
    prefix = names.get(iri[:cut])
    return f"{prefix}:{iri[cut:]}" if prefix is not None and _LOCAL.fullmatch(iri, cut) else None


def _spell_literal(literal: Literal, spell: Spell) -> str:
    pattern = _SHORT.get(literal.datatype) if literal.datatype else None
    if pattern and pattern.fullmatch(literal):
        return str(literal)
    return quote_text(literal) + _literal_tail(literal, spell)
