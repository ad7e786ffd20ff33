"""Words that are never verbs, which parsers take for some: "the payments | startup Torvex", "home
to | rainbow trout"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kgx.annotate.grammar.hyphens import Lemmatize
from kgx.annotate.grammar.tree import first_below, move
from kgx.annotate.words.noun_kinds import is_noun
from kgx.annotate.words.noun_types import type_of_noun
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


def free_after_to(parse: Parse, lemmatize: Lemmatize) -> None:
    """Make part of the noun behind it, in place, of a word behind "to" that no verb is, by the
    lemmas, and that a name is, a noun for persons, or a noun with that behind it: "is home to |
    rainbow trout", "sent food to | Tarsin camp"."""
    for token in range(2, len(parse) - 1):
        noun = parse.child(token, "dobj")
        infinitive = parse.tag[token] == "VB" and parse.tag[token - 1] == "TO"
        if not infinitive or noun is None or first_below(parse, noun) != token + 1:
            continue
        word, bare = parse.lower[token], parse.child(noun, "det", "poss", "nummod") is None
        named = parse.text[token].istitle() or type_of_noun(word) == "person"
        named = named or is_noun(f"{word} {parse.lemma[noun]}")
        if bare and named and lemmatize(f"{word}ing") == f"{word}ing":
            _hang_on_to(parse, token, noun)


def _hang_on_to(parse: Parse, word: int, noun: int) -> None:
    """Hang a noun on the "to" that a parser takes for an infinitive's, and that on what is before
    it."""
    to, above = word - 1, parse.head[word]
    if above == word:
        return
    above = to - 1 if parse.head[to - 1] == above and parse.dep[to - 1] == "attr" else above
    move(parse, to, above, "prep")
    move(parse, noun, to, "pobj")
    for c in parse.children[word][:]:
        move(parse, c, above if c > noun else noun)
    move(parse, word, noun, "compound")
    name = parse.text[word].istitle()
    parse.pos[to], parse.tag[to] = "ADP", "IN"
    parse.pos[word], parse.tag[word] = ("PROPN", "NNP") if name else ("NOUN", "NN")


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
