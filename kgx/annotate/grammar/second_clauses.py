"""Second clauses whose subject parsers join to the object of the first: "cut its prices and | Orbis
raised them"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.labels import NOUN_SUBJECTS, SUBJECTS
from kgx.annotate.grammar.tree import first_below, last_below, move
from kgx.annotate.words.lexicon import load_lexicon
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.parse import Parse

_NAMES = ("NNP", "NNPS")
_TELLING = frozenset(
    [
        *("demanded", "denying", "established", "needing", "planned", "possible"),
        *("presupposing", "reporting", "resolving", "saying"),
    ]
)
"""What the lexicon says of verbs that a clause may follow."""


def part_object(parse: Parse, second: int) -> None:
    """Make two clauses, in place, of a verb and what a parser takes for its content, where no
    content follows such a verb: "cut | its prices and Orbis | raised them"."""
    first, noun = parse.head[second], parse.child(second, *NOUN_SUBJECTS)
    other = None if noun is None else parse.child(noun, "conj")
    and_ = None if noun is None else parse.child(noun, "cc")
    if noun is None or other is None or and_ is None or not first < noun < and_ < other < second:
        return
    bare = parse.child(first, "dobj") is None and parse.child(second, "mark") is None
    named = parse.tag[other] in _NAMES and first_below(parse, other) == and_ + 1
    straight = first_below(parse, noun) == first + 1 and last_below(parse, other) < second
    if parse.dep[second] == "ccomp" and bare and named and straight and not _tells(parse, first):
        move(parse, other, second, parse.dep[noun])
        move(parse, noun, first, "dobj")
        move(parse, and_, first)
        move(parse, second, first, "conj")


def give_joined(parse: Parse, second: int) -> None:
    """Give a verb its subject, in place, which a parser joins to an object before: "cut its prices
    and | Orbis | raised them"."""
    noun = second - 1
    while parse.dep[noun] == "advmod" and parse.head[noun] == second:
        noun -= 1
    while parse.dep[noun] != "conj" and parse.head[noun] < second and parse.head[noun] != noun:
        noun = parse.head[noun]
    thing = parse.head[noun]
    first, and_ = parse.head[thing], first_below(parse, noun) - 1
    if parse.dep[noun] != "conj" or parse.dep[thing] != "dobj" or parse.tag[noun] not in _NAMES:
        return
    joined = parse.lower[and_] in ("and", "but") and parse.head[and_] == thing
    own = any(parse.dep[c] in (*SUBJECTS, "cc") and c < second for c in parse.children[second])
    acts = parse.child(second, "dobj", "attr", "acomp") is not None
    if joined and acts and not own and first < thing < noun and parse.pos[first] == "VERB":
        move(parse, noun, second, "nsubj")
        move(parse, and_, first)
        move(parse, second, first, "conj")


def _tells(parse: Parse, verb: int) -> bool:
    """True for a verb that a clause may follow: "says", "means", "ensures"."""
    kinds = load_lexicon().verbs.get(parse.lemma[verb], frozenset())
    return bool(kinds & _TELLING) or parse.lemma[verb] in read_set("verbs.toml", "before_clauses")
