"""What the components find, in token indices, and where they keep it on a spaCy ``Doc``.

Offsets here index tokens, half-open: ``[start, end)``. Each attribute is written by one component
and read by those after it; ``to_annotation`` turns the whole into code points. A file that defines
a component has no ``from __future__ import annotations``: spaCy reads the signatures of factories.

| attribute | type | written by |
|---|---|---|
| ``doc._.kgx_document`` | `Document` or None | ``annotate`` (id, date) |
| ``doc._.kgx_blocks`` | list of `Block` | ``kgx_layout`` |
| ``doc._.kgx_parse`` | `Parse` | ``kgx_parse`` |
| ``doc.ents`` | spans with OntoNotes labels | the model, corrected by ``kgx_names`` |
| ``doc._.kgx_times`` | list of `TimeSpan` | ``kgx_times`` |
| ``doc._.kgx_quantities`` | list of `QuantitySpan` | ``kgx_times`` |
| ``doc._.kgx_quotes`` | list of `Quote` | ``kgx_quotes`` |
| ``doc._.kgx_entities`` | dict of IRI to `Entity` | ``kgx_coreference`` and all after |
| ``doc._.kgx_mentions`` | list of `MentionSpan`, in order | ``kgx_coreference``, ``kgx_claims`` |
| ``doc._.kgx_joined`` | dict of the IRI of several to those of each | ``kgx_coreference`` |
| ``doc._.kgx_why`` | dict of what was decided to why, in words or weights | every component |
| ``doc._.kgx_clauses`` | list of `Clause` | ``kgx_propositions``, ``kgx_standing`` |
| ``doc._.kgx_propositions`` | list of `Proposition` | ``kgx_claims`` |
| ``doc._.kgx_claims`` | list of `Claim` | ``kgx_claims`` |
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Literal

import numpy as np
from spacy.attrs import ENT_IOB, ENT_TYPE
from spacy.strings import StringStore
from spacy.tokens import Doc

from kgx.records import quick
from kgx.types import Amount, Document, Form, Modality, Polarity, Role

_INSIDE = 1  # spaCy's ENT_IOB of a token that goes on with the entity before it

BlockKind = Literal[
    "headline", "deck", "dateline", "byline", "paragraph", "item", "turn", "row", "boilerplate"
]


@quick
@dataclass(frozen=True, slots=True)
class Block:
    """A run of tokens with one job on the page; blocks cover a doc without overlap."""

    start: int
    end: int
    kind: BlockKind


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """A time expression.

    Attributes:
        value: ISO 8601 / EDTF, or TIMEX3 where these have no form; empty where unresolved.
        when: What to date a clause by: the value, or the document's date for "now"; empty where
            the value says no more than that it is past or to come.
    """

    start: int
    end: int
    value: str
    when: str


@dataclass(frozen=True, slots=True)
class QuantitySpan:
    """A quantity, what it counts included: its head token, its label, and what it is worth."""

    start: int
    end: int
    head: int
    label: str
    amount: Amount


@dataclass(frozen=True, slots=True)
class Quote:
    """Quoted words, marks included.

    ``speaker`` is the head token of the phrase that names who speaks, ``cue`` the token of the
    verb of saying; None where the text does not tell.
    """

    start: int
    end: int
    speaker: int | None = None
    cue: int | None = None


@quick
@dataclass(frozen=True, slots=True)
class MentionSpan:
    """A span that refers to an entity: ``head`` is its head token, ``entity`` an IRI."""

    start: int
    end: int
    head: int
    entity: str
    form: Form


@quick
@dataclass(frozen=True, slots=True)
class Phrase:
    """An argument of a clause.

    Attributes:
        head: Its head token.
        tokens: Its words in order, a leading preposition left out.
        marker: The tokens of that preposition, empty where there is none.
        role: What it does in the clause.
    """

    head: int
    tokens: tuple[int, ...]
    role: Role
    marker: tuple[int, ...] = ()


ClauseKind = Literal["verb", "copula", "apposition", "role", "possessive", "nominal", "inclusion"]


@quick
@dataclass(frozen=True, slots=True)
class Clause:
    """One fact as the text words it; coordination is distributed before it becomes one.

    Attributes:
        head: The token that bears the relation, a verb or a noun.
        kind: What bears it.
        relation: The tokens of the relation, in order.
        lemma: Its lemmas, particle and folded preposition included ("work on").
        subject, arguments: Its arguments; the subject of a passive is what the verb is done to.
        passive: True if the subject is what the verb is done to.
        start, end: Tokens of the whole, ``[start, end)``.
        speaker: Head token of the phrase that names who says so, None for the author.
        time: ISO 8601 / EDTF value.
        auxiliary: The token that stands for the verb where the verb is left out ("but Chile did
            not"); what befalls it tells how far the clause stands.
    """

    head: int
    kind: ClauseKind
    relation: tuple[int, ...]
    lemma: str
    subject: Phrase
    arguments: tuple[Phrase, ...]
    start: int
    end: int
    passive: bool = False
    polarity: Polarity = "positive"
    modality: Modality = "asserted"
    speaker: int | None = None
    time: str | None = None
    auxiliary: int | None = None


_DEFAULTS: dict[str, Any] = {
    "kgx_document": None,
    "kgx_blocks": [],
    "kgx_parse": None,
    "kgx_times": [],
    "kgx_quantities": [],
    "kgx_quotes": [],
    "kgx_entities": {},
    "kgx_mentions": [],
    "kgx_joined": {},
    "kgx_why": {},
    "kgx_clauses": [],
    "kgx_propositions": [],
    "kgx_claims": [],
}

for _name, _default in _DEFAULTS.items():
    if not Doc.has_extension(_name):  # registered once, on import; spaCy copies lists and dicts
        Doc.set_extension(_name, default=_default)


def read_ents(doc: Doc) -> tuple[tuple[int, int, str], ...]:
    """The first token, the end and the label of each of ``doc.ents``, sooner than by spans."""
    if not len(doc):
        return ()
    return _cut_ents(doc.to_array([ENT_IOB, ENT_TYPE]).tobytes(), doc.vocab.strings)


@lru_cache(maxsize=1)  # components ask for the same ones in turn
def _cut_ents(tags: bytes, strings: StringStore) -> tuple[tuple[int, int, str], ...]:
    found: list[tuple[int, int, str]] = []
    marks, labels = np.frombuffer(tags, dtype=np.uint64).reshape(-1, 2).T
    inside, end = labels.nonzero()[0], -1
    for i, mark, label in zip(
        inside.tolist(), marks[inside].tolist(), labels[inside].tolist(), strict=True
    ):
        if mark == _INSIDE and i == end:
            found[-1] = (found[-1][0], i + 1, found[-1][2])
        else:
            found.append((i, i + 1, strings[label]))
        end = i + 1
    return tuple(found)


def read_text(doc: Doc) -> str:
    """The text of a doc, without joining its tokens where it is at hand."""
    document: Document | None = doc._.kgx_document
    if document is not None and len(doc):
        last = doc[len(doc) - 1]
        if len(document.text) == last.idx + len(last.text_with_ws):
            return document.text
    return str(doc.text)
