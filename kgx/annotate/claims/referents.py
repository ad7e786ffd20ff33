"""What the tokens of a doc refer to, and the words that tell which of them make a node."""

import functools
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from spacy.tokens import Doc

from kgx.annotate.clauses.component import time_tokens
from kgx.annotate.grammar.binding import top_of
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import MentionSpan, QuantitySpan, read_ents
from kgx.annotate.grammar.phrases import text_of
from kgx.annotate.names.spans import titled_tokens
from kgx.annotate.words.wordlists import read_lists, read_set
from kgx.iris import XSD
from kgx.records import changed, quick
from kgx.types import Amount, Entity, EntityType

_MEASURES = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_DATES = (
    (re.compile(r"-?\d{4}"), "gYear"),
    (re.compile(r"-?\d{4}-\d{2}"), "gYearMonth"),
    (re.compile(r"-?\d{4}-\d{2}-\d{2}"), "date"),
)


def date_type(value: str) -> str:
    """The XSD datatype of an ISO 8601 value; a string where it is no plain date.

    >>> date_type("1932-05-04").rpartition("#")[2], date_type("1932").rpartition("#")[2]
    ('date', 'gYear')
    """
    return XSD + next((name for shape, name in _DATES if shape.fullmatch(value)), "string")


@quick
@dataclass(frozen=True, slots=True)
class End:
    """One end of a claim: an entity's IRI with its type, or a literal."""

    iri: str | None
    type: EntityType | None
    value: str | None = None
    datatype: str | None = None
    amount: Amount | None = None


@dataclass(slots=True)
class Referents:
    """What the tokens of one doc refer to; concepts are added as claims ask for them.

    Attributes:
        starts, ends: Offsets of every token, in code points.
        label_at: OntoNotes label of the name or number a token is in, "" outside.
        timed: For each token, True inside a time expression.
        times: The EDTF value of each time, by its first token.
        at: Mention by head token.
        amounts: Quantity by its tokens; by the noun alone for what is counted.
        entities: By IRI, in order of their making.
        added: Mentions of concepts.
        classes: Concepts by the IRIs of the entities they take the place of.
        made: By the IRI of a concept, the head token of the phrase that first named it.
        titled: For each token, True in a title, where a capital says nothing.
        complements: By the IRI of a concept called "A of B", what it is of: a preposition, "'s" for
            an owner, and the head token of B.
    """

    text: str
    parse: Parse
    base: str
    starts: list[int]
    ends: list[int]
    label_at: list[str]
    timed: list[bool]
    times: dict[int, str]
    at: dict[int, MentionSpan]
    amounts: dict[int, QuantitySpan]
    entities: dict[str, Entity]
    added: dict[int, MentionSpan] = field(default_factory=dict)
    classes: dict[str, str] = field(default_factory=dict)
    made: dict[str, int] = field(default_factory=dict)
    titled: list[bool] = field(default_factory=list)
    complements: dict[str, list[tuple[str, int, int]]] = field(default_factory=dict)

    def words(self, tokens: tuple[int, ...]) -> str:
        """The tokens as the text has them."""
        return text_of(self.text, self.starts, self.ends, tokens)

    def entity(self, iri: str) -> End:
        """The end that an entity is."""
        return End(iri, self.entities[iri].type)


@functools.cache
def load_concept_words() -> Mapping[str, frozenset[str]]:
    """The lists of ``data/concepts.toml``, with the nouns for persons and for organizations."""
    lists = {name: frozenset(words) for name, words in read_lists("concepts.toml").items()}
    kinds = ("person", "organization")
    return lists | {kind: read_set("nouns.toml", kind) for kind in kinds}


def is_person_noun(noun: str) -> bool:
    """True for a noun that is said of persons, in the singular."""
    return noun in load_concept_words()["person"]


def is_counted(referents: Referents, head: int) -> bool:
    """True for an amount, and for a noun that a number stands before; "one" is none, and "a
    magnitude 6.9 quake" is one."""
    parse = referents.parse
    if referents.label_at[head] in _MEASURES:
        return parse.lower[head] != "one"
    if parse.tag[head] == "NN" and parse.lower[parse.left[head]] in ("a", "an"):
        return False
    return any(
        parse.dep[c] == "nummod" and parse.lower[c] != "one" and not is_grade(parse, c)
        for c in parse.children[head]
    )


def is_grade(parse: Parse, number: int) -> bool:
    """True for the number of "type 2 diabetes", which counts nothing."""
    return number > 0 and parse.lower[number - 1] in load_concept_words()["graded"]


def read_referents(doc: Doc, base: str) -> Referents:
    """What the tokens of a doc refer to, from its names, times and mentions."""
    parse: Parse = doc._.kgx_parse
    entities: dict[str, Entity] = doc._.kgx_entities
    names = read_ents(doc)
    label_at = [""] * len(doc)
    for start, end, label in names:
        label_at[start:end] = [label] * (end - start)
    told = [m for m in doc._.kgx_mentions if not _tells_nation(entities, m, label_at)]
    return Referents(
        text=parse.source,
        parse=parse,
        base=base,
        starts=parse.starts,
        ends=parse.ends,
        label_at=label_at,
        timed=time_tokens(len(doc), names, doc._.kgx_times),
        times={t.start: t.value for t in doc._.kgx_times},
        at=_mentions_at(parse, told),
        amounts=amounts_at(doc._.kgx_quantities),
        entities=dict(entities),
        titled=titled_tokens(parse, doc._.kgx_blocks),
    )


def _mentions_at(parse: Parse, mentions: Iterable[MentionSpan]) -> dict[int, MentionSpan]:
    """Mentions by their heads, of several the longest; names are bound: their head may have
    moved."""
    at: dict[int, MentionSpan] = {}
    for mention in mentions:
        name = mention.form == "name"
        head = top_of(parse, mention.start, mention.end) if name else mention.head
        held = at.get(head)
        if held is None or mention.end - mention.start > held.end - held.start:
            at[head] = mention
    return at


def _tells_nation(entities: dict[str, Entity], mention: MentionSpan, label_at: list[str]) -> bool:
    """True for an adjective that stands for a country: not an end of a claim by itself."""
    named = mention.form == "name" and label_at[mention.start] == "NORP"
    return named and entities[mention.entity].type == "place"


def amounts_at(quantities: list[QuantitySpan]) -> dict[int, QuantitySpan]:
    """Quantities by the tokens that may head their phrases: all their own, and for what is counted
    the noun alone."""
    found: dict[int, QuantitySpan] = {}
    for q in quantities:
        own = (q.head,) if q.amount.kind == "count" else range(q.start, q.end)
        found.update(dict.fromkeys(own, q))
    return found


def all_mentions(referents: Referents, mentions: list[MentionSpan]) -> list[MentionSpan]:
    """The mentions found before, moved to their concepts where they speak of a class, and those
    that claims asked for, in order.

    A class that is named again is no second mention of one thing: of a concept the first is kept.
    """
    classes = referents.classes
    found = [changed(m, entity=classes[m.entity]) if m.entity in classes else m for m in mentions]
    met = {m.entity for m in found}
    for mention in sorted(referents.added.values(), key=lambda m: m.start):
        concept = referents.entities[mention.entity].type == "concept"
        if not concept or mention.entity not in met:
            found.append(mention)
            met.add(mention.entity)
    return sorted(found, key=lambda m: (m.start, m.end, m.entity))
