"""Claims in the form of RDF 1.1 and of RDF 1.2, and from one to the other.

RDF 1.1 tells what a claim says with ``rdf:subject``, ``rdf:predicate`` and ``rdf:object`` of an
``rdf:Statement``. RDF 1.2 says it with one triple whose object is a triple term:
``claim:1 rdf:reifies <<( ent:a kgx:exports ent:b )>>`` (RDF 1.2 Concepts, section 1.5). Nothing
else differs, so each form can be had from the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal, TypeAlias

from rdflib import RDF

from kgx.errors import WriteError
from kgx.rdf.quads import Quad, Triple
from kgx.rdf.terms import make_iri

Form: TypeAlias = Literal["1.1", "1.2"]

REIFIES = f"<{RDF}reifies>"
_TYPE, _STATEMENT = make_iri(RDF.type), make_iri(RDF.Statement)
_PARTS = tuple(map(make_iri, (RDF.subject, RDF.predicate, RDF.object)))
_DIRECTION = re.compile(r'"@[\w-]+--(?:ltr|rtl)\Z')


def to_rdf12(triples: Iterable[Triple]) -> list[Triple]:
    """The triples of one graph with every whole ``rdf:Statement`` as a triple term.

    What has not exactly one subject, predicate and object stays as it is.
    """
    found = list(triples)
    parts: dict[str, list[Triple]] = {}
    for triple in found:
        if triple[1] in _PARTS or (triple[1] == _TYPE and triple[2] == _STATEMENT):
            parts.setdefault(triple[0], []).append(triple)
    terms = {name: term for name, own in parts.items() if (term := _make_term(own))}
    return list(_fold(found, terms))


def _make_term(parts: list[Triple]) -> str | None:
    """The triple term of a statement's four triples; None if they are not those."""
    if len(parts) != len(_PARTS) + 1:
        return None
    held = {predicate: object_ for _, predicate, object_ in parts}
    subject, predicate, object_ = (held.get(part, "") for part in _PARTS)
    if _TYPE not in held or not object_ or subject[:1] not in ("<", "_") or predicate[:1] != "<":
        return None
    return None if subject.startswith("<<") else f"<<( {subject} {predicate} {object_} )>>"


def _fold(triples: list[Triple], terms: dict[str, str]) -> Iterator[Triple]:
    for subject, predicate, object_ in triples:
        if subject in terms and predicate == _PARTS[0]:
            yield subject, REIFIES, terms[subject]
        elif subject not in terms or (
            predicate not in _PARTS and (predicate, object_) != (_TYPE, _STATEMENT)
        ):
            yield subject, predicate, object_


def to_rdf11(triples: Iterable[Triple]) -> Iterator[Triple]:
    """The triples of one graph, or of one subject, with every triple term as a statement.

    Raises:
        WriteError: A node reifies two statements, a triple term stands elsewhere than behind
            ``rdf:reifies``, or a text has a direction: RDF 1.1 has none of these.
    """
    said: dict[str, str] = {}
    for subject, predicate, object_ in triples:
        if predicate == REIFIES and object_.startswith("<<("):
            if said.setdefault(subject, object_) != object_:
                raise _refuse(f"{subject} reifies more than one statement")
            yield subject, _TYPE, _STATEMENT
            for part, term in zip(_PARTS, split_term(object_), strict=True):
                yield subject, part, term
        else:
            _check_term(object_)
            yield subject, predicate, object_


def split_term(term: str) -> tuple[str, str, str]:
    """The parts of a triple term.

    >>> split_term('<<( <a> <b> "c d" )>>')
    ('<a>', '<b>', '"c d"')

    Raises:
        WriteError: Its object is a triple term.
    """
    subject, predicate, object_ = term.removeprefix("<<( ").removesuffix(" )>>").split(" ", 2)
    _check_term(object_)
    return subject, predicate, object_


def _check_term(term: str) -> None:
    if term.startswith("<<("):
        raise _refuse(f"the triple term {term} is no statement of a claim")
    if _DIRECTION.search(term):
        raise _refuse(f"the text {term} has a direction")


def _refuse(reason: str) -> WriteError:
    return WriteError(f"{reason}, which RDF 1.1 cannot hold: write RDF 1.2 (--rdf12)")


def change_form(quads: Iterable[Quad], form: Form) -> Iterator[Quad]:
    """Quads in another form, lazily.

    Args:
        quads: All quads of a subject in a graph must follow one another.
        form: The one to have.

    Raises:
        WriteError: As `to_rdf11`.
    """
    for (_, name), own in groupby(quads, key=lambda quad: (quad[0], quad[3])):
        triples = ((s, p, o) for s, p, o, _ in own)
        for s, p, o in to_rdf12(triples) if form == "1.2" else to_rdf11(triples):
            yield s, p, o, name
