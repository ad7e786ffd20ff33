"""What the bare nouns of headlines refer to: headlines leave articles out ("Mayor quits")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kgx.annotate.coreference.discourse import Discourse, take_over
from kgx.annotate.coreference.nominals import Candidate, words
from kgx.annotate.coreference.noun_mentions import parents_of
from kgx.annotate.coreference.things import Thing
from kgx.annotate.grammar.parts import Block

TITLES = frozenset({"headline", "deck"})
"""Kinds of blocks that say in short what the text below tells."""


def take_headlines(d: Discourse) -> None:
    """Let the nouns of titles be the one thing that the text below calls so; where it calls several
    so, or none, they stay what they are."""
    titled = titled_tokens(d.blocks)
    alone = [t for t in d.things if _is_bare_title(d, t, titled)]
    if not alone:
        return
    called: dict[str, list[Thing]] = defaultdict(list)
    for thing in d.things:
        if thing.mentions and any(m.head not in titled for m in thing.mentions):
            for word in thing.nouns:
                called[word].append(thing)
    for thing in alone:
        (noun,) = thing.mentions
        if noun.plural:
            children = (c for n in sorted(words("offspring")) for c in called[n])
            told = parents_of(d, children) if noun.label in words("elders") else None
        else:
            told = _find_told(noun, called[noun.label])
        if told is not None:
            take_over(d, told, thing, "what the text below calls so")


def titled_tokens(blocks: Sequence[Block]) -> frozenset[int]:
    """The tokens of titles."""
    return frozenset(i for b in blocks if b.kind in TITLES for i in range(b.start, b.end))


def _is_bare_title(d: Discourse, thing: Thing, titled: frozenset[int]) -> bool:
    """True for a noun without an article in a title and nowhere else."""
    if thing.names or len(thing.mentions) != 1:
        return False
    noun = thing.mentions[0]
    told_apart = d.parse.child(noun.head, "relcl") is not None
    bare = noun.form == "nominal" and noun.article == "bare"
    return bare and noun.head in titled and not told_apart


def _find_told(noun: Candidate, things: Iterable[Thing]) -> Thing | None:
    fitting = [
        t
        for t in things
        if noun.type is not None
        and t.type == noun.type
        and not t.plural
        and noun.modifiers <= t.words
        and not {noun.gender, t.gender} >= {"m", "f"}
    ]
    return fitting[0] if len(fitting) == 1 else None
