"""What the tokens of a doc refer to, and the words that tell which of them make a node."""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.parts import MentionSpan, QuantitySpan
from kgx.annotate.grammar.phrases import text_of
from kgx.annotate.words.wordlists import read_lists, read_set
from kgx.records import quick
from kgx.types import Amount, Entity, EntityType

_MEASURES = frozenset({"MONEY", "PERCENT", "QUANTITY", "CARDINAL"})
_XSD = "http://www.w3.org/2001/XMLSchema#"
_STRING = _XSD + "string"
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
    return _XSD + next((name for shape, name in _DATES if shape.fullmatch(value)), "string")


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
