"""A body's other name is a body's too: "Orbis was renamed Helix", "Orbis, once known as Helix"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from kgx.annotate.grammar.labels import NOUN_SUBJECTS
from kgx.annotate.grammar.parse import Parse
from kgx.annotate.grammar.tree import head_of
from kgx.annotate.names.evidence import TOLD
from kgx.annotate.names.words import Name, words_in
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.names.votes import Ballot

_MOST = 50
"""Mentions of a name that are looked at."""
_NAMED = frozenset({"oprd", "attr", "dobj"})


def share_renamed(parse: Parse, ballots: Mapping[str, Ballot]) -> None:
    """Give the other name of a body the type of the body, and the other way round."""
    holder = {t: b for b in ballots.values() for n in b.mentions for t in range(n.start, n.end)}
    for ballot in ballots.values():
        for name in ballot.mentions[:_MOST]:
            owner = holder.get(_bearer(parse, name))
            if owner is not None and owner is not ballot:
                _share(owner, ballot)
                _share(ballot, owner)


def _share(known: Ballot, other: Ballot) -> None:
    """Give one of two names the type of the other if that is of a body and it has none for sure."""
    if known.is_sure() and known.best() == "ORG" and not other.is_sure():
        other.told["renamed", "ORG"] = TOLD
        other.votes["ORG"] += TOLD


def _bearer(parse: Parse, name: Name) -> int:
    """The token of what bears a name too; -1 where nothing is said to."""
    head = head_of(parse, name.start, name.end)
    verb = parse.head[head]
    if parse.dep[head] in _NAMED and parse.lemma[verb] in words_in("renaming"):
        return _subject(parse, verb)
    link, verb = parse.lower[verb], parse.head[verb]
    if parse.dep[head] != "pobj":
        return -1
    if link == "as" and parse.lemma[verb] in words_in("renaming", "known_as"):
        return _subject(parse, verb)
    thing = parse.child(verb, "dobj") if link == "to" else None
    changed = parse.lemma[verb] in read_set("verbs.toml", "renaming")
    named = thing is not None and parse.lemma[thing] == "name"
    return _subject(parse, verb) if changed and named else -1


def _subject(parse: Parse, verb: int) -> int:
    """What a verb tells of, as its subject or as the noun before it; -1 for nothing."""
    told = parse.child(verb, *NOUN_SUBJECTS)
    if told is None and parse.dep[verb] in ("acl", "relcl") and parse.head[verb] < verb:
        told = parse.head[verb]
    return -1 if told is None else told
