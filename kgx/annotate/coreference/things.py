"""What a document speaks of, under construction: the things that candidates are put together in."""

from __future__ import annotations

from dataclasses import dataclass, field

from kgx.annotate.coreference.nominals import Candidate, nations_in
from kgx.annotate.words.noun_types import Gender
from kgx.types import EntityType

DECAY = 0.5
"""What a sentence's distance leaves of a thing's salience."""
MOST = 1.2
"""The highest salience: what was spoken of long does not outweigh what was just said."""

_LABEL_TYPES: dict[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "facility",
    "PRODUCT": "product",
    "WORK_OF_ART": "work",
    "EVENT": "event",
    "NORP": "group",
    "LAW": "law",
    "LANGUAGE": "language",
}


def type_of_label(label: str) -> EntityType:
    """The type of an OntoNotes label; ``other`` for any that is not one of names.

    >>> type_of_label("GPE")
    'place'
    """
    return _LABEL_TYPES.get(label, "other")


@dataclass(slots=True)
class Thing:
    """One thing that a document speaks of.

    Attributes:
        number: Its place in the order of first appearance.
        names: Its names, split into words, in order of appearance.
        nouns: Lemmas of the nouns that it is called by or said to be.
        words: Lower-case words that describe it or belong to its names.
        nations: Codes of the countries that it is said to be of.
        numbers: Lower-case words that count it.
        owners: Numbers of the things whose it is said to be.
        weight: Salience at sentence ``last``.
        quote: The number of the quotation of its last mention, or -1.
        body: The number of the thing it speaks for or belongs to ("chair of X"), or -1.
        roles: Heads of the nouns that stand beside its names.
        many: True for a body that the text speaks of as several: "Orbis have won".
        called: What it is called where the text has pronouns alone for it.
        members: Numbers of the things that it is made of: a couple's, what "and" joins.
    """

    number: int
    type: EntityType | None
    gender: Gender = ""
    plural: bool = False
    names: list[tuple[str, ...]] = field(default_factory=list)
    nouns: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    nations: set[str] = field(default_factory=set)
    numbers: set[str] = field(default_factory=set)
    mentions: list[Candidate] = field(default_factory=list)
    complements: set[str] = field(default_factory=set)
    owners: set[int] = field(default_factory=set)
    weight: float = 0.0
    last: int = -1
    quote: int = -1
    body: int = -1
    roles: list[int] = field(default_factory=list)
    many: bool = False
    called: str = ""
    members: tuple[int, ...] = ()

    @property
    def is_joined(self) -> bool:
        """True for several things that "and" joins, and for a couple."""
        return bool(self.mentions) and self.mentions[0].label == "and"

    def salience(self, sentence: int) -> float:
        """How much it is in mind at a sentence at or after its last mention."""
        return self.weight * float(DECAY ** max(0, sentence - self.last))

    def add(self, candidate: Candidate, role: float) -> None:
        """Take a mention, whose role in its clause raises the salience."""
        self.weight = min(MOST, self.salience(candidate.sentence) + role)
        self.last = max(self.last, candidate.sentence)
        self.mentions.append(candidate)
        if candidate.gender and not self.gender:
            self.gender = candidate.gender
        if self.type is None and candidate.type is not None:
            self.type = candidate.type
        if candidate.form == "nominal":
            self.nouns.add(candidate.label)
            self.words |= candidate.modifiers
            self.nations |= nations_in(candidate.modifiers)
            self.numbers |= candidate.numbers
            if candidate.complement:
                self.complements.add(candidate.complement)
