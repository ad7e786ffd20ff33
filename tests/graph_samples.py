"""Three annotations written by hand, for everything that comes after annotating."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kgx.graph.naming import own_iri
from kgx.iris import BASE, claim_iri, entity_iri, relation_iri
from kgx.types import (
    Annotation,
    Argument,
    Claim,
    Entity,
    Mention,
    Proposition,
    Relation,
    Time,
)

VOCABULARY = "https://w3id.org/kgx-extract/"
SCHEMA = "https://schema.org/"
XSD = "http://www.w3.org/2001/XMLSchema#"

NORVIK = entity_iri("Norvik Yards", "organization")
HOLM = entity_iri("Ida Holm", "person")
NX40 = entity_iri("NX-40", "product")
CHILE = entity_iri("Chile", "place")
PERU = entity_iri("Peru", "place")
FERRY = entity_iri("ferry", "concept")
SHIP = entity_iri("ship", "concept")
JORDAN = entity_iri("Jordan", "place")
JORDAN_PERSON = own_iri(JORDAN, "person", "orders 2.txt")
EXPORTS = VOCABULARY + "exports"
EMPLOYER = VOCABULARY + "employer"
EXPORT_TO = relation_iri("export to")
SELL_TO = relation_iri("sell to")

TEXTS = {
    "harbour.txt": (
        "Norvik Yards exports the NX-40 to Chile. The NX-40 is a ferry.\n"
        "“We will not sell to Peru,” said Ida Holm, who runs Norvik Yards."
    ),
    "orders 2.txt": (
        "Norvik Yards exported the NX-40 in 2023. Ida Holm works for Norvik Yards.\n"
        "Jordan may visit the yard. Norvik Yards has 420 employees."
    ),
    "visit.txt": "Jordan lies east of the sea. Jordan is dry. Norvik Yards may sell to Jordan.",
}


@dataclass(frozen=True)
class Writer:
    """Makes parts of an annotation of one text, finding offsets by the words."""

    id: str
    text: str

    def find(self, words: str, nth: int = 0) -> tuple[int, int]:
        start = -1
        for _ in range(nth + 1):
            start = self.text.index(words, start + 1)
        return start, start + len(words)

    def mention(self, words: str, entity: str, nth: int = 0) -> Mention:
        return Mention(*self.find(words, nth), entity)

    def argument(self, words: str, role: Any, entity: str | None = None) -> Argument:
        return Argument(words, *self.find(words), role, entity)

    def claim(
        self, quote: str, subject: str, predicate: str, object_: str | None, **more: Any
    ) -> Claim:
        start, end = self.find(quote)
        first = max(self.text.rfind(mark, 0, start) for mark in (". ", "\n")) + 1
        last = min(i for i in (*(self.text.find(m, end) for m in ".\n"), len(self.text)) if i >= 0)
        parts = [subject, predicate, object_ or more.get("value", ""), str(start), str(end)]
        fields = {"proposition": None, "predicates": (), "value": None, "datatype": None} | more
        return Claim(
            id=claim_iri(self.id, *parts),
            subject=subject,
            predicate=predicate,
            object=object_,
            start=start,
            end=end,
            quote=quote,
            prefix=self.text[first:start].lstrip(),
            suffix=self.text[end : last + 1],
            **fields,
        )


def entity(iri: str, label: str, type_: Any, **more: Any) -> Entity:
    return Entity(iri, label, type_, **more)


def make_harbour() -> Annotation:
    w = Writer("harbour.txt", TEXTS["harbour.txt"])
    sells = w.find("We will not sell to Peru")
    exports = w.find("Norvik Yards exports the NX-40 to Chile")
    return Annotation(
        id=w.id,
        title="Ferries for Chile",
        date="2024-05-02",
        url="https://news.example/ferries?a=1&b=2",
        mentions=(
            w.mention("Norvik Yards", NORVIK),
            w.mention("NX-40", NX40),
            w.mention("Chile", CHILE),
            w.mention("NX-40", NX40, 1),
            w.mention("Peru", PERU),
            w.mention("Ida Holm", HOLM),
            w.mention("Norvik Yards", NORVIK, 1),
        ),
        entities=(
            entity(NORVIK, "Norvik Yards", "organization", types=(SCHEMA + "Organization",)),
            entity(HOLM, "Ida Holm", "person", types=(SCHEMA + "Person",), aliases=("Holm",)),
            entity(NX40, "NX-40", "product", types=(SCHEMA + "Product",)),
            entity(
                CHILE,
                "Chile",
                "place",
                types=(SCHEMA + "Country", SCHEMA + "Place"),
                same_as=("http://www.wikidata.org/entity/Q298",),
            ),
            entity(PERU, "Peru", "place", types=(SCHEMA + "Country", SCHEMA + "Place")),
            entity(FERRY, "ferry", "concept", broader=(SHIP,)),
            entity(SHIP, "ship", "concept"),
        ),
        propositions=(
            Proposition(
                "p1",
                w.argument("Norvik Yards", "subject", NORVIK),
                Relation("exports", *w.find("exports"), "export"),
                (w.argument("the NX-40", "object", NX40), w.argument("to Chile", "target", CHILE)),
                *exports,
                confidence=0.9,
            ),
            Proposition(
                "p2",
                Argument("We", sells[0], sells[0] + 2, "subject", NORVIK),
                Relation("will not sell", None, None, "sell"),
                (w.argument("to Peru", "target", PERU),),
                *sells,
                polarity="negative",
                modality="planned",
                attributed_to=HOLM,
            ),
        ),
        claims=(
            w.claim(
                "Norvik Yards exports the NX-40",
                NORVIK,
                EXPORTS,
                NX40,
                proposition="p1",
                predicates=(SCHEMA + "owns", "http://www.wikidata.org/prop/direct/P1056"),
                confidence=0.9,
                rule="exports",
            ),
            w.claim(
                "Norvik Yards exports the NX-40 to Chile",
                NORVIK,
                EXPORT_TO,
                CHILE,
                proposition="p1",
                confidence=0.8,
            ),
            w.claim("The NX-40 is a ferry", NX40, VOCABULARY + "instanceOf", FERRY, rule="isa"),
            w.claim(
                "We will not sell to Peru",
                NORVIK,
                SELL_TO,
                PERU,
                proposition="p2",
                polarity="negative",
                modality="planned",
                attributed_to=HOLM,
                confidence=0.7,
            ),
            w.claim(
                "who runs Norvik Yards", HOLM, EMPLOYER, NORVIK, attributed_to=HOLM, confidence=0.6
            ),
        ),
    )


def make_orders() -> Annotation:
    w = Writer("orders 2.txt", TEXTS["orders 2.txt"])
    return Annotation(
        id=w.id,
        date="2024-06",
        mentions=(
            w.mention("Norvik Yards", NORVIK),
            w.mention("NX-40", NX40),
            w.mention("Ida Holm", HOLM),
            w.mention("Norvik Yards", NORVIK, 1),
            w.mention("Jordan", JORDAN),
        ),
        entities=(
            entity(NORVIK, "Norvik Yards", "organization", aliases=("Norvik",)),
            entity(NX40, "NX-40", "product"),
            entity(HOLM, "Ida Holm", "person"),
            entity(JORDAN, "Jordan", "person", types=(SCHEMA + "Person",)),
        ),
        times=(Time(*w.find("2023"), "2023"),),
        propositions=(
            Proposition(
                "p1",
                w.argument("Norvik Yards", "subject", NORVIK),
                Relation("exported", *w.find("exported"), "export"),
                (w.argument("the NX-40", "object", NX40), w.argument("in 2023", "time")),
                *w.find("Norvik Yards exported the NX-40 in 2023"),
                time="2023",
            ),
        ),
        claims=(
            w.claim(
                "Norvik Yards exported the NX-40",
                NORVIK,
                EXPORTS,
                NX40,
                proposition="p1",
                time="2023",
                confidence=0.95,
                rule="exports",
            ),
            w.claim("Ida Holm works for Norvik Yards", HOLM, EMPLOYER, NORVIK, confidence=0.9),
            w.claim(
                "Jordan may visit the yard",
                JORDAN,
                relation_iri("visit"),
                NORVIK,
                modality="possible",
                confidence=0.5,
            ),
            w.claim(
                "Norvik Yards has 420 employees",
                NORVIK,
                VOCABULARY + "employees",
                None,
                value="420",
                datatype=XSD + "integer",
                time="2024-06/..",
            ),
        ),
    )


def make_visit() -> Annotation:
    w = Writer("visit.txt", TEXTS["visit.txt"])
    return Annotation(
        id=w.id,
        mentions=(
            w.mention("Jordan", JORDAN),
            w.mention("Jordan", JORDAN, 1),
            w.mention("Norvik Yards", NORVIK),
            w.mention("Jordan", JORDAN, 2),
        ),
        entities=(
            entity(JORDAN, "Jordan", "place", types=(SCHEMA + "Country", SCHEMA + "Place")),
            entity(NORVIK, "Norvik Yards", "organization"),
        ),
        claims=(
            w.claim(
                "Norvik Yards may sell to Jordan",
                NORVIK,
                SELL_TO,
                JORDAN,
                modality="possible",
                confidence=0.6,
                derived_by="same yard",
            ),
        ),
    )


def make_annotations() -> list[Annotation]:
    return [make_harbour(), make_orders(), make_visit()]


__all__ = ["BASE", "TEXTS", "make_annotations", "make_harbour", "make_orders", "make_visit"]
