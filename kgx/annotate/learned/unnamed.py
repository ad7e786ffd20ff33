"""Whom and what a text speaks of without a name: "he" with no man named before, "I" and "we" of
who writes, "it" with nothing named before that it could be.

Such a thing is the document's own, never another document's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.learned.anchor import Anchor
from kgx.annotate.words.wordlists import read_set
from kgx.iris import SCHEMA, digest, slug
from kgx.types import Entity, EntityType

_PERSON = SCHEMA + "Person"
_ORGANIZATION = SCHEMA + "Organization"


@dataclass(frozen=True, slots=True)
class _Unnamed:
    """A kind of thing without a name.

    Attributes:
        words: The list of ``coreference.toml`` with its pronouns.
        hidden: Types of names; where one comes first, the pronouns may mean it.
        quoted: Pronouns inside quotations mean it too.
    """

    label: str
    words: str
    type: EntityType
    classes: tuple[str, ...]
    hidden: frozenset[str]
    quoted: bool


_PEOPLE = frozenset({"person"})
_THINGS = frozenset(
    {"organization", "place", "facility", "product", "work", "event", "group", "other"}
)
_KINDS = (
    _Unnamed("unnamed man", "masculine", "person", (_PERSON,), _PEOPLE, quoted=True),
    _Unnamed("unnamed woman", "feminine", "person", (_PERSON,), _PEOPLE, quoted=True),
    _Unnamed("author", "first_singular", "person", (_PERSON,), frozenset(), quoted=False),
    _Unnamed("authors", "first_plural", "other", (), frozenset(), quoted=False),
    _Unnamed(
        "unnamed organization", "neuter", "organization", (_ORGANIZATION,), _THINGS, quoted=True
    ),
)


def find_unnamed(doc: Doc, base: str, at: Mapping[int, Anchor]) -> Iterator[Anchor]:
    """The pronouns that stand for what has no name, of those that refer to nothing yet.

    Args:
        at: The anchors of the doc so far, by their heads.
    """
    parse: Parse = doc._.kgx_parse
    named: dict[str, int] = {}
    for anchor in at.values():
        if anchor.form == "name":
            named[anchor.type] = min(anchor.start, named.get(anchor.type, anchor.start))
    free = [
        t
        for t, pos in enumerate(parse.pos)
        if pos == "PRON" and t not in at and not _is_numeral(parse, t)
    ]
    quoted = {t for quote in doc._.kgx_quotes for t in range(quote.start, quote.end)}
    for kind in _KINDS:
        words = read_set("coreference.toml", kind.words)
        found = [t for t in free if parse.lower[t] in words and (kind.quoted or t not in quoted)]
        first = min((named[type_] for type_ in kind.hidden if type_ in named), default=len(parse))
        if found and found[0] < first:
            yield from _make_anchors(doc, kind, found, base)


def _is_numeral(parse: Parse, token: int) -> bool:
    """True for the "I" of "World War I" and what is no word of its own."""
    if parse.lower[token] != "i":
        return False
    opens = parse.sent[token] == token
    return parse.text[token] == "i" or not (
        parse.pos[parse.head[token]] in ("VERB", "AUX")
        and (opens or parse.pos[token - 1] != "PROPN")
    )


def _make_anchors(doc: Doc, kind: _Unnamed, tokens: list[int], base: str) -> Iterator[Anchor]:
    document = "" if doc._.kgx_document is None else doc._.kgx_document.id
    iri = f"{base}{slug(kind.label)}-{digest(document, kind.label)[:6]}"
    entity = Entity(iri, kind.label, kind.type, kind.classes)
    every = tuple(tokens)
    for t in tokens:
        yield Anchor(t, t + 1, t, kind.type, "pronoun", iri, iri, makes=entity, also=every)
