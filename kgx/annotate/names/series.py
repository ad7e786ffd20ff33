"""What came before and after a product or a work is of its kind: "Nova is a phone. It replaced
Lyra"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import head_of
from kgx.annotate.names.evidence import TOLD
from kgx.annotate.names.words import Name, words_in

if TYPE_CHECKING:
    from kgx.annotate.names.votes import Ballot

_MADE = ("PRODUCT", "WORK_OF_ART")
_SAID = ("copula", "told by its class")
_ENDS = ("nsubj", "nsubjpass", "dobj")


def share_series(parse: Parse, ballots: Mapping[str, Ballot]) -> None:
    """Give what a product or a work is said to follow or to be followed by the type of that."""
    topics = ((b, x) for b in ballots.values() for x in _MADE for k in _SAID if (k, x) in b.told)
    topic, label = next(topics, (None, ""))
    if topic is None:
        return
    at = {t for name in topic.mentions for t in range(name.start, name.end)}
    for ballot in ballots.values():
        if ballot is topic or ballot.is_sure() or any(n.label == "PERSON" for n in ballot.mentions):
            continue
        others = (_counterpart(parse, name) for name in ballot.mentions)
        if any(t is not None and (t in at or parse.lower[t] == "it") for t in others):
            ballot.told["series", label] = TOLD
            ballot.votes[label] += TOLD


def _counterpart(parse: Parse, name: Name) -> int | None:
    """What a name is said to follow, or to be followed by."""
    head = head_of(parse, name.start, name.end)
    above = parse.head[head]
    if parse.dep[head] == "pobj":
        above, prep = parse.head[above], parse.lower[above]
        if prep in ("to", "of") and parse.lemma[above] in words_in("following_nouns"):
            return parse.child(parse.head[above], "nsubj")
        above = above if prep == "by" else head
    if parse.lemma[above] not in words_in("following_verbs"):
        return None
    ends = [c for c in parse.children[above] if parse.dep[c] in _ENDS and c != head]
    lent = parse.child(parse.head[above], *_ENDS) if parse.dep[above] == "conj" else None
    return next(iter(ends), lent)
