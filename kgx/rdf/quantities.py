"""Quantities as schema.org has them: money with its currency, any other value with its unit.

A quantity is a node of its own, so that its number can be compared and its currency asked for:
``schema:value`` where the text gives one number, ``schema:minValue`` and ``schema:maxValue`` where
it gives a range or leaves an end open.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias, cast, get_args

from rdflib import RDF, RDFS, SDO, XSD, Literal, URIRef

from kgx.rdf.terms import make_iri, make_label, make_text, make_value
from kgx.types import Amount, AmountKind, Hedge
from kgx.vocab import KGX

Triple: TypeAlias = tuple[str, str, str]

_DECIMAL = str(XSD.decimal)
_TYPE, _LABEL = make_iri(RDF.type), make_iri(RDFS.label)
_MONEY, _MEASURE = make_iri(SDO.MonetaryAmount), make_iri(SDO.QuantitativeValue)
_VALUE, _MIN, _MAX = map(make_iri, (SDO.value, SDO.minValue, SDO.maxValue))
_CURRENCY, _UNIT, _CODE = map(make_iri, (SDO.currency, SDO.unitText, SDO.unitCode))
_KIND, _HEDGE = map(make_iri, (KGX.amountKind, KGX.hedge))


def quantity_triples(name: str, label: str, amount: Amount) -> Iterator[Triple]:
    """What a quantity is worth; ``name`` is its IRI as N-Triples spells it."""
    yield name, _TYPE, _MONEY if amount.kind == "money" else _MEASURE
    yield name, _LABEL, make_label(label)
    yield name, _KIND, make_text(amount.kind)
    if amount.low == amount.high:
        yield name, _VALUE, make_value(amount.low or "", _DECIMAL)
    else:
        ends = ((_MIN, amount.low), (_MAX, amount.high))
        yield from ((name, p, make_value(end, _DECIMAL)) for p, end in ends if end is not None)
    if amount.unit:
        yield name, _CURRENCY if amount.kind == "money" else _UNIT, make_text(amount.unit)
    if amount.code:
        yield name, _CODE, make_text(amount.code)
    if amount.hedge:
        yield name, _HEDGE, make_text(amount.hedge)


def read_quantity(said: Mapping[URIRef, Sequence[URIRef | Literal]]) -> tuple[str, Amount] | None:
    """The label and the amount of a quantity, from what is said of its node; None where the node
    is none."""

    def text(predicate: URIRef) -> str | None:
        return next((str(term) for term in said.get(predicate, ())), None)

    kind, hedge = text(KGX.amountKind), text(KGX.hedge) or ""
    if kind not in get_args(AmountKind) or hedge not in get_args(Hedge):
        return None
    value = text(SDO.value)
    amount = Amount(
        kind=cast("AmountKind", kind),
        low=value or text(SDO.minValue),
        high=value or text(SDO.maxValue),
        unit=text(SDO.currency) or text(SDO.unitText) or "",
        code=text(SDO.unitCode) or "",
        hedge=cast("Hedge", hedge),
    )
    return text(RDFS.label) or "", amount
