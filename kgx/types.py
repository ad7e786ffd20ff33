"""What flows through kgx: a `Document` goes in, an `Annotation` comes out.

An `Annotation` is all that was found in one document, as plain data: ``read_annotations`` and
``write_annotations`` turn it into one JSON line and back, and nothing after it needs spaCy.

All offsets are Unicode code points into the document's text, half-open: ``[start, end)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EntityType = Literal[
    "person",
    "organization",
    "place",
    "facility",
    "product",
    "work",
    "event",
    "group",
    "law",
    "language",
    "concept",
    "other",
]
Form = Literal["name", "nominal", "pronoun"]
Polarity = Literal["positive", "negative"]
Modality = Literal["asserted", "possible", "planned", "conditional", "question", "demanded"]
Role = Literal[
    "subject",
    "object",
    "indirect object",
    "complement",
    "place",
    "time",
    "manner",
    "cause",
    "purpose",
    "instrument",
    "source",
    "target",
    "amount",
    "agent",
    "topic",
    "other",
]


@dataclass(frozen=True, slots=True)
class Document:
    """A text with an id.

    Attributes:
        id: Unique in a corpus: the path below the folder read, or the id its table gives.
        text: The text as read; every offset indexes it.
        title: The headline where the source names one apart from the text.
        date: The day of publication, ISO 8601 (``2025-06-15``).
        url: Where it was published.
    """

    id: str
    text: str
    title: str | None = None
    date: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that refers to an entity."""

    start: int
    end: int
    entity: str
    form: Form = "name"


@dataclass(frozen=True, slots=True)
class Entity:
    """What mentions refer to: a node of the graph.

    Attributes:
        id: Its IRI.
        label: The best name.
        type: The coarse type; ``concept`` is a class of things ("jet engine").
        types: Class IRIs, most specific first.
        aliases: Other names the text gives it, without the label.
        same_as: IRIs of the same thing in public knowledge bases.
        broader: IRIs of the concepts one step more general; concepts only.
    """

    id: str
    label: str
    type: EntityType
    types: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression; ``value`` is ISO 8601 / EDTF, empty where it can't be resolved."""

    start: int
    end: int
    value: str


AmountKind = Literal["money", "percent", "measure", "count", "fraction"]
Hedge = Literal["", "about", "at least", "more than", "at most", "less than"]


@dataclass(frozen=True, slots=True)
class Amount:
    """How much: a number or a range of numbers of something.

    Attributes:
        low, high: Decimal numbers, equal where the text gives one; None where it leaves that end
            open ("at least 300").
        unit: The ISO 4217 code of a currency, the symbol of a unit of measure ("km", "%"), what is
            counted, in the text's words ("other countries"); the fraction as written ("2/3").
        code: UN/CEFACT common code of a unit of measure, empty where there is none.
        hedge: How the text hedges it.
    """

    kind: AmountKind
    low: str | None
    high: str | None
    unit: str = ""
    code: str = ""
    hedge: Hedge = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount in the text; ``label`` spells it the same however the text does."""

    start: int
    end: int
    label: str
    amount: Amount


@dataclass(frozen=True, slots=True)
class Relation:
    """The words that relate a proposition's arguments. Offsets are None where they are not one
    run of the text."""

    text: str
    start: int | None
    end: int | None
    lemma: str


@dataclass(frozen=True, slots=True)
class Argument:
    """A part of a proposition, in the text's words.

    ``entity`` is the IRI of the entity its head refers to, if any; offsets are None where its
    words are not one run of the text.
    """

    text: str
    start: int | None
    end: int | None
    role: Role
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Proposition:
    """One clause as the text says it, with its standing.

    ``id`` is unique in the document; ``time`` is an ISO 8601 / EDTF value; ``attributed_to`` the
    IRI of who says so, None for the author; ``event`` the id of the first proposition that tells
    of the same happening, None where this is the first, its own id where it is the first and a
    happening that no claim tells.
    """

    id: str
    subject: Argument
    relation: Relation
    arguments: tuple[Argument, ...]
    start: int
    end: int
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    attributed_to: str | None = None
    time: str | None = None
    confidence: float = 1.0
    event: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One binary statement made at one place, with its standing and evidence.

    Attributes:
        id: Its IRI, made from its parts and its place.
        proposition: The id of the proposition that says it; None where no clause does.
        predicate: The most specific IRI; ``predicates`` are further IRIs under which it holds.
        object: An entity's IRI, or None where ``value`` (with its XSD ``datatype``) is given.
        amount: Where the value is a quantity, what it is worth; the value keeps the text's words.
        quote: ``text[start:end]``; ``prefix + quote + suffix`` is the sentence around it.
        rule: What made it: the name of a rule of the vocabulary, or ``coined``.
        derived_by: The rule that inferred it; None where the text says it.
    """

    id: str
    proposition: str | None
    subject: str
    predicate: str
    predicates: tuple[str, ...]
    object: str | None
    value: str | None
    datatype: str | None
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    attributed_to: str | None = None
    time: str | None = None
    confidence: float = 1.0
    rule: str = "coined"
    derived_by: str | None = None
    amount: Amount | None = None

    @property
    def sentence(self) -> str:
        """The sentence it was read in."""
        return self.prefix + self.quote + self.suffix

    @property
    def stands(self) -> bool:
        """True if it states a fact: positive and asserted."""
        return self.polarity == "positive" and self.modality == "asserted"


@dataclass(frozen=True, slots=True)
class Annotation:
    """What was found in one document."""

    id: str
    title: str | None = None
    date: str | None = None
    url: str | None = None
    mentions: tuple[Mention, ...] = ()
    entities: tuple[Entity, ...] = ()
    times: tuple[Time, ...] = ()
    propositions: tuple[Proposition, ...] = ()
    claims: tuple[Claim, ...] = ()
    quantities: tuple[Quantity, ...] = ()
