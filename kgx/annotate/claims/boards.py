"""Boards, which stand for the bodies that they govern: "sits on the board of Orbis", "joined the
Orbis board", "chairs its board of directors"."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.claims.deed import Deed
from kgx.annotate.claims.drafts import Draft, draft_typed
from kgx.annotate.claims.referents import End, Referents
from kgx.annotate.grammar.parts import Phrase
from kgx.annotate.grammar.phrases import conjuncts
from kgx.annotate.words.wordlists import read_set

_OWNERS = ("poss", "compound", "nmod")


def draft_board(deed: Deed, part: Phrase, marker: str) -> Iterator[Draft]:
    """What a verb with a board says of the body: whose member somebody is, or its chair."""
    context, key = deed.context, f"{deed.base} {marker}".strip()
    relations, passive = context.relations, deed.clause.passive
    for body in find_governed(context.referents, part.head):
        if deed.subject is not None:
            table = relations.passive if passive else relations.active
            yield from draft_typed(context, table, key, deed.subject, body)
        if deed.theme is not None and not passive:  # "appointed her to the board"
            yield from draft_typed(context, relations.passive, key, deed.theme, body)


def find_governed(referents: Referents, board: int) -> Iterator[End]:
    """The bodies that a board is named with, before it or after "of"; none for another noun."""
    parse = referents.parse
    if parse.lemma[board].lower() not in read_set("roles.toml", "boards"):
        return
    noun = board
    for _ in range(2):  # "the board of directors of Orbis"
        below = parse.below(noun, "of")
        noun = noun if below is None else below
        if below is None or parse.pos[below] == "PROPN":
            break
    inside = [] if noun == board else conjuncts(parse, noun)
    for token in (*(c for c in parse.children[board] if parse.dep[c] in _OWNERS), *inside):
        mention = referents.at.get(token)
        if mention is not None and referents.entities[mention.entity].type == "organization":
            yield referents.entity(mention.entity)
