"""Evidence that a name is of somebody who held an office, or of a body that is held in part."""

from __future__ import annotations

from collections.abc import Iterator

from kgx.annotate.grammar.parse import Parse
from kgx.annotate.names.evidence import TOLD, Evidence
from kgx.annotate.names.words import Name, given_names, words_in
from kgx.annotate.words.wordlists import read_set

_NEAR = 6  # tokens from the verb to how much is held
_PARTS = frozenset({"percent", "%", "cent"})


def read_holders(parse: Parse, name: Name, head: int) -> Iterator[Evidence]:
    """What stands around one mention of a name that tells who holds what.

    Args:
        head: The head of the mention.
    """
    before = name.start - 1
    if before > 0 and parse.lower[before] == "of" and _is_part_held(parse, before - 1):
        yield "held in part", "ORG", TOLD
    if _is_in_full(parse, name) and _is_succeeded(parse, head):
        yield "succeeded", "PERSON", TOLD
    if name.end - name.start > 1 and _is_installed(parse, head):
        yield "appointed", "PERSON", TOLD


def _is_part_held(parse: Parse, part: int) -> bool:
    """True for the per cent of what one has shares in: "owns 12 percent of"."""
    first = max(parse.sent[part], part - _NEAR)
    verbs = words_in("holding_verbs")
    return parse.lower[part] in _PARTS and any(
        parse.lemma[t] in verbs and parse.pos[t] == "VERB" for t in range(first, part)
    )


def _is_in_full(parse: Parse, name: Name) -> bool:
    """True for two words or more, a given name first."""
    return name.end - name.start > 1 and parse.lower[name.start] in given_names()


def _is_succeeded(parse: Parse, head: int) -> bool:
    """True for whom another takes over from, or whom another replaces as something."""
    up = parse.head[head]
    verb = parse.head[up] if parse.lower[up] == "from" and parse.dep[head] == "pobj" else up
    phrase = parse.lemma[verb] + (" over" if parse.child(verb, "prt") is not None else "")
    if phrase not in read_set("verbs.toml", "succeeding"):
        return False
    return verb != up or (
        parse.dep[head] == "dobj" and any(parse.lower[c] == "as" for c in parse.children[verb])
    )


def _is_installed(parse: Parse, head: int) -> bool:
    """True for whom somebody appoints to a board: "appointed Ann Lind to its board"."""
    verb = parse.head[head]
    to = parse.below(verb, "to") if parse.dep[head] == "dobj" else None
    boards = read_set("roles.toml", "boards")
    appointed = parse.lemma[verb] in read_set("verbs.toml", "installing")
    return to is not None and appointed and parse.lemma[to] in boards
