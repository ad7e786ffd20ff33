"""Roads that a number tells apart: the M4 motorway, Interstate 95."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from kgx.annotate.grammar.labels import FINITE
from kgx.annotate.grammar.tree import move
from kgx.annotate.words.wordlists import read_set

if TYPE_CHECKING:
    from kgx.annotate.grammar.hyphens import Lemmatize
    from kgx.annotate.grammar.parse import Parse

_LETTERED = re.compile(r"[A-Z]{1,2}\d{1,4}")
_NUMBER = re.compile(r"\d{1,4}")


def find_roads(parse: Parse) -> Iterator[tuple[int, int]]:
    """The spans that number a road: *M4* motorway, *Interstate 95*."""
    nouns = read_set("name_types.toml", "numbered_roads")
    for token in range(len(parse) - 1):
        word, after = parse.text[token], parse.text[token + 1]
        if _LETTERED.fullmatch(word) and after in nouns:
            yield token, token + 1
        elif word.istitle() and word.lower() in nouns and _NUMBER.fullmatch(after):
            yield token, token + 2


def free_links(parse: Parse, lemmatize: Lemmatize) -> None:
    """Make the verb of a sentence without one, in place, of what a tagger takes for a noun behind a
    road: "The M4 motorway | links London and Swansea"."""
    for start, end in list(find_roads(parse)):
        verb = end + (end - start == 1)  # behind the noun
        inside = range(parse.sent[start], parse.sent_end[start])
        finite = any(parse.tag[t] in FINITE for t in inside if t != verb)
        if verb + 1 in inside and not finite and parse.tag[verb + 1] in ("NNP", "NNPS"):
            _free_link(parse, lemmatize, verb)


def _free_link(parse: Parse, lemmatize: Lemmatize, verb: int) -> None:
    """Make a verb of a form in -s between a road and a name."""
    road, name, lemma = verb - 1, verb + 1, lemmatize(parse.lower[verb])
    if lemma == parse.lower[verb] or lemma not in read_set("verbs.toml", "linking"):
        return
    while parse.dep[name] == "compound" and parse.head[name] > name:
        name = parse.head[name]
    move(parse, verb, verb, "ROOT")
    for c in [c for c in parse.children[verb] if c < road]:
        move(parse, c, road)
    move(parse, road, verb, "nsubj")
    move(parse, name, verb, "dobj")
    parse.pos[verb], parse.tag[verb], parse.lemma[verb] = "VERB", "VBZ", lemma
