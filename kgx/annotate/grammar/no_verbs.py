"""Nouns that are never verbs, which parsers take for some: "the payments | startup Torvex"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.tree import move
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_CLAUSES = frozenset({"acl", "advcl", "relcl", "ccomp", "xcomp"})


def free_nouns(parse: Parse) -> None:
    """Make a noun, in place, of such a word behind another noun, which it takes the place of; or
    the name behind it does."""
    nouns = read_set("noun_ties.toml", "no_verbs")
    for token in range(1, len(parse)):
        if parse.lower[token] in nouns and parse.dep[token] in _CLAUSES:
            _free_noun(parse, token)


def _free_noun(parse: Parse, noun: int) -> None:
    before = noun - 1
    above, dep = parse.head[before], parse.dep[before]
    beside = parse.head[noun] in (before, above)
    if above == noun:  # "found the robotics startup", where it is the subject
        above, dep, beside = parse.head[noun], "dobj", dep == "nsubj"
    if not beside or parse.pos[before] not in ("NOUN", "PROPN"):
        return
    name = parse.child(noun, "dobj")
    move(parse, noun, noun if above == before else above, dep)
    for c in [c for c in parse.children[before] if c != noun]:
        move(parse, c, noun)
    move(parse, before, noun, "compound")
    if name is not None:
        _put_above(parse, noun, name)
    several = parse.lower[noun].endswith("s")
    parse.pos[noun], parse.tag[noun] = "NOUN", "NNS" if several else "NN"
    parse.lemma[noun] = parse.lower[noun].removesuffix("s")


def _put_above(parse: Parse, noun: int, name: int) -> None:
    """Let a name have the place of the noun before it, and what hangs on that."""
    above, dep = parse.head[noun], parse.dep[noun]
    move(parse, name, name if above == noun else above, dep)
    for c in [c for c in parse.children[noun] if parse.dep[c] != "compound"]:
        move(parse, c, name)
    move(parse, noun, name, "compound")
